import Planar

/// Positions put in the order of the tiles they lie in, and located so: scratch memory of one worker.
struct TileSort {
    private var tiles: [Int] = []
    private var ends: [Int] = []
    private var order: [Int] = []
    private var points: [Point] = []
    private var locations: [ZoneLocation] = []

    /// Sorts positions by their tile, a number below `count`. O(n), by counting.
    mutating func sort(_ positions: [Point], into count: Int, _ tile: (Point) -> Int) {
        tiles.removeAll(keepingCapacity: true)
        ends = [Int](repeating: 0, count: count + 1)
        for p in positions {
            let tile = tile(p)
            tiles.append(tile)
            ends[tile + 1] += 1
        }
        for i in 1...count { ends[i] += ends[i - 1] }
        if order.count != positions.count {
            order = [Int](repeating: 0, count: positions.count)
            points = [Point](repeating: Point(x: 0, y: 0), count: positions.count)
            locations = [ZoneLocation](repeating: .nowhere, count: positions.count)
        }
        // Each start moves up to the next one's, so that what was the start is the end.
        for (i, tile) in tiles.enumerated() {
            let place = ends[tile]
            order[place] = i
            points[place] = positions[i]
            ends[tile] += 1
        }
    }

    /// Where the positions of a tile are in the order.
    func range(_ tile: Int) -> Range<Int> { (tile == 0 ? 0 : ends[tile - 1])..<ends[tile] }

    /// Locates the positions of a tile.
    mutating func locate(_ tile: Int, _ index: ZoneIndex) {
        let range = range(tile)
        points.withUnsafeBufferPointer { points in
            locations.withUnsafeMutableBufferPointer { locations in
                index.locate(.init(rebasing: points[range]), into: .init(rebasing: locations[range]))
            }
        }
    }

    /// Gives the place that each position had before, and its location.
    func forEach(_ body: (_ i: Int, _ location: ZoneLocation) -> Void) {
        for (place, i) in order.enumerated() { body(i, locations[place]) }
    }
}
