/// Undoes what software did to a text before it came here: wrong encodings, escapes, marks of pages, join fillers.
///
/// A text without a suspicious byte is returned as it is after one pass over its bytes.
enum TextRepair {
    static func repaired(_ text: String) -> String {
        let found = suspicions(text)
        if found.isEmpty { return text }
        var text = text
        if found.contains(.percent) { text = percentDecoded(text) }
        if found.contains(.markup) { text = withoutMarkup(text) }
        if found.contains(.backslash) { text = unescaped(text) }
        if found.contains(.encoding) {
            for _ in 0..<2 { text = reencoded(text) }
        }
        if found.contains(.keys) { text = shifted(text) }
        if found.contains(.label) { text = LabelledText.address(text) ?? text }
        return found.contains(.token) ? withoutForeignTokens(text) : text
    }

    /// What a text may have suffered.
    private struct Suspicions: OptionSet {
        let rawValue: UInt8
        static let percent = Suspicions(rawValue: 1)
        static let markup = Suspicions(rawValue: 2)
        static let backslash = Suspicions(rawValue: 4)
        static let encoding = Suspicions(rawValue: 8)
        static let keys = Suspicions(rawValue: 16)
        static let label = Suspicions(rawValue: 32)
        static let token = Suspicions(rawValue: 64)
    }

