import Planar
import QPVKit
import TestSupport
import Testing

@Suite("a grid of hexagons")
struct HexagonGridTests {
    @Test("a point lies in its cell, whose centre is the nearest of all around", arguments: [UInt64(3), 4])
    func nearest(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let grid = HexagonGrid(spacing: [10, 50, 200.5, 1000].randomElement(using: &generator)!)
            let point = Point(
                x: .random(in: -1e6...1e6, using: &generator), y: .random(in: -1e6...7.1e6, using: &generator))
            let cell = grid.cell(of: point)
            let own = grid.centre(cell).distance(to: point)
            for row in cell.row - 2...cell.row + 2 {
                for column in cell.column - 2...cell.column + 2 {
                    let other = grid.centre(.init(row: row, column: column)).distance(to: point)
                    #expect(own <= other + 1e-6, "seed \(seed), \(point)")
                }
            }
            let ring = grid.ring(cell)
            let isInside = zip(ring, ring.dropFirst()).allSatisfy { a, b in
                (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= -1e-3
            }
            #expect(isInside, "seed \(seed), \(point)")
        }
    }

    @Test("cells are regular, counter-clockwise, closed and share corners")
    func rings() {
        let grid = HexagonGrid(spacing: 200)
        let ring = grid.ring(.init(row: 34_501, column: 4000))
        #expect(ring.count == 7 && ring.first == ring.last)
        let area = Polygon(exterior: ring).area
        #expect(abs(area - 200 * 200 * 3.0.squareRoot() / 2) < 1e-3)
        for (a, b) in zip(ring, ring.dropFirst()) {
            #expect(abs(a.distance(to: b) - 200 / 3.0.squareRoot()) < 1e-6)
        }
        let east = grid.ring(.init(row: 34_501, column: 4001))
        #expect(ring[0].distance(to: east[4]) < 1e-6 && ring[1].distance(to: east[3]) < 1e-6)
    }

    @Test("a point on a border belongs to the cell further South, then West; the grid begins at the origin")
    func borders() {
        let grid = HexagonGrid(spacing: 100)
        #expect(grid.cell(of: Point(x: 0, y: 0)) == .init(row: 0, column: 0))
        #expect(grid.cell(of: Point(x: 50, y: 0)) == .init(row: 0, column: 0))
        #expect(grid.cell(of: Point(x: -50, y: 0)) == .init(row: 0, column: -1))
        #expect(grid.cell(of: Point(x: 50, y: 86.6)) == .init(row: 1, column: 0))
    }
}
