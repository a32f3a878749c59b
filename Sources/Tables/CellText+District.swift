import Foundation

extension CellText {
    /// The arrondissement of a cell of towns, and its city where the cell names one: "20e Arrondissement", "20ème Ardt", "XXe",
    /// "1er", "Paris 20e", "20e arr. de Paris", "Paris XXe". Nil for a cell that holds anything else.
    ///
    /// A bare number of 1 to 20 counts alone or beside the city; "13 Marseille" is the département.
    static func district(_ text: String) -> (city: String?, number: Int)? {
        guard mayBeDistrict(text) else { return nil }
        var city: String?
        var number: Int?
        var isOrdinal = false
        var isFirst = true
        for word in ColumnNames.fold(text).split(separator: "_").map(String.init) {
            defer { isFirst = false }
            if districtWords.contains(word) {
                isOrdinal = true
            } else if cities.contains(word), city == nil {
                city = word.capitalized
            } else if let found = ordinal(word), number == nil {
                (number, isOrdinal) = (found, true)
            } else if let found = Int(word), word.utf8.count <= 2, number == nil {
                number = found
                if isFirst, found == 13, text.lowercased().hasSuffix("marseille") { return nil }
            } else if endings.contains(word), number != nil {
                isOrdinal = true
            } else if !["de", "du", "le", "la"].contains(word) {
                return nil
            }
        }
        guard let number, 1...20 ~= number, isOrdinal || city != nil else { return nil }
        return (city, number)
    }

    /// Most names of towns are told by a letter or two.
    private static func mayBeDistrict(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard let first = utf8.first, let last = utf8.last, utf8.count <= 40 else { return false }
        if utf8.contains(where: { $0 &- UInt8(ascii: "0") <= 9 }) { return true }
        return "IVXivxPpLlMm".utf8.contains(first) && "eErRtT.".utf8.contains(last)
    }

    /// The number of "20e", "20eme", "1er", "xxe"; nil for another word.
    private static func ordinal(_ word: String) -> Int? {
        guard let ending = endings.first(where: word.hasSuffix) else { return nil }
        let head = String(word.dropLast(ending.count))
        return Int(head) ?? (romans.firstIndex(of: head).map { $0 + 1 })
    }

    /// The longest first.
    private static let endings = ["ieme", "iem", "eme", "ere", "er", "em", "nd", "e"]
    private static let cities: Set<String> = ["paris", "lyon", "marseille"]
    private static let districtWords: Set<String> = [
        "arrondissement", "arrondissements", "arrond", "arrdt", "arrdts", "ardt", "ardts", "arr", "art", "ar",
    ]
    private static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx",
    ]
}
