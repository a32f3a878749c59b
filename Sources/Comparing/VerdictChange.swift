import Verdicts

/// What becomes of a row's verdict from one vintage to the next.
public enum VerdictChange: String, Sendable, CaseIterable {
    /// Outside every old perimeter, inside a new one.
    case entered
    /// Inside an old perimeter, outside every new one.
    case left
    /// Inside both times, but of a new perimeter that does not answer to the old one (see ``CrosswalkRelation/isLink``).
    case moved
    /// Undecided by the old perimeters, inside a new one.
    case nowInside = "now_inside"
    /// Undecided by the old perimeters, outside every new one.
    case nowOutside = "now_outside"
    /// Decided by the old perimeters, undecided by the new ones.
    case nowUncertain = "now_uncertain"
    /// Nothing can be said: the row was not located.
    case notLocated = "not_located"

    /// The change from one verdict to the other; nil when there is none.
    ///
    /// - Parameter isSuccessor: whether the new perimeter answers to the old one.
    init?(from old: Verdict, to new: Verdict, isSuccessor: (_ old: Int, _ new: Int) -> Bool) {
        switch (old.decision, new.decision) {
        case (.notLocated, _), (_, .notLocated): self = .notLocated
        case (.inside, .inside):
            if isSuccessor(old.perimeter!, new.perimeter!) { return nil }
            self = .moved
        case (.outside, .outside), (.uncertain, .uncertain): return nil
        case (.outside, .inside): self = .entered
        case (.inside, .outside): self = .left
        case (.uncertain, .inside): self = .nowInside
        case (.uncertain, .outside): self = .nowOutside
        case (.inside, .uncertain), (.outside, .uncertain): self = .nowUncertain
        }
    }
}
