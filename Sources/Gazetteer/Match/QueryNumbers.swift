/// Numbers that were written in pieces or with a wrong sign: postcodes in groups, thousands, decimals, misread figures.
struct QueryNumbers {
    let directory: Directory
    let space: Workspace

    func repair() {
        let all = words
        // An ordinary address has a number at its start and a postcode: nothing to mend.
        var numbers = 0
        var isOdd = false
        for (index, word) in all.enumerated() {
            if word.has(.number) {
                numbers += 1
                isOdd =
                    isOdd || !word.has(.digits) || word.has(.glued)
                    || index + 1 < all.count && all[index + 1].has(.glued)
                    || index > 0 && all[index - 1].has(.number)
            } else if word.has(.glued) {
                isOdd = true
            } else if 3...5 ~= word.length {
                isOdd = isOdd || space.text.with(index) { $0.contains { $0 < 0x40 } }
            }
        }
        suffixes(all)
        if numbers > 1 { acronyms() }
        if isOdd {
            decimals()
            thousands()
            postcodes()
            misread()
            figuresInWords()
        }
        if numbers > 2 { messages() }
        if numbers > 1 { repetitions() }
    }

    private var words: [Word] { space.text.words }

    private func digits(_ index: Int) -> Int {
        guard words.indices.contains(index), words[index].has(.digits) else { return 0 }
        return Int(words[index].sourceEnd - words[index].source)
    }

    private func isType(_ index: Int) -> Bool {
        words.indices.contains(index) && words[index].has(.type) && !words[index].has(.afterComma)
    }

    private func isKnown(_ postcode: Int) -> Bool {
        1000...99_999 ~= postcode && !directory.entries(postcode: UInt32(postcode)).isEmpty
    }

    private func mark(_ index: Int) { space.text.words[index].flags.insert(.noise) }

    /// Makes one number of the words from `index` on.
    private func join(_ index: Int, count: Int, _ value: Int) {
        space.text.words[index].value = Int32(value)
        space.text.words[index].sourceEnd = words[index + count - 1].sourceEnd
        space.text.words[index].flags.formUnion([.digits, .number])
        space.text.words[index].flags.subtract([.written, .dotted, .ordinal, .stop, .type])
        if value >= 1000, isKnown(value) { space.text.words[index].flags.insert(.postcodeLike) }
        space.text.replace(index, by: Array(String(value).utf8))
        space.text.words.removeSubrange((index + 1)..<(index + count))
    }

    /// "14 biss rue": a misspelt suffix.
    private func suffixes(_ words: [Word]) {
        for index in words.indices.dropFirst() where 2...6 ~= words[index].length && words[index - 1].has(.digits) {
            guard isType(index + 1), words[index].flags.isDisjoint(with: [.suffix, .stop, .type, .digits, .noiseHead])
            else {
                continue
            }
            space.text.with(index) { space.pattern.set($0) }
            for suffix in Lexicon.suffixes.prefix(3) {
                let own = Array(suffix.utf8)
                guard own.withUnsafeBufferPointer({ space.pattern.distance($0, limit: 1) }) <= 1 else { continue }
                space.text.replace(index, by: own)
                space.text.words[index].flags.formUnion([.suffix, .expanded])
                break
            }
        }
    }

