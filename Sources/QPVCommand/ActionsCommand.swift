import ArgumentParser
import QPVService

/// `qpv actions`: the declared scopes of subsidised actions, their money by perimeter, and what their figures contradict.
struct ActionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract:
            "Resolve the scopes of subsidised actions to perimeters; money and counts for each; check the figures.",
        usage: "qpv actions <file> [--output <file>] [--rows <file>] [--ages <file>] [<options>]",
        discussion: """
            Money is a perimeter's only where an action's declared scope is that one perimeter; all else stays in buckets of its \
            own, and the sums are those of the file. The declared scope, the venue and where beneficiaries live are never \
            taken for each other. Contradictions between figures are listed, each with a stable code.

            EXAMPLE
              qpv actions actions.csv -o actions.html --rows lignes.csv \\
                --ages ages.csv --aliases ecritures.csv --commune 57672,57757
            """)

    @Argument(help: ArgumentHelp("The CSV file or Excel workbook; - is standard input.", valueName: "file"))
    var file: String

    @OptionGroup var output: ReportRowsOptions

    @Option(help: ArgumentHelp("A CSV of age bands: action, band, men, women, total, percentage.", valueName: "file"))
    var ages: String?

    @OptionGroup var perimeters: OnePerimeterFile

    @Option(help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names.", valueName: "file"))
    var aliases: String?

    @Option(
        help: ArgumentHelp(
            "Only perimeters of these communes, by names or INSEE codes, separated by commas.", valueName: "names"))
    var commune: NamesArgument?

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var columns: ActionColumnOptions

    @OptionGroup var notices: NoticeOptions

    func validate() throws {
        try StandardInput.requireOne([file, ages, aliases, gazetteer.gazetteer] + perimeters.paths)
    }

    func run() throws {
        var request = ActionsRequest(file)
        request.columns = columns.columns
        (request.ages, request.aliases, request.communes) = (ages, aliases, commune?.names ?? [])
        (request.report, request.rows) = (output.report.files, output.rows)
        request.language = output.report.lang
        _ = try request.run(in: Session(perimeters, gazetteer, verdict), notices.console.context)
    }
}
