/// Words that a scanner has misread.
extension StreetSearch {
    /// One or two letters that a scanner takes for one or two others.
    private struct Lookalike {
        let from: (UInt8, UInt8?)
        let to: (UInt8, UInt8?)

        init(_ from: Substring, _ to: Substring) {
            func letters(_ text: Substring) -> (UInt8, UInt8?) { (text.utf8.first ?? 0, text.utf8.dropFirst().first) }
            (self.from, self.to) = (letters(from), letters(to))
        }

        /// Puts `to` in the place of `from` at a letter of a word; false when `from` does not stand there.
        func exchange(in word: [UInt8], at place: Int, into changed: inout [UInt8]) -> Bool {
            var end = place + 1
            if let second = from.1 {
                guard end < word.count, word[end] == second else { return false }
                end += 1
            }
            changed.removeAll(keepingCapacity: true)
            changed.append(contentsOf: word[..<place])
            changed.append(to.0)
            if let second = to.1 { changed.append(second) }
            changed.append(contentsOf: word[end...])
            return true
        }

        /// Where the letters after the exchanged ones begin.
        func end(from place: Int) -> Int { place + (to.1 == nil ? 1 : 2) }
    }

    /// The lookalikes, both ways, by their first letter.
    private static let lookalikes: [[Lookalike]] = {
        let pairs = "rn m,cl d,ii u,ri n,li h,vv w,in m,ni m,lo b,c e,o a,l i,f t,u n,u v,q g,h b"
        var byLetter = [[Lookalike]](repeating: [], count: 256)
        for pair in pairs.split(separator: ",").map({ $0.split(separator: " ") }) {
            for one in [Lookalike(pair[0], pair[1]), Lookalike(pair[1], pair[0])] {
                byLetter[Int(one.from.0)].append(one)
            }
        }
        return byLetter
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
        let table = Self.lookalikes
        var meant: [(word: [UInt8], hash: UInt32, likeness: Double)] = []
        func look(_ text: [UInt8], _ likeness: Double) {
            text.withUnsafeBufferPointer {
                let hash = WordHash.of($0)
                if directory.word(hash: hash, $0) >= 0 { meant.append((text, hash, likeness)) }
            }
        }
        var (once, twice) = ([UInt8](), [UInt8]())
        once.reserveCapacity(24)
        twice.reserveCapacity(24)
        for place in text.indices {
            for one in table[Int(text[place])] where one.exchange(in: text, at: place, into: &once) {
                look(once, Score.misread)
                for next in one.end(from: place)..<max(once.count, one.end(from: place)) {
                    for other in table[Int(once[next])] where other.exchange(in: once, at: next, into: &twice) {
                        look(twice, Score.misread - 0.1)
                    }
                }
            }
        }
        return meant
    }
}
