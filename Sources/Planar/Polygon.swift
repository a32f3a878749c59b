/// An exterior ring and the holes in it.
///
/// Rings are closed: the first point is repeated at the end (a ring that is not is closed by its last edge). The
/// direction of the rings does not matter.
public struct Polygon: Sendable, Hashable {
    /// The outer ring.
    public var exterior: [Point]
    /// The rings cut out of it.
    public var holes: [[Point]]

    /// Makes a polygon of its rings; nothing is checked.
    public init(exterior: [Point], holes: [[Point]] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// The area of the exterior ring less that of its holes, in the square of the unit of the coordinates.
    ///
    /// Right whatever the direction of the rings. O(vertices).
    public var area: Double {
        holes.reduce(ringArea(exterior)) { $0 - ringArea($1) }
    }
}

/// The unsigned area of a ring by the shoelace formula.
func ringArea(_ ring: [Point]) -> Double { signedRingArea(ring).magnitude }

/// The area of a ring by the shoelace formula, positive when it runs counter-clockwise.
///
/// Coordinates are taken from the first vertex, so that large coordinates do not eat the digits of small areas.
func signedRingArea(_ ring: [Point]) -> Double {
    guard let origin = ring.first else { return 0 }
    var twice = 0.0
    forEachEdge(of: ring) { a, b in
        twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return twice / 2
}

/// Visits the edges of a ring in order, with the closing one when the ring is not closed; skips none.
@inline(__always)
func forEachEdge(of ring: [Point], _ body: (Point, Point) -> Void) {
    ring.withUnsafeBufferPointer { ring in
        guard ring.count > 1 else { return }
        for i in 1..<ring.count { body(ring[i - 1], ring[i]) }
        if ring[ring.count - 1] != ring[0] { body(ring[ring.count - 1], ring[0]) }
    }
}
