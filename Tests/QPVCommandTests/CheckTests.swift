import Foundation
import Testing

@Suite("qpv check")
struct CheckTests {
    @Test(
        "an address or position gives its verdict with what it rests on",
        arguments: [
            ("inside", ["12 rue Rosa Parks 23990 Valfictif-sur-Ombre"]),
            ("words", ["12", "rue", "Rosa", "Parks", "23990"]),
            ("outside", ["8 avenue du Général Leclerc 23990 Valfictif-sur-Ombre"]),
            ("ambiguous-street", ["3 rue Victor Hugo 23990 Valfictif-sur-Ombre"]),
            ("commune-only", ["23990 Valfictif-sur-Ombre"]),
            ("commune-without", ["23992 Feinte-les-Bois"]),
            ("unknown", ["1 rue du Gribouillis 99999 Nulle-Part"]),
            ("empty", [""]),
            ("position", ["--lon", "2.2226802", "--lat", "46.1335562"]),
            ("position-west", ["--lon", "-1.55", "--lat", "47.2"]),
            ("position-radius-0", ["--lon", "2.2226802", "--lat", "46.1335562", "--radius", "0"]),
            ("position-swapped", ["--lon", "46.13", "--lat", "2.22"]),
            ("position-lambert", ["--lon", "640000", "--lat", "6560000"]),
            ("position-nan", ["--lon", "nan", "--lat", "46"]),
            ("position-overseas", ["--lon", "55.45", "--lat", "-20.88"]),
        ])
    func verdict(name: String, words: [String]) throws {
        let sandbox = try Sandbox()
        let result = try Program.run(
            ["check", "-q"] + words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        try sandbox.expect(result, is: "check-\(name)")
        #expect(result.code == 0)
        #expect(result.stderr == "")
    }

    @Test("without --quiet, notices say what is used")
    func notices() throws {
        let sandbox = try Sandbox()
        let result = try sandbox.qpv("check", "12 rue Rosa Parks 23990 Valfictif-sur-Ombre")
        try sandbox.expect(result, is: "check")
        #expect(result.stderr.split(separator: "\n").allSatisfy { $0.hasPrefix("note: ") })
    }

    @Test("data installed in the user's folder is used, and a program without any data says where it looked")
    func installed() throws {
        let sandbox = try Sandbox()
        let folder = try sandbox.makeFolder("home/.local/share/qpv")
        try FileManager.default.copyItem(atPath: "geodata/qva.geojson", toPath: folder + "/perimetres.geojson")
        try sandbox.write(Samples.gazetteer.bytes, to: "home/.local/share/qpv/ban.qpvg")
        let result = try sandbox.qpv("check", "12 rue Rosa Parks 23990 Valfictif-sur-Ombre")
        #expect(result.stderr == "")
        #expect(result.text.hasPrefix("outside every perimeter\n"))
        // A copy elsewhere, run elsewhere, finds no sample. The shell copies: a program that this process has written could be
        // busy, as long as the child of another test holds it open.
        try FileManager.default.removeItem(atPath: folder)
        let copying = "cp \"$1\" \"$0\" && cd / && exec \"$0\" check x"
        let words = ["-c", copying, sandbox.path("qpv"), Program.executable]
        let running = try Running(
            "/bin/sh", words, input: .nothing, stdout: "/dev/null", stderr: sandbox.path("err"),
            environment: sandbox.environment)
        #expect(running.wait().code == 66)
        let message = sandbox.masked(sandbox.text("err") ?? "")
        #expect(
            message == """
                error: no gazetteer: name a file with --gazetteer
                  = looked for $TMP/home/.local/share/qpv/ban.qpvg and for the sample, geodata/adresses.csv

                """)
    }

    @Test("--json is JSON with the members of an audit's columns")
    func json() throws {
        let sandbox = try Sandbox()
        let result = try sandbox.qpv("check", "-q", "--json", "12 rue Rosa Parks 23990 Valfictif-sur-Ombre")
        try sandbox.expect(result, is: "check-json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.stdout)) as? [String: Any])
        #expect(object["qpv_verdict"] as? String == "inside")
        #expect((object["match"] as? [String: Any])?["result_citycode"] as? String == "23901")
    }

    @Test("--strict is 1 for an undecided answer and 0 for a decided one")
    func strict() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.qpv("check", "-q", "--strict", "zzz").code == 1)
        #expect(try sandbox.qpv("check", "-q", "--strict", "3 rue Victor Hugo 23990 Valfictif-sur-Ombre").code == 1)
        #expect(try sandbox.qpv("check", "-q", "--strict", "12 rue Rosa Parks 23990 Valfictif-sur-Ombre").code == 0)
    }

    @Test("an answer that cannot be written is an error, not silence")
    func full() throws {
        let sandbox = try Sandbox()
        for words in [
            ["check", "-q", "zzz"], ["explain", "-q", "zzz"], ["perimeters", "info", "geodata/qva.geojson"],
        ] {
            let result = try Program.run(
                words, input: .nothing, stdout: .file("/dev/full"), stderr: .kept, environment: sandbox.environment)
            #expect(result.code == 74)
            #expect(result.stderr == "error: cannot write: no space left on device\n  --> standard output\n")
        }
        #expect(try sandbox.qpv("check", "-q", "zzz", stdout: .closed).code == 74)
    }

    @Test("without a standard error the answer comes all the same")
    func noStandardError() throws {
        let sandbox = try Sandbox()
        let whole = try sandbox.qpv("check", "12 rue Rosa Parks 23990")
        #expect(whole.code == 0 && !whole.stdout.isEmpty)
        for stderr in [Program.Output.closed, .file("/dev/full")] {
            let result = try sandbox.qpv("check", "12 rue Rosa Parks 23990", stderr: stderr)
            #expect(result.code == 0)
            #expect(result.stdout == whole.stdout)
        }
    }

    @Test(
        "perimeters are read around the place only, and the answer is that of all of them",
        arguments: [("2.2236", "46.1343"), ("2.30", "46.50"), ("-4.48", "48.39"), ("5.37", "43.30")])
    func surroundings(lon: String, lat: String) throws {
        // The text is made from the perimeters around, the JSON from all.
        let sandbox = try Sandbox()
        let text = try sandbox.qpv("check", "-q", "--lon=\(lon)", "--lat", lat).text
        let json = try sandbox.qpv("check", "-q", "--json", "--lon=\(lon)", "--lat", lat).text
        let distance = try #require(json.firstMatch(of: /"qpv_distance_m": (-?[0-9.]+)/).flatMap { Double($0.1) })
        let nearest = try #require(json.firstMatch(of: /"qpv_nearest_code": "([^"]+)"/))
        let verdict = try #require(json.firstMatch(of: /"qpv_verdict": "([a-z]+)"/))
        #expect(text.contains(nearest.1) && text.hasPrefix(verdict.1), "\(text)")
        #expect(text.contains(String(format: "%.1f m", abs(distance))), "\(text) \(distance)")
    }
}
