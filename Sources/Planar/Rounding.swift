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
    return rounded.count > 3 && hasArea(rounded, scale) ? rounded : nil
}

/// Whether a ring of multiples of 1 / `scale` has an area, told in whole units, so that a ring on one line has none.
///
/// Products wrap: an area is only taken for zero where it is a multiple of 2⁶³ square units. A ring that units cannot hold has one.
private func hasArea(_ ring: [Point], _ scale: Double) -> Bool {
    var units: [(x: Int, y: Int)] = []
    for point in ring {
        guard let x = Int(exactly: (point.x * scale).rounded()), let y = Int(exactly: (point.y * scale).rounded())
        else { return true }
        units.append((x, y))
    }
    let twice = zip(units, units.dropFirst()).reduce(0) { $0 &+ ($1.0.x &* $1.1.y &- $1.1.x &* $1.0.y) }
    return twice != 0
}
