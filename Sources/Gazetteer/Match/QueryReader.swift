/// Finds what is not the street in the words of a query: noise, postcode.
struct QueryReader {
    let space: Workspace

    /// Marks postal boxes, CEDEX, buildings, floors, the country.
    func markNoise() {
        let list = space.text
        let words = list.words
        func isNumber(_ index: Int) -> Bool { index < words.count && words[index].has(.digits) }
        func isType(_ index: Int) -> Bool { index < words.count && words[index].has(.type) }
        func mark(_ index: Int) { space.text.words[index].flags.insert(.noise) }
        for index in words.indices where words[index].has(.noiseHead) || isDoor(index) {
            mark(index)
            let postal = words[index].has(.noiseHead) && isPostal(index)
            var next = index + 1
            if postal {
                if next + 1 < words.count, isNumeroMark(next), isNumber(next + 1) {
                    mark(next)
                    next += 1
                }
                let first = next
                while isNumber(next), next <= first + 1, !words[next].has(.postcodeLike) || first == next,
                    !isType(next + 1)
                {
                    mark(next)
                    next += 1
                }
            } else if next < words.count, words[next].length == 1 && !words[next].has(.digits) {
                if !words[next].has(.afterComma) {
                    mark(next)
                    // "appt A14"
                    if isNumber(next + 1), words[next + 1].has(.glued) { mark(next + 1) }
                }
            } else if isNumber(next), words[next].length <= (words[index].has(.door) ? 8 : 3), !words[next].has(.afterComma),
                !isType(next + 1) || isDoor(next + 1)
            {
                mark(next)
            }
            // "3ème étage", "3e étage"
            if index > 0, words[index - 1].has(.ordinal), words[index - 1].has(.digits), !words[index].has(.afterComma) {
                mark(index - 1)
            }
            if index > 1, list.equals(index - 1, "e"), words[index - 1].has(.glued), isNumber(index - 2) {
                mark(index - 1)
                mark(index - 2)
            }
        }
        // "rue Anatole France" ends in a name, "99100 Valmorin France" and "Valmorin, France" in a country.
        if let last = words.last, words.count > 1, list.equals(words.count - 1, "france"),
            last.has(.afterComma) || words.dropLast().contains(where: { $0.has(.postcodeLike) })
        {
            mark(words.count - 1)
        }
        markTelephone()
        for index in words.indices.dropLast() where words[index].length <= 6 {
            if isNumeroMark(index), isNumber(index + 1) { mark(index) }
            let word = list.text(index)
            // "lieu-dit", "L.D."
            if word == "lieu" && list.text(index + 1) == "dit"
                || word == "l" && list.text(index + 1) == "d" && words[index].has(.dotted) && words[index + 1].has(.dotted)
            {
                mark(index)
                mark(index + 1)
            }
            if word == "ld", index == 0 || words[index - 1].has(.digits) || words[index].has(.afterComma) { mark(index) }
            if word == "f" || word == "fr", words[index + 1].has(.postcodeLike) { mark(index) }
        }
    }

    private func isNumeroMark(_ index: Int) -> Bool {
        switch space.text.words[index].length {
        case 1: space.text.equals(index, "n")
        case 2: space.text.equals(index, "no")
        case 3: space.text.equals(index, "num")
        case 6: space.text.equals(index, "numero")
        default: false
        }
    }

