import Communes
import Foundation
import Gazetteer

/// The commune that a query states though the gazetteer lacks it: it binds, and is never changed into another by its spelling.
struct StatedTown {
    let gazetteer: Gazetteer

    /// The INSEE code of a commune that the cells of a query state and the gazetteer lacks; nil when they state none, or one that
    /// it may hold.
    ///
    /// The code goes before the name, the name before the postcode. A name with a postcode that the gazetteer knows is left to the
    /// matcher, which says that the two disagree.
    func inCells(of query: AddressQuery) -> String? {
        if let code = query.citycode?.uppercased(), !CommuneTable.communes(code: code).isEmpty {
            return isKnown(code) || isFormer(code, query) ? nil : code
        }
        let postcode = query.postcode.flatMap(Self.postcode)
        if let postcode, !gazetteer.communes(postcode: postcode).isEmpty { return nil }
        if let city = query.city, let town = named(city, postcode: postcode) { return town.code }
        if let city = query.city, !gazetteer.communes(named: Self.withoutPostcode(city)).isEmpty { return nil }
        guard let postcode else { return nil }
        return only(CommuneTable.communes(postcode: postcode).map(\.code))
    }

    /// The code of a commune that a text states and the gazetteer lacks.
    ///
    /// A commune is stated by a part of the text between commas or brackets that is nothing but its name, with its postcode or
    /// not; by the words behind a postcode of its own; or by the last words of the text. Last words that stand in the name of the
    /// street found are a part of that name ("55 route de Thionville").
    func inText(_ text: String, _ match: Match) -> String? {
        let parts = text.split { ",;()\n|".contains($0) }
        let names = parts.map { Self.withoutPostcode(String($0)) }
        // A commune of the gazetteer that the text names leaves the choice to the matcher.
        if parts.count > 1, names.contains(where: { !gazetteer.communes(named: $0).isEmpty }) { return nil }
        let postcodes = text.split { !$0.isNumber }.map(String.init).filter { $0.utf8.count == 5 }
        if postcodes.contains(where: { !gazetteer.communes(postcode: $0).isEmpty }) { return nil }
        for (part, name) in zip(parts, names) where parts.count > 1 || postcodes.isEmpty && part.count == text.count {
            if let town = named(name, postcode: nil), parts.count > 1 || match.level == .municipality {
                return town.code
            }
        }
        for postcode in postcodes.prefix(4) {
            let there = CommuneTable.communes(postcode: postcode)
            guard let range = text.range(of: postcode), !there.isEmpty else { continue }
            let behind = Self.withoutPostcode(String(text[range.upperBound...]))
            if let code = there.first(where: { Self.begins(behind, with: $0.name) })?.code {
                return isKnown(code) ? nil : code
            }
        }
        return lastWords(text, match)
    }

    /// The commune of the last words, where they are no part of the street found.
    private func lastWords(_ text: String, _ match: Match) -> String? {
        let words = text.split { " \n\t,".contains($0) }
        guard words.count >= 3 else { return nil }
        let street = Self.folded(match.street.isEmpty ? match.name : match.street)
        for count in (1...min(5, words.count - 2)).reversed() {
            let before = words[words.count - count - 1].lowercased()
            // "rue de Nantes", "avenue Nantes" and "place d'Alger" are streets.
            if Self.joining.contains(before) || before.hasSuffix("'") { continue }
            let tail = words.suffix(count).joined(separator: " ")
            guard tail.count >= 4, tail.first?.isLetter ?? false, let town = named(tail, postcode: nil) else {
                continue
            }
            let own = Self.folded(tail)
            if !own.isEmpty, own.allSatisfy(street.contains) { return nil }
            // One word is a commune's name and a person's alike: it counts behind a street that was found whole.
            if count == 1, !tail.contains("-"), !Self.isWhole(street, in: text) { return nil }
            return town.code
        }
        return nil
    }

    /// Whether all words of a street are in a text.
    private static func isWhole(_ street: [String], in text: String) -> Bool {
        let words = folded(text)
        return street.count > 1 && street.dropFirst().allSatisfy(words.contains)
    }

    private static let joining: Set = [
        "de", "du", "des", "la", "le", "les", "à", "a", "et", "sur", "sous", "rue", "avenue", "av", "bd", "boulevard",
        "place", "pl", "chemin", "ch", "route", "rte", "allée", "allee", "impasse", "imp", "square", "cours", "quai",
        "cité", "cite", "résidence", "residence", "villa", "passage", "clos", "hameau", "lotissement", "quartier",
        "porte", "pont", "faubourg", "fg", "sentier", "esplanade", "promenade", "rond-point", "zac", "zi", "za",
        "général", "general", "docteur", "dr", "saint", "st", "sainte", "ste", "mairie", "ville",
    ]

    // MARK: Names

    /// The only commune of a name that the gazetteer lacks; nil when it may hold one.
    private func named(_ name: String, postcode: String?) -> CommuneTable.Commune? {
        let name = Self.withoutPostcode(name)
        guard gazetteer.communes(named: name).isEmpty else { return nil }
        var found = CommuneTable.communes(named: name)
        if let postcode {
            let there = found.filter { $0.postcodes.contains(postcode) }
            if !there.isEmpty { found = there }
        }
        return found.contains { isKnown($0.code) } ? nil : found.first
    }

    private func only(_ codes: [String]) -> String? { codes.contains(where: isKnown) ? nil : codes.first }

    /// Whether the gazetteer holds the commune of a code, or the one that it is a part of today.
    private func isKnown(_ code: String) -> Bool {
        gazetteer.hasCommune(code) || gazetteer.hasCommune(CommuneTable.current(code))
            || CommuneTable.arrondissements(of: code).contains { gazetteer.hasCommune($0) }
    }

    /// Whether the base has the commune of a code as a former one, under the postcode or the town of the query.
    private func isFormer(_ code: String, _ query: AddressQuery) -> Bool {
        let posted = query.postcode.flatMap(Self.postcode).map(gazetteer.communes(postcode:)) ?? []
        let named = query.city.map { gazetteer.communes(named: Self.withoutPostcode($0)) } ?? []
        return gazetteer.hasFormerCommune(code, in: posted + named)
    }

    private static func postcode(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        return digits.count == 5 ? digits : digits.count == 4 ? "0" + digits : nil
    }

    /// A text without groups of five digits.
    private static func withoutPostcode(_ text: String) -> String {
        text.split(separator: " ").filter { $0.count != 5 || !$0.allSatisfy(\.isNumber) }.joined(separator: " ")
    }

    private static func begins(_ text: String, with name: String) -> Bool {
        let words = folded(text), wanted = folded(name)
        return !wanted.isEmpty && words.starts(with: wanted)
    }

    private static func folded(_ text: String) -> [String] {
        CommuneTable.key(of: text).split(separator: " ").map(String.init)
    }
}
