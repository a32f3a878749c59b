internal import CGEOS
import Planar

extension GEOSHandle {
    /// A GEOS multipolygon with the same rings.
    ///
    /// Every ring must be closed and have four points at least; empty holes and polygons with an empty exterior are
    /// left out. GEOS' constructors own their arguments even when they fail, so nothing is freed after it was handed
    /// over.
    func multipolygon(_ value: MultiPolygon) throws(TopologyError) -> OwnedGeometry {
        var members: [OpaquePointer?] = []
        members.reserveCapacity(value.polygons.count)
        do {
            for polygon in value.polygons where !polygon.exterior.isEmpty {
                members.append(try self.polygon(polygon).giveAway())
            }
        } catch {
            for member in members { GEOSGeom_destroy_r(pointer, member) }
            throw error
        }
        return try collection(&members)
    }

    /// A multipolygon of members that it takes over.
    private func collection(_ members: inout [OpaquePointer?]) throws(TopologyError) -> OwnedGeometry {
        let made = GEOSGeom_createCollection_r(
            pointer, Int32(GEOS_MULTIPOLYGON.rawValue), &members, UInt32(members.count))
        return try owned(made, "GEOSGeom_createCollection_r")
    }

    private func polygon(_ value: Polygon) throws(TopologyError) -> OwnedGeometry {
        let shell = try ring(value.exterior)
        var holes: [OpaquePointer?] = []
        do {
            for hole in value.holes where !hole.isEmpty { holes.append(try ring(hole).giveAway()) }
        } catch {
            for hole in holes { GEOSGeom_destroy_r(pointer, hole) }
            throw error
        }
        let made = GEOSGeom_createPolygon_r(pointer, shell.giveAway(), &holes, UInt32(holes.count))
        return try owned(made, "GEOSGeom_createPolygon_r")
    }

    private func ring(_ points: [Point]) throws(TopologyError) -> OwnedGeometry {
        let sequence = points.withUnsafeBytes { bytes in
            // Two Doubles a point, x then y: the layout that GEOS takes in one copy.
            GEOSCoordSeq_copyFromBuffer_r(
                pointer, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(points.count), 0, 0)
        }
        guard let sequence else { throw error("GEOSCoordSeq_copyFromBuffer_r") }
        return try owned(GEOSGeom_createLinearRing_r(pointer, sequence), "GEOSGeom_createLinearRing_r")
    }
}
