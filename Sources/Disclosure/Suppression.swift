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
    /// Whether details are published: not when there is no protecting them without hiding more of the rest. Then none must be
    /// shown, not even zeros.
    public let isDetailShown: Bool
    /// What is lost beyond the small counts: the binary digits of the counts hidden with them.
    public let loss: Int

    /// Protects a system; see ``DisclosureControl/publish(_:)``.
    public init(of system: CountSystem, threshold: Int) throws(DisclosureError) {
        guard threshold >= 3 else { throw .thresholdTooLow(threshold) }
        let essentials = system.essentials
        var plan = SuppressionPlan.best(for: essentials.system, threshold: threshold)
        if system.lacksZeros { _ = plan.coverWithoutZeros(isLast: true) }
        var weak = plan.weak.map { essentials.cells[$0] }
        var hidden = system.cells.map { $0.detail > 0 }
        for (rank, cell) in essentials.cells.enumerated() { hidden[cell] = plan.hidden[rank] }
        let isWhole = essentials.cells.count == system.cells.count
        if !isWhole, var detailed = SuppressionPlan(detailsOf: system, threshold: threshold, around: hidden),
            !system.lacksZeros || detailed.coverWithoutZeros(isLast: false)
        {
            plan = detailed
            (hidden, weak) = (detailed.hidden, detailed.weak)
            isDetailShown = true
        } else {
            isDetailShown = isWhole
        }
        published = system.cells.indices.map { cell in
            if !hidden[cell] { return .shown(system.cells[cell].count) }
            return system.cells[cell].isSmall(below: threshold) ? .suppressed : .suppressedWithOthers
        }
        self.weak = weak
        loss = plan.loss
    }

    /// Protects the details of a system whose other cells are published already; nil when nothing protects them.
    ///
    /// - Parameter main: what is published of each cell that is not a detail; nil for details.
    init?(of system: CountSystem, threshold: Int, keeping main: [PublishedCount?]) throws(DisclosureError) {
        guard threshold >= 3 else { throw .thresholdTooLow(threshold) }
        let around = main.map { $0.map { $0.value == nil } ?? true }
        guard var plan = SuppressionPlan(detailsOf: system, threshold: threshold, around: around) else { return nil }
        if system.lacksZeros, !plan.coverWithoutZeros(isLast: false) { return nil }
        published = system.cells.indices.map { cell in
            if let kept = main[cell] { return kept }
            if !plan.hidden[cell] { return .shown(system.cells[cell].count) }
            return system.cells[cell].isSmall(below: threshold) ? .suppressed : .suppressedWithOthers
        }
        (weak, loss, isDetailShown) = (plan.weak, plan.loss, true)
    }
}
