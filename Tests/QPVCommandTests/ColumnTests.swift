import TestSupport
import Testing

@Suite("columns read and not read, as the program says it")
struct ColumnTests {
    let sandbox = try! Sandbox()

    private func audit(_ table: String) throws -> (errors: String, rows: [[String]]) {
        let file = try sandbox.write(table, to: "in.csv")
        let result = try sandbox.qpv("audit", file, "-o", sandbox.path("out.csv"))
        let lines = try #require(sandbox.text("out.csv")).split(separator: "\n")
        return (
            result.stderr, lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        )
    }

    @Test("a postcode under a glued heading is read")
    func glued() throws {
        let found = try audit(
            "adresse;adrs_codpos;libcom\n6 rue Rosa Parks;23990;Valfictif-sur-Ombre\n")
        #expect(found.errors.contains("addresses from the columns adresse, adrs_codpos, libcom"))
        #expect(found.rows[1].contains("inside"))
    }

    @Test("a postcode that nobody knows the owner of takes quality 1 from every row")
    func doubtful() throws {
        let rows = "6 rue Rosa Parks;57000;Valfictif-sur-Ombre\n8 avenue du Général Leclerc;57050;Valfictif-sur-Ombre\n"
        let found = try audit("adresse;localis;ville\n" + rows)
        #expect(
            found.errors.contains(
                "the column localis looks like a postcode and is not read, so that no row is sure: name all columns"))
        let quality = try #require(found.rows[0].firstIndex(of: "qpv_quality"))
        #expect(found.rows.dropFirst().allSatisfy { $0[quality] != "1" })
        let plain = try audit("adresse;ville\n" + rows.replacing(#/;570\d\d/#, with: ""))
        let own = try #require(plain.rows[0].firstIndex(of: "qpv_quality"))
        #expect(plain.rows.dropFirst().allSatisfy { $0[own] == "1" })
    }

    @Test("metres are advised to be read with --x and --y, degrees with --lon and --lat, and text with neither")
    func coordinates() throws {
        let found = try audit(
            "adresse;ville;Nom (long);coord_x_l93;coord_y_l93\n"
                + "6 rue Rosa Parks;Valfictif-sur-Ombre;Maison;640077.3;6560014.8\n")
        #expect(
            found.errors.contains(
                "the columns coord_x_l93, coord_y_l93 look like coordinates and are not read: "
                    + "the address is; --x and --y read them instead"))
        #expect(!found.errors.contains("--lon"))
        let degrees = try audit("adresse;ville;lon;lat\n6 rue Rosa Parks;Valfictif-sur-Ombre;2.22;46.13\n")
        #expect(degrees.errors.contains("--lon and --lat read them instead") && !degrees.errors.contains("--x"))
    }

    @Test("another address is named, and left alone")
    func others() throws {
        let found = try audit(
            "adresse_siege;cp_siege;ville_siege;adresse_gestion;cp_gestion;ville_gestion\n"
                + "6 rue Rosa Parks;23990;Valfictif-sur-Ombre;1 rue Haute;57000;Metz\n")
        #expect(found.errors.contains("addresses from the columns adresse_siege, cp_siege, ville_siege\n"))
        #expect(
            found.errors.contains(
                "the columns adresse_gestion, cp_gestion, ville_gestion look like another address and are not read: "))
    }
}
