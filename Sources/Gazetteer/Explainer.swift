/// Makes an ``Explanation`` of what a matcher left in its memory.
struct Explainer {
    let gazetteer: Gazetteer
    let space: Workspace
    let query: AddressQuery
    let match: Match

    private var directory: Directory { gazetteer.directory }

    var explanation: Explanation {
        let considered = space.candidates.prefix(8).compactMap { self.considered($0) }
        return Explanation(
            query: query, words: words, readings: space.readings.map(reading), stages: stages,
            considered: considered, match: match, worth: match.level == .none ? nil : worth,
            verdict: verdict(considered), runnerUp: runnerUp(considered))
    }

    // MARK: What was read

    private var words: [Explanation.Word] {
        let typed = space.text.source
        return space.text.words.indices.map { index in
            let word = space.text.words[index]
            let range = min(Int(word.source), typed.count)..<min(Int(word.sourceEnd), typed.count)
            return Explanation.Word(
                typed: String(decoding: typed[range], as: UTF8.self), read: space.text.text(index), role: role(index))
        }
    }

    private func role(_ index: Int) -> String {
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
        return word.has(.postcodeLike) ? "postcode" : "commune or ignored"
    }

    private func reading(_ reading: Reading) -> Explanation.Reading {
        let number = reading.number >= 0 ? space.text.text(reading.number) : ""
        return Explanation.Reading(
            housenumber: number + (reading.suffix >= 0 ? space.text.text(reading.suffix) : ""),
            street: reading.street.map { space.text.text($0) }.joined(separator: " "), penalty: reading.penalty,
            communes: space.communes[reading.communes].prefix(5).map {
                Explanation.Commune(
                    name: directory.name($0.commune), citycode: directory.code($0.commune), agreement: $0.weight,
                    contradicts: $0.mismatch)
            })
    }

    // MARK: What was considered

    private var stages: [Explanation.Stage] {
        guard let trace = space.trace else { return [] }
        return trace.stages.indices.map { stage in
            let own = trace.comparisons.indices.filter { trace.comparisons[$0].stage == stage }
            let best = own.sorted { trace.comparisons[$0].candidate.z > trace.comparisons[$1].candidate.z }.prefix(3)
            return Explanation.Stage(
                name: trace.stages[stage], searches: trace.searches[stage], compared: own.count,
                best: best.compactMap { place in
                    var candidate = trace.comparisons[place].candidate
                    candidate.comparison = place
                    return considered(candidate)
                })
        }
    }

    private func considered(_ candidate: Candidate) -> Explanation.Considered? {
        guard let page = gazetteer.page(candidate.commune) else { return nil }
        return Explanation.Considered(
            street: page.streetName(candidate.street), commune: directory.name(candidate.commune),
            citycode: directory.code(candidate.commune), reading: candidate.reading,
            similarity: candidate.similarity, logit: candidate.z, typeAgrees: candidate.typed,
            number: candidate.number.rawValue,
            objections: Loss.allCases.filter { candidate.losses[$0] > 0 }.map {
                Explanation.Objection(
                    name: "\($0)", logits: candidate.losses[$0], note: note($0, candidate))
            })
    }

    private func note(_ loss: Loss, _ candidate: Candidate) -> String {
        switch loss {
        case .words: return wordsNote(candidate)
        case .reading: return "another way to read the text is more natural"
        case .type: return candidate.typed ? "a type of way is missing" : "it is another type of way"
        case .articles: return "the articles differ"
        case .unread: return "words without counterpart may name another commune"
        case .correctedElsewhere: return "a typing error and another commune at once"
        case .oldCommune: return "another old commune was named"
        case .locality: return "it is a lieu-dit"
        case .commune:
            let entry = candidate.entry
            if entry.guessed { return "nothing tells the commune" }
            return entry.mismatch ? "its commune contradicts postcode, city or code" : "its commune agrees in part"
        case .remark: return "words follow the name"
        case .inserted: return "words of another name stand in it or before it"
        case .postcode: return "it has another postcode of the commune"
        case .far: return "the place is computed from numbers far away"
        case .known: return "a corrected word is the word of another street"
        case .number:
            return candidate.number == .otherSuffix ? "it has the number with another suffix" : "it lacks the number"
        }
    }

    private func wordsNote(_ candidate: Candidate) -> String {
        guard let trace = space.trace, trace.comparisons.indices.contains(candidate.comparison) else { return "" }
        let comparison = trace.comparisons[candidate.comparison]
        func list(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
        var notes: [String] = []
        let corrected = comparison.pairs.filter { $0.likeness < 1 }
        if !corrected.isEmpty {
            notes.append(
                corrected.map { "\"\($0.typed)\" for \"\($0.own)\" (\(Explanation.rounded($0.likeness)))" }
                    .joined(separator: ", "))
        }
        if !comparison.missing.isEmpty { notes.append("the query lacks \(list(comparison.missing))") }
        if !comparison.unread.isEmpty { notes.append("the name lacks \(list(comparison.unread))") }
        return notes.joined(separator: "; ")
    }

    private var worth: Explanation.Worth {
        let evidence = space.evidence
        return Explanation.Worth(
            outcome: "\(evidence.outcome)", bias: Calibration.biases[evidence.outcome.rawValue], share: evidence.share,
            losses: Loss.allCases.map { ("\($0)", evidence.losses[$0], Calibration.weights[$0.rawValue]) },
            probability: evidence.probability)
    }

    // MARK: Why

    private func verdict(_ considered: [Explanation.Considered]) -> String {
        switch match.level {
        case .none: return "nothing in the base comes near enough"
        case .municipality:
            guard let first = considered.first else { return "no street of the commune shares a word with the query" }
            return "no street of the commune comes near enough; the nearest is \(first.street), \(first.commune)"
        default: break
        }
        guard let first = considered.first else { return "" }
        let against = first.objections.isEmpty ? "nothing speaks against it" : "against it:"
        return considered.count > 1 ? against : against + " (no other street shares its words)"
    }

    /// The second street against the first, loss by loss.
    private func runnerUp(_ considered: [Explanation.Considered]) -> [String] {
        guard considered.count > 1, match.level != .none, match.level != .municipality else { return [] }
        let (first, second) = (considered[0], considered[1])
        let name = "\(second.street), \(second.commune)"
        let difference = first.logit - second.logit
        if difference < 0.05 { return ["\(name) answers as well: nothing sets them apart"] }
        var lines = ["\(name) is \(Explanation.rounded(difference)) logits behind:"]
        for loss in Loss.allCases {
            let own = first.objections.first { $0.name == "\(loss)" }
            let other = second.objections.first { $0.name == "\(loss)" }
            let change = (own?.logits ?? 0) - (other?.logits ?? 0)
            guard abs(change) >= 0.005 else { continue }
            let sign = change < 0 ? "-" : "+"
            let note = change < 0 ? other!.note : "for the first: \(own!.note)"
            lines.append("  \(sign)\(Explanation.rounded(abs(change))) \(loss): \(note)")
        }
        return lines
    }
}
