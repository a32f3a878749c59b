internal import CGEOS
public import Planar

/// Operations on multipolygons by GEOS: validity, repair, overlay, buffer, area.
///
/// The plane is whatever plane the coordinates are in, and lengths and areas are in its unit: project to a metric
/// grid first when metres are wanted. Results hold polygons only: lines and points where inputs merely touch are
/// dropped. Exterior rings come out counter-clockwise, holes clockwise, all closed.
///
/// Overlay and predicates want valid inputs (see ``validity(of:)``): on others GEOS throws, or worse, answers.
///
/// Not `Sendable`: one per thread. Making one costs a few microseconds. The same input gives the same output on every
/// thread; another version of GEOS may start a ring elsewhere.
public final class TopologyContext {
    let handle = GEOSHandle()

    /// A context with a GEOS handle of its own.
    public init() {}

    // MARK: Measures

    /// The area in square units: exteriors less holes. Meaningless when rings cross: repair first.
    public func area(_ a: MultiPolygon) throws(TopologyError) -> Double {
        let geometry = try converted(a)
        return try area(of: geometry)
    }

    /// The shortest distance between two multipolygons, 0 when they meet; infinite when one is empty.
    public func distance(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> Double {
        let first = try converted(a)
        let second = try converted(b)
        if GEOSisEmpty_r(handle.pointer, first.pointer) == 1 || GEOSisEmpty_r(handle.pointer, second.pointer) == 1 {
            return .infinity
        }
        var result = Double.nan
        guard GEOSDistance_r(handle.pointer, first.pointer, second.pointer, &result) == 1 else {
            throw handle.error("GEOSDistance_r")
        }
        return result
    }

    // MARK: Overlay

    /// What lies in both.
    public func intersection(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> MultiPolygon {
        try overlay(a, b, GEOSIntersection_r, "GEOSIntersection_r")
    }

    /// The area of what lies in both, in square units, without copying the shape out.
    public func intersectionArea(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> Double {
        let first = try converted(a)
        let second = try converted(b)
        let result = GEOSIntersection_r(handle.pointer, first.pointer, second.pointer)
        return try area(of: try handle.owned(result, "GEOSIntersection_r"))
    }

    /// What lies in one at least.
    public func union(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> MultiPolygon {
        try overlay(a, b, GEOSUnion_r, "GEOSUnion_r")
    }

    /// What lies in one at least of many, in one pass; members may overlap each other.
    public func union(of members: [MultiPolygon]) throws(TopologyError) -> MultiPolygon {
        let all = try converted(MultiPolygon(polygons: members.flatMap(\.polygons)))
        return try shape(GEOSUnaryUnion_r(handle.pointer, all.pointer), "GEOSUnaryUnion_r")
    }

    /// What lies in the first and not in the second.
    public func difference(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> MultiPolygon {
        try overlay(a, b, GEOSDifference_r, "GEOSDifference_r")
    }

    /// What lies in exactly one of both.
    public func symmetricDifference(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> MultiPolygon {
        try overlay(a, b, GEOSSymDifference_r, "GEOSSymDifference_r")
    }

    /// All points within a distance, or with a negative one what is farther than it from the outside.
    ///
    /// Arcs become `segmentsPerQuadrant` (n) chords a quarter turn, inscribed: the result lacks up to d·π²/(32 n²) in
    /// distance, 4 cm of 500 m with the default of 64. Where a share must be exact, compute it from arcs instead.
    public func buffer(
        _ a: MultiPolygon, distance: Double, segmentsPerQuadrant: Int = 64
    ) throws(TopologyError) -> MultiPolygon {
        let geometry = try converted(a)
        let result = GEOSBuffer_r(handle.pointer, geometry.pointer, distance, Int32(clamping: segmentsPerQuadrant))
        return try shape(result, "GEOSBuffer_r")
    }

    // MARK: Predicates

    /// True when they share a point at least; borders count.
    public func intersects(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> Bool {
        try predicate(a, b, GEOSIntersects_r, "GEOSIntersects_r")
    }

    /// True when all of b lies in a; b may touch a's border from inside. False when b is empty.
    public func contains(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> Bool {
        try predicate(a, b, GEOSContains_r, "GEOSContains_r")
    }

    /// True when they cover the same points, however their rings are written.
    public func equal(_ a: MultiPolygon, _ b: MultiPolygon) throws(TopologyError) -> Bool {
        try predicate(a, b, GEOSEquals_r, "GEOSEquals_r")
    }

    // MARK: Plumbing

    typealias Overlay = (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> OpaquePointer?
    typealias Predicate = (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> CChar

    private func overlay(
        _ a: MultiPolygon, _ b: MultiPolygon, _ operation: Overlay, _ function: StaticString
    ) throws(TopologyError) -> MultiPolygon {
        let first = try converted(a)
        let second = try converted(b)
        return try shape(operation(handle.pointer, first.pointer, second.pointer), function)
    }

    private func predicate(
        _ a: MultiPolygon, _ b: MultiPolygon, _ test: Predicate, _ function: StaticString
    ) throws(TopologyError) -> Bool {
        let first = try converted(a)
        let second = try converted(b)
        return try handle.truth(test(handle.pointer, first.pointer, second.pointer), function)
    }

    private func shape(_ result: OpaquePointer?, _ function: StaticString) throws(TopologyError) -> MultiPolygon {
        try handle.polygonalParts(of: try handle.owned(result, function)).multipolygon
    }

    func area(of geometry: borrowing OwnedGeometry) throws(TopologyError) -> Double {
        var area = 0.0
        guard GEOSArea_r(handle.pointer, geometry.pointer, &area) == 1 else { throw handle.error("GEOSArea_r") }
        return area
    }

    /// The GEOS form of a multipolygon whose rings are fit for it.
    func converted(_ value: MultiPolygon) throws(TopologyError) -> OwnedGeometry {
        if let place = RingCheck.notFinite(value) { throw place }
        if let reason = RingCheck.openRing(value) ?? RingCheck.shortRing(value) { throw .notARing(reason) }
        return try handle.multipolygon(value)
    }
}
