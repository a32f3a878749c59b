import ArgumentParser

/// Where a report goes, and the rows that it is about.
struct ReportRowsOptions: ParsableArguments {
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp("Where the rows go, each with what was found about it, as CSV.", valueName: "file"))
    var rows: String?

    func validate() throws {
        guard rows != "-" || !report.output.isEmpty else {
            throw ValidationError("the rows and the report cannot both go to standard output: name a file with -o")
        }
    }
}
