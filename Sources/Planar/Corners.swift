/// The corners of a square, and what lies nearest to them, to find out which edges can be nearest somewhere in it.
///
/// The places that are nearer to a point `w` than to a segment (or to any other set) are an intersection of half-planes,
/// one for each point of the segment, so they are convex. If the four corners are nearer to `w`, so is the whole
/// square: then a border through `w` makes the segment useless there. The points of the border nearest to the corners
/// and to the centre serve as witnesses `w`.
struct Corners {
    let x: SIMD4<Double>
    let y: SIMD4<Double>
    let center: Point
    /// The distance from the centre to the corners.
    let radius: Double

    init(_ box: Box) {
        x = SIMD4(box.minX, box.maxX, box.maxX, box.minX)
        y = SIMD4(box.minY, box.minY, box.maxY, box.maxY)
        center = box.center
        radius = center.distance(to: Point(x: box.minX, y: box.minY)) * (1 + 1e-14)
    }

    subscript(index: Int) -> Point { index < 4 ? Point(x: x[index], y: y[index]) : center }

    /// The squared distances to a point, somewhat enlarged: `slack` is more than what rounding may have moved the point.
    func squaredDistances(to w: Point, slack: Double) -> SIMD4<Double> {
        let dx = x - w.x
        let dy = y - w.y
        let distance = (dx * dx + dy * dy).squareRoot() * (1 + 1e-14) + slack
        return distance * distance
    }

    /// The squared distances to a box.
    @inline(__always)
    func squaredDistances(to box: Box) -> SIMD4<Double> {
        SIMD4(
            box.squaredDistance(to: self[0]), box.squaredDistance(to: self[1]), box.squaredDistance(to: self[2]),
            box.squaredDistance(to: self[3]))
    }

    /// The squared distances to a segment, to within rounding.
    @inline(__always)
    func squaredDistances(to segment: Segment) -> SIMD4<Double> {
        let dx = segment.b.x - segment.a.x
        let dy = segment.b.y - segment.a.y
        let inverse = 1 / (dx * dx + dy * dy)
        @inline(__always) func squared(_ c: Int) -> Double {
            let px = x[c] - segment.a.x
            let py = y[c] - segment.a.y
            let quotient = (px * dx + py * dy) * inverse
            let raised = quotient > 0 ? quotient : 0
            let t = raised < 1 ? raised : 1
            let ex = px - t * dx
            let ey = py - t * dy
            return ex * ex + ey * ey
        }
        return SIMD4(squared(0), squared(1), squared(2), squared(3))
    }

    /// True when the start is the nearest point of the segment for all corners.
    @inline(__always)
    func areBehindStart(of segment: Segment) -> Bool {
        let dx = segment.b.x - segment.a.x
        let dy = segment.b.y - segment.a.y
        let dot = (x - segment.a.x) * dx + (y - segment.a.y) * dy
        return dot[0] <= 0 && dot[1] <= 0 && dot[2] <= 0 && dot[3] <= 0
    }

    /// False only when all corners lie strictly on one side of the line of the segment.
    func areSplit(by segment: Segment) -> Bool {
        let left = (segment.b.x - segment.a.x) * (y - segment.a.y)
        let right = (segment.b.y - segment.a.y) * (x - segment.a.x)
        let cross = left - right
        let error = max(left.max(), -left.min(), right.max(), -right.min()) * (4 * orientationErrorBound)
        return !(cross.min() > error || cross.max() < -error)
    }
}
