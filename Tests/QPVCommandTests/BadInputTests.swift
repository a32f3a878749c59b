import Foundation
import TestSupport
import Testing

/// Files of rows that are not what they should be: a clear message or a row with its reason, the right code, no loss.
@Suite("bad rows and bad tables")
struct BadInputTests {
    let sandbox = try! Sandbox()

    @Test("a file that is not there, or is a folder, is missing input")
    func missing() throws {
        try sandbox.expect(try sandbox.qpv("audit", sandbox.path("nope.csv")), is: "audit-missing")
        try sandbox.expect(try sandbox.qpv("audit", sandbox.path("")), is: "audit-folder")
        try sandbox.expect(
            try sandbox.qpv("audit", "geodata/residences.csv", "--perimeters", "nope"), is: "audit-no-perimeters")
        try sandbox.expect(
            try sandbox.qpv("audit", "geodata/residences.csv", "--gazetteer", "nope"), is: "audit-no-gazetteer")
        #expect(try sandbox.qpv("audit", "-q", "-", input: .closed).code == 74)
    }

    @Test("a file of perimeters called by a year alone is a file", arguments: ["2024", "2024=nope", "-2024=nope"])
    func yearAlone(argument: String) throws {
        let result = try sandbox.qpv("check", "-q", "--lon", "2.2", "--lat", "46.1", "--perimeters=\(argument)")
        #expect(result.code == 66 && result.signal == nil && result.stderr.hasPrefix("error: "), "\(result.stderr)")
    }

    @Test(
        "standard input is one input only",
        arguments: [
            ["audit", "-", "--perimeters", "-"], ["audit", "x.csv", "--perimeters", "-", "--perimeters", "qva=-"],
            ["audit", "-", "--groups", "-"], ["audit", "-", "--gazetteer", "-"],
            ["check", "x", "--groups", "-", "--aliases", "-"],
            ["perimeters", "resolve", "x", "--perimeters", "-", "--aliases", "-"],
        ])
    func severalStandardInputs(words: [String]) throws {
        let result = try Program.run(
            words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 64 && result.stderr.hasPrefix("error: standard input (-)"), "\(result.stderr)")
    }

    @Test("a file that is empty, or has no header, is bad data")
    func noHeader() throws {
        for (name, text) in [
            ("empty", ""), ("blank", "\n\n\n"),
            ("no-header", "3 rue Victor Hugo;23990;Valfictif\n4 rue Rosa Parks;23990;X\n"),
            ("numbers", "1;2\n3;4\n"),
        ] {
            let file = try sandbox.write(text, to: "in.csv")
            let result = try sandbox.qpv("audit", file, "-o", sandbox.path("out.csv"))
            try sandbox.expect(result, is: "audit-\(name)")
            #expect(result.code == 65)
            #expect(sandbox.bytes("out.csv") == nil)
        }
    }

    @Test("a header alone gives a header alone and a summary of no rows")
    func headerOnly() throws {
        for (name, text) in [
            ("lf", "adresse;cp;commune\n"), ("no-lf", "adresse;cp;commune"), ("positions", "lon,lat\r\n"),
        ] {
            let file = try sandbox.write(text, to: "in.csv")
            let result = try sandbox.qpv("audit", file, "--strict")
            try sandbox.expect(result, is: "audit-header-only-\(name)")
            #expect(result.code == 0)
        }
        let file = try sandbox.write("adresse\n", to: "in.csv")
        try sandbox.expect(
            try sandbox.qpv("geocode", file, "-o", sandbox.path("o")), is: "geocode-header-only",
            files: ["o.provenance.json"])
    }

    @Test("two columns of one name matter only when one of them is needed")
    func duplicateNames() throws {
        let needed = try sandbox.write("adresse;cp;Adresse\n1 rue X;23990;y\n", to: "in.csv")
        let result = try sandbox.qpv("audit", needed)
        try sandbox.expect(result, is: "audit-ambiguous-column")
        #expect(result.code == 65)
        let named = try sandbox.qpv("audit", needed, "--address-columns", "Adresse")
        #expect(named.code == 0, "the exact name is not ambiguous")
        let other = try sandbox.write("note;adresse;note;lon;lon\n;12 rue Rosa Parks 23990;;;\n", to: "other.csv")
        #expect(try sandbox.qpv("audit", "-q", other).code == 0)
        let position = try sandbox.write("cp;cp;lon;lat\n1;2;2.2;46.1\n", to: "position.csv")
        #expect(try sandbox.qpv("audit", "-q", position).code == 0)
    }

