import Foundation
import TestSupport
import Testing

@testable import SampleCommune

@Suite("the address base of the sample")
struct AddressTests {
    let rows: [[String: String]]

    init() throws { rows = try Committed.rows("adresses.csv") }

    @Test("has the columns of the national base in its order")
    func columns() throws {
        let header = try Committed.text("adresses.csv").prefix { $0 != "\n" }
        #expect(
            header == """
                id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;\
                nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;\
                source_position;source_nom_voie;certification_commune;cad_parcelles
                """)
    }

    @Test("has about 4,000 addresses on about 130 streets, and the README counts them")
    func counts() throws {
        let streets = Set(rows.compactMap { $0["id_fantoir"] })
        #expect((3_700...4_300).contains(rows.count))
        #expect((110...140).contains(streets.count))
        #expect(try Committed.text("README.md").contains("\n\(rows.count) addresses on \(streets.count) streets"))
    }

    @Test("has no id twice")
    func ids() { #expect(Set(rows.compactMap { $0["id"] }).count == rows.count) }

    @Test("repeats a number of a street only where the README says: its second position")
    func secondPositions() {
        var seen: Set<String> = []
        var seconds = 0
        for row in rows {
            let key = [row["id_fantoir"], row["numero"], row["rep"]].map { $0 ?? "" }.joined(separator: "|")
            let isNew = seen.insert(key).inserted
            #expect(isNew == !(row["id"] ?? "").hasSuffix("_2"), "\(row["id"] ?? "")")
            if !isNew { seconds += 1 }
        }
        #expect(seconds >= 10)
    }

    @Test("gives the same point twice, to a centimetre")
    func coordinates() throws {
        for row in rows {
            let x = try #require(Double(row["x"] ?? ""))
            let y = try #require(Double(row["y"] ?? ""))
            let longitude = try #require(Double(row["lon"] ?? ""))
            let latitude = try #require(Double(row["lat"] ?? ""))
            let back = Lambert93.project(longitude: longitude, latitude: latitude)
            #expect(((back.x - x) * (back.x - x) + (back.y - y) * (back.y - y)).squareRoot() < 0.01)
        }
    }

    @Test("has every kind of thing that real bases have")
    func variety() {
        let kinds = Set(rows.compactMap { $0["type_position"] })
        #expect(kinds == ["entrée", "parcelle", "segment", "bâtiment", ""])
        #expect(Set(rows.compactMap { $0["rep"] }).isSuperset(of: ["", "bis", "ter", "A", "B"]))
        #expect(Set(rows.compactMap { $0["code_insee"] }) == ["23901", "23902", "23903"])
        #expect(rows.contains { $0["nom_ancienne_commune"] == "Vieux-Fictif" })
        #expect(rows.contains { $0["nom_ld"] != "" })
        #expect(rows.contains { ($0["nom_voie"] ?? "").hasPrefix("Les ") })
        #expect(Set(rows.filter { $0["nom_voie"] == "Rue Victor Hugo" }.compactMap { $0["id_fantoir"] }).count == 2)
    }

    @Test("puts odd and even numbers on their sides of the street, 8 to 15 m from its axis")
    func sides() {
        let town = Committed.town
        for address in town.addresses where address.suffix.isEmpty && !address.isSecond {
            let street = town.streets[address.street]
            guard street.numbering != .around else { continue }
            let distance = street.axis.distance(to: address.point)
            #expect((7.5...15.5).contains(distance), "\(address.id): \(distance) m")
        }
    }

    @Test(
        "has no label of a real commune",
        .enabled(
            if: RealData.has("data/communes/communes_insee_cog.csv", "data/communes/laposte_datanova_20250619.csv"),
            Comment(rawValue: RealData.missing)))
    func fictional() throws {
        func letters(_ text: String) -> String { postal(text).filter { $0.isLetter } }
        var names: Set<String> = []
        var codes: Set<String> = []
        for line in try read("data/communes/communes_insee_cog.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            codes.insert(cells[1])
            names.formUnion([letters(cells[7]), letters(cells[8]), letters(cells[9])])
        }
        for line in try read("data/communes/laposte_datanova_20250619.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",").map { $0.filter { $0 != "\"" } }
            codes.insert(cells[2])
        }
        for locality in [Locality.town, .former, .neighbour, .village] {
            #expect(!names.contains(letters(locality.commune)) && !names.contains(letters(locality.formerCommune)))
            for code in [locality.code, locality.postcode, locality.formerCode] { #expect(!codes.contains(code)) }
        }
        let zones = Perimeters.vintage2015 + Perimeters.vintage2024 + Perimeters.watched + Perimeters.lived
        for zone in zones { #expect(!names.contains(letters(zone.name)), "\(zone.name)") }
        let hamlets = Set(rows.compactMap { $0["nom_ld"] }).subtracting([""])
        for hamlet in hamlets { #expect(!names.contains(letters(hamlet)), "\(hamlet)") }
    }

    @Test(
        "has no perimeter of a real one's name or code",
        .enabled(
            if: RealData.has(
                "data/qpv2024-simplified/qpv2024_simplified.geojson",
                "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson"),
            Comment(rawValue: RealData.missing)))
    func fictionalPerimeters() throws {
        let files = try [
            "data/qpv2024-simplified/qpv2024_simplified.geojson",
            "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson",
        ].map { try Data(contentsOf: URL(fileURLWithPath: RealData.path($0))) }
        for zone in Perimeters.vintage2015 + Perimeters.vintage2024 + Perimeters.watched + Perimeters.lived {
            for real in files {
                #expect(real.range(of: Data("\"\(zone.code)\"".utf8)) == nil)
                #expect(real.range(of: Data("\"\(zone.name)\"".utf8)) == nil)
            }
        }
    }

    private func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: RealData.path(path))), as: UTF8.self)
    }
}
