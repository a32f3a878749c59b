public import Planar

/// A geometry with properties, whatever format it was read from.
public struct Feature: Sendable {
    /// The `id` member of GeoJSON: a string or a number.
    public var id: JSONValue?
    /// The properties in order; numbers keep their text.
    public var properties: JSONObject
    /// The geometry, in the units of the file, x before y; `empty` for a null one.
    public var geometry: Geometry
    /// Its place in the file, from 1: the line of its opening brace in GeoJSON, its number in a GeoPackage; 0 for a feature
    /// made by the program.
    public var line: Int
    /// How many rings do not end where they begin; they are kept as they are.
    public var unclosedRings: Int
    /// Why the geometry cannot be read, in a sentence; it is empty then. Nil for one that was read.
    public var fault: String?

    /// Makes a feature.
    public init(
        id: JSONValue? = nil, properties: JSONObject = [:], geometry: Geometry, line: Int = 0,
        unclosedRings: Int = 0, fault: String? = nil
    ) {
        self.fault = fault
        self.id = id
        self.properties = properties
        self.geometry = geometry
        self.line = line
        self.unclosedRings = unclosedRings
    }
}

/// The geometry of a feature; a third and a fourth coordinate have been dropped.
public enum Geometry: Sendable {
    /// A null geometry, or one without any coordinate.
    case empty
    /// One position.
    case point(Point)
    /// Several positions.
    case multiPoint([Point])
    /// A line.
    case lineString([Point])
    /// Several lines.
    case multiLineString([[Point]])
    /// A polygon; its rings are as in the file, closed or not, of any length.
    case polygon(Polygon)
    /// Several polygons.
    case multiPolygon(MultiPolygon)

    /// The geometries of a collection as one: all its areas, or the first of its parts when it has none.
    package init(collection parts: [Geometry]) {
        let areas = parts.compactMap { $0.area?.polygons }.flatMap { $0 }
        self =
            areas.isEmpty
            ? parts.first { $0.typeName != "null" } ?? .empty : .multiPolygon(MultiPolygon(polygons: areas))
    }

    /// The name of its type in GeoJSON; `null` for an empty one.
    public var typeName: String {
        switch self {
        case .empty: "null"
        case .point: "Point"
        case .multiPoint: "MultiPoint"
        case .lineString: "LineString"
        case .multiLineString: "MultiLineString"
        case .polygon: "Polygon"
        case .multiPolygon: "MultiPolygon"
        }
    }

    /// The area covered by a Polygon or MultiPolygon; no polygons for an empty geometry; nil for points and lines.
    public var area: MultiPolygon? {
        switch self {
        case .empty: MultiPolygon(polygons: [])
        case .polygon(let polygon): MultiPolygon(polygons: [polygon])
        case .multiPolygon(let area): area
        default: nil
        }
    }
}
