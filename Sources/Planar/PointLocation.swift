/// Where a point lies with respect to a zone.
@frozen
public enum PointLocation: Sendable, Hashable {
    /// In the interior.
    case inside
    /// Exactly on an edge or a vertex. Such a point belongs to the zone.
    case border
    /// Neither.
    case outside
}

extension MultiPolygon {
    /// Says exactly where a point lies, by the even-odd rule over all rings.
    ///
    /// The slow and plain way, O(vertices): for many questions make a ``ZoneIndex``. A point with a coordinate that is
    /// not finite is outside.
    public func locate(_ p: Point) -> PointLocation {
        guard p.isFinite else { return .outside }
        var crossings = CrossingCount(of: p)
        forEachEdge { crossings.count($0, $1) }
        return crossings.location
    }
}

/// Counts the edges that a ray from a point to the right crosses, exactly.
///
/// An edge owns its lower end and not its upper one, so that a ray through a vertex counts right.
struct CrossingCount {
    private let p: Point
    private var isOdd = false
    private var isOnBorder = false

    init(of p: Point) { self.p = p }

    @inline(__always)
    mutating func count(_ a: Point, _ b: Point) {
        if (a.y > p.y) != (b.y > p.y) {
            let side = orientation(a, b, p)
            if side == 0 { isOnBorder = true }
            if (side > 0) == (b.y > a.y) { isOdd.toggle() }
        } else if a.y == p.y || b.y == p.y {
            touch(a, b)
        }
    }

    /// The edge does not cross the line of the ray, yet an end lies on it.
    private mutating func touch(_ a: Point, _ b: Point) {
        if a == p || b == p { isOnBorder = true }
        if a.y == b.y && min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) { isOnBorder = true }
    }

    var location: PointLocation { isOnBorder ? .border : isOdd ? .inside : .outside }
}
