import Foundation
import TestSupport
import Testing

@Suite("qpv compare")
struct CompareTests {
    let sandbox = try! Sandbox()
    private static let old = "geodata/perimetres-2015.geojson", new = "geodata/perimetres-2024.geojson"

    @Test("the sample's vintages: summary, crosswalk with addresses, differences, provenance")
    func sample() throws {
        let result = try sandbox.qpv(
            "compare", Self.old, Self.new, "--gazetteer", "geodata/adresses.csv", "-o", sandbox.path("passage.csv"),
            "--geojson", sandbox.path("differences.geojson"))
        try sandbox.expect(
            result, is: "compare", files: ["passage.csv", "passage.csv.provenance.json"])
        #expect(result.code == 0)
        let bytes = try #require(sandbox.bytes("differences.geojson"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let features = try #require(object["features"] as? [[String: Any]])
        let changes = features.compactMap { ($0["properties"] as? [String: Any])?["change"] as? String }
        #expect(Set(changes) == ["kept", "lost", "gained"] && changes.count == features.count)
        #expect(sandbox.bytes("differences.geojson.provenance.json") != nil)
    }

    @Test("without any output the summary is all, quiet says nothing, JSON says all")
    func outputs() throws {
        try sandbox.expect(try sandbox.qpv("compare", Self.old, Self.new), is: "compare-summary")
        let quiet = try sandbox.qpv("compare", Self.old, Self.new, "-q", "-o", "-")
        #expect(quiet.stderr == "" && quiet.text.hasPrefix("old_code,old_name,"))
        let json = try sandbox.qpv("compare", Self.old, Self.new, "--json")
        try sandbox.expect(json, is: "compare-json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [String: Any])
        #expect((object["crosswalk"] as? [Any])?.count == 7)
        let differences = try sandbox.qpv("compare", Self.old, Self.new, "--geojson", "-")
        #expect(differences.text.hasPrefix(#"{"type":"FeatureCollection""#))
    }

    @Test("a vintage against itself: all is kept, nothing lost or gained")
    func same() throws {
        let result = try sandbox.qpv("compare", Self.new, Self.new, "--geojson", sandbox.path("d.geojson"))
        try sandbox.expect(result, is: "compare-same")
        #expect(sandbox.text("d.geojson")?.contains("lost") == false)
    }

    @Test("rows whose verdict changes come out in order, with those not located; whatever the threads")
    func audit() throws {
        let words = [
            "compare", Self.old, Self.new, "--gazetteer", "geodata/adresses.csv", "--audit",
            "geodata/beneficiaires.csv",
        ]
        func run(_ more: String...) throws -> Program.Result {
            try Program.run(
                words + more, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        }
        try sandbox.expect(
            try run("-o", sandbox.path("rows.csv")), is: "compare-audit", files: ["rows.csv.provenance.json"])
        _ = try run("-o", sandbox.path("one.csv"), "--threads", "1")
        let bytes = try #require(sandbox.bytes("rows.csv"))
        #expect(bytes == sandbox.bytes("one.csv"))
        let text = String(decoding: bytes, as: UTF8.self)
        for change in ["entered", "left", "not_located", "now_uncertain"] {
            #expect(text.contains(";\(change)\r\n"), "\(change)")
        }
        let numbers = text.split(separator: "\r\n").dropFirst().compactMap { row in
            Int(row.prefix { $0 != ";" }.filter(\.isNumber))
        }
        #expect(numbers == numbers.sorted() && numbers.count > 50)
    }

    @Test("positions need no gazetteer, addresses take the default one and say so")
    func positions() throws {
        let rows = try sandbox.write("n,lon,lat\n1,2.2135,46.1385\n2,2.5,46.5\n3,,\n", to: "p.csv")
        try sandbox.expect(
            try sandbox.qpv("compare", Self.old, Self.new, "--audit", rows, "-o", sandbox.path("out.csv")),
            is: "compare-positions", files: ["out.csv"])
        let addresses = try sandbox.qpv(
            "compare", Self.old, Self.new, "--audit", "geodata/beneficiaires.csv", "-o", sandbox.path("a.csv"))
        #expect(addresses.code == 0 && sandbox.bytes("a.csv") != nil)
        #expect(addresses.stderr.contains("note: no --gazetteer given: using the fictional sample"))
        #expect(sandbox.text("a.csv.provenance.json")?.contains("\"gazetteer\"") == true)
        let kinds = try sandbox.qpv("compare", Self.old, "geodata/qva.geojson", "-o", sandbox.path("k.csv"))
        #expect(kinds.stderr == "note: the older file holds perimeters of the kind qpv, the newer qva\n")
    }

    @Test("what cannot be used is named, and nothing is called gone or new for it")
    func unusable() throws {
        let text = try String(contentsOfFile: Self.new, encoding: .utf8)
        let broken = text.replacing(#""code_qp": "QN09903I""#, with: #""code_qp": "QN09913I""#)
            .replacingOccurrences(
                of: #"("QN09913I".*"coordinates": )\[\[\[.*\]\]\]"#,
                with: "$1[[[[2.2,46.1],[2.2,46.1],[2.2,46.1],[2.2,46.1]]]]", options: .regularExpression)
        let file = try sandbox.write(broken, to: "broken.geojson")
        let result = try sandbox.qpv("compare", Self.old, file, "-o", sandbox.path("c.csv"))
        try sandbox.expect(result, is: "compare-unusable", files: ["c.csv"])
        #expect(result.code == 0)
    }

    @Test("bad input is refused, and no output is left")
    func refused() throws {
        let cases: [([String], Int32)] = [
            (["compare", Self.old], 64), (["compare", Self.old, Self.new, "--kept", "0.2"], 64),
            (["compare", Self.old, Self.new, "--linked", "0"], 64),
            (["compare", Self.old, Self.new, "--linked", "0.995"], 64),
            (["compare", Self.old, Self.new, "--audit", "geodata/beneficiaires.csv"], 64),
            (["compare", Self.old, Self.new, "--lon", "a", "--lat", "b"], 64),
            (["compare", Self.old, Self.new, "--json", "-o", "-"], 64),
            (["compare", Self.old, Self.new, "--geojson", sandbox.path("c"), "-o", sandbox.path("c")], 64),
            (["compare", Self.old, Self.new, "--geojson", "-", "--json"], 64),
            (["compare", Self.old, "nowhere.geojson"], 66), (["compare", Self.old, "geodata"], 66),
            (["compare", Self.old, "geodata/adresses.csv"], 65),
            (["compare", Self.old, Self.new, "--gazetteer", "nowhere.qpvg"], 66),
            (["compare", Self.old, Self.new, "-o", sandbox.path("none/c.csv")], 73),
            (["compare", Self.old, Self.new, "-o", "/dev/full"], 74),
            (["compare", Self.old, Self.new, "-o", Self.new], 64),
            (["compare", Self.old, Self.new, "--geojson", Self.old], 64),
        ]
        for (words, code) in cases {
            let result = try Program.run(
                words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
            #expect(result.code == code, "\(words): \(result.stderr)")
            #expect(result.stderr.hasPrefix("error: ") || code == 64, "\(words): \(result.stderr)")
        }
        #expect(try sandbox.names(in: ".") == ["home", "tmp"])
    }
}
