/// Where lists of numbers begin, and which street each belongs to.
extension ExpressionReader {
    func allLists() -> [NumberList] {
        var lists: [NumberList] = []
        var index = 0
        while index < words.count {
            guard canStart(index), let list = numbers.read(index),
                list.isMultiple || !(index > 0 && words[index - 1].has(.type) && !words[index].gap.isSeparator)
            else {
                index += 1
                continue
            }
            lists.append(list)
            index = list.words.upperBound
        }
        return lists
    }

    /// Whether a number here may begin a list: not the 18 of "rue du 18 Juin", not the 1945 of "8 Mai 1945".
    private func canStart(_ index: Int) -> Bool {
        guard numbers.isNumber(index), !numbers.isNoise(index), !isInDate(index) else { return false }
        guard index > 0, !words[index].gap.isSeparator else { return true }
        let before = words[index - 1]
        if before.isNumberSign || before.isAnd { return true }
        if before.isArticle {
            return index == 1 || before.gap.isSeparator || words[index - 2].isAnd || words[index - 2].isNumberSign
        }
        return words[index].value < 1000 && words[index].gap == .space
    }

    /// "06/05/1964", "1964-05-06": a date, not one in the name of a street, of which the last is of 1962.
    private func isInDate(_ index: Int) -> Bool {
        (max(0, index - 2)...index).contains { start in
            guard start + 2 < words.count else { return false }
            let (one, two, three) = (words[start], words[start + 1], words[start + 2])
            let mayBeName = start > 0 && !words[start - 1].flags.isDisjoint(with: [.stop, .type])
            if mayBeName, max(one.value, three.value) < 1970 { return false }
            let isJoined = [two, three].allSatisfy { $0.has(.digits) && ($0.gap == .slash || $0.gap == .dash) }
            guard one.has(.digits), isJoined, 1...12 ~= two.value else { return false }
            return 1...31 ~= one.value && 1900...2099 ~= three.value
                || 1900...2099 ~= one.value && 1...31 ~= three.value
        }
    }

    /// Whether numbers stand after their streets: the text begins with a street and ends with numbers.
    func isPostfix(_ lists: [NumberList]) -> Bool {
        guard let last = lists.last, let first = words.first, WayKind.isStreet(first.type), first.has(.type) else {
            return false
        }
        let end = last.words.upperBound
        guard end == words.count || isPostcode(end) else { return false }
        return last.isMultiple || lists.count > 1 || words[last.words.lowerBound].gap == .comma
    }

    static let adjectives: Set<String> = [
        "grand", "grande", "petit", "petite", "vieux", "vieille", "haut", "haute", "bas", "basse", "ancien", "ancienne",
        "nouveau", "nouvelle",
    ]

    /// The type of the way whose name starts at a word, 0 for none: "rue", also that of "Grande Rue".
    func way(_ index: Int) -> UInt8 {
        guard index < words.count else { return 0 }
        if words[index].has(.type) { return words[index].type }
        if Self.adjectives.contains(words[index].text), index + 1 < words.count, words[index + 1].has(.type),
            words[index + 1].gap == .space
        {
            return words[index + 1].type
        }
        return 0
    }

    mutating func take(_ found: NumberList, _ isPostfix: Bool) {
        var list = found
        var start = list.words.lowerBound
        let end = list.words.upperBound
        let type = way(end)
        let isClear = start == 0 || words[start].gap.isSeparator || isIntroduced(start)
        let openHasNone = open.map { $0.list == nil } ?? false
        if list.codes == [.commaPair], !isClear, type != 0 {
            // "Chambre 12, 14 rue X", "rue Foch 4, 12 rue X", "rue Henri 4, 12 rue X": the first belongs before.
            guard case .one(let first) = list.items[0] else { return }
            if openHasNone {
                open?.list = NumberList(words: start..<(start + 1), items: [.one(first)])
                close(start)
            }
            list.items.removeFirst()
            list.codes = []
            while start < end, words[start].gap != .comma { start += 1 }
            close(start)
            begin(type, list, at: start, street: end)
            return
        }
        if isPostfix, openHasNone { return attach(list) }
        if type != 0 {
            if openHasNone, !isClear, words[end].gap.isSeparator, list.isMultiple || WayKind.isMain(open!.type) {
                return attach(list)
            }
            close(start)
            begin(type, list, at: start, street: end)
            return
        }
        let hasName = end < words.count && !words[end].has(.digits) && !words[end].has(.noiseHead)
        if hasName,
            open == nil && drafts.isEmpty && isFirst(start) || isClear && list.isMultiple && !words[end].gap.isSeparator
        {
            close(start)
            begin(0, list, at: start, street: end)
        } else if openHasNone, list.isMultiple || words[start].gap == .comma,
            end == words.count || isPostcode(end) || words[end].gap.isSeparator || words[end].isAnd
        {
            attach(list)
        } else if words[start].gap == .comma, open != nil {
            close(start)
        }
    }

    /// "n° 2", "du 2 au 10", "et 4".
    func isIntroduced(_ index: Int) -> Bool {
        index > 0 && (words[index - 1].isNumberSign || words[index - 1].isAnd || words[index - 1].isArticle)
    }

    func isFirst(_ index: Int) -> Bool {
        (0..<index).allSatisfy { words[$0].isNumberSign || words[$0].has(.stop) }
    }

    mutating func begin(_ type: UInt8, _ list: NumberList?, at start: Int, street: Int) {
        if let from = asideFrom { putAside(from..<max(from, introduction(start))) }
        asideFrom = nil
        let isSeparated = start == 0 || words[start].gap.isSeparator || isIntroduced(start)
        open = Draft(type: type, list: list, street: street..<street, isSeparated: isSeparated)
    }

    private mutating func attach(_ list: NumberList) {
        open?.list = list
        close(list.words.lowerBound)
        asideFrom = list.words.upperBound
    }

    /// Where the words that lead to a list begin: "et", "n°", "du".
    func introduction(_ index: Int) -> Int {
        var start = index
        while start > 0, start + 3 > index,
            words[start - 1].isAnd || words[start - 1].isNumberSign || words[start - 1].isArticle
        {
            start -= 1
        }
        return start
    }

    /// Ends the street being read before a word.
    mutating func close(_ end: Int) {
        guard var draft = open else { return }
        open = nil
        asideFrom = end
        var last = max(end, draft.street.lowerBound)
        while last > draft.street.lowerBound,
            words[last - 1].isAnd || words[last - 1].isNumberSign || words[last - 1].isArticle
        {
            last -= 1
        }
        draft.street = draft.street.lowerBound..<last
        if draft.street.isEmpty { return putAside(draft.list?.words ?? 0..<0) }
        drafts.append(draft)
    }

    mutating func putAside(_ range: Range<Int>) {
        guard range.contains(where: { !words[$0].has(.stop) }) else { return }
        if let last = drafts.indices.last, drafts[last].tail.isEmpty,
            drafts[last].street.upperBound == range.lowerBound,
            drafts[last].postcode.isEmpty
        {
            drafts[last].tail = range
        }
        asides.append(range)
    }
}
