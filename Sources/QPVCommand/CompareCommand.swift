import ArgumentParser
import Geodesy
import Interchange
import QPVKit
import QPVService

/// `qpv compare`: what became of each perimeter from one vintage to the next, and of the rows of a file.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Lay two vintages over one another: what was kept, modified, split, merged, is new or gone.",
        usage: "qpv compare <old> <new> [--output <file>] [--geojson <file>] [--gazetteer <file>] [<options>]",
        discussion: """
            A summary goes to standard output, the crosswalk to --output: one row for each pair of perimeters that share \
            ground, with the shares both ways, and one for each perimeter alone. With --audit, --output gets the rows of \
            that CSV whose verdict changes instead, and those that could not be located. The provenance goes beside each \
            output.

            EXAMPLE
              qpv compare qpv-2015.geojson qpv-2024.geojson \\
                -o passage.csv --geojson differences.geojson
              qpv compare qpv-2015.geojson qpv-2024.geojson \\
                --audit beneficiaires.csv --gazetteer ban-57.qpvg -o changements.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The perimeters of the older vintage, in any format that --perimeters of qpv audit takes.",
            valueName: "old"))
    var oldFile: String

    @Argument(help: ArgumentHelp("The perimeters of the newer vintage.", valueName: "new"))
    var newFile: String

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the crosswalk goes, as CSV; - is standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Where the ground kept, lost and gained goes, as GeoJSON.", valueName: "file"))
    var geojson: String?

    @Option(
        help: ArgumentHelp(
            "Count addresses too; for --audit, match with these: a file made by \"qpv gazetteer build\", or a BAN CSV.",
            valueName: "file"))
    var gazetteer: String?

    @Option(
        help: ArgumentHelp("A CSV, as for qpv audit: the rows whose verdict changes go to --output.", valueName: "file")
    )
    var audit: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A perimeter is kept when both share at least this part.", valueName: "share"))
    var kept = 0.99

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Two perimeters are linked when one shares at least this part.", valueName: "share"))
    var linked = 0.05

    @Option(help: ArgumentHelp("The CRS of the older file, when it does not say.", valueName: "epsg"))
    var oldCrs: CRS?

    @Option(help: ArgumentHelp("The CRS of the newer file, when it does not say.", valueName: "epsg"))
    var newCrs: CRS?

    @Option(help: ArgumentHelp("The layer of the older file, where there are several.", valueName: "name"))
    var oldLayer: String?

    @Option(help: ArgumentHelp("The layer of the newer file, where there are several.", valueName: "name"))
    var newLayer: String?

    @Option(
        help: ArgumentHelp("With --audit: the columns that make the address, in order.", valueName: "names"))
    var addressColumns: NamesArgument?

    @OptionGroup var coordinates: CoordinateOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var sheet: WorkbookSheetOptions

    @Option(
        name: .customLong("threads"), parsing: .unconditional,
        help: ArgumentHelp(
            "How many parts are worked on at once. (default: as many as there are processors)", valueName: "number"))
    var threadCount: Int?

    @Flag(help: "The summary and the crosswalk as JSON on standard output.")
    var json = false

    @Flag(name: .shortAndLong, help: "No notices, no progress, no summary: warnings and errors only.")
    var quiet = false

    func validate() throws {
        guard (0.5...1).contains(kept) else { throw ValidationError("--kept is a share from 0.5 to 1") }
        guard linked > 0, linked <= kept else { throw ValidationError("--linked is a share above 0, at most --kept") }
        try table.validate()
        guard geojson != "-" || (output != "-" && !json) else {
            throw ValidationError("--geojson and another output cannot both be standard output")
        }
        guard !json || output != "-" else {
            throw ValidationError("--json and --output cannot both be standard output")
        }
        if audit == nil {
            guard addressColumns == nil, !coordinates.isNamed else {
                throw ValidationError("columns are named for --audit only")
            }
        } else {
            guard output != nil else { throw ValidationError("--audit needs --output, where the rows go") }
            guard addressColumns == nil || !coordinates.isNamed else {
                throw ValidationError("--address-columns or the columns of coordinates, not both")
            }
        }
    }

    /// What the options say of a table, for `--audit` and for what is checked alike.
    private var table: TableReadingOptions {
        var table = TableReadingOptions()
        (table.file, table.addressColumns) = (audit ?? "-", addressColumns)
        (table.threadCount, table.quiet, table.sheet) = (threadCount, quiet, sheet)
        return table
    }

    func run() async throws {
        var request = CompareRequest(
            .init(oldFile, crs: oldCrs, layer: oldLayer), .init(newFile, crs: newCrs, layer: newLayer))
        (request.options.keptFrom, request.options.linkedFrom) = (kept, linked)
        request.rows = audit.map { _ in table.input(coordinates.columns(addresses: table.namedColumns)) }
        (request.outputs.table, request.outputs.differences) = (output, geojson)
        request.outputs.leavesStandardOutput = json
        var options = Session(table, verdict).options
        options.gazetteer = gazetteer
        let console = Console(quiet: quiet)
        let outcome = try await request.run(in: Session(options), console.context)
        if json { return try Terminal.put(outcome.value.json(outcome.provenance).json(pretty: true)) }
        let text = CompareText(outcome.value, old: oldFile, new: newFile).text
        if outcome.value.takesStandardOutput {
            console.summarize(text)
        } else if !quiet {
            try Terminal.put(text)
        }
    }
}
