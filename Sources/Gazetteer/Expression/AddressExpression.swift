/// A text that names one address or several: "2 à 10 rue du Bugey, 4 et 6 rue du Nivernais".
///
/// Read by a grammar of its own, without any gazetteer. What can be read in two ways is read in the wider one and
/// stated in ``ambiguities``; nothing is guessed in silence.
public struct AddressExpression: Sendable, Hashable {
    /// The text read.
    public let text: String
    /// The streets with their numbers, in order; empty when the text has no word that could name a street.
    public let parts: [ExpressionPart]
    /// What can be read in two ways, in order.
    public let ambiguities: [ExpressionAmbiguity]
    /// What was taken for no address: residences, flats, persons. As typed, in order.
    public let asides: [String]

    /// Reads a text.
    ///
    /// Any text is read; of long ones the first 4096 words, and the first 1000 numbers of one list. Linear in the
    /// length of the text.
    public static func read(_ text: String) -> AddressExpression {
        var reader = ExpressionReader(text)
        return reader.read()
    }

    /// True when the text is an ordinary address: one street, with one number or none.
    public var isSingle: Bool { !isCut && (parts.isEmpty || parts.count == 1 && parts[0].isSingle) }

    /// True when more stands in the text than was read.
    public var isCut: Bool { ambiguities.contains { $0.code == .tooLong } }

    /// How the text was read: one line for each part, then what is ambiguous and what was left aside.
    public var explanation: String {
        var lines = parts.enumerated().map { index, part in
            var line = "part \(index + 1): street \"\(part.street)\", " + Self.words(part.numbers)
            if !part.postcode.isEmpty || !part.city.isEmpty {
                line += ", in " + [part.postcode, part.city].filter { !$0.isEmpty }.joined(separator: " ")
            }
            return line
        }
        lines += ambiguities.map { "ambiguous (\($0.code.rawValue)), part \($0.part + 1): \($0.note)" }
        lines += asides.map { "left aside: \"\($0)\"" }
        return lines.joined(separator: "\n")
    }

    private static func words(_ numbers: [HouseNumbers]) -> String {
        if numbers.isEmpty { return "no number: the whole street" }
        let shown = numbers.prefix(50).map { numbers in
            switch numbers {
            case .single(let number):
                return "number \(number)"
            case .range(let first, let last, .one):
                return "\(first.value % 2 == 0 ? "even" : "odd") numbers from \(first) to \(last)"
            case .range(let first, let last, .every):
                return last.value - first.value == 1
                    ? "numbers \(first) and \(last)" : "all numbers from \(first) to \(last)"
            case .suffixes(let value, let from, let to):
                return "number \(value) from \"\(from)\" to \"\(to)\""
            }
        }
        return shown.joined(separator: ", ") + (numbers.count > 50 ? ", and \(numbers.count - 50) more" : "")
    }
}
