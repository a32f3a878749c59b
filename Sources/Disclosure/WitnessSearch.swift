/// Finds, for one small count, another table that hides as little more as possible.
///
/// A search over partial changes: a cell moves by one, which breaks the sums that it is in; a broken sum is mended by moving another
/// of its cells. In a two-way table that walks the rectangles and longer cycles of cell suppression (Cox, "Suppression methodology
/// and statistical disclosure control", JASA 75, 1980), in tables of more ways the hypercubes (Giessing and Repsilber, "Tools and
/// strategies to protect multiple tables with the GHQUAR cell suppression engine", 2002), and it needs no shape of table at all: sums
/// are enough. The best first, by what is hidden so far and how many sums are broken, until nothing cheaper is left or the
/// effort is spent.
struct WitnessSearch {
    let counts: [Int]
    let threshold: Int
    /// Which counts are hidden for their own sake.
    let isSmall: [Bool]
    private let isSensitive: [Bool]
    /// Whether readers take every hidden count to be 1 at least.
    var showsZeros: Bool
    let graph: SumGraph
    /// What must stay shown.
    var isFixed: [Bool]
    /// What is hidden already, and so costs nothing to change.
    var hidden: [Bool]
    /// Beyond so many cells of one sum the best are tried.
    private static let width = 40
    private static let longest = 96

    private struct Node {
        var parent: Int
        var cell: Int
        var sign: Int
        var depth: Int
        var loss: Int
        var broken: Int
        var mark: UInt64
    }
    private var reader = Witness.Reader.knowsWhich
    private var scope = Scope.all
    private var urgency = 0
    private var nodes: [Node] = []
    private var queue = ScoreQueue()
    private var seen: Set<UInt64> = []
    private var change: [Int32]
    private var gap: [Int32]
    private var touched: [Int] = []

    /// A search in a system where nothing is hidden but the small counts.
    init(_ system: CountSystem, threshold: Int) {
        counts = system.cells.map(\.count)
        self.threshold = threshold
        graph = SumGraph(system)
        showsZeros = system.showsZeros
        isSensitive = system.cells.map(\.isSensitive)
        isSmall = system.cells.map { $0.isSmall(below: threshold) }
        hidden = isSmall
        isFixed = isSmall.map { _ in false }
        change = [Int32](repeating: 0, count: counts.count)
        gap = [Int32](repeating: 0, count: graph.sumCount)
    }

    /// What hiding a count loses: its binary digits, at least 1; of one that says nothing about people, 1.
    func loss(ofHiding cell: Int) -> Int {
        isSensitive[cell] ? max(1, Int.bitWidth - counts[cell].leadingZeroBitCount) : 1
    }

    /// Whether a reader would believe that a cell has another value.
    func isCredible(_ cell: Int, _ value: Int, _ reader: Witness.Reader) -> Bool {
        if isFixed[cell] { return false }
        return switch reader {
        case .knowsNot: showsZeros ? counts[cell] > 0 && value > 0 : value >= 0
        case .knowsWhich:
            if isSmall[cell] {
                value > 0 && value < threshold
            } else if isSensitive[cell] {
                counts[cell] > 0 && value >= threshold
            } else {
                counts[cell] > 0 && value > 0
            }
        }
    }

    /// Which cells may change.
    enum Scope {
        /// Any; what is not hidden yet would be.
        case all
        /// The hidden ones but one.
        case hiddenBut(Int)
    }

    /// How long to search, and how.
    struct Effort {
        /// How many partial changes are pursued at most.
        var steps: Int
        /// What a broken sum weighs against two binary digits lost: little finds the cheapest, much finds any.
        var urgency = 5
    }

