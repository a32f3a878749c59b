public import Gazetteer

/// A street beside a perimeter: how many of its addresses lie on which side, and which numbers these are.
public struct LetterboxStreet: Sendable {
    /// Where a street lies.
    public enum Status: String, Sendable {
        /// All its addresses are inside.
        case whole
        /// Some are inside, and some are not or may not be.
        case split
        /// None is surely inside, but the border is closer to some than their position is exact.
        case edge
        /// None is inside or uncertain.
        case outside
    }

    /// One address of the street.
    public struct Number: Sendable, Equatable {
        /// 0 when it has none.
        public let number: Int
        /// "bis", "b", empty for none.
        public let suffix: String
        /// Inside, uncertain or outside.
        public let decision: Verdict.Decision

        init(_ number: Int, _ suffix: String, _ decision: Verdict.Decision) {
            self.number = number
            self.suffix = suffix
            self.decision = decision
        }
    }

    /// The street, as the gazetteer has it.
    public let street: StreetEntry
    /// All its addresses, by number and suffix.
    public let numbers: [Number]

    /// How many addresses have this verdict.
    public func count(_ decision: Verdict.Decision) -> Int { numbers.count { $0.decision == decision } }

    /// Where the street lies.
    public var status: Status {
        let inside = count(.inside)
        if inside == numbers.count { return .whole }
        if inside > 0 { return .split }
        return count(.uncertain) > 0 ? .edge : .outside
    }

    /// The numbers with this verdict as ranges, side by side: "12 to 48 even; 1, 5 to 9bis odd; 2 without number".
    ///
    /// A range spans no number of its side, with or without suffix, that has another verdict: it can be taken at its word. What
    /// the gazetteer does not know is not spoken of. O(numbers).
    public func ranges(_ decision: Verdict.Decision) -> String {
        var parts: [String] = []
        for (remainder, side) in [(0, "even"), (1, "odd")] {
            let runs = numbers.filter { $0.number > 0 && $0.number % 2 == remainder }
                .split { $0.decision != decision }
                .map { run in run.count == 1 ? run.first!.label : "\(run.first!.label) to \(run.last!.label)" }
            if !runs.isEmpty { parts.append(runs.joined(separator: ", ") + " " + side) }
        }
        let unnumbered = numbers.count { $0.number == 0 && $0.decision == decision }
        if unnumbered > 0 { parts.append("\(unnumbered) without number") }
        return parts.joined(separator: "; ")
    }
}

extension LetterboxStreet.Number {
    /// The number with its suffix: `12bis`.
    fileprivate var label: String { "\(number)\(suffix)" }
}
