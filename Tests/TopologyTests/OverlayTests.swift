import Planar
import TestSupport
import Testing

@testable import Topology

@Suite("Overlay, buffer and predicates")
struct OverlayTests {
    let context = TopologyContext()

    @Test("two squares that overlap by a quarter")
    func squares() throws {
        let a = square(0, 0, 4)
        let b = square(2, 2, 4)
        #expect(try context.area(context.intersection(a, b)) == 4)
        #expect(try context.intersectionArea(a, b) == 4)
        #expect(try context.area(context.union(a, b)) == 28)
        #expect(try context.area(context.difference(a, b)) == 12)
        #expect(try context.area(context.symmetricDifference(a, b)) == 24)
        #expect(try context.intersects(a, b) && !context.contains(a, b))
        #expect(try context.equal(context.intersection(a, b), square(2, 2, 2)))
    }

    @Test("squares that share a side or a corner have no common polygon, but they meet")
    func touching() throws {
        for b in [square(4, 0, 4), square(4, 4, 4)] {
            #expect(try context.intersection(square(0, 0, 4), b).polygons.isEmpty)
            #expect(try context.intersects(square(0, 0, 4), b))
            #expect(try context.distance(square(0, 0, 4), b) == 0)
        }
    }

    @Test("lines and points of an intersection are dropped, its polygon stays")
    func mixed() throws {
        // A comb that overlaps in one tooth and touches with the other.
        let comb = multi(ring((0, 0), (6, 0), (6, 4), (5, 4), (5, 2), (1, 2), (1, 3), (0, 3), (0, 0)))
        let bar = multi(ring((0, 3), (6, 3), (6, 5), (0, 5), (0, 3)))
        let common = try context.intersection(comb, bar)
        #expect(common.polygons.count == 1)
        #expect(shoelace(common) == 1)
    }

    @Test("what is far apart: nothing common, and the distance between")
    func apart() throws {
        let a = square(0, 0, 1)
        let b = square(4, 5, 1)
        #expect(try context.intersection(a, b).polygons.isEmpty)
        #expect(try !context.intersects(a, b))
        #expect(try context.distance(a, b) == 5)
        #expect(try context.union(a, b).polygons.count == 2)
    }

    @Test("nothing with something")
    func empty() throws {
        let nothing = MultiPolygon(polygons: [])
        let a = square(0, 0, 2)
        #expect(try context.area(nothing) == 0)
        #expect(try context.area(context.union(a, nothing)) == 4)
        #expect(try context.intersection(a, nothing).polygons.isEmpty)
        #expect(try context.difference(a, nothing).polygons.count == 1)
        #expect(try !context.intersects(a, nothing) && !context.contains(a, nothing))
        #expect(try context.buffer(nothing, distance: 5).polygons.isEmpty)
        #expect(try context.distance(a, nothing) == .infinity)
        #expect(try context.union(of: []).polygons.isEmpty)
    }

    @Test("one inside the other")
    func inside() throws {
        #expect(try context.contains(square(0, 0, 9), square(0, 0, 3)))
        #expect(try !context.contains(square(0, 0, 3), square(0, 0, 9)))
        let hollow = try context.difference(square(0, 0, 9), square(3, 3, 3))
        #expect(hollow.polygons.first?.holes.count == 1)
        #expect(try context.area(hollow) == 72)
        #expect(try !context.intersects(hollow, square(4, 4, 1)))
    }

    @Test("the union of many is the union one by one")
    func unionOfMany() throws {
        let seed: UInt64 = 7
        var generator = SeededGenerator(seed: seed)
        let members = (0..<40).map { _ in
            square(
                Double(Int.random(in: 0...20, using: &generator)), Double(Int.random(in: 0...20, using: &generator)), 3)
        }
        let oneByOne = try members.reduce(MultiPolygon(polygons: [])) { try context.union($0, $1) }
        let together = try context.union(of: members)
        #expect(try context.equal(oneByOne, together), "seed \(seed)")
        #expect(try context.area(together) == context.area(oneByOne))
    }

