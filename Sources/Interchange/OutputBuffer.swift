import Foundation

/// A growable run of bytes to which text and numbers are appended.
///
/// One buffer is filled by one thread, handed to ``OutputFile/write(_:)-(OutputBuffer)`` and used again: ``removeAll()``
/// keeps its memory. Appending is amortised constant time per byte and makes no `String`.
public struct OutputBuffer: Sendable {
    private var storage: [UInt8]
    /// How many bytes have been appended.
    public private(set) var count = 0

    /// Makes an empty buffer with room for `capacity` bytes.
    public init(capacity: Int = 256) { storage = [UInt8](repeating: 0, count: max(capacity, 64)) }

    /// Whether nothing has been appended.
    public var isEmpty: Bool { count == 0 }

    /// A copy of the bytes.
    public var bytes: [UInt8] { Array(storage[..<count]) }

    /// The bytes as text, taken as UTF-8.
    public var string: String { String(decoding: storage[..<count], as: UTF8.self) }

    /// Forgets the bytes and keeps the memory.
    public mutating func removeAll() { count = 0 }

    /// Gives the bytes to `body`; the pointer is not valid after it.
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R) throws(E) -> R {
        let count = count
        return try storage.withUnsafeBufferPointer { whole throws(E) in
            try body(UnsafeBufferPointer(start: whole.baseAddress, count: count))
        }
    }

    /// Appends one byte.
    public mutating func append(_ byte: UInt8) {
        if count == storage.count { grow(by: 1) }
        storage[count] = byte
        count += 1
    }

    /// Appends bytes as they are.
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        write(atMost: bytes.count) { target in
            target.update(from: source, count: bytes.count)
            return bytes.count
        }
    }

    /// Appends bytes as they are.
    public mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends a text as UTF-8.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends a literal of the program as UTF-8.
    public mutating func append(_ text: StaticString) {
        guard text.hasPointerRepresentation else { return append(text.description) }
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Gives `body` room for `limit` bytes after the last one, not yet counted; it says how many it wrote. For many records at
    /// one stroke, where appending one by one would cost more than the bytes.
    public mutating func append(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        write(atMost: limit, body)
    }

    /// Gives `body` room for `limit` bytes after the last one; it says how many it wrote.
    @inline(__always)
    mutating func write(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if storage.count - count < limit { grow(by: limit) }
        let start = count
        count += storage.withUnsafeMutableBufferPointer { body($0.baseAddress! + start) }
    }

    @inline(never)
    private mutating func grow(by needed: Int) {
        let size = max(storage.count * 2, count + needed)
        var larger = [UInt8](repeating: 0, count: size)
        larger.withUnsafeMutableBufferPointer { target in
            storage.withUnsafeBufferPointer { source in
                target.baseAddress!.update(from: source.baseAddress!, count: count)
            }
        }
        storage = larger
    }
}
