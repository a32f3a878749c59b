import Planar

// The objects of GeoJSON (RFC 7946, section 3). Members may come in any order; those that are not known are left out.
extension JSONCursor {
    /// Reads the whole document: a FeatureCollection, a Feature or a bare geometry.
    mutating func geoJSON(
        _ summary: inout GeoJSONSummary, _ body: (Feature) throws(InterchangeError) -> Void
    ) throws(InterchangeError) {
        guard try peek() == UInt8(ascii: "{") else { throw expected("a GeoJSON object") }
        let opening = mark
        var type: String?
        var top = Parts()
        var hasFeatures = false
        func give(_ feature: Feature) throws(InterchangeError) {
            summary.featureCount += 1
            summary.unclosedRings += feature.unclosedRings
            try body(feature)
        }
        try members(depth: 0) { (cursor, name) throws(InterchangeError) in
            switch name {
            case "type":
                type = try cursor.documentType()
                top.type = type.flatMap { GeoJSONType(rawValue: $0) }
            case "features" where type == nil || type == "FeatureCollection":
                if hasFeatures { throw cursor.expected("only one list of features") }
                hasFeatures = true
                try cursor.items(depth: 1) { (cursor: inout JSONCursor) throws(InterchangeError) in
                    try give(cursor.feature(number: summary.featureCount + 1))
                }
            case "crs": summary.crs = Self.crsName(try cursor.value(depth: 1))
            case "name": summary.name = try cursor.value(depth: 1).string
            case "coordinates" where type == nil || top.type != nil: try cursor.coordinates(&top)
            default:
                var isKnown = type == nil || type == "Feature"
                if isKnown { isKnown = try cursor.featureMember(name, &top, number: 1) }
                if !isKnown { try cursor.skipValue(depth: 1) }
            }
        }
        switch type {
        case nil: throw fault("the object has no “type”", at: opening, "this object")
        case "FeatureCollection":
            if !hasFeatures { throw fault("the FeatureCollection has no “features”", at: opening, "this object") }
        case "Feature":
            try give(feature(top, opening))
        default:
            try finishGeometry(&top, opening)
            try give(feature(top, opening))
        }
    }

    /// The name in a `crs` member; in the form that came before the standard, made of its code.
    private static func crsName(_ crs: JSONValue) -> String? {
        let properties = crs["properties"]
        return properties?["name"]?.string ?? properties?["code"]?.integer.map { "EPSG:\($0)" }
    }

    /// What has been read of a feature or of a geometry.
    struct Parts {
        var type: GeoJSONType?
        var coordinates: GeoJSONCoordinates?
        var coordinatesMark: Mark?
        var geometry = Geometry.empty
        var unclosedRings = 0
        var properties = JSONObject()
        var id: JSONValue?
    }

    private mutating func documentType() throws(InterchangeError) -> String {
        let wanted = "“FeatureCollection”, “Feature”, “Polygon” or “MultiPolygon”"
        guard try peek() == quote else { throw expected(wanted) }
        let place = mark
        let type = try string()
        if type == "FeatureCollection" || type == "Feature" || GeoJSONType(rawValue: type) != nil { return type }
        throw fault("expected \(wanted)", at: place)
    }

    /// Reads a feature of a collection.
    private mutating func feature(number: Int) throws(InterchangeError) -> Feature {
        guard try peek() == UInt8(ascii: "{") else { throw expected("a Feature") }
        let opening = mark
        var parts = Parts()
        var hasType = false
        try members(depth: 2) { (cursor, name) throws(InterchangeError) in
            if name == "type" {
                let isString = try cursor.peek() == quote
                let place = cursor.mark
                guard isString, try cursor.string() == "Feature" else {
                    throw cursor.fault("expected “Feature”", at: place)
                }
                hasType = true
            } else if try !cursor.featureMember(name, &parts, number: number) {
                try cursor.skipValue(depth: 3)
            }
        }
        if !hasType { throw fault("the feature has no “type”", at: opening, "this object") }
        return feature(parts, opening)
    }

