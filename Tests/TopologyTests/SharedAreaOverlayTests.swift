import Planar
import TestSupport
import Testing

@testable import Topology

@Suite("The area shared by two shapes, and GEOS' overlay")
struct SharedAreaOverlayTests {
    let context = TopologyContext()

    @Test("seeded stars with holes agree, also where vertices and edges coincide", arguments: [UInt64(7), 8])
    func stars(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var meeting = 0
        for trial in 0..<600 {
            // On a coarse grid borders coincide all the time; on none they never do.
            let grid = trial % 2 == 0 ? 8.0 : 0
            let shapes = try (0..<2).map { _ -> MultiPolygon in
                let center = Point(x: .random(in: 0...60, using: &generator), y: .random(in: 0...60, using: &generator))
                func ring(_ radius: Double) -> [Point] {
                    let count = Int.random(in: 3...24, using: &generator)
                    var ring = (0..<count).map { i in
                        let t = Double(i) / Double(count) * 8
                        // A walk around a square: no trigonometry is needed for a star.
                        let side = Int(t / 2), along = t / 2 - Double(side)
                        let corner = [(1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)]
                        let r = radius * Double.random(in: 0.3...1, using: &generator)
                        let x = corner[side].0 + along * (corner[side + 1].0 - corner[side].0)
                        let y = corner[side].1 + along * (corner[side + 1].1 - corner[side].1)
                        var p = Point(x: center.x + r * x, y: center.y + r * y)
                        if grid > 0 { p = Point(x: (p.x / grid).rounded() * grid, y: (p.y / grid).rounded() * grid) }
                        return p
                    }
                    ring.append(ring[0])
                    return ring
                }
                let raw = MultiPolygon(polygons: [Polygon(exterior: ring(60), holes: trial % 3 == 0 ? [ring(15)] : [])])
                return try context.repaired(raw).geometry
            }
            let shared = shapes[0].sharedArea(with: shapes[1])
            let overlay = try context.intersectionArea(shapes[0], shapes[1])
            #expect(abs(shared - overlay) < 1e-8, "seed \(seed), trial \(trial): \(shared) and \(overlay)")
            #expect(abs(shapes[0].sharedArea(with: shapes[0]) - shapes[0].area) < 1e-8, "seed \(seed), trial \(trial)")
            if overlay > 0 { meeting += 1 }
        }
        #expect(meeting > 300)
    }
}
