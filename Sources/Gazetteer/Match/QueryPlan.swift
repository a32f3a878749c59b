/// What is read where: the city and the postcode, and from them the readings of the rest.
extension Matcher {
    /// Fills ``Workspace/readings``; the communes of the most likely reading.
    mutating func makeReadings(_ query: AddressQuery) -> Range<Int> {
        readCountry()
        let words = space.text.words
        let postcodeWord = reader.postcodeWord()
        said = CommuneFinder.Said()
        if let given = query.postcode.flatMap(Self.postcode) {
            said.postcode = given
        } else if postcodeWord >= 0 {
            said.postcode = UInt32(words[postcodeWord].value)
        }
        if let code = query.citycode, code.utf8.count == 5 {
            said.code = Array(code.utf8)
        }
        said.cedex = words.indices.contains { words[$0].has(.noiseHead) && space.text.text($0).hasPrefix("ced") }
        let city = readCity()
        if city != nil || !said.code.isEmpty || said.unknownCity {
            return readings(city: city, postcodeWord: postcodeWord)
        }
        return postcodeWord >= 0 ? readings(postcodeWord: postcodeWord) : readings()
    }

    /// A postcode given as a part: its digits, "57000.0" and "F-57000" included; nil when there are less than four.
    static func postcode(_ text: String) -> UInt32? {
        let digits = text.prefix { $0 != "." && $0 != "," }.filter { $0.isASCII && $0.isNumber }.prefix(5)
        guard let value = UInt32(digits), value >= 1000 else { return nil }
        return value
    }

    /// "12 rue de la Paix Metz France": the country after a commune, where no postcode or comma tells it from a name.
    private func readCountry() {
        let last = space.text.words.count - 1
        guard last > 1, !space.text.words[last].has(.noise), space.text.equals(last, "france"),
            let span = finder.exact(space.text, endingAt: last, limit: 1), !afterArticle(span)
        else { return }
        space.text.words[last].flags.insert(.noise)
    }

    /// Reads the part of the query that names the city.
    private mutating func readCity() -> CommuneFinder.Span? {
        let city = space.city
        guard !city.words.isEmpty else { return nil }
        var end = city.words.count
        if let cedex = city.words.indices.first(where: { city.words[$0].has(.noiseHead) }), cedex > 0 {
            end = cedex
            said.cedex = true
        }
        let span =
            finder.exact(city, 0..<end) ?? finder.exact(city, startingAt: 0, limit: end)
            ?? finder.fuzzy(city, [0..<end])
        if span == nil { said.unknownCity = true }
        return span
    }

    /// Adds the readings of a stretch of words as number and street.
    private mutating func read(_ range: Range<Int>, in communes: Range<Int>, penalty: Double = 0) {
        let words = space.text.words
        var range = range
        while let first = range.first, words[first].has(.noise) { range.removeFirst() }
        while let last = range.last, words[last].has(.noise) { range.removeLast() }
        if range.isEmpty { return }
        hasStreetWords = true
        if isStreetPart {
            space.readings.append(Reading(street: range, penalty: penalty, communes: communes))
        } else {
            reader.readings(range, communes: communes, penalty: penalty, &space.readings)
            readParts(range, in: communes, penalty: penalty)
        }
    }

    /// "Résidence du Parc, 3 passage des Lilas, fond de cour": the street may be any part between commas.
    private mutating func readParts(_ range: Range<Int>, in communes: Range<Int>, penalty: Double) {
        let words = space.text.words
        // Where nothing tells the commune a part may be its name.
        if communes.isEmpty { return }
        var commas = range.dropFirst().filter { words[$0].has(.afterComma) }
        // "6, rue Dolet", "chemin des Sources, 5": a number alone is no part.
        func isNumber(_ part: Range<Int>) -> Bool { part.allSatisfy { words[$0].has(.digits) || words[$0].has(.suffix) } }
        if let first = commas.first, isNumber(range.lowerBound..<first) { commas.removeFirst() }
        if let last = commas.last, isNumber(last..<range.upperBound) { commas.removeLast() }
        if commas.isEmpty { return }
        for (start, end) in zip([range.lowerBound] + commas, commas + [range.upperBound]) {
            let hasType = (start..<end).contains { words[$0].has(.type) && !words[$0].has(.noise) }
            guard hasType, space.readings.count < 12 else { continue }
            reader.readings(start..<end, communes: communes, penalty: penalty + 0.5, &space.readings)
        }
    }

