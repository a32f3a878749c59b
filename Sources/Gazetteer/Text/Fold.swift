/// Folding of Latin letters to lower-case ASCII.
///
/// Accents, ligatures and case go; everything else that is not a letter or a digit is a boundary. The table covers
/// Latin-1 and Latin Extended-A (U+00C0 to U+017F), which hold every letter of the languages of France.
enum Fold {
    /// The ASCII letters of U+00C0 to U+017F: low byte the first letter, high byte the second or 0.
    static let latin: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x180 - 0xC0)
        let groups: [(String, String)] = [
            ("ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "a"), ("ÇçĆćĈĉĊċČč", "c"), ("ĎďĐđÐð", "d"), ("ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "e"),
            ("ĜĝĞğĠġĢģ", "g"), ("ĤĥĦħ", "h"), ("ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "i"), ("Ĵĵ", "j"), ("Ķķĸ", "k"),
            ("ĹĺĻļĽľĿŀŁł", "l"),
            ("ÑñŃńŅņŇňŉŊŋ", "n"), ("ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "o"), ("ŔŕŖŗŘř", "r"), ("ŚśŜŝŞşŠšſ", "s"), ("ŢţŤťŦŧ", "t"),
            ("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "u"), ("Ŵŵ", "w"), ("ÝýÿŶŷŸ", "y"), ("ŹźŻżŽž", "z"), ("Ææ", "ae"), ("Œœ", "oe"),
            ("ß", "ss"), ("Þþ", "th"), ("Ĳĳ", "ij"),
        ]
        for (letters, ascii) in groups {
            let bytes = Array(ascii.utf8)
            let value = UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
            for scalar in letters.unicodeScalars { table[Int(scalar.value) - 0xC0] = value }
        }
        return table
    }()

    /// What a scalar is to the tokenizer.
    enum Class {
        case letters(UInt8, UInt8)
        case digit(UInt8)
        case apostrophe, dash, dot, slash, ampersand, comma, space, nothing
    }

    /// The class of a Unicode scalar value.
    static func classify(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0x61...0x7A: return .letters(UInt8(scalar), 0)
        case 0x41...0x5A: return .letters(UInt8(scalar | 0x20), 0)
        case 0x30...0x39: return .digit(UInt8(scalar))
        case 0x27, 0x60, 0xB4, 0x2BC, 0x2BB, 0x2018, 0x2019, 0x201B, 0x2032: return .apostrophe
        case 0x2D, 0xAD, 0x2010...0x2015, 0x2212: return .dash
        case 0x2E: return .dot
        case 0x2F, 0x5C: return .slash
        case 0x26: return .ampersand
        case 0x09, 0x2C, 0x3B, 0x7C, 0x0A, 0x0D, 0x28, 0x29, 0x3A, 0x5B, 0x5D, 0x22, 0xAB, 0xBB: return .comma
        case 0xC0..<0x180:
            let value = latin[Int(scalar) - 0xC0]
            return value == 0 ? .space : .letters(UInt8(truncatingIfNeeded: value), UInt8(value >> 8))
        case 0x300...0x36F, 0xAA, 0x200B...0x200D, 0xFEFF, 0xFFFD: return .nothing
        case 0xFB00...0xFB06, 0xFF10...0xFF5A, 0x391...0x3C7, 0x405...0x45A: return lookalike(scalar)
        default: return .space
        }
    }

    /// Ligatures of printed text, full-width letters, and the Greek and Cyrillic letters that look like Latin ones.
    private static func lookalike(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0xFB00: return .letters(0x66, 0x66)
        case 0xFB01, 0xFB03: return .letters(0x66, 0x69)
        case 0xFB02, 0xFB04: return .letters(0x66, 0x6C)
        case 0xFB05, 0xFB06: return .letters(0x73, 0x74)
        case 0xFF10...0xFF19: return .digit(UInt8(scalar - 0xFF10 + 0x30))
        case 0xFF21...0xFF3A: return .letters(UInt8(scalar - 0xFF21 + 0x61), 0)
        case 0xFF41...0xFF5A: return .letters(UInt8(scalar - 0xFF41 + 0x61), 0)
        default:
            guard let letter = alphabets[scalar] else { return .space }
            return .letters(letter, 0)
        }
    }

    private static let alphabets: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [:]
        let pairs = [
            ("АаΑα", "a"), ("ВΒ", "b"), ("СсϹ", "c"), ("ЕеΕ", "e"), ("НΗ", "h"), ("ІіΙι", "i"), ("Јј", "j"),
            ("КкΚκ", "k"),
            ("МΜ", "m"), ("ΝΝ", "n"), ("ОоΟο", "o"), ("РрΡρ", "p"), ("Ѕѕ", "s"), ("ТΤ", "t"), ("УуΥ", "y"),
            ("ХхΧχ", "x"),
            ("Ζ", "z"),
        ]
        for (letters, ascii) in pairs {
            for scalar in letters.unicodeScalars { table[scalar.value] = ascii.utf8.first }
        }
        return table
    }()

    /// Decodes the UTF-8 scalar at `index`, moving it forward; broken bytes read as Windows-1252 letters.
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let first = bytes[index]
        index += 1
        if first < 0x80 { return UInt32(first) }
        let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
        guard length > 0, index + length <= bytes.count else { return UInt32(first) }
        var value = UInt32(first) & (length == 1 ? 0x1F : length == 2 ? 0x0F : 0x07)
        for offset in 0..<length {
            let next = bytes[index + offset]
            guard next & 0xC0 == 0x80 else { return UInt32(first) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        index += length
        return value
    }
}
