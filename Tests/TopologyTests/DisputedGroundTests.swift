import Planar
import Testing
import Topology

@Suite("Ground that a repair takes or gives")
struct DisputedGroundTests {
    private func square(_ x: Double, _ y: Double, _ side: Double) -> Polygon {
        Polygon(exterior: [
            Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side), Point(x: x, y: y + side),
            Point(x: x, y: y),
        ])
    }

    private func disputed(_ polygons: [Polygon]) throws -> Double {
        let topology = TopologyContext()
        let shape = MultiPolygon(polygons: polygons)
        return try topology.disputed(shape, topology.repaired(shape)).area
    }

    @Test("the overlap of two parts is disputed when it is two metres wide or more")
    func overlap() throws {
        #expect(try abs(disputed([square(0, 0, 100), square(97, 10, 100)]) - 270) < 1)
        #expect(try disputed([square(0, 0, 100), square(98.5, 10, 100)]) == 0)
    }

    @Test("a part nested in another is disputed")
    func nested() throws {
        #expect(try abs(disputed([square(0, 0, 100), square(40, 40, 20)]) - 400) < 2)
    }

    @Test("a valid shape has no disputed ground")
    func valid() throws {
        #expect(try disputed([square(0, 0, 100), square(200, 0, 100)]) == 0)
    }
}
