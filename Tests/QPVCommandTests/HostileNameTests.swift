import Foundation
import TestSupport
import Testing

/// Names, paths and limits as a person meets them in a terminal.
@Suite("hostile names") struct HostileNameTests {
    let sandbox = try! Sandbox()

    private static let sample = [UInt8](
        try! Data(contentsOf: RealData.package.appendingPathComponent("geodata/perimetres-2024.geojson")))

    @Test("control characters of a file never reach a terminal, and JSON stays JSON")
    func controls() throws {
        let text = String(decoding: Self.sample, as: UTF8.self)
            .replacing("\"lib_qp\": \"", with: "\"lib_qp\": \"\\u001b[31m\\u009b2J\\u202e")
        let file = try sandbox.write(text, to: "p\u{1B}[2J.geojson")
        var zip = ZipMaker()
        zip.add("\u{1B}[31mx.geojson", Array(text.utf8))
        let archive = try sandbox.write(zip.bytes, to: "a}{.zip")
        let place = ["check", "--lon", "2.2226802", "--lat", "46.1335562", "--perimeters"]
        let absent = sandbox.path("\u{1B}[0m\r.geojson")
        for words in [
            ["perimeters", "info", file], ["perimeters", "info", archive], place + [file], place + ["--json", file],
            ["perimeters", "info", "--json", archive], ["perimeters", "info", absent], ["perimeters", "\u{1B}[1m"],
        ] {
            let words = words.contains("--json") && words[0] == "check" ? place + [file, "--json"] : words
            let result = try sandbox.qpv(words)
            for scalar in (result.text + result.stderr).unicodeScalars {
                let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
                #expect(!isControl && scalar != "\u{202E}", "\(words)")
            }
            if words.contains("--json") {
                #expect(throws: Never.self, "\(words)") { try JSONSerialization.jsonObject(with: Data(result.stdout)) }
            }
        }
        #expect(try sandbox.qpv("perimeters", "info", archive).text.contains("layer       \\u001b[31mx.geojson\n"))
    }

    @Test("a name that begins as a formula is none in an added cell, and the rows' own cells are as they were")
    func formulas() throws {
        let text = String(decoding: Self.sample, as: UTF8.self)
            .replacing("\"lib_qp\": \"", with: "\"lib_qp\": \"=HYPERLINK(1)")
        let rows = try sandbox.write("n;lon;lat\n=1+1;2.2226802;46.1335562\n", to: "in.csv")
        let result = try sandbox.qpv(
            "audit", "-q", rows, "--perimeters", sandbox.write(text, to: "p.geojson"), "-o", sandbox.path("out.csv"))
        #expect(result.code == 0, "\(result.stderr)")
        let written = try #require(sandbox.text("out.csv"))
        #expect(written.contains("\n=1+1;2.2226802;46.1335562;"))
        #expect(written.contains(";'=HYPERLINK(1)") && !written.contains(";=HYPERLINK"))
    }

    @Test("names of up to 255 bytes are read and written; where the provenance's would be longer, it is shortened")
    func longNames() throws {
        for length in [244, 250, 255] {
            let file = try sandbox.write(Self.sample, to: String(repeating: "a", count: length - 8) + ".geojson")
            #expect(try sandbox.qpv("perimeters", "info", file).code == 0, "\(length)")
        }
        let rows = try sandbox.write("lon;lat\n2.2226802;46.1335562\n", to: "in.csv")
        for length in [239, 240, 255] {
            let output = sandbox.path(String(repeating: "b", count: length - 4) + ".csv")
            let result = try sandbox.qpv(
                "audit", "-q", rows, "--perimeters", "geodata/perimetres-2024.geojson", "-o", output)
            #expect(result.code == 0, "\(length)")
            #expect(FileManager.default.fileExists(atPath: output), "\(length)")
            #expect(try sandbox.qpv("verify", output).code == 0, "\(length)")
        }
    }

    @Test("a limit is raised and lowered by a variable; one that is not known is a fault of the call")
    func limits() throws {
        func info(_ limits: String) throws -> Program.Result {
            try Program.run(
                ["perimeters", "info", "geodata/perimetres-2024.geojson"], input: .nothing, stdout: .kept,
                stderr: .kept,
                environment: sandbox.environment.merging(["QPV_LIMITS": limits]) { $1 })
        }
        #expect(try info("vertices=1000000,crossings=1").code == 0)
        let few = try info("vertices=3")
        #expect(few.code == 65 && few.stderr.contains("vertices: the limit is 3\n"))
        #expect(few.stderr.hasSuffix("  = raise it with QPV_LIMITS=vertices=NUMBER\n"))
        #expect(try info("file=10").code == 65)
        for wrong in ["cells", "cells=", "cells=-1", "all=3"] {
            let result = try info(wrong)
            #expect(result.code == 64 && result.stderr.contains("expected NAME=NUMBER"), "\(wrong)")
        }
        let gzip = try sandbox.write([], to: "empty.gz")
        #expect(try sandbox.qpv("perimeters", "info", gzip).code == 65)
    }
}
