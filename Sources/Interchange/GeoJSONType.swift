/// The types of geometry that have coordinates.
enum GeoJSONType: String {
    case point = "Point"
    case multiPoint = "MultiPoint"
    case lineString = "LineString"
    case multiLineString = "MultiLineString"
    case polygon = "Polygon"
    case multiPolygon = "MultiPolygon"

    /// How many brackets are around a number.
    var depth: Int {
        switch self {
        case .point: 1
        case .multiPoint, .lineString: 2
        case .multiLineString, .polygon: 3
        case .multiPolygon: 4
        }
    }

    /// Whether its lists of positions are rings.
    var hasRings: Bool { self == .polygon || self == .multiPolygon }
}
