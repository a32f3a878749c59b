import Geodesy
import QPVKit
import Testing

@testable import Coverage
@testable import Tables
@testable import Verdicts

@Suite("names of columns")
struct ColumnNamesTests {
    @Test(
        "a name is folded without case, accents and punctuation",
        arguments: [
            ("Code Postal", "code_postal"), ("CODE-POSTAL", "code_postal"), ("  code__postal ", "code_postal"),
            ("Complément d’adresse", "complement_d_adresse"), ("N° de voie", "n_de_voie"), ("N°", "n"), ("ÂGE", "age"),
            ("Cœur", "coeur"), ("ŒUVRE", "oeuvre"), ("c.p.", "c_p"), ("", ""), ("***", ""), ("adresse1", "adresse1"),
            ("Ville\u{A0}", "ville"), ("re\u{301}pe\u{301}tition", "repetition"),
        ])
    func fold(name: String, folded: String) {
        #expect(ColumnNames.fold(name) == folded)
        #expect(ColumnNames.fold(folded) == folded)
    }

    @Test("a column that counts rows is known, whatever the size of its numbers")
    func countsRows() {
        #expect(ColumnContent(["1", "2", "3"]).countsRows)
        let largest = String(Int.max)
        for cells in [[largest, largest, "3"], [largest, "2", "3"], ["1", String(Int.min), largest]] {
            #expect(!ColumnContent(cells).countsRows)
        }
    }

    @Test("every example of every role is found, as it is and in capitals, and stands in one role only")
    func roles() throws {
        var roles: [String: ColumnRole] = [:]
        for role in ColumnRole.allCases {
            for name in role.examples {
                #expect(roles.updateValue(role, forKey: name) == nil, "\(name) is in two roles")
                #expect(ColumnNames.fold(name) == name)
                #expect(try ColumnNames(["id", name]).column(for: role) == 1)
                #expect(try ColumnNames([name.uppercased(), "id"]).column(for: role) == 0)
            }
        }
    }

    @Test("of several headings of a role the plainest is taken, wherever it stands")
    func preference() throws {
        #expect(try ColumnNames(["libelle_adresse", "adresse 1", "adresse"]).column(for: .address) == 2)
        #expect(try ColumnNames(["Localisation", "adresse"]).column(for: .address) == 1)
        #expect(try ColumnNames(["numero", "numero_voie"]).column(for: .housenumber) == 1)
        #expect(try ColumnNames(["arrondissement", "nom_commune"]).column(for: .city) == 1)
    }

    @Test("a name that stands twice is an error only when it is the one to take")
    func ambiguity() throws {
        let names = ColumnNames(["Adresse", "CP", "cp ", "code_postal"])
        #expect(throws: ColumnError.ambiguousColumn("CP", positions: [2, 3])) { try names.column(for: .postcode) }
        #expect(try ColumnNames(["cp", "code_postal", "Code postal"]).column(for: .postcode) == 0)
        #expect(try ColumnNames(["nom", "nom", "adresse"]).column(for: .address) == 2)
        #expect(try ColumnNames(["nom"]).column(for: .address) == nil)
    }

    @Test("a column that the user names is taken exactly, else folded")
    func named() throws {
        let names = ColumnNames(["Où", "ou", "Rue (1)", "X"])
        #expect(try names.column(named: "Où") == 0)
        #expect(try names.column(named: "ou") == 1)
        #expect(try names.column(named: "rue 1") == 2)
        #expect(throws: ColumnError.ambiguousColumn("OU", positions: [1, 2])) { try names.column(named: "OU") }
        #expect(throws: ColumnError.unknownColumn("y", header: names.header)) { try names.column(named: "y") }
    }

    @Test("errors say what the file has and what was looked for")
    func messages() {
        #expect(
            ColumnError.ambiguousColumn("CP", positions: [2, 3]).description
                == "two columns are named \"CP\" (columns 2 and 3)"
        )
        let long = ColumnError.unknownColumn("y", header: (1...50).map { "c\($0)" }).description
        #expect(long.contains("\"c40\" and 10 more") && !long.contains("c41"))
        #expect(ColumnError.noAddressColumns(header: ["a"]).description.contains("the file has \"a\""))
    }
}

