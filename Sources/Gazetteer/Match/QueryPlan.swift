/// What is read where: the city and the postcode, and from them the readings of the rest.
extension Matcher {
    /// Fills ``Workspace/readings``; the communes of the most likely reading.
    mutating func makeReadings(_ query: AddressQuery) -> Range<Int> {
        let list = space.text
        let words = list.words
        let postcodeWord = reader.postcodeWord()
        said = CommuneFinder.Said()
        if let given = query.postcode, let value = UInt32(given.filter { $0.isASCII && $0.isNumber }), value >= 1000 {
            said.postcode = value
        } else if postcodeWord >= 0 {
            said.postcode = UInt32(words[postcodeWord].value)
        }
        if let code = query.citycode, code.utf8.count == 5 { said.code = Array(code.utf8) }
        said.cedex = words.indices.contains { words[$0].has(.noiseHead) && list.text($0).hasPrefix("ced") }

        // The city: its own part first.
        var partSpan: CommuneFinder.Span?
        if !space.city.words.isEmpty {
            let city = space.city
            var end = city.words.count
            if let cedex = city.words.indices.first(where: { city.words[$0].has(.noiseHead) }), cedex > 0 {
                end = cedex
                said.cedex = true
            }
            partSpan =
                finder.exact(city, 0..<end) ?? finder.exact(city, startingAt: 0, limit: end)
                ?? finder.fuzzy(city, [0..<end])
            if partSpan == nil { said.unknownCity = true }
        }
        let all = 0..<words.count
        func number(_ range: Range<Int>, _ communes: Range<Int>, _ penalty: Double) {
            var range = range
            while let first = range.first, words[first].has(.noise) { range.removeFirst() }
            while let last = range.last, words[last].has(.noise) { range.removeLast() }
            if range.isEmpty { return }
            hasStreetWords = true
            if isStreetPart {
                space.readings.append(Reading(street: range, penalty: penalty, communes: communes))
            } else {
                reader.readings(range, communes: communes, penalty: penalty, &space.readings)
            }
        }

        if partSpan != nil || !said.code.isEmpty || said.unknownCity {
            let communes = finder.candidates(partSpan, said)
            // The text may repeat postcode and city.
            var range = all
            if postcodeWord >= 0 { range = postcodeWord > 0 ? 0..<postcodeWord : (postcodeWord + 1)..<words.count }
            let end = lastWord(range)
            if range.lowerBound < end, let span = finder.exact(list, endingAt: end, limit: range.lowerBound),
                namesOneOf(span, communes), !afterArticle(span)
            {
                number(range.lowerBound..<span.range.lowerBound, communes, 0)
                number(range, communes, 1)
            } else {
                number(range, communes, 0)
            }
            return communes
        }

        if postcodeWord >= 0 {
            let after = (postcodeWord + 1)..<words.count
            let before = 0..<postcodeWord
            var span = finder.exact(list, startingAt: after.lowerBound, limit: after.upperBound)
            var townFirst = false
            if span == nil, !before.isEmpty {
                // "Paris 75014 Rue Jules Guesde 1", "12 rue de la Paix Metz 57000"
                if let found = finder.exact(list, 0..<lastWord(before)) ?? nil {
                    (span, townFirst) = (found, true)
                } else if let found = finder.exact(list, endingAt: lastWord(before), limit: 0), !afterArticle(found) {
                    span = found
                }
            }
            let hasTail = after.contains { !words[$0].has(.noise) && !words[$0].has(.stop) }
            if span == nil, hasTail { span = fuzzyAfter(after) }
            if span == nil, hasTail, !before.isEmpty { said.unknownCity = true }
            let communes = finder.candidates(span, said)
            if let span, townFirst {
                number(after, communes, 0)
                if hasStreetWords { return communes }
                number(0..<span.range.upperBound, communes, 0)
                return communes
            }
            if let span {
                let tail = max(span.range.upperBound, after.lowerBound)..<words.count
                if span.range.lowerBound >= after.lowerBound {
                    number(before, communes, 0)
                    if !hasStreetWords { number(tail, communes, 0) }
                } else {
                    number(before.lowerBound..<span.range.lowerBound, communes, 0)
                    number(before, communes, 1)
                }
            } else {
                number(before, communes, 0)
                if !hasStreetWords { number(after, communes, 0) }
            }
            return communes
        }

        // No postcode in the text.
        let end = lastWord(all)
        var best: Range<Int>?
        var spans: [(CommuneFinder.Span, Double)] = []
        if end > 0 {
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
            if spans.isEmpty, said.postcode == 0 {
                let starts = [end - 1, end - 2, end - 3].filter { $0 > 0 }
                if let span = finder.fuzzy(list, starts.map { $0..<end }) {
                    spans.append((span, afterArticle(span) ? 2.5 : 0.7))
                }
            }
        }
        for (span, penalty) in spans {
            let communes = finder.candidates(span, said)
            if best == nil, penalty < 2 { best = communes }
            if span.range.upperBound >= end {
                number(0..<span.range.lowerBound, communes, penalty)
            } else {
                number(span.range.upperBound..<end, communes, penalty)
            }
        }
        if said.postcode != 0 {
            let communes = finder.candidates(nil, said)
            if best == nil { best = communes }
            number(all, communes, 0.2)
        } else {
            // No commune at all: the readings keep an empty range, and only the nation-wide search uses them.
            number(all, 0..<0, 0)
        }
        return best ?? 0..<0
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
