import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing

@Suite("what discs cover of the real perimeters")
struct RealDiscsTests {
    @Test(
        "shares of area within 300 m and 500 m are those of the table of truth",
        .enabled(
            if: RealLayer.areThere && RealData.has("evalgeo/truth/facilities_200.csv"),
            Comment(rawValue: RealData.missing)),
        arguments: [
            ("paris", RealLayer.official2015), ("paris", .simplified2024), ("occitanie", .simplified2024),
        ])
    func truth(_ place: String, _ layer: RealLayer) throws {
        let places = try RealTable(
            place == "paris"
                ? "evalgeo/truth/facilities_200.csv" : "evalgeo/truth/facilities_pharmacies_occitanie.csv")
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let points = places.rows.compactMap {
            projector.project(Point(x: places.number($0, "lon"), y: places.number($0, "lat")))
        }
        let truth = try RealTable("evalgeo/truth/coverage_\(place)_\(layer.rawValue).csv")
        let perimeters = try PerimeterFile.read(RealData.path(layer.file)).perimeters
        let shapes = Dictionary(perimeters.map { ($0.code, $0.shape) }) { first, _ in first }
        for radius in [300.0, 500] {
            let discs = Discs(around: points, radius: radius)
            var farthest = 0.0
            for row in truth.rows {
                let shape = try #require(shapes[truth.text(row, "code_qp")])
                let share = discs.coveredArea(of: shape) / shape.area
                farthest = max(farthest, abs(share - truth.number(row, "share_\(Int(radius))")))
            }
            #expect(farthest < 1e-5, "\(place) \(layer) \(radius) m")
        }
    }
}
