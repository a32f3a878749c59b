import Foundation
import TestSupport
import Testing

@Suite("qpv nearest")
struct NearestTests {
    let sandbox = try! Sandbox()

    @Test("addresses: the two nearest places of each row, or the reason why there is none")
    func addresses() throws {
        let file = try sandbox.write(Samples.addresses, to: "a.csv")
        let result = try sandbox.qpv(
            "nearest", file, "--places", "geodata/lieux.csv", "-k", "2", "--perimeters",
            "geodata/perimetres-2024.geojson", "--gazetteer", "geodata/adresses.csv", "-o", sandbox.path("p.csv"))
        try sandbox.expect(result, is: "nearest", files: ["p.csv"])
        #expect(sandbox.bytes("p.csv.provenance.json") != nil)
    }

    @Test("places that are missing are listed, columns that the file has are told, and the category is stated")
    func notices() throws {
        let rows = try sandbox.write("lon;lat;nearest_1_id\n2.21;46.14;z\n", to: "r.csv")
        let lines = (1...12).map { "Madame \($0);poste;;;\n" }.joined()
        let places = try sandbox.write(
            "nom;type;lon;lat;fermeture\nA;poste;2.2;46.1;\nB;poste;2.2;46.1;hier\nC;parc;0;0;\n" + lines, to: "l.csv")
        let words = ["nearest", rows, "--perimeters", "geodata/perimetres-2024.geojson", "--on", "2024-06-01"]
        let result = try sandbox.qpv(
            words + ["--places", places, "--category", "Poste", "-o", sandbox.path("o.csv")])
        #expect(result.code == 0)
        #expect(result.stderr.contains("note: 12 places not located\n  --> \(places):5: address_empty\n"))
        #expect(result.stderr.contains("\n  and 2 more\n") && !result.stderr.contains("Madame"))
        #expect(result.stderr.contains("note: 1 place left out for a date that cannot be read\n  --> \(places):3\n"))
        #expect(result.stderr.contains("a column of this name already: the new one is nearest_1_id_2"))
        let provenance = try #require(sandbox.text("o.csv.provenance.json"))
        #expect(provenance.replacing(/\s/, with: "").contains(#""categories":["Poste"]"#))
        #expect(try sandbox.qpv(words + ["--places", places, "-q"]).stderr == "")
    }

    @Test("no place is known to be open: that is said, and no row is told to have none in its territory")
    func noneOpen() throws {
        let rows = try sandbox.write("lon;lat\n2.21;46.14\n", to: "r.csv")
        let places = try sandbox.write(
            "nom;ouverture;fermeture;lon;lat\nA;;2021-01-01;2.22;46.13\nB;foo;;2.22;46.13\nC;;;;\n", to: "l.csv")
        let result = try sandbox.qpv(
            "nearest", rows, "--places", places, "--on", "2024-05-01", "-q", "-o", sandbox.path("o.csv"),
            "--perimeters", "geodata/perimetres-2024.geojson")
        #expect(result.code == 65 && sandbox.bytes("o.csv") == nil)
        #expect(
            result.stderr == """
                error: no place is known to be open on 2024-05-01
                  --> \(places)
                  = 1 place not open
                  = 1 place with a date that cannot be read
                  = 1 place not located

                """)
    }

    @Test("positions through a pipe, one category on a day; the same bytes for one thread and three")
    func positions() throws {
        let bytes = Samples.positions(3000, seed: 5)
        func run(_ threads: String) throws -> Program.Result {
            try sandbox.qpv(
                "nearest", "-", "--places", "geodata/lieux.csv", "--category", "Pharmacie", "--on", "2024-06-01", "-q",
                "--perimeters", "geodata/perimetres-2024.geojson", "--threads", threads, "-o", "-",
                input: .bytes(bytes))
        }
        let one = try run("1")
        #expect(one.code == 0 && one.stderr == "")
        #expect(one.text.split(separator: "\n").count == 3001)
        // Of three pharmacies one is open on that day.
        #expect(one.text.split(separator: "\n").dropFirst().allSatisfy { $0.contains(";L020;") })
        #expect(try run("3").stdout == one.stdout)
    }

    @Test(
        "a wrong number, two standard inputs, no places: 64",
        arguments: [
            ["a.csv", "--places", "b.csv", "-k", "0"], ["a.csv", "--places", "b.csv", "-k", "-1"],
            ["-", "--places", "-"], ["a.csv"], ["a.csv", "--places", "b.csv", "-k", "x"],
        ])
    func usage(_ words: [String]) throws {
        let result = try Program.run(
            ["nearest"] + words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 64, "\(result.stderr)")
    }

    @Test(
        "closed places, and places that may be persons, are not taken without a word, in any command that reads places")
    func placesSaid() throws {
        let text = "nom;prenom;lon;lat;date_fermeture\nA;B;2.21;46.14;2018-09-26\n"
        let places = try sandbox.write(text, to: "lieux.csv")
        let rows = try sandbox.write("lon;lat\n2.21;46.14\n", to: "rows.csv")
        let out = sandbox.path("out.html")
        for words in [
            ["nearest", rows, "-o", sandbox.path("out.csv")], ["coverage", "-o", out, "--area-only"],
            ["sheet", "QN09901M", "-o", out], ["map", "-o", out],
        ] {
            let result = try sandbox.qpv(words + ["--places", places])
            #expect(result.code == 0, "\(result.stderr)")
            let said = "note: One place has an opening or closing date: no day was asked for, so all are counted."
            #expect(result.stderr.components(separatedBy: said).count == 2, "\(words[0]): \(result.stderr)")
            #expect(result.stderr.contains("warning: \(places) has columns of persons (prenom)"))
            if words[0] != "nearest" {
                #expect(sandbox.text("out.html")?.contains("sans date demandée, tous sont comptés") == true)
                #expect(sandbox.text("out.html")?.contains(sandbox.path("")) == false, "\(words[0]) tells a folder")
            }
        }
    }
}
