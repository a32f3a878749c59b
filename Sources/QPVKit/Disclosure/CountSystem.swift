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

        /// A count.
        public init(count: Int, key: UInt64 = 0) {
            self.count = count
            self.key = key
        }
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

    /// A system without cells.
    public init() {}

    /// Adds a count and gives its index.
    public mutating func add(_ cell: Cell) -> Int {
        cells.append(cell)
        return cells.count - 1
    }

    /// States that a cell is the sum of others.
    ///
    /// - Precondition: the counts add up.
    public mutating func state(total: Int, is parts: [Int]) {
        precondition(cells[total].count == parts.reduce(0) { $0 + cells[$1].count }, "a sum that its parts contradict")
        sums.append(Sum(total: total, parts: parts))
    }
}

/// What is published of a count.
public enum PublishedCount: Sendable, Equatable {
    /// The count as it is, or with its noise.
    case shown(Int)
    /// Not shown: it is small.
    case suppressed
    /// Not shown, since a small one could be found from it.
    case suppressedWithOthers

    /// The count; nil when it is not shown.
    public var value: Int? { if case .shown(let count) = self { count } else { nil } }
}

/// How small counts are kept from telling who is counted.
public enum DisclosureControl: Sendable, Equatable {
    /// Everything is shown.
    case none
    /// Counts from 1 to below the threshold are not shown, nor as many others as it takes that none can be found.
    case suppression(threshold: Int)
    /// Each count gets noise that depends on the seed and on who is counted: the same records give the same noise in every table.
    case cellKey(seed: UInt64)
}
