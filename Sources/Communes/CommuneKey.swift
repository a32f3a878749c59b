/// The key of a commune's name: its words in lower-case ASCII, in one spelling.
enum CommuneKey {
    /// The key of a name: accents, case, hyphens and apostrophes go, as do a leading article, "arrondissement" and a CEDEX; "Saint"
    /// becomes "st", "13ème" becomes "13". Empty for a text without letters.
    static func of(_ name: String) -> String { String(decoding: bytes(of: name), as: UTF8.self) }

    /// The same as bytes: an index has them of all communes, so that none of their words becomes a text.
    static func bytes(of name: String) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(name.utf8.count + 1)
        var start = 0
        for scalar in name.unicodeScalars where !fold(scalar, into: &key) {
            if !endWord(&key, from: &start) { return finished(key) }
        }
        _ = endWord(&key, from: &start)
        return finished(key)
    }

    /// Puts the word that the key ends with into its one spelling, and a blank behind it; false when nothing counts that follows.
    private static func endWord(_ key: inout [UInt8], from start: inout Int) -> Bool {
        if key.count == start { return true }
        func isWord(_ text: StaticString) -> Bool {
            text.withUTF8Buffer { $0.count == key.count - start && key[start...].elementsEqual($0) }
        }
        switch key[start] {
        case UInt8(ascii: "c") where isWord("cedex"):
            key.removeSubrange(start...)
            return false
        case UInt8(ascii: "a") where ["arrondissement", "arrond", "arr", "ardt"].contains(where: isWord):
            key.removeSubrange(start...)
            return true
        case UInt8(ascii: "s"):
            if isWord("saint") { key.replaceSubrange(start..., with: "st".utf8) }
            if isWord("sainte") { key.replaceSubrange(start..., with: "ste".utf8) }
            // "Aulnay s/ Bois" is short for either.
            if isWord("sur") || isWord("sous") { key.removeSubrange((start + 1)...) }
        case 0x30...0x39: shortenOrdinal(&key, from: start)
        default: break
        }
        key.append(UInt8(ascii: " "))
        start = key.count
        return true
    }

    /// Leaves the number of "01", "13e" or "1er".
    private static func shortenOrdinal(_ key: inout [UInt8], from start: Int) {
        let digits = key[start...].prefix { (0x30...0x39).contains($0) }
        let endings: [StaticString] = ["", "e", "er", "eme", "ere", "nd", "nde"]
        let isOrdinal = endings.contains { ending in
            ending.withUTF8Buffer { key[digits.endIndex...].elementsEqual($0) }
        }
        guard isOrdinal, digits.count < 19 else { return }
        let first = digits.dropLast().firstIndex { $0 != 0x30 } ?? digits.endIndex - 1
        key.replaceSubrange(start..., with: Array(digits[first...]))
    }

    /// The key without a leading article and without the last blank.
    private static func finished(_ key: [UInt8]) -> [UInt8] {
        guard let first = key.firstIndex(of: UInt8(ascii: " ")), first < key.count - 1 else {
            return Array(key.dropLast())
        }
        let isArticle = ["l", "le", "la", "les"].contains { key[..<first].elementsEqual($0.utf8) }
        return Array(key[(isArticle ? first + 1 : 0)...].dropLast())
    }

    /// Appends the letters or digits of a scalar; false for what parts words.
    private static func fold(_ scalar: Unicode.Scalar, into key: inout [UInt8]) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: key.append(UInt8(scalar.value))
        case 0x41...0x5A: key.append(UInt8(scalar.value | 0x20))
        case 0x300...0x36F: break
        case 0..<0xC0: return false
        default:
            guard let letters = latin[scalar] else { return false }
            key.append(contentsOf: letters.utf8)
        }
        return true
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
