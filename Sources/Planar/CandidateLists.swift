/// Lists of runs or edges that can hold the nearest border of some point of a square.
///
/// They live one behind the other on a stack, as deep as the squares are nested.
struct CandidateLists {
    private let sieve: CandidateSieve
    private(set) var stack: [UInt32]

    /// Starts with all runs. Rounding must not move a computed point by more than `slack`.
    init(_ table: EdgeTable, slack: Double) {
        sieve = CandidateSieve(table: table, slack: slack)
        stack = (0..<UInt32(table.runs.count)).map { $0 }
    }

    /// Takes all lists off the stack that were put there since it had this height.
    mutating func drop(to height: Int) { stack.removeLast(stack.count - height) }

    /// Puts the edges of the runs of a list on the stack, ascending, and gives their place there.
    mutating func expand(_ list: Range<Int>) -> Range<Int> {
        let start = stack.count
        for run in stack[list].sorted().map({ sieve.table.runs[Int($0)] }) {
            for edge in run.first..<run.end { stack.append(UInt32(edge)) }
        }
        return start..<stack.count
    }

    /// Puts those runs or edges of a list on the stack that matter in a square, and gives their place there.
    mutating func narrow(_ list: Range<Int>, areRuns: Bool, _ corners: Corners) -> Range<Int> {
        let start = stack.count
        stack.append(contentsOf: repeatElement(0, count: list.count))
        let sieve = sieve
        let kept = stack.withUnsafeMutableBufferPointer { stack in
            let source = UnsafeBufferPointer(rebasing: stack[list])
            let target = stack.baseAddress! + start
            return withUnsafeTemporaryAllocation(of: CandidateSieve.Candidate.self, capacity: list.count) {
                let scratch = $0.baseAddress!
                return areRuns
                    ? sieve.runs(source, corners, scratch, target) : sieve.edges(source, corners, scratch, target)
            }
        }
        stack.removeLast(list.count - kept)
        return start..<start + kept
    }
}
