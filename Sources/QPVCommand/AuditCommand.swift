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
        discussion: """
            The row's own cells are kept as they are; the verdict's columns follow. Rows are addresses matched against the \
            gazetteer, or positions when the file has no address or --lon/--lat or --x/--y say so. A summary goes to \
            standard error, the provenance to OUTPUT.provenance.json.

            EXAMPLE
              qpv audit beneficiaires.csv --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg -o audite.csv
              qpv audit points.csv --x x --y y --crs EPSG:2154 -o audite.csv
            """)

    @OptionGroup var table: TableOptions
    @OptionGroup var perimeters: PerimeterOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var coordinates: CoordinateOptions

    @Flag(help: "Append INSEE's columns plg_qp24 (code, HZ, CSZ) and qualite_qp24 too.")
    var insee = false

    @Flag(help: "Exit with 1 when a row is uncertain or not located.")
    var strict = false

    func run() async throws {
        let reader = try table.open()
        let plan = try coordinates.plan(ColumnNames(reader.header.names), addressColumns: table.namedColumns)
        table.state(plan, reader.header.names)
        let atlas = try perimeters.read(quiet: table.quiet).atlas
        var addresses: Gazetteer?
        if case .addresses = plan { addresses = try gazetteer.open(quiet: table.quiet) }
        let audit = Audit(
            atlas: atlas, gazetteer: addresses, options: verdict.options,
            product: insee ? .verdictsWithInsee : .verdicts)
        var progress = Terminal.Progress(quiet: table.quiet)
        let summary = try await table.write { output in
            try await audit.run(
                reader, plan: plan, threads: table.threads, write: { try output.write($0) },
                progress: { progress.show(rows: $0) })
        } provenance: { summary in
            audit.provenance(version: Version.number, command: "audit", reader: reader, plan: plan, summary: summary)
        }
        progress.end()
        if !table.quiet { Terminal.say(SummaryText.audit(summary)) }
        if strict, summary.decided < summary.rows { throw ExitStatus.undecided }
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

    @Option(help: ArgumentHelp("What the eastings and northings are in.", valueName: "epsg"))
    var crs: CRS?

    func validate() throws {
        guard (lon == nil) == (lat == nil) else { throw ValidationError("--lon and --lat go together") }
        guard (x == nil) == (y == nil) else { throw ValidationError("--x and --y go together") }
        guard lon == nil || x == nil else { throw ValidationError("--lon/--lat or --x/--y, not both") }
    }

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
