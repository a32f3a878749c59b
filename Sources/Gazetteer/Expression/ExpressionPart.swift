/// A street of an address expression with the numbers meant on it.
public struct ExpressionPart: Sendable, Hashable {
    /// The street as typed: "r du Nivernais".
    public internal(set) var street: String
    /// The numbers in the order of the text; empty when the whole street is meant.
    public internal(set) var numbers: [HouseNumbers] = []
    /// What follows the street after a comma: a residence, or a town without postcode. Empty for nothing.
    public internal(set) var tail = ""
    /// Five digits, stated here or at the end of the expression; empty when not stated.
    public internal(set) var postcode = ""
    /// The town after the postcode, as typed; empty when not stated.
    public internal(set) var city = ""

    /// A street and the numbers meant on it.
    init(street: String, numbers: [HouseNumbers] = []) {
        self.street = street
        self.numbers = numbers
    }

    /// True when the part means one number, or a street without number.
    public var isSingle: Bool {
        guard let first = numbers.first else { return true }
        if numbers.count > 1 { return false }
        if case .single = first { return true }
        return false
    }

    /// The numbers, then the street: "2..10 step 2 rue du Bugey".
    public var notation: String {
        numbers.isEmpty ? street : numbers.map(\.description).joined(separator: ", ") + " " + street
    }
}
