/// Numbers and remarks that belong to no address: dates, long numbers, sides of a floor, the ground floor.
extension QueryReader {
    func markRemarks() {
        markDates()
        markLongNumbers()
        markFloors()
    }

    private func mark(_ range: ClosedRange<Int>) {
        for index in range { space.text.words[index].flags.insert(.noise) }
    }

    /// The digits as typed, leading zeros included; 0 for another word.
    private func digits(_ index: Int) -> Int {
        guard space.text.words.indices.contains(index), space.text.words[index].has(.digits) else { return 0 }
        return Int(space.text.words[index].sourceEnd - space.text.words[index].source)
    }

    private func follows(_ index: Int, _ stops: WordFlags) -> Bool {
        index > 0 && !space.text.words[index - 1].flags.isDisjoint(with: stops)
    }

    /// "06/05/1964", "1964-05-06", "06.05.64", "né le 6 mai 1964": not "rue du 8/5/1945".
    private func markDates() {
        let words = space.text.words
        for start in words.indices.dropLast(2) where digits(start) > 0 && !follows(start, [.stop, .type]) {
            let isJoined = (start + 1...start + 2).allSatisfy { index in
                words[index].has(.afterSlash) || words[index].has(.afterDash) || words[index - 1].has(.dotted)
            }
            let (first, second, third) = (words[start].value, words[start + 1].value, words[start + 2].value)
            guard isJoined, digits(start + 1) > 0, digits(start + 2) > 0 else { continue }
            let lengths = [digits(start), digits(start + 1), digits(start + 2)]
            let isYearLast =
                1...31 ~= first && 1...12 ~= second
                && (lengths[2] == 4 && 1900...2099 ~= third
                    || lengths == [2, 2, 2] && words[start + 2].has(.afterSlash))
            let isYearFirst = lengths[0] == 4 && 1900...2099 ~= first && 1...12 ~= second && 1...31 ~= third
            if isYearLast || isYearFirst { mark(start...start + 2) }
        }
        for index in words.indices where words[index].length <= 4 {
            guard 2...3 ~= words[index].length,
                space.text.equals(index, "ne") || space.text.equals(index, "nee") || space.text.equals(index, "ddn")
            else { continue }
            var end = index
            func skip(_ most: Int, _ condition: (Int) -> Bool) {
                var left = most
                while left > 0, end + 1 < words.count, condition(end + 1) { (end, left) = (end + 1, left - 1) }
            }
            skip(2) { (words[$0].has(.stop) || space.text.equals($0, "e")) && !words[$0].has(.afterComma) }
            let start = end
            skip(3) { space.text.words[$0].has(.noise) && digits($0) > 0 }
            if end == start {
                skip(1) { 1...2 ~= digits($0) }
                skip(1) { Lexicon.months.contains(words[$0].hash) }
                skip(1) { digits($0) == 4 }
            }
            if end > start { mark(index...end) }
        }
    }

    /// Telephones and registration numbers in one piece: no house has seven digits.
    private func markLongNumbers() {
        for index in space.text.words.indices where digits(index) > 0 && space.text.words[index].length >= 7 {
            mark(index...index)
        }
    }

    /// "3e gauche", "rez de chaussée", "sous-sol".
    private func markFloors() {
        let words = space.text.words
        for index in words.indices.dropFirst() {
            let word = words[index]
            if words[index - 1].has(.ordinal), !word.has(.afterComma), Lexicon.sides.contains(word.hash) {
                mark(index - 1...index)
            }
            // "12ème ét."
            if word.length == 2, space.text.equals(index, "et"), word.has(.dotted), words[index - 1].has(.ordinal) {
                mark(index - 1...index)
            }
            if word.length == 3, space.text.equals(index, "sol"), space.text.equals(index - 1, "sous") {
                mark(index - 1...index)
            }
            if index > 1, space.text.equals(index - 2, "rez"), words[index - 1].has(.stop) { mark(index - 2...index) }
        }
    }
}
