import ArgumentParser
import Interchange
import QPVKit
import QPVService

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

    @OptionGroup var perimeters: OnePerimeterFile

    @Option(
        help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names.", valueName: "file"))
    var aliases: String?

    @Option(help: ArgumentHelp("Only perimeters of this commune, by name or INSEE code.", valueName: "name"))
    var commune: String?

    @Flag(help: "The answer as JSON.")
    var json = false

    @OptionGroup var notices: NoticeOptions

    func validate() throws { try StandardInput.requireOne([aliases] + perimeters.paths) }

    func run() throws {
        let answers = try ResolveRequest(names, aliases: aliases, commune: commune).run(
            in: Session(perimeters), notices.console.context
        ).value
        try Terminal.put(
            json
                ? JSONValue.array(answers.map(\.json)).json(pretty: true)
                : answers.map(Self.line).joined(separator: "\n"))
        if answers.contains(where: { $0.status != .found }) { throw ExitStatus.undecided }
    }

    /// Between tabs the spelling, the code and the name, and how it was found; else the candidates.
    private static func line(_ answer: PerimeterAnswer) -> String {
        let found = answer.candidates
        let meaning =
            answer.status == .found
            ? "\(found[0].code)\t\(found[0].name)"
            : "\(answer.status.rawValue)\t"
                + shortList(found.map { "\($0.code) \($0.name)" }).joined(separator: " | ")
        return "\(answer.name)\t\(meaning)\t\(answer.ground.rawValue)"
    }
}
