import Testing

@testable import Tables

@Suite("cells as people and spreadsheets write them")
struct CellTextTests {
    @Test("numbers of houses, and the dates that a spreadsheet made of them")
    func numbers() {
        for text in ["12", "12 bis", "2-20", "1/3/5", "12B", "10-12", "93 - 97", "4 et 6", "1 à 7"] {
            #expect(CellText.number(text) == .number(text), "\(text)")
        }
        #expect(CellText.number("54.0") == .number("54") && CellText.number("54,0") == .number("54"))
        for text in [
            "12-janv", "2-mars", "janv-12", "12-janv.", "3-août", "12/01/2024", "2024-01-12", "2024-01-12 00:00:00",
            "01/12/1999", "45303", "12-Jan", "6-déc-24",
        ] { #expect(CellText.number(text) == .date, "\(text)") }
        #expect(CellText.number(" ") == .none)
    }

    @Test("postcodes with groups, points, decimals, a lost zero or a town")
    func postcodes() {
        for (text, code) in [
            ("75011", "75011"), ("75 011", "75011"), ("75.019", "75019"), ("62990.0", "62990"), ("6000", "06000"),
            ("F-57000", "57000"), ("57000,0", "57000"), ("1000.0", "01000"),
        ] { #expect(CellText.postcode(text) == .init(postcode: code), "\(text)") }
        #expect(CellText.postcode("57000 METZ") == .init(postcode: "57000", town: "METZ"))
        #expect(CellText.postcode("Metz") == .init(town: "Metz"))
        #expect(CellText.postcode("") == .init())
    }

    @Test("towns with a postcode or a département beside the name, and arrondissements alone")
    func towns() {
        for text in [
            "62990 MARVILLE LE HAUT", "MARVILLE LE HAUT 62990", "F-62990 MARVILLE LE HAUT", "MARVILLE LE HAUT (62990)",
        ] {
            #expect(CellText.town(text) == .init(postcode: "62990", town: "MARVILLE LE HAUT"), "\(text)")
        }
        for text in ["62 - MARVILLE", "MARVILLE (62)", "(62) MARVILLE", "MARVILLE"] {
            #expect(CellText.town(text) == .init(town: "MARVILLE"), "\(text)")
        }
        #expect(CellText.town("75 011 PARIS") == .init(postcode: "75011", town: "PARIS"))
        #expect(CellText.town("75012") == .init(postcode: "75012"))
        #expect(CellText.town("13") == .init(district: 13))
        #expect(CellText.town("Paris 13e") == .init(town: "Paris 13e"))
        for text in [
            "20e Arrondissement", "20e", "20ème Ardt", "20eme", "XXe", "20 ème arrdt", "XXème arr.", "20", "20.0",
        ] { #expect(CellText.town(text) == .init(district: 20), "\(text)") }
        #expect(CellText.town("1er") == .init(district: 1) && CellText.town("08e arrondissement") == .init(district: 8))
        for text in ["Paris 20e", "PARIS XXe", "20e arr. de Paris", "Paris 20ème arrondissement", "20 Paris"] {
            #expect(CellText.town(text) == .init(town: "Paris 20e"), "\(text)")
        }
        #expect(CellText.town("Lyon 3ème Ardt") == .init(town: "Lyon 3e"))
        #expect(CellText.town("75020 Paris 20e Arrondissement") == .init(postcode: "75020", town: "Paris 20e"))
        #expect(CellText.town("13 MARSEILLE") == .init(town: "MARSEILLE"))
        for text in ["21e", "Vire", "Ile", "Marville", "Lisle", "Xertigny", "Marseille"] {
            #expect(CellText.town(text).district == nil && CellText.town(text).town == text, "\(text)")
        }
        #expect(CellText.town("L'Haÿ-les-Roses") == .init(town: "L'Haÿ-les-Roses"))
    }

    @Test("two coordinates in one cell, and degrees with minutes")
    func coordinates() throws {
        for text in [
            "48.125, -1.655", "48.125,-1.655", "48,125; -1,655", "(48.125, -1.655)", "48,125 -1,655", "48,125, -1,655",
        ] {
            let pair = try #require(CoordinateText.pair(text), "\(text)")
            #expect(pair.x == 48.125 && pair.y == -1.655 && !pair.xFirst, "\(text)")
        }
        for text in [
            "POINT (-1.655 48.125)", "point(-1.655 48.125)", "SRID=4326;POINT (-1.655 48.125)",
            "POINT Z (-1.655 48.125 3)", "{\"type\": \"Point\", \"coordinates\": [-1.655, 48.125]}",
        ] {
            let pair = try #require(CoordinateText.pair(text), "\(text)")
            #expect(pair.x == -1.655 && pair.y == 48.125 && pair.xFirst, "\(text)")
        }
        for text in ["", "48.125", "12 rue Bleue", "POLYGON ((0 0, 1 0, 1 1, 0 0))", "1, 2, 3"] {
            #expect(CoordinateText.pair(text) == nil, "\(text)")
        }
        #expect(abs(try #require(CoordinateText.degrees("48°07'30\"N")) - 48.125) < 1e-12)
        #expect(abs(try #require(CoordinateText.degrees("1° 39,3' O")) + 1.655) < 1e-12)
        #expect(CoordinateText.degrees("48°75'N") == nil && CoordinateText.degrees("nord") == nil)
    }

    @Test("rows of totals")
    func totals() {
        for text in ["TOTAL", "Total général", "Sous-total", "totaux"] { #expect(CellText.isTotal(text)) }
        for text in ["Total Énergies", "12 rue du Total", ""] { #expect(!CellText.isTotal(text)) }
    }
}
