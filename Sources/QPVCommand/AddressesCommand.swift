import ArgumentParser
import Gazetteer
import Interchange
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
        let file = try perimeters.read(quiet: quiet)
        let atlas = try NamedPerimeter.find(perimeter.joined(separator: " "), in: file.atlas)
        let gazetteerPath = try gazetteer.path(quiet: quiet)
        let result = try ResultFile(path: output, notReplacing: [file.source.path, gazetteerPath])
        let addresses = try GazetteerFile.open(gazetteerPath, quiet: quiet)
        let letterboxes = try Letterboxes(in: atlas, addresses, radii: radii.table)
        let list = streets ? letterboxes.streets(all: all) : nil

        var provenance = Provenance(version: Version.number, command: "addresses")
        provenance.state(atlas)
        provenance.state(addresses.info)
        provenance.state("parameters", .object(["radius_m": radii.table.json]))
        var table = LetterboxTable(addresses)
        if json {
            let value: JSONObject = [
                "code": .string(atlas.perimeters[0].code), "name": .string(atlas.perimeters[0].name),
                streets ? "streets" : "addresses": list.map { table.json($0) } ?? table.json(letterboxes),
                "provenance": provenance.value,
            ]
            var text = OutputBuffer()
            text.append(json: .object(value), pretty: true)
            text.append("\n")
            try result.write(text)
        } else {
            try result.write(list.map { table.streets($0) } ?? table.addresses(letterboxes))
        }
        try result.commit(provenance)
        if !quiet { Terminal.say(Self.summary(letterboxes, list)) }
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
