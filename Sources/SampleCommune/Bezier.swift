/// A cubic curve, with sums and products only: the same points on every machine.
struct Bezier: Sendable {
    var a: Point
    var b: Point
    var c: Point
    var d: Point

    /// The curve from one point to another that bulges by `bulge` metres to the left of the chord.
    init(from start: Point, to end: Point, bulge: Double = 0) {
        let chord = end - start
        let left = Point(-chord.y, chord.x) * (1 / chord.length)
        a = start
        b = start + chord * (1.0 / 3) + left * (bulge * 4 / 3)
        c = start + chord * (2.0 / 3) + left * (bulge * 4 / 3)
        d = end
    }

    /// The piece from `from` to `to` of a smooth curve that also passes `before` and `after` (Catmull and Rom).
    init(before: Point, from start: Point, to end: Point, after: Point) {
        a = start
        b = start + (end - before) * (1.0 / 6)
        c = end - (after - start) * (1.0 / 6)
        d = end
    }

    /// The point at `t`, from 0 at the beginning to 1 at the end.
    func at(_ t: Double) -> Point {
        let s = 1 - t
        return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t)
    }

    func line(pieces: Int) -> Polyline { Polyline((0...pieces).map { at(Double($0) / Double(pieces)) }) }
}
