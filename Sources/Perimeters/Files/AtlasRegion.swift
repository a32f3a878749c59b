package import Geodesy
package import Planar
import Synchronization

/// The perimeters of one territory, indexed in metres of its metric CRS.
///
/// The index is made of trees, which are there at once. The territory is divided into tiles, and a tile gets its grid when
/// so many questions have come there that building it pays: whoever asks the question that is one too many builds it, all
/// others go on with the trees meanwhile. Both give the same answers to the last bit.
package final class AtlasRegion: Sendable {
    package let territory: Territory
    /// For each zone of the index, its perimeter in the atlas.
    package let perimeters: [Int]
    /// For each zone, whether its box meets no other: then a point in it is in no other zone.
    package let isAlone: [Bool]
    /// The trees, for all the territory.
    package let index: ZoneIndex
    /// Zones whose shapes were not checked yet: see ``ShapeChecks``.
    package let unchecked: [Int]
    /// Where the repairs of its shapes took ground or gave it.
    package let disputed: DisputedGround
    /// How many questions a worker asks the trees in a tile before its grid pays: a question to the trees costs about as
    /// much as an edge in the grid.
    package let questionsBeforeRefinement: Int

    private static let tilesAlong = 5
    private let origin: Point
    private let side: Double
    private let tiles = Mutex([Int: Tile]())

    private enum Tile {
        case underWay
        case refined(ZoneIndex)
    }

    package init(
        _ territory: Territory, _ index: ZoneIndex, perimeters: [Int], unchecked: [Int],
        disputed: DisputedGround = DisputedGround()
    ) {
        self.disputed = disputed
        self.unchecked = unchecked
        self.territory = territory
        self.index = index
        self.perimeters = perimeters
        isAlone = Self.alone(perimeters.indices.map { index.box(ofZone: $0) })
        let box = index.box.expanded(by: max(index.box.width, index.box.height) / 20)
        origin = Point(x: box.minX, y: box.minY)
        side = max(box.width, box.height, 1) / Double(Self.tilesAlong)
        questionsBeforeRefinement = index.edgeCount / (2 * Self.tilesAlong * Self.tilesAlong)
    }

    /// The boxes that meet no other one, swept from west to east.
    private static func alone(_ boxes: [Box]) -> [Bool] {
        var isAlone = [Bool](repeating: true, count: boxes.count)
        let order = boxes.indices.sorted { boxes[$0].minX < boxes[$1].minX }
        for (rank, i) in order.enumerated() {
            for j in order[(rank + 1)...] {
                if boxes[j].minX > boxes[i].maxX { break }
                if boxes[i].intersects(boxes[j]) { (isAlone[i], isAlone[j]) = (false, false) }
            }
        }
        return isAlone
    }

    /// How many tiles there are.
    package var tileCount: Int { Self.tilesAlong * Self.tilesAlong }

    /// Into how many parts each side of a tile is divided where positions are sorted, as a power of two.
    private static let partsAlong = 3

    /// How many parts all tiles have.
    package var partCount: Int { tileCount << (2 * Self.partsAlong) }

    /// The parts of a tile.
    package func parts(ofTile tile: Int) -> Range<Int> {
        tile << (2 * Self.partsAlong)..<(tile + 1) << (2 * Self.partsAlong)
    }

    /// The part that a point lies in; the number of parts outside all.
    @inline(__always)
    package func part(at p: Point) -> Int {
        let scale = Double(1 << Self.partsAlong) / side
        let x = (p.x - origin.x) * scale
        let y = (p.y - origin.y) * scale
        let end = Double(Self.tilesAlong << Self.partsAlong)
        guard x >= 0, y >= 0, x < end, y < end else { return partCount }
        let column = Int(x)
        let row = Int(y)
        let tile = (row >> Self.partsAlong) * Self.tilesAlong + column >> Self.partsAlong
        let mask = 1 << Self.partsAlong - 1
        return tile << (2 * Self.partsAlong) + (row & mask) << Self.partsAlong + column & mask
    }

    /// The tile that a point lies in; nil outside all.
    @inline(__always)
    package func tile(at p: Point) -> Int? {
        let x = (p.x - origin.x) / side
        let y = (p.y - origin.y) / side
        guard x >= 0, y >= 0, x < Double(Self.tilesAlong), y < Double(Self.tilesAlong) else { return nil }
        return Int(y) * Self.tilesAlong + Int(x)
    }

    /// The index with the grid of a tile; nil while another worker builds it.
    package func refined(_ tile: Int) -> ZoneIndex? {
        let isMine = tiles.withLock { tiles in
            if tiles[tile] != nil { return false }
            tiles[tile] = .underWay
            return true
        }
        if isMine {
            let corner = Point(
                x: origin.x + Double(tile % Self.tilesAlong) * side, y: origin.y + Double(tile / Self.tilesAlong) * side
            )
            let refined = index.refined(within: Box(corner, Point(x: corner.x + side, y: corner.y + side)))
            tiles.withLock { $0[tile] = .refined(refined) }
            return refined
        }
        return ready(tile)
    }

    /// The index with the grid of a tile, when it has been built.
    package func ready(_ tile: Int) -> ZoneIndex? {
        tiles.withLock { tiles in
            if case .refined(let index) = tiles[tile] { index } else { nil }
        }
    }
}
