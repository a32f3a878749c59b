import ArgumentParser
import QPVKit
import QPVService

/// `qpv addresses`: every address in a perimeter, or its streets with the numbers that are inside.
struct AddressesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "addresses",
        abstract: "List every address of a perimeter, or its streets: whole, split, and which numbers are inside.",
        usage: "qpv addresses <perimeter> [--output <file>] [--streets] [--perimeters <file>] [<options>]",
        discussion: """
            One row an address of which something lies in the perimeter, its disc taken whole: verdict, probability, quality \
            and distance to the border are about this perimeter alone. With --streets one row a street, with the ranges of \
            its numbers inside, side by side; a range spans no number that is not inside. A summary goes to standard error. A \
            name is understood as by qpv perimeters resolve; when it means none or several, the exit code is 65.

            EXAMPLE
              qpv addresses QN05701M -o boites.csv \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
              qpv addresses "Borny" --streets
            """)

    @Argument(help: ArgumentHelp("The code of a perimeter, or its name when only one has it.", valueName: "perimeter"))
    var perimeter: [String]

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the list goes; - is standard output.", valueName: "file"))
    var output = "-"

    @Flag(help: "Streets instead of addresses.")
    var streets = false

    @Flag(help: "With --streets: those of its communes that lie wholly outside too.")
    var all = false

    @OptionGroup var perimeters: OnePerimeterFile
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var radii: RadiusOptions

    @Flag(help: "JSON instead of CSV, with the provenance.")
    var json = false

    @Flag(name: .shortAndLong, help: "No notices, no summary: warnings and errors only.")
    var quiet = false

    func validate() throws {
        guard !perimeter.isEmpty else { throw ValidationError("name a perimeter") }
        guard !all || streets else { throw ValidationError("--all goes with --streets") }
    }

    func run() throws {
        var request = AddressesRequest(perimeter.joined(separator: " "))
        (request.streets, request.outsideToo, request.format) = (streets, all, json ? .json : .csv)
        let console = Console(quiet: quiet)
        let list = try request.run(
            in: Session(perimeters, gazetteer, radii), to: .file(output), console.context
        ).value
        console.summarize(Self.summary(list.letterboxes, list.streets))
    }

    private static func summary(_ letterboxes: Letterboxes, _ streets: [LetterboxStreet]?) -> String {
        let perimeter = letterboxes.atlas.perimeters[0]
        var lines = ["\(perimeter.code) \(perimeter.name)"]
        let decisions = [Verdict.Decision.inside, .uncertain, .outside].map { decision in
            (decision, letterboxes.items.count { $0.verdict.decision == decision })
        }
        lines.append("addresses    " + decisions.map { "\($0.0.rawValue) \($0.1.grouped)" }.joined(separator: ", "))
        if let streets {
            let counts = [LetterboxStreet.Status.whole, .split, .edge, .outside].map { status in
                "\(status.rawValue) \(streets.count { $0.status == status }.grouped)"
            }
            lines.append("streets      " + counts.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }
}
