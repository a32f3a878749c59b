import ArgumentParser
import Interchange
import QPVService

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

    @OptionGroup var notices: NoticeOptions

    func validate() throws {
        try StandardInput.requireOne(
            [layerOptions.choice.groups, layerOptions.choice.aliases, gazetteer.gazetteer] + perimeters.paths)
        guard (lon == nil) == (lat == nil) else { throw ValidationError("--lon and --lat go together") }
        guard address.isEmpty != (lon == nil) else {
            throw ValidationError("give an address, or --lon and --lat")
        }
    }

    func run() throws {
        var request = CheckRequest(.init(address, lon: lon, lat: lat))
        request.questions = layerOptions.questions
        request.readsSurroundingsOnly = !json
        let session = Session(perimeters, layerOptions, gazetteer, verdict)
        let outcome = try request.run(in: session, notices.console.context)
        let result = outcome.value
        try Terminal.put(json ? result.json(outcome.provenance).json(pretty: true) : CheckText(result).text)
        if strict, result.isUndecided { throw ExitStatus.undecided }
    }
}
