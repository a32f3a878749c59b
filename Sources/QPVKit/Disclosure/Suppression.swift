/// Small counts hidden, and others with them, so that no hidden count can be derived from what is shown.
///
/// Every hidden cell is changed by a ``Witness``: a table of whole numbers that adds up and shows the same, but has another value there.
/// So whoever knows all sums finds at least two values for each. The witness of a small count convinces even a reader who knows
/// which hidden counts are small, where there is one; where there is none (four ones that add up to four, with a threshold of 5),
/// it convinces those who know only that counts are not negative, and the cell is listed as ``weak``.
///
/// The least loss is NP-hard to find (Fischetti and Salazar, "Solving the cell suppression problem on tabular data with linear
/// constraints", Management Science 47, 2001); each small count takes the cheapest witness that a bounded search finds, then what
/// can be shown again is.
public struct Suppression: Sendable {
    /// What is published of each cell.
    public let published: [PublishedCount]
    /// Small counts that a reader who knows which hidden counts are small can perhaps derive; ascending.
    public let weak: [Int]
    /// What is lost beyond the small counts: the binary digits of the counts hidden with them.
    public let loss: Int

    /// Protects a system; see ``DisclosureControl/publish(_:)``.
    public init(of system: CountSystem, threshold: Int) throws(DisclosureError) {
        guard threshold >= 3 else { throw .thresholdTooLow(threshold) }
        let best = SuppressionPlan.best(for: system, threshold: threshold)
        let hidden = best.hidden
        published = system.cells.indices.map { cell in
            let count = system.cells[cell].count
            if !hidden[cell] { return .shown(count) }
            return system.cells[cell].isSmall(below: threshold) ? .suppressed : .suppressedWithOthers
        }
        weak = best.weak
        loss = best.loss
    }
}
