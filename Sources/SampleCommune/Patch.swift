/// A place in a patch: `u` from its left side (0) to its right (1), `v` from its bottom (0) to its top (1).
struct Place: Equatable, Sendable {
    var u: Double
    var v: Double

    init(_ u: Double, _ v: Double) {
        self.u = u
        self.v = v
    }
}

/// A quarter of the town between four curved streets, its inner streets bent with them (Coons, 1967).
///
/// The same rule maps streets and borders of perimeters, so that a border along a street follows its axis.
struct Patch: Sendable {
    let bottom: Bezier
    let top: Bezier
    let left: Bezier
    let right: Bezier
    /// How far the middle is pulled, in metres; the four sides stay where they are.
    let pull: Point

    /// The point of the plan at a place of the patch.
    func point(_ place: Place) -> Point {
        let u = place.u
        let v = place.v
        let across = bottom.at(u) * (1 - v) + top.at(u) * v
        let along = left.at(v) * (1 - u) + right.at(v) * u
        let low = bottom.a * (1 - u) + bottom.d * u
        let high = top.a * (1 - u) + top.d * u
        let corners = low * (1 - v) + high * v
        return across + along - corners + pull * (16 * u * (1 - u) * v * (1 - v))
    }

    /// The line through these places, a point about every `step` metres.
    func line(_ places: [Place], step: Double = 15) -> Polyline {
        var points = [point(places[0])]
        for (from, to) in zip(places, places.dropFirst()) {
            let chord = point(from).distance(to: point(to))
            let pieces = max(1, Int((chord / step).rounded()))
            for piece in 1...pieces {
                let t = Double(piece) / Double(pieces)
                points.append(point(Place(from.u + (to.u - from.u) * t, from.v + (to.v - from.v) * t)))
            }
        }
        return Polyline(points)
    }
}
