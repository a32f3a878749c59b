extension ZoneIndex {
    /// The nearest place on the border of any zone, if it is at most `limit` away.
    ///
    /// Of several at the same distance the one of the lowest zone, then of its first edge. Nil when there is none, when the
    /// point is not finite, or when it is so far that the square of the distance overflows.
    public func nearestBorder(to p: Point, within limit: Double = .infinity) -> NearestBorder? {
        guard p.isFinite, limit >= 0 else { return nil }
        let word = grid.word(at: p)
        if word == CellGrid.unresolved { return border(table.nearestEdge(to: p), p, limit) }
        return border(NearestEdge.of(grid.leaf(word), to: p, in: table, needsEdge: true), p, limit)
    }

    /// The nearest place on the border of one zone, the first of those equally near; nil when the zone is empty.
    public func nearestBorder(to p: Point, ofZone zone: Int) -> NearestBorder? {
        guard p.isFinite else { return nil }
        return border(table.nearestEdge(to: p, ofZone: checked(zone)), p, .infinity)
    }

    /// The lowest zone at the point and the nearest border of all, found together.
    public func locate(_ p: Point) -> ZoneLocation {
        let word = grid.word(at: p)
        if word == CellGrid.unresolved { return slowLocate(p) }
        return location(of: p, in: grid.leaf(word))
    }

    /// The location of a point of a leaf.
    @inline(__always)
    func location(of p: Point, in leaf: UnsafePointer<CellGrid.Leaf>) -> ZoneLocation {
        let sameZone = leaf.pointee.nearestZone
        let nearest = NearestEdge.of(leaf, to: p, in: table, needsEdge: sameZone < 0)
        guard nearest.squared < .infinity else { return slowLocate(p) }
        return ZoneLocation(
            zone: zone(at: p, in: leaf), nearestZone: Int(sameZone >= 0 ? sameZone : table.zones[nearest.edge]),
            distance: nearest.squared.squareRoot())
    }

    /// Visits every edge whose distance to the point is at most `radius`, once, in the direction of its ring.
    ///
    /// In no particular (but always the same) order. A radius that is negative or NaN finds nothing.
    public func forEachEdge(
        within radius: Double, of p: Point, _ body: (_ zone: Int, _ a: Point, _ b: Point) -> Void
    ) {
        guard p.isFinite, radius >= 0 else { return }
        let limit = radius * radius
        table.runTree.walk({ $0.squaredDistance(to: p) <= limit }) { index in
            let run = table.runs[index]
            for i in Int(run.first)..<Int(run.end) {
                let edge = table.edges[i]
                if edge.squaredDistance(to: p) <= limit { body(Int(run.zone), edge.a, edge.b) }
            }
        }
    }

    /// The location by the trees alone: for points outside the grid, and the twin that the grid is tested against.
    @inline(never)
    func slowLocate(_ p: Point) -> ZoneLocation {
        guard p.isFinite else { return .nowhere }
        let (edge, squared) = table.nearestEdge(to: p)
        guard edge >= 0 else { return .nowhere }
        return ZoneLocation(
            zone: slowFirstZone(at: p) ?? -1, nearestZone: Int(table.zones[edge]), distance: squared.squareRoot())
    }

    private func border(_ found: (edge: Int, squared: Double), _ p: Point, _ limit: Double) -> NearestBorder? {
        let distance = found.squared.squareRoot()
        guard found.edge >= 0, distance <= limit else { return nil }
        let edge = table.edges[found.edge]
        return NearestBorder(
            zone: Int(table.zones[found.edge]), distance: distance, foot: edge.foot(of: p), a: edge.a, b: edge.b)
    }
}