    /// "rue du 13e BCA": the initials of a regiment behind its number, which no street has as a word.
    private func acronyms() {
        for index in words.indices.dropFirst(2) where 3...4 ~= words[index].length {
            let word = words[index]
            let isMark = words[index - 1].has(.glued) && space.text.equals(index - 1, "e")
            let number = isMark ? index - 2 : index - 1
            guard number > 0, words[number].has(.digits), words[number - 1].has(.stop), words.count < 56,
                word.flags.isDisjoint(with: [
                    .type, .stop, .number, .expanded, .digits, .suffix, .noiseHead, .afterComma,
                ]),
                space.text.with(
                    index,
                    { text in
                        directory.word(hash: word.hash, text) < 0 && text.allSatisfy { $0 >= 0x61 }
                    }),
                !Lexicon.months.contains(word.hash), !Lexicon.monthStarts.contains(word.hash)
            else { continue }
            let letters = space.text.with(index) { Array($0) }
            for (place, letter) in letters.enumerated() {
                var part = word
                part.flags.insert(.dotted)
                part.source = word.source + Int32(place)
                part.sourceEnd = part.source + 1
                if place == 0 {
                    space.text.words[index] = part
                } else {
                    space.text.words.insert(part, at: index + place)
                }
                space.text.replace(index + place, by: [letter])
            }
            return
        }
    }

    /// "54.0 rue", "42,00 rue": what a spreadsheet makes of a number.
    private func decimals() {
        for index in words.indices.dropFirst() where words[index].value == 0 && 1...2 ~= digits(index) {
            let isPart = words[index - 1].has(.dotted) || words[index].has(.afterComma)
            let isEnd = index + 1 == words.count || isType(index + 1) || words[index + 1].has(.afterComma)
            if isPart, isEnd || digits(index) == 1, digits(index - 1) > 0,
                words[index].source == words[index - 1].sourceEnd + 1
            {
                mark(index)
            }
        }
    }

    /// "1.626 route", "1 626 route"
    private func thousands() {
        for index in words.indices.dropLast(2) where 1...2 ~= digits(index) && digits(index + 1) == 3 {
            let isStart = index == 0 || words[index].has(.afterComma)
            let next = words[index + 1]
            guard isStart, isType(index + 2), next.flags.isDisjoint(with: [.afterComma, .afterDash, .afterSlash]),
                words[index].flags.isDisjoint(with: [.noise, .ordinal]), words[index].value > 0
            else { continue }
            return join(index, count: 2, Int(words[index].value) * 1000 + Int(next.value))
        }
    }

    /// "75 017", "75.017", "7 5 0 1 7", "soixante-quinze zéro dix-sept": groups that make a postcode of the base.
    private func postcodes() {
        var index = 0
        while index < words.count {
            let word = words[index]
            if word.has(.number), !word.has(.ordinal), !word.has(.postcodeLike), word.value > 0,
                let (count, value) = group(index)
            {
                if !isType(index + count) || index + count >= words.count { join(index, count: count, value) }
            } else if word.has(.written), word.value >= 1000, !isType(index + 1), isKnown(Int(word.value)) {
                join(index, count: 1, Int(word.value))
            }
            index += 1
        }
    }

    private func group(_ index: Int) -> (count: Int, value: Int)? {
        // Figures: pieces of five digits in all.
        var (value, length, count) = (0, 0, 0)
        while length < 5, digits(index + count) > 0, count < 5 {
            let piece = words[index + count]
            if count > 0, !piece.flags.isDisjoint(with: [.afterComma, .afterSlash, .ordinal]) { break }
            let size = digits(index + count)
            guard size < 5 else { break }
            for _ in 0..<size { value *= 10 }
            value += Int(piece.value)
            length += size
            count += 1
        }
        if length == 5, count > 1, isKnown(value), digits(index) <= 3 { return (count, value) }
        // Words: a département, and what follows.
        let first = words[index]
        guard first.has(.written), 1...98 ~= first.value, index + 1 < words.count else { return nil }
        let second = words[index + 1]
        guard second.has(.written), !second.has(.afterComma) else { return nil }
        let head = Int(first.value) * 1000
        if 100...999 ~= second.value { return isKnown(head + Int(second.value)) ? (2, head + Int(second.value)) : nil }
        guard second.value == 0, index + 2 < words.count, words[index + 2].has(.number), words[index + 2].value < 100
        else { return nil }
        let all = head + Int(words[index + 2].value)
        return isKnown(all) ? (3, all) : nil
    }

