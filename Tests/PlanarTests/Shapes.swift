import Planar
import TestSupport

/// Seeded shapes and plain twins for the tests.
extension SeededGenerator {
    mutating func double(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
    mutating func int(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }
    mutating func point(in box: Box) -> Point {
        Point(x: double(box.minX...box.maxX), y: double(box.minY...box.maxY))
    }

    /// A closed ring around a centre: its vertices turn, its radius jumps. On integers when `snap` is given.
    mutating func star(at center: Point, radius: Double, vertices: Int, snap: Double = 0) -> [Point] {
        let directions: [(Double, Double)] = [
            (1, 0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924), (0, 1), (-0.383, 0.924), (-0.707, 0.707),
            (-0.924, 0.383), (-1, 0), (-0.924, -0.383), (-0.707, -0.707), (-0.383, -0.924), (0, -1), (0.383, -0.924),
            (0.707, -0.707), (0.924, -0.383),
        ]
        var ring: [Point] = []
        for i in 0..<vertices {
            let at = Double(i) * 16 / Double(vertices)
            let (low, high) = (directions[Int(at)], directions[(Int(at) + 1) % 16])
            let t = at - at.rounded(.down)
            let r = radius * double(0.4...1)
            var p = Point(
                x: center.x + r * (low.0 + t * (high.0 - low.0)), y: center.y + r * (low.1 + t * (high.1 - low.1)))
            if snap > 0 {
                p = Point(x: (p.x / snap).rounded() * snap, y: (p.y / snap).rounded() * snap)
            }
            ring.append(p)
        }
        return ring + [ring[0]]
    }

    /// Zones of all sorts in a box: stars with holes, several parts, touching squares, overlaps, an empty zone.
    mutating func zones(_ count: Int, in box: Box, radius: Double, snap: Double = 0) -> [MultiPolygon] {
        var zones: [MultiPolygon] = []
        while zones.count < count {
            let center = point(in: box)
            switch int(0...5) {
            case 0:
                let outer = star(at: center, radius: radius, vertices: int(3...60), snap: snap)
                let hole = star(at: center, radius: radius * 0.3, vertices: int(3...12), snap: snap)
                zones.append(MultiPolygon(polygons: [Polygon(exterior: outer, holes: [hole])]))
            case 1:
                let other = Point(x: center.x + 2.5 * radius, y: center.y)
                zones.append(
                    MultiPolygon(polygons: [
                        Polygon(exterior: star(at: center, radius: radius, vertices: int(3...30), snap: snap)),
                        Polygon(exterior: star(at: other, radius: radius, vertices: int(3...30), snap: snap)),
                    ]))
            case 2:
                let x = center.x.rounded()
                let y = center.y.rounded()
                zones.append(rectangle(x, y, x + radius, y + radius))
                zones.append(rectangle(x + radius, y, x + 2 * radius, y + radius))
            case 3:
                zones.append(MultiPolygon())
            default:
                zones.append(
                    MultiPolygon(polygons: [
                        Polygon(exterior: star(at: center, radius: radius, vertices: int(3...120), snap: snap))
                    ]))
            }
        }
        return zones
    }

    /// A point meant to be awkward: anywhere, a vertex, level with one, on an edge (nearly or exactly), near one.
    mutating func awkwardPoint(_ edges: [(zone: Int, a: Point, b: Point)], in box: Box) -> Point {
        guard !edges.isEmpty else { return point(in: box) }
        let (_, a, b) = edges[int(0...edges.count - 1)]
        let other = edges[int(0...edges.count - 1)].a
        switch int(0...8) {
        case 0: return a
        case 1: return Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        case 2: return Point(x: other.x, y: a.y)
        case 3: return Point(x: point(in: box).x, y: a.y)
        case 4:
            let t = double(0...1)
            return Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
        case 5: return Point(x: a.x.nextUp, y: a.y.nextDown)
        case 6: return Point(x: a.x + double(-1...1) * (b.x - a.x), y: a.y + double(-1...1) * (b.y - a.y))
        default: return point(in: box)
        }
    }
}

func rectangle(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> MultiPolygon {
    let ring = [
        Point(x: x0, y: y0), Point(x: x1, y: y0), Point(x: x1, y: y1), Point(x: x0, y: y1), Point(x: x0, y: y0),
    ]
    return MultiPolygon(polygons: [Polygon(exterior: ring)])
}

/// Every edge of every zone, those of no length left out.
func allEdges(_ zones: [MultiPolygon]) -> [(zone: Int, a: Point, b: Point)] {
    var edges: [(zone: Int, a: Point, b: Point)] = []
    for (zone, shape) in zones.enumerated() {
        shape.forEachEdge { a, b in if a != b { edges.append((zone, a, b)) } }
    }
    return edges
}

/// The distance from a point to a segment, the plain way.
func plainDistance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)
    if t <= 0 { return p.distance(to: a) }
    if t >= 1 { return p.distance(to: b) }
    return Point(x: (p.x - a.x) - t * dx, y: (p.y - a.y) - t * dy).distance(to: Point(x: 0, y: 0))
}
