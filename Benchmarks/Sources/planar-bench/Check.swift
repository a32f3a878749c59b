import Planar

/// Compares every 500th answer with a look at every zone and every edge.
func check(_ workload: Workload, _ index: ZoneIndex) {
    var edges: [(a: Point, b: Point)] = []
    for zone in workload.zones { zone.forEachEdge { if $0 != $1 { edges.append(($0, $1)) } } }
    let boxes = workload.zones.map(\.box)
    var sums = (fast: 0.0, slow: 0.0)
    var checked = 0
    for i in stride(from: 0, to: workload.points.count, by: 500) {
        let p = workload.points[i]
        let zone = workload.zones.indices.first { boxes[$0].contains(p) && workload.zones[$0].locate(p) != .outside }
        let nearest = edges.reduce(Double.infinity) { min($0, squaredDistance(p, $1.a, $1.b)) }.squareRoot()
        let answer = index.locate(p)
        precondition(index.firstZone(at: p) == zone && answer.zone == zone ?? -1, "zone of point \(i): \(p)")
        precondition(abs(answer.distance - nearest) < 1e-9, "distance of point \(i): \(p)")
        sums.fast += answer.distance
        sums.slow += nearest
        checked += 1
    }
    precondition(abs(sums.fast - sums.slow) < 1e-6)
    print("\(checked) answers equal to brute force, mean distance \(fixed(sums.slow / Double(checked), 0)) m")
}

private func squaredDistance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let d = Point(x: b.x - a.x, y: b.y - a.y)
    let q = Point(x: p.x - a.x, y: p.y - a.y)
    let t = min(max((q.x * d.x + q.y * d.y) / (d.x * d.x + d.y * d.y), 0), 1)
    return Point(x: q.x - t * d.x, y: q.y - t * d.y).squaredDistance(to: Point(x: 0, y: 0))
}
