import Foundation
import TestSupport
import Testing

/// Formats other than GeoJSON, and `qpv perimeters convert`.
@Suite("formats")
struct FormatTests {
    let sandbox = try! Sandbox()

    private static let sample = "geodata/perimetres-2024.geojson"
    private static let sampleBytes = [UInt8](
        try! Data(contentsOf: RealData.package.appendingPathComponent(sample)))

    /// Runs the program with other programs in the first folder of its path.
    private func qpv(programs folder: String, _ words: String...) throws -> Program.Result {
        var environment = sandbox.environment
        environment["PATH"] = folder
        return try Program.run(words, input: .nothing, stdout: .kept, stderr: .kept, environment: environment)
    }

    /// The sample as a GeoPackage, where the program called ogr2ogr may read it.
    private func made() throws -> String {
        let package = try "\(sandbox.makeFolder("bin"))/made.gpkg"
        #expect(try sandbox.qpv("perimeters", "convert", "-q", Self.sample, "-o", package).code == 0)
        return package
    }

    /// A program called ogr2ogr that does what a script says; the GeoPackage asked for is `$out`. It sees the folder `bin` and the
    /// system only.
    private func ogr2ogr(_ script: String) throws -> String {
        let folder = try sandbox.makeFolder("bin")
        let text = """
            #!/bin/sh
            PATH=/usr/bin:/bin
            [ "$1" = --version ] && { echo "GDAL 9.9.9, released never"; exit 0; }
            [ "$1" = --formats ] && { printf '  %s -vector- (rw+v): x\\n' 'ESRI Shapefile' PostgreSQL MySQL GPKG; exit 0; }
            for word in "$@"; do case "$word" in *layers.gpkg) out=$word;; esac; done
            \(script)
            """
        // Copied by another process: of a file that this one writes, a program started meanwhile could hold the descriptor.
        let source = try sandbox.write(text, to: "ogr2ogr.sh")
        let copy = Process()
        copy.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        copy.arguments = ["install", "-m", "755", source, "\(folder)/ogr2ogr"]
        try copy.run()
        copy.waitUntilExit()
        return folder
    }

    private static let shapefile = [0, 0, 0x27, 0x0A] + [UInt8](repeating: 0, count: 96)

