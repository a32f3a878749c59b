/// Divides the words of an expression into streets, their numbers, places and the rest.
struct ExpressionReader {
    /// A part being read.
    struct Draft {
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

    let source: ExpressionWords
    let text: String
    let words: [ExpressionWord]
    let numbers: NumberListReader
    var drafts: [Draft] = []
    /// The part whose street is being read.
    var open: Draft?
    /// Where words begin that are in no street; nil within one.
    var asideFrom: Int? = 0
    var asides: [Range<Int>] = []
    /// The first part whose town is not known yet.
    var unplaced = 0
    /// A town that stands before the first part.
    var firstPlace: (postcode: String, city: String)?

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
}
