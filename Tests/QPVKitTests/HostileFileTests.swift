import Foundation
import GRDB
import GeoPackages
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Perimeters

/// Files made to connect, to open other files, or to make endless work.
@Suite("hostile files") struct HostileFileTests {
    let folder = try! TemporaryFolder()

    /// A database with the statements, of which the schema may hold ones that SQLite itself would not take.
    private func database(_ statements: [String], schema: [(type: String, name: String, sql: String)] = []) throws
        -> [UInt8]
    {
        let path = folder.path("\(UUID().uuidString).sqlite")
        try DatabaseQueue(path: path).inDatabase { db in
            for statement in statements { try db.execute(sql: statement) }
            if !schema.isEmpty { try db.execute(sql: "PRAGMA writable_schema = ON") }
            for entry in schema {
                try db.execute(
                    sql: "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, 0, ?)",
                    arguments: [entry.type, entry.name, entry.name, entry.sql])
            }
        }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private func virtual(_ source: String) throws -> [UInt8] {
        try database(
            ["CREATE TABLE a (x)"], schema: [("table", "v", "CREATE VIRTUAL TABLE v USING VirtualOGR('\(source)')")])
    }

    // MARK: Connections

    @Test("no file makes a connection, whatever its content and its name")
    func connections() throws {
        let listener = try Listener()
        let place = "127.0.0.1:\(listener.port)"
        let postgres = "PG:host=127.0.0.1 port=\(listener.port) user=x"
        let mysql = "MYSQL:db,host=127.0.0.1,port=\(listener.port),user=u"
        var zip = ZipMaker()
        zip.add("v.sqlite", try virtual(postgres))
        let gml = """
            <ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml"
              xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="http://ogr.maptools.org/ http://\(place)/a.xsd">
            <gml:featureMember><ogr:a fid="a.0"><ogr:code>A</ogr:code>
            <gml:surfaceProperty xlink:href="http://\(place)/b.gml#x"/></ogr:a></gml:featureMember></ogr:FeatureCollection>
            """
        let kml = """
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>http://\(place)/a.kml</href></Link>
            </NetworkLink></Document></kml>
            """
        let files: [(String, [UInt8])] = [
            ("a.sqlite", try virtual(postgres)), ("b.geojson", try virtual(postgres)), ("c.sqlite", try virtual(mysql)),
            ("d.zip", zip.bytes),
            ("e.gml", Array("<OGRWFSDataSource><URL>http://\(place)/wfs?</URL></OGRWFSDataSource>".utf8)),
            ("f.gml", Array(gml.utf8)), ("g.kml", Array(kml.utf8)),
            ("\(postgres).fgb", Array("fgb\u{3}fgb\u{1}".utf8) + [UInt8](repeating: 0, count: 64)),
            ("\(mysql).fgb", Array("fgb\u{3}fgb\u{1}".utf8) + [UInt8](repeating: 0, count: 64)),
            (
                "h.tab",
                Array(
                    "!table\n!version 300\nOpen Table \"http:\(listener.port)\" Hide\nCreate View x As Select a From b\n"
                        .utf8)
            ),
        ]
        for (name, bytes) in files {
            let path = try folder.write(bytes, to: name)
            #expect(throws: (any Error).self, "\(name)") { try PerimeterFile.read(path) }
            #expect(!listener.wasCalled, "\(name)")
        }
        let probe = Process()
        probe.executableURL = URL(fileURLWithPath: "/bin/bash")
        probe.arguments = ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(listener.port)"]
        guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
        try probe.run()
        probe.waitUntilExit()
        #expect(listener.wasCalled, "the listener hears nobody")
    }

    @Test("a database that stands for another file is refused before GDAL sees it")
    func otherFiles() throws {
        let secret = try folder.write("code;name\nA;B\n", to: "secret.csv")
        for module in ["VirtualOGR", "\"VirtualOGR\"", "virtualogr", "/* a */VirtualText", "csv", "[VirtualXL]"] {
            let bytes = try database(
                ["CREATE TABLE a (x)"],
                schema: [("index", "v", "CREATE VIRTUAL TABLE \"x USING rtree\" USING \(module)('\(secret)')")])
            let error = #expect(throws: InterchangeError.self) { try PlainDatabase.bytes(of: bytes, name: "a.sqlite") }
            #expect(
                error?.kind == .badData && error?.message.contains("stands for something else") == true, "\(module)")
        }
    }

