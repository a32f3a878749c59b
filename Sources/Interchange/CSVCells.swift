import Foundation

/// The cells of one record at a time: scratch memory that a worker makes once and uses for every record.
public struct CSVCells: Sendable {
    /// Where a cell lies: in the record, or, when `start` is negative, at `~start` in the unescaped bytes.
    struct Entry {
        var start: Int32
        var length: Int32

        init(start: Int32, length: Int32) {
            self.start = start
            self.length = length
        }

        init(from start: Int, to end: Int) {
            self.init(start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: end - start))
        }
    }

    var entries = [Entry](repeating: Entry(start: 0, length: 0), count: 64)
    /// The text of the cells whose quotes are doubled, or that go on behind their closing quote.
    var unescaped: [UInt8] = []
    var count = 0

    /// Makes empty scratch memory.
    public init() {}

    /// Finds the cells of a record of at least one byte; linear, 8 bytes at a time without quotes.
    ///
    /// The record must be followed by 8 readable bytes.
    mutating func parse(_ base: UnsafePointer<UInt8>, _ length: Int, delimiter: UInt8) {
        count = 0
        if !unescaped.isEmpty { unescaped.removeAll(keepingCapacity: true) }
        if length > 0, memchr(base, Int32(quote), length) != nil {
            parseQuoted(base, length, delimiter)
        } else {
            while !parsePlain(base, length, delimiter) {
                entries.append(contentsOf: repeatElement(Entry(start: 0, length: 0), count: entries.count))
            }
        }
    }

    /// Cells without any quote; false when there are more than the table holds.
    private mutating func parsePlain(_ base: UnsafePointer<UInt8>, _ length: Int, _ delimiter: UInt8) -> Bool {
        let pattern = UInt64(delimiter) &* 0x0101_0101_0101_0101
        let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let raw = UnsafeRawPointer(base)
        var found = 0
        let isDone = entries.withUnsafeMutableBufferPointer { table in
            var start = 0
            var offset = 0
            while offset < length {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ pattern
                // The high bit of each byte that equals the separator. Source: Warren, "Hacker's Delight", 6-1.
                var hits = ~(((word & low7) &+ low7) | word | low7)
                while hits != 0 {
                    let index = offset + hits.trailingZeroBitCount >> 3
                    if index >= length { break }
                    if found + 1 >= table.count { return false }
                    table[found] = Entry(from: start, to: index)
                    found += 1
                    start = index + 1
                    hits &= hits &- 1
                }
                offset += 8
            }
            table[found] = Entry(from: start, to: length)
            found += 1
            return true
        }
        count = found
        return isDone
    }

    private mutating func parseQuoted(_ base: UnsafePointer<UInt8>, _ length: Int, _ delimiter: UInt8) {
        var position = 0
        while true {
            if position < length, base[position] == quote {
                position = quotedCell(base, length, position, delimiter)
            } else {
                let end = find(delimiter, base, position, length)
                push(Entry(start: Int32(position), length: Int32(end - position)))
                position = end
            }
            if position >= length { return }
            position += 1
            if position == length {
                push(Entry(start: Int32(position), length: 0))
                return
            }
        }
    }

    /// Takes the cell whose quote opens at `opening`; gives the index of the separator behind it.
    private mutating func quotedCell(
        _ base: UnsafePointer<UInt8>, _ length: Int, _ opening: Int, _ delimiter: UInt8
    ) -> Int {
        var closing = find(quote, base, opening + 1, length)
        if closing + 1 >= length || base[closing + 1] == delimiter {
            push(Entry(start: Int32(opening + 1), length: Int32(closing - opening - 1)))
            return closing + 1
        }
        let start = unescaped.count
        var from = opening + 1
        while closing + 1 < length, base[closing + 1] == quote {
            copy(base, from, closing + 1)
            from = closing + 2
            closing = find(quote, base, from, length)
        }
        copy(base, from, closing)
        let end = find(delimiter, base, min(closing + 1, length), length)
        copy(base, min(closing + 1, length), end)
        push(Entry(start: ~Int32(start), length: Int32(unescaped.count - start)))
        return end
    }

    private mutating func push(_ entry: Entry) {
        if count == entries.count {
            entries.append(contentsOf: repeatElement(Entry(start: 0, length: 0), count: entries.count))
        }
        entries[count] = entry
        count += 1
    }

    private mutating func copy(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) {
        unescaped.append(contentsOf: UnsafeBufferPointer(start: base + from, count: to - from))
    }

    @inline(__always)
    private func find(_ byte: UInt8, _ base: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        guard from < end, let found = memchr(base + from, Int32(byte), end - from) else { return end }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
