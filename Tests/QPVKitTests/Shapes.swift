import Foundation
import Planar
import QPVKit
import TestSupport

/// A closed ring from pairs of numbers; the first point is repeated.
func ring(_ pairs: (Double, Double)...) -> [Point] {
    var ring = pairs.map { Point(x: $0.0, y: $0.1) }
    ring.append(ring[0])
    return ring
}

/// A shape of one polygon.
func shape(_ exterior: [Point], holes: [Point]...) -> MultiPolygon {
    MultiPolygon(polygons: [Polygon(exterior: exterior, holes: holes)])
}

/// A square by its lower left corner and its side.
func square(_ x: Double, _ y: Double, _ side: Double) -> MultiPolygon {
    shape(ring((x, y), (x + side, y), (x + side, y + side), (x, y + side)))
}

/// A polygon that sees its centre everywhere, of any irregularity, on a grid of 1/512.
func star(_ generator: inout SeededGenerator, x: Double, y: Double, radius: Double) -> MultiPolygon {
    let count = Int.random(in: 3...12, using: &generator)
    var ring = (0..<count).map { i in
        let angle = (Double(i) + Double.random(in: 0..<0.9, using: &generator)) * 2 * .pi / Double(count)
        let r = radius * Double.random(in: 0.3...1, using: &generator)
        return Point(x: onGrid(x + r * cos(angle)), y: onGrid(y + r * sin(angle)))
    }
    ring.append(ring[0])
    return shape(ring)
}

/// The nearest multiple of 1/512, so that moving by whole metres loses nothing.
func onGrid(_ value: Double) -> Double { (value * 512).rounded() / 512 }

extension MultiPolygon {
    /// The same shape elsewhere.
    func moved(_ dx: Double, _ dy: Double) -> MultiPolygon {
        var moved = self
        for p in polygons.indices {
            moved.polygons[p].exterior = polygons[p].exterior.map { Point(x: $0.x + dx, y: $0.y + dy) }
            moved.polygons[p].holes = polygons[p].holes.map { $0.map { Point(x: $0.x + dx, y: $0.y + dy) } }
        }
        return moved
    }
}
