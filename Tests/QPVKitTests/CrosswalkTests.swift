import Gazetteer
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing
import Topology

@testable import Comparing
@testable import Perimeters
@testable import Sheets

@Suite("crosswalk")
struct CrosswalkTests {
    private func perimeter(_ code: String, _ shape: MultiPolygon, _ territory: Territory = .metropole) -> Perimeter {
        Perimeter(
            code: code, name: "Nom \(code)", kind: .qpv, vintage: nil, communeCodes: [], communeNames: [],
            territory: territory, shape: shape.moved(700_000, 6_600_000).oriented, repair: nil, line: 1)
    }

    private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> MultiPolygon {
        shape(ring((x, y), (x + width, y), (x + width, y + height), (x, y + height)))
    }

    /// `A→B relation shared` a row.
    private func lines(_ crosswalk: Crosswalk) -> [String] {
        crosswalk.rows.map { row in
            let old = row.old.map { crosswalk.old[$0].code } ?? "", new = row.new.map { crosswalk.new[$0].code } ?? ""
            return "\(old)→\(new) \(row.relation.rawValue) \((row.sharedArea * 10).rounded() / 10)"
        }
    }

    /// One of each, side by side, a kilometre apart.
    private var old: [Perimeter] {
        [
            perimeter("A", square(0, 0, 100)), perimeter("B", square(1000, 0, 100)),
            perimeter("C", square(2000, 0, 100)),
            perimeter("D1", square(3000, 0, 100)), perimeter("D2", square(3100, 0, 100)),
            perimeter("E1", square(4000, 0, 100)), perimeter("E2", square(4100, 0, 100)),
            perimeter("F", square(5000, 0, 100)), perimeter("G", square(6000, 0, 100)), perimeter("H", MultiPolygon()),
        ]
    }

    private var new: [Perimeter] {
        [
            perimeter("a", square(0, 0, 100)), perimeter("b", rectangle(1000, 0, 98, 100)),
            perimeter("c1", rectangle(2000, 0, 50, 100)), perimeter("c2", rectangle(2050, 0, 50, 100)),
            perimeter("d", rectangle(3000, 0, 200, 100)), perimeter("e1", rectangle(4000, 0, 150, 100)),
            perimeter("e2", rectangle(4150, 0, 80, 100)), perimeter("f", square(5097, 0, 100)),
            perimeter("z", MultiPolygon()),
        ]
    }

