import Planar
import Testing

@Suite("Points, boxes, polygons") struct ShapeTests {
    private let square = rectangle(1e6, 7e6, 1e6 + 3, 7e6 + 2)

    @Test("the empty box contains nothing and joins without effect")
    func emptyBox() {
        let box = Box(minX: 0, minY: 0, maxX: 1, maxY: 2)
        #expect(Box.empty.isEmpty)
        #expect(!Box.empty.contains(Point(x: 0, y: 0)))
        #expect(!Box.empty.intersects(box))
        #expect(Box.empty.union(box) == box)
        #expect(Box.empty.squaredDistance(to: Point(x: 0, y: 0)) == .infinity)
        #expect(Box(minX: .nan, minY: 0, maxX: 1, maxY: 1).isEmpty)
    }

    @Test("the sides of a box belong to it")
    func boxSides() {
        let box = Box(minX: 0, minY: 0, maxX: 1, maxY: 2)
        #expect(box.contains(Point(x: 1, y: 2)))
        #expect(!box.contains(Point(x: 1, y: 2.nextUp)))
        #expect(!box.contains(Point(x: .nan, y: 1)))
        #expect(box.intersects(Box(minX: 1, minY: 2, maxX: 5, maxY: 5)))
        #expect(box.squaredDistance(to: Point(x: 4, y: 6)) == 25)
        #expect(box.squaredDistance(to: Point(x: 0.5, y: 1)) == 0)
        #expect(box.expanded(by: 1) == Box(minX: -1, minY: -1, maxX: 2, maxY: 3))
        #expect(box.center == Point(x: 0.5, y: 1))
    }

    @Test("area and length are those of the rings, whatever their direction")
    func areaAndLength() {
        #expect(square.area == 6)
        #expect(square.perimeterLength == 10)
        #expect(square.vertexCount == 5)
        let hole = Array(rectangle(1e6 + 1, 7e6 + 0.5, 1e6 + 2, 7e6 + 1).polygons[0].exterior.reversed())
        for ring in [hole, hole.reversed()] {
            let holed = MultiPolygon(polygons: [Polygon(exterior: square.polygons[0].exterior, holes: [ring])])
            #expect(holed.area == 5.5)
            #expect(holed.perimeterLength == 13)
            #expect(holed.box == Box(minX: 1e6, minY: 7e6, maxX: 1e6 + 3, maxY: 7e6 + 2))
        }
    }

    @Test("an empty multipolygon has no box, no area, and contains nothing")
    func empty() {
        let empty = MultiPolygon()
        #expect(empty.isEmpty && empty.box.isEmpty && empty.area == 0 && empty.perimeterLength == 0)
        #expect(empty.locate(Point(x: 0, y: 0)) == .outside)
        #expect(MultiPolygon(polygons: [Polygon(exterior: [])]).isEmpty)
    }

    @Test("a ring left open is closed by its last edge")
    func openRing() {
        var ring = square.polygons[0].exterior
        ring.removeLast()
        let open = MultiPolygon(polygons: [Polygon(exterior: ring)])
        #expect(open.area == 6)
        #expect(open.locate(Point(x: 1e6, y: 7e6 + 1)) == .border)
    }
}
