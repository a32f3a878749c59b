import Communes
import Testing

@Suite("The table of communes")
struct CommuneTableTests {
    @Test("a code has its name, postcodes and commune of today")
    func codes() {
        #expect(CommuneTable.name(ofCode: "57463") == "Metz")
        #expect(CommuneTable.communes(code: "57463").first?.postcodes == ["57000", "57050", "57070"])
        #expect(CommuneTable.current("75113") == "75056")
        #expect(CommuneTable.current("50129") == "50129")
        #expect(CommuneTable.communes(code: "50129").map(\.name) == ["Cherbourg-en-Cotentin", "Cherbourg-Octeville"])
        #expect(CommuneTable.current("49069") == "49126")
        for unknown in ["", "5746", "99999", "23901", "00000", "zzzzz"] {
            #expect(CommuneTable.communes(code: unknown).isEmpty, "\(unknown)")
        }
    }

    @Test(
        "a name is found in any spelling that changes no letter",
        arguments: [
            ("les pavillons sous bois", "93057"), ("PAVILLONS-SOUS-BOIS", "93057"), ("NANTES CEDEX 2", "44109"),
            ("St Denis", "93066"), ("Paris 13ème arrondissement", "75113"), ("PARIS 01", "75101"),
            ("l'haÿ-les-roses", "94038"), ("Aulnay s/ Bois", "93005"),
        ])
    func names(text: String, code: String) {
        #expect(CommuneTable.communes(named: text).map(\.code).contains(code), "\(text)")
    }

    @Test("a name with another letter is not found")
    func noGuess() {
        #expect(CommuneTable.communes(named: "Nante").isEmpty)
        #expect(CommuneTable.communes(named: "").isEmpty)
    }

    @Test("a postcode leads to all its communes")
    func postcodes() {
        #expect(CommuneTable.communes(postcode: "93140").map(\.code) == ["93010"])
        #expect(CommuneTable.communes(postcode: "57050").map(\.code).contains("57463"))
    }

    @Test("the communes near a position hold the one it lies in")
    func near() {
        #expect(CommuneTable.near(longitude: 6.176, latitude: 49.119).contains("57463"))
        #expect(CommuneTable.near(longitude: 55.45, latitude: -20.88).first?.hasPrefix("974") == true)
        #expect(CommuneTable.near(longitude: -30, latitude: 40).isEmpty)
        #expect(CommuneTable.near(longitude: .nan, latitude: 40).isEmpty)
    }

    @Test("every parent is a commune of the table")
    func parents() {
        #expect(CommuneTable.communes(named: "Saint-Denis").count > 2)
        for code in CommuneTable.arrondissements(of: "13055") { #expect(CommuneTable.current(code) == "13055") }
    }
}
