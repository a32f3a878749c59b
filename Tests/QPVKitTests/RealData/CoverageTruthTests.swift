import Foundation
import Gazetteer
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@Suite("Coverage against tables made with another program")
struct CoverageTruthTests {
    private static let truth = "evalgeo/truth/"
    private static let ban = "data/ban-paris75/adresses-75.csv.gz"

    /// A row of a table of shares.
    private struct Expected {
        let code: String
        let area: Double
        let shares: [Double]
        /// Addresses, and those within each distance; empty where the table has none.
        let addresses: [Double]
    }

    private func table(_ place: String, _ layer: RealLayer) throws -> [Expected] {
        let table = try RealTable("\(Self.truth)coverage_\(place)_\(layer.rawValue).csv")
        return table.rows.map { row in
            Expected(
                code: table.text(row, "code_qp"), area: table.number(row, "area_m2"),
                shares: ["share_300", "share_500"].map { table.number(row, $0) },
                addresses: ["addresses", "addr_300", "addr_500"].filter { table.columns[$0] != nil }
                    .map { table.number(row, $0) })
        }
    }

    private func check(_ coverage: Coverage, _ expected: [Expected]) {
        let rows = Dictionary(
            coverage.rows.filter { $0.category == nil }.map { (coverage.atlas.perimeters[$0.perimeter!].code, $0) },
            uniquingKeysWith: { a, _ in a })
        #expect(rows.count == expected.count)
        for line in expected {
            guard let row = rows[line.code] else {
                Issue.record("no \(line.code)")
                continue
            }
            #expect(abs(row.area - line.area) < 0.01 * max(1, line.area / 1e5), "\(line.code)")
            for d in 0..<2 {
                // A thousandth of a point.
                #expect(abs(row.areaShare(d)! - line.shares[d]) < 1e-5, "\(line.code) \(d)")
                if !line.addresses.isEmpty {
                    #expect(row.within[d].weight == line.addresses[d + 1], "\(line.code) \(d)")
                }
            }
            if !line.addresses.isEmpty { #expect(row.weight == line.addresses[0], "\(line.code)") }
        }
    }

    /// The perimeters of some départements, of which only those in a window in degrees have to be read.
    private func atlas(_ layer: RealLayer, _ departements: Set<String>, within window: Box) throws -> Atlas {
        var options = PerimeterFile.Options()
        options.window = window
        let file = try PerimeterFile.read(RealData.path(layer.file), options: options)
        return Atlas(
            file.perimeters.filter { departements.contains(String($0.code.dropFirst(2).prefix(3))) },
            source: file.source)
    }

    @Test(
        "Paris: areas and addresses within 300 and 500 m of 200 places",
        .enabled(
            if: RealLayer.areThere && RealData.has(ban, truth + "facilities_200.csv"),
            Comment(rawValue: RealData.missing)),
        arguments: RealLayer.allCases)
    func paris(_ layer: RealLayer) throws {
        let folder = try TemporaryFolder()
        _ = try Gazetteer.build(inputs: [RealData.path(Self.ban)], output: folder.path("ban.qpvg"))
        let places = try Places(path: RealData.path(Self.truth + "facilities_200.csv")) { nil }
        #expect(places.items.count == 200)
        let atlas = try atlas(layer, ["075"], within: Box(minX: 2.2, minY: 48.8, maxX: 2.5, maxY: 48.95))
        var options = Coverage.Options(distances: [300, 500])
        let population = try Population(addressesOf: Gazetteer(path: folder.path("ban.qpvg")), in: atlas)
        let coverage = Coverage(of: atlas, by: places, population: population, options: options)
        check(coverage, try table("paris", layer))
        let total = coverage.totals[0]
        if layer == .simplified2024 {
            #expect(abs(total.areaShare(0)! - 0.345377) < 1e-6 && abs(total.areaShare(1)! - 0.609216) < 1e-6)
            #expect(total.within.map(\.weight) == [2243, 4071] && total.weight == 6446)
        }
        // The same addresses as rows of a CSV.
        let reader = try CSVReader(path: RealData.path(Self.ban))
        let names = ColumnNames(reader.header.names)
        let columns = RowPlan.CoordinateColumns(
            x: try names.column(named: "lon"), y: try names.column(named: "lat"), crs: .wgs84)
        let points = try Population(pointsOf: reader, at: columns, weight: nil, in: atlas)
        check(Coverage(of: atlas, by: places, population: points, options: options), try table("paris", layer))
        // With a way a quarter longer than the straight line 375 m reach as far as 300 m.
        options = .init(distances: [375, 625], detour: 1.25)
        check(Coverage(of: atlas, by: places, population: points, options: options), try table("paris", layer))
    }

    @Test(
        "Occitanie: areas within 300 and 500 m of 1,888 pharmacies",
        .enabled(
            if: RealLayer.areThere && RealData.has(truth + "facilities_pharmacies_occitanie.csv"),
            Comment(rawValue: RealData.missing)))
    func occitanie() throws {
        let places = try Places(path: RealData.path(Self.truth + "facilities_pharmacies_occitanie.csv")) { nil }
        let atlas = try atlas(
            .simplified2024,
            ["009", "011", "012", "030", "031", "032", "034", "046", "048", "065", "066", "081", "082"],
            within: Box(minX: -1, minY: 42, maxX: 5, maxY: 45.2))
        let coverage = Coverage(of: atlas, by: places, options: .init(distances: [300, 500]))
        check(coverage, try table("occitanie", .simplified2024))
        #expect(abs(coverage.totals[0].areaShare(0)! - 0.524432) < 1e-6)
    }
}
