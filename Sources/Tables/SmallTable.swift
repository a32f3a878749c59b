package import Interchange
package import Provenance

/// A small CSV or workbook that a user writes by hand, read whole: aliases, groups, a landlord's list, subsidised actions.
package struct SmallTable: Sendable {
    /// A record and where it stands.
    package struct Row: Sendable {
        package let cells: [String]
        /// The record's bytes as they stand, without the end of the line.
        package let raw: [UInt8]
        /// The line of the file, from 1.
        package let line: Int

        /// The text of a cell without white space at its ends; empty when the row lacks it.
        package func text(_ column: Int) -> String { column < cells.count ? cells[column].trimmed : "" }

        /// Whether nothing stands in it.
        package var isBlank: Bool { cells.allSatisfy { $0.trimmed.isEmpty } }
    }

    package let source: SourceFile
    package private(set) var rows: [Row]
    package let dialect: CSVDialect
    package let header: CSVHeader
    package let headerLine: Int

    package init(path: String) throws {
        let bytes = try ByteSource(path: path, inflates: false).readAll()
        source = SourceFile(path: path, sha256: SHA256Digest(of: bytes).hexadecimal)
        let reader = try TableFile.open(bytes, name: path)
        dialect = reader.dialect
        header = reader.header
        headerLine = reader.headerLine
        var rows: [Row] = []
        var cells = CSVCells()
        while let batch = try reader.nextBatch() {
            batch.forEachRecord(using: &cells) { record in
                rows.append(
                    Row(
                        cells: (0..<record.count).map { record.text($0) }, raw: Array(record.raw), line: record.line))
            }
        }
        self.rows = rows
    }

    /// The column of the first of these names that the header has.
    package func column(_ names: [String]) throws(TableError) -> Int {
        if let column = find(names) { return column }
        throw error(
            "no column is named \(names.joined(separator: " or ")); the file has "
                + header.names.joined(separator: ", "), headerLine)
    }

    /// The column of the first of these names that the header has; nil when it has none.
    package func find(_ names: [String]) -> Int? {
        ColumnNames(header.names).first(names)
    }

    /// The column that the user named, exactly or after folding; without a name the first of those known, if any.
    package func column(named name: String?, else names: [String]) throws(TableError) -> Int? {
        guard let name else { return find(names) }
        do {
            return try ColumnNames(header.names).column(named: name)
        } catch {
            throw self.error("\(error)", headerLine)
        }
    }

    /// The same without rows of which every cell is empty, as spreadsheets leave behind.
    package func withoutBlankRows() -> SmallTable {
        var table = self
        table.rows.removeAll(where: \.isBlank)
        return table
    }

    package func error(_ message: String, _ line: Int, remedy: TableError.Remedy? = nil) -> TableError {
        TableError(message: message, file: source.path, line: line, remedy: remedy)
    }
}

/// A fault in a small table that a user wrote.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public let message: String
    /// The file as the user gave it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What the caller can do, where something can be done.
    public let remedy: Remedy?

    /// What the caller can do about an error.
    public enum Remedy: Sendable, Equatable {
        /// Name the column of declared scopes.
        case nameScopeColumn
        /// Audit the rows with their positions.
        case auditPositions
        /// Audit the rows.
        case audit
    }

    package init(message: String, file: String, line: Int, remedy: Remedy? = nil) {
        (self.message, self.file, self.line, self.remedy) = (message, file, line, remedy)
    }

    /// What is wrong and where, as a compiler writes it.
    public var description: String { "error: \(message)\n  --> \(file):\(line)" }
}
