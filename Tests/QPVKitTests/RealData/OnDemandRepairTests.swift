import Planar
import QPVKit
import TestSupport
import Testing

@testable import Disclosure
@testable import Perimeters
@testable import Verdicts

@Suite("Repair on demand")
struct OnDemandRepairTests {
    private func examiner(_ path: String, _ repairs: PerimeterFile.Options.Repairs, radius: Double) throws -> Examiner {
        var options = PerimeterFile.Options()
        options.repairs = repairs
        var verdict = Examiner.Options()
        verdict.radii = RadiusTable(everywhere: radius)
        return Examiner(
            atlas: try PerimeterFile.read(path, options: options).atlas, gazetteer: nil, options: verdict)
    }

    /// The same verdict, the distance but for the rounding of crossings that a repair computes.
    private func expectSame(_ a: Finding, _ b: Finding, _ what: String) {
        let same =
            a.verdict.decision == b.verdict.decision && a.verdict.perimeter == b.verdict.perimeter
            && a.verdict.quality == b.verdict.quality && a.verdict.reason == b.verdict.reason
            && abs((a.verdict.distance ?? -1) - (b.verdict.distance ?? -1)) < 1e-6
            && abs((a.verdict.probability ?? -1) - (b.verdict.probability ?? -1)) < 1e-6
        if !same { Issue.record("\(what): \(a.verdict) and \(b.verdict)") }
    }

    @Test("a crossed perimeter gives the same verdicts, repaired on reading or when a question comes near")
    func crossed() throws {
        // Two lobes of opposite turn and unlike size (whose areas do not cancel: that is checked at once), and a spike out of a square that holds no area.
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"code_qp": "QN00001M"}, "geometry": {"type": "Polygon", "coordinates":
            [[[6.10, 49.10], [6.12, 49.112], [6.12, 49.10], [6.10, 49.11], [6.10, 49.10]]]}},
            {"type": "Feature", "properties": {"code_qp": "QN00002M"}, "geometry": {"type": "Polygon", "coordinates":
            [[[6.13, 49.10], [6.14, 49.10], [6.14, 49.105], [6.16, 49.105], [6.14, 49.105], [6.14, 49.11], [6.13, 49.11],
            [6.13, 49.10]]]}},
            {"type": "Feature", "properties": {"code_qp": "QN00003N"}, "geometry": {"type": "Polygon", "coordinates":
            [[[6.20, 49.10], [6.21, 49.10], [6.21, 49.11], [6.20, 49.10]]]}}]}
            """, to: "crossed.geojson")
        let seed: UInt64 = 84
        var generator = SeededGenerator(seed: seed)
        for radius in [0.0, 20, 400] {
            let all = try examiner(path, .all, radius: radius)
            let onDemand = try examiner(path, .onDemand, radius: radius)
            #expect(onDemand.atlas.perimeters.count { $0.isUnchecked } == 2)
            #expect(!all.atlas.perimeters.contains { $0.isUnchecked })
            for _ in 0..<400 {
                let lon = Double.random(in: 6.09...6.22, using: &generator)
                let lat = Double.random(in: 49.095...49.115, using: &generator)
                expectSame(
                    try all.examine(longitude: lon, latitude: lat), try onDemand.examine(longitude: lon, latitude: lat),
                    "seed \(seed), \(lon) \(lat), radius \(radius)")
            }
            // The end of the spike is no border once the shape is repaired.
            let spike = try onDemand.examine(longitude: 6.159, latitude: 49.105).verdict
            #expect(try #require(spike.distance) > 1000)
        }
    }

    @Test("what has no area is an issue at once")
    func collapsed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"code_qp": "QN00001M"}, "geometry": {"type": "Polygon", "coordinates":
            [[[6.1, 49.1], [6.1, 49.1], [6.1, 49.1], [6.1, 49.1]]]}}]}
            """, to: "collapsed.geojson")
        var options = PerimeterFile.Options()
        options.repairs = .onDemand
        let file = try PerimeterFile.read(path, options: options)
        #expect(file.issues.map(\.severity) == [.error])
        #expect(file.perimeters.allSatisfy { $0.shape.isEmpty && !$0.isUnchecked })
    }

    @Test(
        "real invalid perimeters give the same verdicts near their faults and borders",
        .enabled(if: RealLayer.areThere, Comment(rawValue: RealData.missing)), arguments: RealLayer.allCases)
    func real(_ layer: RealLayer) throws {
        let all = try examiner(RealData.path(layer.file), .all, radius: 20)
        let onDemand = try examiner(RealData.path(layer.file), .onDemand, radius: 20)
        let seed: UInt64 = 85
        var generator = SeededGenerator(seed: seed)
        let faults = try PerimeterFile.read(RealData.path(layer.file)).issues.compactMap(\.location)
        for place in faults {
            for spread in [0.0001, 0.001, 0.01] {
                let lon = place.x + Double.random(in: -spread...spread, using: &generator)
                let lat = place.y + Double.random(in: -spread...spread, using: &generator)
                expectSame(
                    try all.examine(longitude: lon, latitude: lat), try onDemand.examine(longitude: lon, latitude: lat),
                    "seed \(seed), \(lon) \(lat)")
            }
        }
    }
}
