import ArgumentParser
import Gazetteer
import Geodesy
import Interchange
import Planar
import QPVKit

/// `qpv check`: one address or position, with the evidence.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say where one address lies: the verdict, with what it rests on.",
        usage: """
            qpv check <address> [--perimeters <file>] [--gazetteer <file>] [<options>]
            qpv check --lon <degrees> --lat <degrees> [--perimeters <file>] [<options>]
            """,
        discussion: """
            EXAMPLE
              qpv check "12 bis av du Gal Leclerc 57000 Metz" \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
              qpv check --lon 6.1757 --lat 49.1193 --radius 0
            """)

    @Argument(help: ArgumentHelp("The address, in one text.", valueName: "address"))
    var address: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A longitude in degrees, instead of an address.", valueName: "degrees"))
    var lon: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A latitude in degrees, instead of an address.", valueName: "degrees"))
    var lat: Double?

    @OptionGroup var perimeters: PerimeterOptions
    @OptionGroup var layerOptions: LayerOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions

    @Flag(help: "The answer as JSON on standard output.")
    var json = false

    @Flag(help: "Exit with 1 when the answer is uncertain or not located.")
    var strict = false

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    func validate() throws {
        try StandardInput.requireOne(
            [layerOptions.choice.groups, layerOptions.choice.aliases, gazetteer.gazetteer] + perimeters.paths)
        guard (lon == nil) == (lat == nil) else { throw ValidationError("--lon and --lat go together") }
        guard address.isEmpty != (lon == nil) else {
            throw ValidationError("give an address, or --lon and --lat")
        }
    }

    func run() throws {
        let addresses = lon == nil ? try gazetteer.open(quiet: quiet) : nil
        let isSimple = !json && layerOptions.isNothing && perimeters.perimeters.count < 2
        let window = isSimple ? window(addresses) : nil
        var layers = try layers(addresses, window: window, quiet: quiet)
        var examiner = examiner(layers, addresses)
        var finding = try examine(examiner)
        let isFar = finding.verdict.distance.map({ abs($0) > Self.surelyInside }) ?? true
        if window != nil, isFar || !layers.isPlain {
            layers = try self.layers(addresses, window: nil, quiet: true)
            examiner = self.examiner(layers, addresses)
            finding = try examine(examiner)
        }
        let extras = try layerOptions.extras(layers, withAddresses: lon == nil)
        let extra = try ExtraExaminer(extras, main: examiner).examine(finding)
        var fault: String?
        if let lon, let lat {
            let sanity = CoordinateSanity.of(longitude: lon, latitude: lat)
            if !sanity.isFine { fault = sanity.description }
        }
        let report = FindingReport(extra.parts[0].finding, atlas: examiner.atlas, coordinates: fault)
        let beside = ExtraReport(extra, layers, extras)
        if json {
            var provenance = Provenance(version: Version.number, command: "check")
            provenance.state(layers)
            if let addresses { provenance.state(addresses.info) }
            provenance.state(examiner.options)
            provenance.state(extras)
            try Terminal.put(
                report.json(prefix: extras.mainPrefix, beside: beside.members, provenance: provenance).json(
                    pretty: true))
        } else {
            try Terminal.put(([report.text] + beside.lines).joined(separator: "\n"))
        }
        let decisions = extra.parts.map(\.finding.verdict.decision)
        if strict, decisions.contains(where: { $0 == .uncertain || $0 == .notLocated }) {
            throw ExitStatus.undecided
        }
    }

    private var query: AddressQuery { AddressQuery(text: address.joined(separator: " ")) }

    private func layers(_ addresses: Gazetteer?, window: Box?, quiet: Bool) throws -> Layers {
        let files = try perimeters.files(
            allVintages: layerOptions.choice.needsAllVintages, quiet: quiet,
            repairs: layerOptions.isNothing ? .onDemand : .all, window: window)
        return try layerOptions.choice.layers(files, quiet: quiet) { addresses }
    }

    private func examiner(_ layers: Layers, _ addresses: Gazetteer?) -> Examiner {
        Examiner(atlas: layers.main.atlas, gazetteer: addresses, options: verdict.options)
    }

    private func examine(_ examiner: Examiner) throws -> Finding {
        if let lon, let lat { return try examiner.examine(longitude: lon, latitude: lat) }
        return try examiner.examine(query)
    }

    /// A border nearer than this, in metres, is surely the nearest of all: the window reaches 100 km from the match, and no
    /// street is 20 km long.
    private static let surelyInside = 60_000.0

    /// The surroundings of the one place asked about: no other perimeters need be read. Nil when there may be several.
    private func window(_ addresses: Gazetteer?) -> Box? {
        var center = lon.flatMap { lon in lat.map { Point(x: lon, y: $0) } }
        if let addresses {
            guard AddressExpression.read(query.text ?? "").isSingle else { return nil }
            let match = addresses.match(query)
            guard match.places.count == 1, match.level != .municipality, match.level != .none else { return nil }
            center = Point(x: match.longitude, y: match.latitude)
        }
        guard let center, center.isFinite else { return nil }
        return Box(minX: center.x - 1.5, minY: center.y - 1, maxX: center.x + 1.5, maxY: center.y + 1)
    }
}
