import Planar
import TestSupport
import Testing

@testable import Interchange

@Suite("GeoJSON")
struct GeoJSONTests {
    static func read(_ text: String) throws -> GeoJSONDocument {
        try GeoJSON.read(ByteSource(bytes: Array(text.utf8), name: "p.geojson"))
    }

    static func failure(_ text: String) -> String {
        do { return "read \(try read(text).features.count) features" } catch {
            return (error as? InterchangeError)?.fullDescription ?? "\(error)"
        }
    }

    static let square = "[[0,0],[1,0],[1,1],[0,1],[0,0]]"

    /// All that a document says, as a text that can be compared.
    static func dump(_ document: GeoJSONDocument) -> String {
        var writer = GeoJSONWriter(precision: .shortest)
        for feature in document.features { writer.append(feature) }
        writer.finish()
        return writer.output.string + "\(document.summary) \(document.features.map(\.line))"
    }

    @Test("a collection with its crs, in any order of members")
    func collection() throws {
        let feature =
            #"{"type":"Feature","id":7,"properties":{"code":"QP001","n":1.50},"geometry":{"type":"Polygon","coordinates":[\#(Self.square)]}}"#
        let crs = #""crs":{"type":"name","properties":{"name":"EPSG:2154"}}"#
        let forward = try Self.read(
            #"{"type":"FeatureCollection","name":"x",\#(crs),"features":[\#(feature)],"bbox":[0,0,1,1]}"#)
        let backward = try Self.read(
            #"{"features":[{"geometry":{"coordinates":[\#(Self.square)],"type":"Polygon"},"properties":{"code":"QP001","n":1.50},"id":7,"type":"Feature"}],\#(crs),"name":"x","type":"FeatureCollection"}"#
        )
        #expect(Self.dump(forward) == Self.dump(backward))
        #expect(forward.summary.crs == "EPSG:2154" && forward.summary.name == "x")
        let draft = #"{"type":"FeatureCollection","crs":{"type":"EPSG","properties":{"code":2154}},"features":[]}"#
        #expect(try GeoJSON.read(ByteSource(bytes: Array(draft.utf8))).summary.crs == "EPSG:2154")
        #expect(forward.features[0].properties["n"] == .number("1.50"))
        #expect(forward.features[0].id == .number("7"))
        #expect(forward.features[0].geometry.area?.polygons[0].exterior.count == 5)
    }

    @Test("a feature alone, a geometry alone")
    func alone() throws {
        let geometry = #"{"type":"MultiPolygon","coordinates":[[\#(Self.square)],[\#(Self.square),\#(Self.square)]]}"#
        for text in [
            geometry, #"{"type":"Feature","properties":null,"geometry":\#(geometry)}"#,
            #"{"coordinates":[[\#(Self.square)],[\#(Self.square),\#(Self.square)]],"type":"MultiPolygon"}"#,
        ] {
            let document = try Self.read(text)
            #expect(document.features.count == 1)
            #expect(document.features[0].geometry.area?.polygons.map(\.holes.count) == [0, 1])
        }
    }

    @Test("every type of geometry, its further coordinates dropped")
    func types() throws {
        func geometry(_ type: String, _ coordinates: String) throws -> Geometry {
            let forward = try Self.read(#"{"type":"\#(type)","coordinates":\#(coordinates)}"#).features[0].geometry
            let backward = try Self.read(#"{"coordinates":\#(coordinates),"type":"\#(type)"}"#).features[0].geometry
            #expect(forward.typeName == backward.typeName)
            return forward
        }
        guard case .point(let point) = try geometry("Point", "[1,2,3,4]") else { return #expect(Bool(false)) }
        #expect(point.x == 1 && point.y == 2)
        #expect(try geometry("MultiPoint", "[[1,2],[3,4,5]]").typeName == "MultiPoint")
        #expect(try geometry("LineString", "[[1,2],[3,4]]").typeName == "LineString")
        #expect(try geometry("MultiLineString", "[[[1,2],[3,4]],[[1,2],[3,4]]]").typeName == "MultiLineString")
        #expect(try geometry("Polygon", "[]").typeName == "null")
        #expect(try geometry("MultiPolygon", "[[],[[]]]").typeName == "null")
        #expect(try geometry("MultiPolygon", "[[],[[[0,0],[1,1],[2,0]]]]").area?.polygons.count == 1)
        #expect(try geometry("Point", "[]").typeName == "null")
    }

    @Test("rings stay as they are: open, short; open ones are counted")
    func rings() throws {
        let text = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]],[[0,0],[0,0]],[]]}"#
        let feature = try Self.read(text).features[0]
        #expect(feature.unclosedRings == 1)
        #expect(feature.geometry.area?.polygons[0].exterior.count == 3)
        #expect(feature.geometry.area?.polygons[0].holes.map(\.count) == [2, 0])
    }

