import Foundation
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Mapping

@Suite("a map of an audited file")
struct MapTests {
    private static let geodata = RealData.package.appendingPathComponent("geodata").path

    private static func layers() throws -> Layers {
        try Layers([PerimeterFile.read("\(geodata)/perimetres-2024.geojson")])
    }

    private static func read(
        _ text: String, spacing: Double? = nil, points: Bool = false
    ) throws -> AuditedRows {
        var options = AuditedRows.Options()
        options.grid = spacing.map { HexagonGrid(spacing: $0) }
        options.keepsPoints = points
        let reader = try CSVReader(ByteSource(bytes: Array(text.utf8), name: "audited.csv"))
        return try AuditedRows(reader, layers: layers(), options: options)
    }

    private static func map(_ rows: AuditedRows, threshold: Int = 5) throws -> MapDocument {
        var content = MapDocument.Content(try layers())
        content.rows = try PublishedRows(rows, threshold: threshold)
        return try MapDocument(content, language: .english, provenance: Provenance(version: "0", command: "map"))
    }

    private static let header = "id,qpv_verdict,qpv_code,qpv_nearest_code,longitude,latitude\n"

    /// Rows scattered over the sample, seeded.
    private static func scattered(_ count: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        return header
            + (0..<count).map { i in
                let x = Double.random(in: 2.205...2.245, using: &generator)
                let y = Double.random(in: 46.13...46.144, using: &generator)
                return "\(i),outside,,QN09901M,\(x),\(y)\n"
            }.joined()
    }

    @Test(
        "cells shown and the rest are all rows with a position, whatever the grid", arguments: [50.0, 120, 300, 5000])
    func sums(spacing: Double) throws {
        let rows = try Self.read(Self.scattered(700, seed: 11) + "x,not_located,,,,\n", spacing: spacing)
        #expect(rows.rows == 701 && rows.withoutPosition == 1 && rows.badPositions == 0)
        #expect(rows.cells[.metropole]?.values.reduce(0, +) == 700)
        for threshold in [1, 5, 11] {
            let published = try PublishedRows(rows, threshold: threshold)
            var projections = Projections()
            let layer = try MapLayer.hexagons(
                published, HexagonGrid(spacing: spacing), MapWording(.english), &projections)
            let shown = layer.features.compactMap { $0.properties["rows"]?.integer }
            #expect(published.hidesCells == (shown.count < published.cells.count))
            #expect(shown.allSatisfy { $0 >= threshold })
            #expect(published.cells.count - shown.count != 1, "one cell alone is given away by the rest")
            #expect(shown.reduce(0, +) + (published.rest ?? 0) == 700)
        }
    }

    /// The counts that stand on a map of an audited file, and what it says of rows.
    private static func told(_ map: MapDocument) -> (shown: [Int], said: [String]) {
        let values = map.layers.flatMap(\.features).flatMap(\.properties.members)
        return (
            values.filter { $0.name.hasPrefix("rows") }.compactMap { $0.value.integer }.filter { $0 > 0 },
            [map.subtitle] + map.notices
        )
    }

    private static func rows(_ counts: [String: Int], verdict: String = "inside") -> String {
        counts.sorted { $0.key < $1.key }.map { place, count in
            String(repeating: "1,\(verdict),\(place)\n", count: count)
        }.joined()
    }

