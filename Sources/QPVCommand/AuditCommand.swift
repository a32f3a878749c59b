import ArgumentParser
import Geodesy
import QPVKit
import QPVService

/// `qpv audit`: every row of a CSV gets its verdict.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Give each row of a CSV its verdict: inside which perimeter, outside, uncertain or not located.",
        usage: "qpv audit <file> [--output <file>] [--perimeters <file>] [--gazetteer <file>] [<options>]",
        discussion: """
            The row's own cells are kept as they are; the verdict's columns follow. Rows are addresses matched against the \
            gazetteer, or positions when the file has no address or --lon/--lat or --x/--y say so. A summary goes to \
            standard error, the provenance to OUTPUT.provenance.json.

            EXAMPLE
              qpv audit beneficiaires.csv -o audite.csv \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
              qpv audit points.csv --x x --y y --crs EPSG:2154 -o audite.csv
            """)

    @OptionGroup var table: TableOptions
    @OptionGroup var perimeters: PerimeterOptions
    @OptionGroup var layerOptions: LayerOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var coordinates: CoordinateOptions

    @Option(
        help: ArgumentHelp(
            "The columns appended: verdict, and any of position and match; in that order.", valueName: "groups"))
    var columns = ColumnsArgument(value: .audit)

    @Flag(help: "Append INSEE's columns plg_qp24 (code, HZ, CSZ) and qualite_qp24 too.")
    var insee = false

    @Flag(help: "Exit with 1 when a row is uncertain or not located.")
    var strict = false

    func validate() throws {
        try StandardInput.requireOne(
            [table.file, layerOptions.choice.groups, layerOptions.choice.aliases, gazetteer.gazetteer]
                + perimeters.paths)
        if table.namedColumns != nil, coordinates.isNamed {
            throw ValidationError("--address-columns or the columns of coordinates, not both")
        }
    }

    func run() async throws {
        var request = AuditRequest(table.input.input(coordinates.columns(addresses: table.namedColumns)))
        request.columns = columns.value.union(insee ? .insee : [])
        request.questions = layerOptions.questions
        let session = Session(table, perimeters, layerOptions, gazetteer, verdict)
        let result = try await request.run(in: session, to: .file(table.output), table.console.context).value
        table.console.summarize(SummaryText.audit(result.summary, result.layers, result.extras))
        if strict, result.isUndecided { throw ExitStatus.undecided }
    }
}
