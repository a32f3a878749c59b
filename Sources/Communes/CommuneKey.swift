/// The key of a commune's name: its words in lower-case ASCII, in one spelling.
enum CommuneKey {
    /// The key of a name: accents, case, hyphens and apostrophes go, as do a leading article, "arrondissement" and a CEDEX; "Saint"
    /// becomes "st", "13ème" becomes "13". Empty for a text without letters.
    static func of(_ name: String) -> String {
        var words: [String] = []
        for word in split(name) {
            if word == "cedex" { break }
            switch word {
            case "arrondissement", "arrond", "arr", "ardt": continue
            case "saint": words.append("st")
            case "sainte": words.append("ste")
            // "Aulnay s/ Bois" is short for either.
            case "sur", "sous": words.append("s")
            default: words.append(ordinal(word) ?? word)
            }
        }
        if words.count > 1, ["l", "le", "la", "les"].contains(words[0]) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// The number of "01", "13e" or "1er"; nil for another word.
    private static func ordinal(_ word: String) -> String? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let number = Int(digits) else { return nil }
        return ["", "e", "er", "eme", "ere", "nd", "nde"].contains(word.dropFirst(digits.count)) ? String(number) : nil
    }

    /// The words of a text in lower-case ASCII.
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let letters = folded(scalar)
            if let letters {
                word += letters
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The letters or digits of a scalar; nil for what parts words.
    private static func folded(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(scalar)
        case 0x41...0x5A: return String(Unicode.Scalar(scalar.value | 0x20)!)
        case 0x300...0x36F: return ""
        case 0..<0xC0: return nil
        default: return latin[scalar]
        }
    }

    private static let latin: [Unicode.Scalar: String] = {
        let groups = [
            ("ÀÁÂÃÄÅàáâãäåāăą", "a"), ("Çç", "c"), ("ÈÉÊËèéêëēĕė", "e"), ("ÌÍÎÏìíîïīĭ", "i"), ("Ññ", "n"),
            ("ÒÓÔÕÖØòóôõöøō", "o"), ("ÙÚÛÜùúûüū", "u"), ("ÝýÿŸ", "y"), ("Ææ", "ae"), ("Œœ", "oe"), ("ß", "ss"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (letters, ascii) in groups { for scalar in letters.unicodeScalars { table[scalar] = ascii } }
        return table
    }()
}
