/// What in a query names the city: the country behind it, arrondissements, postcodes, misspelt names.
extension Matcher {
    /// "12 rue de la Paix Metz France": the country after a commune, where no postcode or comma tells it from a name.
    func readCountry() {
        let last = space.text.words.count - 1
        guard last > 1, !space.text.words[last].has(.noise), space.text.equals(last, "france"),
            let span = finder.exact(space.text, endingAt: last, limit: 1), !afterArticle(span)
        else { return }
        space.text.words[last].flags.insert(.noise)
    }

    /// "11 rue X, 15e arrondissement, Paris", "Paris X".
    mutating func readArrondissement() {
        let list = space.text
        for index in list.words.indices.dropFirst() where list.equals(index, "arrondissement") {
            let number = list.equals(index - 1, "e") && list.words[index - 1].has(.glued) ? index - 2 : index - 1
            // "Paris 15e arrondissement" is a name that the base has.
            guard number >= 0, list.words[number].has(.digits), 1...20 ~= list.words[number].value,
                finder.exact(list, endingAt: index + 1, limit: 0) == nil
            else { continue }
            said.arrondissement = Int(list.words[number].value)
            for noise in number...index { space.text.words[noise].flags.insert(.noise) }
        }
        guard let last = list.words.indices.last(where: { !list.words[$0].has(.noise) }), last > 0,
            let value: Int32 = list.equals(last, "v")
                ? 5 : list.equals(last, "x") ? 10 : list.equals(last, "i") ? 1 : nil
        else { return }
        var words = list
        words.words[last].flags.formUnion([.number, .ordinal])
        words.words[last].value = value
        words.replace(last, by: Array(String(value).utf8))
        if finder.exact(words, (last - 1)..<(last + 1)) != nil { space.text = words }
    }

    /// Whether a name is that of a commune with the postcode of the query.
    func isPosted(_ span: CommuneFinder.Span) -> Bool {
        guard case .entries(let entries) = span.list else { return false }
        let posted = directory.entries(postcode: said.postcode)
        return entries.contains { entry in
            posted.contains { directory.postcodeCommune($0) == directory.nameCommune(entry) }
        }
    }

    /// "62990 Marville", "F-62990 Marville", "62 - Marville", "Marville 62990" in the cell of the city: the name alone.
    private mutating func nameInCell(_ end: Int) -> Range<Int> {
        let words = space.city.words
        var range = 0..<end
        func isNumber(_ index: Int) -> Bool {
            words[index].has(.digits) && words[index].sourceEnd - words[index].source != 1
        }
        if range.count > 1, words[0].length <= 2, !words[0].has(.digits), words[1].has(.postcodeLike) {
            range.removeFirst()
        }
        if range.count > 1, isNumber(range.lowerBound),
            words[range.lowerBound].has(.postcodeLike) || words[1].has(.afterDash)
        {
            if words[range.lowerBound].has(.postcodeLike), said.postcode == 0 {
                said.postcode = UInt32(words[range.lowerBound].value)
            }
            range.removeFirst()
        }
        if range.count > 1, let last = range.last, words[last].has(.postcodeLike) {
            if said.postcode == 0 { said.postcode = UInt32(words[last].value) }
            range.removeLast()
        }
        return range
    }

    /// Reads the part of the query that names the city.
    mutating func readCity() -> CommuneFinder.Span? {
        let city = space.city
        guard !city.words.isEmpty else { return nil }
        var end = city.words.count
        if let cedex = city.words.indices.first(where: { city.words[$0].has(.noiseHead) }) {
            end = cedex
            said.cedex = true
        }
        // Postcode and city in each other's columns.
        if end == 1, city.words[0].has(.postcodeLike), said.postcode == 0 {
            said.postcode = UInt32(city.words[0].value)
            end = 0
        }
        if end == 0 { return nil }
        let name = nameInCell(end)
        let span =
            finder.exact(city, name) ?? finder.exact(city, startingAt: name.lowerBound, limit: end)
            ?? finder.fuzzy(city, [name])
        if span == nil { said.unknownCity = true }
        return span
    }

    /// The name of the city at the end of the text too, spelt as in the base or as misspelt names are.
    func townAtEnd(
        _ range: Range<Int>, _ city: CommuneFinder.Span?, _ communes: Range<Int>
    ) -> CommuneFinder.Span? {
        if let span = finder.exact(space.text, endingAt: range.upperBound, limit: range.lowerBound) {
            return namesOneOf(span, communes) ? span : nil
        }
        guard let city, case .entries(let entries) = city.list else { return nil }
        for start in max(range.lowerBound + 1, range.upperBound - 5)..<max(range.upperBound, range.lowerBound + 1) {
            let length = CommuneName.length(space.text, start..<range.upperBound)
            // As many edits as the lengths differ by are not forgiven: the letters need not be compared.
            let mayBeAlike = entries.contains {
                abs(directory.nameText($0).count - length) <= EditPattern.allowed(length)
            }
            guard length >= 4, mayBeAlike else { continue }
            var text = CommuneName.text(space.text, start..<range.upperBound)
            let isAlike = text.withUTF8 { text in
                let limit = EditPattern.allowed(text.count)
                space.pattern.set(text)
                return entries.contains { space.pattern.distance(directory.nameText($0), limit: limit) <= limit }
            }
            if isAlike { return CommuneFinder.Span(range: start..<range.upperBound, list: city.list, likeness: 1) }
        }
        return nil
    }

    /// "12 rue du Sentier (75102)": five digits that are no postcode, but the code of a commune.
    mutating func readCodeAsPostcode() {
        guard !said.cedex, directory.entries(postcode: said.postcode).isEmpty else { return }
        let code = Array(Postcode.text(said.postcode).utf8)
        if directory.communes(code: code).isEmpty { return }
        said.code = code
        said.postcode = 0
    }

    /// The names of communes at the end and the start of the first `end` words, with how unnatural each is there.
    func cityAtAnEdge(_ end: Int) -> [(span: CommuneFinder.Span, penalty: Double)] {
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
        let isPart = spans.first.map {
            $0.span.range.lowerBound > 0 && list.words[$0.span.range.lowerBound].has(.afterDash)
        }
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

    /// "route de Thionville": a name after an article is rather part of the street.
    func afterArticle(_ span: CommuneFinder.Span) -> Bool {
        let start = span.range.lowerBound
        guard start > 0 else { return false }
        let words = space.text.words
        if words[start].has(.afterComma) { return false }
        // "rue Basse à Valmorin"
        if start > 2, space.text.equals(start - 1, "a"), !words[start].has(.afterApostrophe),
            !words[start - 2].has(.type)
        {
            return false
        }
        if words[start - 1].has(.stop) || words[start].has(.afterApostrophe) { return true }
        // "rue Thionville", but not "rue de la Promenade Thionville".
        return words[start - 1].has(.type) && (start == 1 || !words[start - 2].has(.stop))
    }

    func namesOneOf(_ span: CommuneFinder.Span, _ communes: Range<Int>) -> Bool {
        guard case .entries(let entries) = span.list else { return false }
        return entries.contains { entry in
            space.communes[communes].contains { $0.commune == directory.nameCommune(entry) }
        }
    }

    /// The misspelt city after the postcode: first among the communes of the postcode, then anywhere.
    func fuzzyAfter(_ range: Range<Int>) -> CommuneFinder.Span? {
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

    /// The end of a range without the noise at its end.
    func lastWord(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, space.text.words[end - 1].has(.noise) { end -= 1 }
        return end
    }
}
