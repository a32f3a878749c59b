import ArgumentParser
import QPVKit
import QPVService

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
        for path in output where path != "-" && path != "/dev/null" && ReportFormat(path: path) == nil {
            throw ValidationError("--output \(path): a report ends with .html, .md, .csv, .json or .xlsx")
        }
        guard Set(output).count == output.count else { throw ValidationError("--output names one file twice") }
    }

    /// The files; standard output alone when none is named.
    var files: ReportFiles { ReportFiles(output.isEmpty ? ["-"] : output, table: table) }
}
