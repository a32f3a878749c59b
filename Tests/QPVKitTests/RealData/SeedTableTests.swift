import Foundation
import Interchange
import QPVKit
import TestSupport
import Testing

@testable import Actions
@testable import Perimeters
@testable import Residences
@testable import Tables

/// Tables of real documents; see the README of the real data.
@Suite("tables of real documents")
struct SeedTableTests {
    private static let seeds = "data/seeds", layer = "data/qpv2024-simplified/qpv2024_simplified.geojson"

    private static func seed(_ name: String) -> String { RealData.path("\(seeds)/\(name)") }

    private static func isThere(_ names: String...) -> Bool { names.allSatisfy { RealData.has("\(seeds)/\($0)") } }

    /// The perimeters of Thionville and Yutz, with the spellings of their names.
    private static func names() throws -> PerimeterNames {
        let file = try PerimeterFile.read(RealData.path(layer))
        let all = PerimeterNames(file.atlas)
        let found = Set(all.indices(inCommune: "Thionville") + all.indices(inCommune: "Yutz")).sorted()
        return PerimeterNames(
            Atlas(found.map { file.atlas.perimeters[$0] }, source: file.source),
            aliases: try AliasTable(path: seed("alias-quartiers.csv")))
    }

    @Test(
        "a landlord's totals are those of its document though nothing can be located",
        .enabled(if: isThere("vivest-operations.csv"), Comment(rawValue: RealData.missing)))
    func residences() throws {
        let list = try ResidenceList(path: Self.seed("vivest-operations.csv"))
        let audit = try ResidenceAudit(list, atlas: SampleData.atlas, gazetteer: SampleData.gazetteer)
        let all = audit.totals()
        #expect(all.rows == 56 && all.amount.value == 34_025_050 && all.dwellings.value == 3345)
        #expect(list.residences == 49 && list.faults.isEmpty)
        #expect(audit.totalsByPlace == [.notLocated: all])
    }

    @Test(
        "every contradiction noted by hand is found, and no other",
        .enabled(
            if: isThere("thionville-actions.csv", "thionville-actions-ages.csv", "alias-quartiers.csv")
                && RealData.has(layer),
            Comment(rawValue: RealData.missing)))
    func contradictions() throws {
        let list = try ActionList(path: Self.seed("thionville-actions.csv"))
        let audit = try ActionAudit(
            list, names: try Self.names(), limit: .named,
            ages: try AgeTable(path: Self.seed("thionville-actions-ages.csv")))
        let checks = list.table.find(["check"])!
        let noted = list.table.rows.filter { !$0.text(checks).isEmpty }.map { $0.cells[0] }
        let found = audit.inconsistencies.filter { $0.severity == .contradiction }
        #expect(Set(found.map(\.action)) == Set(noted) && noted == ["4", "12", "16", "34", "43"])
        let codes = found.map { "\($0.action) \($0.code.rawValue)" }
        #expect(
            codes == [
                "16 total_differs_from_text", "43 total_differs_from_text", "4 weighted_percent_differs",
                "12 weighted_percent_differs", "34 weighted_percent_differs",
            ])
        func doubts(_ code: Inconsistency.Code) -> [String] {
            audit.inconsistencies.filter { $0.code == code }.map(\.action)
        }
        #expect(doubts(.samePercentOnBands) == ["22", "32"] && doubts(.textPartsDiffer) == ["21"])

        // The agglomeration gives 155,000 euros; actions whose declared territory is inter-communal cost 1,385,981 in all.
        let money = Dictionary(uniqueKeysWithValues: list.money.indices.map { (list.money[$0].name, $0) })
        #expect(audit.totals().money[money["subv_CA"]!].value == 155_000)
        let intercommunal = audit.totals { $0.scope.kind == .intercommunal }
        #expect(intercommunal.actions == 11 && intercommunal.money[money["total_cost"]!].value == 1_385_981)
        #expect(audit.actions.count == 52 && audit.concerned.count == 3)
        #expect(audit.scopes.allSatisfy { ![.unknown, .ambiguous].contains($0.kind) })
    }

    @Test(
        "a table of tax reliefs: sums per perimeter are its own totals; of its rates one cannot be, and one only by rounding",
        .enabled(
            if: isThere("thionville-tfpb.csv", "alias-quartiers.csv") && RealData.has(layer),
            Comment(rawValue: RealData.missing)))
    func reliefs() throws {
        let table = try SmallTable(path: Self.seed("thionville-tfpb.csv"))
        let place = { (name: String) in table.find([name])! }
        var columns = ActionColumns()
        columns.named = [.scope: "qpv", .cost: "depense_realisee"]
        columns.funding = ["depense_valorisee_tfpb"]
        columns.fundingPercents = ["depense_valorisee_tfpb": "taux_stated_pct"]
        let folder = try TemporaryFolder()
        func audit(_ isIncluded: (SmallTable.Row) -> Bool) throws -> ActionAudit {
            let rows = table.rows.filter(isIncluded).map { String(decoding: $0.raw, as: UTF8.self) }
            let text = ([String(decoding: table.header.raw, as: UTF8.self)] + rows).joined(separator: "\n")
            let list = try ActionList(path: try folder.write(text + "\n", to: "t.csv"), columns: columns)
            return try ActionAudit(list, names: try Self.names(), limit: .named)
        }
        let detail = try audit { $0.text(place("table")) == "detail" && $0.text(place("row_type")) == "action" }
        let totals = try audit { $0.text(place("table")) == "detail" && $0.text(place("row_type")) == "total" }
        for index in detail.concerned {
            func sums(_ audit: ActionAudit) -> [Double] {
                audit.totals { ActionAudit.Bucket($0.scope) == .perimeter(index) }.money.map(\.value)
            }
            // Rows of one title, landlord and perimeter with other amounts are other actions.
            #expect(sums(detail) == sums(totals) && sums(detail)[0] > 0)
        }
        let all = try audit { _ in true }
        #expect(all.inconsistencies.map(\.code) == [.subsidyPercentDiffers])
        #expect(all.inconsistencies.first?.stated == "depense_valorisee_tfpb 26.5 %")
    }

    @Test(
        "streets listed by perimeter are read as expressions, one row each",
        .enabled(if: isThere("emh-rues-par-qpv.csv"), Comment(rawValue: RealData.missing)))
    func streets() throws {
        var columns = ResidenceColumns()
        columns.address = ["rues"]
        let list = try ResidenceList(path: Self.seed("emh-rues-par-qpv.csv"), columns: columns)
        let audit = try ResidenceAudit(list, atlas: SampleData.atlas, gazetteer: SampleData.gazetteer)
        #expect(list.rows.count == 19 && list.residences == 19)
        let byStreets = Dictionary(
            zip(list.rows.map(\.text), audit.findings.map(\.addresses)), uniquingKeysWith: { a, _ in a })
        #expect(byStreets["rue de Lyon, rue de Riom, rue de Montauban, rue du Gard"] == 4)
        #expect(byStreets["1/3/5/7 rue du Limousin"] == 4)
    }
}
