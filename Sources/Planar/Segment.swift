/// A straight edge from `a` to `b`.
struct Segment: Sendable, BitwiseCopyable {
    var a: Point
    var b: Point

    var box: Box { Box(a, b) }

    /// The nearest point of the segment to `p`: an end exactly when the end is nearest.
    func foot(of p: Point) -> Point {
        let dx = b.x - a.x
        let dy = b.y - a.y
        let dot = (p.x - a.x) * dx + (p.y - a.y) * dy
        let squaredLength = dx * dx + dy * dy
        if !(dot > 0) { return a }
        if dot >= squaredLength { return b }
        let t = dot / squaredLength
        return Point(x: a.x + t * dx, y: a.y + t * dy)
    }

    /// The square of the distance to `p`.
    ///
    /// Taken from the end itself when that is nearest, so that two edges that meet there give the very same number.
    @inline(__always)
    func squaredDistance(to p: Point) -> Double {
        let dx = b.x - a.x
        let dy = b.y - a.y
        let px = p.x - a.x
        let py = p.y - a.y
        let dot = px * dx + py * dy
        let squaredLength = dx * dx + dy * dy
        let t = dot / squaredLength
        let ex = dot >= squaredLength ? p.x - b.x : dot > 0 ? px - t * dx : px
        let ey = dot >= squaredLength ? p.y - b.y : dot > 0 ? py - t * dy : py
        return ex * ex + ey * ey
    }
}
