import Foundation

/// The bytes of a stream that have been read and not yet used, in memory that grows only for a long record.
struct CSVReadBuffer: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start = 0
    private var end = 0
    private var firstNul: Int?
    /// Whether the stream has no more bytes.
    private(set) var isLast = false

    init() {
        capacity = 1 << 16
        memory = .allocate(capacity: capacity)
    }

    deinit { memory.deallocate() }

    /// The first byte that is not used yet.
    var base: UnsafePointer<UInt8> { UnsafePointer(memory) + start }
    /// How many bytes there are.
    var count: Int { end - start }
    /// The index of the first NUL byte.
    var nul: Int? { firstNul.map { $0 - start } }
    /// How many bytes there are before the first NUL.
    var usableEnd: Int { nul ?? count }
    /// Whether the bytes begin with the byte order mark of UTF-8.
    var startsWithMark: Bool { count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF }

    /// Forgets the first bytes.
    mutating func drop(_ used: Int) { start += used }

    /// Reads until there are `wanted` bytes or the stream ends.
    mutating func fill(upTo wanted: Int, from source: ByteSource) throws(InterchangeError) {
        if start > 0 { makeRoom(for: wanted) } else if wanted > capacity { makeRoom(for: wanted) }
        while count < wanted, !isLast {
            let room = UnsafeMutableRawBufferPointer(start: memory + end, count: start + wanted - end)
            let read = try source.read(into: room)
            if read == 0 { isLast = true }
            if firstNul == nil, let found = memchr(memory + end, 0, read) {
                firstNul = UnsafeRawPointer(found) - UnsafeRawPointer(memory)
            }
            end += read
        }
    }

    /// A copy of the first bytes.
    func copy(upTo limit: Int) -> [UInt8] { copy(from: 0, to: min(limit, count), padding: 0) }

    /// A copy of some bytes, with zeros after them.
    func copy(from first: Int, to last: Int, padding: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: last - first + padding) { target, size in
            size = last - first + padding
            guard let to = target.baseAddress else { return }
            to.initialize(from: base + first, count: last - first)
            (to + (last - first)).initialize(repeating: 0, count: padding)
        }
    }

    /// Where a byte lies in the record that begins at `from`: how many lines below its first, in which column. A byte before the record
    /// lies at its start.
    func place(
        of index: Int, from first: Int, terminator: UInt8, _ encoding: TextEncoding, _ label: String
    ) -> (lines: Int, column: Int, excerpt: Excerpt) {
        let index = max(first, index)
        var lines = 0
        var lineStart = first
        for i in first..<index where base[i] == terminator {
            lines += 1
            lineStart = i + 1
        }
        let reach = min(count, index + 1000)
        var lineEnd = index
        while lineEnd < reach, base[lineEnd] != 0x0A, base[lineEnd] != 0x0D { lineEnd += 1 }
        let before = UnsafeBufferPointer(start: base + lineStart, count: index - lineStart)
        let column = encoding == .windows1252 ? before.count : before.count { $0 & 0xC0 != 0x80 }
        let line = UnsafeBufferPointer(start: base + lineStart, count: lineEnd - lineStart)
        return (
            lines, column + 1,
            Excerpt(line: line, fault: index - lineStart, encoding: encoding, label: label)
        )
    }

    /// Moves the bytes to the front of memory that holds `wanted` of them, neither too small nor far too large.
    private mutating func makeRoom(for wanted: Int) {
        let kept = count
        if wanted > capacity || capacity > max(4 * wanted, 1 << 22) {
            let size = max(wanted, kept)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
            larger.update(from: memory + start, count: kept)
            memory.deallocate()
            memory = larger
            capacity = size
        } else {
            memory.update(from: memory + start, count: kept)
        }
        firstNul = firstNul.map { $0 - start }
        start = 0
        end = kept
    }
}
