/// House numbers as they stand in a text, before the street says which side a range is on.
struct NumberList {
    /// What stands between two numbers.
    enum Joint { case to, dash, slash, comma, and }

    /// A number or a pair.
    enum Item {
        case one(HouseNumber)
        case to(HouseNumber, HouseNumber, parity: Int?)
        case dash(HouseNumber, HouseNumber)
    }

    var words: Range<Int>
    var items: [Item] = []
    /// Codes that do not depend on the street.
    var codes: [ExpressionAmbiguity.Code] = []

    /// No more numbers are kept of one list.
    static let limit = 1000

    /// Whether it is more than one number.
    var isMultiple: Bool {
        guard items.count == 1, case .one = items[0] else { return true }
        return false
    }
    /// The first number as typed.
    var first: Int {
        switch items[0] {
        case .one(let number), .to(let number, _, _), .dash(let number, _): number.value
        }
    }
}

/// Reads lists of house numbers: "2 à 10", "93-97-99", "1, 3 et 5", "4 bis et ter".
struct NumberListReader {
    let words: [ExpressionWord]

    /// Whether a word is written as a house number is.
    func isNumber(_ index: Int) -> Bool {
        guard index < words.count else { return false }
        let word = words[index]
        return word.has(.digits) && !word.has(.ordinal) && !word.has(.postcodeLike) && word.value >= 1
            && word.value <= 9999
    }

    private func isType(_ index: Int) -> Bool { index < words.count && words[index].has(.type) }

    /// The suffix at a word after a number, and the word after it.
    func suffix(_ index: Int, after number: Int) -> (text: String, next: Int)? {
        guard index < words.count else { return nil }
        let word = words[index]
        guard word.gap == .nothing || word.gap == .space || word.gap == .dash || word.gap == .spacedDash else {
            return nil
        }
        if word.has(.suffix) { return (word.text, index + 1) }
        if word.isGlued, word.text.utf8.count == 2, word.letter == 0, !word.has(.type),
            let last = word.text.utf8.last, last < 0x40
        {
            return (word.text, index + 1)
        }
        guard word.letter != 0, !word.isAccented, word.gap != .spacedDash else { return nil }
        let text = String(UnicodeScalar(word.letter))
        if word.isGlued { return (text, index + 1) }
        guard index + 1 < words.count else { return (text, index + 1) }
        let next = words[index + 1]
        // "d'Alsace", "l'Église": the letter belongs to what follows.
        if next.has(.afterApostrophe) { return nil }
        if word.text == "a", next.has(.digits), next.gap == .space { return nil }
        let ends =
            next.gap.isSeparator || next.gap == .dash || isNumberAfterSign(index + 1)
            || next.has(.type) && (next.letter == 0 || !word.has(.type))
            || next.has(.stop) && !word.has(.type) && !word.has(.stop)
            || word.has(.stop) && word.text == "a" && (next.isAnd || next.isAccented)
        return ends ? (text, index + 1) : nil
    }

    private func isNumberAfterSign(_ index: Int) -> Bool {
        index + 1 < words.count && words[index].isNumberSign && isNumber(index + 1)
    }

    /// The house number at a word.
    func number(_ index: Int) -> (number: HouseNumber, next: Int)? {
        guard isNumber(index) else { return nil }
        if let suffix = suffix(index + 1, after: index) {
            return (HouseNumber(words[index].value, suffix.text), suffix.next)
        }
        return (HouseNumber(words[index].value), index + 1)
    }

    /// The joint at a word and the first word of what it leads to; a word is taken only when it joins.
    private func joint(_ index: Int) -> (joint: NumberList.Joint, next: Int)? {
        guard index < words.count else { return nil }
        let word = words[index]
        func afterSign(_ index: Int) -> Int { isNumberAfterSign(index) ? index + 1 : index }
        if word.text == "a" && word.letter != 0 || word.text == "au" || word.text == "jusqu" {
            var next = index + 1
            if word.text == "jusqu", next < words.count, ["a", "au"].contains(words[next].text) { next += 1 }
            return (.to, afterSign(next))
        }
        if word.isAnd || word.text == "ou" { return (.and, afterSign(index + 1)) }
        let at = afterSign(index)
        switch word.gap {
        case .dash, .spacedDash: return (.dash, at)
        case .slash: return (.slash, at)
        case .comma:
            if word.isAnd { return (.and, afterSign(index + 1)) }
            return (.comma, at)
        case .and: return (.and, at)
        case .nothing, .space: return nil
        }
    }

    /// The list that starts at a word; nil when there is none. Linear in its length.
    func read(_ start: Int) -> NumberList? {
        guard let first = number(start) else { return nil }
        var list = NumberList(words: start..<first.next)
        var numbers = [first.number]
        var joints: [NumberList.Joint] = []
        var parities: [Int: Int] = [:]
        var index = first.next
        while index < words.count {
            if let parity = parity(index) {
                parities[numbers.count - 1] = parity
                index += 1
                continue
            }
            guard let joint = joint(index) else { break }
            if let next = number(joint.next), !isNoise(joint.next) {
                numbers.append(next.number)
                joints.append(joint.joint)
                index = next.next
            } else if let suffix = furtherSuffix(joint.next, joint.joint) {
                numbers.append(HouseNumber(numbers[numbers.count - 1].value, suffix.text))
                joints.append(joint.joint)
                index = suffix.next
            } else {
                break
            }
        }
        list.words = start..<index
        if numbers.count > NumberList.limit {
            numbers.removeSubrange(NumberList.limit...)
            joints.removeSubrange((NumberList.limit - 1)...)
            list.codes.append(.tooLong)
        }
        group(numbers, joints, parities, &list)
        if joints == [.comma] { list.codes.append(.commaPair) }
        if joints == [.slash], abs(numbers[1].value - numbers[0].value) > 2 { list.codes.append(.slashPair) }
        return list
    }

