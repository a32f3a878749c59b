import Foundation
import Planar
import TestSupport
import Testing

@testable import GeoPackages
@testable import Interchange

@Suite("GeoPackage")
struct GeoPackageTests {
    static let columns: [GeoPackageWriter.Column] = [
        .init("code", .text), .init("vintage", .integer), .init("name", .text),
    ]
    static let lambert = SpatialReference(
        organization: "EPSG", code: 2154, name: "RGF93 / Lambert-93",
        definition: #"PROJCS["RGF93 / Lambert-93",AUTHORITY["EPSG","2154"]]"#)

    /// A number of any magnitude: every bit of it counts.
    static func wild(_ generator: inout SeededGenerator) -> Double {
        let value = Double(bitPattern: generator.next())
        return value.isFinite ? value : 0.1
    }

    static func features(_ count: Int, seed: UInt64) -> [Feature] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { i in
            func ring() -> [Point] {
                let points = (0..<Int.random(in: 3...9, using: &generator)).map { _ in
                    Point(x: wild(&generator), y: wild(&generator))
                }
                return points + [points[0]]
            }
            let polygons = (0...Int.random(in: 0...2, using: &generator)).map { _ in
                Polygon(
                    exterior: ring(), holes: (0..<Int.random(in: 0...2, using: &generator)).map { _ in ring() })
            }
            return Feature(
                properties: ["code": .string("C\(i)"), "vintage": JSONValue(2000 + i), "name": "Cœur d’Été – n° 1"],
                geometry: .multiPolygon(MultiPolygon(polygons: polygons)))
        }
    }

    static func write(_ features: [Feature]) throws -> [UInt8] {
        try GeoPackageWriter.bytes(features, layer: "perimeters", columns: columns, reference: lambert)
    }

