import Planar

/// The coordinates of one geometry, flat: all positions, and where rings and polygons end.
///
/// The depth of positions is the number of brackets around one, its own counted: 1 for a Point, 2 for a MultiPoint or a
/// LineString, 3 for a Polygon or a MultiLineString, 4 for a MultiPolygon.
struct GeoJSONCoordinates {
    private(set) var points: [Point] = []
    /// For each ring, the index behind its last position.
    private var ringEnds: [Int] = []
    /// For each polygon, the index behind its last ring.
    private var polygonEnds: [Int] = []
    /// The depth of positions, once it is known.
    private(set) var depth: Int?

    init(depth: Int?) { self.depth = depth }

    /// Reads coordinates at the current byte.
    mutating func read(_ cursor: inout JSONCursor) throws(InterchangeError) {
        guard try cursor.peek() == UInt8(ascii: "[") else { throw cursor.expected("[ of coordinates") }
        var open = 0
        // Arrays that closed before the first position told the depth, by how many were open.
        var undecided: [Int] = []
        while true {
            // At the beginning of an array or of a position.
            cursor.position += 1
            open += 1
            var byte = try cursor.peek()
            if byte == UInt8(ascii: "[") {
                if open == depth { throw cursor.expected("a number: \(Self.shape(depth))") }
                if open == 4 { throw cursor.expected("a number: coordinates are nested at most 4 deep") }
                continue
            }
            if byte != UInt8(ascii: "]") {
                guard byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") <= 9 else {
                    throw cursor.expected(open == depth ? "a number" : "[ or a number")
                }
                if let depth, open != depth { throw cursor.expected("[: \(Self.shape(depth))") }
                if depth == nil {
                    depth = open
                    for closed in undecided { close(closed) }
                }
                try position(&cursor)
                open -= 1
            } else if open == depth {
                // A Point may be empty, as some programs write it; a position in a list may not.
                if open > 1 { throw cursor.expected("a number") }
                cursor.position += 1
                open -= 1
            }
            // Behind a position, or at the end of an array.
            while true {
                if open == 0 { return }
                byte = try cursor.peek()
                if byte == UInt8(ascii: "]") {
                    cursor.position += 1
                    if depth == nil { undecided.append(open) } else { close(open) }
                    open -= 1
                } else if byte == UInt8(ascii: ",") {
                    cursor.position += 1
                    guard try cursor.peek() == UInt8(ascii: "[") else { throw cursor.expected("[") }
                    break
                } else {
                    throw cursor.expected(", or ]")
                }
            }
        }
    }

    /// Reads a position from its first number to its bracket.
    private mutating func position(_ cursor: inout JSONCursor) throws(InterchangeError) {
        let x = try cursor.number()
        guard try cursor.peek() == UInt8(ascii: ",") else { throw cursor.expected(", and a second number") }
        cursor.position += 1
        let y = try next(&cursor)
        points.append(Point(x: x, y: y))
        var dimensions = 2
        while try cursor.peek() == UInt8(ascii: ",") {
            if dimensions == 4 { throw cursor.expected("]: a position has at most 4 numbers") }
            cursor.position += 1
            _ = try next(&cursor)
            dimensions += 1
        }
        guard try cursor.peek() == UInt8(ascii: "]") else { throw cursor.expected(", or ]") }
        cursor.position += 1
    }

    private func next(_ cursor: inout JSONCursor) throws(InterchangeError) -> Double {
        let byte = try cursor.peek()
        guard byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") <= 9 else { throw cursor.expected("a number") }
        return try cursor.number()
    }

    /// Notes that an array closed while `open` were open, itself counted.
    private mutating func close(_ open: Int) {
        guard let depth else { return }
        if open == depth - 1 { ringEnds.append(points.count) }
        if open == depth - 2 { polygonEnds.append(ringEnds.count) }
    }

    private static func shape(_ depth: Int?) -> String {
        switch depth {
        case 1: "a Point has one position"
        case 2: "a line or MultiPoint has a list of positions"
        case 3: "a Polygon has a list of rings"
        default: "a MultiPolygon has a list of polygons"
        }
    }

    /// The lists of positions, one for each ring, line or list.
    private var rings: [[Point]] {
        var start = 0
        return ringEnds.map { end in
            defer { start = end }
            return Array(points[start..<end])
        }
    }

    /// How many lists of positions do not end where they begin.
    var unclosed: Int { rings.count { $0.first != nil && ($0.first!.x != $0.last!.x || $0.first!.y != $0.last!.y) } }

    /// The geometry of a type; nil when the depth does not fit it.
    func geometry(_ type: GeoJSONType) -> Geometry? {
        guard depth == nil || depth == type.depth else { return nil }
        if points.isEmpty { return .empty }
        let rings = rings
        switch type {
        case .point: return .point(points[0])
        case .multiPoint: return .multiPoint(points)
        case .lineString: return .lineString(points)
        case .multiLineString: return .multiLineString(rings)
        case .polygon: return Self.polygon(rings[...]).map { .polygon($0) } ?? .empty
        case .multiPolygon:
            var start = 0
            let polygons = polygonEnds.compactMap { end in
                defer { start = end }
                return Self.polygon(rings[start..<end])
            }
            return .multiPolygon(MultiPolygon(polygons: polygons))
        }
    }

    private static func polygon(_ rings: ArraySlice<[Point]>) -> Polygon? {
        rings.first.map { Polygon(exterior: $0, holes: Array(rings.dropFirst())) }
    }
}
