/// Many points at once: the answers of one by one, two to three times faster.
///
/// A question waits for memory four times: for the large cell, the small one, the leaf, its edges. The points of a block take
/// each of these steps together, so that the processor fetches for many of them while it would wait for one. Without a grid,
/// and outside of it, the trees answer.
extension ZoneIndex {
    /// Few enough that what a block fetches stays in the nearest cache until it is used.
    private static let block = 128

    /// The zone and the nearest border of each point; see ``locate(_:)``.
    ///
    /// - Precondition: there is room for as many locations as there are points.
    public func locate(_ points: UnsafeBufferPointer<Point>, into locations: UnsafeMutableBufferPointer<ZoneLocation>) {
        precondition(locations.count >= points.count, "as many locations as points")
        forEachBlock(points) { points, first, cells in
            guard cells.find(points, grid) else {
                for i in points.indices { locations[first + i] = locate(points[i]) }
                return
            }
            cells.fetch(.all, grid, table)
            for (i, word) in cells.words.enumerated() {
                locations[first + i] = location(of: points[i], in: grid.leaf(word))
            }
        }
    }

    /// The lowest zone at each point, -1 outside all; see ``firstZone(at:)``.
    ///
    /// - Precondition: there is room for as many zones as there are points.
    public func firstZones(at points: UnsafeBufferPointer<Point>, into zones: UnsafeMutableBufferPointer<Int32>) {
        precondition(zones.count >= points.count, "as many zones as points")
        forEachBlock(points) { points, first, cells in
            guard cells.find(points, grid) else {
                for i in points.indices { zones[first + i] = Int32(truncatingIfNeeded: firstZone(at: points[i]) ?? -1) }
                return
            }
            for i in points.indices { zones[first + i] = -1 }
            cells.fetch(.inhabited, grid, table)
            for rank in cells.ranks {
                let i = Int(rank)
                zones[first + i] = Int32(truncatingIfNeeded: zone(at: points[i], in: grid.leaf(cells.words[i])))
            }
        }
    }

    /// The zone and the nearest border of each point; see ``locate(_:)``.
    public func locate(_ points: [Point]) -> [ZoneLocation] {
        .init(unsafeUninitializedCapacity: points.count) { locations, count in
            locations.initialize(repeating: .nowhere)
            points.withUnsafeBufferPointer { locate($0, into: locations) }
            count = points.count
        }
    }

    /// The lowest zone at each point, -1 outside all; see ``firstZone(at:)``.
    public func firstZones(at points: [Point]) -> [Int32] {
        .init(unsafeUninitializedCapacity: points.count) { zones, count in
            zones.initialize(repeating: -1)
            points.withUnsafeBufferPointer { firstZones(at: $0, into: zones) }
            count = points.count
        }
    }

    private func forEachBlock(
        _ points: UnsafeBufferPointer<Point>, _ body: (UnsafeBufferPointer<Point>, Int, inout CellBlock) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Self.block) { memory in
            var cells = CellBlock(memory)
            for first in stride(from: 0, to: points.count, by: Self.block) {
                let end = min(first + Self.block, points.count)
                body(UnsafeBufferPointer(rebasing: points[first..<end]), first, &cells)
            }
        }
    }
}

/// The cells of a block of points, and what is fetched for them ahead of use.
private struct CellBlock {
    enum Fetched {
        case all
        /// Those that do not lie outside all zones.
        case inhabited
    }

    private let memory: UnsafeMutableBufferPointer<UInt32>
    private var count = 0
    private var rankCount = 0

    init(_ memory: UnsafeMutableBufferPointer<UInt32>) { self.memory = memory }

    /// The word of the cell of each point.
    var words: UnsafeMutableBufferPointer<UInt32> { .init(start: memory.baseAddress, count: count) }

    /// The places in the block of the points fetched.
    var ranks: UnsafeMutableBufferPointer<UInt32> {
        .init(start: memory.baseAddress! + memory.count / 2, count: rankCount)
    }

    /// Finds the words; see ``CellGrid/word(at:)``. False when one is not resolved.
    mutating func find(_ points: UnsafeBufferPointer<Point>, _ grid: CellGrid) -> Bool {
        count = points.count
        let words = words.baseAddress!
        let places = memory.baseAddress! + memory.count / 2
        let ends = (x: Double(grid.columns << CellGrid.depth), y: Double(grid.rows << CellGrid.depth))
        for (i, p) in points.enumerated() {
            let x = (p.x - grid.origin.x) * grid.scale
            let y = (p.y - grid.origin.y) * grid.scale
            guard x >= 0, y >= 0, x < ends.x, y < ends.y else { return false }
            let column = Int(x)
            let row = Int(y)
            words[i] = grid.large[(row >> CellGrid.depth) * grid.columns + column >> CellGrid.depth]
            let mask = 1 << CellGrid.depth - 1
            places[i] = UInt32(truncatingIfNeeded: (row & mask) << CellGrid.depth + column & mask)
        }
        for i in 0..<count {
            // Both ways are taken, the first small cell standing in for none: which one it is could not be predicted.
            let isCut = words[i] & CellGrid.cut != 0
            let small = grid.small(isCut ? words[i] : CellGrid.cut, Int(places[i]) >> CellGrid.depth, Int(places[i]))
            words[i] = isCut ? small : words[i]
        }
        var isResolved = true
        for i in 0..<count { isResolved = isResolved & (words[i] != CellGrid.unresolved) }
        return isResolved
    }

    /// Reads some edges of each leaf, two of which share a line of the cache, so that the leaf and most of its edges are at hand.
    mutating func fetch(_ which: Fetched, _ grid: CellGrid, _ table: EdgeTable) {
        rankCount = 0
        let ranks = memory.baseAddress! + memory.count / 2
        var sum: UInt32 = 0
        for i in 0..<count {
            ranks[rankCount] = UInt32(truncatingIfNeeded: i)
            rankCount += which == .all || words[i] & CellGrid.outside == 0 ? 1 : 0
        }
        // The sums only make sure that what is read is not left out.
        for i in self.ranks { sum &+= CellGrid.edges(of: grid.leaf(words[Int(i)]))[0] }
        var bits: UInt64 = UInt64(sum)
        for i in self.ranks {
            let leaf = grid.leaf(words[Int(i)])
            guard which == .all || leaf.pointee.kind != .uniform else { continue }
            let edges = CellGrid.edges(of: leaf)
            let last = Int(leaf.pointee.count) - 1
            bits &+= table.edges[Int(edges[0])].a.x.bitPattern
            bits &+= table.edges[Int(edges[min(2, last)])].a.x.bitPattern
            bits &+= table.edges[Int(edges[min(4, last)])].a.x.bitPattern
            bits &+= table.edges[Int(edges[last])].a.x.bitPattern
            bits &+= UInt64(UInt32(bitPattern: table.zones[Int(edges[0])]))
        }
        keep(bits)
    }

    /// Does nothing, but the compiler does not know.
    @inline(never)
    @_optimize(none)
    private func keep(_ bits: UInt64) {}
}
