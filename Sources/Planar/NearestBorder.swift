/// The nearest place on the borders of zones.
@frozen
public struct NearestBorder: Sendable, Hashable {
    /// The zone whose border it is.
    public var zone: Int
    /// The distance, in the unit of the coordinates; never negative.
    public var distance: Double
    /// The nearest place itself, on the edge from ``a`` to ``b`` to within rounding.
    public var foot: Point
    /// Where the edge starts, in the direction of its ring.
    public var a: Point
    /// Where the edge ends.
    public var b: Point
}

/// The zone at a point together with the nearest border.
@frozen
public struct ZoneLocation: Sendable, Hashable, BitwiseCopyable {
    /// The lowest zone that contains the point, its border included; -1 outside all.
    public var zone: Int
    /// The zone whose border is nearest; -1 when there is none. Of several the lowest.
    public var nearestZone: Int
    /// The distance to that border, in the unit of the coordinates; infinite when there is none.
    public var distance: Double

    /// Outside of everything, and no border anywhere.
    public static let nowhere = ZoneLocation(zone: -1, nearestZone: -1, distance: .infinity)

    /// Makes a location of its parts.
    @inlinable
    public init(zone: Int, nearestZone: Int, distance: Double) {
        self.zone = zone
        self.nearestZone = nearestZone
        self.distance = distance
    }

    /// The distance to the nearest border, negative inside a zone.
    @inlinable
    public var signedDistance: Double { zone >= 0 ? -distance : distance }
}
