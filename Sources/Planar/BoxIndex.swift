/// A static tree over boxes that finds those that meet a box or lie near a point.
///
/// Boxes are sorted along a Hilbert curve and packed sixteen to a node, level upon level, in one array: the children
/// of a node are found by arithmetic, not by pointers. Building takes O(n log n), a search O(log n + found) for boxes
/// that overlap little. Immutable; a search allocates nothing but what it returns, and any number of threads may
/// search at once.
///
/// Source of the idea: Agafonkin, flatbush; Kamel and Faloutsos, "On packing R-trees", 1993.
public struct BoxIndex: Sendable {
    private static let fanout = 16

    /// Sorted boxes, then each level of their parents; the root is the last.
    private let boxes: Table<Box>
    /// The index in the caller's array of each sorted box.
    private let items: Table<UInt32>
    /// Where each level starts in `boxes`, lowest first, and the end of all.
    private let levels: Table<Int>

    /// The smallest box that holds all.
    public let box: Box

    /// Builds the tree. Empty boxes (also those with NaN) keep their index but are never found.
    public init(_ elements: [Box]) {
        let extent = elements.reduce(Box.empty) { $1.isEmpty ? $0 : $0.union($1) }
        let order = hilbertOrder(elements, within: extent)
        var packed = order.map { elements[Int($0)] }
        var levels = [0, packed.count]
        while packed.count - levels[levels.count - 2] > 1 {
            let start = levels[levels.count - 2]
            let end = packed.count
            for first in stride(from: start, to: end, by: Self.fanout) {
                packed.append(packed[first..<min(first + Self.fanout, end)].reduce(Box.empty) { $0.union($1) })
            }
            levels.append(packed.count)
        }
        box = extent
        boxes = Table(packed)
        items = Table(order)
        self.levels = Table(levels)
    }

    /// The number of boxes that can be found.
    public var count: Int { items.count }

    /// The bytes of memory that the tree holds.
    public var byteCount: Int { boxes.byteCount + items.byteCount + levels.byteCount }

    /// The indices of the boxes that share a point with `query`, ascending.
    public func search(_ query: Box) -> [Int] {
        var found: [Int] = []
        forEach(intersecting: query) { found.append($0) }
        found.sort()
        return found
    }

    /// Visits the boxes that share a point with `query`, in no particular (but always the same) order.
    public func forEach(intersecting query: Box, _ body: (_ index: Int) -> Void) {
        walk({ $0.intersects(query) }, body)
    }

    /// Visits the boxes that contain the point or have it on a side.
    public func forEach(containing p: Point, _ body: (_ index: Int) -> Void) {
        walk({ $0.contains(p) }, body)
    }

    /// Visits the boxes whose distance to the point is at most `radius`.
    public func forEach(within radius: Double, of p: Point, _ body: (_ index: Int) -> Void) {
        guard radius >= 0 else { return }
        walk({ $0.squaredDistance(to: p) <= radius * radius }, body)
    }

    /// Visits the pairs of boxes that share a point, each pair once, until `body` says false.
    ///
    /// - Returns: whether all pairs were visited: false when `body` stopped, and when more comparisons were needed than some
    ///   hundreds for each box, as of very many boxes that lie over each other.
    /// - Complexity: O(n log n + pairs) for boxes that overlap little.
    public func forEachPair(_ body: (_ first: Int, _ second: Int) -> Bool) -> Bool {
        let top = levels.count - 2
        guard items.count > 1, top > 0 else { return true }
        var left = 3_000_000 + 200 * items.count
        var stack = [(level: top, first: boxes.count - 1, second: boxes.count - 1)]
        while let (level, first, second) = stack.popLast() {
            for i in children(of: first, level: level) where first == second || boxes[i].intersects(boxes[second]) {
                let others = children(of: second, level: level)
                let start = first == second ? i : others.lowerBound
                left -= others.upperBound - start
                for j in start..<others.upperBound where boxes[i].intersects(boxes[j]) {
                    if level > 1 {
                        stack.append((level - 1, i, j))
                    } else if i != j {
                        guard body(Int(items[i]), Int(items[j])) else { return false }
                    }
                }
                if left < 0 { return false }
            }
        }
        return true
    }

    /// Visits every box that `enter` accepts together with all nodes above it.
    @inline(__always)
    func walk(_ enter: (Box) -> Bool, _ body: (Int) -> Void) {
        guard items.count > 0, enter(boxes[boxes.count - 1]) else { return }
        let top = levels.count - 2
        guard top > 0 else { return body(Int(items[0])) }
        withUnsafeTemporaryAllocation(of: (level: Int, node: Int).self, capacity: Self.fanout * top) { stack in
            stack[0] = (top, boxes.count - 1)
            var depth = 1
            while depth > 0 {
                depth -= 1
                let (level, node) = stack[depth]
                for child in children(of: node, level: level) where enter(boxes[child]) {
                    if level == 1 {
                        body(Int(items[child]))
                    } else {
                        stack[depth] = (level - 1, child)
                        depth += 1
                    }
                }
            }
        }
    }

    /// The box reached by always going down to the child nearest to the point: a good first guess of the nearest.
    func guess(near p: Point) -> Int? {
        guard items.count > 0 else { return nil }
        var node = boxes.count - 1
        for level in stride(from: levels.count - 2, to: 0, by: -1) {
            var nearest = Double.infinity
            var next = children(of: node, level: level).lowerBound
            for child in children(of: node, level: level) {
                let distance = boxes[child].squaredDistance(to: p)
                if distance < nearest { (nearest, next) = (distance, child) }
            }
            node = next
        }
        return Int(items[node])
    }

    @inline(__always)
    private func children(of node: Int, level: Int) -> Range<Int> {
        let first = levels[level - 1] + (node - levels[level]) * Self.fanout
        return first..<min(first + Self.fanout, levels[level])
    }
}
