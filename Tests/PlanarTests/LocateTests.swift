import Planar
import TestSupport
import Testing

@Suite("Exact point location") struct LocateTests {
    /// The location by whole numbers only: on an edge, or the parity of edges to the right of the point.
    private func integerLocation(_ p: (Int, Int), _ rings: [[(Int, Int)]]) -> PointLocation {
        var inside = false
        for ring in rings {
            for i in ring.indices {
                let (a, b) = (ring[i], ring[(i + 1) % ring.count])
                let cross = (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0)
                if cross == 0, min(a.0, b.0) <= p.0, p.0 <= max(a.0, b.0), min(a.1, b.1) <= p.1, p.1 <= max(a.1, b.1) {
                    return .border
                }
                if (a.1 <= p.1) != (b.1 <= p.1), (cross > 0) == (b.1 > a.1) { inside.toggle() }
            }
        }
        return inside ? .inside : .outside
    }

    private func shape(_ rings: [[(Int, Int)]]) -> MultiPolygon {
        MultiPolygon(
            polygons: rings.map { ring in
                Polygon(exterior: (ring + [ring[0]]).map { Point(x: Double($0.0), y: Double($0.1)) })
            })
    }

    @Test("every point of a small grid against every triangle on it, both ways")
    func allTriangles() {
        let side = 3
        let all = (0...side).flatMap { x in (0...side).map { (x, $0) } }
        for a in all {
            for b in all {
                for c in all {
                    let zone = shape([[a, b, c]])
                    let index = ZoneIndex([zone]).refined()
                    for p in all {
                        let expected = integerLocation(p, [[a, b, c]])
                        let point = Point(x: Double(p.0), y: Double(p.1))
                        if zone.locate(point) != expected { Issue.record("locate \(a) \(b) \(c) \(p)") }
                        let isIn = index.firstZone(at: point) != nil
                        // A triangle whose vertices coincide has no edge, hence no border, for the index.
                        let isPoint = a == b && b == c
                        if isIn != (expected != .outside && !isPoint) { Issue.record("index \(a) \(b) \(c) \(p)") }
                    }
                }
            }
        }
    }

    @Test("every point of a grid against seeded polygons with crossing rings on it")
    func seededIntegerPolygons() {
        let seed: UInt64 = 21
        var random = SeededGenerator(seed: seed)
        for round in 0..<400 {
            let rings = (0..<random.int(1...3)).map { _ in
                (0..<random.int(3...9)).map { _ in (random.int(0...8), random.int(0...8)) }
            }
            let zone = shape(rings)
            let index = ZoneIndex([zone]).refined()
            for x in -1...9 {
                for y in -1...9 {
                    let expected = integerLocation((x, y), rings)
                    let point = Point(x: Double(x), y: Double(y))
                    if zone.locate(point) != expected || (index.firstZone(at: point) != nil) != (expected != .outside) {
                        Issue.record("seed \(seed), round \(round): (\(x), \(y)) in \(rings)")
                    }
                }
            }
        }
    }

    @Test("a hole is outside, its border is border")
    func hole() {
        let outer = rectangle(0, 0, 10, 10).polygons[0].exterior
        let inner = rectangle(4, 4, 6, 6).polygons[0].exterior
        let zone = MultiPolygon(polygons: [Polygon(exterior: outer, holes: [inner])])
        #expect(zone.locate(Point(x: 5, y: 5)) == .outside)
        #expect(zone.locate(Point(x: 4, y: 5)) == .border)
        #expect(zone.locate(Point(x: 1, y: 5)) == .inside)
        #expect(zone.locate(Point(x: .nan, y: 5)) == .outside)
        #expect(zone.locate(Point(x: -.infinity, y: 5)) == .outside)
    }
}
