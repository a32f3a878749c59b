import Foundation
import QPVKit
import TestSupport
import Testing

@Suite("crosswalk of the real vintages")
struct RealCrosswalkTests {
    @Test(
        "2015 and 2024 share what the table of truth says",
        .enabled(
            if: RealLayer.areThere && RealData.has("evalgeo/truth/crosswalk_metro.csv"),
            Comment(rawValue: RealData.missing)))
    func truth() async throws {
        let old = try PerimeterFile.read(RealData.path(RealLayer.official2015.file))
        let new = try PerimeterFile.read(RealData.path(RealLayer.simplified2024.file))
        let crosswalk = try await Crosswalk(old: old.perimeters, new: new.perimeters, threads: 2)
        var shared: [[String]: Double] = [:]
        for row in crosswalk.rows where row.sharedArea > 0 {
            shared[[crosswalk.old[row.old!].code, crosswalk.new[row.new!].code]] = row.sharedArea
        }
        let table = try RealTable("evalgeo/truth/crosswalk_metro.csv")
        #expect(table.rows.count == 1296)
        var largest = 0.0
        for row in table.rows {
            // The table is of the layer in Lambert-93; seven decimals of a degree move a vertex by 7 mm.
            let found = shared[[table.text(row, "code_2015"), table.text(row, "code_2024")]] ?? 0
            let known = table.number(row, "area_inter")
            let area = min(table.number(row, "area_2015"), table.number(row, "area_2024"))
            largest = max(largest, abs(found - known) / area)
        }
        #expect(largest < 0.001, "\(largest) of an area")
        let unusable = crosswalk.rows.filter { $0.relation == .unusable }.map { crosswalk.new[$0.new!].code }
        #expect(unusable == RealLayer.simplified2024.unusable)
    }
}
