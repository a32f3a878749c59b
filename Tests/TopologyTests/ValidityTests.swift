import Planar
import TestSupport
import Testing

@testable import Topology

@Suite("Validity")
struct ValidityTests {
    let context = TopologyContext()

    @Test("a square, a square with a hole and two squares are valid")
    func valid() {
        #expect(context.validity(of: square(0, 0, 10)) == nil)
        #expect(context.validity(of: multi(squareRing(0, 0, 10), holes: [squareRing(2, 2, 3)])) == nil)
        #expect(
            context.validity(of: MultiPolygon(polygons: square(0, 0, 1).polygons + square(5, 0, 1).polygons)) == nil)
    }

    @Test("the turn of the rings does not matter")
    func turn() {
        #expect(context.validity(of: multi(squareRing(0, 0, 10).reversed(), holes: [squareRing(2, 2, 3)])) == nil)
    }

    @Test("a hole without points is ignored")
    func emptyHole() {
        #expect(context.validity(of: multi(squareRing(0, 0, 10), holes: [[]])) == nil)
    }

    static let cases: [(String, MultiPolygon, InvalidityReason.Code, Point?)] = [
        ("a bow-tie", multi(ring((0, 0), (2, 2), (2, 0), (0, 2), (0, 0))), .selfIntersection, Point(x: 1, y: 1)),
        (
            "a ring that touches itself in one point, as a figure of eight",
            multi(ring((0, 0), (2, 0), (1, 1), (2, 2), (0, 2), (1, 1), (0, 0))), .ringSelfIntersection,
            Point(x: 1, y: 1)
        ),
        (
            "a hole outside", multi(squareRing(0, 0, 10), holes: [squareRing(20, 20, 2)]), .holeOutsideShell,
            Point(x: 20, y: 20)
        ),
        (
            "a polygon inside another",
            MultiPolygon(polygons: square(0, 0, 10).polygons + square(2, 2, 2).polygons), .nestedShells,
            Point(x: 2, y: 2)
        ),
        (
            "a hole inside a hole", multi(squareRing(0, 0, 10), holes: [squareRing(1, 1, 8), squareRing(2, 2, 2)]),
            .nestedHoles, Point(x: 2, y: 2)
        ),
        (
            "holes that cut the interior in two",
            multi(
                squareRing(0, 0, 10),
                holes: [ring((0, 5), (5, 4), (5, 6), (0, 5)), ring((5, 4), (10, 5), (5, 6), (5, 4))]),
            .selfIntersection, nil
        ),
        (
            "one hole that touches the exterior twice",
            multi(squareRing(0, 0, 10), holes: [ring((0, 5), (5, 4), (10, 5), (5, 6), (0, 5))]), .disconnectedInterior,
            nil
        ),
        ("a ring of two points", multi(ring((0, 0), (1, 0), (0, 0))), .tooFewPoints, Point(x: 0, y: 0)),
        ("a ring of one point", multi(ring((3, 4))), .tooFewPoints, Point(x: 3, y: 4)),
        (
            "a ring of one point four times", multi(ring((3, 4), (3, 4), (3, 4), (3, 4))), .tooFewPoints,
            Point(x: 3, y: 4)
        ),
        ("an open ring", multi(ring((0, 0), (1, 0), (1, 1), (0, 1))), .notClosed, Point(x: 0, y: 1)),
        ("no polygon", MultiPolygon(polygons: []), .empty, nil),
        ("a polygon without exterior", multi([]), .empty, nil),
        ("a hole in nothing", multi([], holes: [squareRing(0, 0, 1)]), .empty, nil),
        ("NaN", multi(ring((0, 0), (1, .nan), (1, 1), (0, 0))), .notFinite, nil),
        ("an infinite number", multi(ring((0, 0), (1, .infinity), (1, 1), (0, 0))), .notFinite, nil),
        ("a spike", multi(ring((0, 0), (4, 0), (4, 4), (4, 8), (4, 4), (0, 4), (0, 0))), .ringSelfIntersection, nil),
        ("a ring without area", multi(ring((0, 0), (1, 1), (2, 2), (0, 0))), .selfIntersection, nil),
        (
            "the same hole twice", multi(squareRing(0, 0, 9), holes: [squareRing(2, 2, 2), squareRing(2, 2, 2)]),
            .selfIntersection, nil
        ),
    ]

    @Test("each fault is found and named, where it is", arguments: cases.indices)
    func fault(_ index: Int) {
        let (name, shape, code, place) = Self.cases[index]
        let reason = context.validity(of: shape)
        #expect(reason?.code == code, "\(name): \(String(describing: reason))")
        #expect(reason?.message.isEmpty == false, "\(name)")
        if let place { #expect(reason?.location == place, "\(name)") }
    }

    @Test("a fault of the second polygon is found")
    func second() {
        let bow = ring((20, 0), (22, 2), (22, 0), (20, 2), (20, 0))
        let shape = MultiPolygon(polygons: square(0, 0, 10).polygons + [Polygon(exterior: bow, holes: [])])
        #expect(context.validity(of: shape)?.location == Point(x: 21, y: 1))
    }

    @Test("our own check of short rings agrees with GEOS where GEOS can be asked")
    func sameAsGEOS() throws {
        for points in [ring((3, 4), (3, 4), (3, 4), (3, 4)), ring((0, 0), (1, 0), (1, 0), (0, 0), (0, 0))] {
            let geometry = try context.handle.multipolygon(multi(points))
            let theirs = try context.reason(of: geometry)
            #expect(context.validity(of: multi(points)) == theirs)
        }
    }

    @Test("words of several versions of GEOS give the same code")
    func words() {
        let words: [(String, InvalidityReason.Code)] = [
            ("Self-intersection", .selfIntersection), ("Self intersection", .selfIntersection),
            ("Ring Self-intersection", .ringSelfIntersection), ("Hole lies outside shell", .holeOutsideShell),
            ("Holes are nested", .nestedHoles), ("Nested shells", .nestedShells),
            ("Interior is disconnected", .disconnectedInterior), ("Duplicate Rings", .duplicateRings),
            ("Too few points in geometry component", .tooFewPoints), ("Invalid Coordinate", .notFinite),
            ("Ring is not closed", .notClosed), ("something new", .other), ("", .other),
        ]
        for (message, code) in words { #expect(InvalidityReason.Code(geos: message) == code, "\(message)") }
    }

    @Test("rings of random points, lengths and gaps never stop it, and what it calls valid GEOS takes")
    func anything() throws {
        let seed: UInt64 = 20_150_101
        var generator = SeededGenerator(seed: seed)
        let odd = [Double.nan, .infinity, -.infinity, 0, -0.0, 1e308, -1e308, .leastNonzeroMagnitude]
        for round in 0..<2000 {
            var polygons: [Polygon] = []
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let rings = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                    var points = (0..<Int.random(in: 0...7, using: &generator)).map { _ in
                        Point(
                            x: Double(Int.random(in: 0...4, using: &generator)),
                            y: Double(Int.random(in: 0...4, using: &generator)))
                    }
                    if Bool.random(using: &generator), let first = points.first { points.append(first) }
                    if Int.random(in: 0..<8, using: &generator) == 0, !points.isEmpty {
                        points[Int.random(in: 0..<points.count, using: &generator)].x = odd.randomElement(
                            using: &generator)!
                    }
                    return points
                }
                polygons.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
            }
            let shape = MultiPolygon(polygons: polygons)
            let reason = context.validity(of: shape)
            if reason == nil { #expect(throws: Never.self) { try context.area(shape) } }
            guard let repair = try? context.repaired(shape) else {
                // GEOS may give up on numbers at the ends of the range of Double.
                let extreme = RingCheck.rings(shape).flatMap(\.points).contains {
                    abs($0.x) > 1e300 || $0.x == .leastNonzeroMagnitude
                }
                #expect(reason?.code == .notFinite || extreme, "seed \(seed), round \(round): \(shape)")
                continue
            }
            #expect(repair.reason == reason, "seed \(seed), round \(round)")
            if !repair.isEmpty {
                #expect(context.validity(of: repair.geometry) == nil, "seed \(seed), round \(round): \(shape)")
            }
        }
    }
}
