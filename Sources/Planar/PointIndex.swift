/// A static tree over points that finds the nearest ones.
///
/// An implicit k-d tree: the points are ordered so that the middle of every range splits it by x or by y in turn, and
/// short ranges are left as they are. Building takes O(n log n), a search O(log n + found) for points that do not
/// coincide. Immutable; any number of threads may search at once.
///
/// Source of the idea: Agafonkin, kdbush and geokdbush.
public struct PointIndex: Sendable {
    /// A point and its index in the caller's array.
    private struct Entry: Sendable, BitwiseCopyable {
        var point: Point
        var index: Int
    }

    private static let leafSize = 16
    private let entries: Table<Entry>

    /// A point found: its index in the array given to ``init(_:)`` and its distance, in the unit of the coordinates.
    public typealias Neighbour = (index: Int, distance: Double)

    /// Builds the tree. Points that are not finite keep their index but are never found.
    public init(_ points: [Point]) {
        var entries: [Entry] = []
        entries.reserveCapacity(points.count)
        for (index, point) in points.enumerated() where point.isFinite {
            entries.append(Entry(point: point, index: index))
        }
        entries.withUnsafeMutableBufferPointer { Self.arrange($0, 0..<$0.count, byX: true) }
        self.entries = Table(entries)
    }

    /// The number of points that can be found.
    public var count: Int { entries.count }

    /// The nearest point; of several at the same distance the one with the lowest index; nil when there is none.
    public func nearest(to p: Point) -> Neighbour? {
        guard p.isFinite else { return nil }
        var best = Double.infinity
        var index = Int.max
        search(0..<entries.count, byX: true, p, { best }) { squared, i in
            if squared < best || (squared == best && i < index) { (best, index) = (squared, i) }
        }
        return index == .max ? nil : (index, best.squareRoot())
    }

    /// The `k` nearest points, nearest first; those at the same distance by ascending index.
    public func nearest(_ k: Int, to p: Point) -> [Neighbour] {
        guard p.isFinite, k > 0 else { return [] }
        var heap = NearestHeap(capacity: min(k, entries.count))
        search(0..<entries.count, byX: true, p, { heap.limit }) { heap.insert($0, $1) }
        return heap.sorted.map { ($0.index, $0.squared.squareRoot()) }
    }

    /// The points whose distance is at most `radius`, nearest first; those at the same distance by ascending index.
    public func within(radius: Double, of p: Point) -> [Neighbour] {
        var found: [Neighbour] = []
        forEach(within: radius, of: p) { found.append(($0, $1)) }
        found.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
        return found
    }

    /// Visits the points whose distance is at most `radius`, in no particular (but always the same) order.
    public func forEach(within radius: Double, of p: Point, _ body: (_ index: Int, _ distance: Double) -> Void) {
        guard p.isFinite, radius >= 0 else { return }
        let limit = radius * radius
        search(0..<entries.count, byX: true, p, { limit }) { squared, index in
            if squared <= limit { body(index, squared.squareRoot()) }
        }
    }

    /// Visits a range, the side of the point first; the other only when the limit reaches over the split.
    private func search(
        _ range: Range<Int>, byX: Bool, _ p: Point, _ limit: () -> Double, _ visit: (Double, Int) -> Void
    ) {
        guard range.count > Self.leafSize else {
            for i in range { visit(entries[i].point.squaredDistance(to: p), entries[i].index) }
            return
        }
        let middle = (range.lowerBound + range.upperBound) / 2
        let entry = entries[middle]
        visit(entry.point.squaredDistance(to: p), entry.index)
        let offset = byX ? p.x - entry.point.x : p.y - entry.point.y
        let below = range.lowerBound..<middle
        let above = middle + 1..<range.upperBound
        search(offset < 0 ? below : above, byX: !byX, p, limit, visit)
        if offset * offset <= limit() { search(offset < 0 ? above : below, byX: !byX, p, limit, visit) }
    }

    /// Orders a range so that its middle splits it, then both halves by the other axis.
    private static func arrange(_ entries: UnsafeMutableBufferPointer<Entry>, _ range: Range<Int>, byX: Bool) {
        guard range.count > leafSize else { return }
        let middle = (range.lowerBound + range.upperBound) / 2
        if byX {
            select(middle, of: entries, in: range) { $0.point.x }
        } else {
            select(middle, of: entries, in: range) { $0.point.y }
        }
        arrange(entries, range.lowerBound..<middle, byX: !byX)
        arrange(entries, middle + 1..<range.upperBound, byX: !byX)
    }

    /// Hoare's quickselect: puts the entry that belongs at `k` there, no key before it above, none after it below.
    @inline(__always)
    private static func select(
        _ k: Int, of entries: UnsafeMutableBufferPointer<Entry>, in range: Range<Int>, _ key: (Entry) -> Double
    ) {
        var low = range.lowerBound
        var high = range.upperBound - 1
        while low < high {
            let pivot = key(entries[(low + high) / 2])
            var i = low
            var j = high
            while i <= j {
                while key(entries[i]) < pivot { i += 1 }
                while key(entries[j]) > pivot { j -= 1 }
                if i <= j {
                    entries.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if k <= j { high = j } else if k >= i { low = i } else { return }
        }
    }
}
