/// Divides the words of an expression into streets, their numbers, places and the rest.
struct ExpressionReader {
    /// A part being read.
    private struct Draft {
        var type: UInt8
        var list: NumberList?
        var street: Range<Int>
        /// A separator stands before it.
        var isSeparated: Bool
        /// Nothing stands between it and a name before it, and neither has a number.
        var isTouching = false
        var tail: Range<Int> = 0..<0
        var postcode = ""
        var city = ""

        var isMultiple: Bool { list?.isMultiple ?? false }
    }

    private let source: ExpressionWords
    private let text: String
    private let words: [ExpressionWord]
    private let numbers: NumberListReader
    private var drafts: [Draft] = []
    /// The part whose street is being read.
    private var open: Draft?
    /// Where words begin that are in no street; nil within one.
    private var asideFrom: Int? = 0
    private var asides: [Range<Int>] = []
    /// The first part whose town is not known yet.
    private var unplaced = 0
    /// A town that stands before the first part.
    private var firstPlace: (postcode: String, city: String)?

    init(_ text: String) {
        self.text = text
        source = ExpressionWords(text)
        words = source.words
        numbers = NumberListReader(words: words)
    }

    mutating func read() -> AddressExpression {
        let lists = allLists()
        let isPostfix = isPostfix(lists)
        let hasDigits = words.contains { $0.has(.digits) && !$0.has(.postcodeLike) }
        var next = 0
        var index = 0
        while index < words.count {
            if next < lists.count, lists[next].words.lowerBound == index {
                take(lists[next], isPostfix)
                index = lists[next].words.upperBound
                next += 1
            } else if isPostcode(index) {
                index = takePlace(index, until: next < lists.count ? lists[next...] : [])
                while next < lists.count, lists[next].words.lowerBound < index { next += 1 }
            } else {
                takeWord(index, hasDigits: hasDigits)
                index += 1
            }
        }
        close(words.count)
        if let from = asideFrom { putAside(min(from, words.count)..<words.count) }
        if let place = firstPlace { setPlace(place.postcode, place.city) }
        return finish()
    }

    // MARK: Lists

    private func allLists() -> [NumberList] {
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
        guard numbers.isNumber(index), !numbers.isNoise(index) else { return false }
        guard index > 0, !words[index].gap.isSeparator else { return true }
        let before = words[index - 1]
        if before.isNumberSign || before.isAnd { return true }
        if before.isArticle {
            return index == 1 || before.gap.isSeparator || words[index - 2].isAnd || words[index - 2].isNumberSign
        }
        return words[index].value < 1000 && words[index].gap == .space
    }

    /// Whether numbers stand after their streets: the text begins with a street and ends with numbers.
    private func isPostfix(_ lists: [NumberList]) -> Bool {
        guard let last = lists.last, let first = words.first, WayKind.isStreet(first.type), first.has(.type) else {
            return false
        }
        let end = last.words.upperBound
        guard end == words.count || isPostcode(end) else { return false }
        return last.isMultiple || lists.count > 1 || words[last.words.lowerBound].gap == .comma
    }

    private static let adjectives: Set<String> = [
        "grand", "grande", "petit", "petite", "vieux", "vieille", "haut", "haute", "bas", "basse", "ancien", "ancienne",
        "nouveau", "nouvelle",
    ]

    /// The type of the way whose name starts at a word, 0 for none: "rue", also that of "Grande Rue".
    private func way(_ index: Int) -> UInt8 {
        guard index < words.count else { return 0 }
        if words[index].has(.type) { return words[index].type }
        if Self.adjectives.contains(words[index].text), index + 1 < words.count, words[index + 1].has(.type),
            words[index + 1].gap == .space
        {
            return words[index + 1].type
        }
        return 0
    }

