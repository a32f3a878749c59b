import Foundation

/// What people and spreadsheets write in cells of numbers, postcodes and towns.
package enum CellText {
    /// What a cell of house numbers holds.
    package enum Number: Equatable { case number(String), date, none }

    /// A number without the decimals of a spreadsheet; a date that a spreadsheet made of "12-1" is none.
    package static func number(_ text: String) -> Number {
        let text = text.trimmed
        if text.isEmpty { return .none }
        for end in [".0", ",0", ".00", ",00"] where text.hasSuffix(end) {
            let whole = text.dropLast(end.count)
            if !whole.isEmpty, whole.utf8.allSatisfy(isDigit) { return number(String(whole)) }
        }
        if isDate(text) { return .date }
        return .number(text)
    }

    /// Whether a spreadsheet has made a date of a text: `12-janv`, `janv-12`, `12/01/2024`, `2024-01-12`, `45303`.
    package static func isDate(_ text: String) -> Bool {
        let parts = text.split(whereSeparator: { "-/. ".contains($0) })
        if parts.count == 1 {
            // Days since 1900 of the years from 2000 on: no street has so many houses.
            guard text.utf8.count == 5, let day = Int(text) else { return false }
            return 36_526...58_000 ~= day
        }
        func isMonth(_ part: Substring) -> Bool {
            let folded = ColumnNames.fold(String(part))
            return folded.count >= 3 && months.contains { $0.hasPrefix(folded) || folded.hasPrefix($0) }
        }
        if parts.count == 2, parts.contains(where: isMonth) {
            return parts.contains { $0.utf8.allSatisfy(isDigit) }
        }
        guard parts.count >= 3 else { return false }
        let numbers = parts.prefix(3).map { Int($0.prefix { $0.isNumber }) }
        if let year = numbers[0], 1900...2100 ~= year, let month = numbers[1], 1...12 ~= month, numbers[2] != nil {
            return true
        }
        guard let day = numbers[0], 1...31 ~= day, let year = numbers[2], 1900...2100 ~= year || parts[2].count == 2
        else { return false }
        if isMonth(parts[1]) { return true }
        return numbers[1].map { 1...12 ~= $0 } == true && text.contains("/") && 1900...2100 ~= year
    }

    private static let months = [
        "janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec", "jan", "feb", "apr",
        "jun", "jul", "aug", "sep",
    ]

    /// A place in a cell.
    package struct Place: Equatable {
        /// Five digits.
        package var postcode: String?
        /// The name of a town.
        package var town: String?
        /// The number of an arrondissement, where the cell is nothing else.
        package var district: Int?
    }

    /// A cell of postcodes: groups, points and decimals left out; a town's name in it is a town.
    package static func postcode(_ text: String) -> Place {
        let utf8 = text.utf8
        if utf8.count == 5, utf8.allSatisfy(isDigit) { return Place(postcode: text) }
        if text.trimmed.isEmpty { return Place() }
        if text.contains(where: \.isLetter) {
            let place = town(text)
            return place.postcode == nil && place.town == nil ? Place(postcode: text) : place
        }
        return Place(postcode: digits(text) ?? text)
    }

    /// A cell of towns: a postcode or a département beside the name is taken out of it.
    package static func town(_ text: String) -> Place {
        let text = text.trimmed
        if text.isEmpty { return Place() }
        if let found = district(text) {
            return found.city.map { Place(town: "\($0) \(found.number)e") } ?? Place(district: found.number)
        }
        if !text.utf8.contains(where: isDigit) { return Place(town: text) }
        if !text.contains(where: \.isLetter) {
            if let code = digits(text) { return Place(postcode: code) }
            let number = Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
            return number.map { 1...20 ~= $0 } == true ? Place(district: number) : Place(town: text)
        }
        var place = Place()
        var words = text.split { " ,;()[]/\u{A0}\t".contains($0) }.map(String.init)
        if let at = words.firstIndex(where: isPostcode) {
            place.postcode = words[at].hasPrefix("F") || words[at].hasPrefix("f") ? digits(words[at]) : words[at]
            words.remove(at: at)
        } else if words.count > 2, words[0].utf8.count == 2, words[1].utf8.count == 3,
            (words[0] + words[1]).utf8.allSatisfy(isDigit)
        {
            place.postcode = words[0] + words[1]
            words.removeFirst(2)
        } else if text.contains("("), let last = words.last, isDepartment(last) {
            words.removeLast()
        } else if let first = words.first, isDepartment(first), words.count > 1 {
            words.removeFirst()
        }
        while let first = words.first, first.allSatisfy({ "-–:_.".contains($0) }) || first == "F" {
            words.removeFirst()
        }
        while let last = words.last, last.allSatisfy({ "-–:_.".contains($0) }) { words.removeLast() }
        let name = words.joined(separator: " ")
        if let found = district(name) {
            // "75020 20e arrondissement": the postcode names the city.
            if let city = found.city { place.town = "\(city) \(found.number)e" } else { place.district = found.number }
        } else if !name.isEmpty {
            place.town = name
        }
        return place
    }

    /// A code of a commune, without the decimals of a spreadsheet and with its first zero.
    package static func code(_ text: String) -> String {
        let utf8 = text.utf8
        if utf8.count == 5, utf8.allSatisfy(isDigit) { return text }
        return digits(text) ?? text.trimmed
    }

    /// Five digits, from groups and decimals; a lost zero is put back. Nil for anything else.
    private static func digits(_ text: String) -> String? {
        var text = text.filter { !$0.isWhitespace }[...]
        for prefix in ["F-", "FR-", "f-", "fr-", "F", "f"] where text.hasPrefix(prefix) {
            text.removeFirst(prefix.count)
            break
        }
        for end in [".0", ",0", ".00", ",00"] where text.hasSuffix(end) && text.count <= 5 + end.count {
            let whole = text.dropLast(end.count)
            if 4...5 ~= whole.count, whole.utf8.allSatisfy(isDigit) {
                text = whole
                break
            }
        }
        let bare = text.filter { $0 != "." }
        guard 4...5 ~= bare.utf8.count, bare.utf8.allSatisfy(isDigit) else { return nil }
        return bare.utf8.count == 5 ? bare : "0" + bare
    }

    private static func isPostcode(_ word: String) -> Bool {
        let digits = word.drop { "Ff-".contains($0) }
        return digits.utf8.count == 5 && digits.utf8.allSatisfy(isDigit) && word.count - digits.count <= 2
    }

    /// Two digits, three overseas, `2A` and `2B`.
    private static func isDepartment(_ word: String) -> Bool {
        if ["2A", "2B", "2a", "2b"].contains(word) { return true }
        guard word.utf8.allSatisfy(isDigit), let number = Int(word) else { return false }
        return word.utf8.count == 2 && 1...95 ~= number || word.utf8.count == 3 && 971...988 ~= number
    }

    /// Whether a cell says that its row is the total of others.
    package static func isTotal(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        return isTotal(folded: ColumnNames.fold(text))
    }

    /// The same of a text without case, accents and punctuation.
    package static func isTotal(folded: String) -> Bool {
        ["total", "totaux", "sous_total", "total_general", "ensemble", "grand_total", "total_lignes"].contains(folded)
    }

    /// Whether a text has a type of way among its words.
    package static func namesWay(_ text: String) -> Bool { CellShape.isAddress(text) }

    /// Whether a text begins with a number and a type of way: it has its own number.
    package static func beginsWithNumberAndWay(_ text: String) -> Bool {
        guard let first = text.first, first.isNumber else { return false }
        let words = ColumnNames.fold(text).split(separator: "_").drop {
            $0.first!.isNumber || ["bis", "ter", "quater", "b", "t"].contains($0)
        }
        return words.first.map { CellShape.types.contains($0) } ?? false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}
