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

    @Test("the default gazetteer is an input too: it is not written over")
    func defaultGazetteer() throws {
        let folder = try sandbox.makeFolder("data")
        try FileManager.default.copyItem(
            atPath: RealData.package.appendingPathComponent("geodata/adresses.csv").path, toPath: "\(folder)/ban.qpvg")
        let before = sandbox.bytes("data/ban.qpvg")
        var environment = sandbox.environment
        environment["QPV_HOME"] = folder
        let result = try Program.run(
            ["compare", Self.old, Self.new, "--audit", "geodata/beneficiaires.csv", "-o", "\(folder)/ban.qpvg"],
            input: .nothing, stdout: .kept, stderr: .kept, environment: environment)
        #expect(result.code == 64 && result.stderr.contains("error: the output would replace an input"))
        #expect(sandbox.bytes("data/ban.qpvg") == before)
    }

    @Test("outputs appear together or not at all, and no two of them are one file, whatever the paths")
    func bothOutputs() throws {
        let table = sandbox.path("f.csv")
        let failed = try sandbox.qpv("compare", Self.old, Self.new, "-o", table, "--geojson", sandbox.path("none/x"))
        #expect(failed.code == 73)
        #expect(try sandbox.qpv("compare", Self.old, Self.new, "-o", table, "--geojson", "/dev/full").code == 74)
        _ = try sandbox.makeFolder("d")
        for other in ["d/../f.csv", "f.csv.provenance.json", "./f.csv"] {
            let same = try sandbox.qpv("compare", Self.old, Self.new, "-o", table, "--geojson", sandbox.path(other))
            #expect(same.code == 64, "\(other): \(same.stderr)")
            let turned = try sandbox.qpv("compare", Self.old, Self.new, "--geojson", table, "-o", sandbox.path(other))
            #expect(turned.code == 64, "\(other): \(turned.stderr)")
        }
        for words in [["-o", "-", "--geojson", "/dev/stdout"], ["-o", "/dev/stdout", "--json"]] {
            let result = try Program.run(
                ["compare", Self.old, Self.new] + words, input: .nothing, stdout: .kept, stderr: .kept,
                environment: sandbox.environment)
            #expect(result.code == 64 && result.stdout == [], "\(words): \(result.stderr)")
        }
        #expect(try sandbox.names(in: ".") == ["d", "home", "tmp"])
        let nowhere = try sandbox.qpv("compare", Self.old, Self.new, "-o", "/dev/null", "--geojson", "/dev/null")
        #expect(nowhere.code == 0)
    }

    @Test("the files are read as by any other command: layers, CRS, and what is said of them")
    func reading() throws {
        var zip = ZipMaker()
        let bytes = [UInt8](try Data(contentsOf: RealData.package.appendingPathComponent(Self.new)))
        zip.add("a.geojson", bytes)
        zip.add("b.geojson", bytes)
        let archive = try sandbox.write(zip.bytes, to: "p.zip")
        let several = try sandbox.qpv("compare", Self.old, archive)
        #expect(several.code == 65 && several.stderr.contains("name one with --new-layer"))
        let read = try sandbox.qpv("compare", Self.old, archive, "--new-layer", "b", "-o", sandbox.path("c.csv"))
        #expect(read.stderr == "note: read b.geojson, one of 2 layers in \(archive)\n")
        #expect(sandbox.text("c.csv.provenance.json")?.contains(#""layer": "b""#) == true)
        let text = String(decoding: bytes, as: UTF8.self).replacing(
            "urn:ogc:def:crs:OGC:1.3:CRS84", with: "EPSG:1")
        let file = try sandbox.write(text, to: "p.geojson")
        let unknown = try sandbox.qpv("compare", Self.old, file)
        #expect(
            unknown.code == 65
                && unknown.stderr
                    == "error: the CRS \"EPSG:1\" is not known\n  --> \(file)\n  = state the CRS with --new-crs\n"
        )
        let stated = try sandbox.qpv("compare", Self.old, file, "--new-crs", "4326", "-o", sandbox.path("c.csv"))
        #expect(stated.code == 0)
        #expect(sandbox.text("c.csv.provenance.json")?.contains(#""crs": "EPSG:4326 (WGS 84)""#) == true)
        let none = try sandbox.qpv(
            "compare", Self.old, Self.new, "--audit", "geodata/beneficiaires.csv", "-o", sandbox.path("n.csv"),
            "--address-columns", ",")
        #expect(none.code == 64)
    }
}
