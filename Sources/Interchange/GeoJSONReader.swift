/// What a GeoJSON file says besides its features.
public struct GeoJSONSummary: Sendable, Hashable {
    /// The name in the `crs` member of older files, such as `urn:ogc:def:crs:OGC:1.3:CRS84` or `EPSG:2154`; nil without one.
    ///
    /// RFC 7946 has WGS 84 only; what another name means is for the caller to say.
    public var crs: String?
    /// The `name` member, which some programs write.
    public var name: String?
    /// How many features there are.
    public var featureCount = 0
    /// How many rings do not end where they begin.
    public var unclosedRings = 0
}

/// A GeoJSON file in memory.
public struct GeoJSONDocument: Sendable {
    /// The features in the order of the file.
    public var features: [Feature]
    /// What the file says besides.
    public var summary: GeoJSONSummary
}

/// Reads GeoJSON files: a FeatureCollection, one Feature, or a bare geometry.
public enum GeoJSON {
    /// Reads all features of a file, or of standard input for `-`.
    ///
    /// - Throws: ``InterchangeError``, of kind badData with line, column and what was expected for bad content.
    public static func read(path: String) throws(InterchangeError) -> GeoJSONDocument {
        try read(ByteSource(path: path))
    }

    /// Reads all features of a source; see ``read(path:)``.
    public static func read(_ source: ByteSource) throws(InterchangeError) -> GeoJSONDocument {
        var features: [Feature] = []
        let summary = try forEachFeature(source) { features.append($0) }
        return GeoJSONDocument(features: features, summary: summary)
    }

    /// Gives the features of a source one by one, in memory that does not grow with the file.
    ///
    /// A feature comes as soon as it is read, so that an error further on comes after it. Linear in the bytes.
    /// - Throws: ``InterchangeError``, of kind badData with line, column and what was expected for bad content.
    @discardableResult
    public static func forEachFeature(
        _ source: ByteSource, _ body: (Feature) throws(InterchangeError) -> Void
    ) throws(InterchangeError) -> GeoJSONSummary {
        try forEachFeature(source, windowBytes: 1 << 18, body)
    }

    /// The same with a window of a given size, on which nothing depends.
    static func forEachFeature(
        _ source: ByteSource, windowBytes: Int, _ body: (Feature) throws(InterchangeError) -> Void
    ) throws(InterchangeError) -> GeoJSONSummary {
        var cursor = try JSONCursor(source, windowBytes: windowBytes)
        var summary = GeoJSONSummary()
        try cursor.geoJSON(&summary, body)
        try cursor.expectEnd()
        return summary
    }
}
