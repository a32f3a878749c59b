/// What became of a perimeter from one vintage to the next, pair by pair.
public enum CrosswalkRelation: String, Sendable, CaseIterable {
    /// The same shape, or one of which nearly all is common: the shared area is at least ``Crosswalk/Options/keptFrom`` of both.
    case kept
    /// One old perimeter answers to one new one, and the border moved by more than that.
    case modified
    /// The old perimeter is divided over several new ones, of which this one has no other source.
    case split
    /// The new perimeter unites several old ones, of which this one has no other successor.
    case merged
    /// Both at once: the old one has several successors, and the new one several sources.
    case recomposed
    /// Both share some ground, but too little to be linked: a border that was drawn again.
    case sliver
    /// The old perimeter has no successor.
    case gone
    /// The new perimeter has no source.
    case new
    /// The perimeter has no partner, but one of its commune in the other vintage has no shape that can be used: it may be that one.
    case undecided
    /// The perimeter has no shape that can be used, so nothing can be said of it.
    case unusable

    /// Whether the old and the new perimeter answer to one another.
    public var isLink: Bool {
        switch self {
        case .kept, .modified, .split, .merged, .recomposed: true
        case .sliver, .gone, .new, .undecided, .unusable: false
        }
    }
}
