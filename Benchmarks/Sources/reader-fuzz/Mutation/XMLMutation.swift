import Seeded

/// Changes elements, attributes and texts of an XML file, so that its tags still match as a rule.
enum XMLMutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        var pieces = pieces(bytes)
        guard pieces.count > 2 else { return false }
        for _ in 0..<random.few(upTo: 12) { edit(&pieces, &random) }
        bytes = Array(pieces.joined())
        return true
    }

    /// Tags, and the texts between them.
    private static func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var start = 0
        for (place, byte) in bytes.enumerated() {
            if byte == 0x3C, place > start {
                pieces.append(Array(bytes[start..<place]))
                start = place
            } else if byte == 0x3E {
                pieces.append(Array(bytes[start...place]))
                start = place + 1
            }
        }
        if start < bytes.count { pieces.append(Array(bytes[start...])) }
        return pieces
    }

    private static func edit(_ pieces: inout [[UInt8]], _ random: inout SplitMix) {
        let at = random.below(pieces.count)
        // The declaration stays: a change of it is that of a byte.
        guard !pieces[at].starts(with: [0x3C, 0x3F]) else { return }
        guard pieces[at].first == 0x3C else {
            let old = String(decoding: pieces[at], as: UTF8.self)
            return pieces[at] = Array(
                escaped(Double(old) == nil ? Bait.text(&random) : Bait.number(near: old, &random)).utf8)
        }
        let element = element(pieces, at)
        switch random.below(8) {
        case 0: if let element, element.count < 40 { pieces.removeSubrange(element) }
        case 1: if let element { pieces.insert(contentsOf: Array(pieces[element]), at: at) }
        case 2:
            guard let element, element.count < 200, random.oneIn(4) else { return }
            let copies = Array(repeating: pieces[element], count: random.few(upTo: 300)).joined()
            pieces.insert(contentsOf: Array(copies), at: at)
        default: pieces[at] = withAttribute(pieces[at], &random)
        }
    }

    /// A start tag with all up to its end tag; nil for another tag.
    private static func element(_ pieces: [[UInt8]], _ start: Int) -> Range<Int>? {
        let name = name(pieces[start])
        guard !name.isEmpty, name[0] != 0x2F, name[0] != 0x3F, name[0] != 0x21 else { return nil }
        var depth = 0
        for place in start..<min(pieces.count, start + 4000) where pieces[place].first == 0x3C {
            let other = Self.name(pieces[place])
            if other == name, !pieces[place].suffix(2).starts(with: [0x2F]) { depth += 1 }
            if other == [0x2F] + name { depth -= 1 }
            if depth == 0 { return start..<place + 1 }
        }
        return nil
    }

    private static func name(_ tag: [UInt8]) -> [UInt8] {
        Array(tag.dropFirst().prefix { $0 > 0x20 && $0 != 0x3E && ($0 != 0x2F || tag[1] == 0x2F) })
    }

    /// A tag with another value of one of its attributes, or without it.
    private static func withAttribute(_ tag: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        let quotes = tag.indices.filter { tag[$0] == 0x22 }
        guard quotes.count >= 2 else { return tag }
        let rank = 2 * random.below(quotes.count / 2)
        let (open, close) = (quotes[rank], quotes[rank + 1])
        let old = String(decoding: tag[open + 1..<close], as: UTF8.self)
        let new: String
        switch random.below(4) {
        case 0: new = Bait.text(&random)
        case 1:
            new = random.pick([
                "A1", "XFD1048576", "XFE1", "ZZZZZZ1", "A0", "B", "1", "A99999999999", "s", "str", "inlineStr", "b",
                "e",
            ])
        default: new = Bait.number(near: old, &random)
        }
        return tag[...open] + Array(escaped(new).utf8) + tag[close...]
    }

    /// A text without characters that XML forbids.
    private static func escaped(_ text: String) -> String {
        text.filter { $0 != "\u{0}" }.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            ">", with: "&gt;"
        )
        .replacing("\"", with: "&quot;")
    }
}
