/// GeoJSON (RFC 7946) with the `crs` member that the official files have; one feature on a line.
enum GeoJSON {
    static func text(name: String, _ perimeters: [Perimeter], properties: (Int, Perimeter) -> [(String, String)])
        -> String
    {
        let features = perimeters.enumerated().map { index, perimeter in
            let members = properties(index, perimeter).map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ")
            return """
                {"type": "Feature", "properties": {\(members)}, "geometry": {"type": "MultiPolygon", "coordinates": \
                [\(perimeter.polygons.map(polygon).joined(separator: ", "))]}}
                """
        }
        return """
            {
            "type": "FeatureCollection",
            "name": \(quoted(name)),
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
            "features": [
            \(features.joined(separator: ",\n"))
            ]
            }

            """
    }

    /// Outer ring anticlockwise, holes clockwise, each closed; degrees with seven decimals (a centimetre).
    private static func polygon(_ rings: [[Point]]) -> String {
        let texts = rings.enumerated().map { index, ring in
            let forward = (doubleArea(ring) > 0) == (index == 0)
            let directed = forward ? ring : ring.reversed()
            return "[" + (directed + [directed[0]]).map(position).joined(separator: ", ") + "]"
        }
        return "[" + texts.joined(separator: ", ") + "]"
    }

    private static func position(_ point: Point) -> String {
        let degrees = Lambert93.unproject(x: TownPlan.origin.x + point.x, y: TownPlan.origin.y + point.y)
        return "[\(fixed(degrees.longitude, 7)), \(fixed(degrees.latitude, 7))]"
    }

    /// A string of JSON; the sample has no sign that needs more than these two escapes.
    static func quoted(_ text: String) -> String {
        "\"" + text.reduce(into: "") { $0 += "\"\\".contains($1) ? "\\\($1)" : String($1) } + "\""
    }
}