    @Test("each relation has its pairs, and who is alone is said")
    func relations() async throws {
        let crosswalk = try await Crosswalk(old: old, new: new)
        #expect(
            lines(crosswalk) == [
                "A→a kept 10000.0", "B→b modified 9800.0", "C→c1 split 5000.0", "C→c2 split 5000.0",
                "D1→d merged 10000.0", "D2→d merged 10000.0", "E1→e1 merged 10000.0", "E2→e1 recomposed 5000.0",
                "E2→e2 split 5000.0", "F→ gone 0.0", "F→f sliver 300.0", "G→ gone 0.0", "H→ unusable 0.0",
                "→f new 0.0", "→z unusable 0.0",
            ])
        let summary = crosswalk.summary
        #expect(summary.counts[.split].map { [$0.old, $0.new] } == [2, 3])
        #expect(summary.counts[.gone].map { [$0.old, $0.new] } == [2, 0])
        #expect(summary.areaShared == 70_100)
    }

    @Test("what was written in another order, or is worked on by many, gives the same")
    func order() async throws {
        let one = try await Crosswalk(old: old, new: new)
        let other = try await Crosswalk(old: old.reversed(), new: new.reversed(), threads: 4)
        #expect(one.rows == other.rows)
        #expect(one.table().bytes == other.table().bytes)
    }

    @Test("both limits belong to the relation they begin")
    func limits() async throws {
        let whole = [perimeter("A", square(0, 0, 100))], part = [perimeter("a", rectangle(0, 0, 98, 100))]
        var options = Crosswalk.Options()
        options.keptFrom = 0.98
        #expect(try await Crosswalk(old: whole, new: part, options: options).rows.map(\.relation) == [.kept])
        options.keptFrom = 0.981
        #expect(try await Crosswalk(old: whole, new: part, options: options).rows.map(\.relation) == [.modified])
        let beside = [perimeter("a", square(95, 0, 100))]
        options.linkedFrom = 0.05
        #expect(try await Crosswalk(old: whole, new: beside, options: options).rows.map(\.relation) == [.modified])
        options.linkedFrom = 0.051
        #expect(
            try await Crosswalk(old: whole, new: beside, options: options).rows.map(\.relation)
                == [.gone, .sliver, .new])
    }

    @Test("touching is not sharing, and the same metres of another territory are another place")
    func apart() async throws {
        let left = [perimeter("A", square(0, 0, 100))]
        #expect(
            try await Crosswalk(old: left, new: [perimeter("a", square(100, 0, 100))]).rows.map(\.relation)
                == [.gone, .new])
        #expect(
            try await Crosswalk(old: left, new: [perimeter("a", square(0, 0, 100), .guyane)]).rows.map(\.relation)
                == [.gone, .new])
        #expect(try await Crosswalk(old: [], new: []).rows.isEmpty)
    }

    @Test("the table has a header, areas to the square millimetre, and empty cells where there is nothing")
    func table() async throws {
        let crosswalk = try await Crosswalk(
            old: [perimeter("A", square(0, 0, 100)), perimeter("B", square(500, 0, 10))],
            new: [perimeter("a", square(50, 0, 100))])
        #expect(
            crosswalk.table().string == """
                old_code,old_name,new_code,new_name,relation,area_old_m2,area_new_m2,area_shared_m2,share_of_old,share_of_new
                A,Nom A,a,Nom a,modified,10000.000,10000.000,5000.000,0.500000,0.500000
                B,Nom B,,,gone,100.000,,0.000,,

                """)
    }

    @Test("kept, lost and gained ground have the areas that the crosswalk says", arguments: [1, 3])
    func differences(threads: Int) async throws {
        let crosswalk = try await Crosswalk(old: old, new: new)
        var bytes: [UInt8] = []
        try await CrosswalkDifferences(crosswalk).write(threads: threads) { bytes += $0.bytes }
        let features = try GeoJSON.read(ByteSource(bytes: bytes)).features
        func area(_ change: String, _ old: String?, _ new: String?) throws -> Double {
            let fitting = features.filter {
                $0.properties["change"]?.string == change && $0.properties["old_code"]?.string == old
                    && $0.properties["new_code"]?.string == new
            }
            let feature = try #require(fitting.first)
            #expect(fitting.count == 1)
            return try #require(feature.properties["area_m2"]?.double)
        }
        for row in crosswalk.rows where row.sharedArea > 0 {
            let codes = (crosswalk.old[row.old!].code, crosswalk.new[row.new!].code)
            #expect(try area("kept", codes.0, codes.1) == row.sharedArea.rounded())
        }
        #expect(try area("lost", "B", nil) == 200)
        #expect(try area("lost", "F", nil) == 9700)
        #expect(try area("lost", "G", nil) == 10_000)
        #expect(try area("gained", nil, "f") == 9700)
        #expect(try area("gained", nil, "e2") == 3000)
        #expect(features.count == 10 + 3 + 2)
        // Degrees that lead back to the metres, exterior rings counter-clockwise (RFC 7946).
        let projector = try Projector(from: .wgs84, to: .lambert93)
        for feature in features {
            let degrees = try #require(feature.geometry.area)
            #expect(degrees == degrees.oriented)
            var metres = degrees
            for p in metres.polygons.indices { projector.project(&metres.polygons[p].exterior) }
            #expect(abs(metres.area - (feature.properties["area_m2"]?.double ?? 0)) < 5)
        }
    }

    @Test("addresses are counted where their positions lie: against every address one by one")
    func addresses() async throws {
        let hamlet = Hamlet.shared
        let old = hamlet.atlas
        let new = Atlas(
            [perimeter("N1", square(100, 0, 300)), perimeter("N2", square(-50, 300, 300))], source: old.source)
        let crosswalk = try await Crosswalk(old: old.perimeters, new: new.perimeters)
        let counted = try CrosswalkAddresses(crosswalk, old: old, new: new, hamlet.gazetteer)
        let projector = try Projector(from: .wgs84, to: .lambert93)
        var seen: Set<[String]> = []
        var expected = (old: [0, 0, 0], new: [0, 0], both: 0)
        hamlet.gazetteer.forEachAddress { address in
            guard seen.insert(["\(address.street)", "\(address.number)", address.suffix]).inserted,
                let p = projector.project(Point(x: address.longitude, y: address.latitude))
            else { return }
            func holds(_ perimeter: Perimeter) -> Bool { ZoneIndex([perimeter.shape]).firstZone(at: p) != nil }
            let inOld = old.perimeters.map(holds), inNew = new.perimeters.map(holds)
            for i in inOld.indices where inOld[i] { expected.old[i] += 1 }
            for j in inNew.indices where inNew[j] { expected.new[j] += 1 }
            if inOld.contains(true), inNew.contains(true) { expected.both += 1 }
        }
        #expect(counted.old == expected.old && counted.new == expected.new && counted.inBoth == expected.both)
        #expect(expected.old[0] > 20 && expected.new.allSatisfy { $0 > 5 } && expected.both > 5)
        let row = try #require(crosswalk.rows.firstIndex { $0.old == 0 && $0.new == 0 })
        #expect(counted.shared[row] == expected.both)
    }
}
