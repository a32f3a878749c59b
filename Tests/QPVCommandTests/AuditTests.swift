import Foundation
import TestSupport
import Testing

@Suite("qpv audit")
struct AuditTests {
    let sandbox = try! Sandbox()

    @Test("the sample of messy addresses gives its summary")
    func beneficiaries() throws {
        let result = try sandbox.qpv("audit", "geodata/beneficiaires.csv", "-o", sandbox.path("out.csv"))
        try sandbox.expect(result, is: "audit-beneficiaires")
        #expect(result.code == 0)
    }

    @Test("every row keeps its bytes and its place, and gets the same number of cells")
    func kept() throws {
        let out = sandbox.path("out.csv")
        #expect(try sandbox.qpv("audit", "-q", "geodata/beneficiaires.csv", "-o", out).code == 0)
        let before = lines([UInt8](try Data(contentsOf: URL(fileURLWithPath: "geodata/beneficiaires.csv"))))
        let after = lines(try #require(sandbox.bytes("out.csv")))
        #expect(before.count == 601 && after.count == 601)
        for (old, new) in zip(before, after) {
            #expect(new.starts(with: old.dropLast() + [UInt8(ascii: ";")]), "\(String(decoding: new, as: UTF8.self))")
            #expect(new.last == 0x0D)
        }
    }

    /// Records without their LF: lines, joined as long as a quote is open.
    private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var records: [[UInt8]] = []
        var isOpen = false
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) where isOpen || !line.isEmpty {
            if isOpen { records[records.count - 1] += [0x0A] + line } else { records.append(Array(line)) }
            if line.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isOpen.toggle() }
        }
        return records
    }

    @Test("a small file gives its rows, its notices and its provenance")
    func small() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let result = try sandbox.qpv("audit", file, "-o", sandbox.path("out.csv"), "--insee")
        try sandbox.expect(result, is: "audit-insee", files: ["out.csv", "out.csv.provenance.json"])
        #expect(try sandbox.names(in: "") == ["home", "in.csv", "out.csv", "out.csv.provenance.json", "tmp"])
    }

    @Test("the provenance's SHA-256 is that of the perimeters' file")
    func provenance() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        _ = try sandbox.qpv("audit", "-q", file, "-o", sandbox.path("out.csv"), "--perimeters", "geodata/qva.geojson")
        let json = try #require(sandbox.bytes("out.csv.provenance.json"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let perimeters = try #require(object["perimeters"] as? [String: Any])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl", "dgst", "-sha256", "-r", "geodata/qva.geojson"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let digest = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
        process.waitUntilExit()
        #expect(digest.count == 64)
        #expect(perimeters["sha256"] as? String == String(digest))
        #expect(perimeters["file"] as? String == "geodata/qva.geojson")
    }

    @Test("one thread and four, a file, a pipe and gzip, a CSV and a compiled gazetteer give the same bytes")
    func samePaths() throws {
        let file = "geodata/beneficiaires.csv"
        let gazetteer = Samples.gazetteer.path
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        let reference = try sandbox.qpv("audit", "-q", file)
        #expect(reference.stdout.count > bytes.count)
        let zipped = try sandbox.write(try Samples.gzipped(file), to: "in.csv.gz")
        #expect(try sandbox.qpv("audit", "-q", file, "--threads", "1").stdout == reference.stdout)
        #expect(try sandbox.qpv("audit", "-q", file, "--threads", "4").stdout == reference.stdout)
        #expect(try sandbox.qpv("audit", "-q", "-", input: .bytes(bytes)).stdout == reference.stdout)
        #expect(try sandbox.qpv("audit", "-q", "-", input: .file(file)).stdout == reference.stdout)
        #expect(try sandbox.qpv("audit", "-q", zipped).stdout == reference.stdout)
        #expect(try sandbox.qpv("audit", "-q", "-", input: .file(zipped)).stdout == reference.stdout)
        #expect(try sandbox.qpv("audit", "-q", file, "--gazetteer", gazetteer).stdout == reference.stdout)
        #expect(try sandbox.qpv("audit", "-q", file, "-o", sandbox.path("out.csv")).stdout == [])
        #expect(sandbox.bytes("out.csv") == reference.stdout)
    }

    @Test(
        "several batches of positions come out in order whatever the number of threads", arguments: [UInt64(20_260_501)]
    )
    func manyPositions(seed: UInt64) throws {
        let rows = 120_000
        let bytes = Samples.positions(rows, seed: seed)
        let file = try sandbox.write(bytes, to: "in.csv")
        let one = try sandbox.qpv("audit", "-q", file, "--threads", "1").stdout
        #expect(try sandbox.qpv("audit", "-q", file, "--threads", "4").stdout == one)
        #expect(try sandbox.qpv("audit", "-q", "-", "--threads", "3", input: .bytes(bytes)).stdout == one)
        let lines = one.split(separator: 0x0A)
        #expect(lines.count == rows + 1)
        for (row, line) in lines.dropFirst().enumerated() where !line.starts(with: Array("\(row);".utf8)) {
            Issue.record("row \(row) is not in its place")
            break
        }
    }

    @Test("positions in degrees or in Lambert-93 are audited without a gazetteer")
    func positions() throws {
        let degrees = try sandbox.write("lon,lat\n2.2226802,46.1335562\n2.2276281,46.1368636\n", to: "degrees.csv")
        try sandbox.expect(try sandbox.qpv("audit", degrees), is: "audit-lon-lat")
        let grid = try sandbox.write("nom;Coord X;Coord Y\na;640077,35;6560014,81\n", to: "grid.csv")
        try sandbox.expect(try sandbox.qpv("audit", grid), is: "audit-x-y")
        let named = try sandbox.write("adresse\tici\tlà\nx\t2.2226802\t46.1335562\n", to: "named.csv")
        try sandbox.expect(try sandbox.qpv("audit", named, "--lon", "ici", "--lat", "là"), is: "audit---lon---lat")
    }

    @Test("an audited file can be audited again: the new columns get numbers, and a notice says so")
    func again() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        _ = try sandbox.qpv("audit", "-q", file, "-o", sandbox.path("once.csv"))
        let twice = try sandbox.qpv("audit", sandbox.path("once.csv"), "-o", sandbox.path("twice.csv"))
        try sandbox.expect(twice, is: "audit-audited", files: ["twice.csv"])
        _ = try sandbox.qpv("audit", "-q", sandbox.path("twice.csv"), "-o", sandbox.path("thrice.csv"))
        #expect(try #require(sandbox.text("thrice.csv")).contains(";qpv_verdict_3;"))
        let one = try sandbox.write("adresse;latitude\nx;\n", to: "one.csv")
        #expect(try sandbox.qpv("audit", one).stderr.contains("note: the file has a column of this name already"))
    }

    @Test("--quiet says nothing on stderr and writes the same bytes")
    func quiet() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let quiet = try sandbox.qpv("audit", "--quiet", file)
        #expect(quiet.stderr == "")
        #expect(try sandbox.qpv("audit", file).stdout == quiet.stdout)
    }

    @Test("--strict is 1 when a row is undecided, with the output complete all the same")
    func strict() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let result = try sandbox.qpv("audit", "-q", "--strict", file, "-o", sandbox.path("out.csv"))
        #expect(result.code == 1)
        #expect(try sandbox.qpv("audit", "-q", file).stdout == sandbox.bytes("out.csv"))
        let decided = try sandbox.write(
            Samples.addresses.split(separator: "\n").prefix(3).joined(separator: "\n"), to: "d.csv")
        #expect(try sandbox.qpv("audit", "-q", "--strict", decided).code == 0)
    }

    @Test("--address-columns takes the columns named, in their order, exactly or folded")
    func addressColumns() throws {
        let file = try sandbox.write("Ville;b;a\nValfictif-sur-Ombre;rue Rosa Parks;12\n", to: "in.csv")
        let result = try sandbox.qpv("audit", file, "--address-columns", "A, b,ville")
        try sandbox.expect(result, is: "audit---address-columns")
    }

    @Test("no address of a row appears on stderr")
    func privacy() throws {
        let text = "id;adresse;cp\n1;12 rue Rosa Parks;23990\n2;77 SECRETSTREET;99999;EXTRASECRET\n3;\"4 rue;x\"\n"
        let file = try sandbox.write(text, to: "in.csv")
        for command in ["audit", "geocode"] {
            let result = try sandbox.qpv(command, file)
            #expect(result.code == 0)
            for secret in ["Rosa", "SECRET", "4 rue"] { #expect(!result.stderr.contains(secret)) }
        }
    }

    @Test("links are followed, permissions are kept, and a device gets no file beside it")
    func places() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let real = try sandbox.write("old", to: "real.csv")
        chmod(real, 0o640)
        try FileManager.default.createSymbolicLink(atPath: sandbox.path("link.csv"), withDestinationPath: "real.csv")
        #expect(try sandbox.qpv("audit", "-q", file, "-o", sandbox.path("link.csv")).code == 0)
        #expect(try sandbox.qpv("audit", "-q", file).stdout == sandbox.bytes("real.csv"))
        let mode = try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(try sandbox.qpv("audit", "-q", file, "-o", "/dev/null").code == 0)
        #expect(!FileManager.default.fileExists(atPath: "/dev/null.provenance.json"))
    }
}
