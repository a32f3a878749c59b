import Foundation

/// Some whole rows of a table, about a quarter of a megabyte of them as CSV, to be used on any thread.
///
/// The rows of a CSV are parsed where they are used; another format has found their cells before.
public struct RowBatch: Sendable {
    /// Where a record lies in `bytes`, without its line end.
    struct Bounds {
        var start: UInt32
        var end: UInt32
        var line: Int
    }

    /// The bytes of the records, and some more so that words can be read.
    let bytes: [UInt8]
    let bounds: [Bounds]
    /// Whether a quote stands anywhere in the records.
    let hasQuotes: Bool
    /// The rank in the file of the first record, from 0, the header not counted.
    public let firstRecord: Int
    /// The dialect of the file.
    public let dialect: CSVDialect
    /// The cells, where the format stores them one by one; nil where they are parsed from the bytes.
    private let typed: TypedCells?

    /// Whether each cell has a column of its own, so that one too many shifts no other: not so in a CSV.
    public var hasFixedColumns: Bool { typed != nil }

    /// How many records there are; at least one.
    public var count: Int { bounds.count }

    /// How many bytes the records take.
    public var byteCount: Int { bytes.count - Self.padding }

    /// How many bytes behind the last record may be read.
    public static let padding = 32

    /// - Parameter bytes: those of the records, and ``padding`` more.
    init(bytes: [UInt8], bounds: [Bounds], firstRecord: Int, dialect: CSVDialect, typed: TypedCells? = nil) {
        self.bytes = bytes
        self.bounds = bounds
        self.firstRecord = firstRecord
        self.dialect = dialect
        self.typed = typed
        hasQuotes = bytes.withUnsafeBufferPointer { memchr($0.baseAddress!, Int32(quote), bytes.count) != nil }
    }

    /// The line of a record's first byte in the file, counted from 1; lines inside quotes count. Of a sheet, its row.
    public func line(_ index: Int) -> Int { bounds[index].line }

    /// Whether a record of a UTF-8 file holds bytes that are not UTF-8; false in other encodings.
    ///
    /// Linear in the record; 8 bytes at a time where it is ASCII.
    public func hasInvalidText(_ index: Int) -> Bool {
        guard dialect.encoding != .windows1252 else { return false }
        return !withRaw(index) { UTF8Check.isValid($0) }
    }

    /// Gives the bytes of a record without its line end, as they are in the file; the pointer dies with `body`.
    public func withRaw<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        let place = bounds[index]
        return try bytes.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[Int(place.start)..<Int(place.end)]))
        }
    }

    /// Gives the bytes of all records and where one of them lies; ``padding`` bytes more can be read. The pointer dies with
    /// `body`.
    public func withRawRecords<R>(
        _ body: (_ base: UnsafePointer<UInt8>, _ range: (_ index: Int) -> Range<Int>) throws -> R
    ) rethrows -> R {
        try bytes.withUnsafeBufferPointer { bytes in
            try bounds.withUnsafeBufferPointer { bounds in
                try body(bytes.baseAddress!) { Int(bounds[$0].start)..<Int(bounds[$0].end) }
            }
        }
    }

    /// Gives a record with its cells; neither outlives `body`.
    ///
    /// - Parameter cells: the scratch memory of the calling worker.
    public func withRecord<R>(
        _ index: Int, using cells: inout CSVCells, _ body: (TableRow) throws -> R
    ) rethrows -> R {
        let place = bounds[index]
        return try bytes.withUnsafeBufferPointer { bytes in
            let base = bytes.baseAddress! + Int(place.start)
            let length = Int(place.end - place.start)
            if let typed {
                return try typed.withEntries(index) { entries, count, unescaped in
                    try body(
                        TableRow(
                            base: base, length: length, entries: entries, unescaped: unescaped, count: count,
                            line: place.line, encoding: dialect.encoding))
                }
            }
            cells.parse(base, length, delimiter: dialect.delimiter)
            let count = cells.count
            return try cells.entries.withUnsafeBufferPointer { entries in
                try cells.unescaped.withUnsafeBufferPointer { unescaped in
                    try body(
                        TableRow(
                            base: base, length: length, entries: entries.baseAddress!, unescaped: unescaped.baseAddress,
                            count: count, line: place.line, encoding: dialect.encoding))
                }
            }
        }
    }

    /// What a cell of a record holds; a cell that the record lacks is empty.
    ///
    /// - Parameter cells: the scratch memory of the calling worker.
    public func value(_ index: Int, _ column: Int, using cells: inout CSVCells) -> CellValue {
        withRecord(index, using: &cells) { row in
            guard !row.cell(column).isEmpty else { return .empty }
            return typed?.value(index, column) ?? .text
        }
    }

    /// Gives each record in turn with its cells; see ``withRecord(_:using:_:)``.
    public func forEachRecord(using cells: inout CSVCells, _ body: (TableRow) throws -> Void) rethrows {
        for index in bounds.indices { try withRecord(index, using: &cells, body) }
    }

    /// The cells of a record as texts: for small files, where speed is no matter.
    public func texts(_ index: Int) -> [String] {
        var cells = CSVCells()
        return withRecord(index, using: &cells) { record in (0..<record.count).map { record.text($0) } }
    }
}

/// One record and its cells, valid only inside the closure that it is given to.
public struct TableRow {
    let base: UnsafePointer<UInt8>
    let length: Int
    let entries: UnsafePointer<CSVCells.Entry>
    let unescaped: UnsafePointer<UInt8>?
    /// How many cells the record has; at least one.
    public let count: Int
    /// The line of its first byte in the file, counted from 1.
    public let line: Int
    let encoding: TextEncoding

    /// The bytes of the record without its line end, as they are in the file.
    public var raw: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: length) }

    /// The bytes of a cell without its quotes, in the file's encoding; no bytes for a cell that the record lacks.
    public func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0 && index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let entry = entries[index]
        let start = entry.start >= 0 ? base + Int(entry.start) : unescaped.map { $0 + Int(~entry.start) }
        return UnsafeBufferPointer(start: start, count: Int(entry.length))
    }

    /// The text of a cell; bytes that are not valid in the file's encoding become U+FFFD.
    public func text(_ index: Int) -> String { encoding.string(cell(index)) }
}
