import Foundation
import TestSupport
import Testing

@Suite("layers, dates, rules and groups of check and audit")
struct LayersCommandTests {
    let sandbox = try! Sandbox()
    private static let inside = "12 rue Rosa Parks 23990 Valfictif-sur-Ombre"

    /// One address inside in both vintages, one in a perimeter of 2015 that was given up, one outside, one unknown.
    private static let rows = """
        id;adresse;cp;commune
        1;12 rue Rosa Parks;23990;Valfictif-sur-Ombre
        2;15 rue du Bugey;23990;Valfictif-sur-Ombre
        3;8 avenue du Général Leclerc;23990;Valfictif-sur-Ombre
        4;1 rue du Gribouillis;99999;Nulle-Part

        """

    private func audit(_ words: [String], is name: String) throws -> Program.Result {
        let file = try sandbox.write(Self.rows, to: "in.csv")
        let result = try Program.run(
            ["audit", file, "--gazetteer", Samples.gazetteer.path, "-o", sandbox.path("out.csv")] + words,
            input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        let masked = Program.Result(
            arguments: result.arguments.map { $0 == Samples.gazetteer.path ? "ban.qpvg" : $0 }, stdout: result.stdout,
            stderr: result.stderr, code: result.code, signal: result.signal, peakKilobytes: 0)
        try sandbox.expect(masked, is: name, files: ["out.csv", "out.csv.provenance.json"])
        return result
    }

    @Test("three kinds side by side: columns, counts and provenance of their own")
    func kinds() throws {
        let files = ["perimetres-2024", "qva", "territoire-vecu"].flatMap { ["--perimeters", "geodata/\($0).geojson"] }
        #expect(try audit(files + ["--within", "300"], is: "audit-layers").code == 0)
    }

    @Test("a date takes the vintage in force from the sample's two")
    func dates() throws {
        #expect(try audit(["--on", "31/12/2023"], is: "audit-on-2023").code == 0)
        let after = try sandbox.qpv("check", "-q", "--on", "2024-01-01", Self.inside)
        #expect(after.text.hasPrefix("inside QN09903I Bois Feint\n"))
        let before = try sandbox.qpv("check", "-q", "--on", "2014-12-31", Self.inside)
        #expect(before.code == 65 && before.stderr.contains("no perimeter of kind qpv was in force on 2014-12-31"))
    }

    @Test("on a day whose overseas perimeters are not in the files, a place there is uncertain, and it is said")
    func missing() throws {
        func feature(_ code: String, _ x: Double, _ y: Double) -> String {
            "{\"type\":\"Feature\",\"properties\":{\"code_qp\":\"\(code)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[\(x),\(y)],[\(x + 0.01),\(y)],[\(x + 0.01),\(y + 0.01)],[\(x),\(y + 0.01)],[\(x),\(y)]]]}}"
        }
        let zones = [feature("QN09901N", 2.22, 46.13), feature("QN97401N", 55.45, -20.9)]
        let file = try sandbox.write(
            "{\"type\":\"FeatureCollection\",\"features\":[\(zones.joined(separator: ",\n"))]}", to: "p.geojson")
        let rows = try sandbox.write("lon,lat\n2.225,46.135\n55.455,-20.895\n55.3,-21.1\n", to: "in.csv")
        let result = try sandbox.qpv("audit", rows, "--perimeters", file, "--on", "2024-06-01")
        #expect(
            result.stderr.contains(
                "warning: the perimeters of kind qpv in force on that day are not among the files in La"))
        let verdicts = result.text.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
        #expect(verdicts == ["inside", "uncertain", "uncertain"])
        // No probability, no distance: nothing is known, which is not zero.
        #expect(result.text.contains("\n55.455,-20.895,uncertain,,,,3,,,not_in_force,"))
        let one = try sandbox.qpv(
            "check", "-q", "--json", "--lon", "55.455", "--lat=-20.895", "--perimeters", file, "--on", "2024-06-01")
        #expect(one.text.contains("\"qpv_probability\": null"))
        // In no perimeter a place is outside where the files hold all that there are, and only there.
        for (stated, last) in [([], "uncertain"), (["--covers", "974"], "outside")] {
            let after = try sandbox.qpv(
                ["audit", "-q", rows, "--perimeters", file, "--on", "2025-01-01"] + stated)
            let verdicts = after.text.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
            #expect(verdicts == ["inside", "inside", "\(last)"])
        }
        #expect(try sandbox.qpv("audit", rows, "--perimeters", file, "--vintage", "2024", "-o", file).code == 64)
    }

