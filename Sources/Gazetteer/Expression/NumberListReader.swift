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
        // "54, bis rue", "54/bis", "54 (bis)"
        if word.has(.suffix), word.gap != .and { return (word.text, index + 1) }
        guard word.gap == .nothing || word.gap == .space || word.gap == .dash || word.gap == .spacedDash else {
            return nil
        }
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
                guard goesOn(numbers[numbers.count - 1], from: index, to: joint.next, joint.joint) else { break }
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

    /// Whether a number may be of the same list: not in "chambre 579 - 21 rue", "0747-86 / 72 rue", "24/412 rue".
    private func goesOn(_ last: HouseNumber, from index: Int, to next: Int, _ joint: NumberList.Joint) -> Bool {
        if isPadded(next) || index > 0 && isPadded(index - 1) { return false }
        switch joint {
        case .to, .and, .comma: return true
        case .slash:
            // "5/204 rue" may be two houses, "1976 / 72 rue" is none.
            let isJoined = index > 0 && words[next].source.lowerBound - words[index - 1].source.upperBound <= 1
            return isJoined || abs(words[next].value - last.value) <= 100
        case .dash:
            return words[next].gap == .spacedDash
                ? words[next].value >= last.value : abs(words[next].value - last.value) <= 500
        }
    }

    /// Whether zeros lead a number: no house has such a one.
    private func isPadded(_ index: Int) -> Bool {
        words[index].has(.digits) && words[index].source.count > String(words[index].value).utf8.count
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
        return words[index - 1].has(.noiseHead) || words[index - 1].isLot
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
