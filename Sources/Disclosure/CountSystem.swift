/// Counts that are published together, and which of them add up to which.
///
/// Tables that share cells are one system: a count that stands in two of them is one cell, so what one hides the other cannot tell.
public struct CountSystem: Sendable {
    /// A count, and the sum of the keys of the records that it counts.
    public struct Cell: Sendable, Equatable {
        /// How many records, at least 0.
        public var count: Int
        /// The sum of the records' keys, wrapping; for cell-key perturbation only.
        public var key: UInt64
        /// Whether the count says something about those whom it counts, so that a small one is hidden; a count of what is not known
        /// about people says nothing, and is hidden only with others.
        public var isSensitive: Bool
        /// The table of details that it stands in, from 1; 0 for what readers came for, of which no detail hides anything.
        public var detail: Int

        /// A count.
        public init(count: Int, key: UInt64 = 0, isSensitive: Bool = true, detail: Int = 0) {
            self.count = count
            self.key = key
            self.isSensitive = isSensitive
            self.detail = detail
        }

        /// Whether suppression hides it for its own sake.
        func isSmall(below threshold: Int) -> Bool { isSensitive && 1..<threshold ~= count }
    }

    /// One cell that is the sum of others; indices into ``CountSystem/cells``.
    public struct Sum: Sendable, Equatable {
        /// The sum.
        public var total: Int
        /// What it is the sum of.
        public var parts: [Int]

        /// A sum.
        public init(total: Int, parts: [Int]) {
            self.total = total
            self.parts = parts
        }
    }

    /// The counts.
    public private(set) var cells: [Cell] = []
    /// What adds up to what.
    public private(set) var sums: [Sum] = []

    /// Whether a count of zero is always shown, so that every reader takes one that is hidden to be 1 at least.
    let showsZeros: Bool

    /// Whether counts of zero are published elsewhere as they are, and no cell is zero: readers take every hidden one to be 1 at least.
    let lacksZeros: Bool

    /// A system without cells.
    ///
    /// - Parameters:
    ///   - showsZeros: whether zeros are never hidden, and readers may know it; protecting then hides more sums.
    ///   - lacksZeros: whether zeros are published as they are without being cells, and readers may know it.
    public init(showsZeros: Bool = false, lacksZeros: Bool = false) {
        (self.showsZeros, self.lacksZeros) = (showsZeros, lacksZeros)
    }

    /// Adds a count and gives its index.
    public mutating func add(_ cell: Cell) -> Int {
        cells.append(cell)
        return cells.count - 1
    }

    /// The system without its details, and which of its cells are there.
    var essentials: (system: CountSystem, cells: [Int]) {
        let kept = cells.indices.filter { cells[$0].detail == 0 }
        var ranks = [Int](repeating: -1, count: cells.count)
        for (rank, cell) in kept.enumerated() { ranks[cell] = rank }
        var system = CountSystem(showsZeros: showsZeros, lacksZeros: lacksZeros)
        system.cells = kept.map { cells[$0] }
        system.sums = sums.lazy
            .filter { sum in ranks[sum.total] >= 0 && sum.parts.allSatisfy { ranks[$0] >= 0 } }
            .map { sum in Sum(total: ranks[sum.total], parts: sum.parts.map { ranks[$0] }) }
        return (system, kept)
    }

    /// States that a cell is the sum of others.
    ///
    /// - Precondition: the counts add up.
    public mutating func state(total: Int, is parts: [Int]) {
        precondition(cells[total].count == parts.reduce(0) { $0 + cells[$1].count }, "a sum that its parts contradict")
        sums.append(Sum(total: total, parts: parts))
    }
}
