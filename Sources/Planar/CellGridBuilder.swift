/// Builds the grid: cuts squares in four, narrowing the candidates, until few are left.
struct CellGridBuilder {
    /// A square with at most so many candidates is not cut.
    static let fewCandidates = 16
    /// Runs are replaced by their edges when so few are left.
    static let fewRuns = 16

    private let table: EdgeTable
    private var lists: CandidateLists
    private let origin: Point
    private let margin: Double
    /// The side of a large cell.
    private let side: Double
    private let columns: Int
    private let rows: Int
    private var large: [UInt32]
    /// Never without a first one: it stands in where there is none, see ``CellBlock``.
    private var small: [UInt32] = [CellGrid.unresolved]
    private var leaves: [UInt32] = [0, 0]
    /// The finest cells of the large cell at hand, and how deep it was cut.
    private var block: [UInt32]
    private var deepest = 0
    private var zonesAround: [Int] = []
    /// Candidates that may still be looked at (a zone counts for sixteen): a bound on time and memory for zones piled upon
    /// each other. Real perimeters need a third of it.
    private var budget: Int

    /// A square: its place in units of its own side, which is that of a large cell times 2^-level.
    private struct Square {
        var level: Int
        var column: Int
        var row: Int

        func quarter(_ i: Int) -> Square {
            Square(level: level + 1, column: 2 * column + i & 1, row: 2 * row + i >> 1)
        }
    }

    /// Builds the grid for the points of a box.
    init?(_ table: EdgeTable, within area: Box) {
        self.table = table
        let extent = max(table.box.width, table.box.height)
        let box = area.intersection(table.box.expanded(by: extent / 10))
        guard table.edges.count > 0, extent > 0, extent.isFinite, !box.isEmpty else { return nil }
        var power = 1
        while 1 << (2 * power) < 2 * table.edges.count, power < 9 { power += 1 }
        side = 1.2 * extent / Double(1 << power)
        origin = Point(x: box.minX, y: box.minY)
        columns = min(1 << power, Int(box.width / side) + 1)
        rows = min(1 << power, Int(box.height / side) + 1)
        while power > 0, max(columns, rows) <= 1 << (power - 1) { power -= 1 }
        let largest = max(box.maxX.magnitude, box.minX.magnitude, box.maxY.magnitude, box.minY.magnitude)
        margin = side / Double(1 << CellGrid.depth) * 1e-9 + 4 * largest.ulp
        lists = CandidateLists(table, slack: 4 * largest.ulp)
        large = Array(repeating: CellGrid.unresolved, count: columns * rows)
        block = Array(repeating: CellGrid.unresolved, count: 1 << (2 * CellGrid.depth))
        budget = 200 * table.edges.count + 100_000
        guard side > 0, side.isFinite, (1 / side).isFinite, margin.isFinite else { return nil }
        let whole = Square(level: -power, column: 0, row: 0)
        if power > 0 {
            cut(whole, lists.stack.indices, areRuns: true)
        } else {
            visit(whole, lists.stack.indices, areRuns: true)
        }
    }

    func grid() -> CellGrid {
        CellGrid(
            origin: origin, scale: Double(1 << CellGrid.depth) / side, columns: columns, rows: rows,
            large: Table(large), small: Table(small), leaves: Table(leaves))
    }

    private func box(of square: Square) -> Box {
        let length = square.level < 0 ? side * Double(1 << -square.level) : side / Double(1 << square.level)
        let corner = Point(x: origin.x + Double(square.column) * length, y: origin.y + Double(square.row) * length)
        return Box(corner, Point(x: corner.x + length, y: corner.y + length)).expanded(by: margin)
    }

    private mutating func cut(_ square: Square, _ list: Range<Int>, areRuns: Bool) {
        for i in 0..<4 { visit(square.quarter(i), list, areRuns: areRuns) }
    }

    private mutating func visit(_ square: Square, _ parentList: Range<Int>, areRuns: Bool) {
        if square.level <= 0, square.column << -square.level >= columns || square.row << -square.level >= rows {
            return
        }
        let start = lists.stack.count
        defer { lists.drop(to: start) }
        let box = box(of: square)
        let corners = Corners(box)
        budget -= parentList.count
        guard budget > 0 else { return write(CellGrid.unresolved, square) }
        var list = parentList
        var areRuns = areRuns
        if areRuns {
            list = lists.narrow(list, areRuns: true, corners)
            if list.count <= Self.fewRuns || square.level >= 0 {
                list = lists.expand(list)
                areRuns = false
            }
        }
        if !areRuns { list = lists.narrow(list, areRuns: false, corners) }
        if square.level == 0 { zonesAround = table.zoneTree.search(box) }
        if !areRuns, list.count <= Self.fewCandidates || square.level == CellGrid.depth {
            write(leaf(list, box, corners, isSmall: square.level >= 0), square)
        } else if square.level == 0 {
            cutLarge(square, list)
        } else {
            cut(square, list, areRuns: areRuns)
        }
    }

