import Foundation
import Planar
import TestSupport
import Testing

@testable import Topology

/// How much a repair has to untangle.
@Suite("tangle") struct TangleTests {
    @Test("valid shapes have none, but for branchings where rings touch")
    func valid() {
        #expect(square(0, 0, 10).tangle(atMost: 9) == 0)
        #expect(multi(squareRing(0, 0, 10), holes: [squareRing(2, 2, 3)]).tangle(atMost: 9) == 0)
        #expect(MultiPolygon(polygons: square(0, 0, 1).polygons + square(1, 1, 1).polygons).tangle(atMost: 9) == 2)
    }

    @Test("crossings, touches on an edge and edges over each other count; the same edge twice does not")
    func faults() {
        #expect(multi(ring((0, 0), (2, 2), (2, 0), (0, 2), (0, 0))).tangle(atMost: 9) == 1)
        // Side by side: at both ends of the shared edge three edges meet.
        #expect(MultiPolygon(polygons: square(0, 0, 1).polygons + square(1, 0, 1).polygons).tangle(atMost: 9) == 2)
        // The same ring twice: no crossing, but each may lie in the other.
        #expect(MultiPolygon(polygons: square(0, 0, 1).polygons + square(0, 0, 1).polygons).tangle(atMost: 9) == 1)
        // A spike that goes back over itself.
        #expect(multi(ring((0, 0), (4, 0), (4, 4), (6, 4), (4, 4), (0, 4), (0, 0))).tangle(atMost: 9) == 1)
        #expect(multi(ring((0, 0), (4, 0), (4, 4), (6, 4), (5, 4), (4, 4), (0, 4), (0, 0))).tangle(atMost: 9) == 4)
        // An open ring is closed first.
        #expect(multi(ring((0, 0), (2, 2), (2, 0), (0, 2))).tangle(atMost: 9) == 1)
    }

    @Test("rings inside each other count by pairs, a hole in its own ring does not")
    func nested() {
        let rings = (0..<5).map { squareRing(Double($0), Double($0), 20 - 2 * Double($0)) }
        let shells = MultiPolygon(polygons: rings.map { Polygon(exterior: $0) })
        #expect(shells.tangle(atMost: 99) == 10 && shells.tangle(atMost: 9) == nil)
        #expect(multi(rings[0], holes: [rings[1]]).tangle(atMost: 9) == 0)
        #expect(multi(rings[0], holes: [rings[1], rings[2]]).tangle(atMost: 9) == 1)
    }

    @Test("the tree finds what comparing all pairs finds", arguments: 0..<40)
    func twin(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 4...120, using: &generator)
        // Whole numbers, so that edges touch and run over each other too.
        var points = (0..<count).map { _ in
            Point(
                x: Double(Int.random(in: 0...12, using: &generator)),
                y: Double(Int.random(in: 0...12, using: &generator)))
        }
        points.append(points[0])
        let edges = zip(points, points.dropFirst()).filter { $0 != $1 }
        var crossings = 0
        for i in edges.indices {
            for j in edges.indices where j > i && Self.meet(edges[i], edges[j]) { crossings += 1 }
        }
        var neighbours: [Point: Set<Point>] = [:]
        for (a, b) in edges {
            neighbours[a, default: []].insert(b)
            neighbours[b, default: []].insert(a)
        }
        let branchings = neighbours.values.reduce(0) { $0 + max(0, $1.count - 2) }
        let tangle = multi(points).tangle(atMost: .max)
        #expect(tangle == crossings + branchings, "seed \(seed)")
        if let tangle, tangle > 0 { #expect(multi(points).tangle(atMost: tangle - 1) == nil, "seed \(seed)") }
        #expect(multi(points).tangle(atMost: tangle ?? 0) == tangle, "seed \(seed)")
    }

    /// Whether two edges of whole numbers share a point that is not an end of both, without being the same.
    private static func meet(_ first: (Point, Point), _ second: (Point, Point)) -> Bool {
        let ends = Set([first.0, first.1]), others = Set([second.0, second.1])
        if ends == others { return false }
        func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
            (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        func isOn(_ p: Point, _ edge: (Point, Point)) -> Bool {
            side(edge.0, edge.1, p) == 0 && Box(edge.0, edge.1).contains(p)
        }
        let isProper =
            side(first.0, first.1, second.0) * side(first.0, first.1, second.1) < 0
            && side(second.0, second.1, first.0) * side(second.0, second.1, first.1) < 0
        let touches =
            ends.contains { isOn($0, second) && !others.contains($0) }
            || others.contains { isOn($0, first) && !ends.contains($0) }
        return isProper || touches
    }

    @Test("very many edges side by side are given up, and not compared for minutes")
    func crowd() {
        var points: [Point] = []
        for i in 0..<8_000 {
            points.append(Point(x: Double(i) / 100, y: 0))
            points.append(Point(x: Double(i) / 100 + 1000, y: 1000))
        }
        points.append(points[0])
        #expect(multi(points).tangle(atMost: .max) == nil)
    }

    @Test("a long border is counted whole")
    func long() {
        var points = (0..<50_000).map { i in
            let angle = Double(i) / 50_000 * 2 * .pi
            let radius = 1e6 + 1e5 * sin(angle * 400)
            return Point(x: radius * cos(angle), y: radius * sin(angle))
        }
        points.append(points[0])
        #expect(multi(points).tangle(atMost: 0) == 0)
        points.swapAt(100, 101)
        #expect(multi(points).tangle(atMost: 9).map { $0 > 0 } == true)
    }
}
