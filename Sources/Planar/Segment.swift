/// A straight edge from `a` to `b`.
struct Segment: Sendable, BitwiseCopyable {
    var a: Point
    var b: Point

    var box: Box { Box(a, b) }

    /// The nearest point of the segment to `p`: an end exactly when the end is nearest.
    func foot(of p: Point) -> Point {
        let dx = b.x - a.x
        let dy = b.y - a.y
        let t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)
        if !(t > 0) { return a }
        if t >= 1 { return b }
        return Point(x: a.x + t * dx, y: a.y + t * dy)
    }

    /// The square of the distance to `p`.
    ///
    /// Taken from the end itself when that is nearest, so that two edges that meet there give the very same number.
    /// Without branches, which nothing could predict: the end is picked by a mask.
    @inline(__always)
    func squaredDistance(to p: Point) -> Double {
        let way = wayFromFoot(to: p)
        let atEnd: UInt64 = 0 &- (way.quotient >= 1 ? 1 : 0)
        let ex = Segment.pick(p.x - b.x, way.x, atEnd)
        let ey = Segment.pick(p.y - b.y, way.y, atEnd)
        return ex * ex + ey * ey
    }

    /// The square of the distance to `p`, cheaper and to within rounding only.
    @inline(__always)
    func roughSquaredDistance(to p: Point) -> Double {
        let way = wayFromFoot(to: p)
        return way.x * way.x + way.y * way.y
    }

    /// The vector to `p` from its foot, and where the foot would be on the whole line: 0 at `a`, 1 at `b`.
    @inline(__always)
    private func wayFromFoot(to p: Point) -> (x: Double, y: Double, quotient: Double) {
        let dx = b.x - a.x
        let dy = b.y - a.y
        let px = p.x - a.x
        let py = p.y - a.y
        let quotient = (px * dx + py * dy) / (dx * dx + dy * dy)
        let raised = quotient > 0 ? quotient : 0
        let t = raised < 1 ? raised : 1
        return (px - t * dx, py - t * dy, quotient)
    }

    /// The first number where the mask is all ones, the second where it is zero.
    @inline(__always)
    private static func pick(_ first: Double, _ second: Double, _ mask: UInt64) -> Double {
        Double(bitPattern: first.bitPattern & mask | second.bitPattern & ~mask)
    }
}
