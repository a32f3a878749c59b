import ArgumentParser

/// Where the verdicts are, when the file has them.
struct VerdictSourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The column of verdicts of an audited file. (default: the newest qpv_verdict, when there is one)",
            valueName: "name"))
    var verdictColumn: String?

    @Option(
        help: ArgumentHelp(
            "The column of verdicts on a second address, such as qpv_verdict_2: who moved.", valueName: "name"))
    var secondVerdictColumn: String?

    @Option(help: ArgumentHelp("The columns of a second address, to be audited: who moved.", valueName: "names"))
    var secondAddressColumns: NamesArgument?

    func validate() throws {
        if secondVerdictColumn != nil, secondAddressColumns != nil {
            throw ValidationError("--second-verdict-column or --second-address-columns, not both")
        }
    }
}
