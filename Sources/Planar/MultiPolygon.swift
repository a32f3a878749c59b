/// Polygons that make one zone.
///
/// What lies inside is decided by the even-odd rule over all rings of all polygons together. For a valid multipolygon
/// that is the usual meaning; an invalid one should be repaired before.
public struct MultiPolygon: Sendable, Hashable {
    /// The parts.
    public var polygons: [Polygon]

    /// Makes a multipolygon of its parts; nothing is checked.
    public init(polygons: [Polygon] = []) { self.polygons = polygons }

    /// The smallest box that holds every vertex. O(vertices).
    public var box: Box {
        var box = Box.empty
        forEachRing { ring in for p in ring { box.formUnion(p) } }
        return box
    }

    /// The sum of the areas of the parts, in the square of the unit of the coordinates; holes are subtracted.
    ///
    /// O(vertices).
    public var area: Double { polygons.reduce(0) { $0 + $1.area } }

    /// The length of all rings, holes included, in the unit of the coordinates. O(vertices).
    public var perimeterLength: Double {
        var length = 0.0
        forEachEdge { a, b in length += a.distance(to: b) }
        return length
    }

    /// True when no ring has a vertex.
    public var isEmpty: Bool { vertexCount == 0 }

    /// The number of vertices as stored; the repeated last one of each ring counts.
    public var vertexCount: Int {
        var count = 0
        forEachRing { count += $0.count }
        return count
    }

    /// Visits each ring: the exterior of a part, then its holes, part after part.
    @inlinable
    public func forEachRing(_ body: (_ ring: [Point]) -> Void) {
        for polygon in polygons {
            body(polygon.exterior)
            for hole in polygon.holes { body(hole) }
        }
    }

    /// Visits each edge in the order and direction of the rings; a ring left open is closed by one more edge.
    public func forEachEdge(_ body: (_ a: Point, _ b: Point) -> Void) {
        forEachRing { Planar.forEachEdge(of: $0, body) }
    }

    /// Visits each edge so that the interior lies to its left, whatever the direction of the rings.
    public func forEachEdgeLeavingInteriorLeft(_ body: (_ a: Point, _ b: Point) -> Void) {
        for polygon in polygons {
            let rings = [(polygon.exterior, true)] + polygon.holes.map { ($0, false) }
            for (ring, isExterior) in rings {
                let isTurned = (signedRingArea(ring) > 0) != isExterior
                Planar.forEachEdge(of: ring) { a, b in if isTurned { body(b, a) } else { body(a, b) } }
            }
        }
    }
}
