/// A format of vector data that is read through GDAL's `ogr2ogr`.
public enum ForeignFormat: String, Sendable, CaseIterable {
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

    /// How the names of its files end, in lower case.
    public var suffixes: [String] {
        switch self {
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
        }
    }

    /// The format that the first bytes of a file show, failing that the end of its name; nil when neither is known.
    init?(head: some Collection<UInt8>, name: String) {
        let text = String(decoding: head.prefix(1000), as: UTF8.self)
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if head.starts(with: [0, 0, 0x27, 0x0A]) {
            self = .shapefile
        } else if head.starts(with: Array("fgb".utf8)) {
            self = .flatGeobuf
        } else if head.starts(with: Array("PAR1".utf8)) {
            self = .geoParquet
        } else if start.lowercased().hasPrefix("!table") {
            self = .mapInfo
        } else if start.hasPrefix("<"), text.contains("<kml") {
            self = .kml
        } else if start.hasPrefix("<"), text.contains("<gpx") {
            self = .gpx
        } else if start.hasPrefix("<"), text.contains("opengis.net/gml") {
            self = .gml
        } else if !head.isEmpty, let format = ForeignFormat(suffixOf: name) {
            self = format
        } else {
            return nil
        }
    }

    /// The format that the end of a name stands for; nil when it is none of these.
    public init?(suffixOf name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let suffix = name[name.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.suffixes.contains(suffix) }) else { return nil }
        self = format
    }
}

/// What a file is, by its first bytes; where they say nothing, by its name.
public enum FileContent: Sendable, Equatable {
    /// A SQLite database: a GeoPackage, most likely.
    case sqlite
    /// A zip archive.
    case zip
    /// Compressed with gzip.
    case gzip
    /// A format that needs `ogr2ogr`.
    case foreign(ForeignFormat)
    /// JSON, or nothing that is known.
    case text

    /// Looks at the first bytes: 1,000 are enough.
    public init(head: some Collection<UInt8>, name: String) {
        if GeoPackage.isSQLite(head) {
            self = .sqlite
        } else if ZipArchive.isZip(head) {
            self = .zip
        } else if head.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if let format = ForeignFormat(head: head, name: name) {
            self = .foreign(format)
        } else {
            self = .text
        }
    }
}
