import Interchange
import Testing

/// How the format of a file is recognised.
@Suite struct FileFormatTests {
    @Test(
        "First bytes go before the end of the name",
        arguments: [
            ("SQLite format 3\0", "a.geojson", FileFormat.geoPackage), ("PK\u{3}\u{4}", "a.shp", .zip),
            ("fgb", "a", .flatGeobuf), ("PAR1", "a", .geoParquet), ("\u{FEFF} !Table", "a", .mapInfo),
            ("<?xml?><kml>", "a.gml", .kml), ("<gpx>", "a", .gpx),
            ("<a xmlns='http://www.opengis.net/gml'>", "a", .gml),
        ])
    func heads(head: String, name: String, format: FileFormat) {
        #expect(FileFormat(head: Array(head.utf8), name: name) == format)
    }

    @Test("Without known first bytes only a format of ogr2ogr goes by its name; an empty file is of none")
    func names() {
        #expect(FileFormat(head: Array("{}".utf8), name: "a.gpkg") == nil)
        #expect(FileFormat(head: Array("{}".utf8), name: "a.json") == nil)
        #expect(FileFormat(head: Array("0".utf8), name: "A.DXF") == .dxf)
        #expect(FileFormat(head: [], name: "a.dxf") == nil)
    }

    @Test("Each ending stands for one format")
    func endings() {
        let endings = FileFormat.allCases.flatMap(\.suffixes)
        #expect(Set(endings).count == endings.count)
        for format in FileFormat.allCases {
            for ending in format.suffixes { #expect(FileFormat(suffixOf: "a.b.\(ending.uppercased())") == format) }
        }
        #expect(FileFormat(suffixOf: "gpkg") == nil)
    }
}
