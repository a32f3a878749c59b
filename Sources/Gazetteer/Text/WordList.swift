/// The words of a text, folded and in their canonical form.
///
/// Reading is the same for the names of the base and for queries: this is what makes "bd du Gal Leclerc" and
/// "Boulevard du Général Leclerc" the same words. The arrays are kept between texts, so that reading allocates nothing
/// once they have grown.
struct WordList {
    private(set) var bytes: [UInt8] = []
    var words: [Word] = []

    /// The letters of a word.
    @inline(__always)
    func with<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        bytes.withUnsafeBufferPointer { all in
            let word = words[index]
            return body(UnsafeBufferPointer(rebasing: all[Int(word.start)..<Int(word.start + word.length)]))
        }
    }

    /// A word as a string.
    func text(_ index: Int) -> String { with(index) { String(decoding: $0, as: UTF8.self) } }

    /// Reads a text. No more than 64 words are kept: an address has fewer.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        append(text, flags: [])
    }

    /// Reads a text.
    mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    /// Adds the words of a second text.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, flags first: WordFlags) {
        let from = words.count
        var boundary = first
        var index = 0
        var state = 0  // 0 outside a word, 1 in letters, 2 in digits
        var start = Int32(bytes.count)
        var source = 0
        var afterLower = false
        func kind(_ state: Int) -> WordFlags { state == 2 ? [.digits, .number] : [] }
        while index < text.count {
            let position = index
            let value = Fold.scalar(text, &index)
            // "VernierParis", "Servandoni75006": words that lost the space between them.
            let isUpper = value >= 0x41 && value <= 0x5A
            if state == 1,
                isUpper && afterLower && parts(bytes.count - Int(start), text, index)
                    || value >= 0x30 && value <= 0x39 && fiveDigits(text, position)
            {
                close(start, source, position, boundary)
                boundary = []
                state = 0
            }
            afterLower = value >= 0x61 && value <= 0x7A || value >= 0xDF
            switch Fold.classify(value) {
            case .letters(let one, let two):
                if state == 2 {
                    close(start, source, position, boundary.union(kind(2)))
                    boundary = .glued
                    state = 0
                }
                if state == 0 { (start, source, state) = (Int32(bytes.count), position, 1) }
                bytes.append(one)
                if two != 0 { bytes.append(two) }
            case .digit(let digit):
                if state == 0 { (start, source, state) = (Int32(bytes.count), position, 2) }
                bytes.append(digit)
            case .nothing:
                break
            case let other:
                if state != 0 {
                    var flags = boundary.union(kind(state))
                    if case .dot = other { flags.insert(.dotted) }
                    close(start, source, position, flags)
                    state = 0
                    boundary = []
                }
                switch other {
                case .comma: boundary.insert(.afterComma)
                case .dash: boundary.insert(.afterDash)
                case .slash: boundary.insert(.afterSlash)
                case .apostrophe: boundary.insert(.afterApostrophe)
                default: break
                }
                boundary.remove(.glued)
            }
            if words.count >= 64 { return finish(from) }
        }
        if state != 0 { close(start, source, text.count, boundary.union(kind(state))) }
        finish(from)
    }

    /// Two words rather than two letters exchanged ("oNrd"): three letters and more on both sides.
    private func parts(_ before: Int, _ text: UnsafeBufferPointer<UInt8>, _ after: Int) -> Bool {
        func letter(_ index: Int) -> Bool {
            index < text.count && (text[index] | 0x20 >= 0x61 && text[index] | 0x20 <= 0x7A || text[index] >= 0x80)
        }
        return before >= 3 && letter(after) && letter(after + 1)
    }

    private func fiveDigits(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        func digit(_ index: Int) -> Bool {
            index >= 0 && index < text.count && text[index] >= 0x30 && text[index] <= 0x39
        }
        return (0..<5).allSatisfy { digit(at + $0) } && !digit(at + 5) && !digit(at - 1)
    }

    private mutating func close(_ start: Int32, _ source: Int, _ end: Int, _ flags: WordFlags) {
        var length = Int32(bytes.count) - start
        if length > 40 {
            bytes.removeLast(Int(length - 40))
            length = 40
        }
        var word = Word(start: start, length: length, hash: 0, signature: 0, flags: flags)
        word.source = Int32(source)
        word.sourceEnd = Int32(end)
        let isDigits = flags.contains(.digits)
        if isDigits {
            var value: Int32 = 0
            for byte in bytes[Int(start)...] { value = value > 99_999_999 ? value : value * 10 + Int32(byte & 15) }
            word.value = value
            if length == 5 { word.flags.insert(.postcodeLike) }
            // Leading zeros go: "02 rue" is number 2.
            while word.length > 1, bytes[Int(word.start)] == 0x30 {
                word.start += 1
                word.length -= 1
            }
        }
        words.append(word)
        rehash(words.count - 1)
    }

    private mutating func rehash(_ index: Int) {
        let (hash, signature) = with(index) { (WordHash.of($0), WordHash.signature($0)) }
        words[index].hash = hash
        words[index].signature = signature
    }

    private mutating func replace(_ index: Int, by text: [UInt8]) {
        words[index].start = Int32(bytes.count)
        words[index].length = Int32(text.count)
        bytes.append(contentsOf: text)
        rehash(index)
    }

    private func equals(_ index: Int, _ text: StaticString) -> Bool {
        with(index) { word in
            guard word.count == text.utf8CodeUnitCount else { return false }
            for offset in 0..<word.count where word[offset] != text.utf8Start[offset] { return false }
            return true
        }
    }

    /// Brings the words from `from` on to their canonical form.
    private mutating func finish(_ from: Int) {
        var index = from
        while index < words.count {
            canonicalise(index)
            // A mark of order after digits ("9e", "1er", "15ème") makes the number ordinal and goes.
            if words[index].has(.glued), index > from, words[index - 1].has(.digits), isOrdinalMark(index) {
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
            if index > from, compose(index) { continue }
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

    private func isOrdinalMark(_ index: Int) -> Bool {
        switch words[index].length {
        case 2: equals(index, "er") || equals(index, "nd") || equals(index, "em") || equals(index, "me")
        case 3: equals(index, "eme") || equals(index, "ere") || equals(index, "nde")
        case 4: equals(index, "ieme")
        default: false
        }
    }

    private mutating func canonicalise(_ index: Int) {
        let word = words[index]
        if word.has(.digits) { return }
        if let entry = Lexicon.shared.entry(word.hash) {
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

    /// Joins "dix huit" to 18, "vingt et un" to 21, "quatre vingts" to 80, "rond point" to one word; true when joined.
    private mutating func compose(_ index: Int) -> Bool {
        let second = words[index]
        var first = index - 1
        if first > 0, words[first].has(.stop), equals(first, "et") { first -= 1 }
        let head = words[first]
        if head.has(.written), first == index - 1 || second.value == 1 || second.value == 11 || equals(index, "un") {
            let unit = equals(index, "un") ? 1 : second.has(.number) && !second.has(.digits) ? second.value : -1
            let tens = head.value
            let joined: Bool =
                switch tens {
                case 10: 7...9 ~= unit
                case 20, 30, 40, 50: 1...9 ~= unit
                case 60, 80: 1...19 ~= unit
                case 4: unit == 20 && second.has(.written)
                default: false
                }
            if joined {
                let value = tens == 4 ? 80 : tens + unit
                words[first].value = value
                words[first].flags.formUnion(second.flags.intersection([.ordinal]))
                words[first].sourceEnd = second.sourceEnd
                replace(first, by: Array(String(value).utf8))
                words.removeSubrange((first + 1)...index)
                return true
            }
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

/// Roman numbers from 2 to 39, alone or with a mark of order ("XIV", "XXe").
enum Roman {
    /// The value, or 0 when the word is none. "ve", "xe" and "ier" count, "v" and "x" alone do not.
    static func value(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var end = word.count
        var marked = false
        if end >= 4, word[end - 1] == 0x65, word[end - 2] == 0x6D, word[end - 3] == 0x65 {
            (end, marked) = (end - 3, true)
        } else if end >= 3, word[end - 1] == 0x72, word[end - 2] == 0x65 {
            (end, marked) = (end - 2, true)
        } else if end >= 2, word[end - 1] == 0x65 {
            (end, marked) = (end - 1, true)
        }
        guard end >= (marked ? 1 : 2), end <= 7 else { return 0 }
        var index = 0
        var total = 0
        while index < end, word[index] == 0x78 { (index, total) = (index + 1, total + 10) }
        guard total <= 30 else { return 0 }
        if index + 1 < end, word[index] == 0x69, word[index + 1] == 0x78 {
            (index, total) = (index + 2, total + 9)
        } else if index + 1 < end, word[index] == 0x69, word[index + 1] == 0x76 {
            (index, total) = (index + 2, total + 4)
        } else {
            if index < end, word[index] == 0x76 { (index, total) = (index + 1, total + 5) }
            var ones = 0
            while index < end, word[index] == 0x69, ones < 3 { (index, total, ones) = (index + 1, total + 1, ones + 1) }
        }
        return index == end && (total != 1 || word.count > 2) ? total : 0
    }
}
