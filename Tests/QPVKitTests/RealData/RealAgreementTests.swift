import QPVKit
import TestSupport
import Testing

@Suite("Agreement with GEOS on real perimeters", .enabled(if: RealLayer.areThere, Comment(rawValue: RealData.missing)))
struct RealAgreementTests {
    /// Membership of points alone, no disc.
    private func examiner(_ layer: RealLayer) throws -> Examiner {
        var options = Examiner.Options()
        options.radii = RadiusTable(everywhere: 0)
        let atlas = try PerimeterFile.read(RealData.path(layer.file)).atlas
        return Examiner(atlas: atlas, gazetteer: nil, options: options)
    }

    @Test(
        "20,000 signed distances within a tenth of a millimetre, with the same perimeters",
        arguments: RealLayer.allCases)
    func distances(_ layer: RealLayer) throws {
        let examiner = try examiner(layer)
        let table = try RealTable("evalgeo/truth/points_1m_distance20k.csv")
        #expect(table.rows.count == 20_000)
        var largest = 0.0
        var inside = 0
        var otherNearest = 0
        for row in table.rows {
            let verdict = try examiner.examine(
                longitude: table.number(row, "lon"), latitude: table.number(row, "lat")
            ).verdict
            let distance = try #require(verdict.distance)
            let known = table.number(row, "sdist_m_\(layer.rawValue)")
            let code = verdict.perimeter.map { examiner.atlas.perimeters[$0].code } ?? ""
            let nearest = try #require(verdict.nearest.map { examiner.atlas.perimeters[$0].code })
            // The table has four decimals.
            largest = max(largest, abs(distance - known))
            inside += code.isEmpty ? 0 : 1
            if code != table.text(row, "code_\(layer.rawValue)"), abs(known) > 0.0001 {
                Issue.record("point \(table.text(row, "id")) is in \(code), \(known) m from a border")
            }
            // Two perimeters that share the nearest stretch of border are equally near.
            if nearest != table.text(row, "nearest_\(layer.rawValue)") { otherNearest += 1 }
        }
        #expect(largest < 0.0001, "\(largest) m")
        #expect(inside > 3000)
        #expect(otherNearest <= 2, "\(otherNearest) nearest perimeters differ")
    }

    @Test(
        "midpoints of border edges lie on the border, but for the bend between degrees and metres",
        arguments: RealLayer.allCases)
    func midpoints(_ layer: RealLayer) throws {
        let examiner = try examiner(layer)
        let table = try RealTable(layer.midpoints)
        #expect(table.rows.count == 5000)
        // An edge straight in degrees and one straight in metres: 18 mm apart at most in 2015, 56 mm in 2024.
        let bend = layer == .official2015 ? 0.018 : 0.056
        var farthest = 0.0
        var beyondCentimetre = 0
        for row in table.rows {
            let verdict = try examiner.examine(
                longitude: table.number(row, "lon"), latitude: table.number(row, "lat")
            ).verdict
            let distance = try #require(verdict.distance)
            farthest = max(farthest, abs(distance))
            if abs(distance) > 0.01 { beyondCentimetre += 1 }
        }
        #expect(farthest > 0 && farthest <= bend, "\(farthest) m")
        #expect(beyondCentimetre <= 10, "\(beyondCentimetre) midpoints")
    }
}
