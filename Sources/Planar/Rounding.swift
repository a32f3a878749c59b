extension MultiPolygon {
    /// The zone with its coordinates rounded to so many decimals, a half away from zero, without what that leaves of no use:
    /// repeated vertices, and rings of fewer than three vertices or without area; with an exterior its holes go.
    ///
    /// Rings come out closed. Rings that run within a step of each other or of themselves may touch or cross. O(vertices).
    public func rounded(decimals: Int) -> MultiPolygon {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        return MultiPolygon(
            polygons: polygons.compactMap { polygon in
                guard let exterior = roundedRing(polygon.exterior, scale) else { return nil }
                return Polygon(exterior: exterior, holes: polygon.holes.compactMap { roundedRing($0, scale) })
            })
    }
}

/// The ring with multiples of 1 / `scale` as coordinates, closed; nil when nothing of it is left.
private func roundedRing(_ ring: [Point], _ scale: Double) -> [Point]? {
    var rounded: [Point] = []
    rounded.reserveCapacity(ring.count + 1)
    for point in ring {
        let point = Point(x: (point.x * scale).rounded() / scale, y: (point.y * scale).rounded() / scale)
        if point != rounded.last { rounded.append(point) }
    }
    if let first = rounded.first, first != rounded.last { rounded.append(first) }
    return rounded.count > 3 && signedRingArea(rounded) != 0 ? rounded : nil
}
