import Foundation
import Planar
import QPVKit
import TestSupport
import Testing
import Topology

@testable import Disclosure
@testable import Perimeters
@testable import Sheets
@testable import Verdicts

@Suite("the share of a disc in zones")
struct DiscShareTests {
    /// The shares by zone; 0 where nothing is said.
    static func shares(_ zones: [MultiPolygon], _ center: Point, _ radius: Double) -> [Double] {
        var discs = DiscShare()
        let index = ZoneIndex(zones.map(\.oriented))
        let distance = index.nearestBorder(to: center)!.distance
        discs.measure(index, center: center, radius: radius, distance: distance)
        var shares = [Double](repeating: 0, count: zones.count)
        for (zone, share) in discs.zones { shares[zone] = share }
        return shares
    }

    /// The slow twin: a polygon of 1024 sides and the disc's area, cut by GEOS.
    static func twin(_ zone: MultiPolygon, _ center: Point, _ radius: Double, _ topology: TopologyContext) throws
        -> Double
    {
        let sides = 1024
        let step = 2 * Double.pi / Double(sides)
        let outer = radius * (step / sin(step)).squareRoot()
        var circle = (0..<sides).map { i in
            Point(x: outer * cos(step * Double(i)), y: outer * sin(step * Double(i)))
        }
        circle.append(circle[0])
        // Seen from the centre, where the twin loses no digits.
        return try topology.intersectionArea(shape(circle), zone.moved(-center.x, -center.y)) / (.pi * radius * radius)
    }

    /// One to three zones of the kinds that borders have.
    static func zones(_ kind: Int, _ generator: inout SeededGenerator) -> [MultiPolygon] {
        switch kind {
        case 0: return [square(0, 0, 100)]
        case 1:  // concave
            return [shape(ring((0, 0), (100, 0), (100, 100), (60, 100), (60, 20), (40, 20), (40, 100), (0, 100)))]
        case 2:  // hole, written the wrong way round
            return [
                shape(
                    ring((0, 0), (0, 100), (100, 100), (100, 0)),
                    holes: ring((30, 30), (70, 30), (70, 70), (30, 70)))
            ]
        case 3:  // several parts, one in the hole of the other
            let outer = Polygon(
                exterior: ring((0, 0), (100, 0), (100, 100), (0, 100)),
                holes: [ring((20, 20), (80, 20), (80, 80), (20, 80))])
            return [MultiPolygon(polygons: [outer, square(40, 40, 20).polygons[0], square(130, 0, 30).polygons[0]])]
        case 4:  // a common edge, and a third zone that meets both in a corner
            return [square(0, 0, 50), square(50, 0, 50), square(100, 50, 40)]
        case 5:  // overlap
            return [square(0, 0, 70), square(40, 30, 70), star(&generator, x: 60, y: 60, radius: 50)]
        case 6:  // an acute wedge
            return [shape(ring((0, 0), (100, 1), (100, 0)))]
        default: return [star(&generator, x: 50, y: 50, radius: 60)]
        }
    }

    /// A centre: anywhere, on an edge, on a vertex, or in the middle.
    static func center(_ kind: Int, _ zones: [MultiPolygon], _ generator: inout SeededGenerator) -> Point {
        var edges: [(Point, Point)] = []
        for zone in zones { zone.forEachEdge { edges.append(($0, $1)) } }
        let edge = edges.randomElement(using: &generator)!
        switch kind {
        case 0: return edge.0
        case 1: return Point(x: (edge.0.x + edge.1.x) / 2, y: (edge.0.y + edge.1.y) / 2)
        case 2: return Point(x: 50, y: 50)
        default:
            return Point(
                x: onGrid(.random(in: -60...160, using: &generator)),
                y: onGrid(.random(in: -60...160, using: &generator)))
        }
    }

