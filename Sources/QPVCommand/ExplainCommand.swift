import ArgumentParser
import Gazetteer

/// `qpv explain`: each stage of a match.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how an address was read and matched: words, candidates, scores, and why the first one won.",
        usage: "qpv explain <address> [--gazetteer <file>] [--quiet]",
        discussion: """
            EXAMPLE
              qpv explain "12 bis av du Gal Leclerc 57000 Metz" --gazetteer ban-57.qpvg
            """)

    @Argument(help: ArgumentHelp("The address, in one text.", valueName: "address"))
    var address: [String]

    @OptionGroup var gazetteer: GazetteerOptions

    @Flag(name: .shortAndLong, help: "No notices: errors only.")
    var quiet = false

    func run() throws {
        let addresses = try gazetteer.open(quiet: quiet)
        let text = address.joined(separator: " ")
        let expression = AddressExpression.read(text)
        if expression.isSingle {
            try Terminal.put("\(addresses.explain(AddressQuery(text: text)))")
        } else {
            try Terminal.put(ExpressionReport(expression, addresses).text)
        }
    }
}
