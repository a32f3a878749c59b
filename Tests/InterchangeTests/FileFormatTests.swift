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
            ("<a xmlns='http://www.opengis.net/gml'>", "a", .gml), ("  0\r\nSECTION\r\n", "a", .dxf),
            ("999\nmade by hand\n0\nSECTION\n", "a", .dxf), ("Version 300\nColumns 2\n", "a", .mapInfo),
        ])
    func heads(head: String, name: String, format: FileFormat) {
        #expect(FileFormat(head: Array(head.utf8), name: name) == format)
    }

    @Test(
        "A name makes no format of a content that is none",
        arguments: [
            ("{}", "a.gpkg"), ("{}", "a.json"), ("0", "A.DXF"), ("", "a.dxf"), ("Version control", "a.mif"),
            ("<OGRWFSDataSource><URL>http://a/wfs?</URL></OGRWFSDataSource>", "a.gml"), ("PG:host=a", "a.fgb"),
            ("<OGRVRTDataSource/>", "a.kml"),
        ])
    func names(head: String, name: String) { #expect(FileFormat(head: Array(head.utf8), name: name) == nil) }

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
