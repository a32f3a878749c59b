import Communes
import Foundation
import Gazetteer
import Perimeters
import Tables

/// The commune that a query states though the gazetteer lacks it: it binds, and is never changed into another by its spelling.
struct StatedTown {
    let gazetteer: Gazetteer

    /// A commune that the gazetteer lacks.
    struct Town: Equatable {
        /// The INSEE code; nil where several communes answer to what is written.
        var code: String?
        /// The name or the postcode written.
        var name: String
    }

    /// The commune that the cells of a query state and the gazetteer lacks; nil when they state none, or one that it may hold.
    ///
    /// The code goes before the name, the name before the postcode. A name with a postcode that the gazetteer knows is left to the
    /// matcher, which says that the two disagree.
    func inCells(of query: AddressQuery) -> Town? {
        if let code = query.citycode?.uppercased(), let commune = CommuneTable.communes(code: code).first {
            return isKnown(code) || isFormer(code, query) ? nil : Town(code: code, name: commune.name)
        }
        let postcode = query.postcode.flatMap(Self.postcode)
        if let postcode, gazetteer.hasPostcode(postcode) { return nil }
        if let city = query.city, let town = named(city, at: postcode, mustAgree: false) { return town }
        if let city = query.city, !gazetteer.communes(named: Self.withoutPostcode(city)).isEmpty { return nil }
        guard let postcode else { return nil }
        return one(of: CommuneTable.communes(postcode: postcode), name: postcode)
    }

    /// The commune that a text states and the gazetteer lacks.
    ///
    /// A commune is stated by a part of the text between commas or brackets that is nothing but its name, with its postcode or
    /// not; by the words behind a postcode of its own; or by the last words of the text. Last words that stand in the name of the
    /// street found are a part of that name ("55 route de Thionville"). A postcode in the text must be of its département.
    func inText(_ text: String, _ match: Match) -> Town? {
        let postcodes = Self.postcodes(in: text)
        if postcodes.contains(where: gazetteer.hasPostcode) { return nil }
        let parts = text.split { ",;()\n|".contains($0) }
        let names = parts.map { Self.withoutPostcode(String($0)) }
        // A commune of the gazetteer that the text names leaves the choice to the matcher.
        if parts.count > 1, names.contains(where: { !gazetteer.communes(named: $0).isEmpty }) { return nil }
        let postcode = postcodes.first(where: CommuneTable.hasPostcode) ?? postcodes.first
        for (index, name) in names.enumerated() where isTownsPlace(index, of: parts, in: text) {
            let isAll = postcodes.isEmpty && parts[index].count == text.count
            guard parts.count > 1 || isAll && match.level == .municipality else { continue }
            if let town = named(name, at: postcode) { return town }
        }
        for postcode in postcodes.prefix(4) {
            let there = CommuneTable.communes(postcode: postcode)
            guard let range = text.range(of: postcode), !there.isEmpty else { continue }
            let behind = Self.withoutPostcode(String(text[range.upperBound...]))
            if let commune = there.first(where: { Self.begins(behind, with: $0.name) }) {
                return isKnown(commune.code) ? nil : Town(code: commune.code, name: commune.name)
            }
            // "02400 BEZU SAINT-": the name is cut off.
            let first = Self.folded(behind).first ?? ""
            let begun = there.filter { Self.folded($0.name).first == first }
            if first.count > 3, let town = one(of: begun, name: postcode) { return town }
        }
        return lastWords(text, match, at: postcode)
    }

    /// Whether a part of a text stands where towns do: behind an address, or first. What stands before a bracket is a name of
    /// something else ("PRINCE (33 avenue Foch)"), unless the bracket holds a département.
    private func isTownsPlace(_ index: Int, of parts: [Substring], in text: String) -> Bool {
        let part = parts[index]
        if part.trimmed.hasPrefix(":") { return false }
        if parts[..<index].contains(where: { CellText.namesWay(String($0)) || $0.trimmed.first?.isNumber ?? false }) {
            return true
        }
        guard index == 0 else { return false }
        guard part.endIndex < text.endIndex, text[part.endIndex] == "(", parts.count > 1 else { return true }
        return 2...3 ~= parts[1].trimmed.utf8.count
    }

    /// The commune of the last words, where they are no part of the street found.
    private func lastWords(_ text: String, _ match: Match, at postcode: String?) -> Town? {
        let words = text.split { " \n\t,".contains($0) }
        // A name that a dash ends is cut off.
        guard words.count >= 3, !(words.last?.hasSuffix("-") ?? false) else { return nil }
        let street = Self.folded(match.street.isEmpty ? match.name : match.street)
        for count in (1...min(5, words.count - 2)).reversed() {
            let before = words[words.count - count - 1].lowercased()
            // "rue de Nantes", "avenue Nantes" and "place d'Alger" are streets.
            if Self.joining.contains(before) || before.hasSuffix("'") { continue }
            let tail = words.suffix(count).joined(separator: " ")
            guard tail.count >= 4, tail.first?.isLetter ?? false, let town = named(tail, at: postcode) else {
                continue
            }
            let own = Self.folded(tail)
            if !own.isEmpty, own.allSatisfy(street.contains) { return nil }
            // One word is a commune's name and a person's alike: it counts behind a street that was found whole.
            if count == 1, !tail.contains("-"), !Self.isWhole(street, in: text) { return nil }
            return town
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

    /// The commune of a name that the gazetteer lacks; nil when it may hold one.
    ///
    /// - Parameters:
    ///   - postcode: the postcode that stands beside the name.
    ///   - mustAgree: whether a commune of another département than the postcode's is none.
    private func named(_ name: String, at postcode: String?, mustAgree: Bool = true) -> Town? {
        let name = Self.withoutPostcode(name)
        // "Le Saint" is a commune, "Saint" is the beginning of many.
        guard !["st", "ste"].contains(CommuneTable.key(of: name)), gazetteer.communes(named: name).isEmpty else {
            return nil
        }
        var found = CommuneTable.communes(named: name)
        if let postcode {
            let there = found.filter { $0.postcodes.contains(postcode) }
            let near = found.filter { Departement.isOne(postcode: postcode, citycode: $0.code) }
            if there.isEmpty, near.isEmpty {
                if mustAgree { return nil }
                if found.contains(where: { isKnown($0.code) }) { return nil }
                return found.isEmpty ? nil : Town(code: nil, name: name)
            }
            found = there.isEmpty ? near : there
        }
        return one(of: found, name: found.first?.name ?? name)
    }

    /// The only commune of today among some that the gazetteer lacks, else any other; nil when it holds one.
    private func one(of communes: [CommuneTable.Commune], name: String) -> Town? {
        if communes.isEmpty || communes.contains(where: { isKnown($0.code) }) { return nil }
        let today = communes.filter { $0.parent == nil }
        let likely = today.isEmpty ? communes : today
        guard likely.count == 1 else { return Town(code: nil, name: name) }
        return Town(code: likely[0].code, name: likely[0].name)
    }

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

    /// The groups of five digits.
    private static func postcodes(in text: String) -> [String] {
        text.utf8.split { !(0x30...0x39).contains($0) }.filter { $0.count == 5 }.map { String(Substring($0)) }
    }

    private static func postcode(_ text: String) -> String? {
        let digits = String(decoding: text.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
        return digits.utf8.count == 5 ? digits : digits.utf8.count == 4 ? "0" + digits : nil
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
