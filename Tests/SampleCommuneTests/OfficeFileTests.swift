import Foundation
import Testing

@testable import SampleCommune

@Suite("the office files of the sample")
struct OfficeFileTests {
    @Test("beneficiaries and truth have 600 rows in the same order; 88 to 92 % are decidable")
    func beneficiaries() throws {
        let file = try Committed.beneficiaries()
        let truth = try Committed.rows("beneficiaires-verite.csv")
        #expect(file.count == 600 && file.map { $0["Dossier"] } == truth.map { $0["Dossier"] })
        #expect(Set(file.compactMap { $0["Dossier"] }).count == 600)
        let decidable = truth.count { $0["decidable"] == "oui" }
        #expect((528...552).contains(decidable))
        #expect(try Committed.text("README.md").contains("\(decidable) of 600 rows are decidable:"))
    }

    @Test("beneficiaries are Windows-1252 with CRLF, and not UTF-8")
    func encoding() throws {
        let bytes = try Committed.bytes("beneficiaires.csv")
        #expect(bytes.contains(0xE9) && String(validating: bytes, as: UTF8.self) == nil)
        let ends = zip(bytes, bytes.dropFirst()).count { $0 == 0x0D && $1 == 0x0A }
        #expect(ends == 601)
        let inside = try Committed.beneficiaries().compactMap { $0["Adresse"] }
        #expect(inside.contains { $0.contains("\n") } && inside.contains { $0.contains(";") })
    }