    @Test("the sample goes to a GeoPackage and comes back; its provenance lies beside it")
    func convert() throws {
        let package = sandbox.path("p.gpkg"), back = sandbox.path("back.geojson")
        let result = try sandbox.qpv("perimeters", "convert", Self.sample, "-o", package)
        try sandbox.expect(result, is: "perimeters-convert-gpkg", files: ["p.gpkg.provenance.json"])
        #expect(result.code == 0)
        let returned = try sandbox.qpv("perimeters", "convert", package, "-o", back)
        try sandbox.expect(returned, is: "perimeters-convert-geojson", files: ["back.geojson"])
        #expect(
            try sandbox.qpv("perimeters", "convert", "-q", Self.sample, "-o", "-").stdout
                == sandbox.bytes("back.geojson"))
        // The same audit against each of them.
        let rows = try sandbox.write(Samples.positions(500, seed: 4), to: "in.csv")
        let plain = try sandbox.qpv("audit", "-q", rows, "--perimeters", Self.sample)
        #expect(plain.code == 0 && !plain.stdout.isEmpty)
        for file in [package, back] {
            #expect(try sandbox.qpv("audit", "-q", rows, "--perimeters", file).stdout == plain.stdout)
        }
    }

    @Test("faulty shapes are written as they are, or repaired when that is asked for")
    func repair() throws {
        let file = try sandbox.write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code_qp":"QN09909N"},"geometry":{"type":"Polygon","coordinates":
            [[[2.22,46.13],[2.222,46.132],[2.222,46.13],[2.22,46.132],[2.22,46.13]]]}},
            {"type":"Feature","properties":{"code_qp":"QN09908N"},"geometry":null}]}
            """, to: "p.geojson")
        let plain = try sandbox.qpv("perimeters", "convert", file, "-o", "-")
        try sandbox.expect(plain, is: "perimeters-convert-faulty")
        // Where the edges cross is as good as the projection: its last digits are no text to compare.
        let again = sandbox.path("r.geojson")
        let repaired = try sandbox.qpv("perimeters", "convert", "--repair", file, "-o", again)
        try sandbox.expect(repaired, is: "perimeters-convert-repair")
        #expect(plain.code == 0 && repaired.code == 0)
        #expect(try sandbox.qpv("perimeters", "validate", again).text.contains("QN09909N") == false)
    }

    @Test("overseas shapes in a metropolitan CRS are refused, and nothing is written")
    func wrongGrid() throws {
        let file = try sandbox.write(
            """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2154"}},"features":[
            {"type":"Feature","properties":{"code_qp":"QP974001"},"geometry":{"type":"Polygon","coordinates":
            [[[10182772.77,543564.49],[10184306.59,544765.51],[10183028.53,546397.51],[10182772.77,543564.49]]]}}]}
            """, to: "p.geojson")
        let result = try sandbox.qpv("perimeters", "convert", file, "-o", sandbox.path("out.gpkg"))
        try sandbox.expect(result, is: "perimeters-convert-overseas", files: ["out.gpkg"])
        #expect(result.code == 65)
    }

    @Test("an output of no known kind, over its input, or in no folder is refused")
    func outputs() throws {
        let refused = try sandbox.qpv("perimeters", "convert", Self.sample, "-o", sandbox.path("out.shp"))
        try sandbox.expect(refused, is: "perimeters-convert-shp")
        #expect(refused.code == 64)
        let file = try sandbox.write(Self.sampleBytes, to: "p.geojson")
        #expect(try sandbox.qpv("perimeters", "convert", file, "-o", file).code == 64)
        #expect(sandbox.bytes("p.geojson") == Self.sampleBytes)
        #expect(try sandbox.qpv("perimeters", "convert", file, "-o", sandbox.path("no/p.gpkg")).code == 73)
        #expect(try sandbox.qpv("perimeters", "convert", file, "-o", "/dev/full").code == 64)
        #expect(try sandbox.names(in: ".") == ["home", "p.geojson", "tmp"])
    }

    @Test("an archive: the member in degrees is read and named; --layer takes another; several are listed")
    func archive() throws {
        func archive(_ names: String...) throws -> String {
            var zip = ZipMaker()
            for name in names { zip.add(name, Self.sampleBytes) }
            return try sandbox.write(zip.bytes, to: "p.zip")
        }
        let rows = try sandbox.write("lon;lat\n2.2226802;46.1335562\n", to: "in.csv")
        let official = try archive(
            "GEOJSON/QP_LB93.geojson", "GEOJSON/QP_WGS84_EPSG4326.geojson", "SHP/QP_WGS84_EPSG4326.shp")
        let audit = try sandbox.qpv("audit", rows, "--perimeters", official, "-o", sandbox.path("out.csv"))
        try sandbox.expect(audit, is: "audit-perimeters-zip", files: ["out.csv"])
        #expect(sandbox.text("out.csv.provenance.json")?.contains("GEOJSON/QP_WGS84_EPSG4326.geojson") == true)
        let chosen = try sandbox.qpv("perimeters", "info", official, "--layer", "qp_lb93")
        #expect(chosen.text.contains("layer       GEOJSON/QP_LB93.geojson\n"))
        let several = try sandbox.qpv("perimeters", "info", archive("a.geojson", "b.geojson"))
        try sandbox.expect(several, is: "perimeters-info-zip-several")
        let absent = try sandbox.qpv("perimeters", "info", archive("a.geojson"), "--layer", "b")
        try sandbox.expect(absent, is: "perimeters-info-zip-absent")
        #expect(several.code == 65 && absent.code == 65)
        let damaged = try sandbox.write(Array(ZipMaker().bytes.dropLast()), to: "d.zip")
        let cut = try sandbox.qpv("perimeters", "info", damaged)
        try sandbox.expect(cut, is: "perimeters-info-zip-cut")
        #expect(cut.code == 65)
    }

    @Test("fields of unusual names are given")
    func fields() throws {
        let text = String(decoding: Self.sampleBytes, as: UTF8.self)
            .replacing("code_qp", with: "Identité").replacing("lib_qp", with: "titre")
            .replacing("insee_com", with: "villes")
        let file = try sandbox.write(text, to: "p.geojson")
        let without = try sandbox.qpv("perimeters", "convert", file, "-o", "-")
        #expect(without.code == 65)
        let given = try sandbox.qpv(
            "perimeters", "convert", "-q", file, "-o", "-", "--code-field", "identite", "--name-field", "Titre",
            "--commune-field", "villes")
        #expect(given.stdout == (try sandbox.qpv("perimeters", "convert", "-q", Self.sample, "-o", "-").stdout))
    }

    @Test("without ogr2ogr a Shapefile is refused with what to do; it is not looked for when not needed")
    func withoutGDAL() throws {
        let shapes = try sandbox.write(Self.shapefile, to: "p.shp")
        let result = try qpv(programs: sandbox.makeFolder("bin"), "perimeters", "info", shapes)
        try sandbox.expect(result, is: "perimeters-info-no-ogr2ogr")
        #expect(result.code == 66)
        #expect(try qpv(programs: sandbox.makeFolder("bin"), "perimeters", "info", Self.sample).code == 0)
        #expect(try sandbox.names(in: "tmp") == [])
    }

    @Test("ogr2ogr gets its words without a shell, and what it says of a failure is shown")
    func failing() throws {
        let shapes = try sandbox.write(Self.shapefile, to: "a $(b) 'c'.shp")
        let bin = try ogr2ogr(
            "echo \"$GDAL_SKIP|$PGHOST\" >&2; printf '%s|' \"$@\" >&2; printf '\\nERROR 1: it is not to be read\\n' >&2; exit 1"
        )
        let result = try qpv(programs: bin, "perimeters", "info", shapes)
        try sandbox.expect(result, is: "perimeters-info-ogr2ogr-fails")
        #expect(result.code == 65)
        #expect(result.stderr.contains("|\(shapes)|\n"))
        #expect(try sandbox.names(in: "tmp") == [])
    }

    @Test("what ogr2ogr makes is read, with its warnings and its version")
    func through() throws {
        let made = try made()
        let shapes = try sandbox.write(Self.shapefile, to: "p.shp")
        let bin = try ogr2ogr("echo 'Warning 1: as you like' >&2; cp '\(made)' \"$out\"")
        try sandbox.expect(try qpv(programs: bin, "perimeters", "info", shapes), is: "perimeters-info-ogr2ogr")
        #expect(try sandbox.names(in: "tmp") == [])
    }

    @Test("a signal in the middle of ogr2ogr leaves nothing, and ends it too", arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(signal: Int32) throws {
        let shapes = try sandbox.write(Self.shapefile, to: "p.shp")
        let bin = try ogr2ogr("echo $$ > \"$out\"; exec sleep 60")
        var environment = sandbox.environment
        environment["PATH"] = bin
        let running = try Running(
            Program.executable, ["perimeters", "convert", shapes, "-o", sandbox.path("out.gpkg")], input: .nothing,
            stdout: "/dev/null", stderr: sandbox.path("err"), environment: environment)
        var pid = ""
        while !pid.hasSuffix("\n") {
            usleep(10_000)
            pid = try sandbox.names(in: "tmp").first.flatMap { sandbox.text("tmp/\($0)/layers.gpkg") } ?? ""
        }
        kill(running.pid, signal)
        #expect(running.wait().signal == signal)
        #expect(try sandbox.names(in: "tmp") == [])
        #expect(sandbox.bytes("out.gpkg") == nil)
        let child = try #require(pid_t(pid.dropLast()))
        #expect(kill(child, 0) != 0)
    }

    @Test("an output that is the standard input is refused")
    func outputIsInput() throws {
        let file = try sandbox.write(Self.sampleBytes, to: "self.geojson")
        let piped = try sandbox.qpv("perimeters", "convert", "-", "-o", file, input: .file(file))
        #expect(piped.code == 64 && piped.stderr.contains("the output would replace an input"))
        #expect(sandbox.bytes("self.geojson") == Self.sampleBytes)
    }

    @Test("dates of validity survive a conversion: an audit on a day gives the same")
    func validity() throws {
        let text = String(decoding: Self.sampleBytes, as: UTF8.self).replacing(
            #""code_qp": "QN09901M""#,
            with: #""date_debut": "01/01/2015", "date_fin": "2019-12-31", "code_qp": "QN09901M""#)
        let file = try sandbox.write(text, to: "p.geojson")
        let rows = try sandbox.write(Samples.positions(500, seed: 4), to: "in.csv")
        let package = sandbox.path("p.gpkg"), copy = sandbox.path("copy.geojson")
        for output in [package, copy] {
            #expect(try sandbox.qpv("perimeters", "convert", "-q", file, "-o", output).code == 0)
        }
        let written = try #require(sandbox.text("copy.geojson"))
        #expect(written.contains(#""valid_from":"2015-01-01","valid_to":"2019-12-31""#))
        #expect(written.contains(#""valid_from":null,"valid_to":null"#))
        for day in ["2018-06-01", "2025-06-01"] {
            let plain = try sandbox.qpv("audit", "-q", rows, "--perimeters", file, "--on", day)
            #expect(plain.code == 0 && !plain.stdout.isEmpty)
            for other in [package, copy] {
                let same = try sandbox.qpv("audit", "-q", rows, "--perimeters", other, "--on", day)
                #expect(same.stdout == plain.stdout, "\(day) \(other)")
            }
        }
    }

    @Test("the files beside a Shapefile are no outputs, and stand in the provenance with their SHA-256")
    func companions() throws {
        let made = try made()
        let shapes = try sandbox.write(Self.shapefile, to: "p.shp")
        let table = try sandbox.write("abc", to: "p.dbf"), crs = try sandbox.write("", to: "p.PRJ")
        let rows = try sandbox.write("lon;lat\n2.2226802;46.1335562\n", to: "in.csv")
        let bin = try ogr2ogr("cp '\(made)' \"$out\"")
        for output in [table, crs, shapes] {
            let result = try qpv(programs: bin, "audit", rows, "--perimeters", shapes, "-o", output)
            #expect(result.code == 64 && result.stderr.contains("the output would replace an input"), "\(output)")
            let compared = try qpv(programs: bin, "compare", Self.sample, shapes, "-o", output)
            #expect(compared.code == 64, "\(output)")
        }
        #expect(sandbox.text("p.dbf") == "abc")
        let audit = try qpv(programs: bin, "audit", rows, "--perimeters", shapes, "-o", sandbox.path("out.csv"))
        #expect(audit.code == 0)
        let provenance = try #require(sandbox.text("out.csv.provenance.json"))
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        for word in [#""beside":"#, #""p.dbf""#, #""p.PRJ""#, digest] { #expect(provenance.contains(word)) }
        let info = try qpv(programs: bin, "perimeters", "info", shapes)
        #expect(info.text.contains("beside      p.dbf  \(digest)\n"))
    }

    @Test("options that change what is read stand in the provenance")
    func statedOptions() throws {
        let text = String(decoding: Self.sampleBytes, as: UTF8.self).replacing("code_qp", with: "ident")
        let file = try sandbox.write(text, to: "p.geojson")
        let rows = try sandbox.write("lon;lat\n2.2226802;46.1335562\n", to: "in.csv")
        let audit = try sandbox.qpv(
            "audit", rows, "--perimeters", file, "--code-field", "ident", "--kind", "qpv", "--perimeters-crs", "4326",
            "-o", sandbox.path("out.csv"))
        #expect(audit.code == 0)
        let converted = try sandbox.qpv(
            "perimeters", "convert", file, "--code-field", "ident", "--name-field", "lib_qp", "-o",
            sandbox.path("p.gpkg"))
        #expect(converted.code == 0)
        let stated = try #require(sandbox.text("out.csv.provenance.json"))
        for word in [#""options":"#, #""code_field": "ident""#, #""kind": "qpv""#, #""crs": "EPSG:4326 (WGS 84)""#] {
            #expect(stated.contains(word), "\(word)")
        }
        #expect(sandbox.text("p.gpkg.provenance.json")?.contains(#""name_field": "lib_qp""#) == true)
    }

    @Test("a name that begins with a dash is a file, an empty file is called empty, and writing nothing is a failure")
    func ogrFaults() throws {
        let bin = try ogr2ogr("exit 0")
        let shapes = try sandbox.write(Self.shapefile, to: "p.shp")
        let nothing = try qpv(programs: bin, "perimeters", "info", shapes)
        #expect(nothing.code == 65)
        #expect(nothing.stderr == "error: ogr2ogr wrote nothing on a Shapefile\n  --> \(shapes)\n")
        for name in ["e.shp", "e.kml"] {
            let file = try sandbox.write("", to: name)
            let result = try sandbox.qpv("perimeters", "info", file)
            #expect(result.code == 65 && result.stderr.hasPrefix("error: the file is empty: expected a"), "\(name)")
        }
    }

    @Test("what ogr2ogr calls an error is a warning, also when quiet")
    func ogrErrors() throws {
        let made = try made()
        let shapes = try sandbox.write(Self.shapefile, to: "p.shp")
        let bin = try ogr2ogr(
            "echo 'Warning 1: so so' >&2; echo 'ERROR 1: half of it' >&2; cp '\(made)' \"$out\"")
        let rows = try sandbox.write("lon;lat\n2.2226802;46.1335562\n", to: "in.csv")
        for words in [
            ["audit", "-q", rows, "--perimeters", shapes], ["compare", "-q", Self.sample, shapes],
            ["perimeters", "convert", "-q", shapes, "-o", "-"],
        ] {
            let result = try Program.run(
                words, input: .nothing, stdout: .kept, stderr: .kept,
                environment: sandbox.environment.merging(["PATH": bin]) { $1 })
            #expect(result.stderr == "warning: ogr2ogr: ERROR 1: half of it\n", "\(words)")
        }
    }
}
