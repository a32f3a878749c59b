internal import CGEOS
import Planar

/// The polygons of a GEOS geometry, and how many parts were something else.
struct PolygonalParts {
    var multipolygon = MultiPolygon(polygons: [])
    var lines = 0
    var points = 0
}

extension GEOSHandle {
    /// The polygonal parts of a geometry, in its order; exteriors counter-clockwise, holes clockwise.
    func polygonalParts(of geometry: borrowing OwnedGeometry) throws(TopologyError) -> PolygonalParts {
        var parts = PolygonalParts()
        try collect(geometry.pointer, into: &parts)
        return parts
    }

    private func collect(_ geometry: OpaquePointer, into parts: inout PolygonalParts) throws(TopologyError) {
        switch UInt32(bitPattern: GEOSGeomTypeId_r(pointer, geometry)) {
        case GEOS_POLYGON.rawValue:
            let polygon = try polygon(geometry)
            if !polygon.exterior.isEmpty { parts.multipolygon.polygons.append(polygon) }
        case GEOS_POINT.rawValue:
            if GEOSisEmpty_r(pointer, geometry) == 0 { parts.points += 1 }
        case GEOS_LINESTRING.rawValue, GEOS_LINEARRING.rawValue:
            if GEOSisEmpty_r(pointer, geometry) == 0 { parts.lines += 1 }
        default:
            for index in 0..<GEOSGetNumGeometries_r(pointer, geometry) {
                guard let member = GEOSGetGeometryN_r(pointer, geometry, index) else {
                    throw error("GEOSGetGeometryN_r")
                }
                try collect(member, into: &parts)
            }
        }
    }

    private func polygon(_ geometry: OpaquePointer) throws(TopologyError) -> Polygon {
        guard let shell = GEOSGetExteriorRing_r(pointer, geometry) else { throw error("GEOSGetExteriorRing_r") }
        var polygon = Polygon(exterior: try ring(shell, counterClockwise: true), holes: [])
        let count = GEOSGetNumInteriorRings_r(pointer, geometry)
        if count > 0 { polygon.holes.reserveCapacity(Int(count)) }
        for index in 0..<max(0, count) {
            guard let hole = GEOSGetInteriorRingN_r(pointer, geometry, index) else {
                throw error("GEOSGetInteriorRingN_r")
            }
            polygon.holes.append(try ring(hole, counterClockwise: false))
        }
        return polygon
    }

    private func ring(_ geometry: OpaquePointer, counterClockwise: Bool) throws(TopologyError) -> [Point] {
        guard let sequence = GEOSGeom_getCoordSeq_r(pointer, geometry) else { throw error("GEOSGeom_getCoordSeq_r") }
        var count: UInt32 = 0
        guard GEOSCoordSeq_getSize_r(pointer, sequence, &count) != 0 else { throw error("GEOSCoordSeq_getSize_r") }
        var copied = count == 0
        var points = [Point](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            guard count > 0, let base = buffer.baseAddress else { return }
            let numbers = UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
            copied = GEOSCoordSeq_copyToBuffer_r(pointer, sequence, numbers, 0, 0) != 0
            initialized = copied ? Int(count) : 0
        }
        guard copied else { throw error("GEOSCoordSeq_copyToBuffer_r") }
        if (Ring.doubledArea(points) > 0) != counterClockwise { points.reverse() }
        return points
    }
}
