/// A point of the plan, in metres east and north of the middle of the town (its central square).
struct Point: Equatable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    var length: Double { (x * x + y * y).squareRoot() }

    func distance(to other: Point) -> Double { (self - other).length }

    static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
    static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
    static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }
}

/// The distance from a point to a segment, in metres.
func distance(from p: Point, toSegment a: Point, _ b: Point) -> Double {
    let d = b - a
    let square = d.x * d.x + d.y * d.y
    guard square > 0 else { return p.distance(to: a) }
    let t = min(1, max(0, ((p.x - a.x) * d.x + (p.y - a.y) * d.y) / square))
    return p.distance(to: a + d * t)
}
