import Foundation
import Gazetteer
import QPVService

/// How an address was read and matched, or what is near, for a person.
enum ExplainText {
    static func text(_ answer: ExplainResult) -> String {
        switch answer {
        case .match(let explanation): "\(explanation)"
        case .several(let expression, let meant, let matches): text(expression, meant, matches)
        case .nearest(nil): "nothing is near: no position"
        case .nearest(let nearby?): text(nearby)
        }
    }

    /// The reading of a text that lists several addresses, then a line for each address meant.
    private static func text(
        _ expression: AddressExpression, _ meant: ExpressionAddresses, _ matches: [Match]
    ) -> String {
        var lines = ["reading:"]
        lines += expression.explanation.split(separator: "\n").map { "  " + $0 }
        for ambiguity in meant.ambiguities.dropFirst(expression.ambiguities.count) {
            lines.append("  ambiguous (\(ambiguity.code.rawValue)), part \(ambiguity.part + 1): \(ambiguity.note)")
        }
        lines.append("addresses: \(meant.addresses.count)")
        for (address, match) in zip(meant.addresses, matches) {
            let number = address.number.map { "\($0)" } ?? "no number"
            lines.append(
                "  part \(address.part + 1), \(number): \(match.level.rawValue) \"\(match.label)\" score "
                    + String(format: "%.3f", match.score)
                    + (address.isInBase || address.number == nil ? "" : ", not in the base"))
        }
        return lines.joined(separator: "\n")
    }

    /// The address and the street nearest to a position, with metres to one decimal.
    private static func text(_ nearby: ExplainResult.Nearby) -> String {
        func line(_ what: String, _ found: (label: String, metres: Double)) -> String {
            "\(what)  \(found.label)  at \((found.metres * 10).rounded() / 10) m"
        }
        return [nearby.address.map { line("nearest address", $0) }, line("nearest street ", nearby.street)]
            .compactMap { $0 }.joined(separator: "\n")
    }
}
