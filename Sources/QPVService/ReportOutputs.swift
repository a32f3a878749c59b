import Interchange
package import QPVKit

/// The outputs of one report: none takes its name before all are written.
package struct ReportOutputs {
    private let results: [(format: ReportFormat, file: ResultFile)]
    private let table: String?

    /// Opens them, standard output alone when none is named.
    ///
    /// - Parameter table: the only table to be written, as CSV; nil for the report.
    package init(paths: [String], notReplacing inputs: [String], table: String? = nil) throws {
        self.table = table
        results = try (paths.isEmpty ? ["-"] : paths).map { path in
            (ReportFormat(path: path) ?? .markdown, try ResultFile(path: path, notReplacing: inputs))
        }
        for (rank, result) in results.enumerated() {
            for other in results[..<rank] where other.file.meets(result.file) {
                throw RequestError.usage(.outputsMeet(.any))
            }
        }
    }

    /// Refuses another output of the run that would be one file with one of these.
    package func requireApart(from other: ResultFile) throws(RequestError) {
        if results.contains(where: { $0.file.meets(other) }) { throw .usage(.outputsMeet(.any)) }
    }

    /// Writes the report to all of them, each with its provenance beside it.
    ///
    /// - Parameter others: other outputs of the run, completed along with them; none is written when the report lacks the table.
    package func write(_ report: Report, with others: [(file: ResultFile, bytes: [UInt8])] = []) throws {
        var outputs = others
        if let table {
            guard let bytes = report.bytes(ofTable: table) else {
                throw RequestError.usage(.noSuchTable(table, tables: report.tables.map(\.name)))
            }
            outputs += results.map { ($0.file, bytes) }
        } else {
            outputs += try results.map { ($0.file, try report.bytes(as: $0.format)) }
        }
        for output in outputs { try output.file.write(output.bytes) }
        try ResultFile.commit(outputs.map(\.file), report.provenance)
    }
}
