/// A rectangle with sides along the axes; its sides belong to it.
@frozen
public struct Box: Sendable, Hashable, BitwiseCopyable {
    /// The smallest abscissa.
    public var minX: Double
    /// The smallest ordinate.
    public var minY: Double
    /// The largest abscissa.
    public var maxX: Double
    /// The largest ordinate.
    public var maxY: Double

    /// The whole plane.
    static let everything = Box(minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity)

    /// The box of nothing: contains no point, meets no box, and is the neutral element of ``union(_:)``.
    public static let empty = Box()

    /// Makes the empty box.
    @inlinable
    public init() {
        self.init(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
    }

    /// Makes a box of its sides; it is empty when a minimum is above its maximum.
    @inlinable
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// The smallest box of two points, in any order.
    @inlinable
    public init(_ a: Point, _ b: Point) {
        self.init(minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
    }

    /// True when no point lies in the box (also when a side is NaN).
    @inlinable
    public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }

    /// The length along x; 0 when empty.
    @inlinable
    public var width: Double { isEmpty ? 0 : maxX - minX }

    /// The length along y; 0 when empty.
    @inlinable
    public var height: Double { isEmpty ? 0 : maxY - minY }

    /// The middle of the box.
    @inlinable
    public var center: Point { Point(x: minX + (maxX - minX) / 2, y: minY + (maxY - minY) / 2) }

    /// True when the point lies in the box or on its sides.
    @inlinable
    public func contains(_ p: Point) -> Bool {
        p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY
    }

    /// True when the two boxes share a point, be it a corner.
    @inlinable
    public func intersects(_ other: Box) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }

    /// The smallest box that holds both.
    @inlinable
    public func union(_ other: Box) -> Box {
        Box(
            minX: min(minX, other.minX), minY: min(minY, other.minY),
            maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
    }

    /// The points that lie in both boxes; empty when there are none.
    @inlinable
    public func intersection(_ other: Box) -> Box {
        Box(
            minX: Swift.max(minX, other.minX), minY: Swift.max(minY, other.minY), maxX: Swift.min(maxX, other.maxX),
            maxY: Swift.min(maxY, other.maxY))
    }

    /// Grows the box so that it holds the point.
    @inlinable
    public mutating func formUnion(_ p: Point) {
        minX = min(minX, p.x)
        minY = min(minY, p.y)
        maxX = max(maxX, p.x)
        maxY = max(maxY, p.y)
    }

    /// The box with each side moved outwards by a distance (inwards when negative).
    @inlinable
    public func expanded(by distance: Double) -> Box {
        Box(minX: minX - distance, minY: minY - distance, maxX: maxX + distance, maxY: maxY + distance)
    }

    /// The square of the distance from a point to the nearest point of the box; 0 inside, infinite when empty.
    @inlinable
    public func squaredDistance(to p: Point) -> Double {
        let dx = max(max(minX - p.x, p.x - maxX), 0)
        let dy = max(max(minY - p.y, p.y - maxY), 0)
        return dx * dx + dy * dy
    }
}
