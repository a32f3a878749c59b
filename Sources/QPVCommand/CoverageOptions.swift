import ArgumentParser
import Gazetteer
import Geodesy
import Interchange
import QPVKit
import QPVService

/// Points that are to be near a place, in the stead of addresses.
struct CoveragePointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A CSV of points that are to be near a place, in the stead of addresses: dwellings, inhabitants; its columns by --weight, --lon and --lat, or --x and --y.",
            valueName: "file"))
    var points: String?

    @Option(help: ArgumentHelp("The column of --points with their weights.", valueName: "name"))
    var weight: String?

    @OptionGroup var coordinates: CoordinateOptions

    func validate() throws {
        if points == nil, weight != nil || coordinates.isNamed {
            throw ValidationError("--weight and columns of coordinates go with --points")
        }
        if points == "-" { throw ValidationError("--points is a file: it is read once for each kind of perimeter") }
    }

    /// Reads the points in the perimeters of an atlas.
    func read(in atlas: Atlas, quiet: Bool) throws -> Population {
        let reader = try CSVReader(path: points ?? "")
        if !quiet { Terminal.say("note: read \(reader.name) as \(reader.dialect)") }
        do {
            let names = ColumnNames(reader.header.names)
            let plan =
                coordinates.lon == nil && coordinates.x == nil
                ? try RowPlan.coordinates(in: names, crs: coordinates.crs)
                : try coordinates.plan(names, addressColumns: nil)
            guard case .coordinates(let columns) = plan else {
                throw ColumnError.noCoordinateColumns(header: reader.header.names)
            }
            return try Population(pointsOf: reader, at: columns, weight: weight, in: atlas)
        } catch let fault as ColumnError {
            throw ColumnFault.error(fault, file: reader.name, line: 1, takesPositions: true)
        }
    }
}

/// What is left out, and where one more place would help most.
struct CoverageGapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the ground that no place covers goes: .geojson with its outlines, or .csv.", valueName: "file"))
    var gaps: String?

    @Option(
        help: ArgumentHelp("Where the addresses go that no place covers, as CSV.", valueName: "file"))
    var gapAddresses: String?

    @Option(
        help: ArgumentHelp(
            "Candidate sites, a file like --places, read with the same options but --category: which would bring most addresses within the first distance?",
            valueName: "file"))
    var candidates: String?

    @Option(
        name: .customLong("choose"),
        help: ArgumentHelp("How many of the candidates to choose. (default: 1)", valueName: "number"))
    var chosen: Int?

    /// How many of the candidates to choose.
    var choose: Int { chosen ?? 1 }

    func validate() throws {
        guard choose >= 1, choose <= 1000 else { throw ValidationError("--choose is a number from 1 to 1000") }
        guard chosen == nil || candidates != nil else { throw ValidationError("--choose goes with --candidates") }
        if let gaps, gaps != "-", !["geojson", "csv"].contains(gaps.lowercased().split(separator: ".").last) {
            throw ValidationError("--gaps \(gaps): gaps end with .geojson or .csv")
        }
    }

    /// Whether gaps are to be found.
    var needsGaps: Bool { gaps != nil || gapAddresses != nil }
}

/// The files about what is left out; opened before the work begins.
struct CoverageGapOutputs {
    private let gaps: ResultFile?
    private let addresses: ResultFile?
    private let isCSV: Bool

    /// - Parameter report: the outputs of the report.
    init(_ options: CoverageGapOptions, notReplacing inputs: [String], beside report: ReportOutputs) throws {
        isCSV = options.gaps?.lowercased().hasSuffix(".csv") ?? false
        gaps = try options.gaps.map { try ResultFile(path: $0, notReplacing: inputs) }
        addresses = try options.gapAddresses.map { try ResultFile(path: $0, notReplacing: inputs) }
        if let gaps, let addresses, gaps.meets(addresses) {
            throw CommandError.usage("--gaps and --gap-addresses would be one file")
        }
        for file in [gaps, addresses].compactMap({ $0 }) { try report.requireApart(from: file) }
    }

    /// Each with its bytes.
    func contents(_ output: GapOutput, gazetteer: Gazetteer?) throws -> [(file: ResultFile, bytes: [UInt8])] {
        var contents: [(file: ResultFile, bytes: [UInt8])] = []
        if let gaps { contents.append((gaps, try isCSV ? output.table().bytes : output.geoJSON().bytes)) }
        if let addresses, let gazetteer { contents.append((addresses, output.addresses(gazetteer).bytes)) }
        return contents
    }
}
