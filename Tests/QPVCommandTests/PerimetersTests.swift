import Foundation
import TestSupport
import Testing

@Suite("qpv perimeters")
struct PerimetersTests {
    let sandbox = try! Sandbox()

    @Test(
        "the samples are described, as text and as JSON",
        arguments: ["perimetres-2024", "perimetres-2015", "qva", "territoire-vecu"])
    func samples(name: String) throws {
        let file = "geodata/\(name).geojson"
        try sandbox.expect(try sandbox.qpv("perimeters", "info", file), is: "perimeters-info-\(name)")
        let valid = try sandbox.qpv("perimeters", "validate", file)
        try sandbox.expect(valid, is: "perimeters-validate-\(name)")
        #expect(valid.code == 0)
        let json = try sandbox.qpv("perimeters", "info", "--json", file)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [String: Any])
        #expect((object["perimeters"] as? [Any])?.isEmpty == false)
        let issues = try sandbox.qpv("perimeters", "validate", "--json", file)
        #expect(try JSONSerialization.jsonObject(with: Data(issues.stdout)) is [Any])
    }

    /// A square of about 150 m by 220 m in the sample's country, and what may be wrong with one like it.
    private static let square = "[[2.22,46.13],[2.222,46.13],[2.222,46.132],[2.22,46.132],[2.22,46.13]]"

    private static func feature(_ geometry: String, code: String = "QN09909N") -> String {
        #"{"type":"Feature","properties":{"code_qp":"\#(code)","lib_qp":"Essai"},"geometry":\#(geometry)}"#
    }

    private static func polygon(_ rings: String) -> String { #"{"type":"Polygon","coordinates":[\#(rings)]}"# }

    private static func collection(_ features: String..., crs: String? = nil) -> String {
        let stated = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
        return #"{"type":"FeatureCollection",\#(stated)"features":["# + "\n" + features.joined(separator: ",\n")
            + "\n]}\n"
    }

    /// What is wrong, the file, and the codes of `validate` and of an audit against it.
    static let faults: [(name: String, text: String, validate: Int32, audit: Int32)] = [
        ("two-points", collection(feature(polygon("[[2.22,46.13],[2.222,46.13]]"))), 65, 65),
        ("unclosed", collection(feature(polygon("[[2.22,46.13],[2.222,46.13],[2.222,46.132],[2.22,46.132]]"))), 0, 0),
        (
            "self-crossing",
            collection(feature(polygon("[[2.22,46.13],[2.222,46.132],[2.222,46.13],[2.22,46.132],[2.22,46.13]]"))), 0, 0
        ),
        ("empty", collection(feature(#"{"type":"Polygon","coordinates":[]}"#)), 65, 65),
        ("null", collection(feature("null")), 65, 65),
        (
            "hole-outside",
            collection(feature(polygon(square + ",[[2.23,46.13],[2.231,46.13],[2.231,46.131],[2.23,46.13]]"))), 0, 0
        ),
        ("duplicate-codes", collection(feature(polygon(square)), feature(polygon(square))), 0, 0),
        (
            "geometry-collection",
            collection(
                feature(#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2.22,46.13]}]}"#)),
            65, 65
        ),
        ("one-of-two", collection(feature(polygon(square)), feature("null", code: "QN09908N")), 65, 0),
        (
            "three-on-one-line",
            collection(
                [
                    feature(polygon(square)), feature("null", code: "QN09908N"),
                    feature(polygon(String(square.dropLast(14) + "]")), code: "QN09907N"),
                ].joined(separator: ",")), 65, 0
        ),
        ("cut", String(collection(feature(polygon(square))).prefix(150)), 65, 65),
        ("not-json", "code;nom\nQN09909N;Essai\n", 65, 65), ("nothing", "", 65, 65),
        ("no-features", collection(), 65, 65), ("other-json", "{\"a\": [1, 2]}\n", 65, 65),
        (
            "no-code",
            collection(#"{"type":"Feature","properties":{"x":1,"y":"z"},"geometry":\#(polygon(square))}"#), 65, 65
        ),
        ("unknown-crs", collection(feature(polygon(square)), crs: "urn:ogc:def:crs:EPSG::31370"), 65, 65),
        (
            "overseas-in-lambert",
            collection(
                feature(polygon("[[338000,7672000],[338200,7672000],[338200,7672200],[338000,7672000]]")),
                crs: "urn:ogc:def:crs:EPSG::2154"), 65, 65
        ),
        (
            "lambert-as-degrees",
            collection(feature(polygon("[[640000,6560000],[640200,6560000],[640200,6560200],[640000,6560000]]"))), 65,
            65
        ),
        ("swapped", collection(feature(polygon("[[46.13,2.22],[46.13,2.222],[46.132,2.222],[46.13,2.22]]"))), 65, 65),
        ("nan", collection(feature(polygon("[[NaN,46.13],[2.222,46.13],[2.222,46.132],[2.22,46.132]]"))), 65, 65),
        (
            "huge-number", collection(feature(polygon("[[1e999,46.13],[2.222,46.13],[2.222,46.132],[2.22,46.132]]"))),
            65, 65
        ),
        ("deep", String(repeating: "[", count: 200_000), 65, 65),
    ]

    @Test("a faulty file is validated line by line; an audit against it repairs, warns or refuses", arguments: faults)
    func faulty(name: String, text: String, validate: Int32, audit: Int32) throws {
        let file = try sandbox.write(text, to: "p.geojson")
        let validated = try sandbox.qpv("perimeters", "validate", file)
        try sandbox.expect(validated, is: "perimeters-validate-\(name)")
        #expect(validated.code == validate)
        let rows = try sandbox.write("lon;lat\n2.221;46.131\n", to: "in.csv")
        let audited = try sandbox.qpv("audit", rows, "--perimeters", file, "-o", sandbox.path("out.csv"))
        try sandbox.expect(audited, is: "audit-perimeters-\(name)", files: ["out.csv"])
        #expect(audited.code == audit)
        #expect(try sandbox.qpv("perimeters", "info", file).code == (validated.stdout.isEmpty ? 65 : 0))
    }

    @Test("a CRS stated with --crs, or --perimeters-crs in an audit, is taken for the file's")
    func statedCRS() throws {
        let text = Self.collection(
            Self.feature(Self.polygon("[[640000,6560000],[640200,6560000],[640200,6560200],[640000,6560000]]")),
            crs: "nope")
        let file = try sandbox.write(text, to: "p.geojson")
        #expect(try sandbox.qpv("perimeters", "validate", file, "--crs", "2154").code == 0)
        let words = [
            "check", "-q", "--lon", "2.2228", "--lat", "46.1372", "--perimeters", file, "--perimeters-crs", "2154",
        ]
        let result = try Program.run(
            words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 0)
        #expect(result.stderr == "")
    }

    @Test("a file that is cut anywhere is refused or read, never a crash", arguments: [UInt64(99)])
    func cuts(seed: UInt64) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "geodata/qva.geojson")))
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let length = Int.random(in: 0..<bytes.count - 2, using: &generator)
            let file = try sandbox.write(Array(bytes[..<length]), to: "p.geojson")
            let result = try sandbox.qpv("perimeters", "info", file)
            #expect(result.code == 65, "cut at \(length), seed \(seed)")
            #expect(result.stderr.hasPrefix("error: "))
        }
    }
}
