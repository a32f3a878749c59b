import Foundation
import TestSupport
import Testing

@Suite("qpv verify")
struct VerifyTests {
    let sandbox = try! Sandbox()

    private func audit(to name: String = "out.csv") throws -> String {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let output = sandbox.path(name)
        #expect(try sandbox.qpv("audit", "-q", file, "-o", output, "--gazetteer", Samples.gazetteer.path).code == 0)
        return output
    }

    @Test("an output belongs to its provenance until one of them changes; a changed input is a note")
    func oneFile() throws {
        let output = try audit()
        let good = try sandbox.qpv("verify", output)
        #expect(good.code == 0 && good.text.hasPrefix("The output and its provenance belong together."))
        #expect(good.text.contains("in.csv: as it was read"))
        try sandbox.write("id;adresse;cp;commune\n", to: "in.csv")
        let changed = try sandbox.qpv("verify", output)
        #expect(changed.code == 0 && changed.text.contains("in.csv: has changed since it was read"))
        let provenance = try #require(sandbox.bytes("out.csv.provenance.json"))
        try sandbox.write(try #require(sandbox.bytes("out.csv")) + [10], to: "out.csv")
        try sandbox.expect(try sandbox.qpv("verify", output), is: "verify-differs")
        #expect(try sandbox.qpv("verify", output).code == 65)
        #expect(try sandbox.qpv("verify", "-q", output).text == "")
        // The state after a kill between the two names: a new output beside the old provenance.
        _ = try audit(to: "new.csv")
        let other = try #require(sandbox.bytes("new.csv"))
        try sandbox.write("id;adresse;cp;commune\n9;12 rue Rosa Parks;23990;Valfictif-sur-Ombre\n", to: "in2.csv")
        let second = try sandbox.qpv(
            "audit", "-q", sandbox.path("in2.csv"), "-o", output, "--gazetteer", Samples.gazetteer.path)
        #expect(second.code == 0)
        try sandbox.write(provenance, to: "out.csv.provenance.json")
        #expect(try sandbox.qpv("verify", output).code == 65)
        try sandbox.write(other, to: "out.csv")
        #expect(try sandbox.qpv("verify", output).code == 0)
    }

    @Test("an output that was renamed with its provenance still belongs to it")
    func renamed() throws {
        _ = try audit()
        for ending in ["", ".provenance.json"] {
            try FileManager.default.moveItem(
                atPath: sandbox.path("out.csv" + ending), toPath: sandbox.path("final.csv" + ending))
        }
        #expect(try sandbox.qpv("verify", sandbox.path("final.csv")).code == 0)
    }

    @Test("all outputs of a run belong together, and an absent or older one is told")
    func severalFiles() throws {
        let file = try audit()
        let outputs = ["r.html", "r.json", "r.xlsx"].map(sandbox.path)
        let words = ["stats", "-q", file] + outputs.flatMap { ["-o", $0] }
        #expect(try sandbox.qpv(words).code == 0)
        for output in outputs { #expect(try sandbox.qpv("verify", output).code == 0) }
        let old = try #require(sandbox.bytes("r.json"))
        try sandbox.write(Array("{}".utf8), to: "r.json")
        let older = try sandbox.qpv("verify", outputs[0])
        #expect(older.code == 65 && older.text.contains("r.json: not what the run wrote"))
        try FileManager.default.removeItem(atPath: outputs[1])
        let absent = try sandbox.qpv("verify", "--json", outputs[0])
        #expect(absent.code == 65 && absent.text.contains("\"state\": \"absent\""))
        try sandbox.write(old, to: "r.json")
        #expect(try sandbox.qpv("verify", outputs[2]).code == 0)
    }

    @Test("a folder of sheets, and one sheet of it")
    func folder() throws {
        let path = sandbox.path("fiches")
        #expect(try sandbox.qpv("sheet", "-q", "--all", "-o", path, "--gazetteer", Samples.gazetteer.path).code == 0)
        #expect(try sandbox.qpv("verify", path).code == 0)
        let name = try #require(try sandbox.names(in: "fiches").first { $0.hasPrefix("QN") && $0.hasSuffix(".html") })
        #expect(try sandbox.qpv("verify", "\(path)/\(name)").code == 0)
        try sandbox.write("other", to: "fiches/\(name)")
        #expect(try sandbox.qpv("verify", path).code == 65)
        try sandbox.write("other", to: "fiches/stranger.html")
        #expect(try sandbox.qpv("verify", "\(path)/stranger.html").code == 66)
    }

    @Test("without a provenance it is 66, and with one that states no digest 65")
    func none() throws {
        let file = try sandbox.write("a;b\n", to: "a.csv")
        try sandbox.expect(try sandbox.qpv("verify", file), is: "verify-no-provenance")
        #expect(try sandbox.qpv("verify", file).code == 66)
        #expect(try sandbox.qpv("verify", sandbox.path("nowhere.csv")).code == 66)
        #expect(try sandbox.qpv("verify", sandbox.path("home")).code == 66)
        try sandbox.write("{\"program\": {}}", to: "a.csv.provenance.json")
        #expect(try sandbox.qpv("verify", file).code == 65)
        try sandbox.write("not json", to: "a.csv.provenance.json")
        #expect(try sandbox.qpv("verify", file).code == 65)
    }

    @Test(
        "an output of a long name has its provenance under a shorter one, and verify finds it",
        arguments: [239, 240, 255])
    func longName(count: Int) throws {
        let output = try audit(to: String(repeating: "a", count: count - 4) + ".csv")
        #expect(try sandbox.qpv("verify", output).code == 0)
        #expect(try sandbox.names(in: "").count { $0.hasSuffix(".provenance.json") } == 1)
    }

    @Test("an output about persons is no more readable than its input, nor is its provenance")
    func readers() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        chmod(file, 0o600)
        let output = sandbox.path("out.csv")
        #expect(try sandbox.qpv("audit", "-q", file, "-o", output, "--gazetteer", Samples.gazetteer.path).code == 0)
        #expect(try sandbox.qpv("stats", "-q", output, "-o", sandbox.path("r.html")).code == 0)
        for name in ["out.csv", "out.csv.provenance.json", "r.html", "r.html.provenance.json"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: sandbox.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test("a message has at most 4 kB, whatever the names in it")
    func messages() throws {
        let heading = (0..<400).map { "colonne \(String(repeating: "é", count: 40)) \($0)" }.joined(separator: ";")
        let file = try sandbox.write(heading + "\n" + String(repeating: "x;", count: 399) + "x\n", to: "in.csv")
        let result = try sandbox.qpv("audit", "-q", file)
        #expect(result.code == 65 && result.stderr.hasPrefix("error:"))
        #expect(result.stderr.utf8.count <= 4096)
    }
}
