import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Comparing
@testable import Disclosure
@testable import Perimeters
@testable import Provenance
@testable import Sheets
@testable import Verdicts

@Suite("an atlas and its surveyor")
struct AtlasTests {
    /// An atlas of shapes in metres around 700000, 6600000 of Lambert-93.
    static func atlas(_ shapes: [(code: String, shape: MultiPolygon)], communes: [String] = []) -> Atlas {
        Atlas(
            shapes.enumerated().map { line, entry in
                Perimeter(
                    code: entry.code, name: "Le \(entry.code)", kind: .qpv, vintage: 2024, communeCodes: communes,
                    communeNames: [], territory: .metropole, shape: entry.shape.moved(700_000, 6_600_000).oriented,
                    repair: nil, line: line + 1)
            }, source: SourceFile(path: "memory", sha256: ""))
    }

    static func codes(_ atlas: Atlas, _ x: Double, _ y: Double, radius: Double = 0) -> [String] {
        Surveyor(atlas).evidence(at: Point(x: 700_000 + x, y: 6_600_000 + y), region: 0, radius: radius)
            .shares.map { atlas.perimeters[$0.perimeter].code }
    }

    @Test("perimeters are in the order of their codes and found by them")
    func order() {
        let atlas = Self.atlas([("C", square(0, 0, 1)), ("A", square(5, 0, 1)), ("B", square(9, 0, 1))])
        #expect(atlas.perimeters.map(\.code) == ["A", "B", "C"])
        #expect(["A", "B", "C"].map { atlas.index(ofCode: $0) } == [0, 1, 2])
        for missing in ["", "0", "AA", "D", "a"] { #expect(atlas.index(ofCode: missing) == nil) }
        #expect(Atlas.empty.index(ofCode: "A") == nil)
    }

    @Test("a point in two overlapping perimeters belongs to both, the first code first")
    func overlap() {
        let atlas = Self.atlas([("B", square(0, 0, 100)), ("A", square(50, 0, 100))])
        #expect(Self.codes(atlas, 70, 50) == ["A", "B"])
        #expect(Self.codes(atlas, 75, 50, radius: 5) == ["A", "B"])
        #expect(Self.codes(atlas, 20, 50) == ["B"])
        #expect(Self.codes(atlas, 120, 50) == ["A"])
        let evidence = Surveyor(atlas).evidence(at: Point(x: 700_070, y: 6_600_050), region: 0, radius: 0)
        #expect(evidence.total == 1)
        let verdict = Judge.verdict(evidence, ground: .position, score: 1)
        #expect(verdict.perimeter == atlas.index(ofCode: "A"))
    }

    @Test("a street that lies whole in one of two overlapping perimeters is inside that one")
    func streetInOverlap() {
        let atlas = Self.atlas([("B", square(0, 0, 200)), ("A", square(100, 0, 200))])
        let surveyor = Surveyor(atlas)
        var sum = Evidence.nowhere
        for x in stride(from: 20.0, to: 200, by: 20) {
            sum.add(surveyor.evidence(at: Point(x: 700_000 + x, y: 6_600_100), region: 0, radius: 5), weight: 1.0 / 9)
        }
        sum.sort()
        let verdict = Judge.verdict(sum, ground: .street, score: 1)
        #expect(verdict.decision == .inside)
        #expect(verdict.perimeter == atlas.index(ofCode: "B"))
    }

    @Test("the border belongs to the perimeter, of two neighbours to the first code")
    func border() {
        let atlas = Self.atlas([("B", square(0, 0, 100)), ("A", square(100, 0, 100))])
        #expect(Self.codes(atlas, 0, 50) == ["B"])
        #expect(Self.codes(atlas, 0, 0) == ["B"])
        #expect(Self.codes(atlas, 200, 100) == ["A"])
        #expect(Self.codes(atlas, 100, 50).first == "A")
        let evidence = Surveyor(atlas).evidence(at: Point(x: 700_000, y: 6_600_050), region: 0, radius: 0)
        #expect(evidence.distance == 0 && evidence.total == 1)
    }

    @Test("a hole is outside, a second part inside")
    func holes() {
        let ringed = shape(
            ring((0, 0), (100, 0), (100, 100), (0, 100)), holes: ring((40, 40), (60, 40), (60, 60), (40, 60)))
        let parts = MultiPolygon(polygons: ringed.polygons + square(300, 0, 50).polygons)
        let atlas = Self.atlas([("A", parts)])
        #expect(Self.codes(atlas, 50, 50) == [])
        #expect(Self.codes(atlas, 10, 10) == ["A"])
        #expect(Self.codes(atlas, 320, 20) == ["A"])
        let evidence = Surveyor(atlas).evidence(at: Point(x: 700_050, y: 6_600_050), region: 0, radius: 5)
        #expect(evidence.distance == 10 && !evidence.isCut)
    }

    @Test("the distance is negative inside, positive outside, and exactly the radius is not cut")
    func distance() {
        let surveyor = Surveyor(Self.atlas([("A", square(0, 0, 100))]))
        func at(_ x: Double, _ radius: Double) -> Evidence {
            surveyor.evidence(at: Point(x: 700_000 + x, y: 6_600_050), region: 0, radius: radius)
        }
        #expect(at(10, 5).distance == -10)
        #expect(at(-10, 5).distance == 10)
        #expect(!at(5, 5).isCut && at(5, 5).total == 1)
        #expect(!at(-5, 5).isCut && at(-5, 5).total == 0)
        #expect(at(4.999, 5).isCut && at(-4.999, 5).isCut)
        #expect(!at(0, 0).isCut)
    }

    @Test("between two neighbours nothing is sure, though all of it is in a perimeter")
    func neighbours() {
        let atlas = Self.atlas([("A", square(0, 0, 100)), ("B", square(100, 0, 100))])
        let evidence = Surveyor(atlas).evidence(at: Point(x: 700_100, y: 6_600_050), region: 0, radius: 5)
        #expect(abs(evidence.total - 1) < 1e-9)
        let verdict = Judge.verdict(evidence, ground: .position, score: 1)
        #expect(verdict.decision == .uncertain && verdict.perimeter == nil && verdict.nearest == 0)
    }

    @Test("a territory without perimeters is outside and has no distance; no territory is no answer")
    func elsewhere() throws {
        let surveyor = Surveyor(Self.atlas([("A", square(0, 0, 100))]))
        #expect(try surveyor.evidence(longitude: 55.45, latitude: -20.9, radius: 5) == Evidence())
        #expect(try surveyor.evidence(longitude: 10, latitude: 10, radius: 5) == nil)
        #expect(surveyor.evidence(at: Point(x: .nan, y: 0), region: 0, radius: 5).located == 0)
        let inside = try #require(try surveyor.evidence(longitude: 3.0005, latitude: 46.5003, radius: 5))
        #expect(inside.total == 1)
    }

    @Test("an arrondissement counts as its city, in the file and in the question")
    func arrondissements() {
        let paris = Self.atlas([("A", square(0, 0, 1))], communes: ["75056", "13215"])
        for code in ["75056", "75101", "75120", "13055", "13201"] { #expect(paris.names(commune: code), "\(code)") }
        for code in ["69123", "13100", "93010", "69380"] { #expect(!paris.names(commune: code), "\(code)") }
        #expect(Self.atlas([("A", square(0, 0, 1))], communes: ["69381"]).names(commune: "69389"))
    }

    @Test("asking about many zones is asking about each, with and without overlaps")
    func manyZones() {
        let seed: UInt64 = 31
        var generator = SeededGenerator(seed: seed)
        let shapes = (0..<40).map { i in
            (
                code: "Z\(i)",
                shape: star(
                    &generator, x: .random(in: 0...1000, using: &generator),
                    y: .random(in: 0...1000, using: &generator),
                    radius: 120)
            )
        }
        let atlas = Self.atlas(shapes)
        let surveyor = Surveyor(atlas)
        let alone = atlas.perimeters.map { ZoneIndex([$0.shape]) }
        for _ in 0..<2000 {
            let p = Point(
                x: 700_000 + .random(in: -100...1100, using: &generator),
                y: 6_600_000 + .random(in: -100...1100, using: &generator))
            let expected = alone.indices.filter { alone[$0].firstZone(at: p) != nil }
            let found = surveyor.evidence(at: p, region: 0, radius: 0)
            #expect(found.shares.map(\.perimeter) == expected, "seed \(seed), \(p)")
            #expect(found.total == (expected.isEmpty ? 0 : 1), "seed \(seed), \(p)")
        }
    }
}
