import Foundation
import Gazetteer

/// How a text that lists several addresses was read, and what was found for each.
struct ExpressionReport {
    private let expression: AddressExpression
    private let gazetteer: Gazetteer

    init(_ expression: AddressExpression, _ gazetteer: Gazetteer) {
        self.expression = expression
        self.gazetteer = gazetteer
    }

    /// The reading, then a line for each address meant.
    var text: String {
        var scratch = MatchScratch()
        let meant = gazetteer.addresses(of: expression, scratch: &scratch)
        var lines = ["reading:"]
        lines += expression.explanation.split(separator: "\n").map { "  " + $0 }
        for ambiguity in meant.ambiguities.dropFirst(expression.ambiguities.count) {
            lines.append("  ambiguous (\(ambiguity.code.rawValue)), part \(ambiguity.part + 1): \(ambiguity.note)")
        }
        lines.append("addresses: \(meant.addresses.count)")
        for address in meant.addresses {
            let match = gazetteer.match(address.query, scratch: &scratch)
            let number = address.number.map { "\($0)" } ?? "no number"
            lines.append(
                "  part \(address.part + 1), \(number): \(match.level.rawValue) \"\(match.label)\" score "
                    + String(format: "%.3f", match.score)
                    + (address.isInBase || address.number == nil ? "" : ", not in the base"))
        }
        return lines.joined(separator: "\n")
    }
}
