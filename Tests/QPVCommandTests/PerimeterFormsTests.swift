import Foundation
import TestSupport
import Testing

/// Perimeters in forms that are not plain GeoJSON: read, or named with what to do.
@Suite("forms of perimeter files")
struct PerimeterFormsTests {
    let sandbox = try! Sandbox()

    private static func feature(_ code: String, _ x: Double, geometry: String? = nil, more: String = "") -> String {
        let ring = "[[\(x),48.12],[\(x + 0.01),48.12],[\(x + 0.01),48.13],[\(x),48.13],[\(x),48.12]]"
        let shape = geometry ?? #"{"type":"Polygon","coordinates":[\#(ring)]}"#
        return #"{"type":"Feature","properties":{"code_qp":"\#(code)"\#(more)},"geometry":\#(shape)}"#
    }

    private static let two = [feature("QP035901", -1.66), feature("QP035902", -1.64)]
    private static let collection = #"{"type":"FeatureCollection","features":[\#(two.joined(separator: ","))]}"#

    @Test("lines, records, scripts and UTF-16 are read and named")
    func wrappings() throws {
        let utf16 = [0xFF, 0xFE] + Array(Self.collection.data(using: .utf16LittleEndian)!)
        let forms: [(name: String, bytes: [UInt8], says: String)] = [
            ("a.geojsonl", Array(Self.two.joined(separator: "\n").utf8), "lines"),
            ("b.geojsons", Array(Self.two.map { "\u{1E}" + $0 + "\n" }.joined().utf8), "lines"),
            ("c.js", Array("var qpv = \(Self.collection);\n".utf8), "JavaScript"),
            ("d.json", Array("callback(\(Self.collection));".utf8), "JavaScript"), ("e.geojson", utf16, "UTF-16"),
        ]
        for form in forms {
            let path = try sandbox.write(form.bytes, to: form.name)
            let result = try sandbox.qpv("perimeters", "info", path)
            #expect(result.code == 0 && result.text.contains("perimeters  2"), "\(form.name): \(result.stderr)")
            #expect(result.stderr.contains(form.says), "\(form.name): \(result.stderr)")
        }
    }

