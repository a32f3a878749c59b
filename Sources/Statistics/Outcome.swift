import Verdicts

/// What is known of where one record lies: the verdicts, with what is surely inside apart.
enum Outcome: Int, Sendable, CaseIterable {
    case insideSure
    case insideProbable
    case outside
    case uncertain
    case notLocated

    init(_ decision: Verdict.Decision, isSure: Bool) {
        switch decision {
        case .inside: self = isSure ? .insideSure : .insideProbable
        case .outside: self = .outside
        case .uncertain: self = .uncertain
        case .notLocated: self = .notLocated
        }
    }

    var isInside: Bool { self == .insideSure || self == .insideProbable }

    /// How much is known: of two records of one person the one with the lower rank is believed.
    var rank: Int { rawValue <= Self.outside.rawValue ? 0 : rawValue }
}

/// The counts of a share: the outcomes, and their sums.
public enum ShareClass: Int, Sendable, CaseIterable {
    /// Inside a perimeter, quality 1.
    case insideSure
    /// Inside a perimeter, not surely.
    case insideProbable
    /// In no perimeter.
    case outside
    /// Located, but not decidable.
    case uncertain
    /// Not located.
    case notLocated
    /// Inside a perimeter: the numerator.
    case inside
    /// Inside or outside: the denominator of the point value.
    case decided
    /// All: the denominator of the bounds.
    case all

    /// The sums among the classes, each with its parts.
    package static let sums: [(total: ShareClass, parts: [ShareClass])] = [
        (.inside, [.insideSure, .insideProbable]), (.decided, [.inside, .outside]),
        (.all, [.decided, .uncertain, .notLocated]),
    ]

    /// Whether it says where people live; the others say how well that is known.
    package var isSensitive: Bool {
        switch self {
        case .outside, .inside, .decided, .all: true
        case .insideSure, .insideProbable, .uncertain, .notLocated: false
        }
    }

    /// The count of which it is a part, and beside which it stands.
    package var whole: ShareClass? {
        switch self {
        case .insideSure, .insideProbable: .inside
        case .uncertain, .notLocated: .all
        case .outside, .inside, .decided, .all: nil
        }
    }

    /// Whether the parts of this count (see ``whole``) can be shown beside it when it is hidden.
    ///
    /// Those inside who are sure never: they are some of a hidden few. The undecidable and the not located say that the total is as
    /// large as they are together. Any hidden count is 1 at least, and one from the threshold on is not small, so neither tells anything of a
    /// small one; what lies between does.
    func showsParts(_ parts: [Int?], threshold: Int) -> Bool {
        guard self == .all else { return false }
        let sum = parts.reduce(0) { $0 + ($1 ?? 0) }
        return sum <= 1 || sum >= threshold
    }

    /// The outcomes that it counts.
    var outcomes: [Outcome] {
        switch self {
        case .insideSure: [.insideSure]
        case .insideProbable: [.insideProbable]
        case .outside: [.outside]
        case .uncertain: [.uncertain]
        case .notLocated: [.notLocated]
        case .inside: [.insideSure, .insideProbable]
        case .decided: [.insideSure, .insideProbable, .outside]
        case .all: Outcome.allCases
        }
    }
}
