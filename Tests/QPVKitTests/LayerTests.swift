import Foundation
import GeoPackages
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@Suite("layers of files")
struct LayerTests {
    let folder = try! TemporaryFolder()

    static let sample = RealData.package.appendingPathComponent("geodata/perimetres-2024.geojson").path
    static let sampleBytes = try! [UInt8](Data(contentsOf: URL(fileURLWithPath: sample)))

    func archive(_ members: [(String, [UInt8])]) throws -> String {
        var zip = ZipMaker()
        for (path, bytes) in members { zip.add(path, bytes) }
        return try folder.write(zip.bytes, to: "p.zip")
    }

    /// The sample as a GeoPackage, by the conversion under test.
    static func geoPackage() throws -> [UInt8] {
        let layer = try PerimeterLayer.read(sample)
        return try PerimeterConversion(layer, PerimeterFile(layer), repairs: false).geoPackage()
    }

    /// What must not depend on the format.
    static func essence(_ file: PerimeterFile) -> [String] {
        file.perimeters.map {
            "\($0.code) \($0.name) \($0.kind) \($0.vintage ?? 0) \($0.communeCodes) \($0.communeNames) \($0.shape)"
        }
    }

    @Test("the sample is the same from GeoJSON, GeoPackage, and each of them in an archive or compressed")
    func formats() throws {
        let wanted = Self.essence(try PerimeterFile.read(Self.sample))
        let package = try Self.geoPackage()
        let files = [
            try folder.write(package, to: "no-suffix"), try folder.write(package, to: "wrong.geojson"),
            try archive([("a/b.geojson", Self.sampleBytes), ("a/readme.txt", [1])]),
        ]
        for path in files {
            let file = try PerimeterFile.read(path)
            #expect(Self.essence(file) == wanted, "\(path)")
            #expect(file.source.sha256 == (try SHA256Digest.ofFile(path).hexadecimal))
        }
        #expect(Self.essence(try PerimeterFile.read(archive([("b.gpkg", package)]))) == wanted)
        // Read wholly in memory: nothing is left beside the file.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 3)
    }

    @Test("what a layer is called and counted in is said")
    func places() throws {
        let zip = try PerimeterFile.read(archive([("GEOJSON/b.geojson", Self.sampleBytes)]))
        #expect(zip.source.layer == "GEOJSON/b.geojson")
        #expect(zip.place(4) == "\(folder.path("p.zip"))/GEOJSON/b.geojson:4")
        #expect(zip.notes == ["read GEOJSON/b.geojson, the only layer in \(folder.path("p.zip"))"])
        let package = try PerimeterFile.read(folder.write(Self.geoPackage(), to: "a.gpkg"))
        #expect(package.source.layer == nil && package.notes.isEmpty)
        #expect(package.place(2) == "\(folder.path("a.gpkg")): feature 2")
    }

