/// What in a query is no address: postal boxes, CEDEX, buildings, doors, floors, telephones, the country.
extension QueryReader {
    /// Marks postal boxes, CEDEX, buildings, floors, the country.
    func markNoise() {
        let list = space.text
        let words = list.words
        func isNumber(_ index: Int) -> Bool { index < words.count && words[index].has(.digits) }
        func isType(_ index: Int) -> Bool { index < words.count && words[index].has(.type) }
        func mark(_ index: Int) { space.text.words[index].flags.insert(.noise) }
        for index in words.indices where words[index].has(.noiseHead) || isDoor(index) {
            mark(index)
            let postal = words[index].has(.noiseHead) && isPostal(index)
            var next = index + 1
            if postal {
                if next + 1 < words.count, isNumeroMark(next), isNumber(next + 1) {
                    mark(next)
                    next += 1
                }
                let first = next
                while isNumber(next), next <= first + 1, !words[next].has(.postcodeLike) || first == next,
                    !isType(next + 1)
                {
                    mark(next)
                    next += 1
                }
            } else if next < words.count, words[next].length == 1 && !words[next].has(.digits), !isNumeroMark(next) {
                if !words[next].has(.afterComma) {
                    mark(next)
                    // "appt A14", "appartement C 11, 22 chemin"
                    if isNumber(next + 1), words[next + 1].has(.glued) || isNumber(next + 2) { mark(next + 1) }
                }
            } else if isNumber(next) || next < words.count && isNumeroMark(next) && isNumber(next + 1),
                words[next].length <= (words[index].has(.door) ? 8 : 3),
                !words[next].has(.afterComma)
            {
                if !isNumber(next) { next += 1 }
                // "appt 12 rue": the number before the type is the house's, unless one stands before the flat's.
                let isLed = index > 0 && words[index - 1].has(.digits) && !words[index - 1].has(.ordinal)
                // "4 etg - 187 bis rue": the floor has its number before it.
                let hasFloor = isFloor(index) && hasNumberBefore(index)
                let isHouse =
                    hasFloor || isType(next + 1) && !isDoor(next + 1) && !words[next + 1].has(.afterComma) && !isLed
                if !isHouse {
                    mark(next)
                    if next > index + 1 { mark(next - 1) }
                    // "lot 1.1"
                    if isNumber(next + 1), words[next].has(.dotted), words[next + 1].source == words[next].sourceEnd + 1
                    {
                        mark(next + 1)
                    }
                    // "digicode 4693C"
                    if next + 1 < words.count, words[next + 1].has(.glued), words[next + 1].length == 1 {
                        mark(next + 1)
                    }
                }
            }
            // "3ème étage", "3e étage"
            if index > 0, !words[index - 1].has(.noise),
                words[index - 1].has(.ordinal) && words[index - 1].has(.number) && !words[index].has(.afterComma)
                    || isFloor(index) && hasNumberBefore(index)
            {
                mark(index - 1)
            }
            if index > 1, list.equals(index - 1, "e"), words[index - 1].has(.glued), isNumber(index - 2) {
                mark(index - 1)
                mark(index - 2)
            }
        }
        // "rue Anatole France" ends in a name, "99100 Valmorin France" and "Valmorin, France" in a country.
        if let last = words.last, words.count > 1, list.equals(words.count - 1, "france"),
            last.has(.afterComma) || words.dropLast().contains(where: { $0.has(.postcodeLike) })
        {
            mark(words.count - 1)
        }
        markTelephone()
        markBrackets()
        // "B.P. 17704", "C.S. 42388"
        for index in words.indices.dropLast(2)
        where words[index].has(.dotted) && words[index].length == 1 && isNumber(index + 2) {
            let sign = list.text(index) + list.text(index + 1)
            if sign == "bp" || sign == "cs" {
                for place in index...index + 2 { mark(place) }
                if isNumber(index + 3), !words[index + 3].has(.postcodeLike), !words[index + 3].has(.afterComma),
                    !isType(index + 4)
                {
                    mark(index + 3)
                }
            }
        }
        markRemarks()
        for index in words.indices.dropLast() where words[index].length <= 6 {
            if isNumeroMark(index), isNumber(index + 1) { mark(index) }
            // "L.D." for "lieu-dit"
            if words[index].length == 1,
                list.equals(index, "l") && list.equals(index + 1, "d") && words[index].has(.dotted)
                    && words[index + 1].has(.dotted)
            {
                mark(index)
                mark(index + 1)
            }
            let isPostal = words[index + 1].has(.postcodeLike) && isPostcodeSign(index)
            if isPostal || list.equals(index, "code") && list.equals(index + 1, "postal") { mark(index) }
        }
    }

    /// "F-57000", "cp 57000", "code postal 57000"
    private func isPostcodeSign(_ index: Int) -> Bool {
        let list = space.text
        return list.equals(index, "f") || list.equals(index, "fr") || list.equals(index, "cp")
            || list.equals(index, "postal")
    }