    private func feature(_ parts: Parts, _ opening: Mark) -> Feature {
        Feature(
            id: parts.id, properties: parts.properties, geometry: parts.geometry, line: opening.line,
            unclosedRings: parts.unclosedRings)
    }

    /// Reads the value of a feature's member; false, with nothing read, for a member that means nothing here.
    private mutating func featureMember(
        _ name: String, _ parts: inout Parts, number: Int
    ) throws(InterchangeError) -> Bool {
        switch name {
        case "geometry": try geometry(&parts, number: number)
        case "properties":
            let byte = try peek()
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "n") else { throw expected("an object or null") }
            acceptsNotANumber = true
            defer { acceptsNotANumber = false }
            parts.properties = try value(depth: 3).object ?? [:]
        case "id": parts.id = try value(depth: 3)
        default: return false
        }
        return true
    }

    /// Reads a geometry or null.
    private mutating func geometry(_ parts: inout Parts, number: Int, depth: Int = 0) throws(InterchangeError) {
        switch try peek() {
        case UInt8(ascii: "n"):
            _ = try value(depth: 3)
            parts.geometry = .empty
            parts.unclosedRings = 0
            return
        case UInt8(ascii: "{"): break
        default: throw expected("a geometry or null")
        }
        let opening = mark
        var inner = Parts()
        var isCollection = false
        var collected: [Geometry] = []
        var unclosed = 0
        try members(depth: 3) { (cursor, name) throws(InterchangeError) in
            switch name {
            case "type":
                guard try cursor.peek() == quote else { throw cursor.expected("a type of geometry") }
                let place = cursor.mark
                let type = try cursor.string()
                isCollection = type == "GeometryCollection"
                inner.type = GeoJSONType(rawValue: type)
                if inner.type == nil, !isCollection {
                    throw cursor.fault("expected a type of geometry, such as “Polygon”", at: place)
                }
            case "coordinates": try cursor.coordinates(&inner)
            case "geometries" where try cursor.peek() == UInt8(ascii: "["):
                if depth > 8 { throw cursor.expected("collections that are nested at most 8 deep") }
                try cursor.items(depth: 4) { (cursor: inout JSONCursor) throws(InterchangeError) in
                    var part = Parts()
                    try cursor.geometry(&part, number: number, depth: depth + 1)
                    collected.append(part.geometry)
                    unclosed += part.unclosedRings
                }
            default: try cursor.skipValue(depth: 4)
            }
        }
        if isCollection {
            (parts.geometry, parts.unclosedRings) = (Geometry(collection: collected), unclosed)
            return
        }
        try finishGeometry(&inner, opening)
        parts.geometry = inner.geometry
        parts.unclosedRings = inner.unclosedRings
    }

    private mutating func coordinates(_ parts: inout Parts) throws(InterchangeError) {
        _ = try peek()
        parts.coordinatesMark = mark
        var coordinates = GeoJSONCoordinates(depth: parts.type?.depth)
        try coordinates.read(&self)
        parts.coordinates = coordinates
    }

    /// Makes the geometry of a type and coordinates that are both read.
    private func finishGeometry(_ parts: inout Parts, _ opening: Mark) throws(InterchangeError) {
        guard let type = parts.type else { throw fault("the geometry has no “type”", at: opening, "this object") }
        guard let coordinates = parts.coordinates else {
            throw fault("the geometry has no “coordinates”", at: opening, "this object")
        }
        guard let geometry = coordinates.geometry(type) else {
            let place = parts.coordinatesMark ?? opening
            throw fault("the coordinates are not those of a \(type.rawValue)", at: place, "these")
        }
        parts.geometry = geometry
        parts.unclosedRings = type.hasRings ? coordinates.unclosed : 0
    }
}