    @Test("columns that do not fit: the message says which there are and which were looked for")
    func columns() throws {
        let file = try sandbox.write("id;remarque\n1;x\n", to: "in.csv")
        for (name, words) in [
            ("no-columns", []), ("address-columns-nope", ["--address-columns", "nope"]),
            ("crs-no-columns", ["--crs", "2154"]),
            ("lon-nope", ["--lon", "nope", "--lat", "id"]),
        ] {
            let result = try Program.run(
                ["audit", file] + words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment
            )
            try sandbox.expect(result, is: "audit-\(name)")
            #expect(result.code == 65)
        }
    }

    @Test("ragged rows come out: short ones padded, long ones with their extra cells after the new columns")
    func ragged() throws {
        let text =
            "id;adresse;cp\n1\n2;12 rue Rosa Parks\n3;12 rue Rosa Parks;23990;extra;\"more;\"\n"
            + "4;12 rue Rosa Parks;23990;\n\n5;12 rue Rosa Parks;23990\n"
        let file = try sandbox.write(text, to: "in.csv")
        let result = try sandbox.qpv("audit", file)
        try sandbox.expect(result, is: "audit-ragged")
        #expect(result.code == 0)
    }

    @Test("a quote that is never closed is an error with its place, and there is no output")
    func unclosedQuote() throws {
        let old = try sandbox.write("old", to: "out.csv")
        let file = try sandbox.write("id;adresse\n1;12 rue Rosa Parks\n2;\"3 rue des Lilas\n3;x\n", to: "in.csv")
        let result = try sandbox.qpv("audit", file, "-o", old)
        try sandbox.expect(result, is: "audit-unclosed-quote")
        #expect(result.code == 65)
        #expect(sandbox.text("out.csv") == "old")
        #expect(try sandbox.names(in: "") == ["home", "in.csv", "out.csv", "tmp"])
    }

