/// A zone of the plan: its polygons, each an outer ring and its holes, in metres; rings are not closed.
struct Perimeter: Sendable {
    let code: String
    let name: String
    let communes: [Locality]
    let polygons: [[[Point]]]

    /// True for a point in the zone (even-odd rule; no address of the sample lies on a border).
    func contains(_ point: Point) -> Bool {
        var inside = false
        for ring in polygons.joined() {
            for (a, b) in zip(ring, ring.dropFirst() + [ring[0]]) where (a.y > point.y) != (b.y > point.y) {
                if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { inside.toggle() }
            }
        }
        return inside
    }
}

/// Twice the area of a ring: positive when it runs anticlockwise.
func doubleArea(_ ring: [Point]) -> Double {
    zip(ring, ring.dropFirst() + [ring[0]]).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
}
