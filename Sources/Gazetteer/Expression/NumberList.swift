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