    /// "7495o", "7S020", "20b0 rue": letters that a scanner took for figures, among figures.
    private func misread() {
        var index = 0
        while index < words.count {
            defer { index += 1 }
            var end = index + 1
            while end < words.count, words[end].has(.glued), end - index < 5 { end += 1 }
            guard end > index + 1 || 3...5 ~= words[index].length && !words[index].has(.digits) else { continue }
            var spelt: [UInt8] = []
            for part in index..<end { space.text.with(part) { spelt.append(contentsOf: typed(part, $0)) } }
            let figures = spelt.filter { $0 < 0x40 }.count
            guard figures >= 2, figures < spelt.count, spelt.count <= 5 else { continue }
            let values = readings(spelt)
            if spelt.count == 5, let value = values.first(where: isKnown),
                words.indices.allSatisfy({ !words[$0].has(.postcodeLike) })
            {
                join(index, count: end - index, value)
            } else if spelt.count <= 4, spelt[spelt.count - 1] < 0x40, isFigures(spelt), isType(end),
                index == 0 || words[index].has(.afterComma),
                let value = values.first(where: { $0 > 0 })
            {
                join(index, count: end - index, value)
            }
        }
    }

    /// "rue 8arbier", "rue Co1bert", "place de 1a Nation": figures that a scanner took for letters, within a name.
    private func figuresInWords() {
        var index = 1
        while index < words.count {
            defer { index += 1 }
            var end = index + 1
            while end < words.count,
                words[end].has(.glued) || words[end - 1].has(.digits) && words[end].has(.afterApostrophe)
            {
                end += 1
            }
            let chain = index..<end
            guard end > index + 1, words[index].has(.digits) ? digits(index) == 1 : true, !words[index].has(.glued),
                chain.contains(where: { words[$0].has(.digits) }),
                chain.allSatisfy({
                    words[$0].flags.isDisjoint(with: [.suffix, .type, .expanded, .ordinal, .road, .noise])
                }),
                !words[index - 1].has(.noiseHead), !words[index - 1].has(.door)
            else { continue }
            var spelt: [UInt8] = []
            for part in chain { space.text.with(part) { spelt.append(contentsOf: $0) } }
            let figures: [UInt8: UInt8] = [0x30: 0x6F, 0x31: 0x6C, 0x35: 0x73, 0x36: 0x67, 0x38: 0x62]
            let letters = spelt.map { figures[$0] ?? $0 }
            let count = spelt.filter { $0 >= 0x61 }.count
            let isArticle = (letters == [0x6C, 0x61] || letters == [0x6C, 0x65]) && words[index - 1].has(.stop)
            guard letters.allSatisfy({ $0 >= 0x61 }), isArticle || count >= 3 && spelt.count - count <= 2 else {
                continue
            }
            space.text.words[index].sourceEnd = words[end - 1].sourceEnd
            space.text.words[index].flags = isArticle ? .stop : []
            (space.text.words[index].value, space.text.words[index].type) = (-1, 0)
            space.text.replace(index, by: letters)
            space.text.words.removeSubrange((index + 1)..<end)
        }
    }

    /// The letters of a word, leading zeros included.
    private func typed(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        Array(repeating: 0x30, count: max(0, digits(index) - text.count)) + Array(text)
    }

    /// Whether the letters of a short number can only be figures: "7s1" and "12b1" are numbers of their own.
    private func isFigures(_ spelt: [UInt8]) -> Bool {
        spelt.count > 3 || !spelt.contains(0x73) && !spelt.contains(0x74)
    }

    private func readings(_ spelt: [UInt8]) -> [Int] {
        var values = [0]
        for byte in spelt {
            let figures: [Int]
            switch byte {
            case 0x30...0x39: figures = [Int(byte - 0x30)]
            case 0x6F, 0x71: figures = [0]
            case 0x69, 0x6C: figures = [1]
            case 0x7A: figures = [2]
            case 0x73: figures = [5]
            case 0x62: figures = [6, 8]
            case 0x67: figures = [9, 6]
            case 0x74: figures = [7]
            default: return []
            }
            values = values.flatMap { value in figures.map { value * 10 + $0 } }
        }
        return values
    }

