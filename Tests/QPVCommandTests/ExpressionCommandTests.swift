import Testing

@Suite("qpv with several addresses in one text")
struct ExpressionCommandTests {
    let sandbox = try! Sandbox()

    @Test("explain says how the text was read and what was found for each address")
    func explain() throws {
        let text = "Résidence du Lac 2 à 10 rue du Bugey, 1 à 4 r. du Nivernais 23990 Valfictif"
        try sandbox.expect(try sandbox.qpv("explain", "-q", text), is: "explain-several")
    }

    @Test("a landlord's list gets the number of addresses and how many are inside")
    func audit() throws {
        let result = try sandbox.qpv(
            "audit", "geodata/residences.csv", "--address-columns", "residence,commune", "-o", sandbox.path("out.csv"))
        try sandbox.expect(result, is: "audit-residences", files: ["out.csv", "out.csv.provenance.json"])
    }

    @Test("check counts the addresses, and takes one with --one-address")
    func check() throws {
        let text = "2 à 6 rue du Bugey et 7-13 rue de Touraine 23990 Valfictif-sur-Ombre"
        try sandbox.expect(try sandbox.qpv("check", "-q", text), is: "check-several")
        let one = try sandbox.qpv("check", "-q", "--one-address", text)
        #expect(!one.text.contains("addresses "))
        #expect(try sandbox.qpv("check", "-q", "--json", text).text.contains("\"qpv_addresses\": 6"))
    }
}
