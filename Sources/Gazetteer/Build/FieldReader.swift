import Interchange

/// Splits the lines of a BAN file into fields, in place.
struct FieldReader {
    private let source: ByteSource
    private var buffer = [UInt8](repeating: 0, count: 1 << 20)
    private var start = 0
    private var end = 0
    private var finished = false
    private var separator: UInt8 = 0x3B
    private(set) var fields: [Range<Int>] = []
    /// The line of the current record, from 1.
    private(set) var line = 0
    private var newlines = 0

    init(_ source: ByteSource) { self.source = source }

    /// Reads the first line; its most frequent of `;` `,` tab and `|` separates.
    mutating func header() throws -> [String]? {
        // A source may give a few bytes at first.
        repeat { try fill() } while !finished && !buffer[start..<end].contains(0x0A)
        let first = buffer[start..<end].prefix { $0 != 0x0A }
        if first.isEmpty { return nil }
        var best = 0
        for candidate in [0x3B, 0x2C, 0x09, 0x7C] as [UInt8] {
            let count = first.count { $0 == candidate }
            if count > best { (best, separator) = (count, candidate) }
        }
        guard try next() else { return nil }
        return fields.map { String(decoding: buffer[$0], as: UTF8.self) }
    }

    func withFields(_ body: (UnsafeBufferPointer<UInt8>, [Range<Int>]) -> Void) {
        buffer.withUnsafeBufferPointer { body($0, fields) }
    }

    private mutating func fill() throws {
        if start > 0 {
            buffer.withUnsafeMutableBytes { raw in
                raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[start..<end]))
            }
            (start, end) = (0, end - start)
        }
        if end == buffer.count { buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count)) }
        let room = end
        let count = try buffer.withUnsafeMutableBytes { raw throws(InterchangeError) in
            try source.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[room...]))
        }
        finished = count == 0
        end += count
    }

    /// Moves to the next record; false at the end.
    mutating func next() throws -> Bool {
        while true {
            let length = scan()
            if length >= 0 {
                start += length
                return true
            }
            if finished {
                if start == end { return false }
                // The last line has no newline of its own.
                if end == buffer.count { buffer.append(0x0A) } else { buffer[end] = 0x0A }
                end += 1
                finished = true
                let length = scan()
                if length >= 0 {
                    start += length
                    return true
                }
                // A quote that is never closed: the rest is one record of one field.
                fields = [start..<end]
                line = newlines + 2
                start = end
                return true
            }
            try fill()
        }
    }

    /// Finds the fields of the record at `start`; its length with the newline, or -1 when it is not whole yet.
    private mutating func scan() -> Int {
        fields.removeAll(keepingCapacity: true)
        var found = fields
        fields = []
        defer { fields = found }
        let (start, end, separator) = (start, end, separator)
        var lines = 0
        var quoted: [Int] = []
        let length: Int = buffer.withUnsafeMutableBufferPointer { bytes in
            var index = start
            while true {
                if index < end, bytes[index] == 0x22 {
                    let from = index + 1
                    var doubled = false
                    index += 1
                    while true {
                        if index >= end { return -1 }
                        if bytes[index] == 0x22 {
                            if index + 1 >= end { return -1 }
                            if bytes[index + 1] != 0x22 { break }
                            doubled = true
                            index += 1
                        }
                        if bytes[index] == 0x0A { lines += 1 }
                        index += 1
                    }
                    if doubled { quoted.append(found.count) }
                    found.append(from..<index)
                    index += 1
                    while index < end, bytes[index] != separator, bytes[index] != 0x0A { index += 1 }
                } else {
                    let from = index
                    while index < end, bytes[index] != separator, bytes[index] != 0x0A { index += 1 }
                    if index >= end { return -1 }
                    let to = bytes[index] == 0x0A && index > from && bytes[index - 1] == 0x0D ? index - 1 : index
                    found.append(from..<to)
                }
                if index >= end { return -1 }
                index += 1
                if bytes[index - 1] == 0x0A { return index - start }
            }
        }
        if length >= 0 {
            line = newlines + 1
            newlines += lines + 1
            for field in quoted { found[field] = undouble(found[field]) }
        }
        return length
    }

    /// Makes each pair of quotes one, in place; only once a record is whole.
    private mutating func undouble(_ field: Range<Int>) -> Range<Int> {
        var write = field.lowerBound
        var index = field.lowerBound
        while index < field.upperBound {
            buffer[write] = buffer[index]
            if buffer[index] == 0x22 { index += 1 }
            write += 1
            index += 1
        }
        return field.lowerBound..<write
    }
}