    /// "R U E  D U  P O R T": letters apart are one word, which is cut where the streets' words are known.
    func joinLetters() {
        func isLetter(_ index: Int) -> Bool {
            let length = words[index].sourceEnd - words[index].source
            return !words[index].has(.digits)
                && (length == 1 || length == 2 && space.text.source[Int(words[index].source)] >= 0x80)
        }
        var index = 0
        while index < words.count {
            var end = index
            while end < words.count, isLetter(end), end == index || words[end].source <= words[end - 1].sourceEnd + 2 {
                end += 1
            }
            if end - index >= 5 {
                var letters: [UInt8] = []
                for place in index..<end {
                    let typed = space.text.source[Int(words[place].source)]
                    letters.append(typed < 0x80 ? typed | 0x20 : space.text.with(place) { $0.first ?? 0x78 })
                }
                space.text.words[index].flags = []
                (space.text.words[index].type, space.text.words[index].value) = (0, -1)
                space.text.words[index].sourceEnd = words[end - 1].sourceEnd
                space.text.replace(index, by: letters.map { 0x61...0x7A ~= $0 ? $0 : 0x78 })
                space.text.words.removeSubrange((index + 1)..<end)
            }
            index += 1
        }
    }

    /// "impasse 2 la tour": a figure for the article.
    private func messages() {
        for index in words.indices.dropFirst(2).dropLast() where words[index].value == 2 && digits(index) == 1 {
            let next = words[index + 1]
            guard words[index - 1].has(.type), words[index - 2].has(.digits),
                next.flags.isDisjoint(with: [.digits, .type, .afterComma, .postcodeLike]),
                next.sourceEnd - next.source > 1
            else { continue }
            space.text.words[index].flags = .stop
            space.text.words[index].value = -1
            space.text.replace(index, by: [0x64, 0x65])
        }
    }

    /// "26 rue des euh pardon 26 rue des Gazelles": an address that was begun, and begun again behind a word of hesitation.
    private func hesitations() {
        let words = words
        for index in words.indices.dropFirst()
        where Lexicon.hesitations.contains(words[index].hash) && words[index].length > 2 {
            guard let again = words.indices.first(where: { $0 > index && words[$0].has(.digits) }),
                let first = words[..<index].firstIndex(where: { $0.hash == words[again].hash }), first + 1 < index,
                again + 1 < words.count, words[first + 1].hash == words[again + 1].hash
            else { continue }
            for place in first..<again { mark(place) }
            return
        }
    }

    /// An address, a street or a postcode and town that are written twice: what repeats the words before it is noise.
    private func repetitions() {
        let words = words
        let count = words.count
        let figures = words.indices.filter { words[$0].has(.digits) }
        let isTwice = figures.indices.contains { place in
            figures[..<place].contains { words[$0].hash == words[figures[place]].hash }
        }
        guard count >= 4, isTwice else { return }
        for length in stride(from: count / 2, through: 2, by: -1) {
            for start in 0...(count - 2 * length) {
                let isSame = (0..<length).allSatisfy { words[start + $0].hash == words[start + length + $0].hash }
                guard isSame, (start..<start + length).contains(where: { words[$0].has(.digits) }) else { continue }
                for index in (start + length)..<(start + 2 * length) { mark(index) }
                return
            }
        }
        hesitations()
        // A postcode twice: one is enough.
        let codes = words.indices.filter { words[$0].has(.postcodeLike) && !words[$0].has(.noise) }
        for (place, index) in codes.enumerated()
        where codes[..<place].contains(where: { words[$0].value == words[index].value }) {
            mark(index)
        }
    }
}