    /// The cheapest table found in which a cell differs and that convinces a reader; nil when none was.
    ///
    /// - Complexity: O(effort · (depth + cells of a sum)).
    mutating func witness(for cell: Int, _ reader: Witness.Reader, in scope: Scope = .all, _ effort: Effort) -> Witness?
    {
        self.reader = reader
        self.scope = scope
        urgency = effort.urgency
        nodes.removeAll(keepingCapacity: true)
        queue.removeAll()
        seen.removeAll(keepingCapacity: true)
        var best: Int?
        var candidates: [Candidate] = []
        for sign in [1, -1] where isCredible(cell, counts[cell] + sign, reader) {
            let broken = graph.sums(ofCell: cell).count
            let node = Node(
                parent: -1, cell: cell, sign: sign, depth: 1, loss: hidden[cell] ? 0 : loss(ofHiding: cell),
                broken: broken,
                mark: Self.mark(cell, sign))
            nodes.append(node)
            if broken == 0 { best = nodes.count - 1 } else { queue.push(score(node), nodes.count - 1) }
        }
        var spent = 0
        while spent < effort.steps, best.map({ nodes[$0].loss > 0 }) ?? true, let index = queue.pop() {
            let node = nodes[index]
            if let best, node.loss >= nodes[best].loss { continue }
            spent += 1
            replay(index)
            if let sum = shortestBroken() {
                collect(
                    &candidates, of: sum, after: node, below: best.map { nodes[$0].loss } ?? .max)
                for candidate in candidates {
                    let next = Node(
                        parent: index, cell: candidate.cell, sign: candidate.sign, depth: node.depth + 1,
                        loss: node.loss + candidate.loss, broken: candidate.broken,
                        mark: node.mark &+ Self.mark(candidate.cell, candidate.sign))
                    guard seen.insert(next.mark).inserted else { continue }
                    nodes.append(next)
                    if next.broken > 0 {
                        if next.depth < Self.longest { queue.push(score(next), nodes.count - 1) }
                    } else if best.map({ next.loss < nodes[$0].loss }) ?? true {
                        best = nodes.count - 1
                    }
                }
            }
            rewind()
        }
        guard let best else { return nil }
        replay(best)
        let cells = touched.filter { change[$0] != 0 }
        var found = Witness(reader: reader, changes: [])
        for cell in cells where change[cell] != 0 {
            found.changes.append(.init(cell: cell, by: Int(change[cell])))
            change[cell] = 0
        }
        for cell in cells { for link in graph.sums(ofCell: cell) { gap[Int(link.index)] = 0 } }
        touched.removeAll(keepingCapacity: true)
        return found
    }

    private struct Candidate {
        var cell: Int
        var sign: Int
        var loss: Int
        var broken: Int
        var score: Int
    }

    /// The cells of a broken sum that mend it by one, the best first where there are more than are tried.
    private mutating func collect(
        _ candidates: inout [Candidate], of sum: Int, after node: Node, below: Int
    ) {
        candidates.removeAll(keepingCapacity: true)
        let members = graph.members(ofSum: sum)
        let start = members.count > Self.width ? (nodes[0].cell &* 2_654_435_761 + node.depth) % members.count : 0
        // Of a sum that shares no cell with another as long, none mends a second sum: a stretch is as good as all, with the total.
        let isStretch = members.count > SumGraph.long && !graph.longSumsCross
        for step in (isStretch ? -1..<SumGraph.long / 2 : 0..<members.count) {
            var place = step < 0 ? members.startIndex : members.startIndex + start + step
            if place >= members.endIndex { place -= members.count }
            let cell = Int(members[place].index)
            let sign = (gap[sum] > 0) == (members[place].sign > 0) ? -1 : 1
            let changed = Int(change[cell])
            if changed * sign < 0 { continue }
            if case .hiddenBut(let other) = scope, !hidden[cell] || cell == other { continue }
            guard isCredible(cell, counts[cell] + changed + sign, reader) else { continue }
            let extra = changed != 0 || hidden[cell] ? 0 : loss(ofHiding: cell)
            if node.loss + extra >= below { continue }
            var broken = node.broken
            for link in graph.sums(ofCell: cell) {
                let before = Int(gap[Int(link.index)])
                broken += abs(before + sign * Int(link.sign)) - abs(before)
            }
            let score = 2 * extra + urgency * broken
            if candidates.count == Self.width {
                if score >= candidates[Self.width - 1].score { continue }
                candidates.removeLast()
            }
            var at = candidates.count
            while at > 0, candidates[at - 1].score > score { at -= 1 }
            candidates.insert(Candidate(cell: cell, sign: sign, loss: extra, broken: broken, score: score), at: at)
        }
    }

    private func score(_ node: Node) -> Int { 2 * node.loss + urgency * node.broken + node.depth }

    private mutating func replay(_ index: Int) {
        var at = index
        while at >= 0 {
            let node = nodes[at]
            change[node.cell] += Int32(node.sign)
            touched.append(node.cell)
            for link in graph.sums(ofCell: node.cell) { gap[Int(link.index)] += Int32(node.sign) * link.sign }
            at = node.parent
        }
    }

    private func shortestBroken() -> Int? {
        var best: Int?
        for cell in touched {
            for link in graph.sums(ofCell: cell) where gap[Int(link.index)] != 0 {
                let sum = Int(link.index)
                guard let other = best else {
                    best = sum
                    continue
                }
                if (graph.length(ofSum: sum), sum) < (graph.length(ofSum: other), other) { best = sum }
            }
        }
        return best
    }

    private mutating func rewind() {
        for cell in touched {
            change[cell] = 0
            for link in graph.sums(ofCell: cell) { gap[Int(link.index)] = 0 }
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// A number for a move, so that the same moves in another order add up to the same.
    private static func mark(_ cell: Int, _ sign: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: 2 * cell + (sign > 0 ? 1 : 0)).mixed
    }
}
