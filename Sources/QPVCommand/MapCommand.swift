import ArgumentParser
import Foundation
import Gazetteer
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

    @OptionGroup var sheet: SheetOptions

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

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    func validate() throws {
        for path in output where MapFormat(path: path) == nil {
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
        if background != nil, !output.contains(where: { MapFormat(path: $0) == .page }) {
            throw ValidationError("--background is for a page: name an --output that ends with .html")
        }
        try StandardInput.requireOne(
            [rows, places, gazetteer.gazetteer] + perimeters.paths + layerChoice.files)
    }

    func run() throws {
        var opened: Gazetteer?
        func openGazetteer() throws -> Gazetteer? {
            if opened == nil { opened = try gazetteer.open(quiet: quiet) }
            return opened
        }
        let files = try perimeters.files(allVintages: layerChoice.needsAllVintages, quiet: quiet)
        var content = MapDocument.Content(
            try layerChoice.layers(files, quiet: quiet, gazetteer: openGazetteer))
        let inputs =
            files.map(\.source.path) + [rows, places, gazetteer.gazetteer].compactMap { $0 } + layerChoice.files
        let results = try open(notReplacing: inputs)

        var provenance = Provenance(version: Version.number, command: "map")
        provenance.state(content.layers)
        if let rows { content.rows = try read(rows, content.layers, &provenance) }
        if let places {
            let read = try read(places: places, gazetteer: openGazetteer)
            provenance.state(read, as: "places")
            content.places = read
            if let within {
                let measured = Coverage(
                    of: content.layers.main.atlas, by: read, options: .init(distances: within.metres))
                let gaps = try Gaps(measured)
                Terminal.say(unknownOf: gaps, quiet: quiet)
                content.coverage = (measured, gaps)
            }
        }
        if let opened { provenance.state(opened.info) }
        provenance.state("parameters", parameters)

        var map = try MapDocument(content, language: lang, provenance: provenance)
        if background != nil { map.background = .ign }
        if !quiet { for message in map.messages { Terminal.say("note: \(message)") } }
        for result in results {
            switch result.format {
            case .page: try result.file.write(map.page())
            case .geoJSON: try result.file.write(map.geoJSON())
            case .geoPackage: try result.file.write(map.geoPackage())
            }
        }
        try ResultFile.commit(results.map(\.file), provenance)
        if points {
            Terminal.say(
                "warning: with --points each row is on the map as a point, perhaps a person and their home: "
                    + "not for publication")
        }
    }

    private func open(notReplacing inputs: [String]) throws -> [(format: MapFormat, file: ResultFile)] {
        let results = try output.map { (MapFormat(path: $0)!, try ResultFile(path: $0, notReplacing: inputs)) }
        for (rank, result) in results.enumerated() {
            for other in results[..<rank] where other.1.meets(result.1) {
                throw CommandError.usage("two outputs would be one file")
            }
        }
        return results
    }

    private func read(
        _ path: String, _ layers: Layers, _ provenance: inout Provenance
    ) throws -> PublishedRows {
        let reader = try sheet.open(path, quiet: quiet)
        var options = AuditedRows.Options()
        options.grid = hexagons?.grid
        options.keepsPoints = points
        let rows = try AuditedRows(reader, layers: layers, options: options)
        let published = try PublishedRows(rows, threshold: threshold)
        provenance.state(
            input: reader, rows: published.total.value, as: "audited", sha256: try SourceFile(streamed: path).sha256)
        if let line = rows.firstFault {
            Terminal.say(
                "warning: rows with a verdict or coordinates that cannot be read: they are counted as such\n"
                    + "  --> \(reader.name):\(line) is the first")
        }
        return published
    }

    private func read(places path: String, gazetteer: () throws -> Gazetteer?) throws -> Places {
        var options = PlaceOptions()
        options.date = layerChoice.on
        return try PlaceInput(path, options, account: .none, isConfigurable: false).read(
            Console(quiet: quiet).context, gazetteer: gazetteer)
    }

    private var parameters: JSONValue {
        var members: JSONObject = [:]
        if rows != nil {
            members["threshold"] = JSONValue(threshold)
            members["points"] = .bool(points)
        }
        if let within { members["within_m"] = .array(within.metres.map { JSONValue($0) }) }
        if let hexagons { members["hexagons_m"] = JSONValue(hexagons.grid.spacing) }
        if background != nil { members["background"] = "ign" }
        members["language"] = .string(lang.rawValue)
        return .object(members)
    }
}

/// What a map is written as.
enum MapFormat {
    case page, geoJSON, geoPackage

    /// The format that the end of a path names; nil for any other end.
    init?(path: String) {
        switch path.lowercased().split(separator: ".").last {
        case "html", "htm": self = .page
        case "geojson": self = .geoJSON
        case "gpkg": self = .geoPackage
        default: return nil
        }
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