    @Test("of a database only its plain tables are left: no view, no trigger, no index")
    func plainTables() throws {
        let bytes = try database([
            "CREATE TABLE a (x, y)", "INSERT INTO a VALUES (1, 'é')", "CREATE VIEW v AS SELECT x FROM a",
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END", "CREATE INDEX i ON a (abs(x))",
            "CREATE VIRTUAL TABLE r USING rtree (id, a, b)",
        ])
        let path = try folder.write(PlainDatabase.bytes(of: bytes, name: "a"), to: "plain.sqlite")
        let found = try DatabaseQueue(path: path).inDatabase { db in
            (
                try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_master WHERE name NOT LIKE 'r\\_%' ESCAPE '\\' ORDER BY name"),
                try String.fetchAll(db, sql: "SELECT y FROM a")
            )
        }
        #expect(found.0 == ["a", "r"] && found.1 == ["é"])
        let computed = try database(["CREATE TABLE a (x, y AS (hex(x)))"])
        #expect(throws: InterchangeError.self) { try PlainDatabase.bytes(of: computed, name: "a") }
        #expect(throws: InterchangeError.self) {
            try PlainDatabase.bytes(of: Array("SQLite format 3\0".utf8), name: "a")
        }
    }

    // MARK: GeoPackages

    /// The sample as a GeoPackage that was changed.
    private func package(_ statements: String...) throws -> String {
        let layer = try PerimeterLayer.read(LayerTests.sample)
        let bytes = try PerimeterConversion(layer, PerimeterFile(layer), repairs: false).geoPackage()
        let path = try folder.write(bytes, to: "\(UUID().uuidString).gpkg")
        try DatabaseQueue(path: path).inDatabase { db in
            try db.execute(sql: "PRAGMA legacy_alter_table = ON; PRAGMA foreign_keys = OFF")
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \"\(name)\"")
            }
            for statement in statements { try db.execute(sql: statement) }
        }
        return path
    }

    @Test("a table of any name is read", arguments: ["L\"1", "a;b --", "a'b", "[x]", "Quartiers d’été"])
    func names(name: String) throws {
        let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
        let text = "'" + name.replacing("'", with: "''") + "'"
        let path = try package(
            "ALTER TABLE perimeters RENAME TO \(quoted)", "UPDATE gpkg_contents SET table_name = \(text)",
            "UPDATE gpkg_geometry_columns SET table_name = \(text)")
        #expect(try PerimeterFile.read(path).perimeters.count == PerimeterFile.read(LayerTests.sample).perimeters.count)
    }

    @Test("a name that goes on after the table is no table")
    func injection() throws {
        let path = try package(
            "UPDATE gpkg_contents SET table_name = 'perimeters\" WHERE 0 --'",
            "UPDATE gpkg_geometry_columns SET table_name = 'perimeters\" WHERE 0 --'")
        #expect(throws: InterchangeError.self) { try PerimeterFile.read(path) }
    }

    @Test("a layer that is a view is not run, and beside a table it is told")
    func views() throws {
        let endless =
            "AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS fid, NULL AS geom FROM c"
        let only = try package(
            "CREATE VIEW v \(endless)", "UPDATE gpkg_contents SET table_name = 'v'",
            "UPDATE gpkg_geometry_columns SET table_name = 'v'")
        let error = #expect(throws: InterchangeError.self) { try PerimeterFile.read(only) }
        #expect(error?.message.contains("the layer v is a view") == true)
        let both = try package(
            "CREATE VIEW v \(endless)",
            "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('v', 'features', 4326)",
            "INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', 4326, 0, 0)")
        let file = try PerimeterFile.read(both)
        #expect(file.perimeters.count == 4 && file.notes.contains { $0.contains("views are not read: v") })
        for table in ["gpkg_spatial_ref_sys", "gpkg_contents", "gpkg_geometry_columns"] {
            let made = try package(
                "DROP TABLE \(table)", "CREATE VIEW \(table) \(endless)")
            let error = #expect(throws: InterchangeError.self) { try PerimeterFile.read(made) }
            #expect(error?.message.hasPrefix("\(table) is no table") == true)
        }
    }

    @Test("tables that share their pages are damaged")
    func sharedPages() throws {
        let path = try package(
            "PRAGMA writable_schema = ON",
            """
            INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql)
            SELECT type, 'other', 'other', rootpage, replace(sql, 'perimeters', 'other') FROM sqlite_master
            WHERE name = 'perimeters'
            """)
        let error = #expect(throws: InterchangeError.self) { try PerimeterFile.read(path) }
        #expect(error?.message.contains("share their pages") == true)
    }

    // MARK: Shapes

    /// A ring of random corners within some hundred metres: nearly every edge crosses every other one.
    private func knot(_ count: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        let points = (0..<count).map { _ in
            Point(
                x: 3 + Double.random(in: 0...0.02, using: &generator),
                y: 46.5 + Double.random(in: 0...0.02, using: &generator))
        }
        return PerimeterFileTests.polygon(points + [points[0]])
    }

    @Test("a shape that crosses itself too often is left out by its name; the others are used")
    func knots() throws {
        let plain = PerimeterFileTests.feature(#""code":"QN09901M""#)
        let file = try PerimeterFileTests.read(
            plain, PerimeterFileTests.feature(#""code":"QN09902M""#, knot(260, seed: 1)),
            PerimeterFileTests.feature(#""code":"QN09903M""#, knot(12, seed: 2)))
        #expect(file.perimeters.map(\.shape.isEmpty) == [false, true, false])
        let issue = try #require(file.issues.first { $0.code == "tangled" })
        #expect(issue.perimeter == "QN09902M" && issue.severity == .error && issue.bound == .crossings)
        // The same whether shapes are repaired at once or when they are asked.
        var options = PerimeterFile.Options()
        options.repairs = .onDemand
        let waiting = try PerimeterFileTests.read(
            plain, PerimeterFileTests.feature(#""code":"QN09902M""#, knot(260, seed: 1)), options: options)
        #expect(waiting.perimeters.map(\.shape.isEmpty) == [false, true])
    }

    @Test("many shapes that each cross themselves a little are refused together")
    func manyKnots() throws {
        let features = (0..<30).map {
            PerimeterFileTests.feature("\"code\":\"QN0990\($0)M\"", knot(40, seed: UInt64($0)))
        }
        let path = try folder.write(PerimeterFileTests.collection(features), to: "many.geojson")
        let error = #expect(throws: InterchangeError.self) { try PerimeterFile.read(path) }
        #expect(error?.kind == .badData && error?.remedy == .raiseLimit(.crossings) && error?.file == path)
    }

    @Test("a long ring is plain or not, whichever way it is searched", arguments: [4_000, 4_500, 9_000])
    func longRings(count: Int) {
        var points = (0..<count).map { i in
            let angle = Double(i) / Double(count) * 2 * .pi
            let radius = 1000 + 100 * sin(angle * 40)
            return Point(x: radius * cos(angle), y: radius * sin(angle))
        }
        points.append(points[0])
        #expect(MultiPolygon(polygons: [Polygon(exterior: points)]).isPlain)
        points.swapAt(count / 3, count / 3 + 7)
        #expect(!MultiPolygon(polygons: [Polygon(exterior: points)]).isPlain)
    }

    @Test("many parts are plain when no two of them meet")
    func manyParts() {
        func parts(_ step: Double) -> MultiPolygon {
            MultiPolygon(
                polygons: (0..<200).map { i in
                    let x = Double(i) * step
                    return Polygon(
                        exterior: [(x, 0.0), (x + 1, 0), (x + 1, 1), (x, 0)].map { Point(x: $0.0, y: $0.1) })
                })
        }
        #expect(parts(2).isPlain && !parts(1).isPlain)
    }

    @Test("thousands of perimeters over each other are read, and their pairs are compared up to a number")
    func heaps() throws {
        let file = try PerimeterFileTests.read(
            PerimeterFileTests.feature(#""code":"QN09901M""#), PerimeterFileTests.feature(#""code":"QN09902M""#))
        #expect(file.atlas.meetingPairs.count == 1)
        let path = try folder.write(
            PerimeterFileTests.collection(
                (0..<300).map { PerimeterFileTests.feature("\"code\":\"QN0\(1000 + $0)M\"") }),
            to: "heap.geojson")
        let heap = try PerimeterFile.read(path)
        #expect(heap.perimeters.count == 300 && heap.atlas.meetingPairs.count == Atlas.mostPairs)
    }

    // MARK: Sizes

    @Test("a file that unpacks to more than the limit is refused, and the error says which limit")
    func unpacked() throws {
        var limits = ReadingLimits()
        #expect(limits[.unpacked] == 1 << 30 && limits.words(.unpacked) == "1024 MiB")
        limits[.unpacked] = 5
        #expect(limits.words(.unpacked) == "5 bytes" && limits[.file] == 512 << 20)
        let error = #expect(throws: InterchangeError.self) {
            try ByteSource(bytes: [UInt8](repeating: 0, count: 9)).readAll(atMost: 8)
        }
        #expect(error?.kind == .badData && error?.remedy == .raiseLimit(.file))
        #expect(throws: Never.self) { try ByteSource(bytes: [UInt8](repeating: 0, count: 8)).readAll(atMost: 8) }
    }

    @Test("a device without end is refused", .enabled(if: FileManager.default.fileExists(atPath: "/dev/zero")))
    func device() throws {
        let error = #expect(throws: InterchangeError.self) {
            try ByteSource(path: "/dev/zero").readAll(atMost: 1 << 20)
        }
        #expect(error?.remedy == .raiseLimit(.file))
    }
}
