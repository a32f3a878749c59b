// A table of a user, whether it is a CSV or a sheet of an Excel workbook.
extension CSVReader {
    /// Opens a CSV, or a sheet of a workbook as if it were one; `-` is standard input. Which it is is told by the first bytes.
    ///
    /// A workbook is in memory, and so is the text of the sheet; ``sheet`` then says how it was read. Lines are rows of the sheet.
    ///
    /// - Throws: ``InterchangeError``, those of ``init(_:stated:header:batchBytes:maximumRecordBytes:sampleBytes:)`` and
    ///   ``Spreadsheet/table(_:)``; badData when `choice` names a sheet and the file has none.
    public convenience init(table path: String, _ choice: Spreadsheet.Choice = .init()) throws(InterchangeError) {
        try self.init(table: ByteSource(path: path), choice)
    }

    /// The same for bytes in memory.
    public convenience init(
        table bytes: [UInt8], name: String, _ choice: Spreadsheet.Choice = .init()
    ) throws(InterchangeError) {
        try self.init(table: ByteSource(bytes: bytes, name: name), choice)
    }

    private convenience init(table source: ByteSource, _ choice: Spreadsheet.Choice) throws(InterchangeError) {
        guard try SpreadsheetKind.isLikely(source.head(8)) else {
            guard choice == .init() else {
                throw InterchangeError(
                    .badData, "the file is no Excel workbook: it has no sheets or rows to choose", file: source.name)
            }
            try self.init(source)
            return
        }
        let bytes = try source.readAll(atMost: Self.workbookLimit)
        let table = try Spreadsheet(bytes: bytes, name: source.name).table(choice)
        let dialect = CSVDialect.frenchExcel
        try self.init(
            ByteSource(bytes: table.bytes, name: source.name, inflates: false),
            stated: .init(
                delimiter: dialect.delimiter, newline: dialect.newline, encoding: dialect.encoding,
                decimalComma: dialect.decimalComma))
        sheet = .init(name: table.sheet.name, headerRow: table.headerRow, notes: table.notes)
    }

    /// The most bytes of a workbook as it is stored.
    private static let workbookLimit = 1 << 30

    /// The sheet that a table was read from.
    public struct SheetFacts: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The row of the headings, from 1.
        public let headerRow: Int
        /// What a user should know of how it was read, a sentence each.
        public let notes: [String]
    }
}
