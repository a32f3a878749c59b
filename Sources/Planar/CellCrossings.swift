/// Counts how often the way from a point of a leaf to its reference crosses the touching edges.
///
/// The way goes level to the leaf's column, then along the column downwards, infinitely far: what it crosses below the
/// leaf is the same for all its points and taken off when the leaf is made. As in ``CrossingCount`` an edge owns its
/// lower end and its left end only, which amounts to moving the way a little upwards and to the right. The sides are
/// taken in floating point; where their error bound does not decide, the count is unsure and says so.
struct CellCrossings {
    private let p: Point
    private let column: Double
    private var isInside: Bool
    private(set) var isUnsure = false

    @inline(__always)
    init(_ p: Point, column: Double, isInside: Bool) {
        self.p = p
        self.column = column
        self.isInside = isInside
    }

    @inline(__always)
    mutating func count(_ edge: Segment) {
        let dx = edge.b.x - edge.a.x
        let dy = edge.b.y - edge.a.y
        let left = dx * (p.y - edge.a.y)
        let rightOfPoint = dy * (p.x - edge.a.x)
        let rightOfColumn = dy * (column - edge.a.x)
        let atPoint = left - rightOfPoint
        let atColumn = left - rightOfColumn
        let isUnsureAtPoint = !(atPoint.magnitude > orientationErrorBound * (left.magnitude + rightOfPoint.magnitude))
        let isUnsureAtColumn =
            !(atColumn.magnitude > orientationErrorBound * (left.magnitude + rightOfColumn.magnitude))
        let crossesLevel = ((edge.a.y > p.y) != (edge.b.y > p.y)) & ((atPoint > 0) != (atColumn > 0))
        let crossesColumn = ((edge.a.x > column) != (edge.b.x > column)) & ((atColumn > 0) == (edge.b.x > column))
        isInside = isInside != (crossesLevel != crossesColumn)
        isUnsure = isUnsure | isUnsureAtPoint | isUnsureAtColumn
    }

    /// The first zone when the edges are all of one zone, or -1.
    @inline(__always)
    func zone(_ leaf: UnsafePointer<CellGrid.Leaf>) -> Int {
        let other = Int(leaf.pointee.other)
        guard isInside else { return other }
        let zone = Int(leaf.pointee.zone)
        return other >= 0 ? min(other, zone) : zone
    }
}

/// Bools without branches: both sides are cheap.
extension Bool {
    @inline(__always)
    static func & (a: Bool, b: Bool) -> Bool { (a ? 1 : 0 as UInt8) & (b ? 1 : 0) != 0 }

    @inline(__always)
    static func | (a: Bool, b: Bool) -> Bool { (a ? 1 : 0 as UInt8) | (b ? 1 : 0) != 0 }
}
