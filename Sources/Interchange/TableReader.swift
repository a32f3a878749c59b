/// A table of a user that is being read: the names of its columns, then its rows in batches, once, forward.
///
/// A format conforms with a reader of its own; ``TableFile`` opens the one that fits a file. For one thread at a time.
public protocol TableReader: AnyObject {
    /// The name of the file for messages.
    var name: String { get }
    /// How its rows are written as CSV: in the file's own dialect, or in that of a French Excel for another format.
    var dialect: CSVDialect { get }
    /// The names of the columns.
    var header: CSVHeader { get }
    /// The sheet that the rows stand in; nil for a file that is no workbook.
    var sheet: SheetFacts? { get }
    /// How many rows have been delivered.
    var recordCount: Int { get }
    /// About how many rows the file has, judged by a batch of it; nil when that cannot be told.
    func estimatedCount(from batch: RowBatch) -> Int?
    /// The next rows, or nil at the end of the file.
    func nextBatch() throws(InterchangeError) -> RowBatch?
    /// The next rows without delivering them, or nil at the end of the file.
    func peekBatch() throws(InterchangeError) -> RowBatch?
    /// The line of the headings, or the row of a sheet, from 1.
    var headerLine: Int { get }
    /// What a user should know of how it was read, a sentence each.
    var notes: [TableNote] { get }
}

extension TableReader {
    /// The cells of the first rows, as texts, without delivering them; none where they cannot be read.
    ///
    /// - Parameter limit: how many rows at most.
    public func firstRows(_ limit: Int) -> [[String]] {
        guard let batch = try? peekBatch() else { return [] }
        return (0..<min(limit, batch.count)).map { batch.texts($0) }
    }
}

/// The sheet of a workbook that a table was read from.
public struct SheetFacts: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The row of the headings, from 1.
    public let headerRow: Int
    /// What a user should know of how it was read, a sentence each.
    public let notes: [TableNote]
}

/// Opens tables of users, whatever their format: a CSV, or a sheet of an Excel workbook; the first bytes tell which.
public enum TableFile {
    /// Opens a file; `-` is standard input. A workbook is in memory.
    ///
    /// - Throws: ``InterchangeError``: those of ``CSVReader`` and ``Spreadsheet/table(_:)``; badData for headings that look like
    ///   data, and when `choice` names a sheet and the file has none.
    public static func open(
        _ path: String, _ choice: Spreadsheet.Choice = .init()
    ) throws(InterchangeError) -> any TableReader {
        try open(ByteSource(path: path), choice)
    }

    /// The same for bytes in memory.
    public static func open(
        _ bytes: [UInt8], name: String, _ choice: Spreadsheet.Choice = .init()
    ) throws(InterchangeError) -> any TableReader {
        try open(ByteSource(bytes: bytes, name: name), choice)
    }

    private static func open(
        _ source: ByteSource, _ choice: Spreadsheet.Choice
    ) throws(InterchangeError) -> any TableReader {
        guard try SpreadsheetKind.isLikely(source.head(8)) else {
            guard choice == .init() else {
                throw InterchangeError(
                    .badData, "the file is no Excel workbook: it has no sheets or rows to choose", file: source.name)
            }
            if try GeoJSONTable.isLikely(source.head(1 << 10)) { return try GeoJSONTable.open(source) }
            return try CSVReader(source)
        }
        let bytes = try source.readAll()
        let table = try Spreadsheet(bytes: bytes, name: source.name).table(choice)
        if let objection = CSVHeader.objection(to: table.header.names) {
            let excerpt = table.header.raw.withUnsafeBufferPointer {
                Excerpt(line: $0, fault: 0, encoding: table.dialect.encoding, label: "first line")
            }
            throw InterchangeError(
                .badData, "expected a header line: \(objection)", file: source.name, line: table.headerLine, column: 1,
                excerpt: excerpt)
        }
        return table
    }
}
