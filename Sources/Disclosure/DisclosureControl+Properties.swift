extension DisclosureControl {
    /// The stable name of the method: `none`, `suppression`, `cell-key`.
    public var name: String {
        switch self {
        case .none: "none"
        case .suppression: "suppression"
        case .cellKey: "cell-key"
        }
    }

    /// Counts from 1 to below this number are hidden; nil for a method that hides none.
    public var threshold: Int? { if case .suppression(let threshold) = self { threshold } else { nil } }

    /// The seed of the records' keys; nil for a method that needs none.
    public var seed: UInt64? { if case .cellKey(let seed) = self { seed } else { nil } }
}
