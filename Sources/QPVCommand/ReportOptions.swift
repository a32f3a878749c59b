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

    func validate() throws {
        for path in output where path != "-" && ReportFormat(path: path) == nil {
            throw ValidationError("--output \(path): a report ends with .html, .md, .csv, .json or .xlsx")
        }
        guard Set(output).count == output.count else { throw ValidationError("--output names one file twice") }
    }

    /// Opens every output, standard output alone when none is named, before the work begins.
    func open(notReplacing inputs: [String]) throws -> ReportOutputs {
        try ReportOutputs(paths: output.isEmpty ? ["-"] : output, notReplacing: inputs)
    }
}

extension Language: ExpressibleByArgument {}

/// The outputs of one report: none takes its name before all are written.
struct ReportOutputs {
    private let results: [(format: ReportFormat, file: ResultFile)]

    init(paths: [String], notReplacing inputs: [String]) throws {
        results = try paths.map { path in
            (ReportFormat(path: path) ?? .markdown, try ResultFile(path: path, notReplacing: inputs))
        }
        for (rank, result) in results.enumerated() {
            for other in results[..<rank] where other.file.meets(result.file) {
                throw CommandError.usage("two outputs would be one file")
            }
        }
    }

    /// Writes the report to all of them, each with its provenance beside it.
    func write(_ report: Report) throws {
        for result in results { try result.file.write(report.bytes(as: result.format)) }
        try ResultFile.commit(results.map(\.file), report.provenance)
    }
}
