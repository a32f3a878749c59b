import Gazetteer
import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Coverage

@Suite("A file of places")
struct PlacesTests {
    private func read(
        _ text: String, name: String = "lieux.csv", _ options: PlaceOptions = .init(), withGazetteer: Bool = true
    ) throws -> Places {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: name)
        return try Places(path: path, options: options) { withGazetteer ? Hamlet.shared.gazetteer : nil }
    }

    private func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

    @Test("coordinates first, else the address, else a reason")
    func rows() throws {
        let at = Hamlet.degrees(100, 100)
        let places = try read(
            """
            id;categorie;nom;adresse;code_postal;commune;longitude;latitude
            1;école;École A;3 Rue des Lilas;23950;Ombreville-le-Test;\(at.x);\(at.y)
            2;École;École B;3 Rue des Lilas;23950;Ombreville-le-Test;;
            3;école;École C;Rue des Lilas;23950;Ombreville-le-Test;;
            4;école;École D;Rue Inconnue;23950;Ombreville-le-Test;;
            5;école;École E;;;;;
            6;école;École F;;;;0;0
            7;école;École G;5 Rue des Lilas;23950;Ombreville-le-Test;\(at.y);\(at.x)
            8;école;École H;Rue de la Fontaine;23950;Ombreville-le-Test;;
            9;école;École I;;;;2,5;abc
            """)
        #expect(places.rows == 9)
        #expect(places.items.map(\.id) == ["1", "2", "3", "7"])
        #expect(places.items.map(\.basis) == [.coordinates, .address, .street, .address])
        #expect(Set(places.items.map(\.category)) == ["école"])
        #expect(places.items[0].radius == 20)
        #expect(places.items[0].position.distance(to: Point(x: 700_100, y: 6_600_100)) < 1e-3)
        #expect(places.items[1].radius == 5)
        // A gazetteer keeps positions to the centimetre.
        #expect(places.items[1].position.distance(to: Point(x: 700_037, y: 6_600_100)) < 0.02)
        // The farthest number of the street is some 90 m from its middle.
        #expect(places.items[2].radius > 80 && places.items[2].radius < 110)
        #expect(
            places.notLocated.map { [$0.label, $0.reason.rawValue, $0.coordinateFault ?? ""] } == [
                ["École D", "street_not_in_gazetteer", ""], ["École E", "address_empty", ""],
                ["École F", "coordinates_invalid", "zero"], ["École H", "ambiguous_street", ""],
                ["École I", "coordinates_invalid", "not_finite"],
            ])
        #expect(places.coordinateFaults.map(\.line) == [7, 8, 10])
        #expect(places.coordinateFaults.map(\.code) == ["zero", "swapped", "not_finite"])
    }

    @Test("a place said twice counts once; another name, category or metre is another place")
    func repeated() throws {
        let header = "nom;categorie;x;y\n"
        let places = try read(
            header + "A;poste;700000;6600000\na;Poste;700000.7;6600000.2\nB;poste;700000;6600000\n"
                + "A;mairie;700000;6600000\nA;poste;700001;6600000\n;poste;700000;6600000\n;poste;700000;6600000\n")
        #expect(places.items.map(\.line) == [2, 4, 5, 6, 7, 8])
        #expect(places.repeated == [.init(line: 3, first: 2, label: "a")])
        #expect(places.categories == ["mairie", "poste"])
    }

    @Test("on a day only what is open, and an unreadable date is not open")
    func dates() throws {
        let text = """
            nom;x;y;date_ouverture;date_fermeture
            toujours;700000;6600000;;
            avant;700010;6600000;2020-01-01;
            le jour;700020;6600000;01/06/2024;
            le lendemain;700030;6600000;2024-06-02;
            fermé le jour;700040;6600000;2000-01-01;2024-06-01
            fermé le lendemain;700050;6600000;;2024-06-02
            illisible;700060;6600000;printemps;
            à l'envers;700070;6600000;2020-01-01;2010-01-01
            """
        var options = PlaceOptions()
        #expect(try read(text, options).items.count == 8)
        options.date = day("2024-06-01")
        let places = try read(text, options)
        #expect(places.items.map(\.name) == ["toujours", "avant", "le jour", "fermé le lendemain"])
        #expect(places.notOpen.map(\.line) == [5, 6, 9])
        #expect(places.undated == [.init(line: 8, label: "illisible", category: "")])
        #expect(
            places.dateFaults == [
                .init(line: 8, column: "date_ouverture", text: "printemps", isBeforeOpening: false),
                .init(line: 9, column: "date_fermeture", text: "2010-01-01", isBeforeOpening: true),
            ])
    }

    @Test("a category is listed whatever became of its places, and not known when none of them is")
    func categories() throws {
        var options = PlaceOptions()
        (options.date, options.categories) = (day("2024-06-01"), ["poste", "mairie", "parc", "gare"])
        let places = try read(
            "nom;type;x;y;fermeture\nA;poste;700000;6600000;\nB;Mairie;700000;6600000;2000-01-01\nC;parc;;;\n"
                + "D;gare;700000;6600000;hier\nE;école;700000;6600000;\n", options)
        #expect(places.categories == ["poste"] && places.listedCategories == ["gare", "Mairie", "parc", "poste"])
        #expect(places.listedCategories.map(places.isUnknown) == [true, false, true, false])
        #expect(places.isIncomplete() && !places.isUnknown(nil))
    }

    @Test("a column named that need not be there: the usual names serve")
    func namedColumns() throws {
        var options = PlaceOptions()
        (options.position, options.name, options.address) = (("est", "nord"), "titre", ["lieu"])
        #expect(throws: ColumnError.self) { try read("nom;x;y\nA;700000;6600000\n", options) }
        options.requiresNamed = false
        #expect(try read("nom;x;y\nA;700000;6600000\n", options).items.map(\.name) == ["A"])
        options.crs = .lambert93
        #expect(try read("titre;nom;est;nord\nA;B;700000;6600000\n", options).items.map(\.name) == ["A"])
    }

    @Test("points of a GeoJSON file with their properties")
    func geoJSON() throws {
        let at = Hamlet.degrees(100, 100)
        let places = try read(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"nom":"A","type":"poste"},"geometry":{"type":"Point","coordinates":[\(at.x),\(at.y)]}},
            {"type":"Feature","properties":{"adresse":"3 Rue des Lilas 23950 Ombreville-le-Test"},"geometry":null},
            {"type":"Feature","properties":{"nom":"C"},"geometry":{"type":"LineString","coordinates":[[2,46],[3,46]]}},
            {"type":"Feature","properties":{"nom":"D"},"geometry":{"type":"MultiPoint","coordinates":[[\(at.x),\(at.y)]]}},
            {"type":"Feature","properties":{"nom":"E"},"geometry":{"type":"MultiPoint","coordinates":[[2,46],[3,46]]}},
            {"type":"Feature","properties":{},"geometry":null}
            ]}
            """, name: "lieux.geojson")
        #expect(places.items.map(\.line) == [1, 2, 4])
        #expect(places.items.map(\.basis) == [.coordinates, .address, .coordinates])
        #expect(places.items[1].label(.french) == "objet 2")
        #expect(
            places.notLocated.map { "\($0.line) \($0.reason.rawValue) \($0.coordinateFault ?? "")" } == [
                "3 coordinates_invalid not_a_point", "5 coordinates_invalid not_a_point", "6 address_empty ",
            ])
        #expect(places.place(3).hasSuffix("lieux.geojson: feature 3"))
        let table = PlaceTables(places, .english).tables(elsewhere: [])[0]
        #expect(
            table.columns[0].title == "Feature" && table.rows.map(\.cells[3])[0] == .text("the geometry is no point"))
    }

    @Test("points of GeoJSON in metres, by the option or by the file; the option has the last word")
    func geoJSONInMetres() throws {
        func text(_ crs: String) -> String {
            #"{"type":"FeatureCollection",\#(crs)"features":[{"type":"Feature","properties":{},"geometry":"#
                + #"{"type":"Point","coordinates":[700100,6600100]}}]}"#
        }
        func stated(_ name: String) -> String {
            #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#
        }
        #expect(try read(text(""), name: "p.geojson").items.isEmpty)
        #expect(try read(text(stated("EPSG:2154")), name: "p.geojson").items.count == 1)
        #expect(throws: PerimeterError.self) { try read(text(stated("EPSG:9999")), name: "p.geojson") }
        var options = PlaceOptions()
        options.crs = .lambert93
        for crs in ["", stated("EPSG:9999"), stated("EPSG:2972")] {
            #expect(try read(text(crs), name: "p.geojson", options).items.count == 1)
        }
    }

    @Test("no column says where: an error; no gazetteer: not located")
    func nothing() throws {
        #expect(throws: ColumnError.self) { try read("nom;type\nA;poste\n") }
        let places = try read("nom;adresse\nA;3 Rue des Lilas\n", withGazetteer: false)
        #expect(places.notLocated.map(\.reason) == [.addressNotFound])
        var options = PlaceOptions()
        options.category = "genre"
        #expect(throws: ColumnError.self) { try read("nom;x;y\nA;700000;6600000\n", options) }
    }

    @Test("overseas positions are in their own grid")
    func overseas() throws {
        let places = try read("nom;lon;lat\nA;55.45;-20.88\nB;2.35;48.85\nC;-30;20\n")
        #expect(places.items.map(\.territory) == [.reunion, .metropole])
        #expect(places.notLocated.map(\.coordinateFault) == ["out_of_territory"])
    }

    @Test("places with dates and no day asked are all taken, and that is said; with a day it is not")
    func uncheckedDates() throws {
        let text =
            "nom;lon;lat;date_ouverture;date_fermeture\nA;2.2;46.1;2001-01-01;\nB;2.3;46.1;;2018-09-26\nC;2.4;46.1;;\n"
        let places = try read(text)
        #expect(places.items.count == 3)
        #expect(
            places.uncheckedDates(.english)
                == "2 places have opening or closing dates: no day was asked for, so all are counted.")
        #expect(
            places.uncheckedDates(.french)
                == "2 lieux ont une date d’ouverture ou de fermeture\u{A0}: sans date demandée, tous sont comptés."
        )
        var options = PlaceOptions()
        options.date = day("2024-06-01")
        let open = try read(text, options)
        #expect(open.items.count == 2 && open.uncheckedDates(.english) == nil)
        #expect(try read("nom;lon;lat\nA;2.2;46.1\n").uncheckedDates(.french) == nil)
    }

    @Test("a file with first names, birth dates, ages or sexes is one of persons")
    func persons() throws {
        let places = try read("Nom;Prénom;lon;lat;Âge;Date de naissance;Sexe\nA;B;2.2;46.1;3;2001-01-01;F\n")
        #expect(places.personColumns == ["Prénom", "Âge", "Date de naissance", "Sexe"])
        #expect(try read("nom;lon;lat\nA;2.2;46.1\n").personColumns == [])
    }
}