    func isNumeroMark(_ index: Int) -> Bool {
        switch space.text.words[index].length {
        case 1: space.text.equals(index, "n")
        case 2: space.text.equals(index, "no")
        case 3: space.text.equals(index, "num")
        case 6: space.text.equals(index, "numero")
        default: false
        }
    }

    /// "tél 06 82 23 28 15", "+33 6 71 11 23 69": five pairs of digits of which the first begins with a zero, or the country's
    /// number, a digit and four pairs; and what leads to them.
    private func markTelephone() {
        let words = space.text.words
        func digits(_ index: Int) -> Int {
            index < words.count && words[index].has(.digits) ? Int(words[index].sourceEnd - words[index].source) : 0
        }
        for start in words.indices where digits(start) == 2 {
            // "+33 6 71 11 23 69", "+33 (0)6 71 11 23 69"
            let hasZero = digits(start + 1) == 1 && words[start + 1].value == 0 && digits(start + 2) == 1
            let isAbroad = words[start].value == 33 && digits(start + 1) == 1
            guard words[start].value < 10 || isAbroad else { continue }
            let first = !isAbroad ? start : hasZero ? start + 3 : start + 2
            let pairs = first..<first + (isAbroad ? 4 : 5)
            guard pairs.allSatisfy({ digits($0) == 2 }) else { continue }
            for index in start..<pairs.upperBound { space.text.words[index].flags.insert(.noise) }
            if start > 0, ["tel", "telephone", "portable", "mob", "mobile"].contains(space.text.text(start - 1)) {
                space.text.words[start - 1].flags.insert(.noise)
            }
        }
    }

    private func isFloor(_ index: Int) -> Bool {
        space.text.text(index).hasPrefix("etag") || space.text.equals(index, "etg")
    }

    /// Whether a floor has its number before it: "4 etg - 187 bis rue". In "37 étage 7" it follows.
    private func hasNumberBefore(_ index: Int) -> Bool {
        let words = space.text.words
        guard index > 0, words[index - 1].has(.number), words[index - 1].value < 40, !words[index].has(.afterComma)
        else { return false }
        if words[index - 1].has(.ordinal) { return true }
        guard index + 1 < words.count, words[index + 1].has(.digits) else { return true }
        return !words[index + 1].flags.isDisjoint(with: [.afterDash, .afterComma, .afterSlash])
            || index + 2 < words.count && !words[index + 2].flags.isDisjoint(with: [.type, .suffix])
    }

    /// "escalier 3", "porte B", "niveau 2": no part of a street's name.
    private func isDoor(_ index: Int) -> Bool {
        let words = space.text.words
        guard words[index].has(.door) || isLot(index), index + 1 < words.count else { return false }
        // "code d'entrée 3582": what the number follows stands at the end.
        if index + 3 < words.count, words[index + 1].has(.stop), words[index + 2].has(.door) { return true }
        let isSecond = index > 1 && words[index - 1].has(.stop) && words[index - 2].has(.door)
        if index > 0, !isSecond,
            words[index - 1].has(.stop) || words[index - 1].has(.type) && !words[index].has(.afterComma)
        {
            return false
        }
        let next = words[index + 1]
        guard !next.has(.postcodeLike), !next.has(.afterApostrophe), !next.has(.afterComma) else { return false }
        // "3 porte 2 rue": what follows is the number of a street.
        if index + 2 < words.count, words[index + 2].has(.type), !words[index + 2].has(.afterComma) { return false }
        if words[index].has(.type) {
            let isApart =
                index + 2 < words.count
                && !words[index + 2].flags.isDisjoint(with: [.afterComma, .afterDash, .afterSlash])
            guard index > 0 || isApart else { return false }
            if isLot(index) {
                return next.has(.digits) && (isApart || index + 2 >= words.count || words[index + 2].has(.digits))
            }
            return next.has(.digits) || next.length == 1 && (space.text.equals(index, "escalier") || !next.has(.stop))
        }
        // Elsewhere a comma or the end must close it: "bloc 4, 12 rue", not "tour 4 vents".
        let closed =
            index + 2 >= words.count || words[index + 2].has(.afterComma)
            || words[index + 2].has(.digits) && !words[index + 2].has(.glued)
        return closed && (next.has(.digits) || next.sourceEnd - next.source == 1)
    }

    /// "LOT 4", "îlot 2": the number of a plot. "Lotissement 4" is a place.
    private func isLot(_ index: Int) -> Bool {
        let word = space.text.words[index]
        return word.sourceEnd - word.source == 3 && space.text.equals(index, "lotissement")
            || space.text.equals(index, "ilot") || space.text.equals(index, "macrolot")
    }

    private func isPostal(_ index: Int) -> Bool {
        ["bp", "cs", "tsa", "cedex", "cedx", "cidex"].contains(space.text.text(index))
    }
}
