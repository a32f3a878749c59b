import Foundation
import Planar

/// One shape and the discs that may reach it: how much of it they cover.
///
/// Everything is seen from an origin near both, so that small numbers keep their digits.
struct DiscCover {
    private let radius: Double
    /// The edges of the shape, which lies to their left.
    private var edges: [(a: Point, b: Point)] = []
    /// Each once: of two equal circles both would be hidden, or neither.
    private let centers: [Point]
    /// Parts of the edge or of the circle at hand.
    private var parts: [ClosedRange<Double>] = []
    private var cuts: [Double] = []

    init(_ shape: MultiPolygon, origin: Point, _ centers: [Point], _ radius: Double) {
        self.radius = radius
        self.centers = Set(centers).map { Point(x: $0.x - origin.x, y: $0.y - origin.y) }
            .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        edges.reserveCapacity(shape.vertexCount)
        shape.forEachEdgeLeavingInteriorLeft { a, b in
            let from = Point(x: a.x - origin.x, y: a.y - origin.y), to = Point(x: b.x - origin.x, y: b.y - origin.y)
            if from != to { edges.append((from, to)) }
        }
    }

    /// The area covered: half the integral of x dy - y dx along the border of what is covered.
    mutating func area() -> Double {
        var twice = 0.0
        for edge in edges { twice += alongEdge(edge.a, edge.b) }
        for i in centers.indices { twice += alongCircle(i) }
        return twice / 2
    }

    /// The integral along the pieces of an edge that lie in a disc.
    private mutating func alongEdge(_ a: Point, _ b: Point) -> Double {
        parts.removeAll(keepingCapacity: true)
        for center in centers {
            guard let chord = Chord(a, b, center, radius) else { continue }
            let from = max(0, chord.from), to = min(1, chord.to)
            if from < to { parts.append(from...to) }
        }
        merge()
        return (a.x * b.y - a.y * b.x) * parts.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    }

    /// The integral along the arcs of a circle that lie in the shape and in no other disc.
    private mutating func alongCircle(_ i: Int) -> Double {
        let center = centers[i]
        cuts.removeAll(keepingCapacity: true)
        for edge in edges { Chord(edge.a, edge.b, center, radius)?.addAngles(to: &cuts) }
        cuts.sort()
        cuts.append(2 * .pi)
        hide(i)
        var twice = 0.0, start = 0.0
        var hidden = parts[...]
        for end in cuts {
            // From one cut to the next the circle is on one side of the border; what other discs hide is left out.
            while start < end {
                if let next = hidden.first, next.lowerBound <= start {
                    start = max(start, min(end, next.upperBound))
                    if next.upperBound <= end { hidden.removeFirst() }
                    continue
                }
                let stop = min(end, hidden.first?.lowerBound ?? end)
                let middle = (start + stop) / 2
                if contains(Point(x: center.x + radius * cos(middle), y: center.y + radius * sin(middle))) {
                    twice += alongArc(center, start, stop)
                }
                start = stop
            }
        }
        return twice
    }

    /// The integral along an arc: that along its chord, and twice the segment between both.
    private func alongArc(_ center: Point, _ from: Double, _ to: Double) -> Double {
        let a = Point(x: center.x + radius * cos(from), y: center.y + radius * sin(from))
        let b = Point(x: center.x + radius * cos(to), y: center.y + radius * sin(to))
        let angle = to - from
        // The difference loses its digits for small angles; its series does not.
        let excess = angle < 1e-2 ? angle * angle * angle / 6 * (1 - angle * angle / 20) : angle - sin(angle)
        return a.x * b.y - a.y * b.x + radius * radius * excess
    }

    /// Sets the parts to the angles of a circle that other discs hide.
    private mutating func hide(_ i: Int) {
        parts.removeAll(keepingCapacity: true)
        for (j, other) in centers.enumerated() where j != i {
            let dx = other.x - centers[i].x, dy = other.y - centers[i].y
            let distance = (dx * dx + dy * dy).squareRoot()
            guard distance < 2 * radius else { continue }
            let middle = angle(dx, dy), half = acos(distance / (2 * radius))
            let from = middle - half, to = middle + half
            if from < 0 {
                parts += [0...to, (from + 2 * .pi)...(2 * .pi)]
            } else if to > 2 * .pi {
                parts += [0...(to - 2 * .pi), from...(2 * .pi)]
            } else {
                parts.append(from...to)
            }
        }
        merge()
    }

    /// Makes the parts disjoint and ascending.
    private mutating func merge() {
        parts.sort { $0.lowerBound < $1.lowerBound }
        var count = 0
        for part in parts {
            if count > 0, part.lowerBound <= parts[count - 1].upperBound {
                let last = parts[count - 1]
                parts[count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
            } else {
                parts[count] = part
                count += 1
            }
        }
        parts.removeSubrange(count...)
    }

    /// Whether the shape contains a point, by the even-odd rule; either answer will do on the border.
    private func contains(_ p: Point) -> Bool {
        var isInside = false
        for (a, b) in edges where (a.y > p.y) != (b.y > p.y) {
            if p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
        }
        return isInside
    }
}

/// The direction of a vector, 0..<2π counter-clockwise from the east.
private func angle(_ x: Double, _ y: Double) -> Double {
    let angle = atan2(y, x)
    return angle < 0 ? min(angle + 2 * .pi, (2 * .pi).nextDown) : angle
}

/// Where the straight line through an edge lies in a disc, as parts of the edge: 0 at its start, 1 at its end.
private struct Chord {
    let from, to: Double
    /// The start of the edge and its course, seen from the centre.
    private let start, course: Point

    /// Nil when the line only touches the circle or misses it.
    init?(_ a: Point, _ b: Point, _ center: Point, _ radius: Double) {
        start = Point(x: a.x - center.x, y: a.y - center.y)
        course = Point(x: b.x - a.x, y: b.y - a.y)
        let length2 = course.x * course.x + course.y * course.y
        let cross = start.x * course.y - start.y * course.x
        let half2 = (radius * radius - cross * cross / length2) / length2
        guard half2 > 0 else { return nil }
        let middle = -(start.x * course.x + start.y * course.y) / length2, half = half2.squareRoot()
        (from, to) = (middle - half, middle + half)
    }

    /// Adds the angles at which the circle crosses the edge itself.
    func addAngles(to cuts: inout [Double]) {
        for place in [from, to] where place > 0 && place < 1 {
            cuts.append(angle(start.x + place * course.x, start.y + place * course.y))
        }
    }
}
