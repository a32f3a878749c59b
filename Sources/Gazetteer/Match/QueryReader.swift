/// Finds the postcode, the number and the street in the words of a query.
struct QueryReader {
    let space: Workspace

    /// The position of the postcode among the words, or -1: the last word of five digits that is no noise.
    func postcodeWord() -> Int { space.text.words.indices.last(where: isPostcode) ?? -1 }

    /// Whether a word may be a postcode: five digits, of which nothing is glued to letters, and no noise.
    func isPostcode(_ index: Int) -> Bool {
        let words = space.text.words
        return words[index].has(.postcodeLike) && words[index].flags.isDisjoint(with: [.noise, .glued])
            && words[index].value >= 1000 && !(index + 1 < words.count && words[index + 1].has(.glued))
    }

    /// The readings of a stretch of words: which is the number, which are the street.
    func readings(_ range: Range<Int>, communes: Range<Int>, penalty: Double, _ out: inout [Reading]) {
        let words = space.text.words
        var numbered = false
        var plain = false
        // The first reading with its number behind the name.
        var trailing: Reading?
        let hasAnchor = range.contains { isAnchor($0, range) }
        for index in range where isNumber(index, range) {
            guard words[index].value < 100_000, out.count < 24 else { continue }
            // The number before the type of way is the house's; a list begins with its first.
            let isBeside = hasAnchor && !isAnchor(index, range) ? 2.0 : 0
            // A number that another number leads to ("2-4") is not a start; one that stands by itself before the street
            // is ("porte 2 17 rue"), whatever the other may be.
            let isSecond = index > range.lowerBound && words[index - 1].has(.digits)
            let isListed = isSecond && continuesList(index - 1, index, range.lowerBound)
            let isApart = isSecond && (!isListed || isLed(index - 1, range) && isSpaced(index))
            if isSecond, numbered, !isApart, words[index].has(.afterDash) || words[index].has(.afterSlash) { continue }
            var reading = Reading(street: range, number: index, communes: communes)
            reading.several = isSecond && (!isApart || isPair(index - 1, index)) && !words[index - 1].has(.noise)
            let next = afterNumber(index, range.upperBound, &reading)
            let typed = next < range.upperBound && isType(next, range)
            let rest = next..<range.upperBound
            let hasName = rest.contains { !words[$0].has(.noise) && !words[$0].has(.stop) }
            if hasName, !words[index].has(.ordinal) || index == range.lowerBound {
                let lead = (range.lowerBound..<index).contains { !words[$0].has(.noise) }
                reading.street = next..<range.upperBound
                reading.isDoubtful =
                    lead && !typed && words[index].flags.isDisjoint(with: [.afterComma, .afterDash, .afterSlash])
                reading.penalty = penalty + (lead ? (typed ? 0.1 : 0.8) : 0) + (leadsToAnother(rest) ? 2 : isBeside)
                // "porte 2, 17 rue": behind other words a list is none; the number at the street is the house's.
                if lead, reading.several { reading.penalty += 0.3 }
                // "ZAE 2, 71 boulevard": a comma makes no list of two numbers behind other words.
                if lead, next > index + 1, words[index + 1].has(.digits),
                    words[index + 1].has(.afterComma) || isSpaced(index + 1)
                {
                    reading.penalty += 1.5
                }
                // "3, 9 rue": two houses, or a flat and a house.
                if next > index + 1, words[index + 1].has(.digits), words[index + 1].has(.afterComma) {
                    reading.isDoubtful = true
                }
                out.append(reading)
                numbered = true
                // "41 P Edmond Rostand": the letter may be the type of way.
                if reading.suffix == index + 1, !words[reading.suffix].has(.glued), !typed, next == index + 2,
                    words[reading.suffix].sourceEnd - words[reading.suffix].source == 1,
                    space.text.with(reading.suffix, { TypeCode.letter($0[0]) }) != nil
                {
                    var other = reading
                    (other.suffix, other.street) = (-1, reading.suffix..<range.upperBound)
                    other.penalty += 0.2
                    out.append(other)
                }
                // "104 C Diderot", "9 a Roue": a suffix, or the initial of a first name, or an article.
                if reading.suffix < 0, next == index + 1, words[next].sourceEnd - words[next].source == 1, !typed,
                    next + 1 < range.upperBound, !words[next + 1].has(.afterApostrophe), !words[next].has(.digits)
                {
                    reading.suffix = next
                    reading.street = (next + 1)..<range.upperBound
                    reading.penalty += words[next].has(.expanded) ? 0.6 : 0.1
                    out.append(reading)
                }
                if !lead, typed, !words[index].has(.ordinal) {
                    plain = true
                    break
                }
            }
            let before = range.lowerBound..<index
            let isAtEnd = rest.allSatisfy { words[$0].has(.noise) } || words[rest.lowerBound].has(.afterComma)
            if isName(before), !words[index].has(.ordinal), isAtEnd || isBox(rest, behind: index) {
                reading.street = before
                reading.isDoubtful = false
                reading.penalty = penalty + (isAtEnd ? 0.2 : 0.4) + isBeside + (hasNumber(before) ? 1.5 : 0)
                out.append(reading)
                if trailing == nil { trailing = reading }
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
            if var reading = trailing, index < reading.street.upperBound {
                reading.street = index..<reading.street.upperBound
                reading.penalty += 0.6
                out.append(reading)
            }
        }
    }

    /// "37 étage 7", "18 bus 29", "24 Daire: 5": behind the house's number a word and a number of its own.
    private func isBox(_ rest: Range<Int>, behind number: Int) -> Bool {
        let words = space.text.words
        let read = rest.filter { !words[$0].has(.noise) }
        guard 2...3 ~= read.count, let first = read.first, let last = read.last, !words[number - 1].has(.stop),
            words[last].has(.digits), words[last].length <= 4, !Lexicon.months.contains(words[first].hash)
        else { return false }
        return read.dropLast().allSatisfy {
            words[$0].flags.isDisjoint(with: [.digits, .type, .stop, .ordinal, .glued, .afterApostrophe])
        }
    }

    /// Whether a number that may be the house's stands behind a name.
    private func hasNumber(_ range: Range<Int>) -> Bool {
        let words = space.text.words
        return range.dropFirst().contains { index in
            words[index].has(.digits) && words[index].flags.isDisjoint(with: [.noise, .ordinal, .road])
                && words[index - 1].flags.isDisjoint(with: [.stop, .digits])
                && !Lexicon.months.contains(words[index - 1].hash) && index + 1 < range.upperBound
                && words[index + 1].flags.isDisjoint(with: [.type, .digits, .glued])
                && !Lexicon.months.contains(words[index + 1].hash)
        }
    }

    /// Whether a number goes on with the list that another one began: "2-4", "8, 10". Not "chambre 579 - 21", "0175 / 2",
    /// "2, 17": houses follow each other upwards, on one side or as neighbours.
    private func continuesList(_ first: Int, _ second: Int, _ start: Int) -> Bool {
        let words = space.text.words
        let (one, two) = (words[first], words[second])
        guard one.has(.digits), one.value > 0, two.value < 10_000, !isPadded(first), !isPadded(second) else {
            return false
        }
        if first > start, words[first - 1].has(.digits), !one.has(.afterComma), !continuesList(first - 1, first, start)
        {
            return false
        }
        let step = two.value - one.value
        if isJoined(second) { return 1...100 ~= step }
        return 1...20 ~= step && (step == 1 || step % 2 == 0)
    }

    /// Two numbers joined by a dash or a slash that may be of two houses, in whatever order.
    private func isPair(_ first: Int, _ second: Int) -> Bool {
        let words = space.text.words
        return isJoined(second) && 1...9999 ~= words[first].value && !isPadded(first)
            && !(first > 0 && words[first - 1].has(.digits))
    }

    /// Whether a dash or a slash joins a word to the one before it, without blanks.
    private func isJoined(_ index: Int) -> Bool {
        let words = space.text.words
        return !words[index].flags.isDisjoint(with: [.afterDash, .afterSlash])
            && words[index].source - words[index - 1].sourceEnd <= 1
    }

    /// Whether zeros lead a number: "0175" counts no house.
    private func isPadded(_ index: Int) -> Bool {
        let word = space.text.words[index]
        return word.sourceEnd - word.source > word.length
    }

    /// Whether a sign with blanks around it, by default a dash, stands before a word: "lot 3 - 63 allée" is no list, "2-4 rue" is one.
    func isSpaced(_ index: Int, by signs: WordFlags = .afterDash) -> Bool {
        let words = space.text.words
        return !words[index].flags.isDisjoint(with: signs) && words[index].source - words[index - 1].sourceEnd >= 3
    }

    /// Whether a word other than noise stands before a number.
    private func isLed(_ index: Int, _ range: Range<Int>) -> Bool {
        (range.lowerBound..<index).contains { !space.text.words[$0].has(.noise) }
    }

    /// Whether a word may be the number of a house.
    private func isNumber(_ index: Int, _ range: Range<Int>) -> Bool {
        let word = space.text.words[index]
        if word.has(.noise) || word.has(.road) { return false }
        if word.has(.digits) { return !isDay(index, range) && !isOrdinal(index, range) }
        // "douze rue Basse", "VI rue Basse", "au douze bis rue Basse": a number in letters only before a type of way.
        guard word.has(.number), word.value > 0, word.value < 10_000,
            word.has(.afterComma)
                || (range.lowerBound..<index).allSatisfy({
                    !space.text.words[$0].flags.isDisjoint(with: [.stop, .noise])
                })
        else { return false }
        let next = index + 1
        let isFollowed = next < range.upperBound && space.text.words[next].has(.suffix)
        return next < range.upperBound && isType(isFollowed ? min(next + 1, range.upperBound - 1) : next, range)
    }

    /// "13 2e Avenue": behind another number a mark of order belongs to the name.
    private func isOrdinal(_ index: Int, _ range: Range<Int>) -> Bool {
        let words = space.text.words
        return index > range.lowerBound && words[index - 1].has(.digits) && index + 2 < range.upperBound
            && words[index + 1].has(.glued) && space.text.equals(index + 1, "e") && words[index + 2].has(.type)
    }

    /// "Gymnase du 4 septembre": the day of a name.
    private func isDay(_ index: Int, _ range: Range<Int>) -> Bool {
        let words = space.text.words
        return index > range.lowerBound && words[index - 1].has(.stop) && index + 1 < range.upperBound
            && Lexicon.months.contains(words[index + 1].hash)
    }

    /// A type of way, or the code of one before a name.
    private func isType(_ index: Int, _ range: Range<Int>) -> Bool {
        let word = space.text.words[index]
        if word.has(.noise) { return false }
        return word.has(.type) || isLoneR(index) || TypeCode.of(word) != nil && index + 1 < range.upperBound
    }

    /// Whether a number stands directly before a type of way, its suffix and the others of its list between.
    private func isAnchor(_ index: Int, _ range: Range<Int>) -> Bool {
        let word = space.text.words[index]
        guard isNumber(index, range), !word.has(.ordinal) || index == range.lowerBound else { return false }
        // "rue du 8 mai", "place des 4 chemins"
        if index > range.lowerBound, space.text.words[index - 1].has(.stop) { return false }
        var reading = Reading(street: range)
        let next = afterNumber(index, range.upperBound, &reading)
        return next < range.upperBound && isType(next, range)
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
        } else if reading.suffix < 0, let last = words[..<end].indices.last, last > next, words[last].has(.suffix),
            !words[last - 1].has(.stop)
        {
            // "33 avenue de la Liberté bis"
            reading.suffix = last
        }
        var last = index
        while next < end {
            let word = words[next]
            // "113 - Appt 15 - Impasse": what is no address between number and street ends a list.
            if word.has(.noise) {
                last = -1
                next += 1
            } else if last >= 0, word.has(.digits), !word.has(.ordinal),
                word.has(.afterDash) || word.has(.afterSlash) || word.has(.afterComma),
                continuesList(last, next, index)
            {
                reading.several = true
                last = next
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
        if word.has(.noise) { return false }
        if word.has(.suffix) { return true }
        if word.has(.afterApostrophe) || word.has(.afterComma) { return false }
        let source = word.sourceEnd - word.source
        if source == 1, !word.has(.digits) {
            if word.has(.glued) { return true }
            guard let place = (index + 1..<max(end, index + 1)).first(where: { !words[$0].has(.noise) }) else {
                return true
            }
            let next = words[place]
            if next.has(.afterApostrophe) { return false }
            return next.has(.type) || (next.has(.stop) && !word.has(.type) && !next.has(.glued))
        }
        // "7P1"
        return word.has(.glued) && word.length == 2 && space.text.with(index) { $0[0] >= 0x61 && $0[1] < 0x40 }
    }
}
