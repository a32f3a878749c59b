/// The edges of all zones in one array, zone after zone, ring after ring, with a tree over runs of a few of them.
///
/// Edges of no length are left out; a zone with a coordinate that is not finite has no edges.
final class EdgeTable: Sendable {
    static let runLength = 8

    let edges: Table<Segment>
    /// The zone of each edge.
    let zones: Table<Int32>
    /// The first edge of each zone, and the number of edges at the end.
    let zoneStarts: Table<Int32>
    let zoneBoxes: Table<Box>
    /// Runs of consecutive edges of one zone; each starts at a multiple of the run length from the zone's first edge.
    let runs: Table<Run>
    /// The first run of each zone, and the number of runs at the end.
    let runStarts: Table<Int32>
    let runTree: BoxIndex
    let zoneTree: BoxIndex
    let box: Box

    struct Run: Sendable, BitwiseCopyable {
        var box: Box
        var first: Int32
        var end: Int32
        var zone: Int32
    }

    init(_ multiPolygons: [MultiPolygon]) {
        var edges: [Segment] = []
        var zones: [Int32] = []
        var zoneStarts: [Int32] = [0]
        var runs: [Run] = []
        var runStarts: [Int32] = [0]
        edges.reserveCapacity(multiPolygons.reduce(0) { $0 + $1.vertexCount })
        zones.reserveCapacity(edges.capacity)
        for (zone, shape) in multiPolygons.enumerated() {
            let start = edges.count
            var isFinite = true
            shape.forEachEdge { a, b in
                isFinite = isFinite && a.isFinite && b.isFinite
                if a != b { edges.append(Segment(a: a, b: b)) }
            }
            if !isFinite { edges.removeLast(edges.count - start) }
            for first in stride(from: start, to: edges.count, by: Self.runLength) {
                let end = min(first + Self.runLength, edges.count)
                let box = edges[first..<end].reduce(Box.empty) { $0.union($1.box) }
                runs.append(Run(box: box, first: Int32(first), end: Int32(end), zone: Int32(zone)))
            }
            zones.append(contentsOf: repeatElement(Int32(zone), count: edges.count - start))
            zoneStarts.append(Int32(edges.count))
            runStarts.append(Int32(runs.count))
        }
        let boxes = multiPolygons.indices.map { zone in
            runs[Int(runStarts[zone])..<Int(runStarts[zone + 1])].reduce(Box.empty) { $0.union($1.box) }
        }
        self.edges = Table(edges)
        self.zones = Table(zones)
        self.zoneStarts = Table(zoneStarts)
        self.runs = Table(runs)
        self.runStarts = Table(runStarts)
        zoneBoxes = Table(boxes)
        runTree = BoxIndex(runs.map(\.box))
        zoneTree = BoxIndex(boxes)
        box = zoneTree.box
    }

    var zoneCount: Int { zoneStarts.count - 1 }

    var byteCount: Int {
        edges.byteCount + zones.byteCount + zoneStarts.byteCount + zoneBoxes.byteCount + runs.byteCount
            + runStarts.byteCount + runTree.byteCount + zoneTree.byteCount
    }

    @inline(__always)
    func edgeRange(ofZone zone: Int) -> Range<Int> { Int(zoneStarts[zone])..<Int(zoneStarts[zone + 1]) }

    /// Where a finite point lies with respect to one zone, exactly: every edge of the zone is looked at.
    func locate(_ p: Point, inZone zone: Int) -> PointLocation {
        guard zoneBoxes[zone].contains(p) else { return .outside }
        var crossings = CrossingCount(of: p)
        for i in edgeRange(ofZone: zone) { crossings.count(edges[i].a, edges[i].b) }
        return crossings.location
    }

    /// The nearest edge to a finite point by the tree, the first of those equally near; -1 when there is none.
    func nearestEdge(to p: Point) -> (edge: Int, squared: Double) {
        var best = (edge: -1, squared: Double.infinity)
        guard let guess = runTree.guess(near: p) else { return best }
        improve(&best, p, run: guess)
        runTree.walk({ $0.squaredDistance(to: p) <= best.squared }) { improve(&best, p, run: $0) }
        return best
    }

    /// The nearest edge of one zone, the first of those equally near; -1 when the zone has none.
    func nearestEdge(to p: Point, ofZone zone: Int) -> (edge: Int, squared: Double) {
        var best = (edge: -1, squared: Double.infinity)
        let range = Int(runStarts[zone])..<Int(runStarts[zone + 1])
        var first = (run: -1, squared: Double.infinity)
        for run in range {
            let squared = runs[run].box.squaredDistance(to: p)
            if squared < first.squared { first = (run, squared) }
        }
        if first.run < 0 { return best }
        improve(&best, p, run: first.run)
        for run in range where runs[run].box.squaredDistance(to: p) <= best.squared {
            improve(&best, p, run: run)
        }
        return best
    }

    @inline(__always)
    private func improve(_ best: inout (edge: Int, squared: Double), _ p: Point, run: Int) {
        for i in Int(runs[run].first)..<Int(runs[run].end) {
            let squared = edges[i].squaredDistance(to: p)
            if squared < best.squared || (squared == best.squared && i < best.edge) {
                best = (i, squared)
            }
        }
    }
}
