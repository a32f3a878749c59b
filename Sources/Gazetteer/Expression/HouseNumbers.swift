/// A house number with its suffix, such as 12 or 4bis.
public struct HouseNumber: Sendable, Hashable, CustomStringConvertible {
    /// From 1 to 9999.
    public var value: Int
    /// "bis", "ter", or a letter, in lower case; empty for none.
    public var suffix: String

    /// A number and its suffix.
    public init(_ value: Int, _ suffix: String = "") {
        self.value = value
        self.suffix = suffix
    }

    /// As it is written: "4bis".
    public var description: String { "\(value)\(suffix)" }
}

/// House numbers as a text gives them: one, or all from one to another.
public enum HouseNumbers: Sendable, Hashable, CustomStringConvertible {
    /// Which numbers between the ends of a range are meant.
    public enum Side: String, Sendable, CaseIterable {
        /// Those of the same parity as the first: one side of a street.
        case one
        /// All: both sides, or a place whose numbers follow each other.
        case every
    }

    /// One number.
    case single(HouseNumber)
    /// Both ends, whether they exist or not, and the numbers between them that exist.
    case range(HouseNumber, HouseNumber, Side)
    /// The suffixes of one number, from one to another ("12 A à 12 D").
    case suffixes(Int, from: String, to: String)

    /// The numbers that are meant whether they exist or not.
    public var ends: [HouseNumber] {
        switch self {
        case .single(let number): [number]
        case .range(let first, let last, _): [first, last]
        case .suffixes(let value, let from, let to): [HouseNumber(value, from), HouseNumber(value, to)]
        }
    }

    /// Whether a number that exists is one of those meant; numbers with a suffix lie in no range but that of suffixes.
    public func contains(_ number: HouseNumber) -> Bool {
        if ends.contains(number) { return true }
        switch self {
        case .single: return false
        case .range(let first, let last, let side):
            guard number.suffix.isEmpty, number.value > first.value, number.value < last.value else { return false }
            return side == .every || (number.value - first.value) % 2 == 0
        case .suffixes(let value, let from, let to):
            return number.value == value && Self.order(from) <= Self.order(number.suffix)
                && Self.order(number.suffix) <= Self.order(to)
        }
    }

    /// Where a suffix stands among its like: no suffix, bis, ter, quater; or by the alphabet.
    private static func order(_ suffix: String) -> Int {
        let words = ["", "bis", "ter", "quater", "quinquies", "sexies"]
        if let place = words.firstIndex(of: suffix) { return place }
        return suffix.utf8.count == 1 ? Int(suffix.utf8.first!) : .max
    }

    /// "4bis", "2..10 step 2", "1..6", "12a..12d".
    public var description: String {
        switch self {
        case .single(let number): "\(number)"
        case .range(let first, let last, let side): "\(first)..\(last)" + (side == .one ? " step 2" : "")
        case .suffixes(let value, let from, let to): "\(value)\(from)..\(value)\(to)"
        }
    }
}
