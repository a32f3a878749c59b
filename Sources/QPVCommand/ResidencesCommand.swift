import ArgumentParser
import QPVKit
import QPVService

/// `qpv residences`: what of a landlord's list lies in perimeters, with its dwellings and money.
struct ResidencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "residences",
        abstract:
            "Say which rows of a landlord's list are in a perimeter, all, partly or not, with dwellings and money.",
        usage: "qpv residences <file> [--output <file>] [--rows <file>] [<options>]",
        discussion: """
            A row is an address expression ("2 à 10 rue du Bugey, 3 rue du Lavoir") with its dwellings and money, which are \
            never divided over its addresses: a row that lies in several perimeters, or partly in one, is counted apart. \
            The totals are always those of the file.

            EXAMPLE
              qpv residences patrimoine.csv -o patrimoine.html -o patrimoine.xlsx \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
            """)

    @Argument(help: ArgumentHelp("The CSV file or Excel workbook; - is standard input.", valueName: "file"))
    var file: String

    @OptionGroup var output: ReportRowsOptions

    @OptionGroup var perimeters: OnePerimeterFile
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions

    @Option(
        help: ArgumentHelp(
            "The columns that make the address, in reading order, separated by commas.", valueName: "names"))
    var addressColumns: NamesArgument?

    @Option(help: ArgumentHelp("The column of dwellings.", valueName: "name"))
    var dwellings: String?

    @Option(help: ArgumentHelp("The column of money, in euros.", valueName: "name"))
    var amount: String?

    @Option(help: ArgumentHelp("The column of years.", valueName: "name"))
    var year: String?

    @Option(help: ArgumentHelp("The column of what is done.", valueName: "name"))
    var action: String?

    @OptionGroup var notices: NoticeOptions

    func validate() throws {
        try StandardInput.requireOne([file, gazetteer.gazetteer] + perimeters.paths)
        guard !verdict.oneAddress else { throw ValidationError("the rows of a landlord's list are expressions") }
    }

    func run() throws {
        var request = ResidencesRequest(file)
        request.columns.address = addressColumns?.all
        (request.columns.dwellings, request.columns.amount) = (dwellings, amount)
        (request.columns.year, request.columns.action) = (year, action)
        (request.report, request.rows) = (output.report.files, output.rows)
        request.language = output.report.lang
        _ = try request.run(in: Session(perimeters, gazetteer, verdict), notices.console.context)
    }
}
