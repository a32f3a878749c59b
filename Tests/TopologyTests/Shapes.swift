import Foundation
import Planar
import TestSupport

/// A ring from pairs of numbers.
func ring(_ pairs: (Double, Double)...) -> [Point] { pairs.map { Point(x: $0.0, y: $0.1) } }

/// A closed square, counter-clockwise, from its lower left corner.
func squareRing(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    ring((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))
}

func square(_ x: Double, _ y: Double, _ side: Double) -> MultiPolygon {
    MultiPolygon(polygons: [Polygon(exterior: squareRing(x, y, side), holes: [])])
}

func multi(_ exterior: [Point], holes: [[Point]] = []) -> MultiPolygon {
    MultiPolygon(polygons: [Polygon(exterior: exterior, holes: holes)])
}

/// A star-shaped polygon around a centre, without crossing: a valid shape of any irregularity.
func star(_ generator: inout SeededGenerator, x: Double, y: Double, radius: Double, points: Int) -> MultiPolygon {
    let angles = (0..<points).map {
        (Double($0) + Double.random(in: 0..<0.9, using: &generator)) * 2 * .pi / Double(points)
    }
    var ring = angles.map { angle in
        let r = radius * Double.random(in: 0.4...1, using: &generator)
        return Point(x: x + r * cos(angle), y: y + r * sin(angle))
    }
    ring.append(ring[0])
    return multi(ring)
}

/// The area by the shoelace formula over rings of any turn: exteriors less holes.
func shoelace(_ value: MultiPolygon) -> Double {
    func area(_ ring: [Point]) -> Double {
        guard let first = ring.first else { return 0 }
        var sum = 0.0
        for (a, b) in zip(ring, ring.dropFirst()) {
            sum += (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y)
        }
        return abs(sum) / 2
    }
    return value.polygons.reduce(0) { $0 + area($1.exterior) - $1.holes.reduce(0) { $0 + area($1) } }
}

/// Even-odd membership over all rings, the plain way; wrong on borders.
func evenOdd(_ value: MultiPolygon, _ p: Point) -> Bool {
    var inside = false
    for polygon in value.polygons {
        for ring in [polygon.exterior] + polygon.holes {
            for (a, b) in zip(ring, ring.dropFirst()) where (a.y > p.y) != (b.y > p.y) {
                if p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x { inside.toggle() }
            }
        }
    }
    return inside
}