    @Test("--strict is 1 when another layer than the main one is undecided")
    func strict() throws {
        func file(_ code: String, _ x: Double) throws -> String {
            try sandbox.write(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"\(code)\"},"
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\(x),46.13],[\(x + 0.01),46.13],"
                    + "[\(x + 0.01),46.14],[\(x),46.14],[\(x),46.13]]]}}]}", to: "\(code).geojson")
        }
        let qpv = try file("QN09901N", 2.22), qva = try file("QVA09901", 2.225)
        let rows = try sandbox.write("lon,lat\n2.225,46.135\n", to: "in.csv")
        #expect(try sandbox.qpv("audit", "-q", "--strict", rows, "--perimeters", qpv).code == 0)
        #expect(try sandbox.qpv("audit", "-q", "--strict", rows, "--perimeters", qpv, "--perimeters", qva).code == 1)
        let place = ["check", "-q", "--strict", "--lon", "2.225", "--lat", "46.135", "--perimeters", qpv]
        func check(_ words: [String]) throws -> Int32? {
            try Program.run(
                words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment
            ).code
        }
        #expect(try check(place) == 0)
        #expect(try check(place + ["--perimeters", qva]) == 1)
    }

    @Test("both vintages, two rules and metres on the ground")
    func rules() throws {
        let words = ["--vintage", "2024,2015", "--rule", "tva-300", "--rule", "boundary-street", "--ground"]
        #expect(try audit(words, is: "audit-rules").code == 0)
        try sandbox.expect(try sandbox.qpv("rules"), is: "rules")
        let json = try sandbox.qpv("rules", "--json")
        #expect((try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [Any])?.count == 3)
    }

    @Test("groups of perimeters by code and alias, and of addresses")
    func groups() throws {
        let groups = try sandbox.write(
            "nom;membres\nRive gauche;Les Tilleuls|mare aux fees\nListe;8 avenue du Général Leclerc 23990 Valfictif-sur-Ombre\n",
            to: "groupes.csv")
        #expect(try audit(["--groups", groups, "--aliases", "geodata/aliases.csv"], is: "audit-groups").code == 0)
        let faulty = try sandbox.write("nom;membres\nX;Les Nuages\n", to: "faux.csv")
        let result = try sandbox.qpv("check", "-q", Self.inside, "--groups", faulty)
        #expect(result.code == 65 && sandbox.masked(result.stderr).contains("--> $TMP/faux.csv:2"))
        #expect(result.stderr.contains("of the main layer"))
        let missing = try sandbox.qpv("check", "-q", Self.inside, "--groups", sandbox.path("none.csv"))
        #expect(missing.code == 66)
        // A list of addresses says nothing about a position.
        let position = try sandbox.qpv("check", "-q", "--lon", "2.22", "--lat", "46.13", "--groups", groups)
        #expect(position.code == 65 || position.code == 64)
    }

    @Test("check tells each layer, distance and rule under the verdict, and as JSON")
    func check() throws {
        let words = [
            "check", "-q", "--perimeters", "geodata/perimetres-2024.geojson", "--perimeters", "geodata/qva.geojson",
            "--within", "300,500", "--rule", "tva-300", Self.inside,
        ]
        func run(_ more: [String]) throws -> Program.Result {
            try Program.run(
                words + more, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        }
        try sandbox.expect(try run([]), is: "check-layers")
        try sandbox.expect(try run(["--json"]), is: "check-layers-json")
        let ground = try run(["--ground"])
        #expect(ground.text.contains("metres: on the ground"))
    }

    @Test("a kind stated before the file, and a rule about perimeters that are not there")
    func statedKind() throws {
        let words = [
            "check", "-q", "--json", "--perimeters", "geodata/perimetres-2024.geojson", "--perimeters",
            "npnru=geodata/territoire-vecu.geojson", "--rule", "npnru-500", Self.inside,
        ]
        let result = try Program.run(
            words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(
            result.text.contains("\"npnru_verdict\": \"inside\"") && result.text.contains("\"rule_npnru_500\": \"yes\"")
        )
        let without = try sandbox.qpv("check", "-q", "--rule", "npnru-500", Self.inside)
        #expect(without.code == 64 && without.stderr.contains("--perimeters npnru=FILE"))
        #expect(!without.stderr.contains("Usage:"))
        let positions = try sandbox.qpv("check", "-q", "--rule", "boundary-street", "--lon", "2.22", "--lat", "46.13")
        #expect(positions.code == 64)
    }

    @Test("perimeters that overlap: one row a place, the others in a column; one thread and four write the same")
    func overlaps() throws {
        func feature(_ code: String, _ x: Double) -> String {
            "{\"type\":\"Feature\",\"properties\":{\"code_qp\":\"\(code)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[\(x),46.13],[\(x + 0.01),46.13],[\(x + 0.01),46.14],[\(x),46.14],[\(x),46.13]]]}}"
        }
        let zones = [feature("QN09901N", 2.22), feature("QN09902N", 2.225), feature("QN09903N", 2.235)]
        let file = try sandbox.write(
            "{\"type\":\"FeatureCollection\",\"features\":[\(zones.joined(separator: ",\n"))]}", to: "p.geojson")
        let rows = try sandbox.write("lon,lat\n2.222,46.135\n2.227,46.135\n2.235,46.135\n2.3,46.135\n,\n", to: "in.csv")
        let result = try sandbox.qpv("audit", rows, "--perimeters", file)
        try sandbox.expect(result, is: "audit-overlaps")
        let many = try sandbox.write(Samples.positions(20_000, seed: 7), to: "many.csv")
        let one = try sandbox.qpv("audit", "-q", many, "--perimeters", file, "--within", "50", "--threads", "1")
        let four = try sandbox.qpv("audit", "-q", many, "--perimeters", file, "--within", "50", "--threads", "4")
        #expect(one.code == 0 && one.stdout == four.stdout && one.stdout.count > many.count)
    }

    @Test(
        "wrong options of layers are refused with 64",
        arguments: [
            ["--on", "2023-02-30"], ["--on", "2024-01-01", "--vintage", "2024"], ["--vintage", "new"],
            ["--vintage", "2024,2024"], ["--within", "0"], ["--within", "300,x"],
            ["--within", "0x10"], ["--within", "0.00001"], ["--rule", "tva-500"],
            ["--rule", "tva-300", "--rule", "tva-300"], ["--aliases", "a.csv"],
        ])
    func usage(words: [String]) throws {
        let result = try Program.run(
            ["check", "x"] + words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 64 && result.stdout == [] && result.stderr.hasPrefix("error: "), "\(result.stderr)")
    }

    @Test("perimeters resolve: found, ambiguous and unknown, as text and as JSON")
    func resolve() throws {
        let aliases = ["--aliases", "geodata/aliases.csv", "-q"]
        func run(_ names: [String]) throws -> Program.Result {
            try Program.run(
                ["perimeters", "resolve"] + names + aliases, input: .nothing, stdout: .kept, stderr: .kept,
                environment: sandbox.environment)
        }
        let found = try run(["Deux Rives", "qn09901m", "BOIS-FEINT", "Mare"])
        try sandbox.expect(found, is: "perimeters-resolve")
        #expect(found.code == 0)
        let open = try run(["Valfictif-sur-Ombre", "Tileuls fictifs", "Deux Rives", "--commune", "23901"])
        try sandbox.expect(open, is: "perimeters-resolve-open")
        #expect(open.code == 1)
        let json = try run(["--json", "Deux Rives"])
        #expect(try JSONSerialization.jsonObject(with: Data(json.stdout)) is [Any])
        let bad = try sandbox.write("a;b\n1;2\n", to: "bad.csv")
        #expect(try sandbox.qpv("perimeters", "resolve", "x", "-q", "--aliases", bad).code == 65)
    }
}
