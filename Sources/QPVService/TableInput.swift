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
            case .file(let path): try watched(path, context)
            case .bytes(let bytes, let name): try TableFile.open(bytes, name: name, sheet)
            }
        if let sheet = reader.sheet {
            context.note(.workbookRead(name: reader.name, sheet: sheet.name, dialect: reader.dialect))
        } else {
            context.note(.tableRead(name: reader.name, dialect: reader.dialect))
        }
        for note in reader.notes { context.note(.tableReading(note)) }
        return reader
    }

    private func watched(_ path: String, _ context: RunContext) throws -> any TableReader {
        context.watch(path)
        return try TableFile.open(path, sheet)
    }

    /// The same; where no gazetteer serves for the session's perimeters, the positions of rows that have both count.
    package func plan(
        _ reader: any TableReader, in session: Session, _ context: RunContext
    ) throws -> RowPlan {
        let names = Self.names(of: reader)
        // Columns that do not fit are the ordinary plan's to refuse.
        if columns == .found, let plan = (try? RowPlan.positions(in: names, crs: nil)) ?? nil,
            ((try? RowPlan.addresses(in: names)) ?? nil) != nil, try !session.hasGazetteer()
        {
            note(plan, names, reader, context)
            return plan
        }
        return try plan(reader, names, takesPositions: true, context)
    }

    /// Finds the columns that say where the rows are and notes them.
    ///
    /// - Parameter takesPositions: whether the request can do with coordinates.
    package func plan(
        _ reader: any TableReader, takesPositions: Bool = true, _ context: RunContext
    ) throws(RequestError) -> RowPlan {
        try plan(reader, Self.names(of: reader), takesPositions: takesPositions, context)
    }

    private func plan(
        _ reader: any TableReader, _ known: ColumnNames, takesPositions: Bool, _ context: RunContext
    ) throws(RequestError) -> RowPlan {
        let plan: RowPlan
        do {
            plan = try columns.plan(known)
        } catch {
            throw .columns(error, at: reader.headerPlace, remedies: .row(takesPositions: takesPositions))
        }
        note(plan, known, reader, context)
        return plan
    }

    /// The columns of a table, with what their first rows hold.
    private static func names(of reader: any TableReader) -> ColumnNames {
        ColumnNames(reader.header.names, sample: reader.firstRows(ColumnNames.sampleRows))
    }

    private func note(_ plan: RowPlan, _ known: ColumnNames, _ reader: any TableReader, _ context: RunContext) {
        let names = plan.columns.map { reader.header.names[$0] }
        switch plan {
        case .addresses(let columns):
            context.note(.addressColumns(names))
            noteUnread(columns.unread, makesUnsure: columns.isIncomplete, context)
            if !columns.hasTown, !columns.text.contains(where: known.namesTowns) { context.note(.townNotNamed) }
        case .coordinates(let columns): context.note(.positionColumns(names, crs: columns.crs))
        }
        let rest = known.rest(besides: Set(plan.columns))
        if !rest.isEmpty { context.note(.columnsNotUsed(rest)) }
    }
}

/// Notes columns that look like something that matters and are not read: once a kind.
func noteUnread(_ columns: [UnreadColumn], makesUnsure: Bool = false, _ context: RunContext) {
    for kind in UnreadColumn.Kind.allCases {
        let names = columns.filter { $0.kind == kind }.map(\.name)
        if !names.isEmpty {
            context.note(.columnsUnread(kind, names, makesUnsure: makesUnsure && kind.isOfAddress))
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
