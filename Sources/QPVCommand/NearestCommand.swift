import ArgumentParser
import Gazetteer
import Geodesy
import Interchange
import QPVKit
import QPVService

/// `qpv nearest`: every row of a CSV gets the places nearest to it.
struct NearestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nearest",
        abstract: "Give each row of a CSV the places nearest to it: which, how far, which way.",
        usage: "qpv nearest <file> --places <file> [-k <number>] [--output <file>] [<options>]",
        discussion: """
            The row's own cells are kept as they are; for each place follow identifier, name, category, distance, direction (N, \
            NE, E, SE, S, SO, O, NO) and bearing, in degrees from grid north clockwise; then the nearest perimeter, its border's \
            distance, negative inside, and the reason why a row has no one position, no place, or a position that is that of \
            its street. Distances are straight lines in metres of the territory's grid. Rows are addresses or positions, as \
            for qpv audit.

            EXAMPLE
              qpv nearest beneficiaires.csv --places lieux.csv -k 3 -o proches.csv \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
              qpv nearest points.csv --places lieux.csv --category pharmacie --on 2024-06-01
            """)

    @OptionGroup var table: TableOptions
    @OptionGroup var places: PlaceReadingOptions

    @Option(name: .short, help: ArgumentHelp("How many places, 1 to 100.", valueName: "number"))
    var k = 1

    @Option(help: ArgumentHelp("Only places open on that day, and perimeters in force.", valueName: "date"))
    var on: CalendarDay?

    @OptionGroup var perimeters: PerimeterOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var coordinates: CoordinateOptions

    func validate() throws {
        guard (1...100).contains(k) else { throw ValidationError("-k is a number from 1 to 100") }
        try StandardInput.requireOne([table.file, places.places, gazetteer.gazetteer] + perimeters.paths)
        if table.namedColumns != nil, coordinates.isNamed {
            throw ValidationError("--address-columns or the columns of coordinates, not both")
        }
    }

    func run() async throws {
        let request = NearestRequest(
            table.input.input(coordinates.columns(addresses: table.namedColumns)), to: places.input, count: k)
        var options = Session(table, perimeters, gazetteer, verdict).options
        options.selection.choice = on.map { .on($0) } ?? .only
        let summary = try await request.run(
            in: Session(options), to: .file(table.output), table.console.context
        ).value
        table.console.summarize(Self.text(summary))
    }

    private static func text(_ summary: NearestPlaces.Summary) -> String {
        func listed(_ reasons: [Verdict.Reason: Int]) -> [String] {
            reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { reason, rows in
                "  \(reason.rawValue) \(rows.grouped): \(reason.sentence)"
            }
        }
        let lost = summary.notLocated.values.reduce(0, +), near = summary.approximate.values.reduce(0, +)
        var lines = ["rows         \(summary.rows.grouped), of which \(lost.grouped) without a position"]
        lines += listed(summary.notLocated)
        if near > 0 { lines.append("with the position of a street, or between numbers: \(near.grouped)") }
        lines += listed(summary.approximate)
        if summary.withoutPlace > 0 {
            lines.append("in a territory without any of the places: \(summary.withoutPlace.grouped)")
        }
        return lines.joined(separator: "\n")
    }
}
