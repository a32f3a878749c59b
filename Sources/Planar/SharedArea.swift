extension MultiPolygon {
    /// The area of what lies in both shapes, in the square of the unit of the coordinates, without making that shape.
    ///
    /// Every edge stands for the strip between it and a common base line, counted with a sign, so that the strips of all edges
    /// of a shape add up to the shape. The area shared by two shapes is then the sum over pairs of edges of the area that
    /// their strips share, with both signs: an integral of the lower of two straight lines. There is no decision about
    /// what lies on which side, so borders that touch, coincide or nearly do cost no digits: the error is that of adding up
    /// numbers, below a square millimetre for shapes of some square kilometres.
    ///
    /// Both shapes must be valid; rings may run in either direction. 0 when a coordinate is not finite. O(n·m) for the edges
    /// above one another, which for two neighbourhoods takes microseconds where an overlay takes hundreds.
    public func sharedArea(with other: MultiPolygon) -> Double {
        let boxes = (box, other.box)
        let common = boxes.0.intersection(boxes.1)
        guard !common.isEmpty else { return 0 }
        let origin = Point(x: common.minX, y: min(boxes.0.minY, boxes.1.minY))
        var strips = (
            Strip.strips(of: self, from: origin, width: common.width),
            Strip.strips(of: other, from: origin, width: common.width)
        )
        if strips.0.count < strips.1.count { swap(&strips.0, &strips.1) }
        Strip.sort(&strips.1)
        var area = 0.0
        strips.1.withUnsafeBufferPointer { sorted in
            for a in strips.0 {
                for i in Strip.first(reaching: a.start, in: sorted)..<sorted.count {
                    let b = sorted[i]
                    if b.start >= a.end { break }
                    let from = max(a.start, b.start), to = min(a.end, b.end)
                    if from < to { area += a.sign * b.sign * a.areaBelow(b, from: from, to: to) }
                }
            }
        }
        return area.isFinite ? max(0, area) : 0
    }
}

/// The part of the plane between an edge and the base line, y = 0.
private struct Strip {
    /// Where it starts and ends along x, start before end.
    let start, end: Double
    /// The height at the start, and how much it grows along x.
    let height, slope: Double
    /// 1 when the shape lies below the edge, -1 when it lies above.
    let sign: Double
    /// Once sorted, the farthest end of this strip and all those that start before it.
    var reach: Double

    /// The strips of all edges that are not upright, within 0...width along x.
    static func strips(of shape: MultiPolygon, from origin: Point, width: Double) -> [Strip] {
        var strips: [Strip] = []
        strips.reserveCapacity(shape.vertexCount)
        for polygon in shape.polygons {
            add(polygon.exterior, 1, origin, width, to: &strips)
            for hole in polygon.holes { add(hole, -1, origin, width, to: &strips) }
        }
        return strips
    }

    /// Sorts strips by where they start, and notes how far those up to each reach.
    static func sort(_ strips: inout [Strip]) {
        strips.sort { $0.start < $1.start }
        var reach = -Double.infinity
        for i in strips.indices {
            reach = max(reach, strips[i].end)
            strips[i].reach = reach
        }
    }

    /// The first of sorted strips that may end behind x: none before it does.
    @inline(__always)
    static func first(reaching x: Double, in strips: UnsafeBufferPointer<Strip>) -> Int {
        var low = 0, high = strips.count
        while low < high {
            let middle = (low + high) / 2
            if strips[middle].reach <= x { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// - Parameter side: 1 for an exterior ring, -1 for a hole.
    private static func add(
        _ ring: [Point], _ side: Double, _ origin: Point, _ width: Double, to strips: inout [Strip]
    ) {
        let isCounterclockwise = signedRingArea(ring) > 0
        forEachEdge(of: ring) { a, b in
            let isForward = a.x < b.x
            let (left, right) = isForward ? (a, b) : (b, a)
            let start = left.x - origin.x, end = right.x - origin.x
            guard start < end, end > 0, start < width else { return }
            strips.append(
                Strip(
                    start: start, end: end, height: left.y - origin.y, slope: (right.y - left.y) / (end - start),
                    sign: isForward == isCounterclockwise ? -side : side, reach: end))
        }
    }

    /// The area below both edges.
    @inline(__always)
    func areaBelow(_ other: Strip, from: Double, to: Double) -> Double {
        let mine = (height + (from - start) * slope, height + (to - start) * slope)
        let others = (
            other.height + (from - other.start) * other.slope, other.height + (to - other.start) * other.slope
        )
        let above = (mine.0 - others.0, mine.1 - others.1)
        if above.0 <= 0, above.1 <= 0 { return (mine.0 + mine.1) / 2 * (to - from) }
        if above.0 >= 0, above.1 >= 0 { return (others.0 + others.1) / 2 * (to - from) }
        // They cross: below this edge, less the triangle in which it is above the other.
        let triangle =
            above.0 > 0 ? above.0 * above.0 / (above.0 - above.1) : above.1 * above.1 / (above.1 - above.0)
        return (mine.0 + mine.1 - triangle) / 2 * (to - from)
    }
}
