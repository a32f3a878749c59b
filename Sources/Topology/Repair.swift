public import Planar

/// What a repair gave, and what it changed.
///
/// Areas are in square units of the plane: square metres when the input is in a metric grid.
public struct Repair: Sendable, Hashable {
    /// The valid result; without polygons when nothing that has an area was left.
    public let geometry: MultiPolygon
    /// What was wrong, one of each kind: first what ``TopologyContext/validity(of:)`` says of the input, then what
    /// was found behind it. Empty when all was well.
    public let reasons: [InvalidityReason]
    /// The area that the raw rings give by formula, exteriors less holes. Where a ring crosses itself this is not the
    /// area of any set of points: lobes of opposite turn are subtracted, doubly turned ones count twice.
    public let areaBefore: Double
    /// The area of the result.
    public let areaAfter: Double
    /// Area that is in the result and not in the reading of the same rings by non-zero winding; nil when not
    /// computable.
    public let areaAdded: Double?
    /// Area that non-zero winding would hold and the result does not: what the rings go around an even number of
    /// times. Nil when not computable.
    public let areaRemoved: Double?
    /// Polygons in the input.
    public let partsBefore: Int
    /// Polygons in the result.
    public let partsAfter: Int
    /// Rings that were open and got their last point.
    public let closedRings: Int
    /// Rings without area that were left out.
    public let droppedParts: [DroppedPart]

    /// A ring that was left out because it has no area.
    public struct DroppedPart: Sendable, Hashable {
        /// The polygon's number in the input, from 0.
        public let polygon: Int
        /// The ring's number in the polygon: 0 is the exterior, and the polygon is dropped with it.
        public let ring: Int
        /// The ring's first point; nil when it has none.
        public let location: Point?
    }

    /// The first reason; nil when the input was valid.
    public var reason: InvalidityReason? { reasons.first }

    /// The area after less the area before, in square units.
    public var areaChange: Double { areaAfter - areaBefore }

    /// True when nothing with an area is left: such a perimeter can never match a place.
    public var isEmpty: Bool { geometry.polygons.isEmpty }
}
