public import Gazetteer
import Geodesy
public import Interchange
public import Perimeters
package import Planar
public import Provenance
import Tables
public import Verdicts

/// What is to be near a place: the addresses of each perimeter, or weighted points such as dwellings.
///
/// A point counts where its position lies, border included, whatever its radius; an address by its best position when it has
/// several. In perimeters that overlap it counts in each, and once in all together.
public struct Population: Sendable {
    /// What is counted.
    public enum Unit: Sendable, Equatable {
        /// The addresses of a gazetteer, each once.
        case addresses
        /// The rows of a file, each once or with the weight in a column of this name.
        case points(weight: String?)
    }

    /// One point of a perimeter.
    package struct Member: Sendable {
        /// Metres in the territory's metric CRS.
        package let position: Point
        package let weight: Double
        /// The row of the gazetteer, or the number of the record.
        package let row: UInt32
        /// The street's number in the gazetteer; 0 for a point.
        package let street: UInt32
        /// Whether no perimeter before this one holds it.
        package let isFirst: Bool
    }

    /// What is counted.
    public let unit: Unit
    /// For each perimeter of the atlas, its points.
    package let members: [[Member]]
    /// Points of the file that are no place in France.
    public private(set) var notLocated = 0
    /// Points of the file, located or not.
    public private(set) var rows = 0
    /// Points of the file in no perimeter.
    public private(set) var outside = 0
    /// Weights of points in perimeters that cannot be read: such a point counts for nothing.
    public private(set) var unreadableWeights = 0
    /// Weights of points in perimeters that are below 0: such a point counts for nothing.
    public private(set) var negativeWeights = 0
    /// The file of points; nil for addresses.
    public private(set) var source: SourceFile?

    /// The addresses of a gazetteer in the perimeters of an atlas.
    ///
    /// Only those near a perimeter are looked at. O(communes + addresses near).
    ///
    /// - Throws: ``GeodesyError`` when PROJ cannot make a projection.
    public init(addressesOf gazetteer: Gazetteer, in atlas: Atlas) throws {
        unit = .addresses
        var members = [[Member]](repeating: [], count: atlas.perimeters.count)
        for region in atlas.regions {
            let projector = try Projector(from: .wgs84, to: region.territory.metricCRS)
            for (zone, i) in region.perimeters.enumerated() {
                let window = atlas.perimeters[i].window(margin: 0, projector)
                gazetteer.forEachAddress(in: window) { address in
                    let degrees = Point(x: address.longitude, y: address.latitude)
                    guard let position = projector.project(degrees),
                        region.index.locate(position, inZone: zone) != .outside
                    else { return }
                    members[i].append(
                        Member(
                            position: position, weight: 1, row: address.id, street: address.street,
                            isFirst: region.first(zone, at: position) == zone))
                }
            }
        }
        self.members = members
    }

    /// The points of a CSV in the perimeters of an atlas.
    ///
    /// Constant memory but for the points in perimeters; O(log n) a point.
    ///
    /// - Parameters:
    ///   - columns: where their positions are.
    ///   - weight: the column of their weights; nil counts each once.
    /// - Throws: `InterchangeError`; ``ColumnError`` when there is no such column; ``GeodesyError``.
    public init(
        pointsOf reader: any TableReader, at columns: RowPlan.CoordinateColumns, weight: String?, in atlas: Atlas
    ) throws {
        unit = .points(weight: weight)
        source = try SourceFile(streamed: reader.name)
        let weightColumn = try weight.map { try ColumnNames(reader.header.names).column(named: $0) }
        let surveyor = Surveyor(atlas)
        var positions = try PositionBatch(columns, radius: 0)
        var members = [[Member]](repeating: [], count: atlas.perimeters.count)
        var cells = CSVCells()
        while let batch = try reader.nextBatch() {
            try positions.read(batch, cells: &cells, surveyor)
            for row in 0..<batch.count {
                let place = positions.place(row)
                rows += 1
                guard place.isValid else {
                    notLocated += 1
                    continue
                }
                guard place.region >= 0, place.located.zone >= 0 else {
                    outside += 1
                    continue
                }
                var weight = 1.0
                if let weightColumn {
                    let text = batch.withRecord(row, using: &cells) { $0.text(weightColumn) }
                    guard let value = CellNumber(text).value else {
                        unreadableWeights += 1
                        continue
                    }
                    guard value >= 0 else {
                        negativeWeights += 1
                        continue
                    }
                    weight = value
                }
                let region = atlas.regions[place.region]
                region.index.forEachZone(at: place.grid) { zone, _ in
                    members[region.perimeters[zone]].append(
                        Member(
                            position: place.grid, weight: weight, row: UInt32(clamping: batch.firstRecord + row),
                            street: 0, isFirst: zone == place.located.zone))
                }
            }
        }
        self.members = members
    }

    /// The weight in all perimeters together, each point once.
    public var total: Double {
        members.reduce(0) { $0 + $1.reduce(0) { $0 + ($1.isFirst ? $1.weight : 0) } }
    }
}

extension AtlasRegion {
    /// The first zone that holds a point of a zone.
    package func first(_ zone: Int, at position: Point) -> Int {
        if isAlone[zone] { return zone }
        var first = zone
        index.forEachZone(at: position) { other, _ in first = min(first, other) }
        return first
    }
}
