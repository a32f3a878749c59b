import Interchange

/// A small CSV or workbook that a user writes by hand, read whole: aliases, groups.
struct SmallTable {
    /// A record and where it stands.
    struct Row {
        let cells: [String]
        /// The line of the file, from 1.
        let line: Int

        /// The text of a cell without white space at its ends; empty when the row lacks it.
        func text(_ column: Int) -> String { column < cells.count ? cells[column].trimmed : "" }

        /// Whether nothing stands in it.
        var isBlank: Bool { cells.allSatisfy { $0.trimmed.isEmpty } }
    }

    let source: SourceFile
    let rows: [Row]
    private let header: [String]

    init(path: String) throws {
        let bytes = try ByteSource(path: path, inflates: false).readAll()
        source = SourceFile(path: path, sha256: SHA256Digest(of: bytes).hexadecimal)
        let reader = try CSVReader(table: bytes, name: path)
        header = reader.header.names
        var rows: [Row] = []
        var cells = CSVCells()
        while let batch = try reader.nextBatch() {
            batch.forEachRecord(using: &cells) { record in
                rows.append(Row(cells: (0..<record.count).map { record.text($0) }, line: record.line))
            }
        }
        self.rows = rows
    }

    /// The column of the first of these names that the header has.
    func column(_ names: [String]) throws(TableError) -> Int {
        let folded = header.map(ColumnNames.fold)
        for name in names {
            if let column = folded.firstIndex(of: name) { return column }
        }
        throw error(
            "no column is named \(names.joined(separator: " or ")); the file has \(header.joined(separator: ", "))", 1)
    }

    func error(_ message: String, _ line: Int) -> TableError {
        TableError(message: message, file: source.path, line: line)
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

    /// What is wrong and where, as a compiler writes it.
    public var description: String { "error: \(message)\n  --> \(file):\(line)" }
}
