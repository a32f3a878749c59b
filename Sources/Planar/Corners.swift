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

    init(_ box: Box) {
        x = SIMD4(box.minX, box.maxX, box.maxX, box.minX)
        y = SIMD4(box.minY, box.minY, box.maxY, box.maxY)
        center = box.center
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
        let zero = SIMD4<Double>()
        let dx = pointwiseMax(pointwiseMax(box.minX - x, x - box.maxX), zero)
        let dy = pointwiseMax(pointwiseMax(box.minY - y, y - box.maxY), zero)
        return dx * dx + dy * dy
    }

    /// The squared distances to a segment, and whether its start is the nearest of it for all.
    @inline(__always)
    func squaredDistances(to segment: Segment) -> (SIMD4<Double>, startIsNearest: Bool) {
        let dx = segment.b.x - segment.a.x
        let dy = segment.b.y - segment.a.y
        let px = x - segment.a.x
        let py = y - segment.a.y
        let dot = px * dx + py * dy
        let inverse = 1 / (dx * dx + dy * dy)
        let t = pointwiseMin(pointwiseMax(dot * inverse, SIMD4<Double>()), SIMD4(repeating: 1))
        let ex = px - t * dx
        let ey = py - t * dy
        return (ex * ex + ey * ey, dot.max() <= 0)
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
