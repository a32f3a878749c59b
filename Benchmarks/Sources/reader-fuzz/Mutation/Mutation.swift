import Seeded

/// Changes a file by what its ending says of its structure; now and then by its bytes alone.
enum Mutation {
    /// Changes a file.
    ///
    /// - Parameters:
    ///   - suffix: the ending of its name, in lower case.
    ///   - byBytes: once in how many times it is changed by its bytes alone.
    static func apply(_ bytes: inout [UInt8], suffix: String, byBytes: Int = 8, _ random: inout SplitMix) {
        if random.oneIn(byBytes) || !structure(&bytes, suffix, &random) { ByteMutation.apply(&bytes, &random) }
    }

    /// False for a file without a structure known here.
    private static func structure(_ bytes: inout [UInt8], _ suffix: String, _ random: inout SplitMix) -> Bool {
        switch suffix {
        case "csv", "tsv": CSVMutation.apply(&bytes, &random)
        case "json", "geojson", "topojson": JSONMutation.apply(&bytes, isGeoJSON: suffix == "geojson", &random)
        case "geojsonl": LineMutation.apply(&bytes, &random)
        case "xml", "rels", "kml", "gml", "gpx": XMLMutation.apply(&bytes, &random)
        case "xlsx", "zip": ZipMutation.apply(&bytes, &random)
        case "gz": GzipMutation.apply(&bytes, &random)
        case "gpkg", "sqlite": SQLiteMutation.apply(&bytes, &random)
        case "qpvg": GazetteerMutation.apply(&bytes, &random)
        case "dbf": DBFMutation.apply(&bytes, &random)
        case "shp": ShapeMutation.apply(&bytes, &random)
        case "prj", "cpg", "tab", "mif", "mid", "dxf", "txt": WordMutation.apply(&bytes, &random)
        default: false
        }
    }
}
