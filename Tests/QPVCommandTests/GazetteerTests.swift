import Foundation
import TestSupport
import Testing

@Suite("qpv gazetteer")
struct GazetteerTests {
    let sandbox = try! Sandbox()

    @Test("the sample is compiled, and the file says what it holds")
    func build() throws {
        let file = sandbox.path("ban.qpvg")
        try sandbox.expect(
            try sandbox.qpv("gazetteer", "build", "geodata/adresses.csv", "-o", file), is: "gazetteer-build")
        try sandbox.expect(try sandbox.qpv("gazetteer", "info", file), is: "gazetteer-info")
        #expect(try sandbox.qpv("gazetteer", "info", "--verify", file).code == 0)
        let json = try sandbox.qpv("gazetteer", "info", "--json", file)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [String: Any])
        #expect(object["addresses"] as? Int == 4016)
        #expect(try sandbox.names(in: "") == ["ban.qpvg", "home", "tmp"])
    }

    @Test("gzip and plain give the same gazetteer; --quiet says nothing")
    func gzip() throws {
        let zipped = try sandbox.write(try Samples.gzipped("geodata/adresses.csv"), to: "adresses.csv")
        let result = try sandbox.qpv("gazetteer", "build", "--quiet", zipped, "-o", sandbox.path("a.qpvg"))
        #expect(result.code == 0)
        #expect(result.stderr == "")
        let one = try sandbox.qpv("geocode", "-q", "geodata/residences.csv", "--gazetteer", sandbox.path("a.qpvg"))
        let two = try sandbox.qpv("geocode", "-q", "geodata/residences.csv")
        #expect(one.stdout == two.stdout)
    }

    @Test("input that is missing is 66, is no address base 65, a stream 66; output that cannot be made 73, written 74")
    func faults() throws {
        let good = "geodata/adresses.csv"
        let out = sandbox.path("ban.qpvg")
        let empty = try sandbox.write("", to: "empty.csv")
        let other = try sandbox.write("a;b\n1;2\n", to: "other.csv")
        let header = try sandbox.write(
            try String(contentsOfFile: good, encoding: .utf8).split(separator: "\n")[0] + "\n", to: "header.csv")
        let zipped = try sandbox.write(Array(try Samples.gzipped(good).prefix(5000)), to: "cut.csv.gz")
        let cases: [(name: String, inputs: [String], output: String, code: Int32)] = [
            ("missing", [sandbox.path("nope.csv")], out, 66),
            ("missing-second", [good, sandbox.path("nope.csv")], out, 66),
            ("folder", [sandbox.path("home")], out, 66), ("stdin", ["-"], out, 66), ("empty", [empty], out, 65),
            ("other-columns", [other], out, 65), ("header-only", [header], out, 65), ("gzip-cut", [zipped], out, 65),
            ("not-csv", ["geodata/qva.geojson"], out, 65), ("no-folder", [good], sandbox.path("no/such.qpvg"), 73),
            ("under-a-file", [good], sandbox.path("empty.csv/x"), 73),
            ("is-a-folder", [good], sandbox.path("home"), 73),
            ("full", [good], "/dev/full", 74),
        ]
        for (name, inputs, output, code) in cases {
            let words = ["gazetteer", "build"] + inputs + ["-o", output]
            let result = try Program.run(
                words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
            try sandbox.expect(result, is: "gazetteer-build-\(name)")
            #expect(result.code == code, "\(name)")
            #expect(sandbox.bytes("ban.qpvg") == nil)
        }
        var status = stat()
        #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR, "a device stays a device")
    }

    @Test("rows that cannot be used are counted and placed, the others are kept")
    func badRows() throws {
        let lines = try String(contentsOfFile: "geodata/adresses.csv", encoding: .utf8).split(separator: "\n").prefix(6)
        var cells = lines[2].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        cells[12] = "là"
        let text = (lines + [cells.joined(separator: ";")[...], "trop;court", lines[3]]).joined(separator: "\n") + "\n"
        let file = try sandbox.write(text, to: "ban.csv")
        let result = try sandbox.qpv("gazetteer", "build", file, "-o", sandbox.path("ban.qpvg"))
        try sandbox.expect(result, is: "gazetteer-build-bad-rows")
        #expect(result.code == 0)
    }

    @Test("a gazetteer that is cut, of another version, or none at all is 65, wherever it is opened")
    func damaged() throws {
        let bytes = Samples.gazetteer.bytes
        var version = bytes
        version[8] ^= 0x40
        for (name, content) in [
            ("cut", Array(bytes.prefix(bytes.count / 2))), ("cut-short", Array(bytes.prefix(20))), ("version", version),
            ("none", Array("not a gazetteer".utf8)), ("empty", []),
        ] {
            let file = try sandbox.write(content, to: "ban.qpvg")
            let info = try sandbox.qpv("gazetteer", "info", file)
            try sandbox.expect(info, is: "gazetteer-info-\(name)")
            #expect(info.code == 65)
            let explain = try sandbox.qpv("explain", "x", "--gazetteer", file)
            try sandbox.expect(explain, is: "explain-gazetteer-\(name)")
            #expect(explain.code == 65)
        }
        try sandbox.expect(try sandbox.qpv("gazetteer", "info", sandbox.path("nope")), is: "gazetteer-info-missing")
        try sandbox.expect(try sandbox.qpv("gazetteer", "info", sandbox.path("home")), is: "gazetteer-info-folder")
    }

    @Test("one bit flipped: an error or the same answers, never others and never a crash", arguments: [UInt64(4016)])
    func bitFlips(seed: UInt64) throws {
        let rows = "geodata/residences.csv"
        let right = try sandbox.qpv("geocode", "-q", rows, "--threads", "1", "--gazetteer", Samples.gazetteer.path)
            .stdout
        #expect(right.count > 5_000)
        var generator = SeededGenerator(seed: seed)
        var refused = 0
        for _ in 0..<200 {
            var bytes = Samples.gazetteer.bytes
            let bit = Int.random(in: 0..<bytes.count * 8, using: &generator)
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let file = try sandbox.write(bytes, to: "ban.qpvg")
            let result = try sandbox.qpv("geocode", "-q", rows, "--threads", "1", "--gazetteer", file)
            if result.code == 65 {
                refused += 1
                #expect(result.stderr.hasPrefix("error: "))
            } else {
                #expect(result.code == 0 && result.stdout == right, "bit \(bit), seed \(seed)")
            }
        }
        #expect(refused > 0)
    }

    @Test("--verify finds a flipped bit anywhere", arguments: [UInt64(77)])
    func verify(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var bytes = Samples.gazetteer.bytes
            let bit = Int.random(in: 0..<bytes.count * 8, using: &generator)
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let file = try sandbox.write(bytes, to: "ban.qpvg")
            #expect(try sandbox.qpv("gazetteer", "info", "--verify", file).code == 65, "bit \(bit), seed \(seed)")
        }
    }
}
