public import Interchange
package import QPVKit

/// A table of a user: a CSV or a sheet of an Excel workbook, and the columns that say where its rows are.
public struct TableInput: Sendable {
    /// Where the bytes are.
    public enum Content: Sendable, Equatable {
        /// A file; `-` is standard input.
        case file(String)
        /// Bytes in memory, with the name that messages and the provenance give them.
        case bytes([UInt8], name: String)
    }

    /// Where the bytes are.
    public var content: Content
    /// The sheet and the row of headings of a workbook; by default found.
    public var sheet: Spreadsheet.Choice
    /// The columns that say where the rows are; by default found by their names.
    public var columns: RowColumns

    /// States a table.
    public init(_ content: Content, sheet: Spreadsheet.Choice = .init(), columns: RowColumns = .found) {
        (self.content, self.sheet, self.columns) = (content, sheet, columns)
    }

    /// The files that an output must not replace.
    package var files: [String] { if case .file(let path) = content { [path] } else { [] } }

    /// What messages and the provenance call the table; `-` for standard input.
    package var name: String {
        switch content {
        case .file(let path): path
        case .bytes(_, let name): name
        }
    }

    /// The table as a file that a result rests on.
    ///
    /// - Throws: `InterchangeError` when the file cannot be read.
    package func source() throws -> SourceFile {
        switch content {
        case .file(let path): try SourceFile(streamed: path)
        case .bytes(let bytes, let name): SourceFile(path: name, sha256: SHA256Digest(of: bytes).hexadecimal)
        }
    }

    /// Another file with the same choice of sheet and columns.
    package func with(file: String) -> TableInput {
        var table = self
        table.content = .file(file)
        return table
    }

    /// Opens the table and notes how it was read.
    ///
    /// - Throws: `InterchangeError`.
    package func open(_ context: RunContext) throws -> any TableReader {
        let reader =
            switch content {
            case .file(let path): try TableFile.open(path, sheet)
            case .bytes(let bytes, let name): try TableFile.open(bytes, name: name, sheet)
            }
        if let sheet = reader.sheet {
            context.note(.workbookRead(name: reader.name, sheet: sheet.name, dialect: reader.dialect))
            for note in sheet.notes { context.note(.workbookReading(note)) }
        } else {
            context.note(.tableRead(name: reader.name, dialect: reader.dialect))
        }
        return reader
    }

    /// The same; where no gazetteer serves for the session's perimeters, the positions of rows that have both count.
    package func plan(
        _ reader: any TableReader, in session: Session, _ context: RunContext
    ) throws -> RowPlan {
        let names = ColumnNames(reader.header.names)
        // Columns that do not fit are the ordinary plan's to refuse.
        if columns == .found, let plan = (try? RowPlan.positions(in: names, crs: nil)) ?? nil,
            ((try? RowPlan.addresses(in: names)) ?? nil) != nil, try !session.hasGazetteer()
        {
            note(plan, reader, context)
            return plan
        }
        return try plan(reader, context)
    }

    /// Finds the columns that say where the rows are and notes them.
    ///
    /// - Parameter takesPositions: whether the request can do with coordinates.
    package func plan(
        _ reader: any TableReader, takesPositions: Bool = true, _ context: RunContext
    ) throws(RequestError) -> RowPlan {
        let header = reader.header.names
        let plan: RowPlan
        do {
            plan = try columns.plan(ColumnNames(header))
        } catch {
            throw .columns(error, at: reader.headerPlace, remedies: .row(takesPositions: takesPositions))
        }
        note(plan, reader, context)
        return plan
    }

    private func note(_ plan: RowPlan, _ reader: any TableReader, _ context: RunContext) {
        let names = plan.columns.map { reader.header.names[$0] }
        switch plan {
        case .addresses: context.note(.addressColumns(names))
        case .coordinates(let columns): context.note(.positionColumns(names, crs: columns.crs))
        }
    }
}

/// Notes which of the columns appended to a table got a number, because the table has their name.
///
/// - Parameter names: gives the columns appended to a header.
func noteRenamed(_ names: ([String]) -> [String], _ reader: any TableReader, _ context: RunContext) {
    let renamed = zip(names([]), names(reader.header.names)).filter { $0 != $1 }.map(\.1)
    guard let first = renamed.first, let last = renamed.last else { return }
    context.note(.columnsRenamed(first: first, last: last, count: renamed.count))
}
