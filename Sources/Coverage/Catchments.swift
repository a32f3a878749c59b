public import Perimeters
import Planar
public import Provenance
import Tables
import Topology

/// How much of each perimeter lies in the declared catchment of a place: polygons that somebody drew, never a distance.
public struct Catchments: Sendable {
    /// A perimeter and the catchments of the places of one category, or of all.
    public struct Row: Sendable, Equatable {
        /// The perimeter, an index into the atlas.
        public let perimeter: Int
        /// The category; nil for all places.
        public let category: String?
        /// The share of its area; nil when it has none.
        public let areaShare: Double?
        /// The share of its points; nil when there are none.
        public let weightShare: Double?
    }

    /// One row for each perimeter, then for each category that has a catchment when there are several.
    public let rows: [Row]
    /// The codes of catchments that are neither the identifier of a place nor a category: they count for nothing.
    public let unmatched: [String]
    /// Where they come from.
    public let source: SourceFile

    /// Lays catchments over the perimeters of a coverage.
    ///
    /// - Parameter file: polygons whose code is the identifier of a place, else the name of a category.
    /// - Throws: ``DifferenceError`` when GEOS refuses an overlay.
    public init(_ file: PerimeterFile, over coverage: Coverage) throws {
        source = file.source
        let ids = Dictionary(
            coverage.places.items.filter { !$0.id.isEmpty }.map { ($0.id, $0.category) },
            uniquingKeysWith: { a, _ in a })
        let categories = Dictionary(
            coverage.places.items.map { (ColumnNames.fold($0.category), $0.category) }, uniquingKeysWith: { a, _ in a })
        var known: [(shape: Perimeter, category: String)] = []
        var unmatched: [String] = []
        for perimeter in file.perimeters {
            if let category = ids[perimeter.code] ?? categories[ColumnNames.fold(perimeter.code)] {
                known.append((perimeter, category))
            } else {
                unmatched.append(perimeter.code)
            }
        }
        self.unmatched = Set(unmatched).sorted()
        let present = Set(known.map(\.category)).sorted { ColumnNames.order($0, $1) }
        let asked: [String?] = [nil] + (present.count > 1 ? present : [])
        let topology = TopologyContext()
        var rows: [Row] = []
        for (i, perimeter) in coverage.atlas.perimeters.enumerated() {
            for category in asked {
                let shapes = known.filter { catchment in
                    (category == nil || catchment.category == category)
                        && catchment.shape.territory == perimeter.territory
                        && catchment.shape.shape.box.intersects(perimeter.shape.box)
                }.map(\.shape.shape)
                rows.append(
                    Row(
                        perimeter: i, category: category,
                        areaShare: try Self.share(of: perimeter, shapes, topology),
                        weightShare: coverage.population.flatMap { Self.share(of: $0.members[i], shapes) }))
            }
        }
        self.rows = rows
    }

    private static func share(
        of perimeter: Perimeter, _ shapes: [MultiPolygon], _ topology: TopologyContext
    ) throws -> Double? {
        guard perimeter.area > 0 else { return nil }
        if shapes.isEmpty { return 0 }
        do {
            let shared = try topology.intersectionArea(perimeter.shape, topology.union(of: shapes))
            return min(1, shared / perimeter.area)
        } catch {
            throw DifferenceError(perimeters: [perimeter.code], reason: error.description)
        }
    }

    private static func share(of members: [Population.Member], _ shapes: [MultiPolygon]) -> Double? {
        let total = members.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        let index = ZoneIndex(shapes)
        return members.reduce(0) { $0 + (index.firstZone(at: $1.position) == nil ? 0 : $1.weight) } / total
    }
}
