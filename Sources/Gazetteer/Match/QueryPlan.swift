/// What is read where: the city and the postcode, and from them the readings of the rest.
extension Matcher {
    /// Fills ``Workspace/readings``; the communes of the most likely reading.
    mutating func makeReadings(_ query: AddressQuery) -> Range<Int> {
        markNearNumbers()
        readCountry()
        readDepartement()
        said = CommuneFinder.Said()
        readArrondissement()
        let words = space.text.words
        let postcodeWord = postcodeWord()
        if let given = query.postcode.flatMap(Self.postcode) {
            said.postcode = given
        } else if postcodeWord >= 0 {
            said.postcode = UInt32(words[postcodeWord].value)
        }
        if let code = query.citycode, code.utf8.count == 5 {
            said.code = Array(code.uppercased().utf8)
        }
        readCorsicanCode()
        said.cedex = space.text.words.indices.contains {
            space.text.words[$0].has(.noiseHead) && space.text.text($0).hasPrefix("ced")
        }
        let city = readCity()
        let likely = readings(query, city: city, postcodeWord: postcodeWord)
        readNumberApart()
        readOldCode()
        return likely
    }

    /// The word of the postcode, or -1: the last word of five digits, or where the base lacks that one, the last that it has and
    /// that the name of a town follows ("75012 Paris, répondre au 36179").
    private func postcodeWord() -> Int {
        let last = reader.postcodeWord()
        let words = space.text.words
        guard last > 0, directory.entries(postcode: UInt32(words[last].value)).isEmpty else { return last }
        return words[..<last].indices.last { index in
            reader.isPostcode(index)
                && !directory.entries(postcode: UInt32(words[index].value)).isEmpty
                && finder.exact(space.text, startingAt: index + 1, limit: last) != nil
        } ?? last
    }

    private mutating func readings(_ query: AddressQuery, city: CommuneFinder.Span?, postcodeWord: Int) -> Range<Int> {
        if city != nil || !said.code.isEmpty || said.unknownCity {
            return readings(city: city, postcodeWord: postcodeWord)
        }
        return postcodeWord >= 0 ? readings(postcodeWord: postcodeWord) : readings()
    }

