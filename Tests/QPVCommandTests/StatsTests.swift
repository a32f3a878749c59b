import Foundation
import Interchange
import TestSupport
import Testing

@Suite("qpv stats")
struct StatsTests {
    let sandbox = try! Sandbox()
    private static let perimeters = "geodata/perimetres-2024.geojson"

    private func stats(_ words: String...) throws -> Program.Result { try run(words) }

    private func run(_ words: [String]) throws -> Program.Result {
        try Program.run(
            ["stats"] + words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
    }

    private static let audited = """
        Dossier;Action;Sexe;Age;Montant;qpv_verdict;qpv_code;qpv_name;qpv_quality
        1;Sport;F;12;1 043;inside;QN1;Lilas;1
        2;Sport;H;200;5 000 (11,5 %);inside;QN1;Lilas;2
        2;Café;H;40;78,6 %;outside;;;1
        3;Café;X;-4;NC;uncertain;;;3
        4;Café;F;70;;not_located;;;3
        ;TOTAL;;;5;inside;QN1;Lilas;1

        """

    @Test("the sample's beneficiaries: the whole report, the same from the audited file and whatever the threads")
    func sample() throws {
        let common = ["--perimeters", Self.perimeters, "--gazetteer", Samples.gazetteer.path]
        let options = ["--at", "2024-12-31", "--target", "25%"]
        let result = try run(["geodata/beneficiaires.csv"] + common + options)
        try sandbox.expect(masked(result), is: "stats")
        #expect(result.code == 0 && result.text.contains("- Total : **600**"))
        let one = try run(["geodata/beneficiaires.csv", "--threads", "1"] + common + options)
        #expect(one.stdout == result.stdout)
        _ = try Program.run(
            ["audit", "geodata/beneficiaires.csv", "-q", "-o", sandbox.path("audite.csv")] + common, input: .nothing,
            stdout: .kept, stderr: .kept, environment: sandbox.environment)
        let audited = try run([sandbox.path("audite.csv")] + options)
        func tables(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.hasPrefix("|") } }
        #expect(tables(audited.text) == tables(result.text) && !tables(result.text).isEmpty)
    }

    /// The compiled gazetteer lies in a folder of its own.
    private func masked(_ result: Program.Result) -> Program.Result {
        let folder = Samples.gazetteer.path
        return Program.Result(
            arguments: result.arguments.map { $0.replacingOccurrences(of: folder, with: "ban.qpvg") },
            stdout: Array(result.text.replacingOccurrences(of: folder, with: "ban.qpvg").utf8),
            stderr: result.stderr.replacingOccurrences(of: folder, with: "ban.qpvg"), code: result.code,
            signal: result.signal, peakKilobytes: result.peakKilobytes)
    }

    @Test("faulty cells are counted and told with their lines; nothing is a zero")
    func faults() throws {
        let file = try sandbox.write(Self.audited, to: "a.csv")
        try sandbox.expect(
            try stats(file, "--disclosure", "none", "--lang", "en"), is: "stats-faults")
        try sandbox.expect(
            try stats(file, "--value", "Montant", "--unit", "euros", "--by", "Action"), is: "stats-euros")
        let persons = try stats(file, "--disclosure", "none", "--id", "Dossier", "--by", "action")
        #expect(persons.code == 0 && persons.stderr.contains("one identifier, contradictory verdicts"))
    }

