/// A word of an address expression, with what stands before it.
struct ExpressionWord {
    /// What stands between a word and the one before it.
    enum Gap {
        case nothing, space, dash, spacedDash, slash, and, comma

        /// Whether it sets one street off from another.
        var isSeparator: Bool { self == .comma || self == .spacedDash || self == .and || self == .slash }
    }

    /// Folded, in its long form.
    var text: String
    var flags: WordFlags
    var value: Int
    /// The number of its type in ``Lexicon``, 0 for none.
    var type: UInt8
    /// Where it stands in the text, in bytes.
    var source: Range<Int>
    var gap: Gap
    /// The letter as typed, folded, when it is a single one: "r" although it reads "rue".
    var letter: UInt8

    func has(_ flag: WordFlags) -> Bool { flags.contains(flag) }

    /// A single letter with an accent: "à", and not "a".
    var isAccented: Bool { letter != 0 && source.count > 1 }
    var isGlued: Bool { gap == .nothing }
    /// "de", "la", "du": what stands before a name, unlike "et" and "à".
    var isArticle: Bool { has(.stop) && text != "et" && !(text == "a" || text == "e" || text == "en") }
    var isAnd: Bool { text == "et" }
    /// "LOT 4", "îlot 2": what it numbers is a plot. "Lotissement" is a way.
    var isLot: Bool { text == "lotissement" && source.count == 3 || text == "ilot" }
    /// "n", "no", "numéros": stands before house numbers.
    var isNumberSign: Bool { ["n", "no", "nos", "num", "numero", "numeros"].contains(text) }
}

/// The words of an expression, read by ``WordList`` in stretches, since it keeps no more than 64 words.
struct ExpressionWords {
    /// No more words are read.
    static let limit = 4096

    private(set) var bytes: [UInt8]
    private(set) var words: [ExpressionWord] = []
    /// True when there was more.
    private(set) var isCut = false

    init(_ text: String) {
        bytes = Array(text.utf8)
        let readable = Self.blankNumberSigns(bytes)
        var list = WordList()
        var start = 0
        var flags: WordFlags = []
        readable.withUnsafeBufferPointer { all in
            while start < all.count {
                list.bytes.removeAll(keepingCapacity: true)
                list.words.removeAll(keepingCapacity: true)
                list.append(UnsafeBufferPointer(rebasing: all[start...]), flags: flags)
                // The last words of a stretch may belong together with those of the next.
                let isWhole = list.words.count <= 8
                let kept = isWhole ? list.words.count : list.words.count - 4
                for index in 0..<kept { append(list, index, start, all) }
                if isWhole { break }
                if words.count >= Self.limit {
                    isCut = true
                    break
                }
                flags = list.words[kept].flags.intersection([.afterComma, .afterDash, .afterSlash, .glued])
                start += Int(list.words[kept].source)
            }
        }
    }

    /// "n°5" would be one word: the sign becomes as many spaces.
    private static func blankNumberSigns(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var index = 1
        while index + 1 < bytes.count {
            // ° and º
            if bytes[index] == 0xC2, bytes[index + 1] == 0xB0 || bytes[index + 1] == 0xBA,
                bytes[index - 1] | 0x20 == 0x6E
            {
                for offset in -1...1 { bytes[index + offset] = 0x20 }
            }
            index += 1
        }
        return bytes
    }

    private mutating func append(_ list: WordList, _ index: Int, _ start: Int, _ all: UnsafeBufferPointer<UInt8>) {
        let word = list.words[index]
        let source = (start + Int(word.source))..<(start + max(Int(word.sourceEnd), Int(word.source)))
        var letter: UInt8 = 0
        var at = source.lowerBound
        if !word.has(.digits), at < source.upperBound {
            if case .letters(let first, 0) = Fold.classify(Fold.scalar(all, &at)) { letter = first }
            while at < source.upperBound {
                guard case .nothing = Fold.classify(Fold.scalar(all, &at)) else {
                    letter = 0
                    break
                }
            }
        }
        let before = words.last?.source.upperBound ?? 0
        words.append(
            ExpressionWord(
                text: list.text(index), flags: word.flags, value: Int(word.value), type: word.type, source: source,
                gap: Self.gap(all, before, source.lowerBound), letter: letter))
    }

    /// What the bytes between two words are.
    private static func gap(_ all: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> ExpressionWord.Gap {
        guard from < to else { return .nothing }
        var at = from
        var hasSpace = false
        var gap = ExpressionWord.Gap.nothing
        func rank(_ gap: ExpressionWord.Gap) -> Int {
            switch gap {
            case .nothing: 0
            case .space: 1
            case .dash: 2
            case .spacedDash: 3
            case .slash: 4
            case .and: 5
            case .comma: 6
            }
        }
        while at < to {
            let scalar = Fold.scalar(all, &at)
            var found = ExpressionWord.Gap.space
            switch Fold.classify(scalar) {
            case .comma: found = .comma
            case .dash: found = .dash
            case .slash: found = .slash
            case .ampersand: found = .and
            case .space where scalar == 0x2B: found = .and
            case .nothing: continue
            case .apostrophe, .dot: found = .nothing
            default: hasSpace = true
            }
            if rank(found) > rank(gap) { gap = found }
        }
        return gap == .dash && hasSpace ? .spacedDash : gap
    }

    /// The text of a range of words as typed.
    func typed(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let (start, end) = (words[first].source.lowerBound, words[last].source.upperBound)
        return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }
}
