/// An index of many zones in one plane: which zone is here, and how far is the nearest border?
///
/// All answers about membership are exact: a point on an edge or a vertex is on the border, and belongs to the zone.
/// Inside is decided by the even-odd rule over all rings of a zone. Zones may touch, overlap and be empty; a zone with a
/// coordinate that is not finite counts as empty. Coordinates and distances are in the unit of the caller's plane
/// (metres of a metric reference system). A point that is not finite is in no zone and has no nearest border.
///
/// Immutable: any number of threads may ask at once, without locks and without allocation.
public struct ZoneIndex: Sendable {
    let table: EdgeTable
    let grid: CellGrid

    /// Builds the trees, in milliseconds for thousands of zones; zones are known by their place in the array from then on.
    ///
    /// A question then costs some microseconds. Before asking many, see ``refined()``. O(n log n) for n edges.
    public init(_ zones: [MultiPolygon]) {
        table = EdgeTable(zones)
        grid = .empty
    }

    private init(_ table: EdgeTable, _ grid: CellGrid) {
        self.table = table
        self.grid = grid
    }

    /// The same index with a grid of candidates, which answers exactly the same some fifteen times faster.
    ///
    /// Building the grid of all zones costs as much as a hundred thousand questions to the trees: about 3 µs for each edge.
    ///
    /// - Parameter box: where the grid is wanted; elsewhere the trees answer.
    public func refined(within box: Box? = nil) -> ZoneIndex {
        ZoneIndex(table, CellGridBuilder(table, within: box ?? .everything)?.grid() ?? .empty)
    }

    /// Whether the index has its grid, or could not be given one.
    public var isRefined: Bool { grid !== CellGrid.empty }

    /// The smallest box that holds all zones.
    public var box: Box { table.box }

    /// The number of zones, empty ones included.
    public var zoneCount: Int { table.zoneCount }

    /// The number of edges, those of no length left out.
    public var edgeCount: Int { table.edges.count }

    /// The bytes of memory that the index holds.
    public var byteCount: Int { table.byteCount + grid.byteCount }

    /// The smallest box that holds a zone; empty when the zone is.
    public func box(ofZone zone: Int) -> Box { table.zoneBoxes[checked(zone)] }

    func checked(_ zone: Int) -> Int {
        precondition(zone >= 0 && zone < table.zoneCount, "no such zone")
        return zone
    }
}
