import Foundation
import Planar
import TestSupport
import Testing

@testable import Geodesy

@Suite("Projector")
struct ProjectorTests {
    static let database = ProjContext(database: true).hasDatabase

    @Test("there and back gives the same place, in every territory")
    func roundTrips() throws {
        let seed: UInt64 = 2154
        var generator = SeededGenerator(seed: seed)
        for territory in Territory.allCases {
            let there = try Projector(from: .wgs84, to: territory.metricCRS)
            let back = try Projector(from: territory.metricCRS, to: .wgs84)
            let box = territory.bounds
            for _ in 0..<500 {
                let place = Point(
                    x: Double.random(in: box.minX...box.maxX, using: &generator),
                    y: Double.random(in: box.minY...box.maxY, using: &generator))
                let metres = try #require(there.project(place))
                for again in [there.inverse(metres), back.project(metres)] {
                    let again = try #require(again)
                    #expect(
                        abs(again.x - place.x) < 1e-10 && abs(again.y - place.y) < 1e-10,
                        "seed \(seed), \(territory), \(place), \(again)")
                }
            }
        }
    }

    @Test("parameters written here give what PROJ's database gives, to a micrometre", .enabled(if: database))
    func sameAsDatabase() throws {
        let seed: UInt64 = 4326
        var generator = SeededGenerator(seed: seed)
        for crs in CRS.all where crs.isSelfContained && crs != .wgs84 {
            let written = try Projector(from: .wgs84, to: crs)
            let asked = try Projector(from: .wgs84, to: crs, pipeline: nil)
            let unit = crs.isGeographic ? 1e-11 : 1e-6
            for territory in crs.territories {
                let box = territory.bounds
                for _ in 0..<40 {
                    let place = Point(
                        x: Double.random(in: box.minX...box.maxX, using: &generator),
                        y: Double.random(in: box.minY...box.maxY, using: &generator))
                    let a = try #require(written.project(place))
                    let b = try #require(asked.project(place))
                    #expect(
                        abs(a.x - b.x) < unit && abs(a.y - b.y) < unit, "seed \(seed), \(crs.name), \(place): \(a) \(b)"
                    )
                    let c = try #require(written.inverse(a))
                    let d = try #require(asked.inverse(a))
                    #expect(
                        abs(c.x - d.x) < 1e-11 && abs(c.y - d.y) < 1e-11,
                        "seed \(seed), \(crs.name), \(place): \(c) \(d)")
                }
            }
        }
    }

    @Test("systems of the database can be made, there and back", .enabled(if: database))
    func former() throws {
        for crs in CRS.all where !crs.isSelfContained {
            let projector = try Projector(from: .wgs84, to: crs)
            let known = try #require(knownPoints.first { crs.suits($0.territory) })
            let place = Point(x: known.longitude, y: known.latitude)
            let there = try #require(projector.project(place), "\(crs.name)")
            let again = try #require(projector.inverse(there))
            #expect(abs(again.x - place.x) < 1e-7 && abs(again.y - place.y) < 1e-7, "\(crs.name)")
            #expect(try CoordinateChecker(declared: crs).check(there) == .fine(known.territory))
        }
        let guadeloupe = try #require(
            try Projector(from: .wgs84, to: CRS(known: 2970)).project(Point(x: -61.534042, y: 16.2411)))
        #expect(abs(guadeloupe.x - 657_092.8702059) < 1e-3 && abs(guadeloupe.y - 1_796_468.8397108) < 1e-3)
    }

    @Test("from a grid to another goes by way of WGS 84")
    func betweenGrids() throws {
        let direct = try Projector(from: .lambert93, to: CRS(known: 3949))
        let place = Point(x: 2.352222, y: 48.856614)
        let l93 = try #require(try Projector(from: .wgs84, to: .lambert93).project(place))
        let zone = try #require(direct.project(l93))
        #expect(abs(zone.x - 1_652_469.4964123) < 1e-6 && abs(zone.y - 8_184_258.4120854) < 1e-6)
        let same = try Projector(from: .lambert93, to: .lambert93)
        #expect(same.project(l93) == l93)
        #expect(same.scaleFactor(at: place) != nil)
    }

    @Test("what has no image is nil, and the next point is well again")
    func noImage() throws {
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let good = Point(x: 2.35, y: 48.85)
        let expected = projector.project(good)
        #expect(expected != nil)
        for bad in [
            Point(x: .nan, y: 48), Point(x: 2, y: .nan), Point(x: .infinity, y: 0), Point(x: 2, y: 91),
            Point(x: 3, y: -90),
            Point(x: 652_000, y: 6_862_000), Point(x: 1e300, y: 1e300), Point(x: 2, y: -.infinity),
        ] {
            #expect(projector.project(bad) == nil, "\(bad)")
            #expect(projector.project(good) == expected)
        }
        #expect(projector.inverse(Point(x: .nan, y: 0)) == nil)
    }

    @Test("in bulk as one by one, with NaN where one by one says nil")
    func bulk() throws {
        let seed: UInt64 = 1
        var generator = SeededGenerator(seed: seed)
        for territory in Territory.allCases {
            let projector = try Projector(from: .wgs84, to: territory.metricCRS)
            let box = territory.bounds
            var places = (0..<300).map { _ in
                Point(
                    x: Double.random(in: box.minX...box.maxX, using: &generator),
                    y: Double.random(in: box.minY...box.maxY, using: &generator))
            }
            places[7].y = 95
            places[8].x = .nan
            places[299].y = .infinity
            let one = places.map { projector.project($0) }
            var points = places
            projector.project(&points)
            var xs = places.map(\.x)
            var ys = places.map(\.y)
            xs.withUnsafeMutableBufferPointer { xs in ys.withUnsafeMutableBufferPointer { projector.project(xs, $0) } }
            for i in places.indices {
                if let point = one[i] {
                    #expect(
                        points[i] == point && xs[i] == point.x && ys[i] == point.y, "seed \(seed), \(territory), \(i)")
                } else {
                    #expect(points[i].x.isNaN && points[i].y.isNaN && xs[i].isNaN && ys[i].isNaN)
                }
            }
            #expect(one[7] == nil && one[8] == nil && one[299] == nil)
            projector.inverse(&points)
            xs.withUnsafeMutableBufferPointer { xs in ys.withUnsafeMutableBufferPointer { projector.inverse(xs, $0) } }
            for i in places.indices where one[i] != nil {
                #expect(abs(points[i].x - places[i].x) < 1e-10 && abs(xs[i] - places[i].x) < 1e-10)
                #expect(abs(points[i].y - places[i].y) < 1e-10 && abs(ys[i] - places[i].y) < 1e-10)
            }
        }
    }

    @Test("nothing in bulk is nothing")
    func nothing() throws {
        var none: [Point] = []
        let projector = try Projector(from: .wgs84, to: .lambert93)
        projector.project(&none)
        projector.project(
            UnsafeMutableBufferPointer(start: nil, count: 0), UnsafeMutableBufferPointer(start: nil, count: 0))
        #expect(none.isEmpty)
    }

    @Test("a projector of each worker gives the same bits")
    func threads() async throws {
        let places = (0..<500).map { Point(x: Double($0 % 25) * 0.5 - 4, y: 42 + Double($0 / 25) * 0.4) }
        let answers = try await withThrowingTaskGroup(of: [Point].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let projector = try Projector(from: .wgs84, to: .lambert93)
                    var points = places
                    for _ in 0..<5 {
                        points = places
                        projector.project(&points)
                    }
                    return points
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 8)
        for answer in answers { #expect(answer == answers[0]) }
    }

    @Test("what the database lacks is an error in PROJ's words; a missing database names the package")
    func errors() {
        let error = #expect(throws: GeodesyError.self) {
            try Projector(from: .wgs84, to: .lambert93, pipeline: "+proj=pipeline +step +proj=nonsense")
        }
        guard case .transformationUnavailable(_, .lambert93, let message) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!message.isEmpty)
        let missing = GeodesyError.databaseMissing(from: .wgs84, to: CRS(known: 2970))
        #expect(
            missing.description == """
                error: proj.db is missing, and it is needed to go from EPSG:4326 (WGS 84) to \
                EPSG:2970 (Guadeloupe 1948 / UTM zone 20N)
                  = help: install the Debian package proj-data, or set PROJ_DATA to the folder that has proj.db
                """)
    }

    #if compiler(>=6.2)
        @Test("without proj.db Lambert-93 works as ever, and a former network is an error that says so")
        func databaseMissing() async {
            await #expect(processExitsWith: .success) {
                setenv("PROJ_DATA", "/nonexistent", 1)
                setenv("PROJ_LIB", "/nonexistent", 1)
                let point = try Projector(from: .wgs84, to: .lambert93).project(Point(x: 3, y: 46.5))
                precondition(point.map { abs($0.x - 700_000) < 1e-6 && abs($0.y - 6_600_000) < 1e-6 } == true)
                let former = CRS(known: 2970)
                do {
                    _ = try Projector(from: .wgs84, to: former)
                    preconditionFailure("made without a database")
                } catch {
                    precondition(error as? GeodesyError == .databaseMissing(from: .wgs84, to: former), "\(error)")
                }
            }
        }
    #endif

    @Test("a context told to do without the database has none")
    func withoutDatabase() {
        #expect(!ProjContext(database: false).hasDatabase)
    }
}
