/// What is published of a count.
///
/// The two reasons for hiding are for whoever makes the table. A reader must not see which it was: both are to be printed alike.
public enum PublishedCount: Sendable, Equatable {
    /// The count as it is, or with its noise.
    case shown(Int)
    /// Not shown: it is small.
    case suppressed
    /// Not shown, since a small one could be found from it.
    case suppressedWithOthers

    /// The count; nil when it is not shown.
    public var value: Int? { if case .shown(let count) = self { count } else { nil } }
}
