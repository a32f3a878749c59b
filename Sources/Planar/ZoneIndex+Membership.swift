extension ZoneIndex {
    /// The lowest zone that contains the point; a point on a border is in the zone. Nil outside all.
    public func firstZone(at p: Point) -> Int? {
        let word = grid.word(at: p)
        if word & CellGrid.outside != 0 { return nil }
        if word == CellGrid.unresolved { return slowFirstZone(at: p) }
        let zone = zone(at: p, in: grid.leaf(word))
        return zone < 0 ? nil : zone
    }

    /// The first zone at a point of a leaf, or -1: exact, as the trees decide where rounding might matter.
    @inline(__always)
    func zone(at p: Point, in leaf: UnsafePointer<CellGrid.Leaf>) -> Int {
        switch leaf.pointee.kind {
        case .uniform:
            return Int(leaf.pointee.zone)
        case .one:
            var crossings = CellCrossings(p, column: leaf.pointee.column, isInside: leaf.pointee.isInside)
            let edges = CellGrid.edges(of: leaf)
            for i in 0..<Int(leaf.pointee.touching) { crossings.count(table.edges[Int(edges[i])]) }
            if crossings.isUnsure { return slowFirstZone(at: p) ?? -1 }
            return crossings.zone(leaf)
        case .several:
            return slowFirstZone(at: p) ?? -1
        }
    }

    /// True when surely no two zones hold the point: known where the grid knows it, else false.
    public func holdsOneZoneAtMost(_ p: Point) -> Bool {
        let word = grid.word(at: p)
        if word & CellGrid.outside != 0 { return true }
        guard word != CellGrid.unresolved else { return false }
        let leaf = grid.leaf(word)
        return leaf.pointee.isAlone && leaf.pointee.kind != .several
    }

    /// Where the point lies with respect to one zone.
    public func locate(_ p: Point, inZone zone: Int) -> PointLocation {
        guard p.isFinite else { return .outside }
        return table.locate(p, inZone: checked(zone))
    }

    /// Visits all zones that contain the point or have it on their border, ascending.
    public func forEachZone(at p: Point, _ body: (_ zone: Int, _ location: PointLocation) -> Void) {
        guard p.isFinite, grid.word(at: p) & CellGrid.outside == 0 else { return }
        var last = -1
        while let zone = lowestBox(with: p, after: last) {
            let location = table.locate(p, inZone: zone)
            if location != .outside { body(zone, location) }
            last = zone
        }
    }

    /// Visits the zones that share a point with the box, ascending: also those that contain it or lie in it.
    public func forEachZone(intersecting box: Box, _ body: (_ zone: Int) -> Void) {
        for zone in table.zoneTree.search(box) where table.zone(zone, intersects: box) { body(zone) }
    }

    /// The first zone by looking at every edge of the zones whose box holds the point.
    @inline(never)
    func slowFirstZone(at p: Point) -> Int? {
        guard p.isFinite else { return nil }
        var last = -1
        while let zone = lowestBox(with: p, after: last) {
            if table.locate(p, inZone: zone) != .outside { return zone }
            last = zone
        }
        return nil
    }

    /// The lowest zone above `last` whose box holds the point. Few boxes do, so asking again costs less than a list.
    private func lowestBox(with p: Point, after last: Int) -> Int? {
        var lowest = Int.max
        table.zoneTree.walk({ $0.contains(p) }) { if $0 > last && $0 < lowest { lowest = $0 } }
        return lowest == .max ? nil : lowest
    }
}

extension EdgeTable {
    /// True when the zone and the box share a point: an edge meets the box, or the box lies inside.
    func zone(_ zone: Int, intersects box: Box) -> Bool {
        guard !box.isEmpty, zoneBoxes[zone].intersects(box) else { return false }
        for i in edgeRange(ofZone: zone) where edges[i].intersects(box) { return true }
        return locate(Point(x: box.minX, y: box.minY), inZone: zone) != .outside
    }
}

extension Segment {
    /// True when the segment and the box share a point. Exact.
    func intersects(_ box: Box) -> Bool {
        guard self.box.intersects(box) else { return false }
        if box.contains(a) || box.contains(b) { return true }
        // The boxes overlap and both ends are outside: they meet unless all corners lie strictly on one side.
        let sides = (
            orientation(a, b, Point(x: box.minX, y: box.minY)), orientation(a, b, Point(x: box.maxX, y: box.minY)),
            orientation(a, b, Point(x: box.maxX, y: box.maxY)), orientation(a, b, Point(x: box.minX, y: box.maxY))
        )
        return !(sides == (1, 1, 1, 1) || sides == (-1, -1, -1, -1))
    }
}
