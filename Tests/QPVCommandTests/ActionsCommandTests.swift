import Foundation
import TestSupport
import Testing

@Suite("qpv actions")
struct ActionsCommandTests {
    let sandbox = try! Sandbox()

    private func run(_ words: [String]) throws -> Program.Result {
        try Program.run(words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
    }

    @Test("the sample: report, rows, provenance")
    func sample() throws {
        let result = try sandbox.qpv(
            "actions", "geodata/actions.csv", "--aliases", "geodata/aliases.csv", "-o", sandbox.path("actions.md"),
            "--rows", sandbox.path("rows.csv"))
        try sandbox.expect(
            result, is: "actions", files: ["actions.md", "rows.csv", "rows.csv.provenance.json"])
        #expect(result.code == 0)
    }

    @Test("in English, one commune, no venues")
    func english() throws {
        let file = try sandbox.write(
            """
            projet;zone;aide de la ville;cout;participants
            Jardin;Deux Rives;1 000 €;5 000 (11,5 %);12
            Jardin;3 QPV;NC;2 000;12
            Vélo;Saint-Fictif-la-Plaine;78,6 %;1 043;douze

            """, to: "a.csv")
        let ages = try sandbox.write(
            """
            titre;tranche;total;pct_qpv
            Vélo;6-15;8;50 %
            Vélo;Total;9;NC

            """, to: "ages.csv")
        let result = try sandbox.qpv(
            "actions", "-q", file, "--column", "title=projet", "--scope", "zone", "--funding", "aide de la ville",
            "--commune", "Saint-Fictif-la-Plaine", "--lang", "en", "--aliases", "geodata/aliases.csv", "--ages", ages)
        try sandbox.expect(result, is: "actions-en")
        #expect(result.code == 0)
    }

    @Test("bad input is refused, and no output is left")
    func refused() throws {
        let file = try sandbox.write("id;texte\n1;x\n", to: "in.csv")
        let ages = try sandbox.write("id;total\n1;2\n", to: "ages.csv")
        let cases: [([String], Int32)] = [
            (["actions"], 64), (["actions", file], 65), (["actions", "nowhere.csv"], 66),
            (["actions", file, "--scope", "nope"], 65), (["actions", file, "--scope", "texte", "--cost", "nope"], 65),
            (["actions", file, "--column", "scope"], 64), (["actions", file, "--column", "nope=texte"], 64),
            (["actions", file, "--scope", "texte", "--column", "scope=texte"], 64),
            (["actions", file, "--scope", "texte", "--funding", "id", "--funding", "id"], 64),
            (["actions", file, "--scope", "texte", "--ages", ages], 65),
            (["actions", file, "--scope", "texte", "--ages", "nowhere.csv"], 66),
            (["actions", file, "--scope", "texte", "--aliases", "geodata/actions.csv"], 65),
            (["actions", file, "--scope", "texte", "--commune", "Nulle Part"], 65),
            (["actions", file, "--scope", "texte", "--rows", "-"], 64),
            (["actions", file, "--scope", "texte", "-o", file], 64),
            (["actions", file, "--scope", "texte", "-o", sandbox.path("r.csv"), "--rows", sandbox.path("r.csv")], 64),
            (["actions", file, "--scope", "texte", "--rows", file, "-o", "-"], 64),
            (["actions", file, "--scope", "texte", "-o", sandbox.path("none/r.md")], 73),
            (["actions", file, "--scope", "texte", "--rows", "/dev/full", "-o", "-"], 74),
            (["actions", "-", "--aliases", "-"], 64),
        ]
        for (words, code) in cases {
            let result = try run(words)
            #expect(result.code == code, "\(words): \(result.stderr)")
        }
        #expect(try sandbox.names(in: ".") == ["ages.csv", "home", "in.csv", "tmp"])
        try sandbox.expect(try run(["actions", file, "-q"]), is: "actions-no-scope")
    }
}

@Suite("qpv residences")
struct ResidencesCommandTests {
    let sandbox = try! Sandbox()

    @Test("the sample: report, rows, provenance")
    func sample() throws {
        let result = try sandbox.qpv(
            "residences", "geodata/residences.csv", "-o", sandbox.path("residences.md"), "--rows",
            sandbox.path("rows.csv"))
        try sandbox.expect(
            result, is: "residences", files: ["residences.md", "rows.csv", "rows.csv.provenance.json"])
        #expect(result.code == 0)
    }

    @Test("cells that hold no number are listed, and a commune that is not the one found")
    func faults() throws {
        let file = try sandbox.write(
            """
            rue;ville;lgts;euros
            12 rue Rosa Parks;Valfictif-sur-Ombre;NC;1 043
            12 rue Rosa Parks;Saint-Fictif-la-Plaine;8;78,6 %
            rue de Nulle Part;;;douze
            ;Valfictif-sur-Ombre;3;5 000 (11,5 %)

            """, to: "r.csv")
        let result = try sandbox.qpv("residences", "-q", file, "--amount", "euros", "--lang", "en")
        try sandbox.expect(result, is: "residences-faults")
        #expect(result.code == 0)
    }

    @Test("bad input is refused, and no output is left")
    func refused() throws {
        let file = try sandbox.write("id;texte\n1;x\n", to: "in.csv")
        let cases: [([String], Int32)] = [
            (["residences"], 64), (["residences", file], 65), (["residences", "nowhere.csv"], 66),
            (["residences", file, "--address-columns", "nope"], 65),
            (["residences", file, "--address-columns", "texte", "--dwellings", "nope"], 65),
            (["residences", file, "--address-columns", "texte", "--one-address"], 64),
            (["residences", file, "--address-columns", "texte", "--rows", "-"], 64),
            (["residences", file, "--address-columns", "texte", "-o", file], 64),
            (
                [
                    "residences", file, "--address-columns", "texte", "-o", sandbox.path("r.md"), "--rows",
                    sandbox.path("r.md"),
                ], 64
            ),
            (["residences", file, "--address-columns", "texte", "-o", "r.docx"], 64),
            (["residences", file, "--address-columns", "texte", "-o", sandbox.path("none/r.md")], 73),
            (["residences", file, "--address-columns", "texte", "--gazetteer", "nowhere.csv"], 66),
        ]
        for (words, code) in cases {
            let result = try Program.run(
                words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
            #expect(result.code == code, "\(words): \(result.stderr)")
        }
        #expect(try sandbox.names(in: ".") == ["home", "in.csv", "tmp"])
    }
}
