/// "ruedelapaix", "avenuepierrecurie": words that have lost every space between them.
///
/// A word that no street of the base has is cut when all of it is types of way, articles and words of streets. What is cut
/// begins with a type or an article, so that names and misspelt words stay whole; two words glued together are found
/// without cutting (``StreetSearch/addUnits(_:_:_:fuzzy:isType:isNear:)``).
struct GluedWords {
    let directory: Directory
    let space: Workspace

    /// Fewest letters of a word that is cut, and of a piece that is a street's word.
    private static let least = (word: 7, piece: 3)

    /// Whether a word of ``Workspace/text`` can be cut.
    var canCut: Bool { space.text.words.indices.contains { lengths($0) != nil } }

    /// Cuts the words of ``Workspace/text``.
    func cut() {
        var index = 0
        while index < space.text.words.count {
            if let lengths = lengths(index) {
                space.text.split(index, lengths)
                index += lengths.count
            } else {
                index += 1
            }
        }
    }

    private func lengths(_ index: Int) -> [Int]? {
        let word = space.text.words[index]
        guard Int(word.length) >= Self.least.word, space.text.words.count < 60,
            word.flags.isDisjoint(with: [.digits, .number, .type, .noise, .noiseHead, .expanded, .stop])
        else { return nil }
        return pieces(index)
    }

    /// The lengths of the fewest pieces that make up a word; nil when it is a word of its own or cannot be cut.
    private func pieces(_ index: Int) -> [Int]? {
        space.text.with(index) { text -> [Int]? in
            if known(text) || text.contains(where: { $0 < 0x61 }) { return nil }
            guard let head = (2...min(10, text.count - Self.least.piece)).last(where: { isHead(text, $0) }) else {
                return nil
            }
            // The least cost of the first n letters, and the length of the piece that ends there.
            var cost = [Int](repeating: .max, count: text.count + 1)
            var last = [Int](repeating: 0, count: text.count + 1)
            for start in 2...head where isHead(text, start) { (cost[start], last[start]) = (1, start) }
            for start in 2..<text.count where cost[start] < .max {
                for length in 1...(text.count - start) {
                    let part = UnsafeBufferPointer(rebasing: text[start..<(start + length)])
                    let step = isArticle(part) ? 2 : isWord(part) ? (length > 3 ? 2 : 4) : 0
                    let end = start + length
                    if step > 0, cost[start] + step < cost[end] {
                        (cost[end], last[end]) = (cost[start] + step, length)
                    }
                }
            }
            guard cost[text.count] <= 16 else { return nil }
            var lengths: [Int] = []
            var end = text.count
            while end > 0 {
                lengths.append(last[end])
                end -= last[end]
            }
            let final = UnsafeBufferPointer(rebasing: text[(text.count - lengths[0])...])
            if isArticle(final), index + 1 == space.text.words.count { return nil }
            // Two pieces are a type and a name; an article and a name are found without cutting.
            if lengths.count == 2, isArticle(UnsafeBufferPointer(rebasing: text[..<lengths[1]])) || lengths[0] < 4 {
                return nil
            }
            return lengths.count < 2 ? nil : lengths.reversed()
        }
    }

    /// Whether a piece is a word of a street; what is also an article and a word ("delacroix") is cut.
    private func isWord(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard part.count >= Self.least.piece, known(part) else { return false }
        guard part.count > 4, isArticle(UnsafeBufferPointer(rebasing: part[..<2])) else { return true }
        return !known(UnsafeBufferPointer(rebasing: part[2...]))
    }

    private func known(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        directory.word(hash: WordHash.of(text), text) >= 0
    }

    private func isArticle(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        Lexicon.shared.entry(WordHash.of(text))?.flags.contains(.stop) ?? false
    }

    /// Whether the first letters are a type of way, written out, or an article of two letters and more.
    private func isHead(_ text: UnsafeBufferPointer<UInt8>, _ length: Int) -> Bool {
        let part = UnsafeBufferPointer(rebasing: text[..<length])
        guard let entry = Lexicon.shared.entry(WordHash.of(part)) else { return false }
        return entry.flags.contains(.stop) || length > 2 && entry.flags == .type
    }
}
