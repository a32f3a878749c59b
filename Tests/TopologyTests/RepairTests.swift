import Planar
import TestSupport
import Testing

@testable import Topology

@Suite("Repair")
struct RepairTests {
    let context = TopologyContext()

    @Test("a valid polygon keeps its rings to the bit")
    func untouched() throws {
        let shape = multi(squareRing(0, 0, 10).reversed(), holes: [squareRing(2, 2, 3)])
        let repair = try context.repaired(shape, comparesReadings: true)
        #expect(repair.geometry == shape)
        #expect(repair.reason == nil && repair.reasons.isEmpty)
        #expect(repair.areaBefore == 91 && repair.areaAfter == 91 && repair.areaChange == 0)
        #expect(repair.areaAdded == 0 && repair.areaRemoved == 0)
        #expect(repair.partsBefore == 1 && repair.partsAfter == 1 && repair.droppedParts.isEmpty)
    }

    @Test("repeated points and edges of length zero go without a word")
    func repeated() throws {
        let repair = try context.repaired(multi(ring((0, 0), (0, 0), (4, 0), (4, 4), (4, 4), (0, 4), (0, 0), (0, 0))))
        #expect(repair.geometry == square(0, 0, 4))
        #expect(repair.reason == nil)
    }

    @Test("a bow-tie becomes two triangles and nothing of it is lost")
    func bowTie() throws {
        let repair = try context.repaired(multi(ring((0, 0), (2, 2), (2, 0), (0, 2), (0, 0))), comparesReadings: true)
        #expect(repair.reason?.code == .selfIntersection)
        #expect(repair.areaBefore == 0)
        #expect(repair.areaAfter == 2)
        #expect(repair.areaAdded == 0 && repair.areaRemoved == 0)
        #expect(repair.partsBefore == 1 && repair.partsAfter == 2)
    }

    @Test("a lobe gone around twice is outside, and its area is said")
    func doubledLobe() throws {
        // The ring goes around the square from 2, 2 to 8, 8 twice in the same turn.
        let repair = try context.repaired(
            multi(ring((0, 0), (10, 0), (10, 10), (2, 10), (2, 2), (8, 2), (8, 8), (0, 8), (0, 0))),
            comparesReadings: true)
        #expect(repair.areaBefore == 132)
        #expect(repair.areaAfter == 60)
        #expect(repair.areaRemoved == 36 && repair.areaAdded == 0)
    }

    @Test("edges that coincide count once: a lobe that shares them stays inside")
    func doubledEdges() throws {
        let shape = multi(
            ring((0, 0), (6, 0), (6, 2), (4, 2), (4, 0), (6, 0), (6, 2), (4, 2), (4, 4), (0, 4), (0, 0)))
        let repair = try context.repaired(shape)
        #expect(repair.areaBefore == 24)
        #expect(repair.areaAfter == 20)
    }

    @Test("an open ring is closed and counted")
    func open() throws {
        let repair = try context.repaired(multi(ring((0, 0), (4, 0), (4, 4), (0, 4))))
        #expect(repair.geometry == square(0, 0, 4))
        #expect(repair.closedRings == 1)
        #expect(repair.reason?.code == .notClosed)
    }

    @Test("an open bow-tie has both reasons")
    func openBowTie() throws {
        let repair = try context.repaired(multi(ring((0, 0), (2, 2), (2, 0), (0, 2))))
        #expect(repair.reasons.map(\.code) == [.notClosed, .selfIntersection])
        #expect(repair.areaAfter == 2)
    }

    @Test("a polygon collapsed to one point becomes empty and says where it was")
    func collapsed() throws {
        let repair = try context.repaired(multi(ring((3, 4), (3, 4), (3, 4), (3, 4))))
        #expect(repair.isEmpty)
        #expect(repair.reason?.code == .tooFewPoints)
        #expect(repair.reason?.location == Point(x: 3, y: 4))
        #expect(repair.droppedParts == [.init(polygon: 0, ring: 0, location: Point(x: 3, y: 4))])
        #expect(repair.partsBefore == 1 && repair.partsAfter == 0 && repair.areaAfter == 0)
    }

    @Test("a collapsed part goes, the other part stays")
    func collapsedPart() throws {
        let point = Polygon(exterior: ring((50, 50), (50, 50), (50, 50), (50, 50)), holes: [])
        let repair = try context.repaired(MultiPolygon(polygons: square(0, 0, 4).polygons + [point]))
        #expect(repair.geometry == square(0, 0, 4))
        #expect(repair.droppedParts == [.init(polygon: 1, ring: 0, location: Point(x: 50, y: 50))])
        #expect(repair.partsBefore == 2 && repair.partsAfter == 1)
    }

    @Test("a polygon folded onto a line becomes empty")
    func flat() throws {
        let repair = try context.repaired(multi(ring((0, 0), (1, 1), (2, 2), (0, 0))))
        #expect(repair.isEmpty)
        #expect(repair.reason?.code == .selfIntersection)
        #expect(repair.droppedParts.count == 1)
    }

