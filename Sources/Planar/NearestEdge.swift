/// The edge of a leaf that is nearest to a point.
///
/// Two edges are looked at side by side, by the very operations of ``Segment/squaredDistance(to:)``: the same bits, in half
/// the time. Nothing branches on a number, since no branch of that kind can be predicted.
enum NearestEdge {
    /// Room for the edges of all but a few leaves.
    private static let room = 32

    /// The square of the distance to the nearest edge, and its number, the lowest of those equally near; -1 when the square
    /// overflows, and when `needsEdge` says that the number does not matter.
    @inline(__always)
    static func of(
        _ leaf: UnsafePointer<CellGrid.Leaf>, to p: Point, in table: EdgeTable, needsEdge: Bool
    ) -> (edge: Int, squared: Double) {
        let edges = CellGrid.edges(of: leaf)
        let count = Int(leaf.pointee.count)
        if count > room { return slow(edges, count, to: p, in: table) }
        return withUnsafeTemporaryAllocation(of: SIMD2<Double>.self, capacity: room / 2) { squares in
            let x = SIMD2(repeating: p.x)
            let y = SIMD2(repeating: p.y)
            var least = SIMD2<Double>(repeating: .infinity)
            let base = table.edges.base
            for pair in 0..<(count + 1) / 2 {
                // An odd edge stands twice in the leaf.
                let found = squaredDistances(x, y, base + Int(edges[2 * pair]), base + Int(edges[2 * pair + 1]))
                squares[pair] = found
                least = least.replacing(with: found, where: found .< least)
            }
            let squared = least.x < least.y ? least.x : least.y
            guard needsEdge, squared < .infinity else { return (-1, squared) }
            var edge = UInt32.max
            for pair in 0..<(count + 1) / 2 {
                if squares[pair].x == squared { edge = min(edge, edges[2 * pair]) }
                if squares[pair].y == squared { edge = min(edge, edges[2 * pair + 1]) }
            }
            return (Int(edge), squared)
        }
    }

    /// The same one after the other.
    @inline(never)
    static func slow(
        _ edges: UnsafePointer<UInt32>, _ count: Int, to p: Point, in table: EdgeTable
    ) -> (edge: Int, squared: Double) {
        var best = (edge: -1, squared: Double.infinity)
        for i in 0..<count {
            let index = Int(edges[i])
            let squared = table.edges[index].squaredDistance(to: p)
            if squared < best.squared || (squared == best.squared && index < best.edge) { best = (index, squared) }
        }
        return best
    }

    @inline(__always)
    private static func squaredDistances(
        _ x: SIMD2<Double>, _ y: SIMD2<Double>, _ first: UnsafePointer<Segment>, _ second: UnsafePointer<Segment>
    ) -> SIMD2<Double> {
        let bx = SIMD2(first.pointee.b.x, second.pointee.b.x)
        let by = SIMD2(first.pointee.b.y, second.pointee.b.y)
        let ax = SIMD2(first.pointee.a.x, second.pointee.a.x)
        let ay = SIMD2(first.pointee.a.y, second.pointee.a.y)
        let dx = bx - ax
        let dy = by - ay
        let px = x - ax
        let py = y - ay
        let quotient = (px * dx + py * dy) / (dx * dx + dy * dy)
        let zero = SIMD2<Double>(repeating: 0)
        let t = zero.replacing(with: quotient, where: quotient .> zero)
        // Past the end the end itself is taken, whatever t.
        let isPast = quotient .>= SIMD2(repeating: 1)
        let ex = (px - t * dx).replacing(with: x - bx, where: isPast)
        let ey = (py - t * dy).replacing(with: y - by, where: isPast)
        return ex * ex + ey * ey
    }
}
