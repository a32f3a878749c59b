import Planar
import TestSupport
import Testing

@testable import Geodesy

@Suite("Lambert-93 by series")
struct Lambert93SeriesTests {
    @Test("over all of the metropolitan window the series is PROJ to 20 nanometres")
    func sameAsProj() throws {
        let seed: UInt64 = 93
        var generator = SeededGenerator(seed: seed)
        let pipeline = try #require(Pipeline.text(from: .wgs84, to: .lambert93))
        let context = ProjContext(database: false)
        let plain = try #require(context.transformation(pipeline))
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let box = Territory.metropole.bounds
        let corners = [box.minX, box.center.x, 3, box.maxX].flatMap { x in
            [box.minY, box.center.y, box.maxY].map { Point(x: x, y: $0) }
        }
        var places = corners
        for _ in 0..<200_000 {
            places.append(
                Point(
                    x: Double.random(in: box.minX...box.maxX, using: &generator),
                    y: Double.random(in: box.minY...box.maxY, using: &generator)))
        }
        var images = places
        projector.project(&images)
        var largest = 0.0
        for (place, image) in zip(places, images) {
            let known = try #require(Projector.plain(place, plain))
            largest = max(largest, abs(image.x - known.x), abs(image.y - known.y))
        }
        #expect(largest < 2e-8, "seed \(seed): \(largest) m")
        #expect(largest > 0, "PROJ answered itself")
    }

    @Test("outside the window PROJ answers")
    func outside() throws {
        let pipeline = try #require(Pipeline.text(from: .wgs84, to: .lambert93))
        let context = ProjContext(database: false)
        let plain = try #require(context.transformation(pipeline))
        let projector = try Projector(from: .wgs84, to: .lambert93)
        for place in [Point(x: 55.5, y: -21), Point(x: -6.0001, y: 45), Point(x: 3, y: 51.7), Point(x: -120, y: 80)] {
            #expect(projector.project(place) == Projector.plain(place, plain))
        }
    }
}