    @Test("exact arcs give the area that GEOS cuts out of a fine polygon, on 6,000 cases", arguments: 0..<8)
    func twinAgrees(kind: Int) throws {
        let seed: UInt64 = 20_240 + UInt64(kind)
        var generator = SeededGenerator(seed: seed)
        let topology = TopologyContext()
        let places = [(0.0, 0.0), (640_000, 6_560_000), (1_000_000, 7_000_000)]
        for number in 0..<750 {
            let zones = Self.zones(kind, &generator)
            let center = Self.center(number % 5, zones, &generator)
            let radius = pow(10, Double.random(in: -1...3, using: &generator))
            let (dx, dy) = places[number % 3]
            let there = Point(x: center.x + dx, y: center.y + dy)
            let found = Self.shares(zones.map { $0.moved(dx, dy) }, there, radius)
            for (zone, share) in zones.enumerated() {
                let expected = try Self.twin(share, center, radius, topology)
                // A micrometre's step off a border, and the twin's own chords.
                let tolerance = 5e-6 + 1e-6 / radius
                #expect(
                    abs(found[zone] - expected) < tolerance,
                    "seed \(seed), case \(number), zone \(zone): \(found[zone]) for \(expected), r \(radius), \(center)"
                )
            }
        }
    }

    @Test("a throw of 40,000 points finds the same share")
    func monteCarlo() {
        var generator = SeededGenerator(seed: 77)
        for kind in 0..<8 {
            let zones = Self.zones(kind, &generator)
            let index = ZoneIndex(zones)
            let center = Point(x: 45, y: 55)
            let radius = 37.0
            var hits = [Int](repeating: 0, count: zones.count)
            let throwCount = 40_000
            for _ in 0..<throwCount {
                let r = radius * Double.random(in: 0...1, using: &generator).squareRoot()
                let angle = Double.random(in: 0...(2 * .pi), using: &generator)
                let p = Point(x: center.x + r * cos(angle), y: center.y + r * sin(angle))
                index.forEachZone(at: p) { zone, _ in hits[zone] += 1 }
            }
            for (zone, share) in Self.shares(zones, center, radius).enumerated() {
                // Five standard deviations at most.
                #expect(abs(Double(hits[zone]) / Double(throwCount) - share) < 0.0125, "kind \(kind), zone \(zone)")
            }
        }
    }

    @Test("the shares in the cells of a partition add up to one")
    func partition() {
        let seed: UInt64 = 4
        var generator = SeededGenerator(seed: seed)
        for number in 0..<300 {
            // A net of 6 × 6 cells whose inner knots are shaken.
            let knots = (0...6).map { i in
                (0...6).map { j in
                    Point(
                        x: 1e6 + onGrid(Double(i) * 20 + .random(in: -7...7, using: &generator)),
                        y: 7e6 + onGrid(Double(j) * 20 + .random(in: -7...7, using: &generator)))
                }
            }
            var cells: [MultiPolygon] = []
            for i in 0..<6 {
                for j in 0..<6 {
                    let corners = [knots[i][j], knots[i + 1][j], knots[i + 1][j + 1], knots[i][j + 1], knots[i][j]]
                    cells.append(shape(corners))
                }
            }
            let center =
                number % 3 == 0 ? knots[3][3] : Point(x: 1e6 + 60.5, y: 7e6 + .random(in: 45...75, using: &generator))
            let sum = Self.shares(cells, center, .random(in: 0.5...35, using: &generator)).reduce(0, +)
            #expect(abs(sum - 1) < 1e-9, "seed \(seed), case \(number): \(sum)")
        }
    }

    @Test("moving everything by 1,000 and 7,000 kilometres changes no share by 1e-9")
    func translation() {
        let seed: UInt64 = 9
        var generator = SeededGenerator(seed: seed)
        for number in 0..<2000 {
            let zones = Self.zones(number % 8, &generator)
            let center = Self.center(number % 5, zones, &generator)
            let radius = Double.random(in: 1...200, using: &generator)
            let here = Self.shares(zones, center, radius)
            let there = Self.shares(
                zones.map { $0.moved(1e6, 7e6) }, Point(x: center.x + 1e6, y: center.y + 7e6), radius)
            for (a, b) in zip(here, there) {
                #expect(abs(a - b) < 1e-9, "seed \(seed), case \(number), r \(radius): \(a) and \(b)")
            }
        }
    }

    @Test("a disc that touches a border from inside lies whole inside, from outside whole outside")
    func tangent() {
        #expect(Self.shares([square(0, 0, 100)], Point(x: 5, y: 50), 5) == [1])
        #expect(Self.shares([square(0, 0, 100)], Point(x: -5, y: 50), 5) == [0])
        #expect(Self.shares([square(0, 0, 100)], Point(x: 200, y: 50), 5) == [0])
    }

    @Test(
        "a centre on a straight border has half of its disc inside, on a corner a quarter",
        arguments: [0.0, 640_000, 1_000_000])
    func halves(offset: Double) {
        let zone = square(offset, offset * 7, 100)
        for (corner, share) in [
            ((0.0, 50.0), 0.5), ((0, 0), 0.25), ((100, 0), 0.25), ((100, 100), 0.25), ((0, 100), 0.25),
        ] {
            let center = Point(x: offset + corner.0, y: offset * 7 + corner.1)
            for radius in [0.01, 1, 5, 50] {
                let found = Self.shares([zone], center, radius)[0]
                #expect(abs(found - share) < 1e-6 / radius, "corner \(corner), radius \(radius): \(found)")
            }
        }
    }

    @Test("a disc that holds a whole zone has the zone's area, from within and from beside")
    func whole() {
        for center in [Point(x: 1, y: 1), Point(x: 30, y: -20), Point(x: 0, y: 0)] {
            for radius in [60.0, 1_000, 100_000] {
                let share = Self.shares([square(0, 0, 2)], center, radius)[0]
                #expect(abs(share - 4 / (.pi * radius * radius)) < 1e-12, "centre \(center), radius \(radius)")
            }
        }
    }

    @Test("a segment of a circle has the area of the formula")
    func circularSegment() {
        // Source: r² acos(h/r) − h √(r² − h²), any table of formulas.
        for (height, radius) in [(3.0, 5.0), (0.001, 20), (4.999, 5), (19.9999, 20)] {
            let expected =
                (radius * radius * acos(height / radius) - height * (radius * radius - height * height).squareRoot())
                / (.pi * radius * radius)
            let found = Self.shares([square(0, 0, 1000)], Point(x: -height, y: 500), radius)[0]
            #expect(abs(found - expected) < 1e-12)
            let complement = Self.shares([square(0, 0, 1000)], Point(x: height, y: 500), radius)[0]
            #expect(abs(complement - (1 - expected)) < 1e-12)
        }
    }
}