    @Test("a spike is cut off")
    func spike() throws {
        let repair = try context.repaired(multi(ring((0, 0), (4, 0), (4, 4), (4, 8), (4, 4), (0, 4), (0, 0))))
        #expect(repair.areaAfter == 16)
        #expect(repair.geometry.polygons.count == 1)
        #expect(repair.geometry.polygons.first?.exterior.allSatisfy { $0.y <= 4 } == true)
    }

    @Test("a hole outside counts as land, by the even-odd rule")
    func holeOutside() throws {
        let repair = try context.repaired(multi(squareRing(0, 0, 10), holes: [squareRing(20, 20, 2)]))
        #expect(repair.areaBefore == 96)
        #expect(repair.areaAfter == 104)
        #expect(repair.partsAfter == 2)
    }

    @Test("a polygon inside another is a hole of it, by the even-odd rule")
    func nested() throws {
        let nested = MultiPolygon(polygons: square(0, 0, 10).polygons + square(2, 2, 2).polygons)
        let repair = try context.repaired(nested, comparesReadings: true)
        #expect(repair.areaAfter == 96)
        #expect(repair.geometry.polygons.first?.holes.count == 1)
        #expect(repair.areaRemoved == 4)
    }

    @Test("a hole that another polygon fills ring for ring is land, and the filler's own hole stays one")
    func filledHole() throws {
        let hole = squareRing(2, 2, 6)
        let filler = ring((8, 8), (8, 2), (2, 2), (2, 8), (8, 8))
        for inner in [[hole], [hole.reversed()], [filler]] {
            let shape = MultiPolygon(
                polygons: multi(squareRing(0, 0, 10), holes: inner).polygons + multi(filler).polygons)
            let repair = try context.repaired(shape)
            #expect(repair.reason != nil && repair.areaBefore == 100)
            #expect(repair.geometry == square(0, 0, 10) || repair.areaAfter == 100 && repair.partsAfter == 1)
        }
        let rings = [squareRing(0, 0, 10), squareRing(2, 2, 6), squareRing(3, 3, 4), squareRing(4, 4, 1)]
        let nested = [
            Polygon(exterior: rings[1], holes: [rings[2]]), Polygon(exterior: rings[0], holes: [rings[1]]),
            Polygon(exterior: rings[2], holes: [rings[3]]),
        ]
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
            let repair = try context.repaired(MultiPolygon(polygons: order.map { nested[$0] }))
            #expect(repair.areaAfter == 99 && repair.geometry.polygons.first?.holes.count == 1, "\(order)")
        }
        let twice = try context.repaired(MultiPolygon(polygons: square(0, 0, 4).polygons + square(0, 0, 4).polygons))
        #expect(twice.areaAfter == 16)
    }

    @Test("a repaired polygon with a hole turns its exterior left and its hole right")
    func turn() throws {
        let shape = multi(squareRing(0, 0, 10).reversed(), holes: [squareRing(2, 2, 6), squareRing(4, 4, 2)])
        let repair = try context.repaired(shape)
        #expect(repair.areaAfter == 68)
        for polygon in repair.geometry.polygons {
            #expect(Ring.doubledArea(polygon.exterior) > 0)
            for hole in polygon.holes { #expect(Ring.doubledArea(hole) < 0) }
        }
    }

    @Test("no polygon at all is empty before and after")
    func empty() throws {
        let repair = try context.repaired(MultiPolygon(polygons: []))
        #expect(repair.isEmpty && repair.reason?.code == .empty)
    }

    @Test("NaN is an error that says which point")
    func notFinite() {
        let shape = multi(squareRing(0, 0, 10), holes: [ring((1, 1), (2, 1), (2, .nan), (1, 1))])
        #expect(throws: TopologyError.notFinite(polygon: 0, ring: 1, point: 2)) { try context.repaired(shape) }
    }

    @Test("a random tangle keeps even-odd membership, point by point")
    func evenOddKept() throws {
        let seed: UInt64 = 84_012
        var generator = SeededGenerator(seed: seed)
        for round in 0..<60 {
            var points = (0..<Int.random(in: 5...14, using: &generator)).map { _ in
                Point(
                    x: Double.random(in: 0...100, using: &generator), y: Double.random(in: 0...100, using: &generator))
            }
            points.append(points[0])
            let tangle = multi(points)
            let repair = try context.repaired(tangle)
            #expect(context.validity(of: repair.geometry) == nil)
            #expect(abs(shoelace(repair.geometry) - repair.areaAfter) < 1e-9)
            for _ in 0..<60 {
                let p = Point(
                    x: Double.random(in: 0...100, using: &generator), y: Double.random(in: 0...100, using: &generator))
                #expect(evenOdd(repair.geometry, p) == evenOdd(tangle, p), "seed \(seed), round \(round), \(p)")
            }
        }
    }
}
