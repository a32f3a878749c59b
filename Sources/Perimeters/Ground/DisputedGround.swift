package import Planar

/// The ground of a territory that repairs of shapes took or gave, in metres of its grid.
package struct DisputedGround: Sendable {
    private var pieces: [(box: Box, index: ZoneIndex)] = []

    /// No ground.
    package init() {}

    /// The ground of some shapes.
    package init(_ shapes: [MultiPolygon]) {
        for shape in shapes where !shape.isEmpty { add(shape) }
    }

    package mutating func add(_ shape: MultiPolygon) {
        for polygon in shape.polygons {
            let piece = MultiPolygon(polygons: [polygon])
            pieces.append((piece.box, ZoneIndex([piece])))
        }
    }

    /// Whether a point lies on it.
    package func holds(_ point: Point) -> Bool {
        pieces.contains { $0.box.contains(point) && $0.index.locate(point).zone >= 0 }
    }
}
