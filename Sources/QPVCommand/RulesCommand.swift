import ArgumentParser
import Interchange
import QPVKit

/// `qpv rules`: the rules that can be asked for, and where each comes from.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules of law that --rule applies, with their source and what they do not tell.",
        discussion: """
            None is ever applied by default: membership is that of the perimeter alone.

            EXAMPLE
              qpv rules
              qpv audit programmes.csv --rule tva-300 -o audite.csv
            """)

    @Flag(help: "The answer as JSON.")
    var json = false

    func run() throws {
        if json { return try Terminal.put(JSONValue.array(Rule.allCases.map(\.json)).json(pretty: true)) }
        let texts = Rule.allCases.map { rule in
            "\(rule.rawValue)\n  says     \(rule.summary)\n  source   \(rule.source)\n  but      \(rule.caveat)\n"
                + "  column   \(rule.columnName)"
        }
        try Terminal.put(texts.joined(separator: "\n\n"))
    }
}
