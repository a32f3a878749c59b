import Planar

extension MultiPolygon {
    /// The multipolygon without holes that another of its polygons fills exactly, ring for ring: hole and filler go, the
    /// filler's own holes pass to the polygon that had the hole.
    ///
    /// No place changes sides by the even-odd rule, and no edge is left of what nothing parts. Rings are closed and have no
    /// repeated points; they are the same whatever their start and turn. O(n).
    var withoutFilledHoles: MultiPolygon {
        guard polygons.count > 1, polygons.contains(where: { !$0.holes.isEmpty }) else { return self }
        let fillers = Dictionary(
            polygons.indices.map { (Self.unrolled(polygons[$0].exterior), $0) }, uniquingKeysWith: { first, _ in first }
        )
        var result = polygons
        var gone: Set<Int> = []
        for p in polygons.indices where !gone.contains(p) {
            var holes: [[Point]] = []
            var waiting = Array(result[p].holes.reversed())
            while let hole = waiting.popLast() {
                if let filler = fillers[Self.unrolled(hole)], filler != p, gone.insert(filler).inserted {
                    waiting += result[filler].holes.reversed()
                } else {
                    holes.append(hole)
                }
            }
            result[p].holes = holes
        }
        return MultiPolygon(polygons: result.indices.filter { !gone.contains($0) }.map { result[$0] })
    }

    /// A closed ring from its lowest point on, in the turn whose second point is the lower one.
    private static func unrolled(_ ring: [Point]) -> [Point] {
        let points = ring.dropLast()
        func isBelow(_ a: Point, _ b: Point) -> Bool { (a.x, a.y) < (b.x, b.y) }
        guard let start = points.indices.min(by: { isBelow(points[$0], points[$1]) }) else { return [] }
        var turned = Array(points[start...] + points[..<start])
        if turned.count > 2, isBelow(turned[turned.count - 1], turned[1]) { turned[1...].reverse() }
        return turned
    }
}
