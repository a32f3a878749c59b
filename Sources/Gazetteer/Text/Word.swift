/// What is known of a word beyond its letters.
struct WordFlags: OptionSet {
    let rawValue: UInt32
    /// Written in digits.
    static let digits = WordFlags(rawValue: 1 << 0)
    /// A number, in whatever way it was written: digits, Roman, in words, ordinal.
    static let number = WordFlags(rawValue: 1 << 1)
    /// "1er", "9e", "XXe", "deuxième".
    static let ordinal = WordFlags(rawValue: 1 << 2)
    /// An article or a preposition, which does not tell one street from another.
    static let stop = WordFlags(rawValue: 1 << 3)
    /// A kind of way: rue, avenue, place.
    static let type = WordFlags(rawValue: 1 << 4)
    /// A comma, bracket or line end stands before it.
    static let afterComma = WordFlags(rawValue: 1 << 5)
    static let afterDash = WordFlags(rawValue: 1 << 6)
    static let afterSlash = WordFlags(rawValue: 1 << 7)
    /// Nothing stands between it and the word before ("12bis").
    static let glued = WordFlags(rawValue: 1 << 8)
    /// A dot stands after it.
    static let dotted = WordFlags(rawValue: 1 << 9)
    /// Replaced by its long form.
    static let expanded = WordFlags(rawValue: 1 << 10)
    /// Not part of the address: BP, CEDEX, bâtiment.
    static let noise = WordFlags(rawValue: 1 << 11)
    /// "bis", "ter": follows a house number.
    static let suffix = WordFlags(rawValue: 1 << 12)
    /// Read from a number written out in letters.
    static let written = WordFlags(rawValue: 1 << 13)
    /// Five digits as typed.
    static let postcodeLike = WordFlags(rawValue: 1 << 14)
    /// A word that starts noise which runs over the following word.
    static let noiseHead = WordFlags(rawValue: 1 << 15)
    static let afterApostrophe = WordFlags(rawValue: 1 << 16)
    /// A number or a letter makes a door or a floor of it: "porte 3", "niveau 2".
    static let door = WordFlags(rawValue: 1 << 17)
    /// The number of a road ("D 906"): part of its name, never that of a house.
    static let road = WordFlags(rawValue: 1 << 18)
}

/// One folded word; its letters lie in the bytes of its ``WordList``.
struct Word {
    var start: Int32
    var length: Int32
    var hash: UInt32
    var signature: UInt32
    var value: Int32 = -1
    var flags: WordFlags
    /// The number of its type in ``Lexicon``, 0 for none.
    var type: UInt8 = 0
    /// Where it stands in the text, in bytes.
    var source: Int32 = 0
    var sourceEnd: Int32 = 0

    func has(_ flag: WordFlags) -> Bool { flags.contains(flag) }
}

/// FNV-1a and letter sets of words.
enum WordHash {
    static let seed: UInt32 = 2_166_136_261
    static let seed64: UInt64 = 0xCBF2_9CE4_8422_2325

    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = seed
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash ^ (hash >> 15)
    }

    static func of(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { of($0) }
    }

    /// Adds a word and the space after it to the hash of a phrase.
    static func extend(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = hash
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (hash ^ 0x20) &* 0x100_0000_01B3
    }

    /// One bit for each letter, and the digits on six more: two words one edit apart differ in two bits at most.
    static func signature(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var set: UInt32 = 0
        for byte in bytes {
            if byte >= 0x61 { set |= 1 << UInt32(byte - 0x61) } else { set |= 1 << (26 + UInt32(byte) % 6) }
        }
        return set
    }
}
