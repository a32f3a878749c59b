import Foundation
import TestSupport
import Testing

@Suite("qpv map")
struct MapCommandTests {
    let sandbox = try! Sandbox()

    /// The sample's beneficiaries, audited by the program itself.
    private func audited() throws -> String {
        let path = sandbox.path("audite.csv")
        let result = try sandbox.qpv(
            "audit", "-q", "geodata/beneficiaires.csv", "--gazetteer", Samples.gazetteer.path, "-o", path)
        try #require(result.code == 0)
        return path
    }

    private func map(_ words: String...) throws -> Program.Result {
        try Program.run(
            ["map", "--gazetteer", Samples.gazetteer.path] + words, input: .nothing, stdout: .kept, stderr: .kept,
            environment: sandbox.environment)
    }

    private func geoJSON(_ name: String) throws -> [[String: Any]] {
        let bytes = try #require(sandbox.bytes(name))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(Set(object.keys) == ["type", "features"] && object["type"] as? String == "FeatureCollection")
        return try #require(object["features"] as? [[String: Any]])
    }

    @Test("perimeters, rows and places in all formats: what is said, and the provenance")
    func sample() throws {
        let rows = try audited()
        var result = try map(
            "--perimeters", "geodata/perimetres-2024.geojson", "--perimeters", "geodata/qva.geojson", "--rows", rows,
            "--hexagons", "200", "--places", "geodata/lieux.csv", "-o", sandbox.path("a.html"), "-o",
            sandbox.path("a.geojson"), "-o", sandbox.path("a.gpkg"))
        result = Program.Result(
            arguments: result.arguments.map { $0 == Samples.gazetteer.path ? "ban.qpvg" : $0 }, stdout: result.stdout,
            stderr: result.stderr, code: result.code, signal: nil, peakKilobytes: 0)
        try sandbox.expect(result, is: "map", files: ["a.html.provenance.json"])
        let beside = try #require(sandbox.text("a.html.provenance.json"))
        #expect(sandbox.text("a.geojson.provenance.json") == beside)
        #expect(sandbox.text("a.gpkg.provenance.json") == beside)

        let features = try geoJSON("a.geojson")
        let layers = features.compactMap { ($0["properties"] as? [String: Any])?["layer"] as? String }
        let counts = Dictionary(layers.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts["qpv"] == 4 && counts["qva"] == 1 && counts["places"] == 40 && layers.count == features.count)
        let shown = features.compactMap { ($0["properties"] as? [String: Any])?["rows"] as? Int }
        #expect(shown.count == counts["hexagons"] && shown.allSatisfy { $0 >= 5 })
        // 600 rows, 10 of them not located, others without one position; the rest is what the notice says.
        let rest = try #require(result.stderr.firstMatch(of: /disclosure control: (\d+) rows altogether/))
        let anywhere = try #require(result.stderr.firstMatch(of: /map, without one address[^:]*: (\d+)/))
        #expect(shown.reduce(0, +) + Int(rest.1)! + Int(anywhere.1)! == 590)
    }