    private static func suspicions(_ text: String) -> Suspicions {
        var text = text
        return text.withUTF8 { bytes in
            var found: Suspicions = []
            func lower(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] | 0x20 : 0x20 }
            func isFigure(_ index: Int) -> Bool {
                index < bytes.count && bytes[index] & 0xF0 == 0x30 && bytes[index] < 0x3A
            }
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case 0x25: found.insert(.percent)
                case 0x26, 0x3C: found.insert(index == 0 ? [.markup, .keys] : .markup)
                case 0x5C: found.insert(.backslash)
                case 0x3A, 0x3D: found.insert(lower(index + 1) == 0x2F ? [.label, .token] : .label)
                case 0x40: found.insert(.token)
                // The first letter of UTF-8 read as Windows-1252: Ã, Â or â
                case 0xC3 where index + 1 < bytes.count && [0x83, 0x82, 0xA2].contains(bytes[index + 1]):
                    found.insert(.encoding)
                // The figures' keys without the shift key: "é& rue"
                case 0x22, 0x27, 0x28, 0x2D, 0x5F, 0xC3: if index == 0 { found.insert(.keys) }
                // "48.85661"
                case 0x2E, 0x2C:
                    if isFigure(index + 1), isFigure(index + 2), isFigure(index + 3), isFigure(index + 4) {
                        found.insert(.token)
                    }
                // "null", "nan", "n/a", "none", "undefined", "www."
                case 0x4E, 0x6E, 0x55, 0x75, 0x57, 0x77:
                    guard index == 0 || bytes[index - 1] < 0x30 || bytes[index - 1] == 0x3C else { break }
                    let (second, third) = (lower(index + 1), lower(index + 2))
                    let isFiller =
                        second == 0x75 && third == 0x6C || second == 0x61 && third == 0x6E
                        || second == 0x2F && third == 0x61
                        || second == 0x6F && third == 0x6E || second == 0x6E && third == 0x64
                        || second == 0x77 && third == 0x77
                    if isFiller { found.insert(.token) }
                default: break
                }
            }
            return found
        }
    }

    /// "300+Route+de+Gruy%C3%A8re"
    private static func percentDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        let isForm = !source.contains(0x20)
        func hex(_ index: Int) -> UInt8? {
            index < source.count ? Character(UnicodeScalar(source[index])).hexDigitValue.map(UInt8.init) : nil
        }
        var index = 0
        while index < source.count {
            if source[index] == 0x25, let high = hex(index + 1), let low = hex(index + 2) {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(isForm && source[index] == 0x2B ? 0x20 : source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// "&eacute;", "&#233;", "<br/>": a letter's name begins with the letter.
    private static func withoutMarkup(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "&" || $0 == "<" }) {
            out += rest[..<start]
            let end = rest[start...].prefix(12).firstIndex(of: rest[start] == "&" ? ";" : ">")
            guard let end else {
                out.append(rest[start])
                rest = rest[rest.index(after: start)...]
                continue
            }
            out += rest[start] == "<" ? "\n" : entity(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private static func entity(_ name: Substring) -> String {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap(UnicodeScalar.init).map { String(Character($0)) } ?? " "
        }
        switch name.lowercased() {
        case "amp": return "&"
        case "nbsp": return " "
        case "oelig", "aelig": return String(name.prefix(2))
        case "apos", "rsquo", "lsquo", "quot": return "'"
        default:
            let isLetter = ["acute", "grave", "circ", "uml", "cedil", "tilde"].contains { name.dropFirst() == $0 }
            return isLetter ? String(name.prefix(1)) : " "
        }
    }

    /// "\n", "\u00e9", "\'"
    private static func unescaped(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "\\") {
            out += rest[..<start]
            let after = rest[rest.index(after: start)...]
            switch after.first {
            case "n", "r", "t":
                out += "\n"
                rest = after.dropFirst()
            case "u":
                let digits = after.dropFirst().prefix(4)
                if digits.count == 4, let code = UInt32(digits, radix: 16).flatMap(UnicodeScalar.init) {
                    out.append(Character(code))
                    rest = after.dropFirst(5)
                } else {
                    out += "/"
                    rest = after
                }
            case "'", "\"":
                rest = after
            default:
                out += "/"
                rest = after
            }
        }
        return out + rest
    }

    /// Letters that Windows-1252 puts at 0x80 to 0x9F.
    private static let windows: [UInt32: UInt8] = {
        let scalars: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
            0x17D,
            0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
            0x9D,
            0x17E, 0x178,
        ]
        return Dictionary(uniqueKeysWithValues: zip(scalars, (0x80...0x9F).map { UInt8($0) }))
    }()

    /// "Ã©" for "é": runs of letters that are UTF-8 when they are written in Windows-1252.
    private static func reencoded(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var run: [UnicodeScalar] = []
        func flush() {
            defer { run.removeAll() }
            let bytes = run.compactMap { $0.value < 0x100 ? UInt8($0.value) : windows[$0.value] }
            if bytes.count == run.count, let decoded = String(validating: bytes, as: UTF8.self) {
                out.append(contentsOf: decoded.unicodeScalars)
            } else {
                out.append(contentsOf: run)
            }
        }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                if !run.isEmpty { flush() }
                out.append(scalar)
            } else {
                run.append(scalar)
            }
        }
        if !run.isEmpty { flush() }
        return String(out)
    }

    /// "&ç_ rue": figures that were typed without the shift key on a French keyboard, at the start or as a postcode.
    private static func shifted(_ text: String) -> String {
        let keys: [Character: Character] = [
            "&": "1", "é": "2", "\"": "3", "'": "4", "(": "5", "-": "6", "è": "7", "_": "8", "ç": "9", "à": "0",
        ]
        var tokens = text.split(separator: " ", omittingEmptySubsequences: false)
        for (index, token) in tokens.enumerated() where index == 0 && 1...4 ~= token.count || token.count == 5 {
            // "--" stands for a number that is not known; one key alone may be a slip.
            guard token.count > 1, token.contains(where: \.isLetter), token.allSatisfy({ keys[$0] != nil }),
                tokens.count > 2, index > 0 || tokens[1].first?.isLetter == true
            else { continue }
            tokens[index] = Substring(String(token.compactMap { keys[$0] }))
        }
        return tokens.joined(separator: " ")
    }

    /// Leaves out e-mail and web addresses, positions and the fillers of joins ("(null)", "N/A").
    private static func withoutForeignTokens(_ text: String) -> String {
        let tokens = text.split(separator: " ", omittingEmptySubsequences: false)
        return tokens.filter { !isForeign($0) }.joined(separator: " ")
    }

    private static func isForeign(_ token: Substring) -> Bool {
        guard token.utf8.count > 2 else { return false }
        if token.contains("@"), token.contains(".") || token.hasPrefix("@") { return true }
        if token.contains("://") || token.hasPrefix("www.") { return true }
        let bare = token.lowercased().filter { !"()[]#<>,;\"'".contains($0) }
        // "Impasse du Nan", "Hameau Null" are names.
        let isName = token.first?.isUppercase == true && token.dropFirst().allSatisfy(\.isLowercase)
        if !isName, ["null", "n/a", "nan", "undefined", "none"].contains(bare) { return true }
        // "48.85661,", "2,35222", "lat=48.8566"
        let number = token.drop { !$0.isASCII || !($0.isNumber || $0 == "-") }
        guard let mark = number.firstIndex(where: { $0 == "." || $0 == "," }) else { return false }
        let (whole, part) = (
            number[..<mark].drop { $0 == "-" }, number[number.index(after: mark)...].prefix { $0.isNumber }
        )
        return 1...3 ~= whole.count && whole.allSatisfy(\.isNumber) && part.count >= 4
    }
}
