/// What stands around the commune: its département, the country before it, a number behind it.
extension Matcher {
    /// "Bondy (93)", "Paris 75", "62 Marville", "Marville, Pas-de-Calais": the département of a commune is no part of the
    /// address, nor is its number that of the house.
    mutating func readDepartement() {
        let last = reader.lastWord()
        guard last >= 0 else { return }
        departementAtEnd(last)
        readNumberBehindTown()
        // "France, 73300 Aix": the country first.
        if space.text.equals(0, "france"), space.text.words.count > 2,
            space.text.words[1].has(.afterComma) || space.text.words[1].has(.postcodeLike)
        {
            mark(0..<1)
        }
        // "62 Marville" at the end, or "dept 62"
        for index in space.text.words.indices.dropLast() where isDepartement(index) {
            let words = space.text.words
            guard index > 1, words[index].has(.afterComma) || words[index].has(.afterDash),
                let span = finder.exact(space.text, endingAt: last + 1, limit: index + 1),
                span.range.lowerBound == index + 1,
                areIn(span, Int(words[index].value))
            else { continue }
            mark(index..<index + 1)
        }
    }

    /// "12 boulevard Paoli 2B033": the code of a commune of Corsica in the text.
    mutating func readCorsicanCode() {
        let words = space.text.words
        for index in words.indices.dropLast(2) where words[index].value == 2 && words[index].has(.digits) {
            guard words[index + 1].has(.glued), words[index + 2].has(.glued), words[index + 2].has(.digits),
                words[index + 2].sourceEnd - words[index + 2].source == 3, words[index + 1].length == 1
            else { continue }
            let digits = String(words[index + 2].value)
            let code =
                "2" + space.text.text(index + 1).uppercased() + String(repeating: "0", count: 3 - digits.count) + digits
            guard !directory.communes(code: Array(code.utf8)).isEmpty else { continue }
            if said.code.isEmpty { said.code = Array(code.utf8) }
            mark(index..<(index + 3))
        }
    }

    /// The code of a former commune: its streets are meant, in the communes that postcode and name tell.
    mutating func readOldCode() {
        guard !said.code.isEmpty, directory.communes(code: CommuneFinder.prefix(said.code)).isEmpty else { return }
        for index in space.communes.indices where space.communes[index].old == 0 {
            guard let page = gazetteer.page(space.communes[index].commune) else { continue }
            let old = (1..<page.oldCommuneCount + 1).first { page.oldCommune($0).code.utf8.elementsEqual(said.code) }
            space.communes[index].old = old ?? 0
        }
    }

    /// "rue Basse, Valmorin, 6, 99100"
    private mutating func readNumberBehindTown() {
        let words = space.text.words
        for index in words.indices.dropFirst(2)
        where words[index].has(.digits) && words[index].has(.afterComma) && words[index].value < 10_000
            && words[index].flags.isDisjoint(with: [.noise, .ordinal, .road, .postcodeLike])
        {
            var next = index + 1
            if next < words.count, !words[next].has(.afterComma),
                words[next].sourceEnd - words[next].source == 1
                    || words[next].has(.suffix)
            {
                next += 1
            }
            guard next == words.count || words[next].has(.afterComma) && words[next].has(.postcodeLike),
                let span = finder.exact(space.text, endingAt: index, limit: 1),
                words[span.range.lowerBound].has(.afterComma),
                !words[..<span.range.lowerBound].contains(where: {
                    $0.has(.digits) && !$0.has(.noise) && !$0.has(.road)
                })
            else { continue }
            apart = index
            mark(index..<next)
            return
        }
    }

    private func departementAtEnd(_ last: Int) {
        let words = space.text.words
        // A number that is the département of the commune before it.
        if isDepartement(last), last > 0 {
            let before = reader.lastWord(before: last)
            if before >= 0, finder.exact(space.text, endingAt: last + 1, limit: last - 1)?.range.count != 2,
                let span = finder.exact(space.text, endingAt: before + 1, limit: 0),
                areIn(span, Int(words[last].value)),
                span.range.lowerBound > 0 || words[last].has(.afterComma)
            {
                mark(last..<last + 1)
                return
            }
        }
        guard Departement.lastWords.contains(words[last].hash) else { return }
        for length in (1...Departement.longest).reversed() where last + 1 - length > 0 {
            let range = (last + 1 - length)..<(last + 1)
            guard range.allSatisfy({ !words[$0].has(.noise) }), !words[range.lowerBound - 1].has(.stop),
                let numbers = Departement.names[CommuneName.text(space.text, range)]
            else { continue }
            let before = reader.lastWord(before: range.lowerBound)
            guard before >= 0,
                let span = finder.exact(space.text, endingAt: before + 1, limit: 0) ?? afterPostcode(before),
                numbers.contains(where: { $0 == 0 || areIn(span, $0) })
            else { continue }
            mark(range)
            return departementAtEnd(reader.lastWord())
        }
    }

    /// The commune of a postcode that ends here ("Onnion, Haute-Savoie, 74490").
    private func afterPostcode(_ index: Int) -> CommuneFinder.Span? {
        guard space.text.words[index].has(.postcodeLike), index > 0 else { return nil }
        return finder.exact(space.text, endingAt: index, limit: 0)
    }

    private func mark(_ range: Range<Int>) {
        for index in range { space.text.words[index].flags.insert(.noise) }
    }

    private func isDepartement(_ index: Int) -> Bool {
        let word = space.text.words[index]
        return word.has(.digits) && 1...99 ~= word.value && word.sourceEnd - word.source == 2
            && word.flags.isDisjoint(with: [.noise, .ordinal, .road])
    }

    private func areIn(_ span: CommuneFinder.Span, _ departement: Int) -> Bool {
        guard case .entries(let entries) = span.list else { return false }
        return entries.contains { entry in
            let commune = directory.nameCommune(entry)
            if Int(directory.postcode(commune) / 1000) == departement { return true }
            let code = directory.code(commune)
            return Int(code.prefix(2)) == departement
                || departement == 20 && (code.hasPrefix("2A") || code.hasPrefix("2B"))
        }
    }

    /// "au niveau du 22 rue Basse", "vis-à-vis du 479": the number says what is near, and the answer is not sure.
    func markNearNumbers() {
        let words = space.text.words
        for index in words.indices.dropFirst() where words[index].has(.digits) {
            var lead = index - 1
            if lead > 0, words[lead].has(.noise), words[lead].length <= 2 { lead -= 1 }
            guard words[lead].has(.stop), lead > 0 else { continue }
            let before = max(0, lead - 4)..<lead
            guard before.contains(where: { Lexicon.nearWords.contains(words[$0].hash) }), !words[index].has(.ordinal),
                index + 1 < words.count, words[index + 1].has(.type) || words[index + 1].has(.suffix)
            else { continue }
            mark(before.lowerBound..<index)
            space.isNear = true
        }
    }
}

extension QueryReader {
    /// The last word that is no noise; -1 for none.
    func lastWord(before end: Int? = nil) -> Int {
        space.text.words[..<(end ?? space.text.words.count)].lastIndex { !$0.has(.noise) } ?? -1
    }
}
