import Interchange
import Planar

/// The form that a geometry has in a GeoPackage: a header with its SRS and its box, then well-known binary.
///
/// Source: OGC 12-128r17, "GeoPackage Encoding Standard 1.3", clause 2.1.3.
enum GeoPackageGeometry {
    /// Reads a geometry; the envelope is not looked at.
    static func read(_ blob: UnsafeRawBufferPointer) throws(WKBFault) -> (Geometry, unclosedRings: Int) {
        guard blob.count >= 8, blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else {
            throw WKBFault("the geometry does not begin as one of a GeoPackage")
        }
        guard blob[2] == 0 else { throw WKBFault("the geometry has version \(blob[2]) of the form: expected 0") }
        let flags = blob[3]
        guard flags & 0x20 == 0 else { throw WKBFault("the geometry has an extended form, which only its maker knows") }
        let envelopes = [0, 32, 48, 48, 64]
        let envelope = Int(flags >> 1 & 7)
        guard envelope < envelopes.count, blob.count >= 8 + envelopes[envelope] else {
            throw WKBFault("the envelope of the geometry is not whole")
        }
        var reader = WKBReader(blob, from: 8 + envelopes[envelope])
        return (try reader.read(), reader.unclosedRings)
    }

    /// Writes an area as a MultiPolygon, with its box in the header.
    static func write(_ area: MultiPolygon, srs: Int32) -> [UInt8] {
        let box = area.box
        var bytes = Array("GP".utf8)
        bytes.reserveCapacity(64 + 16 * area.vertexCount)
        // Version 0; little-endian, and either an envelope of x and y or the mark of the empty geometry.
        bytes += [0, box.isEmpty ? 0x11 : 0x03]
        withUnsafeBytes(of: srs.littleEndian) { bytes.append(contentsOf: $0) }
        if !box.isEmpty {
            for side in [box.minX, box.maxX, box.minY, box.maxY] {
                withUnsafeBytes(of: side.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        area.appendWKB(to: &bytes)
        return bytes
    }

    /// Writes a point, without a box: its coordinates are one.
    static func write(_ point: Point, srs: Int32) -> [UInt8] {
        var bytes = Array("GP".utf8) + [0, 0x01]
        withUnsafeBytes(of: srs.littleEndian) { bytes.append(contentsOf: $0) }
        point.appendWKB(to: &bytes)
        return bytes
    }
}