    @Test("against an earlier file and an earlier report: the same changes, and a warning")
    func against() throws {
        let old = try sandbox.write(Self.audited.replacing("uncertain", with: "outside"), to: "old.csv")
        let new = try sandbox.write(Self.audited, to: "new.csv")
        let json = sandbox.path("old.json")
        #expect(try stats(old, "--disclosure", "none", "-o", json).code == 0)
        let first = try stats(new, "--disclosure", "none", "--against", old, "-q")
        let second = try stats(new, "--disclosure", "none", "--against", json, "-q")
        #expect(first.code == 0 && first.text.contains("Évolution"))
        func tables(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.hasPrefix("|") } }
        #expect(tables(first.text) == tables(second.text))
    }

    @Test("a report that tells a person by its difference from an earlier one is refused, or says that it does")
    func differencing() throws {
        let rows = (0..<60).map { "\($0);Sport;\($0 % 2 == 0 ? "F" : "H");30;;inside;QN1;Lilas;1\n" }
        let head = "Dossier;Action;Sexe;Age;Montant;qpv_verdict;qpv_code;qpv_name;qpv_quality\n"
        let old = try sandbox.write(head + rows.joined(), to: "old.csv")
        let new = try sandbox.write(head + rows.dropLast().joined(), to: "new.csv")
        let json = sandbox.path("old.json"), output = sandbox.path("new.md")
        #expect(try stats(old, "-q", "-o", json).code == 0)
        for earlier in [json, old] {
            let refused = try stats(new, "-q", "--against", earlier, "-o", output)
            #expect(refused.code == 65 && refused.stderr.contains("--accept-differencing"), "\(refused.stderr)")
            #expect(sandbox.bytes("new.md") == nil)
        }
        #expect(try stats(new, "-q", "--against", json, "-o", output, "--accept-differencing").code == 0)
        #expect(sandbox.text("new.md")?.contains("Ce risque a été accepté") == true)
        #expect(sandbox.text("new.md.provenance.json")?.contains("\"differencing_accepted\": true") == true)
        let same = try stats(old, "-q", "--against", json)
        #expect(same.code == 0 && same.stderr.hasPrefix("warning: two publications"))
        #expect(try stats(new, "-q").text.contains("peut révéler un petit effectif par différence"))
    }

    @Test("a count that one report hides and the other shows is a difference too, and so is one in another language")
    func differencingOfHidden() throws {
        let head = "Action;qpv_verdict;qpv_code;qpv_name;qpv_quality\n"
        func rows(_ inside: Int, _ outside: Int, others: Int = 40) -> String {
            String(repeating: "Sport;inside;QN1;Lilas;1\n", count: inside)
                + String(repeating: "Sport;outside;;;1\n", count: outside)
                + String(repeating: "Permis;inside;QN1;Lilas;1\n", count: others)
                + String(repeating: "Permis;outside;;;1\n", count: others)
        }
        func refuses(_ old: String, _ new: String, _ language: String) throws -> Bool {
            let json = sandbox.path("old.json")
            #expect(try stats(sandbox.write(head + old, to: "old.csv"), "-q", "--lang", language, "-o", json).code == 0)
            let result = try stats(sandbox.write(head + new, to: "new.csv"), "-q", "--against", json)
            #expect(result.code == 0 || result.stderr.contains("--accept-differencing"), "\(result.stderr)")
            return result.code == 65
        }
        for language in ["fr", "en"] {
            #expect(try !refuses(rows(20, 20), rows(20, 20), language))
            #expect(try !refuses(rows(3, 20), rows(3, 20), language))
            #expect(try refuses(rows(20, 20), rows(20, 19), language))
            // As many as before, and one moved in: what was shown is hidden.
            #expect(try refuses(rows(5, 20), rows(4, 21), language))
            #expect(try refuses(rows(4, 21), rows(5, 20), language))
            // The other group is as it was, and what is shown of it now was hidden to protect the first.
            #expect(try refuses(rows(3, 20), rows(30, 50), language))
            // Many came everywhere: what was hidden tells nothing.
            #expect(try !refuses(rows(3, 20), rows(30, 50, others: 60), language))
        }
    }

    @Test("one person of a sex that is none of the table's is in no format, nor a code among words")
    func oddSex() throws {
        let rows = String(repeating: "20;F;inside;QN1;1\n21;H;outside;;1\n", count: 20)
        for odd in ["NB", "X", "1", "2"] {
            let file = try sandbox.write(
                "Age;Sexe;qpv_verdict;qpv_code;qpv_quality\n" + rows + "22;\(odd);inside;QN1;1\n", to: "a.csv")
            let names = ["r.json", "r.md", "r.csv"]
            #expect(try run([file, "-q"] + names.flatMap { ["-o", sandbox.path($0)] }).code == 0)
            let csv = try #require(sandbox.text("r.csv"))
            let lines = csv.split(whereSeparator: \.isNewline).filter { $0.contains("Sexe inconnu;") }
            #expect(!lines.isEmpty)
            for line in lines {
                let cells = line.split(separator: ";", omittingEmptySubsequences: false)
                #expect(!cells.contains("1"), "\(odd): \(line)")
            }
            let json = try JSONValue.parse(Array(try #require(sandbox.bytes("r.json"))), name: "r.json")
            for block in (json["sections"]?.array ?? []).flatMap({ $0["blocks"]?.array ?? [] }) {
                for row in block["rows"]?.array ?? [] where block["name"]?.string == "age_sex" {
                    #expect(row["values"]?["unknown_n"]?.integer != 1, "\(odd)")
                }
            }
            #expect(try #require(sandbox.text("r.md")).contains("sexe illisible") == (Int(odd) == nil))
            #expect(!(try #require(sandbox.text("r.md"))).contains("compté en sexe inconnu | 1 |"))
        }
    }

    @Test("every format is written, and all together or none")
    func formats() throws {
        let file = try sandbox.write(Self.audited, to: "a.csv")
        let names = ["r.html", "r.md", "r.csv", "r.json", "r.xlsx"]
        let outputs = names.flatMap { ["-o", sandbox.path($0)] }
        #expect(try run([file] + outputs).code == 0)
        for name in names { #expect(sandbox.bytes(name)?.isEmpty == false, "\(name)") }
        #expect(try run([file, "-o", sandbox.path("x.md"), "-o", "/dev/full"]).code != 0)
        #expect(sandbox.bytes("x.md") == nil)
    }

    @Test("bad input is refused with its code, and says what there is")
    func refused() throws {
        let file = try sandbox.write(Self.audited, to: "a.csv")
        let births = try sandbox.write("Naissance;qpv_verdict\n01/01/2000;inside\n", to: "b.csv")
        let unknown = try stats(file, "--by", "nope")
        #expect(unknown.code == 65 && unknown.stderr.contains("no column is named \"nope\""))
        #expect(unknown.stderr.contains("columns of the file: \"Dossier\", \"Action\""))
        let cases: [([String], Int32)] = [
            ([file, "--bands", "5-0"], 64), ([file, "--target", "0.25"], 64), ([file, "--target", "120%"], 64),
            ([file, "--threshold", "1"], 64), ([file, "--disclosure", "cell-key"], 64), ([file, "--seed", "1"], 64),
            ([file, "--unit", "euros"], 64), ([file, "--id", "Dossier", "--value", "Montant"], 64),
            ([file, "--birth-column", "Age"], 64), ([births], 64), ([file, "--perimeters", Self.perimeters], 64),
            ([file, "--within", "300"], 64), ([file, "-o", "r.pdf"], 64), (["nowhere.csv"], 66),
            ([file, "--against", "nowhere.csv"], 66), ([file, "-o", sandbox.path("none/r.md")], 73),
            ([file, "--verdict-column", "nope"], 65), ([file, "--id", "nope"], 65),
        ]
        for (words, code) in cases {
            let result = try run(words)
            #expect(result.code == code, "\(words): \(result.stderr)")
            #expect(result.stderr.contains("error: ") && result.stdout == [], "\(words)")
        }
        let header = try sandbox.write("Action;Sexe;qpv_verdict\n", to: "h.csv")
        let empty = try stats(header, "-q")
        #expect(empty.code == 0 && empty.text.contains("n. c."))
        let noise = try stats(file, "-q", "--disclosure", "cell-key", "--seed", "42")
        #expect(noise.code == 0 && noise.text.contains("clés de cellules"))
    }
}
