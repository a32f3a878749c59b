extension Explanation: CustomStringConvertible {
    /// Two decimals: for people.
    static func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    /// All of it as text for people.
    public var description: String {
        var lines = ["words:"]
        lines += words.map { "  \($0.typed) -> \($0.read) (\($0.role))" }
        lines.append("readings:")
        for (index, reading) in readings.enumerated() {
            let number = reading.housenumber.isEmpty ? "none" : reading.housenumber
            let communes = reading.communes.map {
                "\($0.name) \(Self.rounded($0.agreement))\($0.contradicts ? " (contradicts)" : "")"
            }
            let penalty = reading.penalty > 0 ? ", penalty \(Self.rounded(reading.penalty))" : ""
            let where_ = communes.isEmpty ? "no commune" : "communes " + communes.joined(separator: ", ")
            lines.append("  \(index): number \(number), street \"\(reading.street)\", \(where_)\(penalty)")
        }
        lines.append("stages:")
        for stage in stages {
            lines.append(
                "  \(stage.name): \(stage.searches) \(stage.searches == 1 ? "search" : "searches"), "
                    + "\(stage.compared) streets compared")
            lines += stage.best.map { "    " + Self.line($0) }
        }
        lines.append("candidates:")
        lines += considered.map { "  \(Self.line($0)), number \($0.number)" }
        let score = (match.score * 1000).rounded() / 1000
        let next = (match.scoreNext * 1000).rounded() / 1000
        lines.append("answer: \(match.level.rawValue) \"\(match.label)\" score \(score), next best \(next)")
        lines.append(verdict)
        if match.level != .municipality, match.level != .none, let first = considered.first {
            lines += first.objections.map { "  -\(Self.rounded($0.logits)) \($0.name): \($0.note)" }
        }
        lines += runnerUp
        if let worth { lines.append(Self.line(worth)) }
        return lines.joined(separator: "\n")
    }

    private static func line(_ worth: Worth) -> String {
        let terms = worth.losses.filter { $0.logits * $0.weight != 0 }
            .map { " - \(rounded($0.weight))·\(rounded($0.logits)) (\($0.name))" }.joined()
        return "score: \(rounded(worth.share)) of the odds, times the probability of the logit "
            + "\(rounded(worth.bias)) (\(worth.outcome))\(terms)"
    }

    private static func line(_ item: Considered) -> String {
        "\(item.street), \(item.commune): similarity \(rounded(item.similarity)), logit \(rounded(item.logit))"
    }
}
