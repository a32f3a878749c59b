import Foundation
import Gazetteer
import Geodesy
import Interchange
import TestSupport
import Testing

@testable import QPVKit

@Suite("Coverage against tables made with another program")
struct CoverageTruthTests {
    private static let truth = "evalgeo/truth/"
    private static let paris2024 = "data/qpv2024-simplified/qpv2024_simplified.geojson"
    private static let paris2015 = "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson"
    private static let ban = "data/ban-paris75/adresses-75.csv.gz"

    /// A row of a table of shares.
    private struct Expected {
        let code: String
        let area: Double
        let shares: [Double]
        /// Addresses, and those within each distance; empty where the table has none.
        let addresses: [Double]
    }

    private func table(_ name: String) throws -> [Expected] {
        let table = try SmallTable(path: RealData.path(Self.truth + name))
        func column(_ name: String) -> Int? { table.header.names.firstIndex(of: name) }
        return table.rows.map { row in
            func number(_ name: String) -> Double? { column(name).flatMap { Double(row.text($0)) } }
            return Expected(
                code: row.text(0), area: number("area_m2")!, shares: [number("share_300")!, number("share_500")!],
                addresses: ["addresses", "addr_300", "addr_500"].compactMap(number))
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

    private func atlas(_ path: String, _ departements: Set<String>) throws -> Atlas {
        let file = try PerimeterFile.read(RealData.path(path))
        return Atlas(
            file.perimeters.filter { departements.contains(String($0.code.dropFirst(2).prefix(3))) },
            source: file.source)
    }

    @Test(
        "Paris: areas and addresses within 300 and 500 m of 200 places",
        .enabled(
            if: RealData.has(ban, truth + "facilities_200.csv", paris2024, paris2015),
            Comment(rawValue: RealData.missing)),
        arguments: [("coverage_paris_2024_geojson.csv", paris2024), ("coverage_paris_2015_geojson.csv", paris2015)])
    func paris(_ name: String, _ path: String) throws {
        let folder = try TemporaryFolder()
        _ = try Gazetteer.build(inputs: [RealData.path(Self.ban)], output: folder.path("ban.qpvg"))
        let places = try Places(path: RealData.path(Self.truth + "facilities_200.csv")) { nil }
        #expect(places.items.count == 200)
        let atlas = try atlas(path, ["075"])
        var options = Coverage.Options(distances: [300, 500])
        let population = try Population(addressesOf: Gazetteer(path: folder.path("ban.qpvg")), in: atlas)
        let coverage = Coverage(of: atlas, by: places, population: population, options: options)
        check(coverage, try table(name))
        let total = coverage.totals[0]
        if name.contains("2024") {
            #expect(abs(total.areaShare(0)! - 0.345377) < 1e-6 && abs(total.areaShare(1)! - 0.609216) < 1e-6)
            #expect(total.within.map(\.weight) == [2243, 4071] && total.weight == 6446)
        }
        // The same addresses as rows of a CSV.
        let reader = try CSVReader(path: RealData.path(Self.ban))
        guard
            case .coordinates(let columns)? = try RowPlan.positions(
                in: ColumnNames(reader.header.names), crs: .wgs84)
        else { return }
        let points = try Population(pointsOf: reader, at: columns, weight: nil, in: atlas)
        check(Coverage(of: atlas, by: places, population: points, options: options), try table(name))
        // With a way a quarter longer than the straight line 375 m reach as far as 300 m.
        options = .init(distances: [375, 625], detour: 1.25)
        check(Coverage(of: atlas, by: places, population: points, options: options), try table(name))
    }

    @Test(
        "Occitanie: areas within 300 and 500 m of 1,888 pharmacies",
        .enabled(
            if: RealData.has(truth + "facilities_pharmacies_occitanie.csv", paris2024),
            Comment(rawValue: RealData.missing)))
    func occitanie() throws {
        let places = try Places(path: RealData.path(Self.truth + "facilities_pharmacies_occitanie.csv")) { nil }
        let atlas = try atlas(
            Self.paris2024,
            ["009", "011", "012", "030", "031", "032", "034", "046", "048", "065", "066", "081", "082"])
        let coverage = Coverage(of: atlas, by: places, options: .init(distances: [300, 500]))
        check(coverage, try table("coverage_occitanie_2024_geojson.csv"))
        #expect(abs(coverage.totals[0].areaShare(0)! - 0.524432) < 1e-6)
    }
}