    /// Cuts a large cell into small ones, no finer than needed.
    private mutating func cutLarge(_ square: Square, _ list: Range<Int>) {
        deepest = 0
        cut(square, list, areRuns: false)
        let word = CellGrid.cut | UInt32(deepest) << 28 | UInt32(small.count)
        let step = 1 << (CellGrid.depth - deepest)
        for row in stride(from: 0, to: 1 << CellGrid.depth, by: step) {
            for column in stride(from: 0, to: 1 << CellGrid.depth, by: step) {
                small.append(block[row << CellGrid.depth + column])
            }
        }
        large[square.row * columns + square.column] = word
    }

    /// Sets the word of all cells that a square covers.
    private mutating func write(_ word: UInt32, _ square: Square) {
        if square.level <= 0 {
            let shift = -square.level
            for row in square.row << shift..<min((square.row + 1) << shift, rows) {
                for column in square.column << shift..<min((square.column + 1) << shift, columns) {
                    large[row * columns + column] = word
                }
            }
        } else {
            deepest = max(deepest, square.level)
            let shift = CellGrid.depth - square.level
            let mask = 1 << CellGrid.depth - 1
            let column = square.column << shift & mask
            for row in square.row << shift & mask..<(square.row << shift & mask) + 1 << shift {
                for c in column..<column + 1 << shift { block[row << CellGrid.depth + c] = word }
            }
        }
    }

    /// Makes the leaf of a square and gives its word.
    private mutating func leaf(_ list: Range<Int>, _ box: Box, _ corners: Corners, isSmall: Bool) -> UInt32 {
        guard !list.isEmpty, list.count < 1 << 16 else { return CellGrid.unresolved }
        let start = leaves.count
        leaves.append(contentsOf: repeatElement(0, count: MemoryLayout<CellGrid.Leaf>.stride / 4))
        let first = leaves.count
        for edge in lists.stack[list] where touches(Int(edge), box, corners) { leaves.append(edge) }
        let touching = first..<leaves.count
        for edge in lists.stack[list] where !touches(Int(edge), box, corners) { leaves.append(edge) }
        // An even number, for the alignment of the next leaf and because edges are looked at in pairs.
        if leaves.count % 2 != 0 { leaves.append(leaves[leaves.count - 1]) }

        let center = box.center
        let zones = (
            table.zones[Int(lists.stack[list.lowerBound])], table.zones[Int(lists.stack[list.upperBound - 1])]
        )
        var leaf = CellGrid.Leaf(
            count: UInt16(list.count), touching: UInt16(touching.count), kind: .uniform, isInside: false, isAlone: true,
            zone: -1, other: -1, nearestZone: zones.0 == zones.1 ? zones.0 : -1, column: center.x)
        classify(&leaf, touching, center, isSmall ? zonesAround : table.zoneTree.search(Box(center, center)))
        leaves.withUnsafeMutableBytes { $0.storeBytes(of: leaf, toByteOffset: 4 * start, as: CellGrid.Leaf.self) }
        return UInt32(start) | (leaf.kind == .uniform && leaf.zone < 0 ? CellGrid.outside : 0)
    }

    private func touches(_ edge: Int, _ box: Box, _ corners: Corners) -> Bool {
        table.edges[edge].box.intersects(box) && corners.areSplit(by: table.edges[edge])
    }

    /// Finds out which zones are there.
    private mutating func classify(_ leaf: inout CellGrid.Leaf, _ touching: Range<Int>, _ center: Point, _ zones: [Int])
    {
        if !touching.isEmpty {
            leaf.zone = table.zones[Int(leaves[touching.lowerBound])]
            leaf.kind = table.zones[Int(leaves[touching.upperBound - 1])] == leaf.zone ? .one : .several
        }
        budget -= 16 * zones.count
        for zone in zones {
            let location = table.locate(center, inZone: zone)
            if leaf.kind != .uniform && zone == Int(leaf.zone) {
                if location == .border { leaf.kind = .several }
                leaf.isInside = location == .inside
            } else if location != .outside {
                if leaf.other < 0 { leaf.other = Int32(zone) } else { leaf.isAlone = false }
            }
        }
        if leaf.kind == .uniform {
            (leaf.zone, leaf.other) = (leaf.other, -1)
        } else {
            if leaf.other >= 0 { leaf.isAlone = false }
            for i in touching where crosses(table.edges[Int(leaves[i])], center) { leaf.isInside.toggle() }
        }
    }

    /// True when the edge crosses the column of the centre below it: what the count of a query will start from.
    private func crosses(_ edge: Segment, _ center: Point) -> Bool {
        guard (edge.a.x > center.x) != (edge.b.x > center.x) else { return false }
        return (orientation(edge.a, edge.b, center) > 0) == (edge.b.x > center.x)
    }
}