    static func read(_ bytes: [UInt8]) throws -> [Feature] {
        let package = try #require(try GeoPackage(bytes: bytes, name: "a.gpkg"))
        return try package.features(of: #require(package.layers.first))
    }

    /// The bits of all coordinates, ring by ring.
    static func bits(_ geometry: Geometry) -> [[UInt64]] {
        var bits: [[UInt64]] = []
        geometry.area?.forEachRing { ring in bits.append(ring.flatMap { [$0.x.bitPattern, $0.y.bitPattern] }) }
        return bits
    }

    @Test("what is written is read back to the last bit, with its fields and its system", arguments: [UInt64(1), 2, 3])
    func roundTrip(seed: UInt64) throws {
        let features = Self.features(50, seed: seed)
        let bytes = try Self.write(features)
        let package = try #require(try GeoPackage(bytes: bytes, name: "a.gpkg"))
        #expect(package.layers.map(\.name) == ["perimeters"])
        #expect(package.layers[0].reference == Self.lambert)
        let read = try package.features(of: package.layers[0])
        #expect(read.map { Self.bits($0.geometry) } == features.map { Self.bits($0.geometry) }, "seed \(seed)")
        #expect(read.map(\.line) == Array(1...50))
        for (a, b) in zip(read, features) {
            #expect(a.properties.names == ["fid", "code", "vintage", "name"])
            for column in Self.columns { #expect(a.properties[column.name] == b.properties[column.name]) }
        }
        #expect(try Self.write(features) == bytes)
    }

    @Test("missing fields are null, a feature without geometry and one of an empty one are kept")
    func empty() throws {
        let hollow = MultiPolygon(polygons: [Polygon(exterior: [])])
        let read = try Self.read(
            Self.write([Feature(geometry: .empty), Feature(geometry: .multiPolygon(hollow))]))
        #expect(read.count == 2)
        for feature in read {
            #expect(feature.geometry.area?.isEmpty == true)
            #expect(feature.properties["code"] == .null && feature.properties["vintage"] == .null)
        }
        #expect(try Self.read(Self.write([])).isEmpty)
    }

    static let severalLayers: [GeoPackageWriter.Layer] = [
        .init(name: "zones", title: "Zones d’été", columns: columns, features: features(4, seed: 9), style: "<qgis/>"),
        .init(
            name: "places", geometry: .points, columns: [.init("height", .real)],
            features: [
                .init(properties: ["height": 1.25], geometry: .point(Point(x: 2.5, y: 46.125))),
                .init(geometry: .empty), .init(geometry: .lineString([Point(x: 0, y: 0)])),
            ]),
    ]

    @Test("several layers, of areas and of points, each with columns of its own")
    func severalLayers() throws {
        let bytes = try GeoPackageWriter.bytes(Self.severalLayers, reference: Self.lambert)
        let package = try #require(try GeoPackage(bytes: bytes, name: "a.gpkg"))
        #expect(package.layers.map(\.name).sorted() == ["places", "zones"])
        let places = try package.features(of: #require(package.layers.first { $0.name == "places" }))
        #expect(places.map { $0.properties["height"]?.double } == [1.25, nil, nil])
        guard case .point(let point) = places[0].geometry else { throw InterchangeError(.badData, "no point") }
        #expect(point.x == 2.5 && point.y == 46.125)
        #expect(try GeoPackageWriter.bytes(Self.severalLayers, reference: Self.lambert) == bytes)
    }

    @Test("bytes that are no SQLite file are refused; a SQLite file that is no GeoPackage is nil")
    func others() throws {
        var bytes = try Self.write([])
        #expect(throws: InterchangeError.self) { try GeoPackage(bytes: bytes.dropLast(100), name: "a") }
        #expect(throws: InterchangeError.self) { try GeoPackage(bytes: [1, 2, 3], name: "a") }
        #expect(try GeoPackage(bytes: [], name: "a") == nil)
        #expect(FileFormat(head: bytes, name: "") == .geoPackage)
        // The same database in WAL mode, as a program that edits it leaves it.
        (bytes[18], bytes[19]) = (2, 2)
        #expect(try Self.read(bytes).isEmpty)
        let name = Array("gpkg_contents".utf8)
        while let range = bytes.firstRange(of: name) { bytes[range.lowerBound] = UInt8(ascii: "x") }
        #expect(try GeoPackage(bytes: bytes, name: "a") == nil)
    }

    @Test("mutated bytes are an error or features, never a crash", arguments: [UInt64(5)])
    func mutated(seed: UInt64) throws {
        let original = try Self.write(Self.features(8, seed: seed))
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<600 {
            var bytes = original
            for _ in 0...Int.random(in: 0...5, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            if Int.random(in: 0..<4, using: &generator) == 0 {
                bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
            }
            do {
                guard let package = try GeoPackage(bytes: bytes, name: "a.gpkg") else { continue }
                for layer in package.layers { _ = try package.features(of: layer) }
            } catch {
                #expect(error.kind == .badData && error.file == "a.gpkg")
            }
        }
    }
}

@Suite("GeoPackage and GDAL", .enabled(if: GDAL.isInstalled, Comment(rawValue: GDAL.missing)))
struct GeoPackageGDALTests {
    @Test("GDAL reads what we write without a word, and gives it back to the last bit")
    func readBack() throws {
        let folder = try TemporaryFolder()
        let features = GeoPackageTests.features(60, seed: 8)
        let path = try folder.write(GeoPackageTests.write(features), to: "a.gpkg")
        let info = try GDAL.run("ogrinfo", "-al", "-so", path)
        #expect(info.code == 0 && info.stderr == "")
        #expect(info.stdout.contains("Feature Count: 60") && info.stdout.contains("ID[\"EPSG\",2154]"))
        // Written by GDAL anew, from what it has understood.
        let again = try GDAL.run("ogr2ogr", "-f", "GPKG", folder.path("b.gpkg"), path)
        #expect(again.code == 0 && again.stderr == "")
        let bytes = [UInt8](try Data(contentsOf: folder.url.appendingPathComponent("b.gpkg")))
        let read = try GeoPackageTests.read(bytes)
        #expect(read.map { GeoPackageTests.bits($0.geometry) } == features.map { GeoPackageTests.bits($0.geometry) })
        #expect(read.map { $0.properties["name"] } == features.map { $0.properties["name"] })
    }

    @Test("GDAL reads several layers and the table of styles without a word")
    func severalLayers() throws {
        let folder = try TemporaryFolder()
        let bytes = try GeoPackageWriter.bytes(GeoPackageTests.severalLayers, reference: GeoPackageTests.lambert)
        let path = try folder.write(bytes, to: "a.gpkg")
        let info = try GDAL.run("ogrinfo", "-al", path)
        #expect(info.code == 0 && info.stderr == "")
        #expect(info.stdout.contains("IDENTIFIER=Zones d’été") && info.stdout.contains("POINT (2.5 46.125)"))
        #expect(info.stdout.contains("styleQML (String) = <qgis/>"))
    }

    @Test("the R-tree finds what lies in a window, and is kept up to date by whoever edits the file")
    func index() throws {
        let folder = try TemporaryFolder()
        let features = (0..<20).map { i in
            let x = 100.0 * Double(i)
            let ring = [Point(x: x, y: 0), Point(x: x + 10, y: 0), Point(x: x + 10, y: 10), Point(x: x, y: 0)]
            return Feature(
                properties: ["code": .string("C\(i)")],
                geometry: .multiPolygon(MultiPolygon(polygons: [Polygon(exterior: ring)])))
        }
        let path = try folder.write(GeoPackageTests.write(features), to: "a.gpkg")
        func found(_ window: String) throws -> String {
            let sql = "SELECT group_concat(id) AS ids FROM rtree_perimeters_geom WHERE \(window)"
            let result = try GDAL.run("ogrinfo", "-q", path, "-sql", sql)
            return String(result.stdout.split(separator: "=").last ?? "").trimmingCharacters(
                in: .whitespacesAndNewlines)
        }
        #expect(try found("maxx >= 305 AND minx <= 505") == "4,5,6")
        func edit(_ sql: String) throws {
            let result = try GDAL.run("ogrinfo", "-q", path, "-sql", sql)
            #expect(result.code == 0 && result.stderr == "")
        }
        try edit("UPDATE perimeters SET geom = (SELECT geom FROM perimeters WHERE fid = 5) WHERE fid = 20")
        try edit("DELETE FROM perimeters WHERE fid = 4")
        try edit("UPDATE perimeters SET fid = 100 WHERE fid = 6")
        try edit("UPDATE perimeters SET geom = NULL WHERE fid = 1")
        #expect(try found("maxx >= 305 AND minx <= 505") == "5,20,100")
        #expect(try found("maxx >= 0 AND minx <= 100") == "2")
    }
}
