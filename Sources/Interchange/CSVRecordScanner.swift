import Foundation

/// Finds where CSV records end in a buffer that is filled piece by piece.
///
/// A quote opens only at the beginning of a cell; elsewhere it is a character like any other, and so is everything after a
/// closing quote up to the next separator. The work is done by `memchr`: one pass for line ends, one for quotes.
struct CSVRecordScanner {
    /// Where a record lies in the buffer, without its line end.
    struct Bounds {
        var start: Int
        var end: Int
        /// The line of its first byte, from 1.
        var line: Int
    }

    let delimiter: UInt8
    /// The byte that ends a record.
    let terminator: UInt8

    /// The first byte of the record being scanned.
    private(set) var recordStart = 0
    /// The line of that byte.
    private(set) var line = 1
    /// The opening quote of the cell being scanned, if there is one.
    private(set) var opening: Int?
    /// Where scanning goes on.
    private var position = 0
    /// The next line end at or after `position`; `end` when there is none; -1 when not looked for.
    private var nextTerminator = -1
    /// The same for the next quote.
    private var nextQuote = -1
    /// The line ends inside quotes so far in this record.
    private var innerLines = 0

    init(delimiter: UInt8, newline: CSVDialect.Newline) {
        self.delimiter = delimiter
        terminator = newline == .cr ? 0x0D : 0x0A
    }

    /// The next record, or nil when the buffer holds no more whole ones.
    ///
    /// - Parameter isLast: whether nothing comes after `end`, so that the last record needs no line end.
    mutating func next(_ base: UnsafePointer<UInt8>, end: Int, isLast: Bool) -> Bounds? {
        while true {
            if opening != nil {
                if !closeQuote(base, end, isLast) { return nil }
            }
            if nextTerminator < position { nextTerminator = Self.find(terminator, base, position, end) }
            if nextQuote < position { nextQuote = Self.find(quote, base, position, end) }
            if nextQuote < nextTerminator {
                let isOpening = nextQuote == recordStart || base[nextQuote - 1] == delimiter
                position = nextQuote + 1
                if isOpening { opening = nextQuote }
                continue
            }
            if nextTerminator == end && (!isLast || recordStart == end) { return nil }
            return endRecord(base, at: nextTerminator, end)
        }
    }

    /// Goes back to a record of this buffer: it is the next one.
    mutating func goBack(to record: Bounds) {
        (recordStart, position, line) = (record.start, record.start, record.line)
        (opening, innerLines) = (nil, 0)
        (nextTerminator, nextQuote) = (-1, -1)
    }

    /// Says that the first `count` bytes have left the buffer, or that bytes were added to it.
    mutating func rebase(by count: Int) {
        recordStart -= count
        position -= count
        opening = opening.map { $0 - count }
        nextTerminator = -1
        nextQuote = -1
    }

    /// Goes behind the closing quote; false when the buffer does not hold it for certain.
    private mutating func closeQuote(_ base: UnsafePointer<UInt8>, _ end: Int, _ isLast: Bool) -> Bool {
        while true {
            let closing = Self.find(quote, base, position, end)
            if nextTerminator < position { nextTerminator = Self.find(terminator, base, position, end) }
            while nextTerminator < closing {
                innerLines += 1
                position = nextTerminator + 1
                nextTerminator = Self.find(terminator, base, position, end)
            }
            position = closing
            if closing == end || (closing + 1 == end && !isLast) { return false }
            if closing + 1 < end && base[closing + 1] == quote {
                position = closing + 2
                continue
            }
            position = closing + 1
            opening = nil
            return true
        }
    }

    private mutating func endRecord(_ base: UnsafePointer<UInt8>, at terminatorIndex: Int, _ end: Int) -> Bounds {
        var bounds = Bounds(start: recordStart, end: terminatorIndex, line: line)
        if terminator == 0x0A, bounds.end > bounds.start, base[bounds.end - 1] == 0x0D { bounds.end -= 1 }
        recordStart = min(terminatorIndex + 1, end)
        position = recordStart
        line += innerLines + 1
        innerLines = 0
        return bounds
    }

    @inline(__always)
    private static func find(_ byte: UInt8, _ base: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        guard from < end, let found = memchr(base + from, Int32(byte), end - from) else { return end }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
