import Foundation

/// What a cell looks like, whatever the heading says.
enum CellShape {
    /// "12", "12 bis", "54.0", "2-20", "1/3/5".
    static func isHouseNumber(_ text: String) -> Bool {
        guard let first = text.first, first.isASCII, first.isNumber, text.utf8.count <= 24 else { return false }
        let bare = text.hasSuffix(".0") || text.hasSuffix(",0") ? String(text.dropLast(2)) : text
        let digits = bare.prefix { $0.isNumber }
        guard digits.count <= 4 else { return false }
        return bare.split(whereSeparator: { !$0.isLetter }).allSatisfy {
            $0.count == 1 || ["bis", "ter", "quater", "et", "a", "à"].contains($0.lowercased())
        }
    }

    /// Five digits that begin with a département, grouped or not, with the decimals of a spreadsheet or not.
    static func isPostcode(_ text: String) -> Bool {
        guard text.utf8.count < 24, hasDigit(text) else { return false }
        var digits = text.filter { !" .\u{A0}\u{202F}".contains($0) }
        if text.hasSuffix(".0") || text.hasSuffix(",0") { digits = String(text.dropLast(2)).filter { $0 != " " } }
        guard digits.utf8.count == 5, digits.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) else { return false }
        let department = Int(digits.prefix(2))!
        return 1...95 ~= department || 97...98 ~= department
    }

    /// A postcode or an INSEE code by its shape: "2A004" too.
    static func isCode(_ text: String) -> Bool {
        let utf8 = Array(text.utf8)
        let letter = utf8.count == 5 ? utf8[1] | 0x20 : 0
        if utf8.first == UInt8(ascii: "2"), letter == UInt8(ascii: "a") || letter == UInt8(ascii: "b") {
            return utf8[2...].allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
        }
        return isPostcode(text) || utf8.count == 4 && utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
    }

    /// "75012 PARIS", "Paris (75012)": a postcode and words.
    static func isPostcodeAndTown(_ text: String) -> Bool {
        guard hasDigit(text) else { return false }
        let parts = text.split { !$0.isLetter && !$0.isNumber }
        return parts.count >= 2 && parts.contains { isPostcode(String($0)) }
            && parts.contains { $0.count > 1 && $0.allSatisfy(\.isLetter) }
            && (isPostcode(String(parts[0])) || isPostcode(String(parts[parts.count - 1]))) && !isAddress(text)
    }

    /// Letters and no more than an arrondissement's number.
    static func isName(_ text: String) -> Bool { text.contains(where: \.isLetter) && !isAddress(text) }

    /// A type of way among the words.
    static func isAddress(_ text: String) -> Bool {
        let words = ColumnNames.fold(text).split(separator: "_")
        return words.count >= 2 && words.count <= 30 && words.contains { types.contains($0) }
    }

    /// Whether there is a digit.
    static func hasDigit(_ text: String) -> Bool { text.utf8.contains { $0 &- UInt8(ascii: "0") <= 9 } }

    /// Types of ways, without case and accents, as a text begins a street with.
    static let types: Set<Substring> = [
        "rue", "avenue", "av", "ave", "boulevard", "bd", "bld", "boul", "place", "pl", "allee", "all", "allees",
        "chemin",
        "che", "chem", "impasse", "imp", "quai", "square", "sq", "cours", "route", "rte", "passage", "pass", "villa",
        "cite", "sentier", "sente", "esplanade", "promenade", "faubourg", "fbg", "fg", "rond", "ruelle", "venelle",
        "traverse", "montee", "cour", "voie", "hameau", "lotissement", "lot", "residence", "res", "parvis", "r", "mail",
        "pont", "porte", "port", "galerie", "chaussee", "levee", "clos",
    ]
}
