internal import CGEOS
public import Planar

extension TopologyContext {
    /// The multipolygon made valid without moving any point of it, by the even-odd rule, each edge taken once: a place is
    /// inside when it is surrounded an odd number of times by all rings together, edges that coincide counting as one.
    ///
    /// So a polygon that shares some of another's edges may change sides, which ``Repair/areaChange`` shows; one that fills a
    /// hole exactly, ring for ring, does not: both rings go.
    ///
    /// Rings are closed, repeated points removed, rings without area left out; when GEOS still finds a fault, its
    /// `linework` method rebuilds the polygons from the noded edges (edges that coincide count once), and the lines
    /// and points that come with them are dropped. That method keeps membership as it is tested by even-odd crossing,
    /// where a buffer of width zero loses whole lobes. A valid input keeps its rings as they are, repeated points
    /// aside.
    ///
    /// Complexity: O(n log n) for n points when valid, as the overlay when not.
    ///
    /// - Parameters:
    ///   - reason: what ``validity(of:)`` said of it, when it was asked already.
    ///   - comparesReadings: whether ``Repair/areaAdded`` and ``Repair/areaRemoved`` are wanted: they take two overlays
    ///     more, which cost ten times the repair.
    /// - Throws: ``TopologyError/notFinite(polygon:ring:point:)``, or GEOS' own refusal.
    public func repaired(
        _ value: MultiPolygon, reason known: InvalidityReason? = nil, comparesReadings: Bool = false
    ) throws(TopologyError) -> Repair {
        if let place = RingCheck.notFinite(value) { throw place }
        let tidied = TidiedRings(value)
        let before = try handle.multipolygon(tidied.multipolygon)
        var result = tidied.multipolygon
        var reasons = [known ?? validity(of: value)].compactMap(\.self)
        var readings: (added: Double?, removed: Double?) = (0, 0)
        if !reasons.isEmpty {
            // Nothing was tidied: nothing else is to be found.
            let remaining = !result.isEmpty && result == value ? reasons[0] : try reason(of: before)
            for found in [RingCheck.openRing(value), RingCheck.collapsedRing(value), remaining] {
                if let found, !reasons.contains(where: { $0.code == found.code }) { reasons.append(found) }
            }
            if remaining != nil {
                let filled = try handle.multipolygon(tidied.multipolygon.withoutFilledHoles)
                if let areas = try? rebuilt(filled) {
                    result = areas
                } else {
                    let linework = try madeValid(filled, GEOS_MAKE_VALID_LINEWORK)
                    result = try handle.polygonalParts(of: linework).multipolygon
                }
                readings = comparesReadings ? compare(result, before) : (nil, nil)
            }
        }
        return Repair(
            geometry: result, reasons: reasons, areaBefore: try area(of: before), areaAfter: try area(result),
            areaAdded: readings.added, areaRemoved: readings.removed, partsBefore: value.polygons.count,
            partsAfter: result.polygons.count, closedRings: tidied.closedRings, droppedParts: tidied.dropped)
    }

    /// Areas that the noded edges enclose and that share no edge, when they are valid and every edge borders one of them: then
    /// each edge parts inside from outside, and GEOS' `linework` method would give the same at
    /// several times the cost. Nil otherwise.
    private func rebuilt(_ geometry: borrowing OwnedGeometry) throws(TopologyError) -> MultiPolygon? {
        let edges = try handle.owned(GEOSBoundary_r(handle.pointer, geometry.pointer), "GEOSBoundary_r")
        let noded = try handle.owned(GEOSUnaryUnion_r(handle.pointer, edges.pointer), "GEOSUnaryUnion_r")
        var parts: OpaquePointer? = noded.pointer
        let areas = try handle.owned(GEOSPolygonize_valid_r(handle.pointer, &parts, 1), "GEOSPolygonize_valid_r")
        let result = try handle.polygonalParts(of: areas).multipolygon
        let used = RingCheck.rings(result).reduce(0) { $0 + $1.points.count - 1 }
        let lines = GEOSGetNumGeometries_r(handle.pointer, noded.pointer)
        guard Int(GEOSGetNumCoordinates_r(handle.pointer, noded.pointer) - lines) == used else { return nil }
        return try reason(of: areas) == nil ? result : nil
    }

    private func madeValid(
        _ geometry: borrowing OwnedGeometry, _ method: GEOSMakeValidMethods
    ) throws(TopologyError) -> OwnedGeometry {
        guard let parameters = GEOSMakeValidParams_create_r(handle.pointer) else {
            throw handle.error("GEOSMakeValidParams_create_r")
        }
        defer { GEOSMakeValidParams_destroy_r(handle.pointer, parameters) }
        guard GEOSMakeValidParams_setMethod_r(handle.pointer, parameters, method) == 1 else {
            throw handle.error("GEOSMakeValidParams_setMethod_r")
        }
        let made = GEOSMakeValidWithParams_r(handle.pointer, geometry.pointer, parameters)
        return try handle.owned(made, "GEOSMakeValidWithParams_r")
    }

    /// The other usual reading of the rings: each polygon whole, all of them joined.
    func structured(_ value: MultiPolygon) throws(TopologyError) -> MultiPolygon {
        let rings = try handle.multipolygon(TidiedRings(value).multipolygon)
        return try handle.polygonalParts(of: try madeValid(rings, GEOS_MAKE_VALID_STRUCTURE)).multipolygon
    }

    /// The areas by which the result differs from the non-zero reading of the rings, which is what GEOS' `structure`
    /// method keeps.
    private func compare(_ result: MultiPolygon, _ before: borrowing OwnedGeometry) -> (
        added: Double?, removed: Double?
    ) {
        do {
            let structure = try handle.polygonalParts(of: try madeValid(before, GEOS_MAKE_VALID_STRUCTURE)).multipolygon
            return (try area(difference(result, structure)), try area(difference(structure, result)))
        } catch {
            return (nil, nil)
        }
    }
}

/// A multipolygon with its rings closed, repeated points removed, and rings without area left out.
struct TidiedRings {
    private(set) var multipolygon = MultiPolygon(polygons: [])
    private(set) var closedRings = 0
    private(set) var dropped: [Repair.DroppedPart] = []

    init(_ value: MultiPolygon) {
        for (number, polygon) in value.polygons.enumerated() {
            guard let exterior = tidied(polygon.exterior, polygon: number, ring: 0) else { continue }
            var holes: [[Point]] = []
            for (hole, points) in polygon.holes.enumerated() where !points.isEmpty {
                if let ring = tidied(points, polygon: number, ring: hole + 1) { holes.append(ring) }
            }
            multipolygon.polygons.append(Polygon(exterior: exterior, holes: holes))
        }
    }

    /// The ring made fit, or nil, noted, when it has no area.
    private mutating func tidied(_ points: [Point], polygon: Int, ring: Int) -> [Point]? {
        if !Ring.isClosed(points) { closedRings += 1 }
        let tidy = Ring.tidied(points)
        guard tidy.count < 4 || Ring.isFlat(tidy) else { return tidy }
        dropped.append(Repair.DroppedPart(polygon: polygon, ring: ring, location: points.first))
        return nil
    }
}
