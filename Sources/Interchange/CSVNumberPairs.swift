import Foundation

/// Two numbers of one row, and how they are written.
public struct CSVNumberPair: BitwiseCopyable, Sendable {
    /// The number of the first column; NaN for a cell that is no number.
    public var x: Double
    /// The number of the second column; NaN for a cell that is no number.
    public var y: Double
    /// How many cells the row has.
    public var cellCount: Int32
    /// Where the bytes of `x` lie in the record, as ``OutputBuffer`` would write it, trimmed, to seven decimals; of no length
    /// when they do not stand there so.
    public var xText: CSVTextPlace
    /// The same for `y`.
    public var yText: CSVTextPlace

    /// States all parts.
    public init(x: Double, y: Double, cellCount: Int32, xText: CSVTextPlace, yText: CSVTextPlace) {
        self.x = x
        self.y = y
        self.cellCount = cellCount
        self.xText = xText
        self.yText = yText
    }
}

/// Some bytes of a record.
public struct CSVTextPlace: BitwiseCopyable, Sendable {
    /// How many bytes stand before them in the record.
    public var start: UInt32
    /// How many there are.
    public var length: UInt32

    /// None at all.
    public static let none = CSVTextPlace(start: 0, length: 0)
}

extension RowBatch {
    /// The numbers of two columns in some rows: what ``parseDouble(_:decimalComma:)`` says of each cell, faster where the batch
    /// has no quotes and the numbers are plain. Linear.
    ///
    /// - Parameters:
    ///   - columns: the places of the two columns, from 0.
    ///   - cells: the scratch memory of the calling worker.
    ///   - pairs: takes the numbers of each row, in order; as long as the range.
    public func readNumbers(
        _ rows: Range<Int>, columns: (x: Int, y: Int), using cells: inout CSVCells,
        into pairs: UnsafeMutableBufferPointer<CSVNumberPair>
    ) {
        precondition(pairs.count == rows.count && rows.upperBound <= count, "a pair for each row")
        guard !hasQuotes else {
            for (i, row) in rows.enumerated() {
                pairs[i] = withRecord(row, using: &cells) { $0.numbers(columns, dialect.decimalComma) }
            }
            return
        }
        bytes.withUnsafeBufferPointer { bytes in
            bounds.withUnsafeBufferPointer { bounds in
                for (i, row) in rows.enumerated() {
                    let record = bounds[row]
                    pairs[i] = PlainRow(bytes.baseAddress! + Int(record.start), Int(record.end - record.start))
                        .numbers(columns, dialect)
                }
            }
        }
    }
}

extension TableRow {
    /// The slow way, for any record.
    fileprivate func numbers(_ columns: (x: Int, y: Int), _ decimalComma: Bool) -> CSVNumberPair {
        CSVNumberPair(
            x: parseDouble(cell(columns.x), decimalComma: decimalComma) ?? .nan,
            y: parseDouble(cell(columns.y), decimalComma: decimalComma) ?? .nan,
            cellCount: Int32(truncatingIfNeeded: count), xText: .none, yText: .none)
    }
}

/// A record without quotes.
private struct PlainRow {
    let base: UnsafePointer<UInt8>
    let length: Int

    @inline(__always)
    init(_ base: UnsafePointer<UInt8>, _ length: Int) {
        self.base = base
        self.length = length
    }

    @inline(__always)
    func numbers(_ columns: (x: Int, y: Int), _ dialect: CSVDialect) -> CSVNumberPair {
        var x = (start: 0, end: -1)
        var y = x
        var column = 0
        var start = 0
        @inline(__always) func close(_ end: Int) {
            if column == columns.x { x = (start, end) }
            if column == columns.y { y = (start, end) }
            column += 1
            start = end + 1
        }
        let raw = UnsafeRawPointer(base)
        let pattern = UInt64(dialect.delimiter) &* 0x0101_0101_0101_0101
        let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var offset = 0
        while offset < length {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ pattern
            // The high bit of each byte that equals the separator. Source: Warren, "Hacker's Delight", 6-1.
            var hits = ~(((word & low7) &+ low7) | word | low7)
            if length - offset < 8 { hits &= (1 << UInt64(8 * (length - offset))) - 1 }
            while hits != 0 {
                close(offset + hits.trailingZeroBitCount >> 3)
                hits &= hits &- 1
            }
            offset += 8
        }
        close(length)
        let first = number(x, dialect.decimalComma)
        let second = number(y, dialect.decimalComma)
        return CSVNumberPair(
            x: first.value, y: second.value, cellCount: Int32(truncatingIfNeeded: column), xText: first.text,
            yText: second.text)
    }

    @inline(__always)
    private func number(_ cell: (start: Int, end: Int), _ decimalComma: Bool) -> (value: Double, text: CSVTextPlace) {
        let count = cell.end - cell.start
        // A decimal comma is written as one: nothing can be taken over then.
        if count > 0, !decimalComma, let plain = PlainDecimal(base + cell.start, count) {
            let length = plain.decimals <= 7 ? plain.canonicalLength : 0
            return (plain.value, CSVTextPlace(start: UInt32(truncatingIfNeeded: cell.start), length: UInt32(length)))
        }
        let bytes = UnsafeBufferPointer(start: base + cell.start, count: max(count, 0))
        return (parseDouble(bytes, decimalComma: decimalComma) ?? .nan, .none)
    }
}
