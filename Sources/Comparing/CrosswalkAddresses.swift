public import Gazetteer
import Geodesy
public import Perimeters
import Planar

/// How many addresses lie in the perimeters of two vintages, and in both of each pair.
///
/// An address counts where its position lies (its best one when it has several), border included, whatever its radius: so the
/// counts add up, which verdicts with their uncertain part would not.
public struct CrosswalkAddresses: Sendable {
    /// For each old perimeter, the addresses in it.
    public let old: [Int]
    /// For each new perimeter, the addresses in it.
    public let new: [Int]
    /// For each row of the crosswalk, the addresses in both; 0 for a perimeter alone.
    public let shared: [Int]
    /// Addresses in any old perimeter, each once.
    public let inOld: Int
    /// Addresses in any new perimeter, each once.
    public let inNew: Int
    /// Addresses in an old and in a new perimeter, each once.
    public let inBoth: Int

    /// Counts the addresses of a gazetteer.
    ///
    /// Only those near a perimeter are looked at. O(communes + addresses near), about a microsecond an address.
    ///
    /// - Throws: ``GeodesyError`` when PROJ cannot make a projection.
    public init(_ crosswalk: Crosswalk, old: Atlas, new: Atlas, _ gazetteer: Gazetteer) throws {
        var inPerimeter = (
            old: [Int](repeating: 0, count: old.perimeters.count), new: [Int](repeating: 0, count: new.perimeters.count)
        )
        var pairs: [Pair: Int] = [:]
        var once = (old: 0, new: 0, both: 0)
        for region in old.regions {
            let other = new.regions.first { $0.territory == region.territory }
            try Self.visit(region, of: old, gazetteer) { i, isFirst, position in
                inPerimeter.old[i] += 1
                var isInNew = false
                other?.index.forEachZone(at: position) { zone, _ in
                    isInNew = true
                    pairs[Pair(old: i, new: other!.perimeters[zone]), default: 0] += 1
                }
                if isFirst { once.old += 1 }
                if isFirst, isInNew { once.both += 1 }
            }
        }
        for region in new.regions {
            try Self.visit(region, of: new, gazetteer) { j, isFirst, _ in
                inPerimeter.new[j] += 1
                if isFirst { once.new += 1 }
            }
        }
        (self.old, self.new) = inPerimeter
        (inOld, inNew, inBoth) = once
        shared = crosswalk.rows.map { row in
            guard let i = row.old, let j = row.new else { return 0 }
            return pairs[Pair(old: i, new: j)] ?? 0
        }
    }

    private struct Pair: Hashable {
        let old: Int
        let new: Int
    }

    /// Visits the addresses in each perimeter of a region.
    ///
    /// - Parameter body: given the perimeter, whether it is the first of those that hold the address, and the position in metres.
    private static func visit(
        _ region: AtlasRegion, of atlas: Atlas, _ gazetteer: Gazetteer, _ body: (Int, Bool, Point) -> Void
    ) throws {
        let projector = try Projector(from: .wgs84, to: region.territory.metricCRS)
        for (zone, i) in region.perimeters.enumerated() {
            gazetteer.forEachPosition(in: atlas.perimeters[i].window(margin: 0, projector)) { degrees in
                guard let position = projector.project(degrees),
                    region.index.locate(position, inZone: zone) != .outside
                else { return }
                var first = zone
                if !region.isAlone[zone] {
                    region.index.forEachZone(at: position) { other, _ in first = min(first, other) }
                }
                body(i, first == zone, position)
            }
        }
    }
}
