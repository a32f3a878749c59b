import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Coverage

@Suite("What places cover")
struct CoverageTests {
    private func places(_ points: [(Double, Double, String)], radius: Double = 0) -> Places {
        var places = Places()
        places.items = points.enumerated().map { i, p in
            var item = Places.Item()
            (item.id, item.category, item.line, item.radius) = ("P\(i)", p.2, i + 2, radius)
            item.position = Point(x: 700_000 + p.0, y: 6_600_000 + p.1)
            return item
        }
        places.rows = points.count
        places.hasCategories = true
        return places
    }

    private func population() throws -> Population {
        try Population(addressesOf: Hamlet.shared.gazetteer, in: Hamlet.shared.atlas)
    }

    private func perimeter(_ code: String, _ shape: MultiPolygon) -> Perimeter {
        Perimeter(
            code: code, name: code, kind: .qpv, vintage: 2024, communeCodes: [], communeNames: [],
            territory: .metropole, shape: shape.moved(700_000, 6_600_000), repair: nil, line: 1)
    }

    @Test("one place in the middle: a circle's area, the addresses that it reaches, counted one by one")
    func one() throws {
        let population = try population()
        let coverage = Coverage(
            of: Hamlet.shared.atlas, by: places([(100, 100, "poste")]), population: population,
            options: .init(distances: [50, 1000]))
        let row = coverage.rows[0]
        #expect(row.area == 40_000 && abs(row.within[0].area - 2500 * .pi) < 1e-6 && row.within[1].area == 40_000)
        #expect(row.inside == 1 && row.edge == 0 && row.within.map(\.places) == [1, 1])
        let here = Point(x: 700_100, y: 6_600_100)
        let distances = population.members[0].map { $0.position.distance(to: here) }.sorted()
        #expect(row.weight == Double(distances.count) && distances.count > 40)
        #expect(row.within[0].weight == Double(distances.count { $0 <= 50 }))
        #expect(row.distances?.maximum == distances.last)
        #expect(row.distances?.median == distances[(distances.count + 1) / 2 - 1])
        // The second perimeter is out of reach; the third has no shape: nothing is known of it.
        #expect(coverage.state(coverage.rows[1])?.state == .notCovered)
        #expect(coverage.state(coverage.rows[2]) == nil && coverage.rows[2].areaShare(0) == nil)
        #expect(coverage.totals[0].area == 80_000 && coverage.totals[0].inside == 1)
    }

    @Test("a place nearer to the border than its position is exact is at the edge, on either side")
    func edge() {
        let points = [(100.0, 10.0, "a"), (100, -10, "a"), (100, 20, "b"), (100, -21, "b"), (100, 0, "c")]
        let coverage = Coverage(
            of: Hamlet.shared.atlas, by: places(points, radius: 20), options: .init(distances: [10, 21]))
        #expect(coverage.categories == [nil, "a", "b", "c"])
        #expect(coverage.rows[..<4].map(\.edge) == [3, 2, 0, 1])
        #expect(coverage.rows[..<4].map(\.inside) == [1, 0, 1, 0])
        // Within is the distance to the perimeter: 0 in it, border included.
        #expect(coverage.rows[..<4].map { $0.within[0].places } == [4, 2, 1, 1])
        #expect(coverage.rows[0].within[1].places == 5)
        // Without radius a place on the border is inside.
        let exact = Coverage(of: Hamlet.shared.atlas, by: places([(100, 0, "c")]))
        #expect(exact.rows[0].inside == 1 && exact.rows[0].edge == 0)
    }

    @Test("states by addresses, failing these by area; a share on the threshold has reached it")
    func states() throws {
        let atlas = Atlas(
            [perimeter("A", square(0, 0, 200)), perimeter("B", square(20_000, 20_000, 200))],
            source: SourceFile(path: "x", sha256: ""))
        let population = try Population(addressesOf: Hamlet.shared.gazetteer, in: atlas)
        #expect(population.members[1].isEmpty)
        let coverage = Coverage(
            of: atlas, by: places([(100, 100, ""), (20_100, 20_100, "")]), population: population,
            options: .init(distances: [150]))
        #expect(coverage.state(coverage.rows[0])! == (.covered, .population))
        #expect(coverage.state(coverage.rows[1])! == (.covered, .area))
        #expect(coverage.rows[1].weightShare(0) == nil && coverage.rows[1].distances == nil)
        // Exactly a quarter of the square, by a disc that holds its quarter and more: 0.25 as a threshold.
        var options = Coverage.Options(distances: [1])
        options.coveredFrom = Coverage(of: atlas, by: places([(100, 100, "")]), options: options).rows[0].areaShare(0)!
        options.insufficientFrom = options.coveredFrom
        let same = Coverage(of: atlas, by: places([(100, 100, "")]), options: options)
        #expect(same.state(same.rows[0])?.state == .covered)
        #expect(same.state(same.rows[1])?.state == .notCovered)
    }

