/// A position in a Cartesian plane.
///
/// `x` grows to the right (east), `y` upwards (north). The unit is the caller's; every distance that comes out of this
/// module is in the same unit. Callers pass metres of a metric coordinate reference system, never degrees.
@frozen
public struct Point: Sendable, Hashable, BitwiseCopyable {
    /// The abscissa, or easting.
    public var x: Double
    /// The ordinate, or northing.
    public var y: Double

    /// Makes a point of its two coordinates.
    @inlinable
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// True when neither coordinate is infinite or NaN.
    @inlinable
    public var isFinite: Bool { x.isFinite && y.isFinite }

    /// The square of the distance to another point.
    @inlinable
    public func squaredDistance(to other: Point) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return dx * dx + dy * dy
    }

    /// The distance to another point.
    @inlinable
    public func distance(to other: Point) -> Double { squaredDistance(to: other).squareRoot() }
}
