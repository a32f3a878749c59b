import Tables

/// Finds the perimeter that a spelling means, or says that it is ambiguous or unknown; it never guesses.
///
/// Case, accents, dashes, slashes and articles do not matter. A code goes before the user's aliases, an alias before the
/// perimeters' own names, a whole name before a part of one. Making one is O(n log n), a question O(n).
public struct PerimeterNames: Sendable {
    /// How a spelling was understood.
    public enum Ground: String, Sendable, CaseIterable {
        /// It is the code.
        case code
        /// It stands in the alias table.
        case alias
        /// It is the whole name; words such as "quartier", and the name of the commune beside it, do not count.
        case name
        /// All its words are in the name.
        case part
        /// It is, or seems to be, something else: a commune, or a name misspelt.
        case none
    }

    /// What a spelling means; perimeters are indices into the atlas.
    public enum Meaning: Sendable, Equatable {
        /// One perimeter.
        case one(Int)
        /// Several, or it is not to be told which.
        case ambiguous([Int])
        /// None: with those that are spelt nearly so.
        case unknown(similar: [Int])
        /// An alias of a perimeter that the atlas does not have.
        case absent(code: String)
    }

    /// The perimeters.
    public let atlas: Atlas
    /// The user's own spellings.
    public let aliases: AliasTable
    private let names: [PerimeterName]
    private let communes: [Set<String>]

    /// Prepares the names of an atlas.
    public init(_ atlas: Atlas, aliases: AliasTable = AliasTable()) {
        self.atlas = atlas
        self.aliases = aliases
        names = atlas.perimeters.map { PerimeterName($0.name) }
        communes = atlas.perimeters.map { Set($0.communeNames.flatMap { PerimeterName($0).words } + $0.communeCodes) }
    }

    /// What a spelling means, and how that was found.
    ///
    /// - Parameter commune: a commune's name or INSEE code, to which the answer is limited; nil for all.
    public func resolve(_ text: String, inCommune commune: String? = nil) -> (meaning: Meaning, ground: Ground) {
        let scope = indices(inCommune: commune)
        let code = text.trimmed.uppercased()
        if let meaning = meaning(ofCode: code, scope) { return (meaning, .code) }
        let name = PerimeterName(text)
        guard !name.words.isEmpty else { return (.unknown(similar: []), .none) }
        var absent: Meaning?
        if let codes = aliases.codes(of: name) {
            let meaning = meaning(of: codes, name, scope)
            // An alias of a perimeter that is not loaded does not hide one that has exactly this name.
            guard case .absent = meaning else { return (meaning, .alias) }
            absent = meaning
        }
        for found in [scope.filter { names[$0].key == name.key }, scope.filter { isWhole(name, $0) }]
        where !found.isEmpty {
            return (found.count == 1 ? .one(found[0]) : .ambiguous(found), .name)
        }
        if let absent { return (absent, .alias) }
        let parts = scope.filter { isPart(name, of: $0) }
        if !parts.isEmpty { return (parts.count == 1 ? .one(parts[0]) : .ambiguous(parts), .part) }
        let there = name.ownWords.isEmpty ? [] : scope.filter { communes[$0].isSuperset(of: name.ownWords) }
        if there.count > 1 { return (.ambiguous(there), .none) }
        return (.unknown(similar: there + scope.filter { isSimilar(name, $0) }), .none)
    }

    /// The perimeters of a commune, by its name or INSEE code, as ascending indices; of none given, all.
    public func indices(inCommune commune: String?) -> [Int] {
        guard let commune else { return Array(atlas.perimeters.indices) }
        let words = PerimeterName(commune).words
        let code = commune.trimmed.uppercased()
        return atlas.perimeters.indices.filter { i in
            atlas.perimeters[i].communeCodes.contains(code)
                || atlas.perimeters[i].communeNames.contains { PerimeterName($0).words == words }
        }
    }

    /// What a code in capitals means; nil when it is none. It may stand twice.
    private func meaning(ofCode code: String, _ scope: [Int]) -> Meaning? {
        let found = scope.filter { atlas.perimeters[$0].code.uppercased() == code }
        return found.isEmpty ? nil : found.count == 1 ? .one(found[0]) : .ambiguous(found)
    }

    private func meaning(of codes: [String], _ name: PerimeterName, _ scope: [Int]) -> Meaning {
        if codes.count == 1 {
            return meaning(ofCode: codes[0], scope) ?? .absent(code: codes[0])
        }
        // The table says that it is ambiguous: with its codes, or without any.
        let stated = scope.filter { codes.contains(atlas.perimeters[$0].code.uppercased()) }
        return .ambiguous(
            stated.isEmpty
                ? scope.filter {
                    isPart(name, of: $0)
                        || !name.ownWords.isEmpty && communes[$0].isSuperset(of: name.ownWords)
                } : stated)
    }

    /// The same own words in the same order, with or without those of the commune.
    private func isWhole(_ name: PerimeterName, _ i: Int) -> Bool {
        let key = names[i].ownKey
        guard !key.isEmpty else { return false }
        if name.ownKey == key { return true }
        return name.ownWords.filter { !communes[i].contains($0) }.joined() == key
    }

    private func isPart(_ name: PerimeterName, of i: Int) -> Bool {
        let asked = name.ownWords.filter { !communes[i].contains($0) || names[i].words.contains($0) }
        // A commune's name alone is no part of a perimeter's, though "La Patrotte - Metz-Nord" holds it.
        return asked.contains { !communes[i].contains($0) } && asked.allSatisfy(names[i].words.contains)
    }

    /// One letter in five may differ.
    private func isSimilar(_ name: PerimeterName, _ i: Int) -> Bool {
        let a = Array(name.ownKey.utf8), b = Array(names[i].ownKey.utf8)
        let limit = max(a.count, b.count) / 5
        guard limit > 0, abs(a.count - b.count) <= limit else { return false }
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                (diagonal, row[j + 1]) = (row[j + 1], min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1))
            }
        }
        return row[b.count] <= limit
    }
}
