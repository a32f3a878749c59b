import Foundation
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing
import Topology

@testable import Perimeters
@testable import Sheets
@testable import Verdicts

@Suite("a file of perimeters")
struct PerimeterFileTests {
    /// A square of 200 m in degrees near 3° E, 46.5° N, where Lambert-93 has its origin.
    static let degrees = "[[[[3.0,46.5],[3.0026,46.5],[3.0026,46.5018],[3.0,46.5018],[3.0,46.5]]]]"
    static let multi = #"{"type":"MultiPolygon","coordinates":\#(degrees)}"#

    static func feature(_ properties: String, _ geometry: String = multi) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
    }

    static func collection(_ features: [String], crs: String? = nil) -> String {
        let member = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
        return "{\"type\":\"FeatureCollection\",\(member)\"features\":[\n" + features.joined(separator: ",\n")
            + "\n]}\n"
    }

    static func read(
        _ features: String..., crs: String? = nil, options: PerimeterFile.Options = .init()
    ) throws -> PerimeterFile {
        let folder = try TemporaryFolder()
        return try PerimeterFile.read(folder.write(collection(features, crs: crs), to: "p.geojson"), options: options)
    }

    static func polygon(_ points: [Point]) -> String {
        #"{"type":"Polygon","coordinates":[[\#(points.map { "[\($0.x),\($0.y)]" }.joined(separator: ","))]]}"#
    }

    /// A polygon of metres in Lambert-93 around the origin, as degrees.
    static func metres(_ pairs: (Double, Double)...) throws -> String {
        let projector = try Projector(from: .wgs84, to: .lambert93)
        return polygon(
            try pairs.map { try #require(projector.inverse(Point(x: 700_000 + $0.0, y: 6_600_000 + $0.1))) })
    }

    // MARK: Fields

    @Test(
        "the names of fields of both vintages and of other producers",
        arguments: [
            (#""code_qp":"QN05701M","lib_qp":"Borny Fictif","insee_com":"57463","lib_com":"Metz Fictif""#, 2024),
            (#""CODE_QP":"QP057001","NOM_QP":"Borny Fictif","COMMUNE_QP":"Metz Fictif","insee_com":57463"#, 2015),
            (#""Code QPV":"QP057001","Nom QPV":"Borny Fictif","Code INSEE":"57463","Commune":"Metz Fictif""#, 2015),
            (#""code":" QN05701M ","nom":"Borny Fictif ","depcom":"57463","nom_com":"Metz Fictif""#, 2024),
        ])
    func fields(properties: String, vintage: Int) throws {
        let file = try Self.read(Self.feature(properties))
        let perimeter = try #require(file.perimeters.first)
        #expect(perimeter.code == (vintage == 2024 ? "QN05701M" : "QP057001"))
        #expect(perimeter.name == "Borny Fictif")
        #expect(perimeter.communeCodes == ["57463"])
        #expect(perimeter.communeNames == ["Metz Fictif"])
        #expect(perimeter.vintage == vintage)
        #expect(perimeter.kind == .qpv)
        #expect(file.issues.isEmpty)
    }

    @Test(
        "several communes in one field, however they are separated; a lost leading zero comes back",
        arguments: [
            #""23901, 23902""#, #""23901,23902""#, #""23901;23902""#, #""23901 / 23902""#, #""23901|23902""#,
            #"["23901","23902"]"#, "[23901,23902]", #""23901 23902""#,
        ])
    func communes(value: String) throws {
        let perimeter = try Self.read(Self.feature(#""code":"A","insee_com":\#(value)"#)).perimeters[0]
        #expect(perimeter.communeCodes == ["23901", "23902"])
        let zero = try Self.read(Self.feature(#""code":"A","insee_com":1004"#)).perimeters[0]
        #expect(zero.communeCodes == ["01004"])
        let corsica = try Self.read(Self.feature(#""code":"A","insee_com":"2a004""#)).perimeters[0]
        #expect(corsica.communeCodes == ["2A004"])
    }

    @Test("names of communes may hold a slash, and the empty field is no commune")
    func communeNames() throws {
        let file = try Self.read(
            Self.feature(#""code":"A","lib_com":"Rives s/Ombre, Saint-Fictif","insee_com":"""#),
            Self.feature(#""code":"B","lib_com":null"#))
        #expect(file.perimeters[0].communeNames == ["Rives s/Ombre", "Saint-Fictif"])
        #expect(file.perimeters[0].communeCodes.isEmpty)
        #expect(file.perimeters[1].communeNames.isEmpty)
    }

    @Test("the kind comes from the option, then a field, then the form of the code")
    func kinds() throws {
        let rows: [(String, PerimeterKind)] = [
            (#""code":"QP057001""#, .qpv), (#""code":"QN05701M""#, .qpv), (#""code":"qn05701m""#, .qpv),
            (#""code":"QVA09901""#, .qva), (#""code":"QN05701M","type":"QVA""#, .qva),
            (#""code":"T1","type":"territoire-vecu""#, .territoireVecu),
            (#""code":"T1","type":"Territoire vécu""#, .territoireVecu), (#""code":"N1","kind":"NPNRU""#, .npnru),
            (#""code":"Z1","type_zone":"zfu""#, .zfu), (#""code":"Z1","type":"bassin""#, .other),
            (#""code":"Z1""#, .other),
        ]
        for (properties, kind) in rows {
            #expect(try Self.read(Self.feature(properties)).perimeters[0].kind == kind, "\(properties)")
        }
        var options = PerimeterFile.Options()
        options.kind = .territoireVecu
        #expect(try Self.read(Self.feature(rows[0].0), options: options).perimeters[0].kind == .territoireVecu)
    }

    @Test("the vintage comes from the option, then a field, then the whole form of the code")
    func vintages() throws {
        let rows: [(String, Int?)] = [
            (#""code":"QP057001""#, 2015), (#""code":"QN05701M""#, 2024), (#""code":"QN97101N""#, 2024),
            (#""code":"QP971001""#, 2015), (#""code":"QP02A001""#, 2015), (#""code":"QN02B01I""#, 2024),
            (#""code":"qn05701m""#, 2024), (#""code":"QP57001""#, nil), (#""code":"QN05701X""#, nil),
            (#""code":"QPV""#, nil),
            (#""code":"Z1","millesime":2019"#, 2019), (#""code":"QP057001","vintage":"2024""#, 2024),
        ]
        for (properties, vintage) in rows {
            #expect(try Self.read(Self.feature(properties)).perimeters[0].vintage == vintage, "\(properties)")
        }
        var options = PerimeterFile.Options()
        options.vintage = 2000
        #expect(try Self.read(Self.feature(rows[0].0), options: options).perimeters[0].vintage == 2000)
    }

    @Test("fields that the user names are taken, without case and accents")
    func namedFields() throws {
        var options = PerimeterFile.Options()
        options.codeField = "Identité"
        options.nameField = "TITRE"
        let file = try Self.read(Self.feature(#""code":"X","identite":"A1","titre":"Un""#), options: options)
        #expect(file.perimeters[0].code == "A1")
        #expect(file.perimeters[0].name == "Un")
    }

    @Test("a feature without a code is at fault, alone: no place is in it, and none of its commune is outside")
    func oneWithoutCode() throws {
        let file = try Self.read(
            Self.feature(#""code":"A""#), Self.feature(#""code":"","nom":"sans code","insee_com":"93010""#))
        #expect(file.issues.map(\.code) == ["no_code"])
        #expect(file.issues[0].line == 3)
        #expect(file.perimeters.map(\.code) == ["A", ""])
        #expect(file.perimeters[1].shape.isEmpty)
        #expect(file.atlas.isInDoubt(commune: "93010"))
        #expect(!file.atlas.isInDoubt(commune: "93029"))
    }

    @Test("a feature without a code and a commune puts the communes around its shape in doubt")
    func oneWithoutCodeAndCommune() throws {
        let file = try Self.read(Self.feature(#""code":"A","insee_com":"93010""#), Self.feature(#""nom":"sans code""#))
        let around = file.perimeters[1].communeCodes
        #expect(!around.isEmpty)
        #expect(around.allSatisfy(file.atlas.isInDoubt(commune:)))
    }

    @Test("a perimeter that cannot be used, of a département and no known commune, puts the département in doubt")
    func departementInDoubt() throws {
        let file = try Self.read(
            Self.feature(#""code":"A""#), #"{"type":"Feature","properties":{"code":"QP093013"},"geometry":null}"#)
        #expect(file.atlas.isInDoubt(commune: "93010"))
        #expect(!file.atlas.isInDoubt(commune: "75101"))
    }

    @Test("where no feature has a code the file is refused, with the line of the first and what was looked for")
    func noCode() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Self.collection([Self.feature(#""nom":"sans code""#)]), to: "p.geojson")
        do {
            _ = try PerimeterFile.read(path)
            Issue.record("a code was found")
        } catch let error as PerimeterError {
            #expect(
                error.description == """
                    error: a perimeter has no code: looked for \(PerimeterFields.codeNames.joined(separator: ", ")); \
                    the feature has nom
                      --> \(path):2
                    """)
        }
    }

    @Test("a code that is empty is called empty")
    func emptyCode() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            Self.collection([Self.feature(#""CODE_QP":" ","nom":"vide""#)]), to: "p.geojson")
        #expect(throws: PerimeterError.emptyCode(field: "CODE_QP", place: "\(path):2")) {
            try PerimeterFile.read(path)
        }
    }

    @Test("a file without any feature, or in a system nobody knows, is refused")
    func refused() throws {
        let folder = try TemporaryFolder()
        let empty = try folder.write(Self.collection([]), to: "empty.geojson")
        #expect(throws: PerimeterError.noPerimeters(file: empty)) { try PerimeterFile.read(empty) }
        let strange = try folder.write(
            Self.collection([Self.feature(#""code":"A""#)], crs: "Mars 2000"), to: "m.geojson")
        #expect(throws: PerimeterError.unknownCRS("Mars 2000", file: strange)) { try PerimeterFile.read(strange) }
    }

    // MARK: Reference systems

    @Test("CRS84, EPSG:4326 and no member at all mean the same: longitude first")
    func degreesEveryWay() throws {
        let plain = try Self.read(Self.feature(#""code":"A""#)).perimeters[0].shape
        for crs in ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"] {
            #expect(try Self.read(Self.feature(#""code":"A""#), crs: crs).perimeters[0].shape == plain)
        }
    }

    @Test("the same shape in Lambert-93 and in degrees is the same to a centimetre")
    func lambert() throws {
        let corners = [(0.0, 0.0), (200, 0), (200, 200), (90, 130), (0, 200), (0, 0)]
        let points = corners.map { Point(x: 652_300 + $0.0, y: 6_862_200 + $0.1) }
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let degrees = try points.map { p in
            let q = try #require(projector.inverse(p))
            return Point(x: (q.x * 1e7).rounded() / 1e7, y: (q.y * 1e7).rounded() / 1e7)
        }
        let metric = try Self.read(Self.feature(#""code":"A""#, Self.polygon(points)), crs: "EPSG:2154")
        let geographic = try Self.read(Self.feature(#""code":"A""#, Self.polygon(degrees)))
        let a = metric.perimeters[0].shape.polygons[0].exterior
        let b = geographic.perimeters[0].shape.polygons[0].exterior
        #expect(a.count == 6 && a.count == b.count)
        for (p, q) in zip(a, b) { #expect(p.distance(to: q) < 0.01) }
        #expect(metric.crs == .lambert93)
        #expect(abs(metric.perimeters[0].area - (40_000 - 200 * 70 / 2)) < 1e-6)
    }

    @Test("a shape of La Réunion written in Lambert-93 is refused, not moved")
    func wrongGrid() throws {
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let points = try [(55.45, -20.9), (55.46, -20.9), (55.46, -20.89), (55.45, -20.9)].map {
            try #require(projector.project(Point(x: $0.0, y: $0.1)))
        }
        let file = try Self.read(Self.feature(#""code":"QN97401N""#, Self.polygon(points)), crs: "EPSG:2154")
        #expect(file.issues.map(\.code) == ["wrong_grid"])
        #expect(file.issues[0].severity == .error)
        #expect(file.perimeters[0].territory == nil)
        #expect(file.perimeters[0].shape.isEmpty)
    }

    @Test("each territory has its own grid")
    func overseas() throws {
        let rows: [(Double, Double, Territory)] = [
            (3, 46.5, .metropole), (-61.0, 14.6, .antilles), (-52.3, 4.9, .guyane), (55.45, -20.9, .reunion),
            (45.2, -12.8, .mayotte), (-149.56, -17.55, .polynesie),
        ]
        let features = rows.enumerated().map { i, row in
            Self.feature(
                #""code":"A\#(i)""#,
                Self.polygon(
                    [(0.0, 0.0), (0.001, 0), (0.001, 0.001), (0, 0)].map { Point(x: row.0 + $0.0, y: row.1 + $0.1) }))
        }
        let folder = try TemporaryFolder()
        let file = try PerimeterFile.read(folder.write(Self.collection(features), to: "p.geojson"))
        #expect(file.perimeters.map(\.territory) == rows.map { $0.2 })
        #expect(file.issues.isEmpty)
        #expect(file.atlas.regions.map(\.territory) == Territory.allCases.filter { t in rows.contains { $0.2 == t } })
    }

    @Test("a shape that leaves its territory is refused, in degrees and in a grid, with the place as the file has it")
    func leaving() throws {
        let far = Point(x: -61.0, y: 14.6)
        let degrees = try Self.read(
            Self.feature(
                #""code":"A""#, Self.polygon([Point(x: 3, y: 46.5), Point(x: 3.1, y: 46.5), far, Point(x: 3, y: 46.5)]))
        )
        #expect(degrees.issues.map(\.code) == ["several_territories"])
        #expect(degrees.issues[0].location == far)
        #expect(degrees.perimeters[0].territory == nil)
        let away = Point(x: 700_100, y: 9_600_000)
        let metric = try Self.read(
            Self.feature(
                #""code":"A""#,
                Self.polygon([Point(x: 7e5, y: 66e5), Point(x: 700_100, y: 66e5), away, Point(x: 7e5, y: 66e5)])),
            crs: "EPSG:2154")
        #expect(metric.issues.map(\.code) == ["several_territories"])
        #expect(metric.issues[0].location == away)
    }

    @Test("a shape in no French territory is an error: latitude before longitude, the open sea")
    func nowhere() throws {
        let file = try Self.read(
            Self.feature(
                #""code":"A""#,
                Self.polygon([Point(x: 46.5, y: 3), Point(x: 46.6, y: 3), Point(x: 46.6, y: 3.1), Point(x: 46.5, y: 3)])
            ))
        #expect(file.issues.map(\.code) == ["no_territory"])
        #expect(file.issues[0].location == Point(x: 46.5, y: 3))
    }

    // MARK: Shapes

    @Test("a bow tie is repaired, with its line, its place in the file's own coordinates and the area")
    func repaired() throws {
        let file = try Self.read(
            Self.feature(#""code":"A""#, try Self.metres((300, 0), (400, 0), (400, 100), (300, 0))),
            Self.feature(#""code":"B""#, try Self.metres((0, 0), (100, 100), (100, 0), (0, 100), (0, 0))))
        let issue = try #require(file.issues.first)
        #expect(file.issues.count == 1)
        #expect(issue.code == "self_intersection" && issue.severity == .warning)
        #expect(issue.perimeter == "B" && issue.line == 3)
        let place = try #require(issue.location)
        let centre = try #require(Projector(from: .wgs84, to: .lambert93).project(place))
        #expect(centre.distance(to: Point(x: 700_050, y: 6_600_050)) < 0.05)
        #expect(!issue.message.isEmpty && issue.remedy.contains("each taken once"))
        #expect(abs(file.perimeters[1].area - 5000) < 1)
        #expect(abs(try #require(issue.areaChange) - 5000) < 1)
        #expect(file.perimeters[1].repair != nil && file.perimeters[0].repair == nil)
        // Both lobes count as inside, what lies between them does not.
        let surveyor = Surveyor(file.atlas)
        let b = try #require(file.atlas.index(ofCode: "B"))
        for (x, y, inside) in [(10.0, 50.0, true), (90, 50, true), (50, 10, false), (50, 90, false)] {
            let evidence = surveyor.evidence(at: Point(x: 700_000 + x, y: 6_600_000 + y), region: 0, radius: 0)
            #expect(evidence.shares.map(\.perimeter) == (inside ? [b] : []), "\(x) \(y)")
        }
    }

    @Test("the place of a fault in a metric file is in metres")
    func repairedMetric() throws {
        let points = [(0.0, 0.0), (100, 100), (100, 0), (0, 100), (0, 0)].map { Point(x: 7e5 + $0.0, y: 66e5 + $0.1) }
        let file = try Self.read(Self.feature(#""code":"B""#, Self.polygon(points)), crs: "EPSG:2154")
        #expect(try #require(file.issues.first?.location).distance(to: Point(x: 700_050, y: 6_600_050)) < 1e-6)
    }

    @Test(
        "a perimeter without area is an error by name, and stays in the list",
        arguments: [[(0.0, 0.0), (100, 0), (50, 0)], [(0, 0), (100, 33), (50, 16.5)], [(7, 7), (7, 7), (7, 7)]])
    func collapsed(points: [(Double, Double)]) throws {
        let file = try Self.read(
            Self.feature(
                #""code":"A","insee_com":"23901""#, try Self.metres(points[0], points[1], points[2], points[0])))
        #expect(file.perimeters.map(\.code) == ["A"])
        #expect(file.perimeters[0].shape.isEmpty)
        #expect(!file.issues.isEmpty && file.issues.allSatisfy { $0.severity == .error && $0.perimeter == "A" })
        #expect(file.atlas.perimeters.count == 1)
        #expect(file.atlas.regions.isEmpty)
        #expect(file.atlas.isInDoubt(commune: "23901") && !file.atlas.isInDoubt(commune: "23902"))
    }

    @Test(
        "what is no polygon is an error by name: a point, a line, an empty or missing geometry",
        arguments: [
            (#"{"type":"Point","coordinates":[3,46.5]}"#, "not_a_polygon"),
            (#"{"type":"LineString","coordinates":[[3,46.5],[3.1,46.5]]}"#, "not_a_polygon"), ("null", "empty"),
            (#"{"type":"MultiPolygon","coordinates":[]}"#, "empty"), (#"{"type":"Polygon","coordinates":[]}"#, "empty"),
        ])
    func notAPolygon(geometry: String, code: String) throws {
        let file = try Self.read(Self.feature(#""code":"A""#, geometry), Self.feature(#""code":"B""#))
        #expect(file.issues.map(\.code) == [code])
        #expect(file.issues.map(\.severity) == [.error])
        #expect(file.issues.map(\.perimeter) == ["A"])
        #expect(file.perimeters.count == 2)
    }

    @Test("exterior rings come out counter-clockwise and holes clockwise, however they are written")
    func orientation() throws {
        func turn(_ ring: [Point]) -> Double {
            zip(ring, ring.dropFirst()).reduce(0) {
                $0 + ($1.0.x - ring[0].x) * ($1.1.y - ring[0].y) - ($1.1.x - ring[0].x) * ($1.0.y - ring[0].y)
            }
        }
        let outer = "[[3,46.5],[3.01,46.5],[3.01,46.51],[3,46.51],[3,46.5]]"
        let hole = "[[3.002,46.502],[3.004,46.502],[3.004,46.504],[3.002,46.504],[3.002,46.502]]"
        let outerBack = "[[3,46.5],[3,46.51],[3.01,46.51],[3.01,46.5],[3,46.5]]"
        let holeBack = "[[3.002,46.502],[3.002,46.504],[3.004,46.504],[3.004,46.502],[3.002,46.502]]"
        for (a, b) in [(outer, hole), (outer, holeBack), (outerBack, hole), (outerBack, holeBack)] {
            let geometry = #"{"type":"Polygon","coordinates":[\#(a),\#(b)]}"#
            let shape = try Self.read(Self.feature(#""code":"A""#, geometry)).perimeters[0].shape
            #expect(turn(shape.polygons[0].exterior) > 0)
            #expect(turn(shape.polygons[0].holes[0]) < 0)
        }
    }

    @Test("a code that stands twice is said, and both shapes count")
    func duplicates() throws {
        let file = try Self.read(
            Self.feature(#""code":"A""#, try Self.metres((0, 0), (10, 0), (10, 10), (0, 0))),
            Self.feature(#""code":"B""#, try Self.metres((50, 0), (60, 0), (60, 10), (50, 0))),
            Self.feature(#""code":"A""#, try Self.metres((20, 0), (30, 0), (30, 10), (20, 0))))
        #expect(file.issues.map(\.code) == ["duplicate_code"])
        #expect(file.issues[0].line == 4 && file.issues[0].severity == .warning)
        #expect(file.issues[0].message == "the code stands at line 2 too")
        #expect(file.atlas.perimeters.map(\.code) == ["A", "A", "B"])
        #expect(file.atlas.perimeters.map(\.line) == [2, 4, 3])
        let surveyor = Surveyor(file.atlas)
        for x in [8.0, 28] {
            let evidence = surveyor.evidence(at: Point(x: 700_000 + x, y: 6_600_003), region: 0, radius: 0)
            #expect(evidence.shares.map { file.atlas.perimeters[$0.perimeter].code } == ["A"])
        }
    }

    // MARK: The sample

    static let sample = RealData.package.appendingPathComponent("geodata").path

    @Test(
        "the files of the sample are whole",
        arguments: [
            ("perimetres-2024.geojson", 4, PerimeterKind.qpv, 2024 as Int?),
            ("perimetres-2015.geojson", 4, .qpv, 2015), ("qva.geojson", 1, .qva, nil),
            ("territoire-vecu.geojson", 1, .territoireVecu, nil),
        ])
    func sampleFiles(name: String, count: Int, kind: PerimeterKind, vintage: Int?) throws {
        let file = try PerimeterFile.read("\(Self.sample)/\(name)")
        #expect(file.perimeters.count == count)
        #expect(file.atlas.kinds == [kind])
        #expect(file.atlas.vintages == [vintage].compactMap { $0 })
        #expect(file.issues.isEmpty)
        #expect(file.perimeters.allSatisfy { $0.territory == .metropole && $0.area > 1000 && !$0.name.isEmpty })
        #expect(file.source.sha256.count == 64)
    }

    @Test(
        "every real perimeter of 2015 and 2024 has a place, and what is repaired is said",
        .enabled(
            if: RealData.has(
                "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson",
                "data/qpv2024-simplified/qpv2024_simplified.geojson"),
            Comment(rawValue: RealData.missing)))
    func real() throws {
        for (path, count, vintage) in [
            ("data/qpv2015-official/derived_qpv2015_all_wgs84.geojson", 1514, 2015),
            ("data/qpv2024-simplified/qpv2024_simplified.geojson", 1609, 2024),
        ] {
            let file = try PerimeterFile.read(RealData.path(path))
            #expect(file.perimeters.count == count)
            #expect(file.perimeters.allSatisfy { $0.territory != nil && $0.vintage == vintage && $0.kind == .qpv })
            // Three of the simplified file have fallen together to one point.
            let unusable = file.perimeters.filter(\.shape.isEmpty).map(\.code)
            #expect(unusable == (vintage == 2024 ? ["QN09105I", "QN09113I", "QN09503I"] : []))
            #expect(file.issues.filter { $0.severity == .error }.map(\.perimeter) == unusable)
            #expect(file.issues.allSatisfy { $0.location != nil })
            let topology = TopologyContext()
            #expect(file.perimeters.allSatisfy { $0.shape.isEmpty || topology.validity(of: $0.shape) == nil })
        }
    }
}

extension PerimeterFileTests {
    @Test("what cannot be used is found on reading, also when repairs wait for a question")
    func collapsedOnDemand() throws {
        var options = PerimeterFile.Options()
        options.repairs = .onDemand
        let file = try Self.read(
            Self.feature(#""code":"A","insee_com":"23901""#, try Self.metres((0, 0), (100, 33), (50, 16.5), (0, 0))),
            Self.feature(#""code":"B""#, try Self.metres((0, 0), (100, 100), (100, 0), (0, 100), (0, 0))),
            options: options)
        #expect(file.atlas.isInDoubt(commune: "23901"))
        #expect(file.issues.contains { $0.perimeter == "A" && $0.severity == .error })
        #expect(abs(file.perimeters[1].area - 5000) < 1)
    }

    @Test("outside of a window shapes are left unread, which is no fault and leaves no commune in doubt")
    func window() throws {
        var options = PerimeterFile.Options()
        options.window = Box(minX: -5, minY: 47, maxX: -4, maxY: 49)
        let sample = RealData.package.appendingPathComponent("geodata/perimetres-2024.geojson").path
        let far = try PerimeterFile.read(sample, options: options)
        #expect(far.perimeters.count == 4 && far.issues.isEmpty)
        #expect(far.perimeters.allSatisfy { $0.isUnread && $0.shape.isEmpty })
        #expect(far.perimeters.allSatisfy { !far.atlas.isInDoubt(commune: $0.communeCodes[0]) })
        options.window = Box(minX: 2, minY: 46, maxX: 3, maxY: 47)
        #expect(try PerimeterFile.read(sample, options: options).perimeters.allSatisfy { !$0.isUnread })
    }
}
