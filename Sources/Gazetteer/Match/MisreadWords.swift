/// Words that a scanner has misread.
extension StreetSearch {
    /// Letters that a scanner takes for others, both ways.
    private static let lookalikes: [(from: [UInt8], to: [UInt8])] = {
        let pairs = [
            ("rn", "m"), ("cl", "d"), ("ii", "u"), ("ri", "n"), ("li", "h"), ("vv", "w"), ("in", "m"), ("ni", "m"),
            ("lo", "b"), ("c", "e"), ("o", "a"), ("l", "i"), ("f", "t"), ("u", "n"), ("u", "v"), ("q", "g"), ("h", "b"),
        ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
        return pairs.flatMap { [($0.0, $0.1), ($0.1, $0.0)] }
    }()

    /// "mouliri" for "moulin": one or two misread letters.
    func misread(_ page: Page, _ index: Int, _ mask: UInt64) {
        while space.misread.count <= index { space.misread.append(nil) }
        let meant = space.misread[index] ?? lookalikes(index)
        space.misread[index] = meant
        for item in meant {
            let word = item.word.withUnsafeBufferPointer { page.word(hash: item.hash, $0) }
            if word >= 0 { add(word, mask, item.likeness) }
        }
    }

    /// The words of the base that a scanner may have taken for this one.
    private func lookalikes(_ index: Int) -> [(word: [UInt8], hash: UInt32, likeness: Double)] {
        let text = space.text.with(index) { Array($0) }
        guard text.count >= 4, text.count <= 20 else { return [] }
        var meant: [(word: [UInt8], hash: UInt32, likeness: Double)] = []
        func variants(_ text: [UInt8], from start: Int, _ body: ([UInt8], Int) -> Void) {
            for at in start..<text.count {
                for (from, to) in Self.lookalikes where text[at] == from[0] && text[at...].starts(with: from) {
                    body(text[..<at] + to + text[(at + from.count)...], at + to.count)
                }
            }
        }
        func look(_ text: [UInt8], _ likeness: Double) {
            text.withUnsafeBufferPointer {
                let hash = WordHash.of($0)
                if directory.word(hash: hash, $0) >= 0 { meant.append((text, hash, likeness)) }
            }
        }
        variants(text, from: 0) { once, next in
            look(once, Score.misread)
            variants(once, from: next) { twice, _ in look(twice, Score.misread - 0.1) }
        }
        return meant
    }
}
