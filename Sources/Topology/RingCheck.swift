import Planar

/// Checks that run before GEOS: what it would refuse to build, in the order in which it looks.
enum RingCheck {
    /// The first coordinate that is not finite.
    static func notFinite(_ value: MultiPolygon) -> TopologyError? {
        for (polygon, ring, points) in rings(value) {
            if let point = Ring.firstNotFinite(points) { return .notFinite(polygon: polygon, ring: ring, point: point) }
        }
        return nil
    }

    /// The first ring that does not end where it starts.
    static func openRing(_ value: MultiPolygon) -> InvalidityReason? {
        for (_, _, points) in rings(value) where !Ring.isClosed(points) {
            return InvalidityReason(.notClosed, "Ring is not closed", at: points.last)
        }
        return nil
    }

    /// The first ring with fewer points than GEOS takes, repeated ones included.
    static func shortRing(_ value: MultiPolygon) -> InvalidityReason? {
        for (_, _, points) in rings(value) where !points.isEmpty && points.count < 4 { return tooFew(points) }
        return nil
    }

    /// The first ring that holds no area, since it has fewer than three distinct points.
    static func collapsedRing(_ value: MultiPolygon) -> InvalidityReason? {
        for (_, _, points) in rings(value) where !points.isEmpty && Ring.isCollapsed(points) { return tooFew(points) }
        return nil
    }

    /// No polygon at all, or one without exterior ring.
    static func empty(_ value: MultiPolygon) -> InvalidityReason? {
        if value.polygons.isEmpty { return InvalidityReason(.empty, "No polygon", at: nil) }
        guard let index = value.polygons.firstIndex(where: \.exterior.isEmpty) else { return nil }
        return InvalidityReason(.empty, "Polygon \(index) has no exterior ring", at: nil)
    }

    static func tooFew(_ points: [Point]) -> InvalidityReason {
        InvalidityReason(.tooFewPoints, "Too few points in geometry component", at: points.first)
    }

    /// Every ring with the number of its polygon and its own (0 is the exterior), exteriors before the holes they own.
    static func rings(_ value: MultiPolygon) -> [(polygon: Int, ring: Int, points: [Point])] {
        var rings: [(Int, Int, [Point])] = []
        for (index, polygon) in value.polygons.enumerated() {
            rings.append((index, 0, polygon.exterior))
            for (hole, points) in polygon.holes.enumerated() { rings.append((index, hole + 1, points)) }
        }
        return rings
    }
}