    private mutating func take(_ found: NumberList, _ isPostfix: Bool) {
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
    private func isIntroduced(_ index: Int) -> Bool {
        index > 0 && (words[index - 1].isNumberSign || words[index - 1].isAnd || words[index - 1].isArticle)
    }

    private func isFirst(_ index: Int) -> Bool {
        (0..<index).allSatisfy { words[$0].isNumberSign || words[$0].has(.stop) }
    }

    private mutating func begin(_ type: UInt8, _ list: NumberList?, at start: Int, street: Int) {
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
    private func introduction(_ index: Int) -> Int {
        var start = index
        while start > 0, start + 3 > index,
            words[start - 1].isAnd || words[start - 1].isNumberSign || words[start - 1].isArticle
        {
            start -= 1
        }
        return start
    }

    /// Ends the street being read before a word.
    private mutating func close(_ end: Int) {
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

    private mutating func putAside(_ range: Range<Int>) {
        guard range.contains(where: { !words[$0].has(.stop) }) else { return }
        if let last = drafts.indices.last, drafts[last].tail.isEmpty,
            drafts[last].street.upperBound == range.lowerBound,
            drafts[last].postcode.isEmpty
        {
            drafts[last].tail = range
        }
        asides.append(range)
    }

    // MARK: Words

    private mutating func takeWord(_ index: Int, hasDigits: Bool) {
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

    private func isPostcode(_ index: Int) -> Bool {
        index < words.count && words[index].has(.postcodeLike) && words[index].value >= 1000
            && !(index > 0 && words[index].isGlued)
            && !(index > 0 && words[index - 1].has(.noiseHead))
    }

    /// Reads a postcode and the town after it; the word after.
    private mutating func takePlace(_ index: Int, until lists: ArraySlice<NumberList>) -> Int {
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

    private mutating func setPlace(_ postcode: String, _ city: String) {
        for index in unplaced..<drafts.count where drafts[index].postcode.isEmpty {
            drafts[index].postcode = postcode
            drafts[index].city = city
        }
        unplaced = drafts.count
    }

    // MARK: Result

    private mutating func finish() -> AddressExpression {
        let kept = keep()
        var parts: [ExpressionPart] = []
        var ambiguities: [ExpressionAmbiguity] = []
        let isNumbered = kept.contains { $0.list != nil }
        var asides = self.asides.map { source.typed($0) }
        for draft in drafts where !kept.contains(where: { $0.street == draft.street }) {
            asides.append(
                source.typed((draft.list?.words.lowerBound ?? draft.street.lowerBound)..<draft.street.upperBound))
        }
        for (index, draft) in kept.enumerated() {
            func note(_ code: ExpressionAmbiguity.Code, _ note: String) {
                ambiguities.append(ExpressionAmbiguity(code: code, part: index, note: note))
            }
            var part = ExpressionPart(street: source.typed(draft.street))
            if let list = draft.list {
                let read = list.numbers(consecutive: WayKind.isConsecutive(draft.type))
                part.numbers = read.numbers
                for (code, text) in read.ambiguities { note(code, text) }
            } else if isNumbered {
                note(.wholeStreet, "no number, beside others that have one: the whole street")
            }
            if draft.isTouching { note(.separatorMissing, "nothing stands before this street: read as another one") }
            part.tail = source.typed(draft.tail)
            (part.postcode, part.city) = (draft.postcode, draft.city)
            parts.append(part)
        }
        if source.isCut {
            ambiguities.append(
                ExpressionAmbiguity(
                    code: .tooLong, part: max(0, parts.count - 1),
                    note: "only the first \(ExpressionWords.limit) words were read"))
        }
        return AddressExpression(text: text, parts: parts, ambiguities: ambiguities, asides: asides)
    }

    /// The parts that are streets, without names of residences and persons that look like one beside them.
    private func keep() -> [Draft] {
        let streets = drafts.filter { $0.list != nil && WayKind.isStreet($0.type) }
        if streets.isEmpty {
            let numbered = drafts.filter { $0.list != nil }
            return numbered.isEmpty ? drafts : numbered
        }
        let isOne = streets.count == 1 && !streets[0].isMultiple
        var isPast = false
        return drafts.enumerated().filter { index, draft in
            if draft.list != nil {
                if WayKind.isStreet(draft.type) { isPast = true }
                return WayKind.isStreet(draft.type) || draft.isMultiple
            }
            // Before an ordinary address it is a complement.
            if isOne, !isPast { return false }
            let isBounded = index + 1 == drafts.count || drafts[index + 1].isSeparated
            return WayKind.isMain(draft.type) && draft.isSeparated && isBounded
        }.map(\.element)
    }
}
