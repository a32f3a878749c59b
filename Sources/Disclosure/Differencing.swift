extension DisclosureControl {
    /// The cells of a table published twice whose two values differ by 1 to below the threshold: who came or went is a small group.
    ///
    /// Only cells that both show are compared; indices ascend. With noise a difference says little, since both values are off by
    /// up to 4.
    ///
    /// - Precondition: both are of the same table, cell by cell.
    /// - Complexity: O(cells).
    public static func differencing(
        _ earlier: [PublishedCount], _ later: [PublishedCount], threshold: Int
    ) -> [Int] {
        precondition(earlier.count == later.count, "two publications of different tables")
        return earlier.indices.filter { index in
            guard let before = earlier[index].value, let after = later[index].value, before != after else {
                return false
            }
            let (difference, isTooLarge) = before.subtractingReportingOverflow(after)
            return !isTooLarge && difference.magnitude < threshold
        }
    }
}
