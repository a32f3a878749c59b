import ArgumentParser
import QPVService

/// `qpv explain`: each stage of a match; or what lies nearest to a position.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how an address was read and matched: words, candidates, scores, and why the first one won.",
        usage: """
            qpv explain <address> [--gazetteer <file>] [--quiet]
            qpv explain --lon <degrees> --lat <degrees> [--gazetteer <file>] [--quiet]
            """,
        discussion: """
            EXAMPLE
              qpv explain "12 bis av du Gal Leclerc 57000 Metz" --gazetteer ban-57.qpvg
              qpv explain --lon 6.1757 --lat 49.1193 --gazetteer ban-57.qpvg
            """)

    @Argument(help: ArgumentHelp("The address, in one text.", valueName: "address"))
    var address: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A longitude in degrees: show the nearest address and street.", valueName: "degrees"))
    var lon: Double?

    @Option(parsing: .unconditional, help: ArgumentHelp("A latitude in degrees.", valueName: "degrees"))
    var lat: Double?

    @OptionGroup var gazetteer: GazetteerOptions

    @Flag(name: .shortAndLong, help: "No notices: errors only.")
    var quiet = false

    func validate() throws {
        guard (lon == nil) == (lat == nil) else { throw ValidationError("--lon and --lat go together") }
        guard address.isEmpty != (lon == nil) else { throw ValidationError("give an address, or --lon and --lat") }
    }

    func run() throws {
        let answer = try ExplainRequest(.init(address, lon: lon, lat: lat)).run(
            in: Session(gazetteer), Console(quiet: quiet).context
        ).value
        try Terminal.put(ExplainText.text(answer))
    }
}
