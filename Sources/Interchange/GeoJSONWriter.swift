import Planar

/// Writes a GeoJSON FeatureCollection (RFC 7946) into a buffer, one feature to a line.
///
/// Rings are written closed, exteriors counter-clockwise and holes clockwise, as the standard wants. Coordinates are those
/// given: the standard has longitude and latitude in WGS 84. What rounding leaves without extent is left out: see
/// `MultiPolygon.rounded(decimals:)`.
public struct GeoJSONWriter: Sendable {
    /// How coordinates are written.
    public enum Precision: Sendable, Hashable {
        /// Rounded to this many decimals (7 are about a centimetre in degrees), zeros at the end left out.
        case decimals(Int)
        /// The shortest digits that read back as the same numbers.
        case shortest
    }

    /// What has been written; hand it over and call ``removeAll()`` as often as you like.
    public private(set) var output: OutputBuffer
    private let precision: Precision
    private var isFirst = true

    /// Begins a collection, with members of the program's own beside its features.
    public init(precision: Precision = .decimals(7), members: JSONObject = [:]) {
        self.precision = precision
        output = OutputBuffer(capacity: 1 << 16)
        output.append("{\"type\":\"FeatureCollection\",")
        for member in members.members {
            output.append(jsonString: member.name)
            output.append(":")
            output.append(json: member.value)
            output.append(",")
        }
        output.append("\"features\":[")
    }

    /// Writes a feature.
    public mutating func append(_ feature: Feature) {
        output.append(isFirst ? "\n" : ",\n")
        isFirst = false
        output.append("{\"type\":\"Feature\",")
        if let id = feature.id {
            output.append("\"id\":")
            output.append(json: id)
            output.append(",")
        }
        output.append("\"geometry\":")
        append(rounded(feature.geometry))
        output.append(",\"properties\":")
        output.append(json: .object(feature.properties))
        output.append("}")
    }

    /// Ends the collection, with a newline.
    public mutating func finish() { output.append("\n]}\n") }

    /// Forgets what was written, once it has been handed over, and keeps the memory.
    public mutating func removeAll() { output.removeAll() }

    /// An area without the vertices and rings that its decimals do not tell apart.
    private func rounded(_ geometry: Geometry) -> Geometry {
        guard case .decimals(let decimals) = precision, let area = geometry.area else { return geometry }
        let rounded = area.rounded(decimals: decimals)
        if rounded.polygons.isEmpty { return .empty }
        if case .polygon = geometry { return .polygon(rounded.polygons[0]) }
        return .multiPolygon(rounded)
    }

    private mutating func append(_ geometry: Geometry) {
        if case .empty = geometry { return output.append("null") }
        output.append("{\"type\":\"")
        output.append(geometry.typeName)
        output.append("\",\"coordinates\":")
        switch geometry {
        case .empty: break
        case .point(let point): append(point)
        case .multiPoint(let points), .lineString(let points): append(points)
        case .multiLineString(let lines): list(lines) { $0.append($1) }
        case .polygon(let polygon): append(polygon)
        case .multiPolygon(let area): list(area.polygons) { $0.append($1) }
        }
        output.append("}")
    }

    private mutating func append(_ polygon: Polygon) {
        let holes = polygon.holes.map { Self.oriented($0, isHole: true) }
        list([Self.oriented(polygon.exterior, isHole: false)] + holes) { $0.append($1) }
    }

    private mutating func append(_ points: [Point]) { list(points) { $0.append($1) } }

    private mutating func append(_ point: Point) {
        output.append("[")
        append(point.x)
        output.append(",")
        append(point.y)
        output.append("]")
    }

    private mutating func append(_ number: Double) {
        switch precision {
        case .decimals(let decimals): output.append(fixed: number, decimals: decimals, trimmed: true)
        case .shortest: output.append(shortest: number)
        }
    }

    private mutating func list<T>(_ items: [T], _ body: (inout Self, T) -> Void) {
        output.append("[")
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(",") }
            body(&self, item)
        }
        output.append("]")
    }

    /// The ring closed and turned as the standard wants.
    private static func oriented(_ ring: [Point], isHole: Bool) -> [Point] {
        guard let first = ring.first, let last = ring.last else { return ring }
        let closed = first.x == last.x && first.y == last.y ? ring : ring + [first]
        // Twice the signed area, about the first point, so that large coordinates lose nothing that matters.
        var area = 0.0
        for index in closed.indices.dropLast() {
            let a = closed[index]
            let b = closed[index + 1]
            area += (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y)
        }
        return area != 0 && (area < 0) != isHole ? closed.reversed() : closed
    }
}