    @Test("a collection is its areas, a list its first item, NaN nothing, and the identifier a code")
    func members() throws {
        let ring = "[[-1.66,48.12],[-1.65,48.12],[-1.65,48.13],[-1.66,48.13],[-1.66,48.12]]"
        let shape =
            #"{"geometries":[{"type":"Point","coordinates":[-1.66,48.12]},{"type":"Polygon","coordinates":[\#(ring)]}],"type":"GeometryCollection"}"#
        let features = [
            Self.feature("QP035901", 0, geometry: shape),
            Self.feature("QP035902", -1.64, more: #","pop":NaN,"taux":-Infinity"#),
            Self.feature("QP035903", -1.62, more: #","insee_com":9122.0"#),
            Self.feature("QP035904", -1.60).replacingOccurrences(of: #""QP035904""#, with: #"["QP035904"]"#),
            Self.feature("QP035905", -1.58)
                .replacingOccurrences(of: #"{"code_qp":"QP035905"}"#, with: "{}").dropLast() + #","id":"QP035905"}"#,
        ]
        let path = try sandbox.write(
            #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, to: "m.geojson")
        let result = try sandbox.qpv("perimeters", "info", "--json", path)
        #expect(result.code == 0, "\(result.stderr)")
        for part in ["QP035901", "QP035902", "\"09122\"", "\"code\": \"QP035904\"", "\"code\": \"QP035905\""] {
            #expect(result.text.contains(part), "\(part)")
        }
    }

    @Test("a shape in another territory than its code says is a fault, and its commune is in doubt")
    func otherTerritory() throws {
        let text = Self.feature("QP973001", -1.66, more: #","insee_com":"97302""#)
        let path = try sandbox.write(#"{"type":"FeatureCollection","features":[\#(text)]}"#, to: "g.geojson")
        let faults = try sandbox.qpv("perimeters", "validate", path)
        #expect(faults.code == 0 && faults.text.contains("[other_territory]") && faults.text.contains("Guyane"))
        for place in [["-52.33", "4.93"], ["-1.655", "48.125"]] {
            let answer = try sandbox.qpv(
                ["check", "--json", "--lon=\(place[0])", "--lat=\(place[1])", "--perimeters", path])
            #expect(answer.text.contains(#""qpv_verdict": "uncertain""#), "\(answer.text)\(answer.stderr)")
        }
    }

    @Test("ground of an overlap is uncertain, ground that is not covered is told with its name, unless it is stated")
    func ground() throws {
        let path = try sandbox.write(Self.collection, to: "p.geojson")
        let rows = try sandbox.write("id;lon;lat\n1;-1.655;48.125\n2;-1.30;48.35\n3;55.45;-20.88\n", to: "r.csv")
        let result = try sandbox.qpv("audit", rows, "--perimeters", path, "-o", sandbox.path("o.csv"))
        let lines = try #require(sandbox.text("o.csv")).split(separator: "\n")
        #expect(lines[1].contains(";inside;") && lines[2].contains("ground_not_covered"))
        #expect(lines[3].contains("ground_not_covered"))
        #expect(result.stderr.contains("La Réunion 1") && result.stderr.contains("--covers"), "\(result.stderr)")
        #expect(sandbox.text("o.csv.provenance.json")?.contains("\"ground_not_covered\"") ?? false)
        let stated = try sandbox.qpv(
            "audit", rows, "--perimeters", path, "--covers", "france", "-o", sandbox.path("s.csv"))
        #expect(stated.code == 0 && sandbox.text("s.csv")?.contains("ground_not_covered") == false)
        #expect(try sandbox.qpv("audit", rows, "--perimeters", path, "--covers", "Nowhere").code == 64)
    }

    @Test("the fictional gazetteer does not answer for perimeters of real communes")
    func sampleGazetteer() throws {
        let path = try sandbox.write(Self.collection, to: "p.geojson")
        let both = try sandbox.write("id;adresse;lat;lon\n1;14 rue Pasteur;48.125;-1.655\n", to: "b.csv")
        let result = try sandbox.qpv("audit", both, "--perimeters", path)
        #expect(result.code == 0 && result.text.contains(";inside;") && !result.text.contains("Valfictif"))
        let only = try sandbox.write("id;adresse\n1;14 rue Pasteur\n", to: "a.csv")
        let refused = try sandbox.qpv("audit", only, "--perimeters", path)
        #expect(refused.code == 66 && refused.stderr.contains("--gazetteer"), "\(refused.stderr)")
    }

    @Test("each of several files may have fields of its own, by its kind or its name")
    func fieldsOfLayers() throws {
        let first = try sandbox.write(Self.collection, to: "p.geojson")
        let second = try sandbox.write(
            Self.collection.replacingOccurrences(of: "code_qp", with: "ident"), to: "zones.geojson")
        let rows = try sandbox.write("id;lon;lat\n1;-1.655;48.125\n", to: "r.csv")
        for layer in ["zfu", "zones", "zones.geojson"] {
            let result = try sandbox.qpv(
                "audit", rows, "--perimeters", first, "--perimeters", "zfu=\(second)", "--code-field", "\(layer)=ident")
            #expect(result.code == 0 && result.text.contains("zfu_code"), "\(layer): \(result.stderr)")
        }
    }

    @Test("degrees without their decimal point are not located, and the summary says so")
    func lostPoint() throws {
        let path = try sandbox.write(Self.collection, to: "p.geojson")
        let rows = try sandbox.write("id;lon;lat\n1;-1655;48125\n2;-1655123;48125123\n", to: "r.csv")
        let result = try sandbox.qpv("audit", rows, "--perimeters", path)
        #expect(result.text.contains("not_located") && result.stderr.contains("2 rows with what looks like degrees"))
    }
}
