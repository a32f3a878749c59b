/// A sheet of a workbook as a table. The rows are in memory until they are delivered; their lines are the rows of the sheet.
public final class SheetTable: TableReader {
    /// The name of the file for messages.
    public let name: String
    /// How the rows are written as CSV: ``CSVDialect/frenchExcel``.
    public let dialect = CSVDialect.frenchExcel
    /// The names of the columns.
    public let header: CSVHeader
    /// The sheet, and how it was read.
    public let sheet: SheetFacts?
    /// How many rows have been delivered.
    public private(set) var recordCount = 0
    /// What is not delivered yet, the next batch last.
    private var batches: [RowBatch]

    init(name: String, header: CSVHeader, sheet: SheetFacts, batches: [RowBatch]) {
        (self.name, self.header, self.sheet, self.batches) = (name, header, sheet, batches.reversed())
    }

    /// The row of the headings.
    public var headerLine: Int { sheet?.headerRow ?? 1 }
    /// How the sheet was read.
    public var notes: [TableNote] { sheet?.notes ?? [] }

    /// Not told: the rows are read before the first is delivered.
    public func estimatedCount(from batch: RowBatch) -> Int? { nil }

    /// The next rows without delivering them, or nil at the end of the sheet.
    public func peekBatch() throws(InterchangeError) -> RowBatch? { batches.last }

    /// The next rows, or nil at the end of the sheet.
    public func nextBatch() throws(InterchangeError) -> RowBatch? {
        let batch = batches.popLast()
        recordCount += batch?.count ?? 0
        return batch
    }
}