    @Test("a cell of 20 rows and one of 3: neither the total nor the rest tells the 3")
    func smallCell() throws {
        let text =
            Self.header
            + Self.rows(["QN09901M,QN09901M,2.21,46.14": 20, "QN09902M,QN09902M,2.24,46.13": 3])
        let rows = try Self.read(text, spacing: 300)
        #expect(rows.cells[.metropole]?.values.sorted() == [3, 20])
        let map = try Self.map(rows)
        #expect(Self.told(map).shown == [])
        #expect(
            Self.told(map).said == [
                "4 QPV 2024 · 23 rows",
                "Priority neighbourhoods (QPV) 2024: rows inside: 23; uncertain: 0; outside: 0; not located: 0.",
                "Priority neighbourhoods (QPV) 2024: 2 counts of perimeters are withheld (disclosure control).",
                "Some cells are not shown, for disclosure control: 23 rows altogether.",
            ])
    }

    /// A file of verdicts on layers as a map has it: the counts of each layer's features, and what is said.
    private static func verdicts(
        _ layers: Layers, _ rows: [(String, Int)], threshold: Int
    ) throws -> (counts: [[JSONValue]], said: [String]) {
        let prefixes = layers.all.map(\.prefix)
        let header = prefixes.map { "\($0)_verdict,\($0)_code,\($0)_nearest_code" }.joined(separator: ",")
        let text = header + "\n" + rows.map { String(repeating: $0.0 + "\n", count: $0.1) }.joined()
        let reader = try CSVReader(ByteSource(bytes: Array(text.utf8), name: "audited.csv"))
        var content = MapDocument.Content(layers)
        content.rows = try PublishedRows(AuditedRows(reader, layers: layers), threshold: threshold)
        let map = try MapDocument(content, language: .english, provenance: Provenance(version: "0", command: "map"))
        return (map.layers.map { $0.features.map { $0.properties["rows_inside"] ?? .null } }, map.notices)
    }

    private static let onlyFirst =
        "Counts are given for one layer only: Priority neighbourhoods (QPV) 2024. "
        + "Those of another would let withheld counts be found."

    @Test("a group of 23 rows does not tell, beside a member of 20, that the other has 3: groups have no counts")
    func group() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("name;members\nNord;QN09901M|QN09902M\n", to: "groups.csv")
        let plain = try Self.layers()
        let layers = plain.adding(
            try Groups.layer(path: file, names: PerimeterNames(plain.main.atlas), gazetteer: nil))
        let rows = [
            ("inside,QN09901M,QN09901M,inside,Nord,Nord", 20), ("inside,QN09902M,QN09902M,inside,Nord,Nord", 3),
            ("inside,QN09903I,QN09903I,outside,,Nord", 7), ("outside,,QN09901M,outside,,Nord", 30),
        ]
        let kept = try Self.verdicts(layers, rows, threshold: 5)
        #expect(kept.counts[1] == [.null] && kept.said.contains(Self.onlyFirst), "\(kept)")
        #expect(kept.counts[0].contains(JSONValue(20)) && !kept.said.contains { $0.hasPrefix("Groups") })
        let all = try Self.verdicts(layers, rows, threshold: 1)
        #expect(all.counts[1] == [JSONValue(23)] && !all.said.contains(Self.onlyFirst))
    }

    @Test("an outline of two vintages holds the same rows: counts are those of the first vintage alone")
    func vintages() throws {
        let files = try ["2024", "2015"].map { try PerimeterFile.read("\(Self.geodata)/perimetres-\($0).geojson") }
        let layers = try Layers(files, choosing: .vintages([2024, 2015]))
        let code = layers.all[1].atlas.perimeters[0].code
        let rows = [
            ("inside,QN09901M,QN09901M,inside,\(code),\(code)", 9), ("inside,QN09902M,QN09902M,outside,,\(code)", 3),
            ("outside,,QN09901M,outside,,\(code)", 30),
        ]
        let kept = try Self.verdicts(layers, rows, threshold: 5)
        #expect(kept.counts[1].allSatisfy { $0 == .null } && kept.said.contains(Self.onlyFirst), "\(kept)")
        #expect(try Self.verdicts(layers, rows, threshold: 1).counts[1].first == JSONValue(9))
    }

    @Test("a code that stands twice has its count on both of its perimeters, shown or withheld")
    func twice() throws {
        let feature = { (code: String, x: Double) in
            let ring = "[[\(x),46.1],[\(x + 0.01),46.1],[\(x + 0.01),46.11],[\(x),46.11],[\(x),46.1]]"
            return #"{"type":"Feature","properties":{"code_qp":"\#(code)","lib_qp":"A"},"#
                + #""geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
        }
        let features = [feature("QN09901M", 2.2), feature("QN09901M", 2.4), feature("QN09902M", 2.6)]
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        let file = try TemporaryFolder()
        let layers = try Layers([PerimeterFile.read(try file.write(text, to: "p.geojson"))])
        let rows = [("inside,QN09901M,QN09901M", 9), ("inside,QN09902M,QN09902M", 6)]
        let shown = try Self.verdicts(layers, rows, threshold: 5)
        #expect(shown.counts == [[JSONValue(9), JSONValue(9), JSONValue(6)]])
        #expect(try Self.verdicts(layers, rows, threshold: 10).counts == [[.null, .null, .null]])
    }

    @Test("nothing is said of positions that nobody asked for")
    func noPositions() throws {
        let text = Self.header + Self.rows(["QN09901M,QN09901M,,": 2])
        let said = Self.told(try Self.map(Self.read(text))).said
        #expect(!said.contains { $0.contains("no place on the map") }, "\(said)")
    }

    @Test("cells of 20, 1 and 1: that two are hidden and 22 are counted would tell both")
    func twoOnes() throws {
        let text =
            Self.header
            + Self.rows([
                "QN09901M,QN09901M,2.21,46.14": 20, "QN09902M,QN09902M,2.24,46.13": 1,
                "QN09902M,QN09902M,2.23,46.13": 1,
            ])
        let rows = try Self.read(text, spacing: 300)
        #expect(rows.cells[.metropole]?.values.sorted() == [1, 1, 20])
        let told = Self.told(try Self.map(rows))
        #expect(
            told.shown == []
                && told.said.last == "Some cells are not shown, for disclosure control: 22 rows altogether.")
    }

    @Test("four perimeters with a row each, in four cells: nothing says that they are four rows")
    func fourOnes() throws {
        let codes = ["QN09901M", "QN09902M", "QN09903I", "QN09904N"]
        let places = codes.enumerated().map { i, code in ("\(code),\(code),\(2.21 + 0.01 * Double(i)),46.14", 1) }
        let rows = try Self.read(
            Self.header + Self.rows(Dictionary(uniqueKeysWithValues: places)), spacing: 300)
        #expect(rows.cells[.metropole]?.count == 4)
        let map = try Self.map(rows)
        #expect(map.layers[0].features.allSatisfy { $0.properties["rows_inside"] == .null })
        #expect(Self.told(map).shown == [])
        #expect(
            Self.told(map).said == [
                "4 QPV 2024 · rows: number withheld",
                "Priority neighbourhoods (QPV) 2024: rows inside: withheld; uncertain: 0; outside: 0; not located: 0.",
                "Priority neighbourhoods (QPV) 2024: 4 counts of perimeters are withheld (disclosure control).",
                "Some cells are not shown, for disclosure control; nor is the number of their rows.",
            ])
    }

    @Test(
        "four perimeters with a row each and 40 rows outside: the total and those outside do not tell that they are four",
        arguments: [nil, 300.0])
    func onesAndOthers(spacing: Double?) throws {
        let codes = ["QN09901M", "QN09902M", "QN09903I", "QN09904N"]
        let ones = codes.map { "1,inside,\($0),\($0),2.21,46.13\n" }.joined()
        let outside = String(repeating: "1,outside,,QN09901M,2.30,46.20\n", count: 40)
        let rows = try Self.read(Self.header + ones + outside, spacing: spacing)
        let published = try PublishedRows(rows, threshold: 5)
        let layer = try #require(published.layers[0])
        #expect(layer.inside.allSatisfy { $0.value == nil } && layer.allInside.value == nil)
        #expect(published.total.value == nil || layer.outside.value == nil)
        #expect(published.total.value != nil || layer.outside.value != nil, "no more is hidden than it takes")
        let map = try Self.map(rows)
        #expect(!Self.told(map).said.contains { $0.contains("44 rows") && layer.outside.value == 40 })
        if spacing != nil {
            let shown = published.cells.compactMap(\.count.value)
            #expect(published.cells.count == 2 && (shown.isEmpty || published.total.value == nil && shown == [40]))
            #expect(published.rest != 4)
        }
    }

    @Test("what is printed of a file adds up where all of it is shown, and never leaves one count hidden in a sum")
    func noneAlone() throws {
        var generator = SeededGenerator(seed: 5)
        let codes = ["QN09901M", "QN09902M", "QN09903I", "QN09904N", "QN00000X"]
        for round in 0..<60 {
            var text = Self.header
            for code in codes {
                let (x, y) = (2.205 + Double(codes.firstIndex(of: code)!) * 0.008, 46.135)
                for (verdict, most) in [("inside", 9), ("uncertain", 3), ("outside", 7), ("not_located", 1)] {
                    for _ in 0..<Int.random(in: 0...most, using: &generator) {
                        let place = verdict == "not_located" ? "," : "\(x),\(y)"
                        text += "1,\(verdict),\(verdict == "inside" ? code : ""),\(code),\(place)\n"
                    }
                }
            }
            let rows = try Self.read(text, spacing: 300)
            let published = try PublishedRows(rows, threshold: 5)
            let layer = try #require(published.layers[0])
            let cells = published.cells.map(\.count)
            let nowhere = [published.withoutPosition, published.withoutOnePosition, published.badPositions]
            let sums: [[PublishedCount]] = [
                [layer.allInside, layer.insideOthers] + layer.inside,
                [layer.allUncertain, layer.uncertainOthers, layer.uncertainAnywhere] + layer.uncertain,
                [
                    published.total, layer.allInside, layer.allUncertain, layer.outside, layer.notLocated,
                    layer.unreadable,
                ], [published.total] + cells + nowhere,
            ]
            for sum in sums { #expect(sum.count { $0.value == nil } != 1, "round \(round): \(sum)") }
            for count in cells + layer.inside + layer.uncertain + [layer.insideOthers, layer.outside] {
                #expect(!(1..<5 ~= count.value ?? 0), "round \(round)")
            }
            if published.rest != nil { #expect(published.total.value != nil) }
        }
    }

    @Test("inside is counted by code, uncertain by the nearest, and what is in none is said")
    func counts() throws {
        let rows = try Self.read(
            Self.header + String(repeating: "1,inside,QN09901M,QN09901M,2.21,46.14\n", count: 7)
                + String(repeating: "1,inside,QN09902M,QN09902M,2.21,46.14\n", count: 6)
                + "2,uncertain,,QN09903I,2.21,46.14\n3,uncertain,,,,\n4,inside,QN00000X,,2.21,46.14\n"
                + "5,perhaps,,,2.21,46.14\n6,not_located,,,,\n7,outside,,QN09901M,2.21,46.14\n", points: true)
        let counts = try #require(rows.layers[0])
        #expect(counts.inside == [7, 6, 0, 0] && counts.uncertain == [0, 0, 1, 0])
        #expect(counts.insideOthers == 1 && counts.uncertainOthers == 1)
        #expect(counts.unreadable == 1 && counts.notLocated == 1 && counts.outside == 1)
        #expect(rows.firstFault == 18 && rows.withoutPosition == 2 && rows.dots.count == 17)
        let all = try Self.map(rows, threshold: 1)
        #expect(
            all.notices[0]
                == "Priority neighbourhoods (QPV) 2024: rows inside: 14; of which in one that is not on the map: 1; "
                + "uncertain: 2; of which nearest to none of the map: 1; outside: 1; not located: 1; "
                + "with a verdict that cannot be read: 1.")
        let shown = all.layers[0].features.map { $0.properties["rows_inside"] }
        #expect(shown == [JSONValue(7), JSONValue(6), JSONValue(0), JSONValue(0)])
        let map = try Self.map(rows)
        #expect(map.layers[0].features[2].properties["rows_uncertain"] == .null)
        #expect(map.layers[0].features[2].properties["withheld"]?.string?.contains("rows_uncertain") == true)
        for part in ["in one that is not on the map: withheld", "not for publication", "are withheld"] {
            #expect(map.notices.contains { $0.contains(part) }, "\(part): \(map.notices)")
        }
    }

    @Test("a row of which only the commune is known, or that may be one of several addresses, is at no one point")
    func anywhere() throws {
        let header = "qpv_verdict,qpv_code,qpv_nearest_code,qpv_reason,qpv_addresses,longitude,latitude,result_type\n"
        let place = "2.21,46.14"
        let rows = try Self.read(
            header
                + ["municipality_only", "commune_mismatch", "ambiguous_street", "ambiguous_commune"].map {
                    "uncertain,,QN09901M,\($0),1,\(place),street\n"
                }.joined()
                + "uncertain,,QN09901M,several_addresses,3,\(place),\noutside,,,commune_without_perimeter,1,\(place),municipality\n"
                + "uncertain,,QN09901M,street_split,1,\(place),street\ninside,QN09902M,QN09902M,inside,2,\(place),housenumber\n"
                + "not_located,,,commune_mismatch,1,,,\n",
            spacing: 300, points: true)
        #expect(rows.rows == 9 && rows.withoutOnePosition == 7 && rows.withoutPosition == 1 && rows.dots.count == 1)
        #expect(rows.cells[.metropole]?.values.reduce(0, +) == 1)
        let counts = try #require(rows.layers[0])
        #expect(counts.uncertain == [1, 0, 0, 0] && counts.uncertainAnywhere == 5 && counts.inside == [0, 1, 0, 0])
        let notices = try Self.map(rows, threshold: 1).notices
        #expect(
            notices.contains(
                "Rows that have no place on the map, without one address (commune only, namesakes, contradictory commune or several addresses): 7."
            ), "\(notices)")
    }

    @Test("a small count takes another one with it, so that the total does not give it away")
    func disclosure() throws {
        let rows = try Self.read(
            Self.header + String(repeating: "1,inside,QN09901M,,,\n", count: 30)
                + String(repeating: "1,inside,QN09902M,,,\n", count: 12) + "1,inside,QN09903I,,,\n")
        let map = try Self.map(rows)
        let shown = map.layers[0].features.map { $0.properties["rows_inside"] }
        #expect(shown == [JSONValue(30), .null, .null, JSONValue(0)])
        #expect(map.subtitle.hasSuffix("43 rows") && map.notices[0].contains("rows inside: 43; uncertain: 0;"))
        let all = try Self.map(rows, threshold: 1).layers[0].features.map { $0.properties["rows_inside"] }
        #expect(all == [JSONValue(30), JSONValue(12), JSONValue(1), JSONValue(0)])
    }

    @Test("a file audited again is read by its newest columns; decimal commas are numbers")
    func newest() throws {
        let rows = try Self.read(
            "longitude;latitude;qpv_verdict;qpv_code;qpv_nearest_code;qpv_verdict_2;qpv_code_2;qpv_nearest_code_2;"
                + "longitude_2;latitude_2\n"
                + "9;9;outside;;QN09901M;inside;QN09901M;QN09901M;2,21;46,14\n", spacing: 100)
        #expect(rows.layers[0]?.inside == [1, 0, 0, 0] && rows.layers[0]?.outside == 0)
        #expect(rows.cells[.metropole]?.count == 1 && rows.badPositions == 0)
    }

    @Test("coordinates that are no place in France are counted, not drawn")
    func badPositions() throws {
        let rows = try Self.read(
            Self.header + "1,inside,QN09901M,,46.1,2.2\n2,inside,QN09901M,,abc,46\n3,inside,QN09901M,,2.2,\n"
                + "4,inside,QN09901M,,nan,nan\n5,inside,QN09901M,,1e400,46\n6,inside,QN09901M,,2.21,46.14\n",
            spacing: 100, points: true)
        #expect(rows.badPositions == 5 && rows.withoutPosition == 0 && rows.dots.count == 1 && rows.firstFault == 2)
        #expect(rows.layers[0]?.inside == [6, 0, 0, 0])
    }

    @Test("another file is refused, and one without positions where they are needed")
    func refused() throws {
        #expect(throws: TableError.self) { try Self.read("a,b\n1,2\n") }
        let verdicts = "id,qpv_verdict,qpv_code,qpv_nearest_code\n1,inside,QN09901M,QN09901M\n"
        #expect(try Self.read(verdicts).layers[0]?.inside == [1, 0, 0, 0])
        #expect(throws: TableError.self) { try Self.read(verdicts, spacing: 100) }
        #expect(throws: TableError.self) { try Self.read(verdicts, points: true) }
        let nothing = try Self.read(Self.header, spacing: 100)
        let map = try Self.map(nothing)
        #expect(map.layers.last?.features.isEmpty == true && !map.page().isEmpty)
    }

    @Test("the page's coordinates are those of the map to a millionth of a degree, and no name can leave its place")
    func data() throws {
        let layers = try Self.layers()
        var map = try MapDocument(
            MapDocument.Content(layers), language: .french, provenance: Provenance(version: "0", command: "map"))
        map.layers[0].features[0].properties["name"] = "</script><b>{{data}}&"
        map.title = "<i>{{script}}"
        let data = MapPageData(map).text
        #expect(!data.contains("<"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
        let layer = try #require((object["layers"] as? [[String: Any]])?.first)
        let shapes = try #require(layer["shapes"] as? [[[Int]]])
        for (shape, feature) in zip(shapes, map.layers[0].features) {
            var rings: [[Point]] = []
            feature.geometry.area?.forEachRing { rings.append($0.dropLast()) }
            #expect(shape.count == rings.count)
            for (numbers, ring) in zip(shape, rings) {
                var x = 0, y = 0
                #expect(numbers.count == 2 * ring.count)
                for (i, point) in ring.enumerated() {
                    x += numbers[2 * i]
                    y += numbers[2 * i + 1]
                    #expect(abs(Double(x) / 1e6 - point.x) < 6e-7 && abs(Double(y) / 1e6 - point.y) < 6e-7)
                }
            }
        }
        let page = map.page().string
        #expect(page.contains("<h1>&lt;i&gt;{{script}}</h1>"))
        #expect(page.components(separatedBy: "</script>").count == 3)
    }

    @Test(
        "classes begin with the least count, are five at most and hold every count",
        arguments: [1, 4, 40, 4000, 400_000])
    func classes(most: Int) throws {
        let text =
            Self.header
            + (0..<6).map { i in
                String(
                    repeating: "1,outside,,,\(2.205 + Double(i) * 0.005),46.14\n", count: 1 + (most - 1) * i / 5 / 100)
            }.joined()
        let map = try Self.map(Self.read(text, spacing: 100), threshold: 1)
        guard case .classes(_, let classes) = map.layers[1].drawing else { fatalError() }
        let counts = map.layers[1].features.compactMap { $0.properties["rows"]?.integer }
        #expect(classes.count <= 5 && classes.first?.from == counts.min())
        #expect(zip(classes, classes.dropFirst()).allSatisfy { $0.from < $1.from })
        #expect(Set(classes.map(\.symbol.color)).count == classes.count)
    }

    @Test("the whole view holds cells and places far from every perimeter, each territory in its own")
    func views() throws {
        let rows = try Self.read(
            Self.header + Self.rows(["QN09901M,QN09901M,2.21,46.14": 9, ",QN09901M,3.1,45.2": 9]), spacing: 300)
        var content = MapDocument.Content(try Self.layers())
        content.rows = try PublishedRows(rows, threshold: 5)
        let folder = try TemporaryFolder()
        let file = try folder.write("nom,lon,lat\nA,1.5,46.2\nB,55.5,-20.9\n", to: "places.csv")
        content.places = try Places(path: file) { nil }
        let views = try MapDocument(
            content, language: .french, provenance: Provenance(version: "0", command: "map")
        ).views
        #expect(views.count == 2 && views[1].box.minX == 55.5 && views[1].box.maxY == -20.9)
        #expect(views[0].box.minX == 1.5 && views[0].box.maxX > 3.1 && views[0].box.minY < 45.2)
    }

    @Test("the legend says what ground without a cell means; with all cells shown, that there is no row")
    func blank() throws {
        let some = try Self.read(Self.header + Self.rows(["QN09901M,QN09901M,2.21,46.14": 3]), spacing: 300)
        #expect(try Self.map(some).layers.last?.blank == "No colour: no row, or a count withheld")
        #expect(try Self.map(some, threshold: 1).layers.last?.blank == "No colour: no row")
        let data = MapPageData(try Self.map(some)).text
        #expect(data.contains("\"blank\":\"No colour: no row, or a count withheld\""))
    }

    @Test("a page names files without their folders, and its program in the reader's words")
    func sources() throws {
        var provenance = Provenance(version: "1", command: "map")
        provenance.state("audited", .object(["file": "/home/someone/private/a.csv", "sha256": "00"]))
        provenance.state("on", "2024-06-01")
        provenance.state("parameters", ["threshold": 5, "points": false, "within_m": [300, 500], "hexagons_m": 200])
        let map = try MapDocument(MapDocument.Content(Self.layers()), language: .french, provenance: provenance)
        let page = map.page().string
        #expect(!page.contains("someone") && page.contains("<dd>a.csv, SHA-256"))
        #expect(
            page.contains(
                "<dd>qpv 1 map ; au 2024-06-01 ; seuil : 5 ; points : non ; distances (m) : 300, 500 ; mailles (m) : 200</dd>"
                    .replacing(" ;", with: "\u{A0};").replacing(" :", with: "\u{A0}:")))
        #expect(map.provenance.json.contains("/home/someone/private/a.csv"))
    }

    @Test("where places are missing and none is known, their count and the share they cover are not known, not 0")
    func unknownPlaces() throws {
        var content = MapDocument.Content(try Self.layers())
        let folder = try TemporaryFolder()
        let file = try folder.write("nom,adresse\nA,3 Rue des Lilas 23950 Ombreville-le-Test\n", to: "places.csv")
        let places = try Places(path: file) { nil }
        let measured = Coverage(of: content.layers.main.atlas, by: places, options: .init(distances: [300]))
        content.coverage = (measured, try Gaps(measured))
        let map = try MapDocument(content, language: .french, provenance: Provenance(version: "0", command: "map"))
        for name in ["places_inside", "area_within_300_m"] {
            #expect(map.layers[0].features.allSatisfy { $0.properties[name] == .null }, "\(name)")
        }
    }

    @Test("rings that vanish at a millionth of a degree are not in the page's data")
    func vanishing() throws {
        var map = try MapDocument(
            MapDocument.Content(Self.layers()), language: .french, provenance: Provenance(version: "0", command: "map"))
        func square(_ x: Double, _ side: Double) -> Polygon {
            Polygon(
                exterior: [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
                    Point(x: x + $0.0 * side, y: 46 + $0.1 * side)
                })
        }
        map.layers[0].features[0].geometry = .multiPolygon(MultiPolygon(polygons: [square(2, 1e-7), square(3, 1e-2)]))
        map.layers[0].features[1].geometry = .multiPolygon(MultiPolygon(polygons: [square(2, 1e-9)]))
        let data = MapPageData(map).text
        #expect(data.contains("\"shapes\":[[[3000000,46000000,10000,0,0,10000,-10000,0]],[],"))
    }
}
