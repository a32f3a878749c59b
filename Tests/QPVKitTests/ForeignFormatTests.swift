import Foundation
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

/// The formats that go through GDAL, on the sample and on the official files.
@Suite("formats of GDAL", .enabled(if: GDAL.isInstalled, Comment(rawValue: GDAL.missing)))
struct ForeignFormatTests {
    let folder = try! TemporaryFolder()

    private func convert(_ file: String, _ driver: String, _ name: String, _ options: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["ogr2ogr", "-f", driver, folder.path(name), file] + options
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return folder.path(name)
    }

    @Test(
        "the sample is the same through a Shapefile, FlatGeobuf, MapInfo, KML, SQLite and GDAL's own GeoPackage",
        arguments: [
            ("ESRI Shapefile", "a.shp"), ("FlatGeobuf", "a.fgb"), ("MapInfo File", "a.tab"), ("LIBKML", "a.kml"),
            ("SQLite", "a.sqlite"), ("GPKG", "a.gpkg"), ("GeoJSON", "a.geojson"),
        ])
    func sample(driver: String, name: String) throws {
        let path = try convert(LayerTests.sample, driver, name, "-nln", "quartiers")
        let plain = try PerimeterFile.read(LayerTests.sample), read = try PerimeterFile.read(path)
        // FlatGeobuf has an order of its own.
        let found = read.perimeters.sorted { $0.code < $1.code }
        #expect(found.map(\.code) == plain.perimeters.map(\.code))
        #expect(found.map(\.communeCodes) == plain.perimeters.map(\.communeCodes))
        for (a, b) in zip(found, plain.perimeters) {
            #expect(a.shape.vertexCount == b.shape.vertexCount)
            // MapInfo counts in steps of some millimetres.
            #expect(abs(a.area - b.area) < (driver == "MapInfo File" ? 20 : 1e-6))
            #expect(a.name == b.name)
        }
        let isOurs = ["GPKG", "GeoJSON"].contains(driver)
        #expect(read.source.converter?.hasPrefix("ogr2ogr (GDAL ") == (isOurs ? nil : true))
    }

    @Test("a layer of several tables is named; a Shapefile without .prj needs a CRS; a broken one is GDAL's own words")
    func faults() throws {
        let two = try convert(LayerTests.sample, "GPKG", "a.gpkg", "-nln", "un")
        _ = try convert(LayerTests.sample, "GPKG", "a.gpkg", "-nln", "deux", "-update")
        #expect(throws: PerimeterError.severalLayers(["deux", "un"], file: two)) { try PerimeterFile.read(two) }
        var options = PerimeterFile.Options()
        options.layer = "Deux"
        #expect(try PerimeterFile.read(two, options: options).source.layer == "deux")
        let shapes = try convert(LayerTests.sample, "ESRI Shapefile", "a.shp")
        try FileManager.default.removeItem(atPath: folder.path("a.prj"))
        #expect(throws: PerimeterError.self) { try PerimeterFile.read(shapes) }
        options.layer = nil
        options.crs = .wgs84
        #expect(try PerimeterFile.read(shapes, options: options).perimeters.count == 4)
        let broken = try folder.write([0, 0, 0x27, 0x0A] + [UInt8](repeating: 0, count: 96), to: "b.shp")
        let error = #expect(throws: InterchangeError.self) { try PerimeterFile.read(broken) }
        #expect(error?.message == "ogr2ogr failed on a Shapefile")
        #expect(error?.notes.isEmpty == false)
        // A file that would lead GDAL elsewhere is not handed to it.
        let virtual = try folder.write("<OGRVRTDataSource></OGRVRTDataSource>", to: "c.vrt")
        #expect(throws: InterchangeError.self) { try PerimeterFile.read(virtual) }
    }