    @Test("of several members the one in degrees is read, GeoJSON before the rest; else the user must choose")
    func choice() throws {
        let bytes = Self.sampleBytes
        let official = [
            ("GEOJSON/QP2024_France_Hexagonale_LB93.geojson", bytes), ("GEOJSON/QP2024_Guyane_UTM22N.geojson", bytes),
            ("GEOJSON/QP2024_France_Hexagonale_Outre_Mer_WGS84_EPSG4326.geojson", bytes),
            ("GEOJSON/QP2024_Guadeloupe_WGS84_UTM20N.geojson", bytes),
            ("SHP/QP2024_France_Hexagonale_Outre_Mer_WGS84_EPSG4326.shp", [0]), ("__MACOSX/x_4326.geojson", [0]),
        ]
        let file = try PerimeterFile.read(archive(official))
        #expect(file.source.layer == official[2].0)
        #expect(file.notes == ["read \(official[2].0), one of 5 layers in \(folder.path("p.zip"))"])
        var options = PerimeterFile.Options()
        for name in ["qp2024_guyane_utm22n", "QP2024_Guyane_UTM22N.geojson", official[1].0] {
            options.layer = name
            #expect(try PerimeterFile.read(archive(official), options: options).source.layer == official[1].0)
        }
        // A name of both formats is the GeoJSON; the path tells them apart.
        options.layer = "QP2024_France_Hexagonale_Outre_Mer_WGS84_EPSG4326"
        #expect(try PerimeterFile.read(archive(official), options: options).source.layer == official[2].0)
        options.layer = "nope"
        #expect(
            throws: PerimeterError.noSuchLayer("nope", found: official.dropLast().map(\.0), file: folder.path("p.zip"))
        ) {
            try PerimeterFile.read(archive(official), options: options)
        }
        let two = [("a.geojson", bytes), ("b.geojson", bytes), ("c.gpkg", [])]
        #expect(throws: PerimeterError.severalLayers(["a.geojson", "b.geojson"], file: folder.path("p.zip"))) {
            try PerimeterFile.read(archive(two))
        }
        #expect(throws: PerimeterError.noLayer(file: folder.path("p.zip"), found: ["readme.txt"])) {
            try PerimeterFile.read(archive([("readme.txt", [1])]))
        }
    }

    @Test("a layer that a file of one layer does not have is refused, not ignored")
    func wrongLayer() throws {
        var options = PerimeterFile.Options()
        options.layer = "other"
        let package = try folder.write(Self.geoPackage(), to: "a.gpkg")
        for path in [Self.sample, package, try archive([("a.gpkg", Self.geoPackage())])] {
            #expect(throws: PerimeterError.self) { try PerimeterFile.read(path, options: options) }
        }
        options.layer = "PERIMETERS"
        #expect(try PerimeterFile.read(package, options: options).perimeters.count == 4)
        #expect(
            try PerimeterFile.read(archive([("a.gpkg", Self.geoPackage())]), options: options).perimeters.count == 4)
    }

    @Test("a database whose last changes are in a file beside it is refused")
    func unfinished() throws {
        let path = try folder.write(Self.geoPackage(), to: "a.gpkg")
        try folder.write([], to: "a.gpkg-wal")
        #expect(try PerimeterFile.read(path).perimeters.count == 4)
        try folder.write([1], to: "a.gpkg-wal")
        let error = #expect(throws: InterchangeError.self) { try PerimeterFile.read(path) }
        #expect(error?.message.contains("open in another program") == true)
    }

    @Test("overseas geometry in a metropolitan CRS is refused, whatever the format")
    func wrongGrid() throws {
        // Réunion, projected to Lambert-93 as some programs do without a word.
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let ring = [(55.45, -20.9), (55.46, -20.9), (55.46, -20.89), (55.45, -20.9)].map {
            projector.project(Point(x: $0.0, y: $0.1))!
        }
        let feature = Feature(
            properties: ["code": "QP974001"],
            geometry: .multiPolygon(MultiPolygon(polygons: [Polygon(exterior: ring)])))
        let bytes = try GeoPackageWriter.bytes(
            [feature], layer: "x", columns: [.init("code", .text)],
            reference: SpatialReference(
                organization: "EPSG", code: 2154, name: "", definition: try CRS.lambert93.wellKnownText()))
        let layer = try PerimeterLayer.read(folder.write(bytes, to: "a.gpkg"))
        let file = try PerimeterFile(layer)
        #expect(file.issues.map(\.code) == ["wrong_grid"])
        #expect(file.perimeters[0].shape.isEmpty)
        #expect(try PerimeterConversion(layer, file, repairs: false).refusals.map(\.perimeter) == ["QP974001"])
    }

    @Test("a database's system is known by its code, else by its definition, else it must be stated")
    func systems() throws {
        let ring = [Point(x: 700_000, y: 6_600_000), Point(x: 700_100, y: 6_600_000), Point(x: 700_000, y: 6_600_100)]
        func read(_ organization: String, _ code: Int, _ definition: String) throws -> PerimeterFile {
            let feature = Feature(
                properties: ["code": "A"],
                geometry: .multiPolygon(MultiPolygon(polygons: [Polygon(exterior: ring + [ring[0]])])))
            let bytes = try GeoPackageWriter.bytes(
                [feature], layer: "x", columns: [.init("code", .text)],
                reference: SpatialReference(
                    organization: organization, code: code, name: "so named", definition: definition))
            return try PerimeterFile.read(folder.write(bytes, to: "a.gpkg"))
        }
        #expect(try read("EPSG", 2154, "").crs == .lambert93)
        #expect(try read("NONE", 100_000, #"PROJCS["RGF93_Lambert_93",GEOGCS["x"]]"#).crs == .lambert93)
        #expect(throws: PerimeterError.unknownCRS("so named", file: folder.path("a.gpkg"))) {
            try read("NONE", 100_000, "undefined")
        }
    }
}

