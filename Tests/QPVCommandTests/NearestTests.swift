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
            let said = "note: One place has an opening or closing date: without --on all are counted."
            #expect(result.stderr.components(separatedBy: said).count == 2, "\(words[0]): \(result.stderr)")
            #expect(result.stderr.contains("warning: \(places) has columns of persons (prenom)"))
            if words[0] != "nearest" {
                #expect(sandbox.text("out.html")?.contains("sans date demandée (--on), tous sont comptés") == true)
                #expect(sandbox.text("out.html")?.contains(sandbox.path("")) == false, "\(words[0]) tells a folder")
            }
        }
    }
}