    @Test("a table in Windows-1252 comes out right, whether it says so or not")
    func encoding() throws {
        let text = PerimeterFileTests.collection([
            PerimeterFileTests.feature(#""code":"A","nom":"Cœur d’Été – n° 1""#)
        ])
        let source = try folder.write(text, to: "a.geojson")
        _ = try convert(source, "ESRI Shapefile", "a.shp", "-lco", "ENCODING=CP1252")
        let stated = try [UInt8](Data(contentsOf: folder.url.appendingPathComponent("a.dbf")))
        for (codePage, mark) in [(nil, UInt8(0x57)), (nil, 0), (nil, 3), ("ISO-8859-1", 0), ("1252", 0)] {
            var table = stated
            table[29] = mark
            try folder.write(table, to: "a.dbf")
            try? FileManager.default.removeItem(atPath: folder.path("a.cpg"))
            if let codePage { try folder.write(codePage, to: "a.cpg") }
            #expect(try PerimeterFile.read(folder.path("a.shp")).perimeters[0].name == "Cœur d’Été – n° 1", "\(mark)")
        }
        _ = try convert(source, "ESRI Shapefile", "u.shp", "-lco", "ENCODING=UTF-8")
        try FileManager.default.removeItem(atPath: folder.path("u.cpg"))
        #expect(try PerimeterFile.read(folder.path("u.shp")).perimeters[0].name == "Cœur d’Été – n° 1")
    }

    // MARK: Official files

    static let official = "data/qpv2015-official/qp-politiquedelaville-shp"

    private static let zipped: Result<[UInt8], any Error> = Result {
        var zip = ZipMaker()
        let files = try FileManager.default.contentsOfDirectory(atPath: RealData.path(official)).sorted()
        for file in files {
            zip.add(
                "shp/\(file)",
                [UInt8](try Data(contentsOf: URL(fileURLWithPath: RealData.path("\(official)/\(file)")))))
        }
        return zip.bytes
    }

    /// The layers of the official archive of 2015, with their CRS and count.
    static let layers = [
        ("QP_METROPOLEOUTREMER_WGS84_EPSG4326", 4326, 1514), ("QP_METROPOLE_LB93", 2154, 1296),
        ("QP_GUADELOUPE_WGS84_UTM20N", 32620, 16), ("QP_MARTINIQUE_WGS84_UTM20N", 32620, 7),
        ("QP_STMARTIN_WGS84_UTM20N", 32620, 2), ("QP_GUYANE_RGF95_UTM22N", 2972, 32),
        ("QP_LAREUNION_RGR92_UTM40S", 2975, 49), ("QP_MAYOTTE_RGM04_UTM38S", 4470, 36),
    ]

    @Test(
        "each official layer of 2015 is the same from its Shapefile, the archive, our GeoPackage and our GeoJSON",
        .enabled(if: RealData.has(official), Comment(rawValue: RealData.missing)), arguments: layers)
    func official2015(name: String, epsg: Int, count: Int) throws {
        let layer = try PerimeterLayer.read(folder.write(Self.zipped.get(), to: "qp.zip"), layer: name)
        let archived = try PerimeterFile(layer)
        let shapes = try PerimeterFile.read(RealData.path("\(Self.official)/\(name).shp"))
        let conversion = try PerimeterConversion(layer, archived, repairs: false)
        #expect(conversion.refusals.isEmpty)
        let package = try PerimeterFile.read(folder.write(conversion.geoPackage(), to: "a.gpkg"))
        let json = try PerimeterFile.read(folder.write(conversion.geoJSON().bytes, to: "a.geojson"))
        #expect(archived.perimeters.count == count && archived.crs.epsg == epsg)
        #expect(archived.perimeters.allSatisfy { !$0.shape.isEmpty })
        for other in [shapes, package, json] {
            #expect(other.crs.epsg == epsg)
            #expect(other.perimeters.map(\.code) == archived.perimeters.map(\.code))
            #expect(other.perimeters.map(\.name) == archived.perimeters.map(\.name))
            #expect(other.perimeters.map(\.communeNames) == archived.perimeters.map(\.communeNames))
            #expect(other.perimeters.map(\.shape.vertexCount) == archived.perimeters.map(\.shape.vertexCount))
            #expect(other.issues.map(\.perimeter) == archived.issues.map(\.perimeter))
        }
        #expect(shapes.perimeters.map(\.shape) == archived.perimeters.map(\.shape))
        #expect(package.perimeters.map(\.shape) == archived.perimeters.map(\.shape))
        // GeoJSON turns rings as its standard wants, which the sum of an area may feel in its last bits.
        for (a, b) in zip(json.perimeters, archived.perimeters) { #expect(abs(a.area - b.area) <= 1e-9 * b.area) }
        #expect(!archived.perimeters.contains { $0.name.unicodeScalars.contains { (0x80...0x9F).contains($0.value) } })
    }

    static let vintageFiles = [
        ("data/qpv2015-official/derived_qpv2015_all_wgs84.geojson", 1514),
        ("data/qpv2024-simplified/qpv2024_simplified.geojson", 1609), ("data/qpv2024-bondy/qpv2024_bondy.geojson", 4),
    ]

    @Test(
        "all perimeters of both vintages are the same from GeoJSON, a Shapefile and a GeoPackage",
        .enabled(if: vintageFiles.allSatisfy { RealData.has($0.0) }, Comment(rawValue: RealData.missing)),
        arguments: vintageFiles)
    func vintages(path: String, count: Int) throws {
        let layer = try PerimeterLayer.read(RealData.path(path))
        let plain = try PerimeterFile(layer)
        let conversion = try PerimeterConversion(layer, plain, repairs: false)
        let files = [
            try folder.write(conversion.geoPackage(), to: "a.gpkg"),
            try convert(RealData.path(path), "ESRI Shapefile", "b.shp", "-lco", "ENCODING=UTF-8"),
            try convert(RealData.path(path), "GPKG", "c.gpkg"),
        ]
        #expect(plain.perimeters.count == count)
        for path in files {
            let file = try PerimeterFile.read(path)
            #expect(file.perimeters.map(\.code) == plain.perimeters.map(\.code))
            #expect(file.perimeters.map(\.communeNames) == plain.perimeters.map(\.communeNames))
            #expect(file.perimeters.map(\.shape.vertexCount) == plain.perimeters.map(\.shape.vertexCount), "\(path)")
            for (a, b) in zip(file.perimeters, plain.perimeters) { #expect(abs(a.area - b.area) <= 1e-9 * b.area) }
        }
    }
}
