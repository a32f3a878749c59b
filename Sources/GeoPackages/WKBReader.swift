import Interchange
import Planar

/// Reads well-known binary: ISO's (types 1000 and more for Z and M) and the extended one (high bits, an SRID).
///
/// Every count is compared with the bytes that are left before memory is taken. Z and M are dropped. Linear in the bytes.
/// Source: OGC 06-103r4, "Simple feature access, part 1", clause 8.
struct WKBReader {
    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    /// How many collections are open.
    private var depth = 0
    /// How many rings do not end where they begin.
    private(set) var unclosedRings = 0

    init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// Byte order, type and dimensions of the geometry that follows.
    private struct Header {
        let isLittleEndian: Bool
        let type: UInt32
        let dimensions: Int
    }

    /// The whole geometry; nothing may follow.
    mutating func read() throws(WKBFault) -> Geometry {
        let geometry = try geometry()
        guard position == bytes.count else { throw WKBFault("there are bytes behind the geometry") }
        return geometry
    }

    private mutating func geometry() throws(WKBFault) -> Geometry {
        let header = try header()
        switch header.type {
        case 1:
            let point = try points(1, header)[0]
            // An empty point has no form of its own: both of its coordinates are NaN.
            return point.x.isNaN && point.y.isNaN ? .empty : .point(point)
        case 2:
            let line = try list(header)
            return line.isEmpty ? .empty : .lineString(line)
        case 3: return try polygon(header).map { .polygon($0) } ?? .empty
        case 4:
            let points = try parts(header, of: 1) { (reader, part) throws(WKBFault) in try reader.points(1, part)[0] }
            return points.isEmpty ? .empty : .multiPoint(points)
        case 5:
            let lines = try parts(header, of: 2) { (reader, part) throws(WKBFault) in try reader.list(part) }
            return lines.isEmpty ? .empty : .multiLineString(lines)
        case 6:
            let polygons = try parts(header, of: 3) { (reader, part) throws(WKBFault) in try reader.polygon(part) }
            let area = MultiPolygon(polygons: polygons.compactMap { $0 })
            return area.isEmpty ? .empty : .multiPolygon(area)
        case 7:
            let count = Int(try integer(header.isLittleEndian))
            guard count <= (bytes.count - position) / 9 else { throw Self.cut }
            depth += 1
            guard depth < 8 else { throw WKBFault("collections are nested more than 8 deep") }
            defer { depth -= 1 }
            var parts: [Geometry] = []
            for _ in 0..<count { parts.append(try geometry()) }
            return Geometry(collection: parts)
        case 8...12:
            throw WKBFault(
                "a \(Self.name(header.type)) has arcs: save it with straight lines (ogr2ogr -nlt CONVERT_TO_LINEAR)")
        default: throw WKBFault("a \(Self.name(header.type)): expected a Polygon or a MultiPolygon")
        }
    }

    private mutating func header() throws(WKBFault) -> Header {
        guard position < bytes.count, bytes[position] <= 1 else { throw WKBFault("the byte order is neither 0 nor 1") }
        let isLittleEndian = bytes[position] == 1
        position += 1
        var type = try integer(isLittleEndian)
        var dimensions = 2
        if type & 0x8000_0000 != 0 { dimensions += 1 }
        if type & 0x4000_0000 != 0 { dimensions += 1 }
        if type & 0x2000_0000 != 0 { _ = try integer(isLittleEndian) }
        type &= 0x1FFF_FFFF
        switch type / 1000 {
        case 0: break
        case 1, 2: dimensions += 1
        case 3: dimensions += 2
        default: throw WKBFault("\(type) is no type of geometry")
        }
        guard dimensions <= 4 else { throw WKBFault("a position of more than 4 numbers") }
        return Header(isLittleEndian: isLittleEndian, type: type % 1000, dimensions: dimensions)
    }

    private mutating func integer(_ isLittleEndian: Bool) throws(WKBFault) -> UInt32 {
        guard bytes.count - position >= 4 else { throw Self.cut }
        let value = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        position += 4
        return isLittleEndian ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
    }

    /// A count, then as many positions.
    private mutating func list(_ header: Header) throws(WKBFault) -> [Point] {
        try points(Int(try integer(header.isLittleEndian)), header)
    }

    private mutating func points(_ count: Int, _ header: Header) throws(WKBFault) -> [Point] {
        let stride = 8 * header.dimensions
        guard count <= (bytes.count - position) / stride else { throw Self.cut }
        var points: [Point] = []
        points.reserveCapacity(count)
        for _ in 0..<count {
            let x = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let y = bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
            points.append(
                header.isLittleEndian
                    ? Point(
                        x: Double(bitPattern: .init(littleEndian: x)), y: Double(bitPattern: .init(littleEndian: y)))
                    : Point(x: Double(bitPattern: .init(bigEndian: x)), y: Double(bitPattern: .init(bigEndian: y))))
            position += stride
        }
        return points
    }

    /// The rings of a polygon; nil when it has none.
    private mutating func polygon(_ header: Header) throws(WKBFault) -> Polygon? {
        let count = Int(try integer(header.isLittleEndian))
        guard count <= (bytes.count - position) / 4 else { throw Self.cut }
        var rings: [[Point]] = []
        rings.reserveCapacity(count)
        for _ in 0..<count {
            let ring = try list(header)
            if ring.first != ring.last { unclosedRings += 1 }
            rings.append(ring)
        }
        return rings.first.map { Polygon(exterior: $0, holes: Array(rings.dropFirst())) }
    }

    /// The parts of a geometry of several, each with a header of its own.
    private mutating func parts<T>(
        _ header: Header, of type: UInt32, _ body: (inout Self, Header) throws(WKBFault) -> T
    ) throws(WKBFault) -> [T] {
        let count = Int(try integer(header.isLittleEndian))
        guard count <= (bytes.count - position) / 9 else { throw Self.cut }
        var parts: [T] = []
        parts.reserveCapacity(count)
        for _ in 0..<count {
            let part = try self.header()
            guard part.type == type else {
                throw WKBFault("a \(Self.name(part.type)) in a \(Self.name(header.type))")
            }
            parts.append(try body(&self, part))
        }
        return parts
    }

    private static let cut = WKBFault("the bytes end in the middle of it")

    private static func name(_ type: UInt32) -> String {
        let names = [
            "geometry", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
            "GeometryCollection", "CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface",
            "curve", "surface", "PolyhedralSurface", "TIN", "Triangle",
        ]
        return type < names.count ? names[Int(type)] : "geometry of type \(type)"
    }
}

/// What is wrong with a geometry in binary form.
struct WKBFault: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
