/// Numbers and remarks that belong to no address: dates, long numbers, sides of a floor, the ground floor.
extension QueryReader {
    func markRemarks() {
        markDates()
        markHours()
        markLongNumbers()
        markFloors()
        markLeadingNumbers()
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
        for start in words.indices.dropLast(2) where digits(start) > 0 {
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
            // The last day that streets are named after is of 1962.
            let isName = follows(start, [.stop, .type]) && max(first, third) < 1970
            if isYearLast || isYearFirst, !isName { mark(start...start + 2) }
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

    /// "entre 8h et 18h30": two hours are none of them the number of a house.
    private func markHours() {
        let words = space.text.words
        let hours = words.indices.dropLast().filter { index in
            digits(index) > 0 && words[index].value < 25 && words[index + 1].has(.glued)
                && space.text.equals(index + 1, "h")
        }
        if hours.count < 2 { return }
        for hour in hours {
            let hasMinutes = digits(hour + 2) == 2 && words[hour + 2].has(.glued)
            mark(hour...hour + (hasMinutes ? 2 : 1))
        }
    }

    /// "1) 38 rue", "(2) 67 rue", "#81, 83 rue", "n° 60 - 3 allée", "6ème, 28 rue": a number before that of the house which is
    /// an entry of a list, a flat or a floor.
    private func markLeadingNumbers() {
        let words = space.text.words
        func byte(_ place: Int) -> UInt8 { space.text.source.indices.contains(place) ? space.text.source[place] : 0 }
        for index in words.indices.dropLast() where digits(index) > 0 && !words[index].has(.noise) {
            let isMark = words[index + 1].has(.glued) && space.text.equals(index + 1, "e")
            let next = index + (isMark ? 2 : 1)
            guard digits(next) > 0, !words[next].has(.postcodeLike), !words[next].has(.ordinal) else { continue }
            let isEntry = index == 0 && byte(Int(words[0].sourceEnd)) == 0x29
            let isHash = words[index].source > 0 && byte(Int(words[index].source) - 1) == 0x23
            let isParted = isSpaced(next)
            let isNumbered = index > 0 && isNumeroMark(index - 1) && isParted
            let isFloor =
                (words[index].has(.ordinal) || isMark) && (isParted || words[next].has(.afterComma))
                && !follows(index, [.stop, .type])
            if isEntry || isHash || isNumbered || isFloor { mark(index...next - 1) }
        }
    }

    /// "54 (au lieu du 56) rue", "(ex 2-7) 157 rue": numbers in brackets are not the house's where another one is.
    func markBrackets() {
        let words = space.text.words
        guard words.count > 2, space.text.source.contains(where: Self.opening.contains) else { return }
        var index = 0
        while index < words.count {
            guard stands(Self.opening, before: index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < words.count, !stands(Self.closing, before: end) { end += 1 }
            let inside = index..<end
            let isOther = words.indices.contains { place in
                !inside.contains(place) && digits(place) > 0 && words[place].value < 10_000
                    && words[place].flags.isDisjoint(with: [.noise, .postcodeLike])
            }
            if isOther, inside.count > 1, inside.contains(where: { digits($0) > 0 }),
                !inside.contains(where: { words[$0].has(.postcodeLike) || words[$0].has(.type) })
            {
                mark(index...end - 1)
            }
            index = end
        }
    }

    private static let opening: [UInt8] = [0x28, 0x5B]
    private static let closing: [UInt8] = [0x29, 0x5D]

    /// Whether one of some signs stands between a word and the one before it.
    private func stands(_ signs: [UInt8], before index: Int) -> Bool {
        let words = space.text.words
        let start = index == 0 ? 0 : Int(words[index - 1].sourceEnd)
        let end = Int(words[index].source)
        return start < end && space.text.source[start..<end].contains(where: signs.contains)
    }

    /// Telephones and registration numbers, in one piece or in groups: no house has seven digits.
    private func markLongNumbers() {
        let words = space.text.words
        for index in words.indices where digits(index) > 0 && words[index].length >= 7 { mark(index...index) }
        // "2 98 01 63 786 024 / 15 rue": four groups and more that do not rise, up to a number that stands apart.
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, digits(end) > 0, !words[end].has(.noise),
                end == start
                    || words[end].flags.isDisjoint(with: [.afterComma, .postcodeLike])
                        && !isSpaced(end, by: [.afterDash, .afterSlash])
            {
                end += 1
            }
            let rises = (start..<max(start, end - 1)).allSatisfy { words[$0].value < words[$0 + 1].value }
            // The last one may be the house's: "… 024 15 rue".
            let isHouse =
                end < words.count && end > start
                && (words[end].has(.type) || words[end].has(.suffix) || words[end].has(.glued))
            let last = isHouse ? end - 2 : end - 1
            if last - start >= 3, !rises, !follows(start, [.stop, .type]) { mark(start...last) }
            start = max(end, start + 1)
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
            // "12ème ét.", "2e ét., 14 rue"
            let isClosed =
                word.has(.dotted)
                || index + 1 < words.count && !words[index + 1].flags.isDisjoint(with: [.afterComma, .afterDash])
            if word.length == 2, space.text.equals(index, "et"), isClosed {
                let isMark = index > 1 && words[index - 1].has(.glued) && space.text.equals(index - 1, "e")
                let number = isMark ? index - 2 : index - 1
                if digits(number) > 0, isMark || words[number].has(.ordinal) { mark(number...index) }
            }
            if word.length == 3, space.text.equals(index, "sol"), space.text.equals(index - 1, "sous") {
                mark(index - 1...index)
            }
            if index > 1, space.text.equals(index - 2, "rez"), words[index - 1].has(.stop) { mark(index - 2...index) }
        }
    }
}
