import Planar

/// What is asked of a ring before GEOS sees it.
enum Ring {
    /// Twice the signed area: positive when counter-clockwise. Coordinates are taken from the first point, for
    /// exactness.
    static func doubledArea(_ ring: [Point]) -> Double {
        guard let origin = ring.first else { return 0 }
        var sum = 0.0
        var previous = (x: 0.0, y: 0.0)
        for point in ring {
            let current = (x: point.x - origin.x, y: point.y - origin.y)
            sum += previous.x * current.y - current.x * previous.y
            previous = current
        }
        return sum
    }

    /// True when the ring is empty or ends where it starts.
    static func isClosed(_ ring: [Point]) -> Bool { ring.first == ring.last }

    /// True when a closed ring has fewer than four points once repeated ones are counted once: it holds no area.
    static func isCollapsed(_ ring: [Point]) -> Bool {
        guard var last = ring.first else { return true }
        var distinct = 1
        for point in ring.dropFirst() where point != last {
            distinct += 1
            if distinct == 4 { return false }
            last = point
        }
        return true
    }

    /// The index of the first point that is not finite.
    static func firstNotFinite(_ ring: [Point]) -> Int? { ring.firstIndex { !($0.x.isFinite && $0.y.isFinite) } }

    /// The ring closed, and without points that repeat the one before.
    static func tidied(_ ring: [Point]) -> [Point] {
        var points: [Point] = []
        points.reserveCapacity(ring.count + 1)
        for point in ring where point != points.last { points.append(point) }
        if let first = points.first, first != points.last { points.append(first) }
        return points
    }

    /// True when all points lie on one line, as computed: no area whatever the rule.
    static func isFlat(_ ring: [Point]) -> Bool {
        guard let a = ring.first, let b = ring.first(where: { $0 != a }) else { return true }
        return ring.allSatisfy { (b.x - a.x) * ($0.y - a.y) == (b.y - a.y) * ($0.x - a.x) }
    }
}