@Suite("conversion of perimeters")
struct PerimeterConversionTests {
    let folder = try! TemporaryFolder()

    @Test(
        "there and back again is the same file, to the byte", arguments: ["perimetres-2024", "perimetres-2015", "qva"])
    func thereAndBack(name: String) throws {
        let layer = try PerimeterLayer.read(RealData.package.appendingPathComponent("geodata/\(name).geojson").path)
        let first = try PerimeterConversion(layer, PerimeterFile(layer), repairs: false)
        let package = try folder.write(first.geoPackage(), to: "a.gpkg")
        let again = try PerimeterLayer.read(package)
        let second = try PerimeterConversion(again, PerimeterFile(again), repairs: false)
        #expect(first.geoJSON().string == second.geoJSON().string)
        #expect(try first.geoPackage() == second.geoPackage())
        let json = try PerimeterLayer.read(folder.write(first.geoJSON().bytes, to: "a.geojson"))
        #expect(
            try PerimeterConversion(json, PerimeterFile(json), repairs: false).geoJSON().bytes == first.geoJSON().bytes)
    }

    @Test("a repaired shape keeps the bits of the vertices that were there; a valid one keeps all of its")
    func repairs() throws {
        let bow = "[[[3,46.5],[3.0026000000000002,46.5018],[3.0026000000000002,46.5],[3,46.5018],[3,46.5]]]"
        let path = try folder.write(
            PerimeterFileTests.collection([
                PerimeterFileTests.feature(#""code":"A""#, #"{"type":"Polygon","coordinates":\#(bow)}"#),
                PerimeterFileTests.feature(#""code":"B""#),
            ]), to: "a.geojson")
        let layer = try PerimeterLayer.read(path)
        let file = try PerimeterFile(layer)
        let raw = try PerimeterConversion(layer, file, repairs: false)
        let mended = try PerimeterConversion(layer, file, repairs: true)
        func shapes(_ conversion: PerimeterConversion) throws -> [MultiPolygon] {
            let bytes = try conversion.geoPackage()
            return try PerimeterLayer.read(folder.write(bytes, to: "a.gpkg")).features.map { $0.geometry.area! }
        }
        let before = try shapes(raw), after = try shapes(mended)
        #expect(before == layer.features.map { $0.geometry.area! })
        #expect(after[1] == before[1])
        #expect(after[0].polygons.count == 2)
        var known: Set<Point> = []
        before[0].forEachRing { known.formUnion($0) }
        var new: Set<Point> = []
        after[0].forEachRing { new.formUnion($0) }
        #expect(known.isSubset(of: new))
        // One more: where the edges cross.
        let crossing = try #require(new.subtracting(known).first)
        #expect(new.count == known.count + 1)
        #expect(abs(crossing.x - 3.0013) < 1e-7 && abs(crossing.y - 46.5009) < 1e-7)
    }

    @Test("a grid's coordinates stay in it, and GeoJSON says so")
    func grid() throws {
        let ring = "[[[700000.125,6600000],[700100,6600000],[700100,6600100],[700000.125,6600000]]]"
        let path = try folder.write(
            PerimeterFileTests.collection(
                [PerimeterFileTests.feature(#""code":"A""#, #"{"type":"Polygon","coordinates":\#(ring)}"#)],
                crs: "EPSG:2154"), to: "a.geojson")
        let layer = try PerimeterLayer.read(path)
        let conversion = try PerimeterConversion(layer, PerimeterFile(layer), repairs: false)
        #expect(conversion.geoJSON().string.contains("urn:ogc:def:crs:EPSG::2154"))
        #expect(conversion.geoJSON().string.contains("[700000.125,6600000]"))
        #expect(try PerimeterFile.read(folder.write(conversion.geoPackage(), to: "a.gpkg")).crs == .lambert93)
    }
}
