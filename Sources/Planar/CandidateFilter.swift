/// Narrows lists of runs or edges to those that can hold the nearest border of some point of a square.
///
/// Lists live one behind the other on a stack, as deep as the squares are nested.
struct CandidateFilter {
    /// What is left of a list after the first sieve, with the squared distances of the corners.
    private struct Candidate {
        var item: UInt32
        var distances: SIMD4<Double>
    }

    let table: EdgeTable
    /// More than rounding can move a computed point, in the unit of the coordinates.
    let slack: Double
    private(set) var stack: [UInt32]
    private var central: [Double] = []
    private var candidates: [Candidate] = []

    /// Starts with all runs.
    init(_ table: EdgeTable, slack: Double) {
        self.table = table
        self.slack = slack
        stack = (0..<UInt32(table.runs.count)).map { $0 }
    }

    /// Takes all lists off the stack that were put there since it had this height.
    mutating func drop(to height: Int) { stack.removeLast(stack.count - height) }

    /// Puts the edges of the runs of a list on the stack, ascending, and gives their place there.
    mutating func expand(_ list: Range<Int>) -> Range<Int> {
        let start = stack.count
        for run in stack[list].sorted() {
            for edge in table.runs[Int(run)].first..<table.runs[Int(run)].end { stack.append(UInt32(edge)) }
        }
        return start..<stack.count
    }

    /// Puts those runs of a list on the stack that matter in a square, and gives their place there.
    mutating func narrowRuns(_ list: Range<Int>, _ corners: Corners) -> Range<Int> {
        var nearest = Nearest()
        candidates.removeAll(keepingCapacity: true)
        for i in list {
            let run = Int(stack[i])
            let distances = corners.squaredDistances(to: table.runs[run].box)
            candidates.append(Candidate(item: UInt32(run), distances: distances))
            nearest.note(run, distances)
            nearest.noteCentral(run, table.runs[run].box.squaredDistance(to: corners.center))
        }
        return keep(nearest.map { nearestEdge(to: corners[$0], ofRun: $1) }, corners)
    }

    /// Puts those edges of a list on the stack that matter in a square, and gives their place there.
    mutating func narrowEdges(_ list: Range<Int>, _ corners: Corners) -> Range<Int> {
        // A first cheap sieve: an edge farther from the centre than the nearest one by more than twice the way from there to
        // a corner has a nearer one everywhere.
        var nearest = Nearest()
        central.removeAll(keepingCapacity: true)
        for i in list {
            let squared = table.edges[Int(stack[i])].roughSquaredDistance(to: corners.center)
            nearest.noteCentral(Int(stack[i]), squared)
            central.append(squared)
        }
        let reach = nearest.central.squareRoot() + 2 * (corners.radius + slack)
        let limit = reach * reach * (1 + 1e-12)
        candidates.removeAll(keepingCapacity: true)
        for i in list where central[i - list.lowerBound] <= limit {
            let edge = Int(stack[i])
            let distances = corners.squaredDistances(to: table.edges[edge])
            nearest.note(edge, distances)
            if !hasEqual(edge, corners) { candidates.append(Candidate(item: UInt32(edge), distances: distances)) }
        }
        return keep(nearest.items, corners)
    }

    /// True when the edge is nowhere nearer than the one before it, which ends where it starts and goes first.
    @inline(__always)
    private func hasEqual(_ edge: Int, _ corners: Corners) -> Bool {
        guard edge > 0, table.edges[edge - 1].b == table.edges[edge].a else { return false }
        return table.zones[edge - 1] == table.zones[edge] && corners.areBehindStart(of: table.edges[edge])
    }

    private func nearestEdge(to p: Point, ofRun run: Int) -> Int {
        var best = (edge: Int(table.runs[run].first), squared: Double.infinity)
        for edge in Int(table.runs[run].first)..<Int(table.runs[run].end) {
            let squared = table.edges[edge].squaredDistance(to: p)
            if squared < best.squared { best = (edge, squared) }
        }
        return best.edge
    }

    /// Keeps what no witness makes useless; a witness is the place of an edge nearest to a corner or the centre.
    private mutating func keep(_ edges: Nearest.Items, _ corners: Corners) -> Range<Int> {
        func witness(_ edge: Int, _ i: Int) -> SIMD4<Double> {
            corners.squaredDistances(to: table.edges[edge].foot(of: corners[i]), slack: slack)
        }
        let start = stack.count
        let w0 = witness(edges.0, 0)
        let w1 = witness(edges.1, 1)
        let w2 = witness(edges.2, 2)
        let w3 = witness(edges.3, 3)
        let w4 = witness(edges.4, 4)
        for candidate in candidates {
            let d = candidate.distances
            if allLess(w4, d) || allLess(w0, d) || allLess(w1, d) || allLess(w2, d) || allLess(w3, d) { continue }
            stack.append(candidate.item)
        }
        return start..<stack.count
    }
}

/// The candidates nearest to the four corners and to the centre.
private struct Nearest {
    typealias Items = (Int, Int, Int, Int, Int)

    private(set) var items: Items = (0, 0, 0, 0, 0)
    private(set) var central = Double.infinity
    private var squared = SIMD4(repeating: Double.infinity)

    @inline(__always)
    mutating func noteCentral(_ item: Int, _ distance: Double) {
        if distance < central { (central, items.4) = (distance, item) }
    }

    @inline(__always)
    mutating func note(_ item: Int, _ distances: SIMD4<Double>) {
        if distances[0] < squared[0] { (squared[0], items.0) = (distances[0], item) }
        if distances[1] < squared[1] { (squared[1], items.1) = (distances[1], item) }
        if distances[2] < squared[2] { (squared[2], items.2) = (distances[2], item) }
        if distances[3] < squared[3] { (squared[3], items.3) = (distances[3], item) }
    }

    func map(_ edge: (Int, Int) -> Int) -> Items {
        (edge(0, items.0), edge(1, items.1), edge(2, items.2), edge(3, items.3), edge(4, items.4))
    }
}

/// True when each number is less than its counterpart: then all differences have their sign bit set. Finite numbers only.
@inline(__always)
private func allLess(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> Bool {
    let bits = unsafeBitCast(a - b, to: SIMD4<UInt64>.self)
    return (bits[0] & bits[1] & bits[2] & bits[3]) >> 63 != 0
}