@Suite("where the rows of a file are")
struct RowPlanTests {
    typealias Addresses = RowPlan.AddressColumns

    private func addresses(_ header: String...) throws -> Addresses? {
        guard case .addresses(let columns)? = try RowPlan.addresses(in: ColumnNames(header)) else { return nil }
        return columns
    }

    @Test("a whole address, with postcode, commune and code beside it")
    func whole() throws {
        let columns = try #require(try addresses("id", "Adresse", "CP", "Ville", "Code INSEE", "Complément d'adresse"))
        #expect(columns.text == [1])
        #expect(columns.postcode == 2 && columns.city == 3 && columns.citycode == 4 && columns.complements == [5])
    }

    @Test("number, suffix, type and street are joined in the order of an address, wherever they stand")
    func parts() throws {
        #expect(try addresses("voie", "type_voie", "rep", "numero")?.text == [3, 2, 1, 0])
        #expect(try addresses("Numéro", "Rue")?.text == [0, 1])
        #expect(try addresses("rue")?.text == [0])
        #expect(try addresses("numero", "cp", "ville") == nil)
    }

    @Test("the whole address goes before its parts")
    func wholeFirst() throws {
        #expect(try addresses("numero", "voie", "adresse")?.text == [2])
    }

    @Test("columns that the user names: what is called postcode, commune or code serves as such")
    func named() throws {
        let names = ColumnNames(["Logement", "Où", "CP", "Commune", "INSEE"])
        let plan = try RowPlan.addresses(in: names, named: ["Où", "logement", "cp", "commune", "insee"])
        var expected = Addresses()
        expected.text = [1, 0]
        (expected.postcode, expected.city, expected.citycode) = (2, 3, 4)
        expected.isNamed = true
        #expect(plan == .addresses(expected))
        #expect(plan.columns == [1, 0, 2, 3, 4])
        #expect(throws: ColumnError.noAddressColumns(header: names.header)) {
            try RowPlan.addresses(in: names, named: [])
        }
        #expect(throws: ColumnError.unknownColumn("rue", header: names.header)) {
            try RowPlan.addresses(in: names, named: ["rue"])
        }
    }

    @Test("addresses go before positions; positions are degrees, or x and y in Lambert-93")
    func found() throws {
        func found(_ header: String...) throws -> RowPlan { try RowPlan.found(in: ColumnNames(header)) }
        guard case .addresses(let address) = try found("lon", "lat", "adresse") else { return #expect(Bool(false)) }
        #expect(address.text == [2] && address.unread.map(\.kind) == [.coordinate, .coordinate])
        #expect(try found("Latitude", "Longitude") == .coordinates(.init(x: 1, y: 0, crs: .wgs84)))
        #expect(try found("X", "Y") == .coordinates(.init(x: 0, y: 1, crs: .lambert93)))
        #expect(try found("x", "y", "lon", "lat") == .coordinates(.init(x: 2, y: 3, crs: .wgs84)))
        #expect(throws: ColumnError.noAddressColumns(header: ["lon", "nom"])) { try found("lon", "nom") }
    }

    @Test("a grid that the user states is that of x and y, never of longitude and latitude")
    func stated() throws {
        let reunion = try #require(CRS(epsg: 2975))
        let names = ColumnNames(["lon", "lat", "x", "y"])
        #expect(try RowPlan.coordinates(in: names, crs: reunion) == .coordinates(.init(x: 2, y: 3, crs: reunion)))
        #expect(try RowPlan.coordinates(in: names, crs: .wgs84) == .coordinates(.init(x: 0, y: 1, crs: .wgs84)))
        #expect(throws: ColumnError.noCoordinateColumns(header: ["lon", "lat"])) {
            try RowPlan.coordinates(in: ColumnNames(["lon", "lat"]), crs: reunion)
        }
    }
}
