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

    /// Builds the index; zones are known by their place in the array from then on.
    public init(_ zones: [MultiPolygon]) {
        table = EdgeTable(zones)
        grid = CellGrid.make(table)
    }

    /// Builds an index for a few questions: without the grid, so in a small part of the time; an answer is the same, and
    /// takes microseconds instead of nanoseconds.
    public init(forFewQuestions zones: [MultiPolygon]) {
        table = EdgeTable(zones)
        grid = .none
    }

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
