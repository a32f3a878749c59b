import ArgumentParser
import Interchange
import QPVKit
import QPVService

/// `qpv map`: perimeters, counted rows and places, as a page, GeoJSON or GeoPackage.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draw perimeters, the rows of an audited file and places: one page, GeoJSON or GeoPackage.",
        usage: "qpv map --output <file> [--perimeters <file>] [--rows <file>] [--places <file>] [<options>]",
        discussion: """
            The end of --output says the format; all have the same layers and figures. A page (.html) is one file that needs \
            nothing else and reaches for nothing. Rows are counted by perimeter and, with --hexagons, by cell; small \
            counts are not shown. The provenance goes to OUTPUT.provenance.json.

            EXAMPLE
              qpv map --perimeters qpv-2024.geojson -o carte.html
              qpv map --rows audite.csv --hexagons 300 --places lieux.csv \\
                -o carte.html -o carte.gpkg -o carte.geojson
              qpv map --places lieux.csv --within 300,500 -o couverture.html
            """)

    @OptionGroup var perimeters: PerimeterOptions
    @OptionGroup var layerChoice: LayerChoiceOptions

    @Option(
        help: ArgumentHelp(
            "What \"qpv audit\" wrote, a CSV or a workbook made of it: its rows are counted.", valueName: "file"))
    var rows: String?

    @OptionGroup var sheet: WorkbookSheetOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Count the rows in hexagons too, whose centres are so many metres apart: 10 to 100000.",
            valueName: "metres"))
    var hexagons: HexagonsArgument?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Counts from 1 to below this are not shown; 1 shows all.", valueName: "count"))
    var threshold = 5

    @Flag(help: "Each row as a point: a map of persons, not for publication.")
    var points = false

    @Option(help: ArgumentHelp("A file of places: CSV or GeoJSON points.", valueName: "file"))
    var places: String?

    @Option(
        help: ArgumentHelp(
            "With --places: the share of each perimeter's area so near to one, and the parts farther than the first distance.",
            valueName: "metres"))
    var within: DistancesArgument?

    @OptionGroup var gazetteer: GazetteerOptions

    @Option(help: ArgumentHelp("A background that the reader of the page may switch on: ign.", valueName: "name"))
    var background: BackgroundArgument?

    @Option(help: ArgumentHelp("The language of the map: fr or en.", valueName: "language"))
    var lang: Language = .french

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the map goes (repeatable): .html, .geojson or .gpkg.", valueName: "file"))
    var output: [String]

    @OptionGroup var notices: NoticeOptions

    func validate() throws {
        for path in output where MapRequest.Output(path) == nil {
            throw ValidationError("--output \(path): a map ends with .html, .geojson or .gpkg")
        }
        guard Set(output).count == output.count else { throw ValidationError("--output names one file twice") }
        guard rows != nil || (hexagons == nil && !points && sheet.isNothing) else {
            throw ValidationError("--hexagons, --points, --sheet and --header-row are for the rows of --rows")
        }
        guard within == nil || places != nil else { throw ValidationError("--within is for the places of --places") }
        guard threshold == 1 || (3...1000).contains(threshold) else {
            throw ValidationError("--threshold is a number from 3 to 1000, or 1 to show all counts")
        }
        if background != nil, !output.contains(where: { MapRequest.Output($0)?.format == .page }) {
            throw ValidationError("--background is for a page: name an --output that ends with .html")
        }
        try StandardInput.requireOne(
            [rows, places, gazetteer.gazetteer] + perimeters.paths + layerChoice.files)
    }

    func run() throws {
        var request = MapRequest()
        request.rows = rows.map { path in
            var rows = MapRequest.Rows(sheet.input(path))
            (rows.hexagons, rows.threshold, rows.points) = (hexagons?.grid, threshold, points)
            return rows
        }
        request.places = places.map { PlaceInput($0, isConfigurable: false) }
        (request.distances, request.hasBackground, request.language) = (within?.metres, background != nil, lang)
        request.outputs = output.compactMap { MapRequest.Output($0) }
        _ = try request.run(in: Session(perimeters, layerChoice, gazetteer), notices.console.context)
    }
}

/// `300`, in metres.
struct HexagonsArgument: ExpressibleByArgument {
    let grid: HexagonGrid

    init?(argument: String) {
        guard let metres = parseDouble(argument), HexagonGrid.spacings.contains(metres) else { return nil }
        grid = HexagonGrid(spacing: metres)
    }
}

/// `ign`.
enum BackgroundArgument: String, ExpressibleByArgument {
    case ign
}
