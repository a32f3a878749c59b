import Foundation

/// Reads JSON tokens from a stream through a window of bytes, and knows where it stands.
///
/// A zero byte behind the window's last byte ends every inner loop, so that none tests for the end. Some bytes before the
/// current one stay in the window, for excerpts.
struct JSONCursor: ~Copyable {
    /// A place in the stream, for messages.
    struct Mark {
        var offset: Int
        var line: Int
        var column: Int
        var lineStart: Int
    }

    private let source: ByteSource
    private var memory: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    /// The index in the window of the current byte.
    var position = 0
    /// The end of the window; its byte is zero.
    private(set) var end = 0
    /// The offset in the stream of the window's first byte.
    private var offset = 0
    /// The line of the current byte, from 1.
    private(set) var line = 1
    /// The offset in the stream of that line's first byte.
    private var lineStart = 0
    /// The bytes of that line so far that continue a UTF-8 sequence.
    private var continuations = 0
    private var isLast = false
    /// Whether NaN and infinities, which JSON lacks and some programs write, are read as null.
    var acceptsNotANumber = false

    /// Makes a cursor at the first byte after any byte order mark.
    init(_ source: ByteSource, windowBytes: Int = 1 << 18) throws(InterchangeError) {
        self.source = source
        capacity = max(windowBytes, 4096)
        memory = .allocate(capacity: capacity + 1)
        memory[0] = 0
        try fill()
        if end >= 3, memory[0] == 0xEF, memory[1] == 0xBB, memory[2] == 0xBF {
            position = 3
            lineStart = 3
        }
    }

    deinit { memory.deallocate() }

    /// The window.
    var base: UnsafePointer<UInt8> { UnsafePointer(memory) }

    /// Whether the current byte is behind the last one of the stream.
    var isAtEnd: Bool { position == end && isLast }

    /// The next byte that is no white space, 0 at the end; it becomes the current one.
    @inline(__always)
    mutating func peek() throws(InterchangeError) -> UInt8 {
        let byte = memory[position]
        return byte > 0x20 ? byte : try skipSpace()
    }

    /// Goes over white space.
    private mutating func skipSpace() throws(InterchangeError) -> UInt8 {
        while true {
            switch memory[position] {
            case 0x20, 0x09, 0x0D: position += 1
            case 0x0A:
                position += 1
                line += 1
                lineStart = offset + position
                continuations = 0
            case 0 where position == end && !isLast: try fill()
            case 0 where position == end: return 0
            case let byte: return byte
            }
        }
    }

    /// Goes over `byte` if it is the next one that is no white space.
    mutating func take(_ byte: UInt8) throws(InterchangeError) -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    /// Goes over `byte`, or fails saying what was expected.
    mutating func expect(_ byte: UInt8, _ what: @autoclosure () -> String) throws(InterchangeError) {
        guard try peek() == byte else { throw expected(what()) }
        position += 1
    }

    /// Makes sure that the window holds `count` bytes from the current one, or all that are left.
    mutating func ensure(_ count: Int) throws(InterchangeError) {
        if end - position < count, !isLast { try fill() }
    }

    /// Notes bytes of this line that take no column.
    mutating func countContinuations(_ count: Int) { continuations += count }

    /// Reads more, keeping the current byte and some before it.
    mutating func fill() throws(InterchangeError) {
        let kept = max(0, position - 512)
        memory.update(from: memory + kept, count: end - kept)
        offset += kept
        position -= kept
        end -= kept
        while end < capacity, !isLast {
            let room = UnsafeMutableRawBufferPointer(start: memory + end, count: capacity - end)
            let read = try source.read(into: room)
            if read == 0 { isLast = true }
            end += read
        }
        memory[end] = 0
    }

    /// The current place.
    var mark: Mark {
        let at = offset + position
        return Mark(offset: at, line: line, column: at - lineStart - continuations + 1, lineStart: lineStart)
    }

    /// An error that says what should stand at the current byte.
    borrowing func expected(_ what: String) -> InterchangeError {
        isAtEnd
            ? fault("the file ends here: expected \(what)", at: mark, "the end")
            : fault("expected \(what)", at: mark, "")
    }

    /// An error at a place not far behind the current one.
    borrowing func fault(_ message: String, at mark: Mark, _ label: String = "") -> InterchangeError {
        let index = mark.offset - offset
        guard index >= 0 else {
            return InterchangeError(.badData, message, file: source.name, line: mark.line, column: mark.column)
        }
        let first = max(mark.lineStart - offset, 0)
        var last = index
        while last < min(end, index + 1000), memory[last] != 0x0A, memory[last] != 0x0D { last += 1 }
        let excerpt = Excerpt(
            line: UnsafeBufferPointer(start: memory + first, count: last - first), fault: index - first,
            isCut: mark.lineStart < offset, encoding: .utf8, label: label)
        return InterchangeError(
            .badData, message, file: source.name, line: mark.line, column: mark.column, excerpt: excerpt)
    }
}