    /// "bis et ter", "A, B et C": a suffix of the same number.
    private func furtherSuffix(_ index: Int, _ joint: NumberList.Joint) -> (text: String, next: Int)? {
        guard index < words.count else { return nil }
        let word = words[index]
        if word.has(.suffix) { return (word.text, index + 1) }
        guard word.letter != 0, !word.isAccented, !word.has(.dotted) || index + 1 == words.count else { return nil }
        if index + 1 < words.count {
            let next = words[index + 1]
            if next.has(.afterApostrophe) { return nil }
            // "4 - r du Nivernais", "1, a Paris"
            if !(next.has(.type) || next.gap.isSeparator || next.gap == .dash || next.isAnd || next.isAccented
                || next.has(.stop) && !word.has(.type) && !word.has(.stop))
            {
                return nil
            }
        }
        return (String(UnicodeScalar(word.letter)), index + 1)
    }

    /// 0 for "pairs", 1 for "impairs".
    private func parity(_ index: Int) -> Int? {
        switch words[index].text {
        case "pair", "pairs", "paire", "paires": 0
        case "impair", "impairs", "impaire", "impaires": 1
        default: nil
        }
    }

    /// "3 étage", "appt 12": the number of something else.
    func isNoise(_ index: Int) -> Bool {
        if index + 1 < words.count, words[index + 1].has(.noiseHead), words[index + 1].gap == .space,
            ["etage", "etg"].contains(words[index + 1].text)
        {
            return true
        }
        guard index > 0, words[index].gap != .comma, words[index].gap != .spacedDash else { return false }
        return words[index - 1].has(.noiseHead)
    }

    private func group(
        _ numbers: [HouseNumber], _ joints: [NumberList.Joint], _ parities: [Int: Int], _ list: inout NumberList
    ) {
        var index = 0
        while index < numbers.count {
            let next = index < joints.count ? joints[index] : .and
            switch next {
            case .to:
                var last = index + 1
                while last < joints.count, joints[last] == .to { last += 1 }
                if last > index + 1 { list.codes.append(.rangeChain) }
                list.items.append(.to(numbers[index], numbers[last], parity: parities[last]))
                index = last + 1
            case .dash where !(index > 0 && joints[index - 1] == .dash):
                var last = index + 1
                while last < joints.count, joints[last] == .dash { last += 1 }
                if last == index + 1, last >= joints.count || joints[last] != .to {
                    list.items.append(
                        parities[last].map { .to(numbers[index], numbers[last], parity: $0) }
                            ?? .dash(numbers[index], numbers[last]))
                    index = last + 1
                } else {
                    // The last one may begin a range.
                    for number in numbers[index..<last] { list.items.append(.one(number)) }
                    index = last
                    if last >= joints.count || joints[last] != .to {
                        list.items.append(.one(numbers[last]))
                        index = last + 1
                    }
                }
            default:
                list.items.append(.one(numbers[index]))
                index += 1
            }
        }
    }
}

extension NumberList {
    /// The numbers meant on a way, with what can be read in two ways.
    func numbers(consecutive: Bool) -> (numbers: [HouseNumbers], ambiguities: [(ExpressionAmbiguity.Code, String)]) {
        var numbers: [HouseNumbers] = []
        var found = codes.map { ($0, Self.note($0)) }
        func range(_ a: HouseNumber, _ b: HouseNumber, parity: Int?) {
            var (first, last) = (a, b)
            if first.value > last.value {
                (first, last) = (last, first)
                found.append((.descending, "\(a) à \(b) read as \(first) to \(last)"))
            }
            if first.value == last.value {
                if first == last {
                    numbers.append(.single(first))
                } else {
                    numbers.append(.suffixes(first.value, from: first.suffix, to: last.suffix))
                }
                return
            }
            if let parity {
                if first.value % 2 != parity { first = HouseNumber(first.value + 1) }
                if last.value % 2 != parity { last = HouseNumber(last.value - 1) }
                numbers.append(first.value < last.value ? .range(first, last, .one) : .single(first))
                return
            }
            if !(first.suffix.isEmpty && last.suffix.isEmpty) {
                found.append((.suffixInRange, "\(first) à \(last) read without the suffixes of other numbers"))
            }
            let isOneSide = (last.value - first.value) % 2 == 0
            if !consecutive, !isOneSide, last.value - first.value > 1 {
                found.append((.bothSides, "\(first) à \(last) has ends of different parity: both sides"))
            }
            numbers.append(.range(first, last, consecutive || !isOneSide ? .every : .one))
        }
        for item in items {
            switch item {
            case .one(let number):
                numbers.append(.single(number))
            case .to(let a, let b, let parity):
                range(a, b, parity: parity)
            case .dash(let a, let b):
                let apart = b.value - a.value
                if apart < 0 {
                    found.append((.descending, "\(a)-\(b) read as two numbers"))
                    numbers += [.single(a), .single(b)]
                } else if apart <= (consecutive ? 1 : 2) {
                    numbers += [.single(a), .single(b)]
                } else {
                    found.append((.dashPair, "\(a)-\(b) read as a range: the two numbers and those between"))
                    range(a, b, parity: nil)
                }
            }
        }
        return (numbers, found)
    }

    private static func note(_ code: ExpressionAmbiguity.Code) -> String {
        switch code {
        case .tooLong: "only the first \(limit) numbers were read"
        case .commaPair: "two numbers with a comma between: both, though the first may be a flat's"
        case .slashPair:
            "two numbers with a slash between: both, though the second may be a flat's or the end of a range"
        case .rangeChain: "a range goes on after its end: read from its first number to its last"
        default: ""
        }
    }
}
