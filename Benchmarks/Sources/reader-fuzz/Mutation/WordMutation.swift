import Seeded

/// Changes words and numbers of a text in keywords and punctuation: well-known text, MapInfo's files, a drawing.
enum WordMutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        var words = words(bytes)
        guard !words.isEmpty else { return false }
        for _ in 0..<random.few(upTo: 10) where !words.isEmpty {
            let at = random.below(words.count)
            let text = String(decoding: words[at], as: UTF8.self)
            switch random.below(6) {
            case 0: words.remove(at: at)
            case 1: words.insert(words[at], at: random.below(words.count))
            case 2: words.swapAt(at, random.below(words.count))
            case 3 where Double(text) == nil: words[at] = Array(Bait.text(&random).utf8)
            default:
                words[at] = Array((Double(text) == nil ? text.uppercased() : Bait.number(near: text, &random)).utf8)
            }
        }
        bytes = Array(words.joined())
        return true
    }

    /// Runs of letters, digits and what belongs to numbers; every other byte alone.
    private static func words(_ bytes: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var isRun = false
        for byte in bytes {
            let isPart =
                byte >= 0x80 || "-+._".utf8.contains(byte) || Character(UnicodeScalar(byte)).isLetter
                || Character(UnicodeScalar(byte)).isNumber
            if isPart, isRun { words[words.count - 1].append(byte) } else { words.append([byte]) }
            isRun = isPart
        }
        return words
    }
}
