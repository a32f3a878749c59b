import ArgumentParser
import Interchange
import QPVKit

/// `qpv perimeters resolve`: the perimeter that a spelling means.
struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say which perimeter a name means, or that it is ambiguous.",
        usage: "qpv perimeters resolve <name> ... [--perimeters <file>] [--aliases <file>] [<options>]",
        discussion: """
            One line a name, separated by tabs: the name, the code and the perimeter's name, and how it was found: code, alias, \
            name, part. A name that is ambiguous or unknown has the candidates instead, and the exit code is 1.

            EXAMPLE
              qpv perimeters resolve "Deux Rives" "les Tilleuls" \\
                --aliases geodata/aliases.csv
            """)

    @Argument(help: ArgumentHelp("The names, or codes.", valueName: "name"))
    var names: [String]

    @OptionGroup var perimeters: PerimeterOptions

    @Option(
        help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names.", valueName: "file"))
    var aliases: String?

    @Option(help: ArgumentHelp("Only perimeters of this commune, by name or INSEE code.", valueName: "name"))
    var commune: String?

    @Flag(help: "The answer as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "No notices: errors only.")
    var quiet = false

    func validate() throws { try StandardInput.requireOne([aliases] + perimeters.paths) }

    func run() throws {
        let atlas = try perimeters.read(quiet: quiet).atlas
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let resolver = PerimeterNames(atlas, aliases: table)
        let answers = names.map { Answer(name: $0, resolver.resolve($0, inCommune: commune), atlas) }
        if json {
            try Terminal.put(JSONValue.array(answers.map(\.json)).json(pretty: true))
        } else {
            try Terminal.put(answers.map(\.line).joined(separator: "\n"))
        }
        if answers.contains(where: { !$0.isFound }) { throw ExitStatus.undecided }
    }

    /// One name and what it means.
    private struct Answer {
        let name: String
        let status: String
        let ground: String
        let candidates: [Perimeter]
        var isFound: Bool { status == "found" }

        init(
            name: String, _ answer: (meaning: PerimeterNames.Meaning, ground: PerimeterNames.Ground), _ atlas: Atlas
        ) {
            self.name = name
            ground = answer.ground.rawValue
            switch answer.meaning {
            case .one(let index): (status, candidates) = ("found", [atlas.perimeters[index]])
            case .ambiguous(let all): (status, candidates) = ("ambiguous", all.map { atlas.perimeters[$0] })
            case .unknown(let similar): (status, candidates) = ("unknown", similar.map { atlas.perimeters[$0] })
            case .absent: (status, candidates) = ("absent", [])
            }
        }

        var line: String {
            let shown = candidates.prefix(20).map { "\($0.code) \($0.name)" }
            let more = candidates.count > 20 ? ["and \(candidates.count - 20) more"] : []
            if isFound { return "\(name)\t\(candidates[0].code)\t\(candidates[0].name)\t\(ground)" }
            return "\(name)\t\(status)\t\((shown + more).joined(separator: " | "))\t\(ground)"
        }

        var json: JSONValue {
            [
                "name": .string(name), "status": .string(status), "ground": .string(ground),
                "perimeters": .array(
                    candidates.map { ["code": .string($0.code), "name": .string($0.name)] }),
            ]
        }
    }
}
