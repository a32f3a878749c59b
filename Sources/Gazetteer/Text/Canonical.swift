/// The canonical form of words: abbreviations written out, numbers as digits, "rond point" as one word.
extension WordList {
    /// Brings the words from `from` on to their canonical form.
    mutating func finish(_ from: Int) {
        var index = from
        while index < words.count {
            // A mark of order after digits ("9e", "1er", "15ième") makes the number ordinal and goes.
            let isMark =
                words[index].has(.glued) && index > from && words[index - 1].has(.digits) && isOrdinalMark(index)
            if !isMark { canonicalise(index) }
            if isMark {
                words[index - 1].flags.insert(.ordinal)
                words[index - 1].sourceEnd = words[index].sourceEnd
                words.remove(at: index)
                continue
            }
            // A lone "e" may be a suffix ("12E rue") or a mark of order ("12e arrondissement"): it tells nothing apart.
            if words[index].has(.glued), words[index].length == 1, index > from, words[index - 1].has(.digits),
                equals(index, "e")
            {
                words[index].flags.insert(.stop)
            }
            initial(index, from)
            let count = words.count
            if index > from, compose(index) {
                // Of "vingt et un" two words went: the next one stands a place before.
                index -= count - words.count - 1
                continue
            }
            if index > from { century(index) }
            if index > from, words[index].has(.digits) { index += road(index, from) }
            index += 1
        }
    }

    /// "A. Fleming", "rue R. Queneau": a letter with a dot is a first name, not an article, nor "rue" after a type.
    private mutating func initial(_ index: Int, _ from: Int) {
        let word = words[index]
        guard word.has(.dotted), word.sourceEnd - word.source == 1, !word.has(.digits) else { return }
        if word.has(.stop) {
            words[index].flags.remove(.stop)
        } else if word.type == StreetName.rue, index > from,
            words[index - 1].has(.type) || words[index - 1].has(.stop) && words[index - 1].length > 1
        {
            words[index].flags.subtract([.type, .expanded])
            words[index].type = 0
            replace(index, by: [0x72])
        }
    }

    /// "8 mai 45" for "8 mai 1945": two digits after a month that streets remember as a year.
    private mutating func century(_ index: Int) {
        let word = words[index]
        guard word.has(.digits), word.length == 2, Self.years.contains(word.value), !words[index - 1].has(.number),
            Lexicon.months.contains(words[index - 1].hash) || Lexicon.monthStarts.contains(words[index - 1].hash)
        else { return }
        words[index].value = 1900 + word.value
        replace(index, by: Array(String(1900 + word.value).utf8))
    }

    /// "RD 906", "N7": the sign of a road before its number is written out; how many words were put in.
    private mutating func road(_ index: Int, _ from: Int) -> Int {
        let sign = words[index - 1]
        if sign.has(.dotted), sign.length == 1 { return 0 }
        if Lexicon.roadWords.contains(sign.hash) {
            words[index].flags.insert(.road)
            return 0
        }
        let isGlued = words[index].has(.glued)
        // "dept 12" in a name is read as the word already; "appt D12" is a door, "12D15" no road.
        // "2990 N 6": a letter between two numbers at the end of a street.
        let isBetween = sign.length == 1 && index > from + 1 && words[index - 2].has(.digits) && !sign.has(.afterComma)
        guard sign.length <= 2, isGlued || sign.length == 2 || isBetween, !sign.has(.glued), words.count < 62,
            index - 1 == from || words[index - 2].flags.isDisjoint(with: [.noiseHead, .door]),
            let road = with(index - 1, { own in Lexicon.roads.first { own.elementsEqual($0.sign) } })
        else { return 0 }
        if sign.length == 1, index + 1 < words.count,
            Lexicon.shared.entry(words[index + 1].hash)?.flags.contains(.type) == true
        {
            return 0
        }
        words[index].flags.insert(.road)
        words[index].flags.remove(.glued)
        words[index - 1].flags.subtract([.stop])
        words[index - 1].flags.insert(.expanded)
        replace(index - 1, by: road.words[0])
        guard road.words.count == 2 else { return 0 }
        words[index - 1].flags.insert(.type)
        words[index - 1].type = Lexicon.shared.entry(words[index - 1].hash)?.type ?? 0
        var second = words[index - 1]
        (second.flags, second.type) = (.expanded, 0)
        words.insert(second, at: index)
        replace(index, by: road.words[1])
        return 1
    }

    /// "D72", "RN7", "Départementale1006": the sign of a road and its number are two words.
    private mutating func splitRoad(_ index: Int) {
        guard words.count < 60, words[index].length > 1,
            index == 0 || words[index - 1].flags.isDisjoint(with: [.noiseHead, .door])
        else { return }
        let text = with(index) { Array($0) }
        guard let last = text.last, last < 0x40, let start = text.firstIndex(where: { $0 < 0x40 }), start > 0,
            text.count - start <= 4, text[start...].allSatisfy({ $0 < 0x40 }), text[start] != 0x30
        else { return }
        let sign = Array(text[..<start])
        guard
            Lexicon.roads.contains(where: { $0.sign == sign && ($0.sign.count > 1 || start == 1) })
                || sign.count > 4 && sign.withUnsafeBufferPointer({ Lexicon.roadWords.contains(WordHash.of($0)) })
        else { return }
        var number = words[index]
        number.flags = [.digits, .number, .glued]
        number.value = text[start...].reduce(0) { $0 * 10 + Int32($1 - 0x30) }
        number.source = words[index].sourceEnd - Int32(text.count - start)
        words[index].sourceEnd = number.source
        words.insert(number, at: index + 1)
        replace(index, by: sign)
        replace(index + 1, by: Array(text[start...]))
    }