    @Test("a buffer with more chords comes nearer to the exact area, always from below")
    func buffer() throws {
        let exact = 100.0 + 4 * 10 * 5 + Double.pi * 25
        var error = Double.infinity
        for n in [1, 2, 4, 8, 16, 64] {
            let area = try context.area(context.buffer(square(0, 0, 10), distance: 5, segmentsPerQuadrant: n))
            #expect(area < exact && exact - area < error)
            error = exact - area
        }
        #expect(error < 0.008)
    }

    @Test("a negative buffer shrinks, down to nothing")
    func shrink() throws {
        #expect(try context.area(context.buffer(square(0, 0, 10), distance: -2)) == 36)
        #expect(try context.buffer(square(0, 0, 10), distance: -5.1).polygons.isEmpty)
    }

    @Test("areas of random overlays add up")
    func sums() throws {
        let seed: UInt64 = 2024
        var generator = SeededGenerator(seed: seed)
        for round in 0..<100 {
            let a = star(&generator, x: 100, y: 100, radius: 80, points: 40)
            let b = star(&generator, x: 140, y: 120, radius: 80, points: 40)
            let both = try context.area(context.intersection(a, b))
            let either = try context.area(context.union(a, b))
            let onlyA = try context.area(context.difference(a, b))
            let one = try context.area(context.symmetricDifference(a, b))
            #expect(abs(shoelace(a) + shoelace(b) - both - either) < 1e-6, "seed \(seed), round \(round)")
            #expect(abs(onlyA + both - shoelace(a)) < 1e-6, "seed \(seed), round \(round)")
            #expect(abs(one + both - either) < 1e-6, "seed \(seed), round \(round)")
            #expect(abs(try context.intersectionArea(a, b) - both) < 1e-9)
        }
    }

    @Test("results are closed, exterior to the left and holes to the right")
    func orientation() throws {
        let hollow = try context.difference(square(0, 0, 9), multi(squareRing(3, 3, 3).reversed()))
        for polygon in hollow.polygons {
            #expect(polygon.exterior.first == polygon.exterior.last && Ring.doubledArea(polygon.exterior) > 0)
            for hole in polygon.holes { #expect(hole.first == hole.last && Ring.doubledArea(hole) < 0) }
        }
        #expect(hollow.polygons.first?.holes.count == 1)
    }

    @Test("a ring that GEOS would refuse is an error with its reason, not a crash")
    func refused() {
        for bad in [
            multi(ring((0, 0), (1, 0), (1, 1), (0, 1))), multi(ring((0, 0), (1, 0), (0, 0))), multi(ring((0, 0))),
        ] {
            let error = #expect(throws: TopologyError.self) { try context.area(bad) }
            guard case .notARing = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(throws: TopologyError.notFinite(polygon: 0, ring: 0, point: 1)) {
            try context.union(square(0, 0, 1), multi(ring((0, 0), (.nan, 0), (1, 1), (0, 0))))
        }
    }

    @Test("an error of GEOS names the C function and its message, once")
    func geosError() throws {
        // A hole without shell cannot be made: GEOS throws, and owns what it was given.
        let bow = multi(ring((0, 0), (2, 2), (2, 0), (0, 2), (0, 0)))
        let cross = multi(ring((0, 1), (2, 1), (1, 2), (1, 0), (0, 1)))
        var seen: [TopologyError] = []
        for _ in 0..<2 {
            do { _ = try context.intersection(bow, cross) } catch { seen.append(error) }
        }
        for error in seen {
            guard case .geos(let function, let message) = error else {
                Issue.record("\(error)")
                continue
            }
            #expect(function == "GEOSIntersection_r" && message.contains("TopologyException"))
            #expect(error.description.hasPrefix("error: TopologyException"))
        }
        #expect(context.handle.error("f") == .geos(function: "f", message: "no message"))
        // The context still works.
        #expect(try context.area(square(0, 0, 2)) == 4)
    }
}
