import Foundation
import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing
import Topology

@testable import Verdicts

@Suite("perimeters that overlap or touch")
struct OthersTests {
    /// A overlaps B, B touches C along an edge and D in a corner; E is alone, in the hole of F.
    static let atlas: Atlas = {
        let holed = shape(
            ring((1000, 0), (1300, 0), (1300, 300), (1000, 300)),
            holes: ring((1100, 100), (1200, 100), (1200, 200), (1100, 200)))
        return AtlasTests.atlas([
            ("A", square(0, 0, 100)), ("B", square(50, 0, 100)), ("C", square(150, 0, 100)),
            ("D", square(150, 100, 50)),
            ("E", square(1120, 120, 20)), ("F", holed),
        ])
    }()

    @Test("pairs with a common point are found, by an area, an edge or a corner, and no others")
    func pairs() {
        let pairs = Self.atlas.meetingPairs.map { Self.atlas.perimeters[$0.0].code + Self.atlas.perimeters[$0.1].code }
        #expect(pairs == ["AB", "BC", "BD", "CD"])
    }

    @Test(
        "a place has one code, and the others that hold a part of it are named: areas, edges, vertices, holes",
        arguments: [
            (75.0, 50.0, 0.0, "A", ["B"]), (20, 50, 0, "A", []), (150, 50, 0, "B", ["C"]),
            (150, 100, 0, "B", ["C", "D"]),
            (150, 0, 0, "B", ["C"]), (50, 50, 0, "A", ["B"]), (100, 50, 0, "A", ["B"]), (120, 50, 0, "B", []),
            (1130, 130, 0, "E", []), (1110, 150, 0, "", []), (1100, 150, 0, "F", []), (1050, 50, 0, "F", []),
            (75, 50, 5, "A", ["B"]), (149, 50, 20, "B", ["C"]), (400, 50, 20, "", []),
        ])
    func places(x: Double, y: Double, radius: Double, code: String, others: [String]) {
        let evidence = Surveyor(Self.atlas).evidence(
            at: Point(x: 700_000 + x, y: 6_600_000 + y), region: 0, radius: radius)
        let verdict = Judge.verdict(evidence, ground: .position, score: 1)
        let named = verdict.decision == .uncertain ? verdict.nearest : verdict.perimeter
        #expect((named.map { Self.atlas.perimeters[$0].code } ?? "") == code)
        let found = verdict.others(evidence.shares.map { ($0.perimeter, $0.share) }, Self.atlas)
        #expect(found.map { Self.atlas.perimeters[$0].code } == others)
    }

    @Test(
        "the pairs of the real perimeters: in metropolitan France 4 overlap by more than 1 m² in 2015, 13 in 2024; one answer there, the other named",
        .enabled(if: RealLayer.areThere, Comment(rawValue: RealData.missing)), arguments: RealLayer.allCases)
    func real(_ layer: RealLayer) throws {
        let atlas = try PerimeterFile.read(RealData.path(layer.file)).atlas
        let topology = TopologyContext()
        let areas = try atlas.meetingPairs.map {
            try topology.intersectionArea(atlas.perimeters[$0.0].shape, atlas.perimeters[$0.1].shape)
        }
        let overlapping = zip(atlas.meetingPairs, areas).filter { $1 > 1 }.map(\.0)
        let metropolitan = overlapping.filter { atlas.perimeters[$0.0].territory == .metropole }
        #expect(metropolitan.count == (layer == .official2015 ? 4 : 13))
        let surveyor = Surveyor(atlas)
        for (a, b) in overlapping {
            let common = try topology.intersection(atlas.perimeters[a].shape, atlas.perimeters[b].shape)
            let region = try #require(atlas.regions.firstIndex { $0.territory == atlas.perimeters[a].territory })
            // The centre of an ear of the common part: every polygon has two.
            let corners = Array(try #require(common.polygons.max { $0.area < $1.area }).exterior.dropLast())
            let places = corners.indices.map { i in
                let (p, q) = (corners[(i + 1) % corners.count], corners[(i + 2) % corners.count])
                return Point(x: (corners[i].x + p.x + q.x) / 3, y: (corners[i].y + p.y + q.y) / 3)
            }
            let place = try #require(places.first { common.locate($0) == .inside })
            let evidence = surveyor.evidence(at: place, region: region, radius: 0)
            let verdict = Judge.verdict(evidence, ground: .position, score: 1)
            #expect(verdict.perimeter == a)
            #expect(verdict.others(evidence.shares.map { ($0.perimeter, $0.share) }, atlas) == [b])
        }
    }

    @Test("the sample's perimeters written in Lambert-93 give every place the answer that they give in degrees")
    func anyCRS() throws {
        let path = RealData.package.appendingPathComponent("geodata/perimetres-2024.geojson").path
        let degrees = try PerimeterFile.read(path).atlas
        // The shapes are in Lambert-93 once read: written as they are, with every digit.
        let features = degrees.perimeters.map { perimeter in
            let rings = perimeter.shape.polygons.map { [$0.exterior] + $0.holes }
            let text = "\(rings.map { $0.map { $0.map { [$0.x, $0.y] } } })"
            return """
                {"type":"Feature","properties":{"code_qp":"\(perimeter.code)"},"geometry":{"type":"MultiPolygon",\
                "coordinates":\(text)}}
                """
        }
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:2154\"}},"
                + "\"features\":[\(features.joined(separator: ","))]}", to: "l93.geojson")
        let metres = try PerimeterFile.read(file).atlas
        #expect(metres.perimeters.map(\.code) == degrees.perimeters.map(\.code))
        let seed: UInt64 = 2154
        var generator = SeededGenerator(seed: seed)
        let examiners = [degrees, metres].map { Examiner(atlas: $0, gazetteer: nil) }
        for _ in 0..<2_000 {
            let lon = Double.random(in: 2.205...2.235, using: &generator)
            let lat = Double.random(in: 46.12...46.145, using: &generator)
            let verdicts = try examiners.map { try $0.examine(longitude: lon, latitude: lat).verdict }
            #expect(verdicts[0] == verdicts[1], "seed \(seed), \(lon) \(lat)")
        }
    }
}
