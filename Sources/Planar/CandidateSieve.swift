/// Tells the runs or edges that can hold the nearest border of some point of a square from the others.
///
/// What is kept is written behind what was kept before, always, and counted only when it stays: whether it does could not
/// be predicted, so nothing branches on it.
struct CandidateSieve {
    /// A run or an edge with the squared distances of the corners.
    struct Candidate: BitwiseCopyable {
        var item: UInt32
        var distances: SIMD4<Double>
    }

    let table: EdgeTable
    /// More than rounding can move a computed point, in the unit of the coordinates.
    let slack: Double

    /// Copies the runs that matter to `target` and gives their number.
    func runs(
        _ source: UnsafeBufferPointer<UInt32>, _ corners: Corners, _ candidates: UnsafeMutablePointer<Candidate>,
        _ target: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var nearest = Nearest()
        for i in 0..<source.count {
            let box = table.runs[Int(source[i])].box
            let distances = corners.squaredDistances(to: box)
            candidates[i] = Candidate(item: source[i], distances: distances)
            nearest.note(Int(source[i]), distances)
            nearest.noteCentral(Int(source[i]), box.squaredDistance(to: corners.center))
        }
        let witnesses = nearest.map { nearestEdge(to: corners[$0], ofRun: $1) }
        return keep(candidates, source.count, witnesses, corners, target)
    }

    /// Copies the edges that matter to `target` and gives their number.
    func edges(
        _ source: UnsafeBufferPointer<UInt32>, _ corners: Corners, _ candidates: UnsafeMutablePointer<Candidate>,
        _ target: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var nearest = Nearest()
        var count = 0
        for i in 0..<nearCenter(source, corners, candidates, &nearest) {
            let item = candidates[i].item
            let distances = corners.squaredDistances(to: table.edges[Int(item)])
            nearest.note(Int(item), distances)
            candidates[count] = Candidate(item: item, distances: distances)
            count += hasEqual(Int(item), corners) ? 0 : 1
        }
        return keep(candidates, count, nearest.items, corners, target)
    }

    /// Keeps what is near the centre, which is quickly found out: an edge farther from the centre than the nearest one by more than twice the way from there to a
    /// corner has a nearer one everywhere.
    @inline(__always)
    private func nearCenter(
        _ source: UnsafeBufferPointer<UInt32>, _ corners: Corners,
        _ candidates: UnsafeMutablePointer<Candidate>, _ nearest: inout Nearest
    ) -> Int {
        for i in 0..<source.count {
            let squared = table.edges[Int(source[i])].roughSquaredDistance(to: corners.center)
            nearest.noteCentral(Int(source[i]), squared)
            candidates[i] = Candidate(item: source[i], distances: SIMD4(repeating: squared))
        }
        let reach = nearest.central.squareRoot() + 2 * (corners.radius + slack)
        let limit = reach * reach * (1 + 1e-12)
        var count = 0
        for i in 0..<source.count {
            let candidate = candidates[i]
            candidates[count].item = candidate.item
            count += candidate.distances[0] <= limit ? 1 : 0
        }
        return count
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
    @inline(__always)
    private func keep(
        _ candidates: UnsafePointer<Candidate>, _ count: Int, _ edges: Nearest.Items, _ corners: Corners,
        _ target: UnsafeMutablePointer<UInt32>
    ) -> Int {
        func witness(_ edge: Int, _ i: Int) -> SIMD4<Double> {
            corners.squaredDistances(to: table.edges[edge].foot(of: corners[i]), slack: slack)
        }
        let w0 = witness(edges.0, 0)
        let w1 = witness(edges.1, 1)
        let w2 = witness(edges.2, 2)
        let w3 = witness(edges.3, 3)
        let w4 = witness(edges.4, 4)
        var kept = 0
        for i in 0..<count {
            let d = candidates[i].distances
            let isUseless = allLess(w0, d) | allLess(w1, d) | allLess(w2, d) | allLess(w3, d) | allLess(w4, d)
            target[kept] = candidates[i].item
            kept += 1 - Int(isUseless)
        }
        return kept
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

/// 1 when each number is less than its counterpart, else 0: then all differences have their sign bit set. Finite numbers only.
@inline(__always)
private func allLess(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> UInt64 {
    let bits = unsafeBitCast(a - b, to: SIMD4<UInt64>.self)
    return (bits[0] & bits[1] & bits[2] & bits[3]) >> 63
}
