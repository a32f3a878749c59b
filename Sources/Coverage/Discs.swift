public import Planar

/// Discs of one radius around points: what of a shape they cover, with circles that are circles.
///
/// The area is an integral along the border of what is shared: the pieces of the shape's edges that lie in a disc, and the arcs of
/// the circles that lie in the shape and in no other disc. No circle is approximated by a polygon, so there is no error but that
/// of adding up numbers: below a millionth of the shape's area for radii up to a thousand times its size.
///
/// Making it is O(n log n) in the number of points. Immutable; any number of threads may ask at once.
public struct Discs: Sendable {
    /// The radius, in the unit of the coordinates.
    public let radius: Double
    private let centers: PointIndex
    private let points: [Point]

    /// Discs around points; points that are not finite have none. A radius that is not above 0 covers nothing.
    public init(around points: [Point], radius: Double) {
        self.points = points
        self.radius = radius
        centers = PointIndex(points)
    }

    /// The area of a shape that lies in at least one disc, in the square of the unit of the coordinates.
    ///
    /// The shape must be valid; its rings may run in either direction. O(k·(n + k) log k) for the n edges of the shape and the k
    /// discs that reach it; a shape whose box lies in one disc is covered without more ado.
    public func coveredArea(of shape: MultiPolygon) -> Double {
        let box = shape.box
        guard radius > 0, !box.isEmpty else { return 0 }
        let half = Point(x: box.maxX, y: box.maxY).distance(to: box.center)
        let reach = radius + half
        guard reach.isFinite else { return centers.count > 0 ? shape.area : 0 }
        var near: [Point] = []
        var isCovered = false
        centers.forEach(within: reach, of: box.center) { index, _ in
            let p = points[index]
            let farthest = Point(x: max(p.x - box.minX, box.maxX - p.x), y: max(p.y - box.minY, box.maxY - p.y))
            isCovered = isCovered || farthest.distance(to: Point(x: 0, y: 0)) <= radius
            if box.squaredDistance(to: p) < radius * radius { near.append(p) }
        }
        if isCovered { return shape.area }
        guard !near.isEmpty else { return 0 }
        var cover = DiscCover(shape, origin: box.center, near, radius)
        let area = cover.area()
        return min(max(0, area), shape.area)
    }
}
