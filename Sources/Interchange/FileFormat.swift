/// A format of files: how it is called, how it is recognised, and whether it is read here or through GDAL's `ogr2ogr`.
public enum FileFormat: String, Sendable, CaseIterable {
    /// GeoJSON (RFC 7946).
    case geoJSON = "a GeoJSON file"
    /// GeoPackage: a SQLite database with tables of its own.
    case geoPackage = "a GeoPackage"
    /// A zip archive of other files.
    case zip = "a zip archive"
    /// One other file, compressed with gzip.
    case gzip = "a file compressed with gzip"
    /// ESRI Shapefile: the file with the shapes, its table and its CRS beside it.
    case shapefile = "a Shapefile"
    /// MapInfo, as tables or as interchange files.
    case mapInfo = "a MapInfo file"
    /// Keyhole Markup Language.
    case kml = "a KML file"
    /// Geography Markup Language.
    case gml = "a GML file"
    /// FlatGeobuf.
    case flatGeobuf = "a FlatGeobuf file"
    /// ESRI file geodatabase, as a folder in an archive.
    case fileGeodatabase = "a file geodatabase"
    /// SpatiaLite, or SQLite tables as OGR writes them.
    case spatialite = "a SQLite database that is no GeoPackage"
    /// Tracks and points.
    case gpx = "a GPX file"
    /// Drawing interchange format.
    case dxf = "a DXF drawing"
    /// GeoParquet.
    case geoParquet = "a Parquet file"

    /// TopoJSON: GeoJSON's relative whose shapes share arcs.
    case topoJSON = "a TopoJSON file"
    /// Esri's own JSON of a feature layer.
    case esriJSON = "an Esri JSON file"

    /// Whether it is read through the user's `ogr2ogr`.
    public var needsOGR: Bool {
        switch self {
        case .geoJSON, .geoPackage, .zip, .gzip: false
        default: true
        }
    }

    /// How the names of its files end, in lower case.
    public var suffixes: [String] {
        switch self {
        case .geoJSON: ["geojson", "json"]
        case .geoPackage: ["gpkg"]
        case .zip: ["zip"]
        case .gzip: ["gz"]
        case .shapefile: ["shp"]
        case .mapInfo: ["tab", "mif"]
        case .kml: ["kml"]
        case .gml: ["gml"]
        case .flatGeobuf: ["fgb"]
        case .fileGeodatabase: ["gdb"]
        case .spatialite: ["sqlite"]
        case .gpx: ["gpx"]
        case .dxf: ["dxf"]
        case .geoParquet: ["parquet", "geoparquet"]
        case .topoJSON: ["topojson"]
        case .esriJSON: []
        }
    }

    /// The drivers of GDAL that read it; none where qpv reads it itself.
    var drivers: [String] {
        switch self {
        case .geoJSON, .geoPackage, .zip, .gzip: []
        case .shapefile: ["ESRI Shapefile"]
        case .mapInfo: ["MapInfo File"]
        case .kml: ["LIBKML", "KML"]
        case .gml: ["GML"]
        case .flatGeobuf: ["FlatGeobuf"]
        case .fileGeodatabase: ["OpenFileGDB"]
        case .spatialite: ["SQLite"]
        case .gpx: ["GPX"]
        case .dxf: ["DXF"]
        case .geoParquet: ["Parquet"]
        case .topoJSON: ["TopoJSON"]
        case .esriJSON: ["ESRIJSON"]
        }
    }

    /// How many of its first bytes show the format of a file.
    public static let headLength = 1 << 14

    /// The format that the first bytes of a file show: ``headLength`` are enough. Nil when they show none.
    ///
    /// The name decides only between formats whose content looks alike. Any SQLite database counts as a GeoPackage: its tables tell
    /// whether it is one.
    public init?(head: some Collection<UInt8>, name: String) {
        let text = String(decoding: head.prefix(Self.headLength), as: UTF8.self)
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if head.starts(with: Array("SQLite format 3\0".utf8)) {
            self = .geoPackage
        } else if ZipArchive.isZip(head) {
            self = .zip
        } else if head.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if head.starts(with: [0, 0, 0x27, 0x0A]) {
            self = .shapefile
        } else if head.starts(with: Array("fgb".utf8)) {
            self = .flatGeobuf
        } else if head.starts(with: Array("PAR1".utf8)) {
            self = .geoParquet
        } else if head.starts(with: Array("AutoCAD Binary DXF".utf8)) || Self.isDrawing(start) {
            self = .dxf
        } else if start.prefix(6).lowercased() == "!table" || Self.isInterchange(start) {
            self = .mapInfo
        } else if start.hasPrefix("<"), text.contains("<kml") {
            self = .kml
        } else if start.hasPrefix("<"), text.contains("<gpx") {
            self = .gpx
        } else if start.hasPrefix("<"), text.contains("opengis.net/gml") {
            self = .gml
        } else if start.hasPrefix("{"), text.contains("\"Topology\"") {
            self = .topoJSON
        } else if start.hasPrefix("{"), text.contains("\"esriGeometry") || text.contains("\"esriFieldType") {
            self = .esriJSON
        } else {
            return nil
        }
    }

    /// Whether bytes are those of MapInfo's interchange format rather than of its tables.
    func isInterchange(_ bytes: [UInt8]) -> Bool {
        Self.isInterchange(String(decoding: bytes.prefix(Self.headLength), as: UTF8.self).drop { $0.isWhitespace })
    }

    /// MapInfo's interchange format begins with its version, and lists its columns.
    private static func isInterchange(_ start: Substring) -> Bool {
        let words = start.lowercased()
        return words.hasPrefix("version ") && words.contains("columns ")
    }

    /// A drawing begins with a section, or with comments in front of it; a line with a group's code stands before each.
    private static func isDrawing(_ start: Substring) -> Bool {
        let lines = start.split(whereSeparator: \.isNewline).prefix(200).map { $0.trimmingPrefix { $0 == " " } }
        guard let first = lines.first, first == "0" || first == "999" else { return false }
        return Swift.zip(lines, lines.dropFirst()).contains { $0.0 == "0" && $0.1 == "SECTION" }
    }

    /// The format that the end of a name stands for; nil when it is none of these.
    public init?(suffixOf name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let suffix = name[name.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.suffixes.contains(suffix) }) else { return nil }
        self = format
    }
}
