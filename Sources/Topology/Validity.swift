internal import CGEOS
public import Planar

extension TopologyContext {
    /// Why a multipolygon is not valid (the first reason found), or nil when it is.
    ///
    /// Never fails, whatever the rings: those that GEOS would refuse to build (not finite, open, too short) are found
    /// before it is asked. A hole without points is ignored. Complexity: O(n log n) for n points.
    public func validity(of value: MultiPolygon) -> InvalidityReason? {
        if case .notFinite(let polygon, let ring, let point) = RingCheck.notFinite(value) {
            let message = "Invalid Coordinate (polygon \(polygon), ring \(ring), point \(point))"
            return InvalidityReason(.notFinite, message, at: nil)
        }
        if let reason = RingCheck.empty(value) ?? RingCheck.openRing(value) ?? RingCheck.collapsedRing(value) {
            return reason
        }
        do {
            return try reason(of: handle.multipolygon(value))
        } catch {
            return InvalidityReason(.other, error.description, at: nil)
        }
    }

    /// GEOS' own answer.
    func reason(of geometry: borrowing OwnedGeometry) throws(TopologyError) -> InvalidityReason? {
        var text: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        let valid = GEOSisValidDetail_r(handle.pointer, geometry.pointer, 0, &text, &place)
        defer {
            if let text { GEOSFree_r(handle.pointer, text) }
            if let place { GEOSGeom_destroy_r(handle.pointer, place) }
        }
        if try handle.truth(valid, "GEOSisValidDetail_r") { return nil }
        var location: Point?
        if let place {
            var x = Double.nan
            var y = Double.nan
            if GEOSGeomGetX_r(handle.pointer, place, &x) == 1, GEOSGeomGetY_r(handle.pointer, place, &y) == 1 {
                location = Point(x: x, y: y)
            }
        }
        return InvalidityReason(geos: text.map { String(cString: $0) } ?? "", at: location)
    }
}