    @Test("no place at all covers nothing, and nobody knows how far it is")
    func nothing() throws {
        let coverage = Coverage(of: Hamlet.shared.atlas, by: Places(), population: try population())
        #expect(coverage.rows[0].within[0] == .init() && coverage.rows[0].distances?.median == .infinity)
        #expect(coverage.state(coverage.rows[0])?.state == .notCovered)
        #expect(Coverage(of: .empty, by: places([(0, 0, "")])).rows.isEmpty)
        #expect(Coverage(of: .empty, by: places([(0, 0, "")])).elsewhere.count == 1)
        let gaps = try Gaps(coverage)
        #expect(gaps.gaps.map(\.area) == [40_000, 40_000])
        #expect(gaps.gaps[0].shape == Hamlet.shared.atlas.perimeters[0].shape)
        #expect(gaps.gaps[0].members.allSatisfy { $0.distance == .infinity })
    }

    @Test("addresses whose territory has no place are in the weight of all together, and infinitely far")
    func unmeasured() throws {
        var far = places([(100, 100, "poste")])
        far.items[0].territory = .reunion
        let coverage = Coverage(of: Hamlet.shared.atlas, by: far, population: try population())
        #expect(coverage.totals[0].distances?.median == .infinity && coverage.totals[0].weightShare(0) == 0)
        #expect(Distances([(5, 1), (.infinity, 1)])?.median == 5)
        #expect(Distances([(5, 1), (.infinity, 99)])?.median == .infinity)
    }

    @Test("a category without any place left covers nothing; one of which none is located is not known")
    func lostCategories() throws {
        var some = places([(100, 100, "poste")])
        some.notOpen = [.init(line: 3, label: "B", category: "mairie")]
        some.notLocated = [
            .init(line: 4, label: "C", category: "école", reason: .addressEmpty, coordinateFault: nil),
            .init(line: 5, label: "D", category: "poste", reason: .addressEmpty, coordinateFault: nil),
        ]
        some.undated = [.init(line: 6, label: "E", category: "parc")]
        let coverage = Coverage(
            of: Hamlet.shared.atlas, by: some, population: try population(), options: .init(distances: [1000]))
        #expect(coverage.categories == [nil, "école", "mairie", "parc", "poste"])
        let states = coverage.rows[..<5].map { coverage.state($0)?.state }
        #expect(states == [.covered, nil, .notCovered, nil, .covered])
        #expect(coverage.rows[..<5].map(\.isKnown) == [true, false, true, false, true])
        #expect(coverage.totals.map { $0.areaShare(0) == nil } == [false, true, false, true, false])
        // Nothing is known of a shape that cannot be used, whatever the places.
        #expect(coverage.rows[10..<15].allSatisfy { !$0.isKnown })
    }

    @Test("where no place is known and some may be open, nothing is said to be left out; where all are closed, all is")
    func unknownGaps() throws {
        var some = places([])
        some.notOpen = [.init(line: 2, label: "A", category: "poste")]
        let perimeters = Hamlet.shared.atlas.perimeters
        func gaps() throws -> Gaps { try Gaps(Coverage(of: Hamlet.shared.atlas, by: some)) }
        #expect(try !gaps().gaps.isEmpty)
        #expect(try gaps().unknown == perimeters.indices.filter { perimeters[$0].shape.isEmpty })
        some.undated = [.init(line: 3, label: "B", category: "mairie")]
        #expect(try gaps().gaps.isEmpty)
        #expect(try gaps().unknown == Array(perimeters.indices))
    }

