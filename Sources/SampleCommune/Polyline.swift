/// A line of straight pieces, in metres.
struct Polyline: Sendable {
    let points: [Point]
    private let low: Point
    private let high: Point

    init(_ points: [Point]) {
        self.points = points
        low = points.reduce(points[0]) { Point(min($0.x, $1.x), min($0.y, $1.y)) }
        high = points.reduce(points[0]) { Point(max($0.x, $1.x), max($0.y, $1.y)) }
    }

    var length: Double { zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) } }

    var reversed: Polyline { Polyline(points.reversed()) }

    /// The line followed by one that begins where this ends.
    func joined(with other: Polyline) -> Polyline { Polyline(points + other.points.dropFirst()) }

    /// The point that far along the line and the unit vector to its left.
    func place(at distance: Double) -> (point: Point, left: Point) {
        var rest = distance
        for index in 1..<points.count {
            let a = points[index - 1]
            let b = points[index]
            let piece = a.distance(to: b)
            if rest <= piece || index == points.count - 1 {
                let along = (b - a) * (1 / piece)
                return (a + along * rest, Point(-along.y, along.x))
            }
            rest -= piece
        }
        preconditionFailure("a line has two points at least")
    }

    /// The distance from a point to the line, in metres.
    func distance(to point: Point) -> Double {
        var least = Double.infinity
        for index in 1..<points.count {
            least = min(least, SampleCommune.distance(from: point, toSegment: points[index - 1], points[index]))
        }
        return least
    }

    /// True for a point closer to the line than `reach` metres.
    func isNear(_ point: Point, within reach: Double) -> Bool {
        guard point.x > low.x - reach, point.x < high.x + reach, point.y > low.y - reach, point.y < high.y + reach
        else { return false }
        return distance(to: point) < reach
    }
}