    @Test("the same command gives the same bytes")
    func stable() throws {
        let rows = try audited()
        for name in ["1", "2"] {
            let outputs = ["html", "geojson", "gpkg"].flatMap { ["-o", sandbox.path("\(name).\($0)")] }
            let words = ["map", "-q", "--rows", rows, "--hexagons", "150"] + outputs
            let result = try Program.run(
                words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
            #expect(result.code == 0 && result.stderr == "")
        }
        for end in ["html", "geojson", "gpkg"] { #expect(sandbox.bytes("1.\(end)") == sandbox.bytes("2.\(end)")) }
    }

    @Test("GeoJSON is as RFC 7946 wants it: members, positions with seven decimals, closed rings, right-hand rule")
    func standard() throws {
        let rows = try audited()
        _ = try map(
            "-q", "--rows", rows, "--hexagons", "200", "--points", "--places", "geodata/lieux.csv", "-o",
            sandbox.path("a.geojson"))
        let features = try geoJSON("a.geojson")
        #expect(features.count > 600)
        for feature in features {
            #expect(Set(feature.keys) == ["type", "geometry", "properties"] && feature["type"] as? String == "Feature")
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(["qpv", "hexagons", "rows", "places"].contains(properties["layer"] as? String))
            let geometry = try #require(feature["geometry"] as? [String: Any])
            #expect(Set(geometry.keys) == ["type", "coordinates"])
            switch geometry["type"] as? String {
            case "Point": try Self.check(position: #require(geometry["coordinates"] as? [Double]))
            case "MultiPolygon":
                let polygons = try #require(geometry["coordinates"] as? [[[[Double]]]])
                #expect(!polygons.isEmpty)
                for polygon in polygons { Self.check(polygon: polygon) }
            default: Issue.record("a geometry of type \(geometry["type"] ?? "none")")
            }
        }
        let text = try #require(sandbox.text("a.geojson"))
        #expect(text.firstMatch(of: /[\[,]-?\d+\.\d{8,}/) == nil)
        #expect(text.contains(/2\.\d{7},46\.\d{7}/))
    }

    private static func check(position: [Double]) {
        #expect(position.count == 2 && abs(position[0]) <= 180 && abs(position[1]) <= 90)
    }

    private static func check(polygon: [[[Double]]]) {
        for (i, ring) in polygon.enumerated() {
            #expect(ring.count >= 4 && ring.first == ring.last)
            ring.forEach { check(position: $0) }
            let twice = zip(ring, ring.dropFirst()).reduce(0) { sum, side in
                let (a, b) = side
                return sum + (a[0] - ring[0][0]) * (b[1] - ring[0][1]) - (b[0] - ring[0][0]) * (a[1] - ring[0][1])
            }
            #expect(i == 0 ? twice > 0 : twice < 0, "the exterior turns to the left, holes to the right")
        }
    }

    @Test("GDAL reads the GeoPackage without a word", .enabled(if: GDAL.isInstalled, Comment(rawValue: GDAL.missing)))
    func geoPackage() throws {
        let rows = try audited()
        let path = sandbox.path("a.gpkg")
        _ = try map("-q", "--rows", rows, "--hexagons", "200", "--places", "geodata/lieux.csv", "-o", path)
        let info = try GDAL.run("ogrinfo", "-al", "-so", path)
        #expect(info.code == 0 && info.stderr == "")
        let layers = info.stdout.matches(of: /Layer name: (\w+)/).map { String($0.1) }
        #expect(layers == ["qpv", "hexagons", "places", "layer_styles"])
        let style = try GDAL.run("ogrinfo", "-q", path, "-sql", "SELECT styleQML FROM layer_styles")
        for kind in ["singleSymbol", "graduatedSymbol", "categorizedSymbol"] { #expect(style.stdout.contains(kind)) }
    }

    @Test("a page names no address of the network and forbids all; with a background it allows that one")
    func network() throws {
        _ = try map("-q", "--places", "geodata/lieux.csv", "-o", sandbox.path("a.html"))
        let page = try #require(sandbox.text("a.html"))
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("//www"))
        #expect(page.contains("content=\"default-src 'none'; script-src 'sha256-"))
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"fr\">"))
        _ = try map("-q", "--lang", "en", "--background", "ign", "-o", sandbox.path("b.html"))
        let other = try #require(sandbox.text("b.html"))
        #expect(Set(other.matches(of: /https?:\/\/[a-z.]+/).map { String($0.0) }) == ["https://data.geopf.fr"])
        #expect(other.contains("img-src data: https://data.geopf.fr;") && other.contains("<html lang=\"en\">"))
        #expect(other.contains("© IGN") && !page.contains("IGN"))
    }

    @Test("points are on the map only when asked for, and then with a warning")
    func points() throws {
        let rows = try audited()
        let without = try map("-q", "--rows", rows, "-o", sandbox.path("a.geojson"))
        #expect(without.code == 0 && without.stderr == "" && sandbox.text("a.geojson")?.contains("\"Point\"") == false)
        let with = try map(
            "-q", "--rows", rows, "--points", "-o", sandbox.path("a.geojson"), "-o", sandbox.path("a.html"))
        #expect(with.stderr.contains("warning: with --points each row is on the map as a point"))
        #expect(sandbox.text("a.geojson")?.components(separatedBy: "\"Point\"").count == 549)
        #expect(sandbox.text("a.html")?.contains("Chaque point est une ligne du fichier") == true)
    }

    @Test("four rows, one in each of four perimeters: neither the files nor the provenance say that they are four")
    func smallTotal() throws {
        let codes = ["QN09901M", "QN09902M", "QN09903I", "QN09904N"]
        let lines = codes.map { "1,inside,\($0),\($0),2.21,46.14\n" }.joined()
        let rows = try sandbox.write(
            "id,qpv_verdict,qpv_code,qpv_nearest_code,longitude,latitude\n" + lines, to: "r.csv")
        let result = try map("--rows", rows, "--hexagons", "300", "-o", sandbox.path("a.html"))
        #expect(result.code == 0 && !result.stderr.contains("4 rows"), "\(result.stderr)")
        let page = try #require(sandbox.text("a.html"))
        #expect(page.contains("4 QPV 2024 · lignes : nombre secret</p>"))
        #expect(sandbox.text("a.html.provenance.json")?.contains("\"rows\"") == false)
    }

    @Test("two vintages are two layers, and nothing is added")
    func vintages() throws {
        let result = try sandbox.qpv("map", "-q", "--vintage", "2024,2015", "-o", sandbox.path("a.geojson"))
        #expect(result.code == 0)
        let layers = try geoJSON("a.geojson").compactMap { ($0["properties"] as? [String: Any])?["layer"] as? String }
        #expect(Set(layers) == ["qpv", "qpv_2015"])
    }

    @Test(
        "command lines that cannot be done are refused with 64",
        arguments: [
            ["-o", "a.svg"], [], ["-o", "a.html", "-o", "a.html"], ["--hexagons", "200", "-o", "a.html"],
            ["--points", "-o", "a.html"], ["--background", "ign", "-o", "a.gpkg"],
            ["--background", "osm", "-o", "a.html"],
            ["--threshold", "2", "-o", "a.html"], ["--threshold", "0", "-o", "a.html"],
            ["--rows", "r.csv", "--hexagons", "0", "-o", "a.html"],
            ["--rows", "r.csv", "--hexagons", "-200", "-o", "a.html"],
            ["--rows", "r.csv", "--hexagons", "1e9", "-o", "a.html"],
            ["--rows", "r.csv", "--hexagons", "nan", "-o", "a.html"],
            ["--rows", "r.csv", "--hexagons", "many", "-o", "a.html"],
            ["--rows", "-", "--places", "-", "-o", "a.html"],
            ["--lang", "de", "-o", "a.html"], ["--within", "300", "-o", "a.html"],
            ["--places", "geodata/lieux.csv", "--within", "0", "-o", "a.html"],
        ])
    func usage(words: [String]) throws {
        let here = words.map { $0.hasPrefix("a.") ? sandbox.path($0) : $0 }
        let result = try Program.run(
            ["map"] + here, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 64 && result.stderr.hasPrefix("error: "), "\(result.stderr)")
        #expect(sandbox.bytes("a.html") == nil)
    }

    @Test("files that are not what they should be: one message, a stable code, no output")
    func badFiles() throws {
        let notAudited = try sandbox.write("id;adresse\n1;3 rue X\n", to: "not-audited.csv")
        let noPosition = try sandbox.write(
            "id;qpv_verdict;qpv_code;qpv_nearest_code\n1;inside;QN09901M;QN09901M\n", to: "no-position.csv")
        let empty = try sandbox.write("", to: "empty.csv")
        let notPlaces = try sandbox.write("a;b\n1;2\n", to: "not-places.csv")
        let output = sandbox.path("a.html")
        for (name, code, words) in [
            ("map-not-audited", 65, ["--rows", notAudited]),
            ("map-no-position", 65, ["--rows", noPosition, "--hexagons", "200"]),
            ("map-empty", 65, ["--rows", empty]), ("map-not-places", 65, ["--places", notPlaces]),
            ("map-missing", 66, ["--rows", sandbox.path("none.csv")]),
        ] {
            let result = try Program.run(
                ["map", "-q"] + words + ["-o", output], input: .nothing, stdout: .kept, stderr: .kept,
                environment: sandbox.environment)
            try sandbox.expect(result, is: name)
            #expect(result.code == Int32(code))
            #expect(sandbox.bytes("a.html") == nil)
        }
        let same = try sandbox.qpv(
            "map", "--rows", noPosition, "-o", sandbox.path("b.html"), "-o", noPosition + "/../b.html")
        #expect(same.code == 73 || same.code == 64)
        let header = try sandbox.write("qpv_verdict;qpv_code;qpv_nearest_code;longitude;latitude\n", to: "header.csv")
        #expect(try sandbox.qpv("map", "-q", "--rows", header, "--hexagons", "100", "-o", output).code == 0)
        #expect(try sandbox.qpv("map", "-q", "-o", sandbox.path("none/a.html")).code == 73)
    }
}
