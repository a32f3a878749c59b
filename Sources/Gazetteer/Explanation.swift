/// How an answer came about, stage by stage.
public struct Explanation: Sendable {
    /// A word of the query as it was understood.
    public struct Word: Sendable, Hashable {
        /// As typed.
        public let typed: String
        /// Folded and in its long form.
        public let read: String
        /// What it was taken for: street, type, article, number, suffix, postcode, noise.
        public let role: String
    }

    /// A commune that the query may mean.
    public struct Commune: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its INSEE code.
        public let citycode: String
        /// How well it agrees with postcode, city and code, 0 to 1.
        public let agreement: Double
        /// Whether it contradicts one of them.
        public let contradicts: Bool
    }

    /// One way to read the text.
    public struct Reading: Sendable, Hashable {
        /// The house number with its suffix, empty for none.
        public let housenumber: String
        /// The words of the street, as they were read.
        public let street: String
        /// How unnatural the reading is, in logits.
        public let penalty: Double
        /// The communes that were considered, best first, at most five.
        public let communes: [Commune]
    }

    /// Something that speaks against an answer.
    public struct Objection: Sendable, Hashable {
        /// A stable name: words, reading, type, articles, unread, correctedElsewhere, oldCommune, locality, commune, number.
        public let name: String
        /// What it costs in the rank, in logits.
        public let logits: Double
        /// What it is about, for people.
        public let note: String
    }

    /// A street that was considered.
    public struct Considered: Sendable, Hashable {
        /// Its name in the base.
        public let street: String
        /// The name of its commune.
        public let commune: String
        /// Its commune code.
        public let citycode: String
        /// The place of the reading in ``Explanation/readings``.
        public let reading: Int
        /// The part of the words that agree, 0 to 1.
        public let similarity: Double
        /// The logit by which it is ranked.
        public let logit: Double
        /// Whether the type of way is the one asked, or one of them is missing.
        public let typeAgrees: Bool
        /// Whether the number was found: "not asked", "found", "other suffix", "computed", "not found".
        public let number: String
        /// What speaks against it.
        public let objections: [Objection]
    }

    /// One way of searching, with what it compared.
    public struct Stage: Sendable, Hashable {
        /// "words as they are", "spelling forgiven", and the same for the whole base.
        public let name: String
        /// How many lists of streets were searched: one for each commune and reading.
        public let searches: Int
        /// How many streets were compared word by word.
        public let compared: Int
        /// The best of them, at most three; their numbers are not looked at yet.
        public let best: [Considered]
    }

    /// What the score is made of: `share / (1 + exp(Σ weight·logits - bias))`.
    public struct Worth: Sendable {
        /// What was found: number, otherSuffix, computed, streetOfNumber, street, municipality, municipalityOfStreet.
        public let outcome: String
        /// The logit of an answer of that kind against which nothing speaks.
        public let bias: Double
        /// The part of the answer among its rivals, 0 to 1.
        public let share: Double
        /// The names of all losses, what each was in logits, and its weight.
        public let losses: [(name: String, logits: Double, weight: Double)]
        /// The score.
        public let probability: Double
    }

    /// What was asked.
    public let query: AddressQuery
    /// The words of the text, in order.
    public let words: [Word]
    /// Each way in which the text was read, in the order tried.
    public let readings: [Reading]
    /// Each way of searching that was tried, in order.
    public let stages: [Stage]
    /// All that was found, best first, at most eight.
    public let considered: [Considered]
    /// The answer, the same as without explanation.
    public let match: Match
    /// What its score is made of; nil without an answer.
    public let worth: Worth?
    /// Why the first answer won, or why there is none.
    public let verdict: String
    /// Why the second lost, one line for each difference; empty when there is none.
    public let runnerUp: [String]
}

extension Gazetteer {
    /// Says how a query is read, what was considered and why the answer won. Slower than ``match(_:)``.
    public func explain(_ query: AddressQuery) -> Explanation {
        let scratch = MatchScratch()
        scratch.workspace.trace = Trace()
        var matcher = Matcher(self, scratch.workspace)
        let match = matcher.run(query)
        return Explainer(gazetteer: self, space: scratch.workspace, query: query, match: match).explanation
    }
}
