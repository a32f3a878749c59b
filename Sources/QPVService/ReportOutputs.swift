import Interchange
import QPVKit

/// The outputs of one report: none takes its name before all are written.
struct ReportOutputs {
    private let results: [(format: ReportFormat, file: ResultFile)]
    private let table: String?
    private let personal: [String]

    /// Opens them.
    ///
    /// - Parameters:
    ///   - inputs: files that they must not replace.
    ///   - personal: inputs about persons.
    init(_ files: ReportFiles, notReplacing inputs: [String], limitedTo personal: [String]) throws {
        table = files.table
        self.personal = personal
        results = try files.paths.map { path in
            guard let format = path == "-" ? .markdown : ReportFormat(path: path) else {
                throw RequestError.usage(.unknownReportFormat, file: path)
            }
            return (format, try ResultFile(path: path, notReplacing: inputs, limitedTo: personal))
        }
        try ResultFile.requireApart(results.map(\.file))
    }

    /// Refuses another output of the run that would be one file with one of these.
    func requireApart(from other: ResultFile) throws(RequestError) {
        if results.contains(where: { $0.file.meets(other) }) { throw .usage(.outputsMeet(.any)) }
    }

    /// Opens another output of the run, which must not be one file with one of these; nil for none.
    func beside(_ path: String?, notReplacing inputs: [String]) throws -> ResultFile? {
        guard let path else { return nil }
        let file = try ResultFile(path: path, notReplacing: inputs, limitedTo: personal)
        try requireApart(from: file)
        return file
    }

    /// Writes the report to all of them, each with its provenance beside it.
    ///
    /// - Parameters:
    ///   - provenance: what stands beside the outputs; nil for what stands in the report.
    ///   - others: other outputs of the run, completed along with them; none is written when the report lacks the table.
    func write(
        _ report: Report, beside provenance: Provenance? = nil, with others: [(file: ResultFile, bytes: [UInt8])] = [],
        _ context: RunContext
    ) throws {
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
        try ResultFile.commit(outputs.map(\.file), provenance ?? report.provenance, context)
    }
}