    @Test("a place in no territory of a later layer is listed too, with the layer")
    func elsewhere() throws {
        let some = places([(100, 100, "poste"), (200, 200, "poste")])
        let lists = PlaceTables(some, .french)
        let two = lists.tables(elsewhere: [("QPV 2024", []), ("QVA", [some.items[1]])])
        #expect(two.map(\.name) == ["places_elsewhere"])
        #expect(two[0].rows.map(\.cells.last) == [.text("QVA")] && two[0].rows[0].cells.first == .count(3))
        #expect(
            lists.tables(elsewhere: [("QPV 2024", some.items)])[0].columns.map(\.name) == [
                "line", "place", "territory",
            ])
    }

    @Test("sections of several layers have titles of their own")
    func sections() throws {
        let coverage = Coverage(of: Hamlet.shared.atlas, by: places([(100, 100, "poste")]))
        let folder = try TemporaryFolder()
        let path = try folder.write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"P0"},"geometry":"#
                + #"{"type":"Polygon","coordinates":[[[3,46.5],[3.01,46.5],[3.01,46.51],[3,46.5]]]}}]}"#,
            to: "a.geojson")
        let parts = try ["QPV 2024", "QVA"].map { title in
            var part = CoverageReport.Part(prefix: title, title: title, coverage: coverage)
            part.catchments = try Catchments(PerimeterFile.read(path), over: coverage)
            return part
        }
        let report = CoverageReport(parts, language: .french).report(provenance: Provenance(version: "1", command: "c"))
        #expect(Set(report.sections.map(\.title)).count == report.sections.count)
    }

    @Test("numbers in a list of the provenance have the comma of French, and something else between them")
    func provenanceLists() {
        var provenance = Provenance(version: "1", command: "coverage")
        provenance.state("within_m", [JSONValue(250.5), JSONValue(300)])
        provenance.state("vintages", [JSONValue(2015), JSONValue(2024)])
        let french = ProvenanceLines(provenance, .french).lines.suffix(2).map(\.value)
        #expect(french == ["250,5\u{A0}; 300", "2015, 2024"])
        #expect(ProvenanceLines(provenance, .english).lines.suffix(2).map(\.value) == ["250.5, 300", "2015, 2024"])
    }

    @Test("in perimeters that overlap an address counts in each, and once together")
    func overlap() throws {
        let atlas = Atlas(
            [perimeter("A", square(0, 0, 200)), perimeter("B", square(0, 0, 200))],
            source: SourceFile(path: "x", sha256: ""))
        let population = try Population(addressesOf: Hamlet.shared.gazetteer, in: atlas)
        let coverage = Coverage(
            of: atlas, by: places([(100, 100, "")]), population: population, options: .init(distances: [500]))
        #expect(coverage.rows[0].weight == coverage.rows[1].weight)
        #expect(coverage.totals[0].weight == coverage.rows[0].weight)
        #expect(coverage.totals[0].within[0].weight == coverage.rows[0].weight && coverage.totals[0].inside == 1)
        #expect(coverage.totals[0].area == 80_000)
    }

    @Test("a detour factor divides the reach, and nothing else")
    func detour() throws {
        let some = places([(100, 100, "a"), (260, 40, "b")])
        let population = try population()
        let straight = Coverage(
            of: Hamlet.shared.atlas, by: some, population: population, options: .init(distances: [80]))
        let detour = Coverage(
            of: Hamlet.shared.atlas, by: some, population: population, options: .init(distances: [100], detour: 1.25))
        #expect(straight.rows == detour.rows)
    }

    @Test("gaps: exact area, outline within a centimetre, addresses and streets counted one by one", arguments: 0..<20)
    func gaps(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let points = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
            (Double.random(in: -50...250, using: &generator), Double.random(in: -50...250, using: &generator), "x")
        }
        let coverage = Coverage(
            of: Hamlet.shared.atlas, by: places(points), population: try population(), options: .init(distances: [60]))
        let gap = try #require(try Gaps(coverage).gaps.first { $0.perimeter == 0 })
        #expect(abs(gap.area - (40_000 - coverage.rows[0].within[0].area)) < 1e-6, "seed \(seed)")
        // Each arc is at most its circle long, and a chord at most a centimetre from it.
        let most = Double(points.count) * 2 * .pi * 60 * Gaps.chordError + 1
        #expect(gap.shape.area - gap.area < most && gap.shape.area - gap.area > -2, "seed \(seed)")
        let far = coverage.population!.members[0].filter { member in
            coverage.places.items.allSatisfy { $0.position.distance(to: member.position) > 60 }
        }
        #expect(gap.weight == Double(far.count) && gap.streets == Set(far.map(\.street)).count, "seed \(seed)")
    }

    @Test("a disc as a polygon is inscribed, no chord farther than a centimetre", arguments: [0.004, 1, 300, 100_000])
    func disc(_ radius: Double) {
        let ring = Gaps.disc(Point(x: 0, y: 0), radius).exterior
        #expect(ring.first == ring.last && ring.count > 8)
        for (a, b) in zip(ring, ring.dropFirst()) {
            let middle = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2).distance(to: Point(x: 0, y: 0))
            #expect(radius - middle <= Gaps.chordError + 1e-9 * radius)
        }
    }

    @Test("percentiles are the least distance up to which there is the part")
    func distances() throws {
        let ten = (1...10).map { (distance: Double($0), weight: 1.0) }
        #expect(Distances(ten.shuffled()) == Distances([(5, 5), (9, 4), (10, 1)]))
        #expect(Distances(ten)?.median == 5 && Distances(ten)?.ninetieth == 9 && Distances(ten)?.maximum == 10)
        #expect(Distances([(7, 0.1)])?.ninetieth == 7)
        #expect(Distances([(7, 0), (8, 1)])?.maximum == 8)
        #expect(Distances([]) == nil && Distances([(7, 0)]) == nil)
    }

    @Test("declared catchments count by identifier or category, and never by distance")
    func catchments() throws {
        let folder = try TemporaryFolder()
        func feature(_ code: String, _ shape: MultiPolygon) -> String {
            let corners = shape.polygons[0].exterior.map { p -> String in
                let degrees = Hamlet.degrees(p.x, p.y)
                return "[\(degrees.x),\(degrees.y)]"
            }
            return
                #"{"type":"Feature","properties":{"code":"\#(code)"},"geometry":{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}}"#
        }
        let text = [
            feature("P0", square(0, 0, 100)), feature("Bibliothèque", square(100, 100, 100)),
            feature("P9", square(0, 0, 200)),
        ].joined(separator: ",")
        let path = try folder.write(#"{"type":"FeatureCollection","features":[\#(text)]}"#, to: "aires.geojson")
        let coverage = Coverage(
            of: Hamlet.shared.atlas, by: places([(5000, 5000, "poste"), (5000, 5000, "bibliothèque")]),
            population: try population())
        let catchments = try Catchments(PerimeterFile.read(path), over: coverage)
        #expect(catchments.unmatched == ["P9"])
        let rows = catchments.rows.filter { $0.perimeter == 0 }
        #expect(rows.map(\.category) == [nil, "bibliothèque", "poste"])
        for (row, share) in zip(rows, [0.5, 0.25, 0.25]) { #expect(abs(row.areaShare! - share) < 1e-4) }
        let inside = coverage.population!.members[0].count { $0.position.x <= 700_100 && $0.position.y <= 6_600_100.01 }
        #expect(abs(rows[2].weightShare! - Double(inside) / coverage.rows[0].weight!) < 0.2)
        #expect(catchments.rows.last?.areaShare == nil)
    }

    @Test("weights of points: unreadable ones and those outside are told, and count for nothing")
    func points() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            id;x;y;logements
            1;700100;6600100;1 043
            2;700010;6600010;0,5
            3;700010;6600011;NC
            4;700010;6600012;-2
            5;701000;6601000;7
            6;;;7
            """, to: "points.csv")
        func population(_ weight: String?) throws -> Population {
            let reader = try CSVReader(path: path)
            return try Population(
                pointsOf: reader, at: .init(x: 1, y: 2, crs: .lambert93), weight: weight, in: Hamlet.shared.atlas)
        }
        let weighted = try population("logements")
        #expect(weighted.total == 1043.5 && weighted.rows == 6 && weighted.notLocated == 1)
        #expect(weighted.outside == 1 && weighted.unreadableWeights == 1 && weighted.negativeWeights == 1)
        #expect(weighted.source == SourceFile(path: path, sha256: try SHA256Digest.ofFile(path).hexadecimal))
        #expect(try population(nil).total == 4)
        #expect(throws: ColumnError.self) { try population("habitants") }
        let coverage = Coverage(
            of: Hamlet.shared.atlas, by: places([(100, 100, "")]), population: weighted, options: .init(distances: [50])
        )
        #expect(coverage.rows[0].within[0].weight == 1043)
    }
}
