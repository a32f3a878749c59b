public import ArgumentParser
public import QPVKit

/// Where a report goes, in which formats and language.
struct ReportOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Where the report goes (repeatable): .html, .md, .csv, .json or .xlsx; - is standard output, as Markdown.",
            valueName: "file"))
    var output: [String] = []

    @Option(help: ArgumentHelp("The language of the report: fr or en.", valueName: "language"))
    var lang: Language = .french

    @Option(
        help: ArgumentHelp(
            "Only this table of the report, as plain CSV; the outputs are .csv files or -.", valueName: "name"))
    var table: String?

    func validate() throws {
        if table != nil, let path = output.first(where: { $0 != "-" && ReportFormat(path: $0) != .csv }) {
            throw ValidationError("--table writes CSV, not \(path)")
        }
        for path in output where path != "-" && ReportFormat(path: path) == nil {
            throw ValidationError("--output \(path): a report ends with .html, .md, .csv, .json or .xlsx")
        }
        guard Set(output).count == output.count else { throw ValidationError("--output names one file twice") }
    }

    /// Opens every output, standard output alone when none is named, before the work begins.
    func open(notReplacing inputs: [String]) throws -> ReportOutputs {
        try ReportOutputs(paths: output.isEmpty ? ["-"] : output, notReplacing: inputs, table: table)
    }
}

extension Language: ExpressibleByArgument {}

/// The outputs of one report: none takes its name before all are written.
struct ReportOutputs {
    private let results: [(format: ReportFormat, file: ResultFile)]
    private let table: String?

    /// - Parameter table: the only table to be written, as CSV; nil for the report.
    init(paths: [String], notReplacing inputs: [String], table: String? = nil) throws {
        self.table = table
        results = try paths.map { path in
            (ReportFormat(path: path) ?? .markdown, try ResultFile(path: path, notReplacing: inputs))
        }
        for (rank, result) in results.enumerated() {
            for other in results[..<rank] where other.file.meets(result.file) {
                throw CommandError.usage("two outputs would be one file")
            }
        }
    }

    /// Refuses another output of the run that would be one file with one of these.
    func requireApart(from other: ResultFile) throws {
        if results.contains(where: { $0.file.meets(other) }) {
            throw CommandError.usage("two outputs would be one file")
        }
    }

    /// Writes the report to all of them, each with its provenance beside it.
    ///
    /// - Parameter others: other outputs of the run, completed along with them; none is written when the report lacks the table.
    func write(_ report: Report, with others: [(file: ResultFile, bytes: [UInt8])] = []) throws {
        var outputs = others
        if let table {
            guard let bytes = report.bytes(ofTable: table) else {
                let names = report.tables.map(\.name).joined(separator: ", ")
                throw CommandError.usage("the report has no table \(table)", notes: ["its tables are \(names)"])
            }
            outputs += results.map { ($0.file, bytes) }
        } else {
            outputs += try results.map { ($0.file, try report.bytes(as: $0.format)) }
        }
        for output in outputs { try output.file.write(output.bytes) }
        try ResultFile.commit(outputs.map(\.file), report.provenance)
    }
}