    /// A postcode given as a part: four or five digits, "57 000", "57000.0" and "F-57000" included; nil for anything else.
    static func postcode(_ text: String) -> UInt32? {
        if text.utf8.count == 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return UInt32(text).flatMap { $0 >= 1000 ? $0 : nil }
        }
        var text = text.filter { !$0.isWhitespace }[...]
        for prefix in ["F-", "FR-", "f-", "fr-"] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
        for end in [".0", ",0"] where text.hasSuffix(end) { text.removeLast(end.count) }
        guard 4...5 ~= text.count, text.allSatisfy({ $0.isASCII && $0.isNumber }), let value = UInt32(text),
            value >= 1000
        else { return nil }
        return value
    }

    /// Adds the readings of a stretch of words as number and street.
    private mutating func read(_ range: Range<Int>, in communes: Range<Int>, penalty: Double = 0) {
        let words = space.text.words
        var range = range
        while let first = range.first, words[first].has(.noise) { range.removeFirst() }
        while let last = range.last, words[last].has(.noise) { range.removeLast() }
        if range.isEmpty { return }
        if !isStreetPart, !isName(range) { return }
        hasStreetWords = true
        if isStreetPart {
            space.readings.append(Reading(street: range, penalty: penalty, communes: communes))
        } else {
            reader.readings(range, communes: communes, penalty: penalty, &space.readings)
            readParts(range, in: communes, penalty: penalty)
        }
    }

    /// Whether words can be a street: not a number alone, with a letter or without, nor "rue de".
    private func isName(_ range: Range<Int>) -> Bool {
        let words = space.text.words
        let rest = range.filter { words[$0].flags.isDisjoint(with: [.noise, .suffix]) }
        let types = rest.filter { words[$0].has(.type) }
        if types.count > 1 { return true }
        /// A word with a meaning of its own: no article, no bare number; "2e" in "2e avenue" has one.
        func means(_ index: Int) -> Bool {
            words[index].flags.isDisjoint(with: [.stop, .digits])
                || words[index].has(.ordinal) && index + 1 < range.upperBound && words[index + 1].has(.type)
                || words[index].has(.digits) && index > range.lowerBound && index + 2 < range.upperBound
                    && words[index + 1].has(.glued) && space.text.equals(index + 1, "e") && words[index + 2].has(.type)
        }
        guard let type = types.first else {
            return rest.contains {
                means($0) && (words[$0].length > 1 || words[$0].has(.number) || words[$0].has(.dotted))
            }
        }
        // "le Cours"; "Grande Rue"; "rue A", "passage A/2", but not "rue de"
        return words[rest[0]].has(.stop) || rest.contains { $0 < type && means($0) }
            || rest.contains { $0 > type && (!words[$0].has(.stop) || words[$0].sourceEnd - words[$0].source == 1) }
    }

    /// "rue Basse / rue Haute", "rue Basse et rue Haute", "angle rue Basse": a type of way that begins another street.
    private func beginsStreet(_ index: Int) -> Bool {
        let words = space.text.words
        guard words[index].has(.type), !words[index].has(.noise) else { return false }
        if !words[index].flags.isDisjoint(with: [.afterSlash, .afterDash]) { return true }
        var before = index - 1
        if words[before].has(.stop), !space.text.equals(before, "et"), before > 0 { before -= 1 }
        return space.text.equals(before, "et") || Lexicon.cornerWords.contains(words[before].hash)
    }

    /// A number that stands apart from the street, behind the town or before the postcode: "rue Basse, Valmorin, 6".
    mutating func readNumberApart() {
        let words = space.text.words
        guard givenNumber == nil, !isStreetPart, !space.readings.isEmpty, space.readings.allSatisfy({ $0.number < 0 })
        else {
            return
        }
        let used = space.readings.map(\.street)
        let free =
            apart.map { [$0] }
            ?? words.indices.filter { index in
                words[index].has(.digits) && !words[index].has(.noise) && !words[index].has(.road)
                    && !words[index].has(.postcodeLike) && !words[index].has(.ordinal) && 1...9999 ~= words[index].value
                    && !used.contains { $0.contains(index) }
            }
        guard free.count == 1,
            apart != nil
                || !(1...4).contains(where: { length in
                    free[0] >= length && finder.exact(space.text, (free[0] - length)..<(free[0] + 1)) != nil
                })
        else { return }
        for index in space.readings.indices { space.readings[index].penalty += 0.6 }
        for var reading in space.readings.prefix(6) {
            reading.number = free[0]
            let next = free[0] + 1
            let isLetter =
                next < words.count && words[next].sourceEnd - words[next].source == 1
                && (words[next].has(.glued) || next == words.count - 1)
            if next < words.count, words[next].has(.suffix) || isLetter { reading.suffix = next }
            reading.penalty -= 0.4
            space.readings.insert(reading, at: 0)
        }
    }

    /// "Résidence du Parc, 3 passage des Lilas, fond de cour": the street may be any part between commas.
    private mutating func readParts(_ range: Range<Int>, in communes: Range<Int>, penalty: Double) {
        let words = space.text.words
        // Where nothing tells the commune a part may be its name.
        if communes.isEmpty { return }
        var commas = range.dropFirst().filter { words[$0].has(.afterComma) || beginsStreet($0) }
        // "6, rue Dolet", "chemin des Sources, 5": a number alone is no part.
        func isNumber(_ part: Range<Int>) -> Bool {
            part.allSatisfy { words[$0].has(.digits) || words[$0].has(.suffix) }
        }
        if let first = commas.first, isNumber(range.lowerBound..<first) { commas.removeFirst() }
        if let last = commas.last, isNumber(last..<range.upperBound) { commas.removeLast() }
        if commas.isEmpty { return }
        let isNumbered = space.readings.contains { $0.number >= 0 && range.contains($0.number) }
        for (start, end) in zip([range.lowerBound] + commas, commas + [range.upperBound]) {
            let hasType = (start..<end).contains { words[$0].has(.type) && !words[$0].has(.noise) }
            guard hasType, space.readings.count < 12 else { continue }
            // Of two streets that meet the first is meant; a part without the number that another part has is a remark.
            let hasNumber = (start..<end).contains { words[$0].has(.digits) && !words[$0].has(.noise) }
            let isOther = start > range.lowerBound && beginsStreet(start)
            let doubt = 0.5 + (isNumbered && !hasNumber ? 2 : 0) + (isOther ? 1.5 : 0)
            reader.readings(start..<end, communes: communes, penalty: penalty + doubt, &space.readings)
        }
    }

    /// The city or its code is a part of its own; the text may repeat postcode and city.
    private mutating func readings(city: CommuneFinder.Span?, postcodeWord: Int) -> Range<Int> {
        let communes = finder.candidates(city, said)
        let words = space.text.words
        var range = words.indices
        if postcodeWord >= 0 {
            let before = 0..<postcodeWord
            // "Bondy 93140, 17 allée des Glaïeuls"
            let isTown =
                before.isEmpty
                || finder.exact(space.text, 0..<lastWord(before)).map { namesOneOf($0, communes) } == true
            range = isTown ? (postcodeWord + 1)..<words.count : before
        }
        let end = lastWord(range)
        if range.lowerBound < end, let span = townAtEnd(range.lowerBound..<end, city, communes), !afterArticle(span) {
            read(range.lowerBound..<span.range.lowerBound, in: communes)
            read(range, in: communes, penalty: 1)
        } else if let span = finder.exact(space.text, startingAt: range.lowerBound, limit: end),
            span.range.upperBound < end,
            namesOneOf(span, communes)
        {
            // "Paris 6 port de Suffren": the number may be that of the house.
            let last = span.range.upperBound - 1
            if words[last].has(.digits), !words[last].has(.ordinal) { read(last..<range.upperBound, in: communes) }
            read(span.range.upperBound..<range.upperBound, in: communes, penalty: 0.3)
            read(range, in: communes)
        } else {
            read(range, in: communes)
        }
        return communes
    }

    /// The text has a postcode: the city stands behind it, or before it, at the start or the end.
    private mutating func readings(postcodeWord: Int) -> Range<Int> {
        let words = space.text.words
        let after = (postcodeWord + 1)..<words.count
        let before = 0..<postcodeWord
        var span = finder.exact(space.text, startingAt: after.lowerBound, limit: after.upperBound)
        var townFirst = false
        if span == nil, !before.isEmpty {
            // "Paris 75014 Rue Jules Guesde 1", "12 rue de la Paix Metz 57000"
            if let found = finder.exact(space.text, 0..<lastWord(before)) {
                (span, townFirst) = (found, true)
            } else if let found = finder.exact(space.text, endingAt: lastWord(before), limit: 0), !afterArticle(found) {
                span = found
            }
        }
        // "250 73290 chemin du Pré La Motte": the street between postcode and town.
        if span == nil, !before.contains(where: { words[$0].has(.type) && !words[$0].has(.noise) }),
            let found = finder.exact(space.text, endingAt: lastWord(after), limit: after.lowerBound + 1),
            after.lowerBound < found.range.lowerBound, !afterArticle(found), isPosted(found)
        {
            let communes = finder.candidates(found, said)
            space.text.words[postcodeWord].flags.insert(.noise)
            read(0..<found.range.lowerBound, in: communes)
            if hasStreetWords { return communes }
            space.text.words[postcodeWord].flags.remove(.noise)
        }
        let hasTail = after.contains { !words[$0].has(.noise) && !words[$0].has(.stop) }
        if span == nil, !hasTail { readCodeAsPostcode() }
        if span == nil, hasTail { span = fuzzyAfter(after) }
        if span == nil, hasTail, !before.isEmpty || beginsWithTown(after) { said.unknownCity = true }
        let communes = finder.candidates(span, said)
        guard let span else {
            read(before, in: communes)
            if !hasStreetWords { read(after, in: communes) }
            return communes
        }
        if townFirst {
            read(after, in: communes)
            if !hasStreetWords { read(0..<span.range.upperBound, in: communes) }
        } else if span.range.lowerBound >= after.lowerBound {
            read(before, in: communes)
            if hasStreetWords { return communes }
            // "75015 Paris 6 Port de Suffren": the number may be that of the house.
            let last = span.range.upperBound - 1
            if last > span.range.lowerBound, words[last].has(.digits), !words[last].has(.ordinal),
                let town = finder.exact(space.text, span.range.lowerBound..<last)
            {
                read(last..<words.count, in: finder.candidates(town, said))
            }
            read(span.range.upperBound..<words.count, in: communes)
        } else {
            read(before.lowerBound..<span.range.lowerBound, in: communes)
            read(before, in: communes, penalty: 1)
            // "un appartement sis à Bondy (93140), 24 rue Basse": the street behind both.
            if after.contains(where: { words[$0].has(.type) && !words[$0].has(.noise) }) {
                read(after, in: communes, penalty: 0.3)
            }
        }
        return communes
    }

    /// The text has no postcode: a name of a commune at its end or its start may be the city.
    private mutating func readings() -> Range<Int> {
        let all = space.text.words.indices
        let end = lastWord(all)
        var best: Range<Int>?
        var elsewhere = 0.0
        for (span, penalty) in cityAtAnEdge(end) {
            let communes = finder.candidates(span, said)
            if penalty == 0, span.range.lowerBound > 0 {
                // A commune was named: the street is not to be sought elsewhere, unless the name is part of it.
                let first = space.text.words[span.range.lowerBound]
                elsewhere =
                    first.has(.afterComma) || first.has(.afterDash) ? Self.otherTown.apart : Self.otherTown.plain
            }
            if best == nil, penalty < 2 { best = communes }
            if (0..<end).allSatisfy({ span.range.contains($0) || space.text.words[$0].has(.noise) }) { return communes }
            let isLast = span.range.upperBound >= end
            read(isLast ? 0..<span.range.lowerBound : span.range.upperBound..<end, in: communes, penalty: penalty)
        }
        if best == nil, elsewhere == 0, space.city.words.isEmpty { elsewhere = missingTown(end) }
        if said.postcode != 0 {
            let communes = finder.candidates(nil, said)
            if best == nil { best = communes }
            read(all, in: communes, penalty: 0.2)
        } else {
            // No commune at all: the readings keep an empty range, and only the nation-wide search uses them.
            read(all, in: 0..<0, penalty: elsewhere)
        }
        return best ?? 0..<0
    }

    /// "93600 Aulnay-sous-Bois, 9 avenue Pasteur": a town that the base lacks follows the postcode.
    private func beginsWithTown(_ range: Range<Int>) -> Bool {
        let words = space.text.words
        let end = range.first { $0 > range.lowerBound && words[$0].has(.afterComma) || words[$0].has(.digits) }
        guard let end, range.lowerBound < end else { return false }
        return !(range.lowerBound..<end).contains { words[$0].has(.type) }
            && (range.lowerBound..<end).reversed().contains { finder.isTown(space.text, range.lowerBound..<($0 + 1)) }
    }

    /// What speaks against streets of the base where the text names a town at its end or its start that the base lacks.
    private func missingTown(_ end: Int) -> Double {
        let words = space.text.words
        guard end > 1 else { return 0 }
        for start in max(1, end - 6)..<max(1, end) {
            let span = CommuneFinder.Span(range: start..<end, list: .entry(-1), likeness: 1)
            let isApart = !words[start].flags.isDisjoint(with: [.afterComma, .afterDash])
            // A street needs a name of its own before the town.
            let hasName =
                isApart || (0..<start).contains { words[$0].has(.type) && $0 + 1 < start } && !afterArticle(span)
            if hasName, !words[start].has(.digits), finder.isTown(space.text, start..<end) {
                return isApart ? Self.otherTown.apart : Self.otherTown.plain
            }
        }
        for last in (1..<min(7, end)).reversed() where !words[0].has(.digits) && !words[0].has(.type) {
            let isApart = words[last].has(.afterComma) || words[last].has(.digits)
            if isApart || words[last].has(.type), finder.isTown(space.text, 0..<last) { return Self.otherTown.apart }
        }
        return 0
    }

    /// How unnatural it is to look elsewhere than in a town that the text begins or ends with, behind a comma or not.
    static let otherTown = (apart: 7.5, plain: 7.0)

}
