/// Where streets begin and end that have no number before them, and towns.
extension ExpressionReader {
    mutating func takeWord(_ index: Int, hasDigits: Bool) {
        let word = words[index]
        let before = index > 0 ? words[index - 1] : nil
        let follows = before.map { $0.isArticle || $0.has(.type) && !word.gap.isSeparator } ?? false
        let type = way(index)
        let isSetOff = index == 0 || word.gap.isSeparator && word.gap != .slash || word.gap == .slash
        let isAfterAnd = before?.isAnd ?? false
        if open == nil {
            if WayKind.isStreet(type), !follows || word.gap.isSeparator { begin(type, nil, at: index, street: index) }
            return
        }
        let isInName = open!.street.lowerBound < index
        if isInName, WayKind.isStreet(type), isSetOff || isAfterAnd && WayKind.isMain(type), !follows || isSetOff {
            close(index)
            begin(type, nil, at: index, street: index)
        } else if isInName, !hasDigits, WayKind.isMain(type), word.gap == .space, !follows, !word.has(.stop),
            !(before?.has(.stop) ?? true), !Self.adjectives.contains(before?.text ?? ""),
            hasName(open!.street.lowerBound..<index)
        {
            close(index)
            begin(type, nil, at: index, street: index)
            open?.isTouching = true
            open?.isSeparated = true
        } else if isInName, word.gap == .comma {
            close(index)
        } else if isInName,
            word.has(.noiseHead) || word.has(.type) && Lexicon.shared.typeNames[Int(word.type)] == "residence",
            !follows, !(before?.has(.stop) ?? true)
        {
            close(index)
        }
    }

    /// Whether words hold more than types and articles.
    private func hasName(_ range: Range<Int>) -> Bool {
        range.contains { !words[$0].has(.type) && !words[$0].has(.stop) }
    }

    // MARK: Towns

    func isPostcode(_ index: Int) -> Bool {
        index < words.count && words[index].has(.postcodeLike) && words[index].value >= 1000
            && !(index > 0 && words[index].isGlued)
            && !(index > 0 && words[index - 1].has(.noiseHead))
    }

    /// Reads a postcode and the town after it; the word after.
    mutating func takePlace(_ index: Int, until lists: ArraySlice<NumberList>) -> Int {
        close(index)
        if let from = asideFrom { putAside(from..<max(from, index)) }
        var lists = lists
        var end = index + 1
        while end < words.count, !(words[end].gap == .comma && end > index + 1), !isPostcode(end) {
            while let list = lists.first, list.words.lowerBound < end { lists.removeFirst() }
            if let list = lists.first, list.words.lowerBound == end { break }
            if words[end].gap.isSeparator, end > index + 1, WayKind.isStreet(way(end)) { break }
            end += 1
        }
        let postcode = source.typed(index..<(index + 1))
        let city = source.typed((index + 1)..<max(index + 1, introduction(end)))
        if drafts.isEmpty { firstPlace = (postcode, city) } else { setPlace(postcode, city) }
        asideFrom = end
        return end
    }

    mutating func setPlace(_ postcode: String, _ city: String) {
        for index in unplaced..<drafts.count where drafts[index].postcode.isEmpty {
            drafts[index].postcode = postcode
            drafts[index].city = city
        }
        unplaced = drafts.count
    }
}
