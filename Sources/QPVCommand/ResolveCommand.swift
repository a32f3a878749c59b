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

    @OptionGroup var perimeters: OnePerimeterFile

    @Option(
        help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names.", valueName: "file"))
    var aliases: String?

    @Option(help: ArgumentHelp("Only perimeters of this commune, by name or INSEE code.", valueName: "name"))
    var commune: String?

    @Flag(help: "The answer as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    func validate() throws { try StandardInput.requireOne([aliases] + perimeters.perimeters.map(\.path)) }

    func run() throws {
        let atlas = try perimeters.read(quiet: quiet).atlas
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let resolver = PerimeterNames(atlas, aliases: table)
        let answers = names.map { PerimeterAnswer($0, in: resolver, commune: commune) }
        if json {
            try Terminal.put(JSONValue.array(answers.map(\.json)).json(pretty: true))
        } else {
            try Terminal.put(answers.map(\.line).joined(separator: "\n"))
        }
        if answers.contains(where: { !$0.isFound }) { throw ExitStatus.undecided }
    }
}
