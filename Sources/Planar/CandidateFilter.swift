/// Narrows lists of runs or edges to those that can hold the nearest border of some point of a square.
///
/// Lists live one behind the other on a stack, as deep as the squares are nested.
struct CandidateFilter {
    let table: EdgeTable
    /// More than rounding can move a computed point, in the unit of the coordinates.
    let slack: Double
    var stack: [UInt32] = []
    private var distances: [SIMD4<Double>] = []

    init(_ table: EdgeTable, slack: Double) {
        self.table = table
        self.slack = slack
    }

    /// Puts those runs of a list on the stack that matter in a square.
    mutating func narrowRuns(_ list: Range<Int>, _ corners: Corners) {
        var best = (SIMD4(repeating: Double.infinity), Double.infinity)
        var nearest = [0, 0, 0, 0, 0]
        distances.removeAll(keepingCapacity: true)
        for i in list {
            let run = Int(stack[i])
            let distance = corners.squaredDistances(to: table.runs[run].box)
            let central = table.runs[run].box.squaredDistance(to: corners.center)
            distances.append(distance)
            note(run, distance, central, &best, &nearest)
        }
        let witnesses = (0..<5).map { i in
            let run = table.runs[nearest[i]]
            let edges = Int(run.first)..<Int(run.end)
            let distances = edges.map { table.edges[$0].squaredDistance(to: corners[i]) }
            let edge = edges.lowerBound + distances.indices.min { distances[$0] < distances[$1] }!
            return corners.squaredDistances(to: table.edges[edge].foot(of: corners[i]), slack: slack)
        }
        keep(list, witnesses)
    }

    /// Puts those edges of a list on the stack that matter in a square.
    mutating func narrowEdges(_ list: Range<Int>, _ corners: Corners) {
        var best = (SIMD4(repeating: Double.infinity), Double.infinity)
        var nearest = [0, 0, 0, 0, 0]
        distances.removeAll(keepingCapacity: true)
        for i in list {
            let edge = Int(stack[i])
            var (distance, startIsNearest) = corners.squaredDistances(to: table.edges[edge])
            let central = table.edges[edge].squaredDistance(to: corners.center)
            note(edge, distance, central, &best, &nearest)
            // The edge before ends where this one starts, and goes first when both are as near.
            if startIsNearest, edge > 0, table.edges[edge - 1].b == table.edges[edge].a,
                table.zones[edge - 1] == table.zones[edge]
            {
                distance = SIMD4(repeating: .infinity)
            }
            distances.append(distance)
        }
        let witnesses = (0..<5).map { i in
            corners.squaredDistances(to: table.edges[nearest[i]].foot(of: corners[i]), slack: slack)
        }
        keep(list, witnesses)
    }

    /// Puts the edges of the runs of a list on the stack, ascending.
    mutating func expand(_ list: Range<Int>) {
        for run in stack[list].sorted() {
            for edge in table.runs[Int(run)].first..<table.runs[Int(run)].end { stack.append(UInt32(edge)) }
        }
    }

    @inline(__always)
    private func note(
        _ item: Int, _ distance: SIMD4<Double>, _ central: Double, _ best: inout (SIMD4<Double>, Double),
        _ nearest: inout [Int]
    ) {
        for c in 0..<4 where distance[c] < best.0[c] {
            best.0[c] = distance[c]
            nearest[c] = item
        }
        if central < best.1 {
            best.1 = central
            nearest[4] = item
        }
    }

    private mutating func keep(_ list: Range<Int>, _ witnesses: [SIMD4<Double>]) {
        for (i, distance) in zip(list, distances) {
            var isUseless = false
            for witness in witnesses where all(witness .< distance) { isUseless = true }
            if !isUseless { stack.append(stack[i]) }
        }
    }
}