    @Test("a null geometry is an empty one, and features know their lines")
    func nullGeometry() throws {
        let document = try Self.read(
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {}, "geometry": null},

              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}}
            ]}
            """)
        #expect(document.features.map(\.line) == [2, 4])
        #expect(document.features[0].geometry.area?.polygons.isEmpty == true)
        #expect(document.features[1].geometry.area == nil)
    }

    @Test("messages show the place and say what was expected")
    func messages() {
        #expect(
            Self.failure(#"{"type":"Topology"}"#) == """
                error: expected “FeatureCollection”, “Feature”, “Polygon” or “MultiPolygon”
                  --> p.geojson:1:9
                1 | {"type":"Topology"}
                  |         ^
                """)
        #expect(
            Self.failure(#"{"type":"Polygon","coordinates":[[[0,0],["a",1]]]}"#) == """
                error: expected a number
                  --> p.geojson:1:42
                1 | {"type":"Polygon","coordinates":[[[0,0],["a",1]]]}
                  |                                          ^
                """)
        #expect(
            Self.failure(#"{"type":"Polygon","coordinates":[[0,0],[1,1]]}"#) == """
                error: expected [: a Polygon has a list of rings
                  --> p.geojson:1:35
                1 | {"type":"Polygon","coordinates":[[0,0],[1,1]]}
                  |                                   ^
                """)
        #expect(
            Self.failure(#"{"coordinates":[[0,0],[1,1]],"type":"Polygon"}"#) == """
                error: the coordinates are not those of a Polygon
                  --> p.geojson:1:16
                1 | {"coordinates":[[0,0],[1,1]],"type":"Polygon"}
                  |                ^ these
                """)
        #expect(
            Self.failure(#"{"type":"Polygon","coordinates":[[[0,1e999]]]}"#) == """
                error: the number is too large
                  --> p.geojson:1:38
                1 | {"type":"Polygon","coordinates":[[[0,1e999]]]}
                  |                                      ^
                """)
        #expect(
            Self.failure(#"{"type":"Point","coordinates":[1,2]} x"#) == """
                error: expected nothing after the value
                  --> p.geojson:1:38
                1 | {"type":"Point","coordinates":[1,2]} x
                  |                                      ^
                """)
    }

    @Test(
        "what is not GeoJSON is refused",
        arguments: [
            "[]", "{}", "3", #"{"type":"FeatureCollection"}"#, #"{"type":"Polygon"}"#, #"{"type":3}"#,
            #"{"type":"FeatureCollection","features":{}}"#, #"{"type":"FeatureCollection","features":[null]}"#,
            #"{"type":"FeatureCollection","features":[{}]}"#,
            #"{"type":"FeatureCollection","features":[{"type":"Point"}]}"#,
            #"{"type":"Feature","geometry":[]}"#, #"{"type":"Feature","geometry":{}}"#,
            #"{"type":"Feature","geometry":{"type":"Polygon"}}"#, #"{"type":"Feature","properties":[]}"#,
            #"{"type":"Polygon","coordinates":[[[0]]]}"#, #"{"type":"Polygon","coordinates":[[[]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0,0,0,0]]]}"#, #"{"type":"Polygon","coordinates":[[[[0,0]]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[0,null]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0] [1,1]]]}"#,
            #"{"coordinates":[[0,0],[[1,1]]],"type":"Polygon"}"#, #"{"coordinates":[[[[[0,0]]]]],"type":"Polygon"}"#,
            #"{"coordinates":[0,0]}"#, #"{"type":"FeatureCollection","features":[],"features":[]}"#,
            #"{"type":"Point","coordinates":[01,2]}"#, #"{"type":"Point","coordinates":[1.,2]}"#,
        ])
    func refused(_ text: String) { #expect(Self.failure(text).hasPrefix("error: ")) }

    /// A document with something of everything, on several lines.
    static let sample = """
        {"type": "FeatureCollection", "name": "é",
         "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features": [
         {"type": "Feature", "id": "a", "properties": {"code": "QP001", "é\\n": [1.5e3, {"x": null}], "t": true},
          "geometry": {"type": "MultiPolygon", "coordinates": [[[[6.123456789012345, 49.1], [6.2, 49.1, 3], [6.2, 49.2],
            [6.123456789012345, 49.1]], [[6.15, 49.12], [6.16, 49.13], [6.17, 49.12], [6.15, 49.12]]]]}},
         {"geometry": {"coordinates": [-0.5, 1e-7], "type": "Point"}, "type": "Feature", "properties": null},
         {"type": "Feature", "geometry": null}], "extra": [[[]], {"a": "\\u00e9"}]}
        """

    @Test("cut at any byte it is an error with a place, never worse")
    func truncated() throws {
        let bytes = Array(Self.sample.utf8)
        for count in 0..<bytes.count {
            let error = #expect(throws: InterchangeError.self, "cut at \(count)") {
                try GeoJSON.read(ByteSource(bytes: Array(bytes[..<count])))
            }
            #expect(error?.line != nil && error?.column != nil)
        }
    }

    @Test("with a byte changed it is read or refused, never worse")
    func fuzzed() throws {
        let bytes = Array(Self.sample.utf8)
        for seed in UInt64(1)...5000 {
            var random = SeededGenerator(seed: seed)
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<changed.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[index] = UInt8.random(in: 0...255, using: &random)
                case 1: changed.remove(at: index)
                default: changed.insert(Array("[]{}\",:0-eE.\\ \nn".utf8).randomElement(using: &random)!, at: index)
                }
            }
            do { _ = try GeoJSON.read(ByteSource(bytes: changed)) } catch {
                #expect(error.kind == .badData && error.line != nil, "seed \(seed)")
            }
        }
    }

    @Test("the window's size and the way bytes arrive change nothing")
    func windows() throws {
        let features = (0..<300).map { number in
            let ring = (0..<50).map { "[\(number).\($0)00000000000001, \(Double($0) / 7)]" }.joined(separator: ",\n")
            let name = String(repeating: "é\\u00e8", count: number)
            return
                #"{"type":"Feature","properties":{"n":"\#(name)"},"geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
        }
        let text = #"{"type":"FeatureCollection","features":["# + features.joined(separator: ", \n\n") + "]}"
        let whole = try Self.dump(Self.read(text))
        var small = GeoJSONDocument(features: [], summary: GeoJSONSummary())
        small.summary = try GeoJSON.forEachFeature(ByteSource(bytes: Array(text.utf8)), windowBytes: 1) {
            small.features.append($0)
        }
        #expect(Self.dump(small) == whole)
        let pipe = try DribblingPipe(Array(text.utf8), seed: 5)
        #expect(try Self.dump(GeoJSON.read(pipe.source())) == whole)
        #expect(try Self.dump(GeoJSON.read(ByteSource(bytes: storedGzip(Array(text.utf8))))) == whole)
        // The place of an error far behind does not depend on the window either.
        let bad = text.replacing("]}", with: "]} ", maxReplacements: 200) + "x"
        func failure(_ window: Int) -> InterchangeError? {
            #expect(throws: InterchangeError.self) {
                try GeoJSON.forEachFeature(ByteSource(bytes: Array(bad.utf8)), windowBytes: window) { _ in }
            }
        }
        #expect(failure(1)?.line == failure(1 << 20)?.line && failure(1)?.column == failure(1 << 20)?.column)
    }

    @Test("the writer closes rings, turns them, and keeps digits")
    func writer() throws {
        let clockwise = [Point(x: 0, y: 0), Point(x: 0, y: 1), Point(x: 1, y: 1), Point(x: 1, y: 0)]
        let hole = [Point(x: 0.2, y: 0.2), Point(x: 0.4, y: 0.123456789), Point(x: 0.4, y: 0.2)]
        var writer = GeoJSONWriter(members: ["name": "x"])
        writer.append(
            Feature(
                properties: ["code": "QP\"1", "n": .number("1.50")],
                geometry: .polygon(Polygon(exterior: clockwise, holes: [hole]))))
        writer.append(Feature(id: 3, geometry: .point(Point(x: 6.12345678, y: -49))))
        writer.append(Feature(geometry: .empty))
        writer.finish()
        #expect(
            writer.output.string == #"""
                {"type":"FeatureCollection","name":"x","features":[
                {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]],[[0.2,0.2],[0.4,0.2],[0.4,0.1234568],[0.2,0.2]]]},"properties":{"code":"QP\"1","n":1.50}},
                {"type":"Feature","id":3,"geometry":{"type":"Point","coordinates":[6.1234568,-49]},"properties":{}},
                {"type":"Feature","geometry":null,"properties":{}}
                ]}

                """#)
    }

    @Test(
        "what the writer's decimals do not tell apart is written once, and a ring or area of which nothing is left not at all"
    )
    func vanishing() throws {
        func ring(_ side: Double) -> [Point] {
            [(0.0, 0.0), (side, 0), (side, side), (side, side + 1e-9)].map { Point(x: $0.0, y: $0.1) }
        }
        var writer = GeoJSONWriter()
        writer.append(
            Feature(
                geometry: .multiPolygon(
                    MultiPolygon(polygons: [
                        Polygon(exterior: ring(1), holes: [ring(1e-8)]), Polygon(exterior: ring(1e-8)),
                    ])
                )))
        writer.append(Feature(geometry: .polygon(Polygon(exterior: ring(1e-8)))))
        writer.finish()
        #expect(
            writer.output.string == #"""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]},"properties":{}},
                {"type":"Feature","geometry":null,"properties":{}}
                ]}

                """#)
    }
}
