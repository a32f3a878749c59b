import Planar

extension MultiPolygon {
    /// True when the shape is valid beyond doubt: rings without holes that touch nothing, neither themselves nor each other.
    ///
    /// False says nothing: GEOS must be asked. Nearly all perimeters are plain, and seeing it costs a fiftieth of what
    /// GEOS takes. Exact: edges are compared by the sign of exact determinants. O(n log n) for the rings of real borders, whose
    /// edges are near few others; false where too many edges lie side by side to be compared.
    var isPlain: Bool {
        guard !polygons.isEmpty else { return false }
        var boxes: [Box] = []
        for polygon in polygons {
            guard polygon.holes.isEmpty, let box = polygon.exterior.withUnsafeBufferPointer(PlainRing.box) else {
                return false
            }
            if polygons.count <= Self.fewParts, boxes.contains(where: { $0.intersects(box) }) { return false }
            boxes.append(box)
        }
        return polygons.count <= Self.fewParts || BoxIndex(boxes).forEachPair { _, _ in false }
    }

    /// Up to so many parts are compared one by one.
    private static let fewParts = 64

    /// True when every ring is finite, closed, and has an area by formula.
    var isWellFormed: Bool {
        !polygons.isEmpty
            && polygons.allSatisfy { polygon in
                ([polygon.exterior] + polygon.holes).allSatisfy { ring in
                    ring.count >= 4 && ring.first == ring.last && ring.allSatisfy(\.isFinite)
                        && Polygon(exterior: ring).area > 0
                }
            }
    }
}

/// A closed ring whose edges meet only in the vertex that neighbours share.
private enum PlainRing {
    /// Edges are compared in blocks of consecutive ones: two blocks whose boxes are apart need no look at their edges.
    static let blockLength = 8
    /// Longer rings are searched through a tree.
    static let longest = 4_096

    /// The ring's box; nil when it is not plain.
    static func box(_ ring: UnsafeBufferPointer<Point>) -> Box? {
        let count = ring.count - 1
        guard count >= 3, ring[0] == ring[count], ring.allSatisfy(\.isFinite) else { return nil }
        guard count <= longest else { return boxByTree(ring, count) }
        let blocks = stride(from: 0, to: count, by: blockLength).map { first in
            (first: first, end: min(first + blockLength, count))
        }
        let boxes = blocks.map { block in
            (block.first..<block.end).reduce(Box.empty) { $0.union(Box(ring[$1], ring[$1 + 1])) }
        }
        for a in blocks.indices {
            for b in a..<blocks.count where boxes[a].intersects(boxes[b]) {
                for i in blocks[a].first..<blocks[a].end {
                    for j in max(i + 1, blocks[b].first)..<max(i + 1, blocks[b].end) {
                        if !areApart(ring, i, j, count) { return nil }
                    }
                }
            }
        }
        return boxes.reduce(Box.empty) { $0.union($1) }
    }

    /// The same for a long ring.
    private static func boxByTree(_ ring: UnsafeBufferPointer<Point>, _ count: Int) -> Box? {
        let tree = BoxIndex((0..<count).map { Box(ring[$0], ring[$0 + 1]) })
        let isPlain = tree.forEachPair { areApart(ring, min($0, $1), max($0, $1), count) }
        return isPlain ? tree.box : nil
    }

    /// True when two edges, i before j, surely share nothing but the vertex between neighbours.
    @inline(__always)
    private static func areApart(_ ring: UnsafeBufferPointer<Point>, _ i: Int, _ j: Int, _ count: Int) -> Bool {
        if j == i + 1 { return isBend(ring[i], ring[j], ring[j + 1]) }
        if i == 0, j == count - 1 { return isBend(ring[j], ring[0], ring[1]) }
        let (a, b, c, d) = (ring[i], ring[i + 1], ring[j], ring[j + 1])
        if !Box(a, b).intersects(Box(c, d)) { return true }
        return orientation(a, b, c) * orientation(a, b, d) > 0 || orientation(c, d, a) * orientation(c, d, b) > 0
    }

    /// True when the way a, b, c has two edges and does not go back over itself.
    @inline(__always)
    private static func isBend(_ a: Point, _ b: Point, _ c: Point) -> Bool {
        if a == b || b == c { return false }
        if orientation(a, b, c) != 0 { return true }
        return a.x != b.x ? (a.x < b.x) == (b.x < c.x) && b.x != c.x : (a.y < b.y) == (b.y < c.y)
    }
}