    @Test("far into a long pipe too, in memory that does not grow with it")
    func unclosedQuoteFarIntoAPipe() throws {
        let good = Array(String(repeating: "1;2.2226802;46.1335562;\n", count: 40_000).utf8)
        let result = try sandbox.qpv(
            "audit", "-", "--threads", "2", "-o", sandbox.path("out.csv"),
            input: .stream { write in
                guard write(Array("id;lon;lat;note\n".utf8)) else { return }
                for _ in 0..<12 { guard write(good) else { return } }
                guard write(Array("2;2.2;46.1;\"open".utf8)) else { return }
                for _ in 0..<200 { guard write(good) else { return } }
            })
        #expect(result.code == 65)
        #expect(
            result.stderr.contains("error: quoted field is not closed within 64 MiB\n  --> standard input:480002:12\n"))
        #expect(sandbox.bytes("out.csv") == nil)
        #expect((1..<200_000).contains(result.peakKilobytes), "\(result.peakKilobytes) kB")
    }

    @Test("two hundred megabytes through a pipe take no more memory than a few")
    func longPipe() throws {
        let good = Array(
            String(repeating: "2.2226802;46.1335562;\(String(repeating: "x", count: 1000))\n", count: 1_000).utf8)
        let result = try sandbox.qpv(
            "audit", "-q", "-", "--threads", "2", "-o", "/dev/null",
            input: .stream { write in
                guard write(Array("lon;lat;note\n".utf8)) else { return }
                for _ in 0..<200 { guard write(good) else { return } }
            })
        #expect(result.code == 0)
        #expect((1..<200_000).contains(result.peakKilobytes), "\(result.peakKilobytes) kB")
    }

    @Test("a NUL byte is an error with its place")
    func nul() throws {
        for (name, text) in [("nul", "id;adresse\n1;x\n2;3 r\0ue\n"), ("nul-header", "id;a\0dresse\n1;x\n")] {
            let result = try sandbox.qpv("audit", try sandbox.write(text, to: "in.csv"), "-o", sandbox.path("out.csv"))
            try sandbox.expect(result, is: "audit-\(name)")
            #expect(result.code == 65)
            #expect(sandbox.bytes("out.csv") == nil)
        }
    }

    @Test(
        "a spreadsheet, a gzip that is cut, and a program are bad data",
        arguments: ["xlsx", "gzip-cut", "program"])
    func otherFormats(name: String) throws {
        var bytes: [UInt8]
        switch name {
        case "xlsx": bytes = Array("PK\u{3}\u{4}\u{14}\0\u{6}\0".utf8) + [UInt8](repeating: 0, count: 100)
        case "gzip-cut": bytes = Array(try Samples.gzipped("geodata/residences.csv").prefix(900))
        default: bytes = Array("\u{7F}ELF\u{2}\u{1}\u{1}\0\0\0\0\n;text;more\0text\n".utf8)
        }
        let result = try sandbox.qpv("audit", try sandbox.write(bytes, to: "in.csv"), "-o", sandbox.path("out.csv"))
        try sandbox.expect(result, is: "audit-\(name)")
        #expect(result.code == 65)
        #expect(sandbox.bytes("out.csv") == nil)
    }

    @Test("a row whose address is no UTF-8 comes out with its reason, the others as ever")
    func invalidText() throws {
        let head = Array("\u{FEFF}id;adresse;cp;note\n1;12 rue Rosa Parks;23990;é\n".utf8)
        let bad =
            Array("2;12 rue ".utf8) + [0xFF, 0xFE] + Array("Parks;23990;\n3;12 rue Rosa Parks;23990;".utf8) + [
                0xC3, 0x0A,
            ]
        let file = try sandbox.write(head + bad, to: "in.csv")
        let result = try sandbox.qpv("audit", file, "-o", sandbox.path("out.csv"))
        #expect(result.code == 0)
        let bytes = try #require(sandbox.bytes("out.csv"))
        let lines = bytes.split(separator: 0x0A)
        #expect(lines.count == 4)
        #expect(lines[2].starts(with: bad.prefix(20)), "the row's own bytes are kept")
        let texts = lines.map { String(decoding: $0, as: UTF8.self) }
        #expect(texts[1].contains(";inside;QN09903I;"))
        #expect(texts[2].contains(";not_located;;;;3;;;row_malformed;"))
        #expect(texts[3].contains(";inside;QN09903I;"), "the bad byte is in no column that is needed")
    }

    @Test("a cell of twenty megabytes comes out as it went in", arguments: ["note", "adresse"])
    func hugeCell(column: String) throws {
        let huge = [UInt8](repeating: UInt8(ascii: "A"), count: 20 << 20)
        let file = try sandbox.write(
            Array("id;\(column);rue;cp\n1;".utf8) + huge
                + Array(";12 rue Rosa Parks;23990\n2;;12 rue Rosa Parks;23990\n".utf8),
            to: "in.csv")
        let result = try sandbox.qpv("audit", "-q", file, "-o", sandbox.path("out.csv"))
        #expect(result.code == 0)
        #expect((1..<400_000).contains(result.peakKilobytes), "\(result.peakKilobytes) kB")
        let lines = try #require(sandbox.bytes("out.csv")).split(separator: 0x0A)
        #expect(lines.count == 3)
        #expect(lines[1].starts(with: [UInt8(ascii: "1"), UInt8(ascii: ";")] + huge))
    }

    @Test("coordinates that are none are not located, with a warning that says what they look like")
    func coordinates() throws {
        let file = try sandbox.write(
            "lon;lat\n46.1335562;2.2226802\n640077;6560014\n6560014;640077\nNaN;46.1\n1e999;46.1\n;\nici;là\n0;0\n-150;-80\n"
                + "2.2226802;46.1335562\n-1.55;47.2\n", to: "in.csv")
        let result = try sandbox.qpv("audit", file)
        try sandbox.expect(result, is: "audit-bad-coordinates")
        #expect(result.code == 0)
        let grid = try sandbox.write("x;y\n2.2226802;46.1335562\n6560014;640077\n338000;7672000\n", to: "grid.csv")
        try sandbox.expect(try sandbox.qpv("audit", grid), is: "audit-bad-grid")
    }

    @Test("an output that is an input is refused, by whatever name, and the input stays")
    func outputIsInput() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        try FileManager.default.createSymbolicLink(atPath: sandbox.path("link.csv"), withDestinationPath: "in.csv")
        let perimeters = try sandbox.write(
            [UInt8](Data(contentsOf: URL(fileURLWithPath: "geodata/qva.geojson"))), to: "p.geojson")
        let gazetteer = try sandbox.write(Samples.gazetteer.bytes, to: "g.qpvg")
        try sandbox.expect(try sandbox.qpv("audit", "-q", file, "-o", file), is: "audit-output-is-input")
        for output in [
            file, sandbox.path("../\(URL(fileURLWithPath: sandbox.path("")).lastPathComponent)/in.csv"),
            sandbox.path("link.csv"), perimeters, gazetteer,
        ] {
            let words = ["audit", "-q", file, "-o", output, "--perimeters", perimeters, "--gazetteer", gazetteer]
            let result = try Program.run(
                words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
            #expect(result.code == 64, "\(result.stderr)")
        }
        #expect(try sandbox.qpv("audit", "-q", "-", "-o", file, input: .file(file)).code == 64)
        #expect(try sandbox.qpv("audit", "-q", file, stdout: .file(file)).code == 64)
        #expect(try sandbox.qpv("geocode", "-q", file, "-o", gazetteer, "--gazetteer", gazetteer).code == 64)
        #expect(try sandbox.qpv("gazetteer", "build", "geodata/adresses.csv", gazetteer, "-o", gazetteer).code == 64)
        #expect(sandbox.text("in.csv") == Samples.addresses)
        #expect(sandbox.bytes("g.qpvg") == Samples.gazetteer.bytes)
    }

    @Test("an output that cannot be made is 73, one that cannot be written 74; the input is untouched")
    func output() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        for (name, output, code) in [
            ("no-folder", sandbox.path("no/such/out.csv"), Int32(73)), ("proc", "/proc/out.csv", 73),
            ("under-a-file", sandbox.path("in.csv/out.csv"), 73), ("is-a-folder", sandbox.path("home"), 73),
            ("full", "/dev/full", 74),
        ] {
            let result = try sandbox.qpv("audit", "-q", file, "-o", output)
            try sandbox.expect(result, is: "audit-output-\(name)")
            #expect(result.code == code)
        }
        _ = try sandbox.makeFolder("out.csv.provenance.json")
        #expect(try sandbox.qpv("audit", "-q", file, "-o", sandbox.path("out.csv")).code == 73)
        #expect(sandbox.bytes("out.csv") == nil)
        #expect(try sandbox.qpv("audit", "-q", file, stdout: .file("/dev/full")).code == 74)
        #expect(try sandbox.qpv("audit", "-q", file, stdout: .closed).code == 74)
        #expect(sandbox.text("in.csv") == Samples.addresses)
    }

    @Test("a standard stream that is closed is not taken by a file")
    func closedStreams() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let reference = try sandbox.qpv("audit", "-q", file).stdout
        let result = try sandbox.qpv(
            "audit", file, "-o", sandbox.path("out.csv"), input: .closed, stdout: .closed, stderr: .closed)
        #expect(result.code == 0)
        #expect(sandbox.bytes("out.csv") == reference)
    }

    @Test("perimeters of two kinds or vintages are never counted together, and INSEE's columns are for the QPV of 2024")
    func layers() throws {
        func feature(_ code: String, _ x: Int) -> String {
            """
            {"type": "Feature", "properties": {"code": "\(code)"}, "geometry": {"type": "Polygon", "coordinates":
            [[[\(x), 46], [\(x).01, 46], [\(x).01, 46.01], [\(x), 46.01], [\(x), 46]]]}}
            """
        }
        func audit(_ codes: [String], _ option: String) throws -> Program.Result {
            let features = codes.enumerated().map { feature($1, 2 + $0) }.joined(separator: ",")
            let file = try sandbox.write(
                "{\"type\": \"FeatureCollection\", \"features\": [\(features)]}", to: "zones.geojson")
            let rows = try sandbox.write("lon;lat\n2.005;46.005\n", to: "in.csv")
            return try sandbox.qpv("audit", rows, "--perimeters", file, "-o", sandbox.path("out.csv"), option)
        }
        let vintages = try audit(["QN09901N", "QP099001"], "-q")
        #expect(vintages.code == 65 && vintages.stderr.contains("several vintages (2015, 2024)"), "\(vintages.stderr)")
        #expect(sandbox.bytes("out.csv") == nil)
        #expect(try audit(["QN09901N", "QVA09901"], "-q").code == 0)
        let kinds = try #require(sandbox.text("out.csv")).split(separator: "\n")
        #expect(kinds[0].contains("qpv_verdict") && kinds[0].contains("qva_verdict"))
        #expect(kinds[1].contains("inside;QN09901N") && kinds[1].contains("uncertain;;"))
        #expect(try audit(["QN09901N", "QN09902N"], "--insee").code == 0)
        #expect(try audit(["QVA09901"], "--insee").code == 64)
    }
}
