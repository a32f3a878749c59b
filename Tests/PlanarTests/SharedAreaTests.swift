import Planar
import TestSupport
import Testing

@Suite("The area that two shapes share")
struct SharedAreaTests {
    private func square(_ x: Double, _ y: Double, _ side: Double) -> MultiPolygon {
        MultiPolygon(polygons: [
            Polygon(exterior: [
                Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side), Point(x: x, y: y + side),
                Point(x: x, y: y),
            ])
        ])
    }

    private func reversed(_ shape: MultiPolygon) -> MultiPolygon {
        MultiPolygon(
            polygons: shape.polygons.map {
                Polygon(exterior: $0.exterior.reversed(), holes: $0.holes.map { $0.reversed() })
            })
    }

    @Test("squares that overlap, touch, contain each other, or are apart")
    func squares() {
        #expect(square(0, 0, 4).sharedArea(with: square(2, 2, 4)) == 4)
        #expect(square(0, 0, 4).sharedArea(with: square(4, 0, 4)) == 0)
        #expect(square(0, 0, 4).sharedArea(with: square(4, 4, 4)) == 0)
        #expect(square(0, 0, 4).sharedArea(with: square(1, 1, 1)) == 1)
        #expect(square(1, 1, 1).sharedArea(with: square(0, 0, 4)) == 1)
        #expect(square(0, 0, 4).sharedArea(with: square(0, 0, 4)) == 16)
        #expect(square(0, 0, 4).sharedArea(with: square(9, 9, 4)) == 0)
        #expect(square(0, 0, 4).sharedArea(with: MultiPolygon()) == 0)
        #expect(MultiPolygon().sharedArea(with: MultiPolygon()) == 0)
    }

    @Test("holes are left out, whatever way rings run")
    func holes() {
        var ring = square(0, 0, 4)
        ring.polygons[0].holes = [square(1, 1, 2).polygons[0].exterior]
        for shape in [ring, reversed(ring)] {
            #expect(shape.sharedArea(with: square(0, 0, 2)) == 3)
            #expect(shape.sharedArea(with: square(1, 1, 2)) == 0)
            #expect(shape.sharedArea(with: shape) == 12)
            #expect(shape.sharedArea(with: reversed(shape)) == 12)
        }
    }

    @Test("edges that cross are cut where they cross")
    func crossing() {
        let up = MultiPolygon(polygons: [Polygon(exterior: [Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 2, y: 4)])])
        let down = MultiPolygon(polygons: [
            Polygon(exterior: [Point(x: 0, y: 3), Point(x: 4, y: 3), Point(x: 2, y: -1)])
        ])
        // A hexagon: each triangle of area 8 loses its tips.
        let shared = up.sharedArea(with: down)
        #expect(abs(shared - (8 - 0.5 - 2 * 1.125)) < 1e-12, "\(shared)")
        #expect(abs(down.sharedArea(with: up) - shared) < 1e-12)
    }

    @Test("a coordinate that is no number gives nothing")
    func notFinite() {
        var shape = square(0, 0, 4)
        shape.polygons[0].exterior[1] = Point(x: .nan, y: .nan)
        #expect(shape.sharedArea(with: square(0, 0, 4)) >= 0)
        shape.polygons[0].exterior[1] = Point(x: .infinity, y: 0)
        #expect(shape.sharedArea(with: square(0, 0, 4)).isFinite)
    }

    @Test("pieces of a shape share what the whole shares", arguments: [UInt64(1), 2, 3])
    func pieces(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let star = MultiPolygon(polygons: [
                Polygon(exterior: generator.star(at: Point(x: 0, y: 0), radius: 100, vertices: generator.int(3...40)))
            ])
            // Four quarters of a square that holds the star, far from the origin too.
            let quarters = [square(-200, -200, 200), square(0, -200, 200), square(-200, 0, 200), square(0, 0, 200)]
            let sum = quarters.reduce(0) { $0 + star.sharedArea(with: $1) }
            #expect(abs(sum - star.area) < 1e-8, "seed \(seed): \(sum) and \(star.area)")
        }
    }
}