    private static let years: Set<Int32> = [14, 16, 17, 18, 36, 39, 40, 42, 43, 44, 45, 54, 58, 61, 62, 68]

    private func isOrdinalMark(_ index: Int) -> Bool {
        switch words[index].length {
        case 2: equals(index, "er") || equals(index, "nd") || equals(index, "em") || equals(index, "me")
        case 3: equals(index, "eme") || equals(index, "ere") || equals(index, "nde")
        case 4: equals(index, "ieme")
        default: false
        }
    }

    private mutating func canonicalise(_ index: Int) {
        if words[index].has(.digits) { return }
        splitRoad(index)
        let word = words[index]
        if let entry = Lexicon.shared.entry(word.hash), !entry.flags.contains(.dotted) || word.has(.dotted) {
            words[index].flags.formUnion(entry.flags)
            words[index].type = entry.type
            words[index].value = entry.value
            if let space = entry.text.firstIndex(of: 0x20) {
                var second = words[index]
                replace(index, by: Array(entry.text[..<space]))
                second.flags = .expanded
                words.insert(second, at: index + 1)
                replace(index + 1, by: Array(entry.text[(space + 1)...]))
            } else if entry.flags.contains(.expanded) || entry.value >= 0 {
                replace(index, by: entry.text)
            }
            return
        }
        let value = with(index) { Roman.value($0) }
        if value > 0 {
            words[index].flags.formUnion([.number, .ordinal])
            words[index].value = Int32(value)
            replace(index, by: Array(String(value).utf8))
        }
    }

    /// The number that a word makes with the number before it: 60 and 12 are 72, 4 and 20 are 80, 3 and 100 are 300; nil
    /// for two numbers.
    private static func sum(_ head: Int32, _ unit: Int32) -> Int32? {
        switch unit {
        case 1000: return 2...99 ~= head ? head * 1000 : nil
        case 100:
            let ones = head % 1000
            return 2...9 ~= ones && (head < 10 || head >= 1000)
                ? head - ones + ones * 100 : head >= 1000 && ones == 0 ? head + 100 : nil
        case 20 where head % 100 == 4: return head - 4 + 80
        default: break
        }
        let isFree: Bool =
            switch head % 100 {
            case 0: head == 0 ? false : head % 1000 == 0 ? 1...999 ~= unit : 1...99 ~= unit
            case 10, 70, 90: 7...9 ~= unit
            case 20, 30, 40, 50: 1...9 ~= unit
            case 60, 80: 1...19 ~= unit
            default: false
            }
        return isFree ? head + unit : nil
    }

    /// Two words that make one type of way.
    private static let pairs: [(first: StaticString, second: StaticString, type: String)] = [
        ("lieu", "dit", "lieudit"), ("zone", "industrielle", "zi"), ("zone", "artisanale", "za"),
    ]

    /// Joins "dix huit" to 18, "vingt et un" to 21, "quatre vingts" to 80, "rond point" to one word; true when joined.
    private mutating func compose(_ index: Int) -> Bool {
        let second = words[index]
        var first = index - 1
        if first > 0, words[first].has(.stop), equals(first, "et") { first -= 1 }
        let head = words[first]
        if head.has(.written), first == index - 1 || second.value == 1 || second.value == 11 || equals(index, "un") {
            let unit = equals(index, "un") ? 1 : second.has(.number) && !second.has(.digits) ? second.value : -1
            let isWord = second.has(.written) || second.has(.ordinal) || unit == 1
            if unit > 0, isWord, let value = Self.sum(head.value, unit) {
                words[first].value = value
                words[first].flags.formUnion(second.flags.intersection([.ordinal]))
                words[first].sourceEnd = second.sourceEnd
                replace(first, by: Array(String(value).utf8))
                words.removeSubrange((first + 1)...index)
                return true
            }
        }
        if let type = Self.pairs.first(where: { equals(index - 1, $0.first) && equals(index, $0.second) })?.type {
            words[index - 1].sourceEnd = second.sourceEnd
            words[index - 1].flags.formUnion([.type, .expanded])
            replace(index - 1, by: Array(type.utf8))
            words[index - 1].type = Lexicon.shared.entry(words[index - 1].hash)?.type ?? 0
            words.remove(at: index)
            return true
        }
        if equals(index, "point") || equals(index, "petit"), equals(index - 1, "rond") || equals(index - 1, "rd") {
            // "pt" was read as "petit".
            words[index - 1].sourceEnd = second.sourceEnd
            words[index - 1].flags.formUnion([.type, .expanded])
            replace(index - 1, by: Array("rondpoint".utf8))
            words[index - 1].type = Lexicon.shared.entry(words[index - 1].hash)?.type ?? 0
            words.remove(at: index)
            return true
        }
        return false
    }
}
