/// A grid of square cells, fine where borders are, that knows for each cell what can be found in it.
///
/// Large cells cover the plane; one that lies near borders is cut again into up to 64 × 64. A cell leads to a leaf: the
/// few edges that can be nearest to a point of it, and which zone is there. Points outside the grid, and cells that
/// would cost too much, are not resolved: the trees answer for them.
final class CellGrid: Sendable {
    /// The finest cells along the side of a large one, as a power of two.
    static let depth = 6
    /// The word of a cell that is not resolved.
    static let unresolved: UInt32 = 0
    /// Set in the word of a leaf that lies outside all zones.
    static let outside: UInt32 = 1 << 30
    /// Set in the word of a large cell that is cut. Then the power of two of its side, and where its cells start.
    static let cut: UInt32 = 1 << 31

    /// What is known of a leaf. The numbers of its edges follow it: those that touch the leaf, then the others, both
    /// ascending.
    struct Leaf: BitwiseCopyable {
        /// How many edges there are.
        var count: UInt16
        /// How many of them touch the leaf.
        var touching: UInt16
        /// What the touching edges and the zones around make of membership.
        var kind: Kind
        /// True when the reference for counting crossings is inside ``zone``.
        var isInside: Bool
        /// True when no point of the leaf can belong to two zones; of no meaning when the edges of several zones touch.
        var isAlone: Bool
        /// The zone whose edges touch, or that the leaf lies in; -1 when there is none.
        var zone: Int32
        /// The lowest other zone that the whole leaf lies in; -1 when there is none.
        var other: Int32
        /// The zone of all edges; -1 when they belong to several.
        var nearestZone: Int32
        /// The column from which crossings are counted.
        var column: Double

        enum Kind: UInt8 {
            /// No edge touches.
            case uniform
            /// The edges of one zone touch.
            case one
            /// The edges of several zones touch, or the reference lies on a border.
            case several
        }
    }

    let origin: Point
    /// Finest cells per unit of length.
    let scale: Double
    let columns: Int
    let rows: Int
    let large: Table<UInt32>
    let small: Table<UInt32>
    let leaves: Table<UInt32>

    /// A grid without cells: the trees answer for all points.
    static let empty = CellGrid(
        origin: Point(x: 0, y: 0), scale: 0, columns: 0, rows: 0, large: Table([]), small: Table([]), leaves: Table([]))

    init(
        origin: Point, scale: Double, columns: Int, rows: Int, large: Table<UInt32>, small: Table<UInt32>,
        leaves: Table<UInt32>
    ) {
        self.origin = origin
        self.scale = scale
        self.columns = columns
        self.rows = rows
        self.large = large
        self.small = small
        self.leaves = leaves
    }

    var byteCount: Int { large.byteCount + small.byteCount + leaves.byteCount }

    /// The word of the cell that holds the point, or `unresolved`.
    @inline(__always)
    func word(at p: Point) -> UInt32 {
        let x = (p.x - origin.x) * scale
        let y = (p.y - origin.y) * scale
        guard x >= 0, y >= 0, x < Double(columns << Self.depth), y < Double(rows << Self.depth) else {
            return Self.unresolved
        }
        let column = Int(x)
        let row = Int(y)
        let word = large[(row >> Self.depth) * columns + column >> Self.depth]
        return word & Self.cut == 0 ? word : small(word, row, column)
    }

    /// The word of the small cell that holds a finest cell of a large one that is cut.
    @inline(__always)
    func small(_ word: UInt32, _ row: Int, _ column: Int) -> UInt32 {
        let power = Int(word >> 28 & 7)
        let mask = 1 << Self.depth - 1
        let shift = Self.depth - power
        return small[Int(word & 0xFFF_FFFF) + ((row & mask) >> shift) << power + (column & mask) >> shift]
    }

    /// The leaf of a word that is resolved.
    @inline(__always)
    func leaf(_ word: UInt32) -> UnsafePointer<Leaf> {
        UnsafeRawPointer(leaves.base + Int(word & ~Self.outside)).assumingMemoryBound(to: Leaf.self)
    }

    /// The edges of a leaf.
    @inline(__always)
    static func edges(of leaf: UnsafePointer<Leaf>) -> UnsafePointer<UInt32> {
        UnsafeRawPointer(leaf + 1).assumingMemoryBound(to: UInt32.self)
    }
}
