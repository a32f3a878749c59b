import Planar
import QPVKit
import TestSupport
import Testing

@Suite("What discs cover of a shape")
struct DiscsTests {
    private static let square = MultiPolygon(polygons: [
        Polygon(exterior: [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)].map { Point(x: $0.0, y: $0.1) })
    ])

    private func covered(_ shape: MultiPolygon, _ points: [(Double, Double)], _ radius: Double) -> Double {
        Discs(around: points.map { Point(x: $0.0, y: $0.1) }, radius: radius).coveredArea(of: shape)
    }

    @Test("a circle is a circle")
    func simple() {
        #expect(abs(covered(Self.square, [(5, 5)], 2) - 4 * .pi) < 1e-12)
        #expect(abs(covered(Self.square, [(0, 5)], 2) - 2 * .pi) < 1e-12)
        #expect(abs(covered(Self.square, [(0, 0)], 2) - .pi) < 1e-12)
        #expect(covered(Self.square, [(5, 5)], 8) == 100)
        #expect(covered(Self.square, [(20, 5)], 10) == 0)
        #expect(covered(Self.square, [(20, 5)], 9.99) == 0)
        // Twice the same, and one within reach of another.
        #expect(abs(covered(Self.square, [(5, 5), (5, 5)], 2) - 4 * .pi) < 1e-12)
        #expect(abs(covered(Self.square, [(3, 5), (7, 5)], 2) - 8 * .pi) < 1e-12)
    }

    @Test("two discs that meet share a lens")
    func lens() {
        // Radius 2, centres 2 apart: the lens is 8π/3 - 2√3.
        let lens = 8 * Double.pi / 3 - 2 * 3.0.squareRoot()
        #expect(abs(covered(Self.square, [(4, 5), (6, 5)], 2) - (8 * .pi - lens)) < 1e-12)
    }

    @Test("nothing, everything and numbers that are none")
    func extremes() {
        #expect(covered(Self.square, [], 5) == 0)
        #expect(covered(Self.square, [(5, 5)], 0) == 0)
        #expect(covered(Self.square, [(5, 5)], -1) == 0)
        #expect(covered(Self.square, [(5, 5)], .nan) == 0)
        #expect(covered(Self.square, [(.nan, 5)], 5) == 0)
        #expect(covered(MultiPolygon(), [(5, 5)], 5) == 0)
        #expect(covered(Self.square, [(5, 5)], 1e300) == 100)
        #expect(covered(Self.square, [(5, 5)], .infinity) == 100)
        // A circle so wide that its edge in the square is nearly straight: x = 4.
        #expect(abs(covered(Self.square, [(-1e9 + 4, 5)], 1e9) - 40) < 1e-5)
    }

    @Test("the sum over lines across the shape, slow and plain, gives the same", arguments: 0..<60)
    func twin(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let shape = ring(sides: Int.random(in: 3...12, using: &generator), hole: seed % 3 == 0, &generator)
        let radius = Double.random(in: 5...60, using: &generator)
        // Some on a lattice, so that circles touch, meet on the border or coincide.
        let points = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            seed % 2 == 0
                ? (Double.random(in: -60...160, using: &generator), Double.random(in: -60...160, using: &generator))
                : (
                    Double(Int.random(in: -2...6, using: &generator)) * 25,
                    Double(Int.random(in: -2...6, using: &generator)) * 25
                )
        }
        let area = covered(shape, points, radius)
        #expect(abs(area - Self.byLines(shape, points, radius)) < 0.1, "seed \(seed)")
        // Moved far away, as eastings and northings are, and turned round.
        let far = MultiPolygon(
            polygons: shape.polygons.map { polygon in
                Polygon(
                    exterior: polygon.exterior.reversed().map { Point(x: $0.x + 650_000, y: $0.y + 6_860_000) },
                    holes: polygon.holes.map { $0.reversed().map { Point(x: $0.x + 650_000, y: $0.y + 6_860_000) } })
            })
        #expect(
            abs(covered(far, points.map { ($0.0 + 650_000, $0.1 + 6_860_000) }, radius) - area) < 1e-4, "seed \(seed)")
    }

    private func ring(sides: Int, hole: Bool, _ generator: inout SeededGenerator) -> MultiPolygon {
        // A star around (50, 50): never crosses itself.
        func star(_ from: Double, _ to: Double) -> [Point] {
            let radii = (0..<sides).map { _ in Double.random(in: from...to, using: &generator) }
            var points = radii.enumerated().map { i, radius in
                Self.onSquare(Double(i) / Double(sides) * 8, radius)
            }
            points.append(points[0])
            return points
        }
        return MultiPolygon(polygons: [Polygon(exterior: star(20, 50), holes: hole ? [star(4, 10)] : [])])
    }

    /// The point of a square of half side `radius` around (50, 50), `turn` from 0 to 8 along its border.
    private static func onSquare(_ turn: Double, _ radius: Double) -> Point {
        let side = Int(turn / 2) % 4, t = turn.truncatingRemainder(dividingBy: 2) - 1
        let (x, y): (Double, Double) = [(1, t), (-t, 1), (-1, -t), (t, -1)][side]
        return Point(x: 50 + radius * x, y: 50 + radius * y)
    }

    /// The area by many lines across: on each, what lies in the shape and in a disc.
    private static func byLines(_ shape: MultiPolygon, _ points: [(Double, Double)], _ radius: Double) -> Double {
        let box = shape.box, lines = 16000
        let step = box.height / Double(lines)
        var area = 0.0
        for line in 0..<lines {
            let y = box.minY + (Double(line) + 0.5) * step
            var crossings: [Double] = []
            shape.forEachEdge { a, b in
                if (a.y > y) != (b.y > y) { crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) }
            }
            crossings.sort()
            for i in stride(from: 0, to: crossings.count - 1, by: 2) {
                var spans = points.compactMap { p -> (Double, Double)? in
                    let half2 = radius * radius - (y - p.1) * (y - p.1)
                    guard half2 > 0 else { return nil }
                    let span = (
                        max(crossings[i], p.0 - half2.squareRoot()), min(crossings[i + 1], p.0 + half2.squareRoot())
                    )
                    return span.0 < span.1 ? span : nil
                }
                spans.sort { $0.0 < $1.0 }
                var end = -Double.infinity
                for span in spans where span.1 > end {
                    area += (span.1 - max(span.0, end)) * step
                    end = span.1
                }
            }
        }
        return area
    }
}
