/// How small counts are kept from telling who is counted.
public enum DisclosureControl: Sendable, Equatable {
    /// Everything is shown.
    case none
    /// Counts from 1 to below the threshold are not shown, nor as many others as it takes that none can be found.
    case suppression(threshold: Int)
    /// Each count gets noise that depends on the seed and on who is counted: the same records give the same noise in every table.
    case cellKey(seed: UInt64)

    /// What is published of each cell of a system, in the order of its cells.
    ///
    /// The same system gives the same answer on every machine. Throws ``DisclosureError`` when the threshold is below 3.
    /// What each method protects from, and what not, is in <doc:Disclosure>.
    ///
    /// - Complexity: of suppression, about the number of small counts times a search of bounded length; otherwise O(cells).
    public func publish(_ system: CountSystem) throws(DisclosureError) -> [PublishedCount] {
        switch self {
        case .none: system.cells.map { .shown($0.count) }
        case .suppression(let threshold): try Suppression(of: system, threshold: threshold).published
        case .cellKey(let seed): system.cells.map { .shown(CellKeyNoise.noisy($0, seed: seed)) }
        }
    }

    /// The same for a system with details whose other cells are published already: none of these is shown or hidden for a detail.
    ///
    /// - Parameter main: what is published of each cell that is not a detail; nil for details.
    /// - Returns: nil when the details cannot be protected so; then none of them must be shown, not even zeros.
    public func publish(
        _ system: CountSystem, keeping main: [PublishedCount?]
    ) throws(DisclosureError) -> [PublishedCount]? {
        guard case .suppression(let threshold) = self else { return try publish(system) }
        return try Suppression(of: system, threshold: threshold, keeping: main)?.published
    }
}
