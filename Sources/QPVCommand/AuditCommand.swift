import ArgumentParser
import Gazetteer
import Geodesy
import Interchange
import QPVKit

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
        let reader = try table.open()
        let plan = try table.plan(reader) { try coordinates.plan($0, addressColumns: table.namedColumns) }
        var addresses: Gazetteer?
        func openGazetteer() throws -> Gazetteer? {
            guard case .addresses = plan, addresses == nil else { return addresses }
            let path = try gazetteer.path(quiet: table.quiet)
            try table.protect(path)
            addresses = try GazetteerFile.open(path, quiet: table.quiet)
            return addresses
        }
        let files = try perimeters.files(allVintages: layerOptions.choice.needsAllVintages, quiet: table.quiet)
        let layers = try layerOptions.choice.layers(files, quiet: table.quiet, gazetteer: openGazetteer)
        let atlas = layers.main.atlas
        if insee, atlas.kinds != [.qpv] || atlas.vintages != [2024] {
            throw CommandError.usage("--insee is for the QPV of 2024: its columns are named after them")
        }
        for input in files.map(\.source.path) + layerOptions.choice.files { try table.protect(input) }
        var withAddresses = false
        if case .addresses = plan { withAddresses = true }
        let extras = try layerOptions.extras(layers, withAddresses: withAddresses)
        let audit = Audit(
            atlas: atlas, gazetteer: try openGazetteer(), options: verdict.options,
            columns: columns.value.union(insee ? .insee : []), extras: extras)
        let summary = try await table.run(audit, command: "audit", reader, plan, layers: layers)
        if !table.quiet { Terminal.say(SummaryText.audit(summary, layers, extras)) }
        let isUndecided = ([summary] + summary.otherLayers).contains { $0.decided < $0.rows }
        if strict, isUndecided { throw ExitStatus.undecided }
    }
}

/// Positions instead of addresses.
struct CoordinateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The column of longitudes, in degrees.", valueName: "name"))
    var lon: String?

    @Option(help: ArgumentHelp("The column of latitudes, in degrees.", valueName: "name"))
    var lat: String?

    @Option(help: ArgumentHelp("The column of eastings.", valueName: "name"))
    var x: String?

    @Option(help: ArgumentHelp("The column of northings.", valueName: "name"))
    var y: String?

    @Option(
        help: ArgumentHelp(
            "What the coordinates are in, such as EPSG:2154 (Lambert-93), the CRS of eastings unless stated.",
            valueName: "epsg"))
    var crs: CRS?

    func validate() throws {
        guard (lon == nil) == (lat == nil) else { throw ValidationError("--lon and --lat go together") }
        guard (x == nil) == (y == nil) else { throw ValidationError("--x and --y go together") }
        guard lon == nil || x == nil else { throw ValidationError("--lon/--lat or --x/--y, not both") }
        guard lon == nil || crs?.isGeographic ?? true else {
            throw ValidationError("--lon and --lat are degrees: for metres of a grid name the columns with --x and --y")
        }
    }

    /// Whether the user asks for coordinates.
    var isNamed: Bool { lon != nil || x != nil || crs != nil }

    /// Where the rows are: as the user says; else addresses when the file has them; else coordinates.
    func plan(_ names: ColumnNames, addressColumns: [String]?) throws -> RowPlan {
        if let lon, let lat {
            return .coordinates(
                .init(x: try names.column(named: lon), y: try names.column(named: lat), crs: crs ?? .wgs84))
        }
        if let x, let y {
            return .coordinates(
                .init(x: try names.column(named: x), y: try names.column(named: y), crs: crs ?? .lambert93))
        }
        if let addressColumns { return try .addresses(in: names, named: addressColumns) }
        if crs != nil { return try .coordinates(in: names, crs: crs) }
        return try .found(in: names)
    }
}

/// `verdict` or `verdict,position,match`.
struct ColumnsArgument: ExpressibleByArgument, CustomStringConvertible {
    let value: Audit.Columns

    init(value: Audit.Columns) { self.value = value }

    init?(argument: String) {
        var value: Audit.Columns = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let group = Self.groups.first(where: { $0.name == name })?.columns, value.isDisjoint(with: group)
            else {
                return nil
            }
            value.insert(group)
        }
        guard value.contains(.verdict) else { return nil }
        self.value = value
    }

    var description: String { Self.groups.filter { value.contains($0.columns) }.map(\.name).joined(separator: ",") }

    private static let groups: [(name: String, columns: Audit.Columns)] = [
        ("verdict", .verdict), ("position", .position), ("match", .match),
    ]
}
