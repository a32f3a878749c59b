/// The words of a text, folded and in their canonical form.
///
/// Reading is the same for the names of the base and for queries: this is what makes "bd du Gal Leclerc" and
/// "Boulevard du Général Leclerc" the same words. The arrays are kept between texts, so that reading allocates nothing
/// once they have grown.
struct WordList {
    var bytes: [UInt8] = []
    var words: [Word] = []
    /// The text as it was read.
    private(set) var source: [UInt8] = []

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
        source.removeAll(keepingCapacity: true)
        source.append(contentsOf: text)
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
            afterLower = value >= 0x61 && value <= 0x7A || value >= 0xDF && value < 0x180
            // "Mont?e": a letter that was lost on the way.
            if value == 0x3F, state == 1, index < text.count, text[index] | 0x20 >= 0x61, text[index] | 0x20 <= 0x7A {
                continue
            }
            switch Fold.classify(misread(value, state, text, index, Int(start))) {
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

    /// A letter that was scanned as a digit ("Verc0rs"), or a digit as a letter ("2O rue"); others as they are.
    private func misread(
        _ scalar: UInt32, _ state: Int, _ text: UnsafeBufferPointer<UInt8>, _ after: Int, _ start: Int
    ) -> UInt32 {
        if state == 0 || scalar > 0x7A { return scalar }
        let next = after < text.count ? text[after] : 0x20
        let isNextLetter = next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
        if state == 1, scalar <= 0x39, isNextLetter, bytes.count - start >= 2 {
            switch scalar {
            case 0x30: return 0x6F
            case 0x31: return 0x6C
            case 0x35: return 0x73
            case 0x36: return 0x65
            case 0x38: return 0x62
            default: return scalar
            }
        }
        if state == 2, next == 0x20 {
            if scalar == 0x4F || scalar == 0x6F { return 0x30 }
            if scalar == 0x49 { return 0x31 }
        }
        return scalar
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

    mutating func rehash(_ index: Int) {
        let (hash, signature) = with(index) { (WordHash.of($0), WordHash.signature($0)) }
        words[index].hash = hash
        words[index].signature = signature
    }

    mutating func replace(_ index: Int, by text: [UInt8]) {
        words[index].start = Int32(bytes.count)
        words[index].length = Int32(text.count)
        bytes.append(contentsOf: text)
        rehash(index)
    }

    /// Cuts a word into pieces of so many letters, each read as a word of its own.
    mutating func split(_ index: Int, _ lengths: [Int]) {
        let whole = words[index]
        var start = whole.start
        var pieces = WordList()
        for (place, length) in lengths.enumerated() {
            var piece = whole
            (piece.start, piece.length) = (start, Int32(length))
            piece.value = -1
            piece.flags = place == 0 ? whole.flags : []
            if place < lengths.count - 1 { piece.flags.remove(.dotted) }
            pieces.words.append(piece)
            start += Int32(length)
        }
        pieces.bytes = bytes
        for place in lengths.indices { pieces.rehash(place) }
        pieces.finish(0)
        bytes = pieces.bytes
        words.replaceSubrange(index...index, with: pieces.words)
    }

    func equals(_ index: Int, _ text: StaticString) -> Bool {
        with(index) { word in
            guard word.count == text.utf8CodeUnitCount else { return false }
            for offset in 0..<word.count where word[offset] != text.utf8Start[offset] { return false }
            return true
        }
    }
}
