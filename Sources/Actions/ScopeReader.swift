public import Perimeters
import Tables

/// Reads the declared scope of an action as an office writes it: a code, a name, a list, "tous les QPV", "inter-communes".
///
/// A spelling in the alias table goes before everything else; the set words before names; the whole text before its parts. What
/// names nothing known is unknown, never guessed.
public struct ScopeReader: Sendable {
    /// Which names there are.
    public let names: PerimeterNames
    private let communes: Set<[String]>

    /// Prepares the names of the communes too.
    public init(_ names: PerimeterNames) {
        self.names = names
        communes = Set(names.atlas.perimeters.flatMap(\.communeNames).map { PerimeterName($0).words })
    }

    /// How a text is read.
    public func read(_ text: String) -> ScopeReading {
        let text = text.trimmed
        if text.isEmpty || CellNumber(text) == .notStated { return ScopeReading(.notStated) }
        let whole = names.resolve(text)
        if whole.ground == .code || whole.ground == .alias { return reading(of: whole.meaning, text) }
        if let reading = setWords(Self.withoutBrackets(text)) ?? setWords(text) { return reading }
        let parts = Self.parts(text)
        if parts.count > 1, parts.contains(where: isOpenByAlias) { return list(parts) }
        if case .one(let perimeter) = whole.meaning { return ScopeReading(.onePerimeter, perimeters: [perimeter]) }
        if parts.count > 1 { return list(parts) }
        let bare = Self.withoutBrackets(parts.first ?? text)
        if bare != text, !bare.isEmpty { return read(bare) }
        if isCommune(text) { return ScopeReading(.commune) }
        return reading(of: whole.meaning, text)
    }

    private func reading(of meaning: PerimeterNames.Meaning, _ text: String) -> ScopeReading {
        switch meaning {
        case .one(let perimeter): ScopeReading(.onePerimeter, perimeters: [perimeter])
        case .ambiguous: ScopeReading(.ambiguous, others: [text])
        case .unknown, .absent: ScopeReading(.unknown, others: [text])
        }
    }

    /// Whether the user's table of spellings says that a name is ambiguous.
    private func isOpenByAlias(_ part: String) -> Bool {
        let answer = names.resolve(part)
        guard case .ambiguous = answer.meaning else { return false }
        return answer.ground == .alias
    }

    private func isCommune(_ text: String) -> Bool { communes.contains(PerimeterName(text).words) }

    /// Words that say what the scope is without naming a perimeter.
    private func setWords(_ text: String) -> ScopeReading? {
        let folded = ColumnNames.fold(text)
        if Self.all.contains(folded) { return ScopeReading(.allPerimeters) }
        if Self.communal.contains(folded) { return ScopeReading(.commune) }
        let words = folded.split(separator: "_").map(String.init)
        let counted = words.first == "les" ? Array(words.dropFirst()) : words
        if counted.count == 2, ["qpv", "quartiers", "perimetres"].contains(counted[1]),
            let count = Self.numbers[counted[0]] ?? Int(counted[0]), count > 1
        {
            return ScopeReading(.severalPerimeters, count: count)
        }
        // The commune whose quarters are meant may stand before it.
        if words.last == "interquartiers" || words.suffix(2) == ["inter", "quartiers"] {
            let place = words.dropLast(words.last == "interquartiers" ? 1 : 2).joined(separator: " ")
            if place.isEmpty || isCommune(place) { return ScopeReading(.commune) }
        }
        let joined = words.joined()
        if joined.hasPrefix("intercontrat") { return ScopeReading(.intercontract) }
        if Self.intercommunal.contains(joined) { return ScopeReading(.intercommunal) }
        return nil
    }

    /// A list: all of its parts must name one perimeter for it to be several.
    private func list(_ parts: [String]) -> ScopeReading {
        var found: [Int] = []
        var others: [String] = []
        var isOpen = false
        for part in parts {
            let bare = Self.withoutBrackets(part)
            let answers = [part, bare].map { names.resolve($0).meaning }
            let one = answers.lazy.compactMap { if case .one(let perimeter) = $0 { perimeter } else { nil } }.first
            if let one {
                if !found.contains(one) { found.append(one) }
            } else if isOpenByAlias(part) {
                // Said to be ambiguous, though a commune's name: nothing goes to the others that are named.
                others.append(part)
                isOpen = true
            } else if !isCommune(part) {
                others.append(part)
                if case .ambiguous = answers[0] { isOpen = true }
            }
        }
        if isOpen { return ScopeReading(.ambiguous, perimeters: found, others: others) }
        if found.isEmpty {
            return others.isEmpty
                ? ScopeReading(parts.count > 1 ? .intercommunal : .commune)
                : ScopeReading(.unknown, others: others)
        }
        if !others.isEmpty { return ScopeReading(.perimetersAndPlaces, perimeters: found, others: others) }
        return ScopeReading(found.count == 1 ? .onePerimeter : .severalPerimeters, perimeters: found)
    }

    /// The parts of a list: semicolons and bars part it before commas and slashes do, which stand in names too; `=13` behind a
    /// part is a count of persons.
    private static func parts(_ text: String) -> [String] {
        for separators in [";|\n", ",/+", ""] {
            let pieces = separators.isEmpty ? codes(text) : split(text, at: separators)
            let told = pieces.map { part in
                var part = part.trimmed
                while let first = part.first, "+&".contains(first) { part = String(part.dropFirst()).trimmed }
                if let equals = part.lastIndex(of: "="),
                    CellNumber(String(part[part.index(after: equals)...])).value != nil
                {
                    part = String(part[..<equals]).trimmed
                }
                return part
            }.filter { !$0.isEmpty }
            if told.count > 1 { return told }
            if told.count == 1, told[0] != text { return parts(told[0]) }
        }
        return [text]
    }

    /// The text between separators that stand outside brackets.
    private static func split(_ text: String, at separators: String) -> [String] {
        var pieces = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
            if depth == 0, separators.contains(character) {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    /// Words that are all codes, else the text alone, parted at "et".
    private static func codes(_ text: String) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        if words.allSatisfy({ $0.count >= 6 && $0.contains(where: \.isNumber) && $0.contains(where: \.isLetter) }) {
            return words
        }
        return words.split(whereSeparator: { ["et", "and", "&"].contains($0.lowercased()) })
            .map { $0.joined(separator: " ") }
    }

    private static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        var kept = ""
        for character in text {
            if character == "(" { depth += 1 }
            if depth == 0 { kept.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        return kept.trimmed
    }

    private static let all: Set<String> = [
        "tous_les_qpv", "tous_qpv", "toutes_les_qpv", "tous_les_quartiers", "tous_les_quartiers_prioritaires",
        "les_qpv",
        "ensemble_des_qpv", "l_ensemble_des_qpv", "qpv_all", "all_qpv", "all", "qpv_tous", "tous",
    ]
    private static let communal: Set<String> = [
        "commune", "communal", "communale", "ville", "toute_la_commune", "toute_la_ville", "ensemble_de_la_commune",
        "ensemble_de_la_ville", "municipal",
    ]
    private static let intercommunal: Set<String> = [
        "intercommunes", "intercommunal", "intercommunale", "intercommunalite", "intercommune", "agglomeration",
        "agglo",
        "lagglomeration", "communautedagglomeration", "communautedecommunes", "metropole", "epci", "interco",
    ]
    private static let numbers = [
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    ]
}
