import Planar

/// Points of a GeoJSON file as a table: a row a point, its properties, then `longitude` and `latitude`.
enum GeoJSONTable {
    /// Whether the first bytes of a file are those of GeoJSON.
    static func isLikely(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head, as: UTF8.self).filter { !$0.isWhitespace }
        let bare = text.unicodeScalars.first == "\u{FEFF}" ? text.dropFirst() : text[...]
        guard bare.hasPrefix("{\"") else { return false }
        return ["FeatureCollection", "Feature", "Point", "MultiPoint", "Polygon", "MultiPolygon"].contains {
            bare.contains("\"type\":\"\($0)\"")
        }
    }

    /// Reads all points. In memory, as CSV of a French Excel's kind with a decimal point.
    ///
    /// - Throws: ``InterchangeError`` of kind badData: what ``GeoJSON`` finds, or a feature that is no point.
    static func open(_ source: ByteSource) throws(InterchangeError) -> any TableReader {
        let document = try GeoJSON.read(source)
        var names: [String] = []
        var known: Set<String> = []
        for feature in document.features {
            for name in feature.properties.names where known.insert(name).inserted { names.append(name) }
        }
        if names.count * document.features.count > ReadingLimits.current[.cells] {
            throw ReadingLimits.exceeded(.cells, "the table of the points has too many cells", file: source.name)
        }
        func free(_ name: String) -> String { known.contains(name) ? "geometry_\(name)" : name }
        var writer = CSVWriter(dialect: CSVDialect())
        (names + [free("longitude"), free("latitude")]).forEach { writer.append($0) }
        writer.endRecord()
        for feature in document.features {
            guard case .point(let point) = feature.geometry else {
                throw InterchangeError(
                    .badData,
                    "the file is GeoJSON, and this feature is a \(feature.geometry.typeName): rows are read of points only",
                    file: source.name, line: feature.line)
            }
            for name in names { writer.append(feature.properties[name]?.text ?? "") }
            writer.append("\(point.x)")
            writer.append("\(point.y)")
            writer.endRecord()
        }
        let bytes = writer.output.withUnsafeBytes { Array($0) }
        let reader = try CSVReader(
            ByteSource(bytes: bytes, name: source.name, inflates: false), stated: .init(delimiter: UInt8(ascii: ",")),
            header: .assumed)
        reader.tell("the file is GeoJSON: its \(document.features.count) points are the rows of a table")
        return reader
    }
}
