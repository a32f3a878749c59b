/// What was tried while a query was answered: kept for ``Explanation`` only.
struct Trace {
    /// One comparison of a street with a reading.
    struct Comparison {
        var stage: Int
        var candidate: Candidate
        /// Words of the name with the words of the query that stand for them; the likeness is 1 for the same word.
        var pairs: [(own: String, typed: String, likeness: Double)] = []
        /// Words of the name that the query lacks.
        var missing: [String] = []
        /// Words of the query that the name lacks.
        var unread: [String] = []
    }

    /// The ways of searching that were tried, in order.
    private(set) var stages: [String] = []
    /// How many pages were searched at each stage.
    private(set) var searches: [Int] = []
    var comparisons: [Comparison] = []

    mutating func begin(_ stage: String) {
        stages.append(stage)
        searches.append(0)
    }

    mutating func countSearch() { searches[searches.count - 1] += 1 }
}
