import Planar
import TestSupport
import Testing

@testable import Geodesy

@Suite("Grid against ground")
struct GroundTests {
    @Test("geodesic lengths known from elsewhere")
    func known() {
        // pyproj 3.7.2, Geod(ellps="WGS84").
        let paris = Point(x: 2.352222, y: 48.856614)
        #expect(abs(Geodesic.distance(paris, Point(x: 7.752111, y: 48.573405)) - 398_530.255702) < 1e-5)
        #expect(
            abs(Geodesic.distance(Point(x: -61.534042, y: 16.2411), Point(x: 55.448, y: -20.882)) - 13_401_003.236619)
                < 1e-5)
        // A quarter of the meridian, and a degree of the equator: a π / 180.
        #expect(abs(Geodesic.distance(Point(x: 0, y: 0), Point(x: 0, y: 90)) - 10_001_965.729) < 1e-3)
        #expect(abs(Geodesic.distance(Point(x: 0, y: 0), Point(x: 1, y: 0)) - 6_378_137 * .pi / 180) < 1e-6)
        #expect(Geodesic.distance(paris, paris) == 0)
        #expect(Geodesic.distance(paris, Point(x: 0, y: 91)).isNaN)
        #expect(Geodesic.distance(paris, Point(x: .nan, y: 1)).isNaN)
    }

    @Test("500 m of Lambert-93 are 500 m of ground times the scale, and within 0.31 % of it")
    func lambert93() throws {
        let seed: UInt64 = 500
        var generator = SeededGenerator(seed: seed)
        let projector = try Projector(from: .wgs84, to: .lambert93)
        for _ in 0..<1000 {
            let place = Point(
                x: Double.random(in: -4.8...9.5, using: &generator),
                y: Double.random(in: 41.33...51.09, using: &generator))
            let here = try #require(projector.project(place))
            let there = Point(x: here.x + 300, y: here.y + 400)
            let ground = Geodesic.distance(place, try #require(projector.inverse(there)))
            let scale = try #require(projector.scaleFactor(at: place))
            // The scale changes over the 500 m by 1e-6 or so.
            #expect(abs(500 / ground - scale) < 1e-5, "seed \(seed), \(place)")
            #expect(scale > 0.99904 && scale < 1.00305, "seed \(seed), \(place), \(scale)")
        }
    }

    @Test("every territory's grid is within 0.33 % of the ground, Polynésie away from Tahiti excepted")
    func territories() throws {
        for territory in Territory.allCases {
            let projector = try Projector(from: .wgs84, to: territory.metricCRS)
            let box = land(of: territory)
            for step in 0...20 {
                for row in 0...20 {
                    let place = Point(
                        x: box.minX + (box.maxX - box.minX) * Double(step) / 20,
                        y: box.minY + (box.maxY - box.minY) * Double(row) / 20)
                    let scale = try #require(projector.scaleFactor(at: place))
                    #expect(abs(scale - 1) < 0.0033, "\(territory) \(place) \(scale)")
                }
            }
        }
    }

    /// Where a grid must be near the ground: the land, not the seas that a territory's window may hold too, where the
    /// scale of a conic projection goes on growing. Polynésie is Tahiti and Moorea: its far islands are another test.
    private func land(of territory: Territory) -> Box {
        switch territory {
        case .metropole: Box(minX: -5.3, minY: 41.2, maxX: 9.8, maxY: 51.3)
        case .polynesie: Box(minX: -150.9, minY: -18, maxX: -149, maxY: -16.6)
        default: territory.bounds
        }
    }

    @Test("in the Marquises the grid of Tahiti is half a percent too long, and says so")
    func marquises() throws {
        let projector = try Projector(from: .wgs84, to: Territory.polynesie.metricCRS)
        let scale = try #require(projector.scaleFactor(at: Point(x: -140.08, y: -8.91)))
        #expect(scale > 1.005 && scale < 1.008)
    }

    @Test("no scale without a grid, nor for what is no position")
    func none() throws {
        #expect(try Projector(from: .wgs84, to: CRS(known: 4171)).scaleFactor(at: Point(x: 2, y: 48)) == nil)
        let projector = try Projector(from: .lambert93, to: .wgs84)
        #expect(projector.scaleFactor(at: Point(x: 2, y: 48)) != nil)
        for bad in [Point(x: .nan, y: 1), Point(x: 2, y: 95), Point(x: 2, y: -.infinity)] {
            #expect(projector.scaleFactor(at: bad) == nil)
        }
        #expect(projector.scaleFactor(at: Point(x: 2, y: 48)) != nil)
    }
}