    /// The city or its code is a part of its own; the text may repeat postcode and city.
    private mutating func readings(city: CommuneFinder.Span?, postcodeWord: Int) -> Range<Int> {
        let communes = finder.candidates(city, said)
        var range = space.text.words.indices
        if postcodeWord >= 0 {
            range = postcodeWord > 0 ? 0..<postcodeWord : (postcodeWord + 1)..<range.upperBound
        }
        let end = lastWord(range)
        if range.lowerBound < end,
            let span = finder.exact(space.text, endingAt: end, limit: range.lowerBound), namesOneOf(span, communes),
            !afterArticle(span)
        {
            read(range.lowerBound..<span.range.lowerBound, in: communes)
            read(range, in: communes, penalty: 1)
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
        let hasTail = after.contains { !words[$0].has(.noise) && !words[$0].has(.stop) }
        if span == nil, !hasTail { readCodeAsPostcode() }
        if span == nil, hasTail { span = fuzzyAfter(after) }
        if span == nil, hasTail, !before.isEmpty { said.unknownCity = true }
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
            if !hasStreetWords { read(span.range.upperBound..<words.count, in: communes) }
            // "75015 Paris 6 Port de Suffren": the number may be that of the house.
            let last = span.range.upperBound - 1
            if before.isEmpty, last > span.range.lowerBound, last + 1 < words.count, words[last].has(.digits),
                !words[last].has(.ordinal), let town = finder.exact(space.text, span.range.lowerBound..<last)
            {
                read(last..<words.count, in: finder.candidates(town, said))
            }
        } else {
            read(before.lowerBound..<span.range.lowerBound, in: communes)
            read(before, in: communes, penalty: 1)
        }
        return communes
    }

    /// "12 rue du Sentier (75102)": five digits that are no postcode, but the code of a commune.
    private mutating func readCodeAsPostcode() {
        guard !said.cedex, directory.entries(postcode: said.postcode).isEmpty else { return }
        let code = Array(Postcode.text(said.postcode).utf8)
        if directory.communes(code: code).isEmpty { return }
        said.code = code
        said.postcode = 0
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
                elsewhere = first.has(.afterComma) || first.has(.afterDash) ? Self.otherTown.apart : Self.otherTown.plain
            }
            if best == nil, penalty < 2 { best = communes }
            let isLast = span.range.upperBound >= end
            read(isLast ? 0..<span.range.lowerBound : span.range.upperBound..<end, in: communes, penalty: penalty)
        }
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

    /// How unnatural it is to look elsewhere than in a commune that the text ends with, behind a comma or not.
    private static let otherTown = (apart: 7.5, plain: 4.0)

    /// The names of communes at the end and the start of the first `end` words, with how unnatural each is there.
    private func cityAtAnEdge(_ end: Int) -> [(span: CommuneFinder.Span, penalty: Double)] {
        guard end > 0 else { return [] }
        let list = space.text
        var spans: [(span: CommuneFinder.Span, penalty: Double)] = []
        if let span = finder.exact(list, endingAt: end, limit: 0) {
            spans.append((span, afterArticle(span) ? 2.5 : 0))
            // "Saint-Denis" may be the end of a longer name.
            if span.range.count > 1,
                let shorter = finder.exact(list, endingAt: end, limit: span.range.lowerBound + 1)
            {
                spans.append((shorter, afterArticle(shorter) ? 2.5 : 0.5))
            }
        }
        if let span = finder.exact(list, startingAt: 0, limit: end), span.range.upperBound < end || spans.isEmpty {
            spans.append((span, 0.3))
            if span.range.count > 1,
                let shorter = finder.exact(list, startingAt: 0, limit: span.range.upperBound - 1)
            {
                spans.append((shorter, 0.5))
            }
        }
        // A name found behind a dash is rather the end of a longer one that is misspelt.
        let isPart = spans.first.map { $0.span.range.lowerBound > 0 && list.words[$0.span.range.lowerBound].has(.afterDash) }
        if spans.isEmpty || isPart == true, said.postcode == 0 {
            let starts = (1...7).map { end - $0 }.filter { start in
                start > 0 && (start > end - 4 || list.words[start + 1].has(.afterDash))
            }
            if let span = finder.fuzzy(list, starts.map { $0..<end }) {
                spans.append((span, afterArticle(span) ? 2.5 : 0.7))
            }
        }
        return spans
    }

    /// The end of a range without the noise at its end.
    private func lastWord(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, space.text.words[end - 1].has(.noise) { end -= 1 }
        return end
    }

    /// "route de Thionville": a name after an article is rather part of the street.
    private func afterArticle(_ span: CommuneFinder.Span) -> Bool {
        let start = span.range.lowerBound
        guard start > 0 else { return false }
        let words = space.text.words
        if words[start].has(.afterComma) { return false }
        if words[start - 1].has(.stop) || words[start].has(.afterApostrophe) { return true }
        // "rue Thionville", but not "rue de la Promenade Thionville".
        return words[start - 1].has(.type) && (start == 1 || !words[start - 2].has(.stop))
    }

    private func namesOneOf(_ span: CommuneFinder.Span, _ communes: Range<Int>) -> Bool {
        guard case .entries(let entries) = span.list else { return false }
        return entries.contains { entry in
            space.communes[communes].contains { $0.commune == directory.nameCommune(entry) }
        }
    }

    /// The misspelt city after the postcode: first among the communes of the postcode, then anywhere.
    private func fuzzyAfter(_ range: Range<Int>) -> CommuneFinder.Span? {
        var end = range.lowerBound
        while end < range.upperBound, !space.text.words[end].has(.noise) { end += 1 }
        guard end > range.lowerBound else { return nil }
        let start = range.lowerBound
        let ranges = (start + 1...min(end, start + 5)).reversed().map { start..<$0 }
        let posted = directory.entries(postcode: said.postcode)
        if !posted.isEmpty {
            let communes = Set(posted.map { directory.postcodeCommune($0) })
            if let span = finder.fuzzy(space.text, ranges, within: { communes.contains($0) }) { return span }
        }
        return finder.fuzzy(space.text, ranges)
    }
}
