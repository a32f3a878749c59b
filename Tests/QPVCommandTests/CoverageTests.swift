import Foundation
import Interchange
import TestSupport
import Testing

@Suite("qpv coverage")
struct CoverageTests {
    let sandbox = try! Sandbox()

    private func run(_ more: String...) throws -> Program.Result {
        try Program.run(
            [
                "coverage", "--perimeters", "geodata/perimetres-2024.geojson", "--gazetteer",
                "geodata/adresses.csv",
            ] + more, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
    }

    @Test("the sample's schools and stops on a day: the whole report")
    func sample() throws {
        let result = try run(
            "--places", "geodata/lieux.csv", "--category", "école", "--category", "arrêt de bus", "--on",
            "2024-06-01", "-o", "-", "-o", sandbox.path("couverture.csv"))
        try sandbox.expect(result, is: "coverage")
        #expect(result.code == 0)
        #expect(sandbox.bytes("couverture.csv.provenance.json") != nil)
    }

    @Test("one tidy table, in English, with a detour and areas only")
    func tidy() throws {
        let result = try run(
            "--places", "geodata/lieux.csv", "--category", "pharmacie", "--within", "400", "--detour", "1.3",
            "--area-only", "--table", "coverage", "--lang", "en", "-q", "-o", "-")
        try sandbox.expect(result, is: "coverage-tidy")
        #expect(result.text.split(separator: "\r\n").count == 6)
    }

    @Test("perimeters of a département alone; a département without any is refused")
    func departements() throws {
        let table = ["--places", "geodata/lieux.csv", "--area-only", "--table", "coverage", "-q", "-o", "-"]
        func run(_ departements: String...) throws -> Program.Result {
            try Program.run(
                ["coverage", "--perimeters", "geodata/perimetres-2024.geojson", "--gazetteer", "geodata/adresses.csv"]
                    + table + departements, input: .nothing, stdout: .kept, stderr: .kept,
                environment: sandbox.environment)
        }
        #expect(try run("--departements", "57, 23").text == run().text)
        let none = try run("--departements", "57")
        #expect(none.code == 65 && none.text.isEmpty)
        #expect(none.stderr.contains("no perimeter of the file is in the départements 57"))
        #expect(try run("--departements", "Moselle").code == 64)
    }

    @Test("what is left out, its addresses, and where one more place helps most")
    func gaps() throws {
        let sites = try sandbox.write(
            """
            id;nom;adresse;cp;commune
            S1;Salle A;8 Avenue du Général Leclerc;23990;Valfictif-sur-Ombre
            S2;Salle B;12 Rue Rosa Parks;23990;Valfictif-sur-Ombre
            S3;Salle C;12 Rue Rosa Parks;23990;Valfictif-sur-Ombre
            S4;Salle D;1 Rue du Gribouillis;99999;Nulle-Part

            """, to: "sites.csv")
        let result = try run(
            "--places", "geodata/lieux.csv", "--category", "pharmacie", "--within", "300", "--gaps",
            sandbox.path("vides.csv"), "--gap-addresses", sandbox.path("adresses.csv"), "--candidates", sites,
            "--choose", "2", "--lang", "en")
        try sandbox.expect(result, is: "coverage-gaps", files: ["vides.csv", "vides.csv.provenance.json"])
        let rows = try #require(sandbox.text("vides.csv")).split(separator: "\n").dropFirst()
        let addresses = try #require(sandbox.text("adresses.csv")).split(separator: "\n").dropFirst()
        let counted = rows.reduce(0) { $0 + (Int($1.split(separator: ",")[5]) ?? 0) }
        #expect(counted == addresses.count && counted > 0)
        // The same as outlines.
        let outlines = try run(
            "--places", "geodata/lieux.csv", "--category", "pharmacie", "--within", "300", "-q", "--gaps",
            sandbox.path("vides.geojson"), "-o", sandbox.path("r.json"))
        #expect(outlines.code == 0)
        let bytes = try #require(sandbox.bytes("vides.geojson"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect((object["features"] as? [Any])?.count == rows.count)
    }

    @Test("declared catchments: the territoire vécu of a place, by a field of the file")
    func catchments() throws {
        let aires = try sandbox.write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"lieu":"L009"},"geometry":{"type":"Polygon","coordinates":[[[2.2,46.13],[2.24,46.13],[2.24,46.137],[2.2,46.137],[2.2,46.13]]]}},
            {"type":"Feature","properties":{"lieu":"X1"},"geometry":{"type":"Polygon","coordinates":[[[2.2,46.13],[2.21,46.13],[2.21,46.14],[2.2,46.14],[2.2,46.13]]]}}
            ]}
            """, to: "aires.geojson")
        let result = try run(
            "--places", "geodata/lieux.csv", "--category", "crèche", "--catchments", aires, "--catchment-field", "lieu",
            "--table", "catchments", "-o", "-")
        try sandbox.expect(result, is: "coverage-catchments")
    }

    @Test("dwellings in the stead of addresses, with the two kinds of perimeter apart")
    func points() throws {
        let dwellings = try sandbox.write(
            """
            lon;lat;logements
            2.2129303;46.1365034;120
            2.2125433;46.1364198;NC
            2.2387;46.1362;40
            0;0;3
            2.2126;46.1364;-1
            2.3;46.2;7

            """, to: "logements.csv")
        let result = try run(
            "--perimeters", "geodata/qva.geojson", "--places", "geodata/lieux.csv", "--category", "gymnase",
            "--points", dwellings, "--weight", "logements", "-o", "-", "-o", sandbox.path("r.json"))
        try sandbox.expect(result, is: "coverage-points")
        #expect(result.text.contains("qva"))
        let digest = try SHA256Digest.ofFile(dwellings).hexadecimal
        #expect(try #require(sandbox.text("r.json.provenance.json")).contains(digest))
    }

    @Test("candidates are read with the options of the places, and what is wrong with them is listed")
    func candidates() throws {
        let places = try sandbox.write("titre;est;nord\nA;641486;6560348\n", to: "lieux.csv")
        let sites = try sandbox.write(
            "titre;est;nord;date_fermeture\nB;641486;6560348;\nC;641700;6560400;1990-01-01\nB;641486;6560348;\nD;0;0;\n",
            to: "sites.csv")
        let result = try run(
            "--places", places, "--candidates", sites, "--place-column", "x=est", "--place-column", "y=nord",
            "--place-column", "name=titre", "--places-crs", "EPSG:2154", "--on", "2024-06-01", "--within", "100",
            "--choose", "4", "-q", "-o", "-", "-o", sandbox.path("r.json"))
        #expect(result.code == 0 && result.stderr == "")
        #expect(
            result.text.contains(
                "Sites candidats laissés de côté : non localisés (1), pas ouverts ce jour-là (1), en double (1)."))
        #expect(result.text.contains("## Sites candidats à vérifier"))
        let report = try #require(sandbox.text("r.json"))
        for table in ["candidates_places_not_located", "candidates_places_repeated"] { #expect(report.contains(table)) }
        // Columns that the candidates lack are those of the places alone.
        let plain = try sandbox.write("nom;x;y\nB;641486;6560348\n", to: "plain.csv")
        let other = try run(
            "--places", places, "--candidates", plain, "--place-column", "x=est", "--place-column", "y=nord",
            "--places-crs", "EPSG:2154", "-q", "-o", "-")
        #expect(other.code == 0)
    }

    @Test("a distance is written as it was asked, and a perimeter without a shape has no figures")
    func spelling() throws {
        let vide = #"{"type":"Feature","properties":{"code_qp":"QN09905N","lib_qp":"Vide"},"geometry":null},"#
        let perimeters = try sandbox.write(
            try String(contentsOfFile: "geodata/perimetres-2024.geojson", encoding: .utf8).replacing(
                /"features":\s*\[/, with: { "\($0.output)\(vide)" }), to: "p.geojson")
        func run(_ more: String...) throws -> Program.Result {
            try sandbox.qpv(
                [
                    "coverage", "--places", "geodata/lieux.csv", "--perimeters", perimeters, "--gazetteer",
                    Samples.gazetteer.path, "--within", "250.5", "--detour", "1.3", "-q", "-o", "-",
                ] + more)
        }
        let result = try run("--gaps", sandbox.path("g.csv"))
        #expect(result.code == 0 && result.text.contains("États à 250,5 m"))
        #expect(result.text.contains("250,500 |") && result.text.contains("soit 192,7 m"))
        let lines = try run("--table", "coverage").text.split(separator: "\r\n").filter { $0.hasPrefix("QN09905N") }
        #expect(lines.count > 1)
        for line in lines {
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
            #expect(cells[4] == "n. c." && cells[5] == "" && cells[6...].allSatisfy { $0 == "n. c." }, "\(line)")
        }
    }

    @Test(
        "a distance that is none, a wrong share or factor, options that do not go together: 64",
        arguments: [
            ["--within", "0"], ["--within", "-300"], ["--within", "1e9"], ["--within", "300,300"], ["--within", ""],
            ["--detour", "0.5"], ["--detour", "-1"], ["--covered", "120%"], ["--covered", "10%"],
            ["--area-only", "--candidates", "x.csv"], ["--weight", "n"], ["--choose", "0"], ["--gaps", "vides.shp"],
            ["--place-column", "x=lon"], ["--place-column", "nope=lon"], ["--catchment-field", "x"],
            ["--gaps", "-"],
        ])
    func usage(_ options: [String]) throws {
        let result = try Program.run(
            ["coverage", "--places", "geodata/lieux.csv", "-q"] + options, input: .nothing, stdout: .kept,
            stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 64, "\(options): \(result.stderr)")
        #expect(result.text == "" && !result.stderr.isEmpty)
    }

    @Test("where no place is known and one may be open, nothing is stated to be left out, and that is said")
    func unknownGaps() throws {
        let places = try sandbox.write(
            "nom;date_ouverture;date_fermeture;lon;lat\nA;2020-01-01;2021-01-01;2.22;46.13\nB;foo;;2.22;46.13\n",
            to: "l.csv")
        let said = "note: what no place covers is not known of 4 perimeters: left out of the gaps\n"
        let result = try run(
            "--places", places, "--on", "2024-05-01", "--gaps", sandbox.path("g.csv"), "--gap-addresses",
            sandbox.path("a.csv"), "-o", sandbox.path("r.md"))
        #expect(result.code == 0 && result.stderr.contains(said), "\(result.stderr)")
        for name in ["g.csv", "a.csv"] { #expect(sandbox.text(name)?.split(separator: "\n").count == 1, "\(name)") }
        let map = try sandbox.qpv(
            "map", "--perimeters", "geodata/perimetres-2024.geojson", "--places", places, "--on", "2024-05-01",
            "--within", "300", "-o", sandbox.path("m.geojson"))
        #expect(map.code == 0 && map.stderr.contains(said), "\(map.stderr)")
        #expect(sandbox.text("m.geojson")?.contains("beyond_m") == false)
    }

    @Test("places of which one is closed are not called not located; those of which none is located are refused")
    func located() throws {
        let header = "nom;date_ouverture;date_fermeture;lon;lat\n"
        let some = try sandbox.write(header + "A;2020-01-01;2021-01-01;2.22;46.13\nC;;;;\n", to: "some.csv")
        let none = try sandbox.write(header + "C;;;;\n", to: "none.csv")
        for words in [["coverage", "--area-only"], ["map"], ["sheet", "QN09901M"]] {
            let out = ["-q", "--on", "2024-05-01", "-o", sandbox.path("r.html")]
            let read = try sandbox.qpv(words + out + ["--places", some])
            #expect(read.code == 0, "\(words): \(read.stderr)")
            let refused = try sandbox.qpv(words + out + ["--places", none])
            #expect(refused.code == 65, "\(words)")
            #expect(refused.stderr.hasPrefix("error: none of the places could be located\n"), "\(refused.stderr)")
        }
    }

    @Test("a CRS that is not known: an option that the command has, or what else helps")
    func unknownCRS() throws {
        let places = try sandbox.write(
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:1"}},"features":[]}"#,
            to: "l.geojson")
        for (words, remedy) in [
            (["coverage", "--area-only"], "state the CRS with --places-crs"),
            (["map"], "give the file in longitude and latitude (WGS 84)"),
            (["sheet", "QN09901M"], "give the file in longitude and latitude (WGS 84)"),
        ] {
            let result = try sandbox.qpv(words + ["-q", "--places", places, "-o", sandbox.path("r.html")])
            let said = "error: the CRS \"EPSG:1\" is not known\n  --> \(places)\n  = \(remedy)\n"
            #expect(result.code == 65 && result.stderr == said, "\(result.stderr)")
        }
    }

    @Test("files that are no places: what is wrong and where, and no output")
    func badPlaces() throws {
        let files = [
            ("none-located.csv", "nom;adresse;cp\nA;1 Rue du Gribouillis;99999\nB;;\n", 65),
            ("no-columns.csv", "nom;type\nA;poste\n", 65), ("no-rows.csv", "nom;lon;lat\n", 65),
            ("two-lon.csv", "nom;lon;lat;lon\nA;2;46;2\n", 65), ("other.geojson", "{\"type\":\"Nope\"}", 65),
        ]
        for (name, text, code) in files {
            let path = try sandbox.write(text, to: name)
            let result = try run("--places", path, "-o", sandbox.path("r.md"))
            #expect(result.code == Int32(code), "\(name): \(result.stderr)")
            #expect(sandbox.bytes("r.md") == nil)
            try sandbox.expect(result, is: "coverage-bad-\(name.prefix { $0 != "." })")
        }
        #expect(try run("--places", sandbox.path("absent.csv")).code == 66)
        let category = try run("--places", "geodata/lieux.csv", "--category", "piscine")
        try sandbox.expect(category, is: "coverage-bad-category")
        #expect(category.code == 65)
        #expect(try run("--places", "geodata/lieux.csv", "-o", "geodata/lieux.csv").code != 0)
    }

    @Test("the report and what is left out are never one file, be it there or not", arguments: [false, true])
    func apart(isThere: Bool) throws {
        let csv = sandbox.path("x.csv"), provenance = sandbox.path("x.csv.provenance.json")
        if isThere { for name in ["x.csv", "x.csv.provenance.json"] { try sandbox.write("mine", to: name) } }
        for options in [
            ["--gaps", csv, "-o", csv], ["--gap-addresses", csv, "-o", csv], ["--gaps", csv, "-o", provenance],
        ] {
            let result = try Program.run(
                [
                    "coverage", "--places", "geodata/lieux.csv", "-q", "--perimeters",
                    "geodata/perimetres-2024.geojson", "--gazetteer", Samples.gazetteer.path,
                ] + options, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
            #expect(result.code == 64 && result.stderr.contains("two outputs would be one file"), "\(options)")
        }
        #expect(try sandbox.names(in: ".") == ["home", "tmp"] + (isThere ? ["x.csv", "x.csv.provenance.json"] : []))
    }

    @Test("a table that the report does not have is told before anything goes to standard output")
    func noTable() throws {
        let result = try run(
            "--places", "geodata/lieux.csv", "-q", "--gaps", "-", "--table", "nope", "-o", sandbox.path("t.csv"))
        #expect(result.code == 64 && result.text == "" && result.stderr.contains("the report has no table nope"))
        #expect(try sandbox.names(in: ".") == ["home", "tmp"])
    }

    @Test("faults of rows are listed: no position, said twice, a date that cannot be, elsewhere")
    func faults() throws {
        let path = try sandbox.write(
            """
            nom;categorie;date_ouverture;date_fermeture;adresse;cp;commune;longitude;latitude
            Poste A;poste;2000-01-01;;;;;2.2129;46.1365
            poste a;Poste;2000-01-01;;;;;2.2129;46.1365
            Poste B;poste;2020-01-01;2010-01-01;;;;2.2387;46.1362
            Poste C;poste;printemps;;;;;2.2387;46.1363
            Poste D;poste;;2020-01-01;;;;2.2387;46.1364
            Poste E;poste;;;;;;46.1364;2.2387
            Poste F;poste;;;;;Valfictif-sur-Ombre;;
            Poste G;poste;;;;;;55.45;-20.88
            Poste H;poste;;;;;;-30;20
            Mairie;mairie;;2020-01-01;;;;2.2387;46.1364
            Parc;parc;;;;;;;

            """, to: "postes.csv")
        let result = try run("--places", path, "--on", "2024-06-01", "--within", "300", "-o", "-")
        try sandbox.expect(result, is: "coverage-faults")
        #expect(result.code == 0)
    }
}
