/// Why counts cannot be protected as was asked.
public enum DisclosureError: Error, Sendable, Equatable, CustomStringConvertible {
    /// With a threshold below 3 the only count that is hidden is 1: to say that it is hidden is to say it.
    case thresholdTooLow(Int)

    /// In words, for a user.
    public var description: String {
        switch self {
        case .thresholdTooLow(let threshold):
            "a threshold of \(threshold) protects nobody: from 3 on, a hidden count can be one of several"
        }
    }
}
