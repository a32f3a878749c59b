import Planar

extension MultiPolygon {
    /// The shape as little-endian well-known binary in two dimensions: every vertex to its last bit, rings as they are.
    func appendWKB(to bytes: inout [UInt8]) {
        func append(_ value: Int) { withUnsafeBytes(of: UInt32(value).littleEndian) { bytes.append(contentsOf: $0) } }
        func append(_ ring: [Point]) {
            append(ring.count)
            for point in ring {
                withUnsafeBytes(of: point.x.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
                withUnsafeBytes(of: point.y.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        bytes.append(1)
        append(6)
        append(polygons.count)
        for polygon in polygons {
            bytes.append(1)
            append(3)
            append(1 + polygon.holes.count)
            append(polygon.exterior)
            for hole in polygon.holes { append(hole) }
        }
    }
}

extension Point {
    /// The point as little-endian well-known binary in two dimensions.
    func appendWKB(to bytes: inout [UInt8]) {
        bytes += [1, 1, 0, 0, 0]
        for value in [x, y] { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
    }
}