    /// "tél 06 82 23 28 15", "+33 6 71 11 23 69": four pairs of digits in a row and what leads to them.
    private func markTelephone() {
        let words = space.text.words
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, words[end].has(.digits), words[end].sourceEnd - words[end].source <= 2 { end += 1 }
            if end - start >= 5 {
                for index in start..<end { space.text.words[index].flags.insert(.noise) }
                if start > 0, ["tel", "telephone", "portable", "mob", "mobile"].contains(space.text.text(start - 1)) {
                    space.text.words[start - 1].flags.insert(.noise)
                }
            }
            start = max(end, start + 1)
        }
    }

    /// "escalier 3", "porte B", "niveau 2": no part of a street's name.
    private func isDoor(_ index: Int) -> Bool {
        let words = space.text.words
        guard words[index].has(.door), index + 1 < words.count else { return false }
        // "code d'entrée 3582": what the number follows stands at the end.
        if index + 3 < words.count, words[index + 1].has(.stop), words[index + 2].has(.door) { return true }
        let isSecond = index > 1 && words[index - 1].has(.stop) && words[index - 2].has(.door)
        if index > 0, !isSecond,
            words[index - 1].has(.stop) || words[index - 1].has(.type) && !words[index].has(.afterComma)
        {
            return false
        }
        let next = words[index + 1]
        guard !next.has(.postcodeLike), !next.has(.afterApostrophe), !next.has(.afterComma) else { return false }
        // "3 porte 2 rue": what follows is the number of a street.
        if index + 2 < words.count, words[index + 2].has(.type), !words[index + 2].has(.afterComma) { return false }
        if words[index].has(.type) {
            guard index > 0 else { return false }
            return next.has(.digits) || next.length == 1 && (space.text.equals(index, "escalier") || !next.has(.stop))
        }
        // Elsewhere a comma or the end must close it: "bloc 4, 12 rue", not "tour 4 vents".
        let closed = index + 2 >= words.count || words[index + 2].has(.afterComma) || words[index + 2].has(.postcodeLike)
        return closed && (next.has(.digits) || next.sourceEnd - next.source == 1)
    }

    private func isPostal(_ index: Int) -> Bool {
        ["bp", "cs", "tsa", "cedex", "cedx", "cidex"].contains(space.text.text(index))
    }

    /// The position of the postcode among the words, or -1: the last word of five digits that is no noise.
    func postcodeWord() -> Int {
        let words = space.text.words
        return words.indices.last {
            words[$0].has(.postcodeLike) && !words[$0].has(.noise) && words[$0].value >= 1000
                && !($0 + 1 < words.count && words[$0 + 1].has(.glued))
        } ?? -1
    }

    /// The readings of a stretch of words: which is the number, which are the street.
    func readings(_ range: Range<Int>, communes: Range<Int>, penalty: Double, _ out: inout [Reading]) {
        let words = space.text.words
        var numbered = false
        var plain = false
        for index in range where words[index].has(.digits) && !words[index].has(.noise) {
            guard words[index].value > 0, words[index].value < 100_000, out.count < 24 else { continue }
            // A number that another number leads to ("2-4") is not a start; one that stands by itself before the street
            // is ("porte 2 17 rue"), whatever the other may be.
            let isSecond = index > range.lowerBound && words[index - 1].has(.digits)
            if isSecond, numbered, words[index].has(.afterDash) || words[index].has(.afterSlash) { continue }
            var reading = Reading(street: range, number: index, communes: communes)
            reading.several = isSecond && !words[index - 1].has(.noise)
            let next = afterNumber(index, range.upperBound, &reading)
            let typed = next < range.upperBound && (words[next].has(.type) || isLoneR(next))
            let rest = next..<range.upperBound
            let hasName = rest.contains { !words[$0].has(.noise) && !words[$0].has(.stop) }
            if hasName, !words[index].has(.ordinal) || index == range.lowerBound {
                let lead = (range.lowerBound..<index).contains { !words[$0].has(.noise) }
                reading.street = next..<range.upperBound
                reading.penalty = penalty + (lead ? (typed ? 0.1 : 0.8) : 0) + (leadsToAnother(rest) ? 2 : 0)
                out.append(reading)
                numbered = true
                // "104 C Diderot", "9 a Roue": a suffix, or the initial of a first name, or an article.
                if reading.suffix < 0, next == index + 1, words[next].sourceEnd - words[next].source == 1, !typed,
                    next + 1 < range.upperBound, !words[next + 1].has(.afterApostrophe), !words[next].has(.digits)
                {
                    reading.suffix = next
                    reading.street = (next + 1)..<range.upperBound
                    reading.penalty += 0.1
                    out.append(reading)
                }
                if !lead, typed, !words[index].has(.ordinal) {
                    plain = true
                    break
                }
            }
            let before = range.lowerBound..<index
            if isName(before),
                !words[index].has(.ordinal),
                rest.allSatisfy({ words[$0].has(.noise) }) || words[rest.lowerBound].has(.afterComma)
            {
                reading.street = before
                reading.penalty = penalty + 0.2
                out.append(reading)
            }
        }
        if out.count < 24 {
            out.append(Reading(street: range, penalty: penalty + (plain ? 3 : numbered ? 0.6 : 0), communes: communes))
        }
        if numbered { return }
        // "Palais du Louvre Place du Carrousel": the street may begin at any type.
        for index in range.dropFirst() where words[index].has(.type) && !words[index].has(.noise) && out.count < 6 {
            if words[index - 1].has(.stop) || words[index - 1].has(.type) && !words[index].has(.afterComma) { continue }
            out.append(Reading(street: index..<range.upperBound, penalty: penalty + 0.6, communes: communes))
        }
    }

    /// Whether a number stands directly before a type of way ("esc 2 15 rue"): that one is the house's. Not "des 4 chemins".
    private func leadsToAnother(_ range: Range<Int>) -> Bool {
        let words = space.text.words
        return range.dropLast().contains { index in
            words[index].has(.digits) && !words[index].has(.noise) && !words[index].has(.ordinal)
                && words[index + 1].has(.type) && !words[index + 1].has(.noise)
                && !(index > 0 && words[index - 1].has(.stop))
        }
    }

    /// Whether words can name a street: one that is no type, or a type and another ("rue du Square").
    private func isName(_ range: Range<Int>) -> Bool {
        let words = space.text.words
        let names = range.filter { !words[$0].has(.noise) && !words[$0].has(.stop) }
        return names.count > 1 || names.contains { !words[$0].has(.type) }
    }

    private func isLoneR(_ index: Int) -> Bool { space.text.words[index].length == 1 && space.text.text(index) == "r" }

    /// Reads what belongs to a number: suffix, further numbers of a range. The first word after it.
    func afterNumber(_ index: Int, _ end: Int, _ reading: inout Reading) -> Int {
        let words = space.text.words
        var next = index + 1
        if next < end, isSuffix(next, end) {
            reading.suffix = next
            next += 1
        }
        while next < end {
            let word = words[next]
            if word.has(.digits), !word.has(.ordinal),
                word.has(.afterDash) || word.has(.afterSlash) || word.has(.afterComma)
            {
                reading.several = true
                next += 1
                if next < end, isSuffix(next, end) { next += 1 }
            } else if word.has(.stop), next + 1 < end, words[next + 1].has(.digits), next + 2 < end,
                words[next + 2].has(.type) || isSuffix(next + 2, end)
            {
                // "2 et 4 rue", "2 à 4 rue"
                reading.several = true
                next += 2
                if next < end, isSuffix(next, end) { next += 1 }
            } else {
                break
            }
        }
        return next
    }

    /// Whether a word after a number is its suffix: bis, ter, or a letter that begins nothing.
    private func isSuffix(_ index: Int, _ end: Int) -> Bool {
        let words = space.text.words
        let word = words[index]
        if word.has(.suffix) { return true }
        if word.has(.afterApostrophe) || word.has(.afterComma) { return false }
        let source = word.sourceEnd - word.source
        if source == 1, !word.has(.digits) {
            if word.has(.glued) { return true }
            if index + 1 >= end { return true }
            let next = words[index + 1]
            if next.has(.afterApostrophe) { return false }
            return next.has(.type) || (next.has(.stop) && !word.has(.type) && !next.has(.glued))
        }
        // "7P1"
        return word.has(.glued) && word.length == 2 && space.text.with(index) { $0[0] >= 0x61 && $0[1] < 0x40 }
    }
}
