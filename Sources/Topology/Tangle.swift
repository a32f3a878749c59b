public import Planar

extension MultiPolygon {
    /// How much a repair has to untangle: the crossings of edges, at each vertex the edges beyond two, and the pairs of rings of
    /// which one may lie inside the other.
    ///
    /// A crossing is a pair of edges that meet where at least one of them does not end, or run over each other; edges that are the
    /// same count once. A hole in its own exterior ring is no such pair. The rings of a valid shape have no crossings, and
    /// branchings only where they touch. GEOS needs time that grows with the square of this number, so it is asked first. All
    /// rings must be finite.
    ///
    /// - Parameter limit: where counting stops.
    /// - Returns: the number; nil beyond the limit, and when so many edges lie side by side that the pairs of them cannot be
    ///   looked at, some hundred for each edge.
    /// - Complexity: O((n + k) log n) for n edges of which k pairs have boxes that meet.
    public func tangle(atMost limit: Int) -> Int? {
        var edges: [Edge] = []
        edges.reserveCapacity(vertexCount)
        for polygon in polygons {
            for ring in [polygon.exterior] + polygon.holes {
                for (a, b) in zip(ring, ring.dropFirst()) where a != b { edges.append(Edge(a, b)) }
                // An open ring is closed before it is repaired.
                if let first = ring.first, let last = ring.last, first != last { edges.append(Edge(last, first)) }
            }
        }
        var count = Self.branchings(edges)
        guard count <= limit, let nestings = nestings(atMost: limit - count) else { return nil }
        count += nestings
        let isWhole = BoxIndex(edges.map(\.box)).forEachPair { i, j in
            if edges[i].crosses(edges[j]) { count += 1 }
            return count <= limit
        }
        return isWhole ? count : nil
    }

    /// The number of pairs of rings of which the box of one holds that of the other; nil beyond the limit.
    private func nestings(atMost limit: Int) -> Int? {
        var rings: [(polygon: Int, isHole: Bool, box: Box)] = []
        for (number, polygon) in polygons.enumerated() {
            rings.append((number, false, Self.box(polygon.exterior)))
            for hole in polygon.holes { rings.append((number, true, Self.box(hole))) }
        }
        guard rings.count > 1 else { return 0 }
        var count = 0
        let isWhole = BoxIndex(rings.map(\.box)).forEachPair { i, j in
            let (a, b) = (rings[i], rings[j])
            let isOwnHole = a.polygon == b.polygon && a.isHole != b.isHole
            if !isOwnHole, a.box.union(b.box) == a.box || a.box.union(b.box) == b.box { count += 1 }
            return count <= limit
        }
        return isWhole ? count : nil
    }

    private static func box(_ ring: [Point]) -> Box {
        ring.reduce(into: Box.empty) { $0.formUnion($1) }
    }

    /// The number of ends beyond two at each vertex, equal edges counted once.
    private static func branchings(_ edges: [Edge]) -> Int {
        var ends: [Edge] = edges.flatMap { [$0, Edge($0.b, $0.a)] }
        ends.sort { $0.isBefore($1) }
        var count = 0, degree = 0
        var last: Edge?
        for end in ends where last.map({ $0.a != end.a || $0.b != end.b }) ?? true {
            degree = last?.a == end.a ? degree + 1 : 1
            if degree > 2 { count += 1 }
            last = end
        }
        return count
    }
}

/// An edge from one vertex to another one.
private struct Edge {
    let a: Point
    let b: Point

    init(_ a: Point, _ b: Point) { (self.a, self.b) = (a, b) }

    var box: Box { Box(a, b) }

    func isBefore(_ other: Edge) -> Bool {
        (a.x, a.y, b.x, b.y) < (other.a.x, other.a.y, other.b.x, other.b.y)
    }

    /// Whether the edges meet elsewhere than in an end of both, without being the same.
    func crosses(_ other: Edge) -> Bool {
        let (c, d) = (other.a, other.b)
        if (a == c && b == d) || (a == d && b == c) { return false }
        if a == c { return Self.isOver(a, b, d) }
        if a == d { return Self.isOver(a, b, c) }
        if b == c { return Self.isOver(b, a, d) }
        if b == d { return Self.isOver(b, a, c) }
        return orientation(a, b, c) * orientation(a, b, d) <= 0 && orientation(c, d, a) * orientation(c, d, b) <= 0
    }

    /// Whether two edges that leave one vertex run over each other.
    private static func isOver(_ start: Point, _ first: Point, _ second: Point) -> Bool {
        orientation(start, first, second) == 0
            && (first.x - start.x) * (second.x - start.x) + (first.y - start.y) * (second.y - start.y) > 0
    }
}
