/// How far a request is.
public enum RequestProgress: Sendable, Equatable {
    /// Rows done so far; their total is not known.
    case rows(Int)
    /// A stage of the work, by the name that its library gives it, and the part of it that is done, 0 to 1.
    case stage(String, fraction: Double)
}