    @Test("the truth of a row is where its address lies")
    func truth() throws {
        let zones = try Feature.all("perimetres-2024.geojson")
        let base = Dictionary(try Committed.rows("adresses.csv").map { ($0["id"] ?? "", $0) }) { first, _ in first }
        for row in try Committed.rows("beneficiaires-verite.csv") {
            let treatment = try #require(Treatment(rawValue: row["traitement"] ?? ""))
            #expect((row["decidable"] == "oui") == treatment.isDecidable)
            let id = row["id_ban"] ?? ""
            #expect(id.isEmpty != treatment.namesAnAddress)
            if !treatment.isDecidable { #expect(row["code_qp_2024"] == "") }
            guard !id.isEmpty else { continue }
            let address = try #require(base[id])
            let point = (Double(address["lon"] ?? "") ?? 0, Double(address["lat"] ?? "") ?? 0)
            let code = zones.first { $0.contains(point.0, point.1) }?.code ?? ""
            #expect(row["code_qp_2024"] == code)
            let distance = try #require(Double(row["distance_m"] ?? ""))
            #expect((distance < 0) == !code.isEmpty)
        }
    }

    @Test("a row that names an address keeps its number")
    func numbers() throws {
        let file = try Committed.beneficiaries()
        for (row, truth) in zip(file, try Committed.rows("beneficiaires-verite.csv")) where truth["id_ban"] != "" {
            let parts = (truth["id_ban"] ?? "").split(separator: "_")
            let number = try #require(Int(parts[2]))
            let digits = (row["Adresse"] ?? "").split { !$0.isNumber }.compactMap { Int($0) }
            #expect(digits.contains(number), "\(row["Dossier"] ?? "")")
        }
    }

    @Test("a street that leaves its residents undecided has a fifth of its addresses on either side")
    func splitStreets() throws {
        let town = Committed.town
        let names = Dictionary(grouping: town.streets.indices) { postal(town.streets[$0].name) }
        let file = try Committed.beneficiaries()
        for (row, truth) in zip(file, try Committed.rows("beneficiaires-verite.csv"))
        where (truth["traitement"] ?? "").hasSuffix("voie coupée") {
            let name = postal(String((row["Adresse"] ?? "").drop { $0.isNumber || $0 == " " }))
            let streets = (names[name] ?? []).filter { town.streets[$0].locality.postcode == row["CP"] }
            #expect(streets.count == 1, "\(name)")
            for street in streets {
                let share =
                    Double(town.byStreet[street].count { !town.codes[$0].isEmpty })
                    / Double(town.byStreet[street].count)
                #expect((0.2...0.8).contains(share), "\(name): \(share)")
            }
        }
    }

    @Test("every third to half of the beneficiaries lives in a perimeter")
    func share() throws {
        let truth = try Committed.rows("beneficiaires-verite.csv").filter { $0["decidable"] == "oui" }
        let inside = truth.count { $0["code_qp_2024"] != "" }
        #expect(inside * 3 > truth.count && inside * 3 < truth.count * 2)
    }

    @Test("the other tables have the rows and the columns that the README states")
    func tables() throws {
        #expect(try Committed.rows("lieux.csv").count == 40)
        #expect(try Committed.rows("actions.csv").count == 60)
        #expect(try Committed.rows("residences.csv").count == 50)
        for name in [
            "lieux.csv", "actions.csv", "residences.csv", "residences-verite.csv", "aliases.csv", "adresses.csv",
            "beneficiaires-verite.csv",
        ] {
            let table = Committed.cells(try Committed.text(name))
            #expect(table.allSatisfy { $0.count == table[0].count }, "\(name)")
            #expect(Set(table.dropFirst().map { $0[0] }).count == table.count - 1, "\(name): a key is twice there")
        }
    }

    @Test("the stated percentage of an action agrees with its counts, but where the README says")
    func percentages() throws {
        for (index, row) in try Committed.rows("actions.csv").enumerated() {
            guard let stated = Double((row["pct_qpv_declare"] ?? "").replacing(",", with: ".")) else { continue }
            let all = try #require(Double(row["beneficiaires"] ?? ""))
            let living = try #require(Double(row["beneficiaires_qpv"] ?? ""))
            #expect((abs(stated - living / all * 100) < 0.06) != Actions.contradictory.contains(index + 1))
            #expect((0...100).contains(stated))
        }
    }

    @Test("the truth of a residence is where the addresses it names lie")
    func residences() throws {
        let zones = try Feature.all("perimetres-2024.geojson")
        let base = Dictionary(try Committed.rows("adresses.csv").map { ($0["id"] ?? "", $0) }) { first, _ in first }
        let truth = try Committed.rows("residences-verite.csv")
        for (row, meaning) in zip(try Committed.rows("residences.csv"), truth) {
            #expect(row["ligne"] == meaning["ligne"])
            let addresses = try (meaning["id_ban"] ?? "").split(separator: " ").map { try #require(base[String($0)]) }
            let inside = addresses.count { address in
                let point = (Double(address["lon"] ?? "") ?? 0, Double(address["lat"] ?? "") ?? 0)
                return zones.contains { $0.contains(point.0, point.1) }
            }
            #expect(meaning["adresses"] == String(addresses.count) && meaning["adresses_qpv"] == String(inside))
            let verdict = inside == 0 ? "none" : inside == addresses.count ? "all" : "partial"
            #expect(meaning["verdict"] == (addresses.isEmpty ? "ambiguous" : verdict))
            for address in addresses {
                #expect(postal(address["nom_commune"] ?? "") == row["commune"])
                let digits = (row["residence"] ?? "").split { !$0.isNumber }.compactMap { Int($0) }
                let number = try #require(Int(address["numero"] ?? ""))
                if let low = digits.min(), let high = digits.max() { #expect((low...high).contains(number)) }
            }
        }
        #expect(Set(truth.compactMap { $0["verdict"] }) == ["all", "partial", "none", "ambiguous"])
    }

    @Test("aliases mean perimeters of 2024")
    func aliases() throws {
        let codes = Set(try Feature.all("perimetres-2024.geojson").map(\.code))
        for row in try Committed.rows("aliases.csv") { #expect(codes.contains(row["code_qp_2024"] ?? "")) }
    }

    @Test("sources.json is JSON and names every data file")
    func sources() throws {
        let root = try JSONSerialization.jsonObject(with: Data(try Committed.bytes("sources.json"))) as? [String: Any]
        let files = (root?["sample"] as? [[String: Any]] ?? []).compactMap { $0["file"] as? String }
        let data = Committed.files.map(\.name).filter { $0 != "README.md" && $0 != "sources.json" }
        #expect(files.sorted() == data.sorted())
        #expect((root?["official"] as? [Any])?.count == 3)
    }
}
