public import Planar

extension TopologyContext {
    /// Pieces of disputed ground narrower than this are left aside, in units of the plane: metres in a grid.
    public static let narrowestDispute = 2.0

    /// The ground on which a repair and the other usual reading of the same rings differ: it was taken from the shape or given to it.
    ///
    /// The other reading takes each polygon whole and joins them all (the `structure` method of GEOS). So the overlap of two parts,
    /// a part nested in another and a hole given as a part are disputed. Pieces narrower than ``narrowestDispute`` are left aside.
    /// Empty for a valid shape, and when GEOS cannot tell.
    public func disputed(_ value: MultiPolygon, _ repair: Repair) -> MultiPolygon {
        guard !repair.reasons.isEmpty, let other = try? structured(value) else { return MultiPolygon() }
        do {
            let all = try symmetricDifference(repair.geometry, other)
            let half = Self.narrowestDispute / 2
            let core = try buffer(all, distance: -half)
            return core.isEmpty ? core : try buffer(core, distance: half)
        } catch {
            return MultiPolygon()
        }
    }
}
