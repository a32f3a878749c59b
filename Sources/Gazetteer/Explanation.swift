/// How an answer came about, stage by stage.
public struct Explanation: Sendable, CustomStringConvertible {
    /// A word of the query as it was understood.
    public struct Word: Sendable, Hashable {
        /// As typed.
        public let typed: String
        /// Folded and in its long form.
        public let read: String
        /// What it was taken for: street, type, article, number, suffix, postcode, noise.
        public let role: String
    }

    /// A street that was considered.
    public struct Considered: Sendable, Hashable {
        /// Its name in the base.
        public let street: String
        /// The name of its commune.
        public let commune: String
        /// The part of the words that agree, 0 to 1.
        public let similarity: Double
        /// The logit of its score.
        public let logit: Double
        /// Whether the type of way is the one asked, or one of them is missing.
        public let typeAgrees: Bool
        /// Whether the number was found: "not asked", "found", "other suffix", "not found".
        public let number: String
    }

    /// What was asked.
    public let query: AddressQuery
    /// The words of the text, in order.
    public let words: [Word]
    /// Each way in which the text was read, in the order tried.
    public let readings: [String]
    /// Best first.
    public let considered: [Considered]
    /// The answer, the same as without explanation.
    public let match: Match
    /// Why the first answer won over the second.
    public let verdict: String

    /// All of it as text for people.
    public var description: String {
        var lines = ["words:"]
        lines += words.map { "  \($0.typed) -> \($0.read) (\($0.role))" }
        lines.append("readings:")
        lines += readings.map { "  " + $0 }
        lines.append("candidates:")
        for item in considered {
            let logit = (item.logit * 100).rounded() / 100
            let similarity = (item.similarity * 1000).rounded() / 1000
            lines.append(
                "  \(item.street), \(item.commune): similarity \(similarity), logit \(logit), number \(item.number)")
        }
        let score = (match.score * 1000).rounded() / 1000
        lines.append("answer: \(match.level.rawValue) \"\(match.label)\" score \(score)")
        lines.append(verdict)
        return lines.joined(separator: "\n")
    }
}

extension Gazetteer {
    /// Says how a query is read, what was considered and why the answer won. Slower than ``match(_:)``.
    public func explain(_ query: AddressQuery) -> Explanation {
        let scratch = MatchScratch()
        let space = scratch.workspace
        space.trace = []
        var matcher = Matcher(self, space)
        let match = matcher.run(query)
        let typed = Array(
            (query.text.flatMap { $0.isEmpty ? nil : $0 } ?? query.street ?? query.housenumber ?? "").utf8)
        let words = space.text.words.indices.map { index in
            let word = space.text.words[index]
            let range = min(Int(word.source), typed.count)..<min(Int(word.sourceEnd), typed.count)
            return Explanation.Word(
                typed: String(decoding: typed[range], as: UTF8.self), read: space.text.text(index),
                role: role(index, space))
        }
        let considered = space.candidates.prefix(8).compactMap { candidate -> Explanation.Considered? in
            guard let page = page(candidate.commune) else { return nil }
            let numbers = ["not asked", "found", "other suffix", "not found"]
            return Explanation.Considered(
                street: page.streetName(candidate.street), commune: directory.name(candidate.commune),
                similarity: candidate.similarity, logit: candidate.z, typeAgrees: candidate.typed,
                number: numbers[min(candidate.number, 3)])
        }
        return Explanation(
            query: query, words: words,
            readings: (space.trace ?? []).filter { $0.hasPrefix("reading") || $0.hasPrefix("nation") },
            considered: considered, match: match, verdict: verdict(match, considered))
    }

    private func role(_ index: Int, _ space: Workspace) -> String {
        let word = space.text.words[index]
        let reading = space.candidates.first.map { space.readings[$0.reading] } ?? space.readings.first
        if word.has(.noise) { return "noise" }
        if let reading {
            if index == reading.number { return "number" }
            if index == reading.suffix { return "suffix" }
            if reading.street.contains(index) {
                return word.has(.stop) ? "article" : word.has(.type) ? "type" : "street"
            }
        }
        if word.has(.postcodeLike) { return "postcode" }
        return "commune or ignored"
    }

    private func verdict(_ match: Match, _ considered: [Explanation.Considered]) -> String {
        guard match.level != .none else { return "nothing in the base comes near enough" }
        guard match.level != .municipality else { return "no street of the commune comes near enough" }
        guard considered.count > 1 else { return "no other street shares its words" }
        let (first, second) = (considered[0], considered[1])
        let difference = first.logit - second.logit
        if difference < 0.05 { return "\(second.street), \(second.commune) answers as well" }
        var why: [String] = []
        if first.similarity > second.similarity { why.append("more of the words agree") }
        if first.number != second.number { why.append("its number is \(first.number), the other's \(second.number)") }
        if first.typeAgrees != second.typeAgrees { why.append("the type of way agrees") }
        if first.commune != second.commune, why.isEmpty { why.append("its commune agrees better") }
        if why.isEmpty { why.append("types and articles agree better") }
        return "before \(second.street), \(second.commune): " + why.joined(separator: "; ")
    }
}
