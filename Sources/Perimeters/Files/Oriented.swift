import Planar

extension MultiPolygon {
    /// The same shape with exterior rings counter-clockwise and holes clockwise, so that the inside is on the left.
    var oriented: MultiPolygon {
        MultiPolygon(
            polygons: polygons.map { polygon in
                Polygon(
                    exterior: polygon.exterior.turned(counterclockwise: true),
                    holes: polygon.holes.map { $0.turned(counterclockwise: false) })
            })
    }
}

extension [Point] {
    /// The ring in the direction asked for.
    fileprivate func turned(counterclockwise: Bool) -> [Point] {
        guard let origin = first else { return self }
        var twice = 0.0
        for (a, b) in zip(self, dropFirst()) {
            twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        return (twice > 0) == counterclockwise ? self : reversed()
    }
}
