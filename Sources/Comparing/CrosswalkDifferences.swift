import Geodesy
public import Interchange
import Perimeters
import Planar
import Threads
import Topology

/// The ground that two vintages share, that was lost and that was gained, as shapes: by overlay (GEOS), pair by pair.
public struct CrosswalkDifferences: Sendable {
    /// What became of the ground.
    public enum Change: String, Sendable {
        /// In the old perimeter and in the new one.
        case kept
        /// In the old perimeter and in no new one.
        case lost
        /// In the new perimeter and in no old one.
        case gained
    }

    /// Parts smaller than this, in square metres, are left out: two drawings of one border, no ground.
    public static let leastPart = 1.0

    private let crosswalk: Crosswalk
    /// For each old perimeter its partners, and for each new one.
    private let partners: (old: [[Int]], new: [[Int]])

    /// Prepares the shapes of a crosswalk.
    public init(_ crosswalk: Crosswalk) {
        self.crosswalk = crosswalk
        var partners = (
            old: [[Int]](repeating: [], count: crosswalk.old.count),
            new: [[Int]](repeating: [], count: crosswalk.new.count)
        )
        for row in crosswalk.rows {
            guard let i = row.old, let j = row.new else { continue }
            partners.old[i].append(j)
            partners.new[j].append(i)
        }
        self.partners = partners
    }

    /// Writes all as a GeoJSON FeatureCollection in longitude and latitude (RFC 7946, 7 decimals): for each old perimeter what is kept
    /// in each new one and what is lost, then for each new one what is gained.
    ///
    /// Members: `change`, `old_code`, `new_code` (null where there is none) and `area_m2`, in the territory's metric CRS.
    ///
    /// - Parameters:
    ///   - threads: how many overlays are under way at once; the bytes do not depend on it.
    ///   - write: takes the bytes, in order.
    /// - Throws: ``DifferenceError`` when GEOS refuses an overlay; ``GeodesyError``; what `write` throws.
    public func write(threads: Int, to write: (OutputBuffer) throws -> Void) async throws {
        var writer = GeoJSONWriter()
        let step = 16
        let count = crosswalk.old.count + crosswalk.new.count
        var starts = stride(from: 0, to: count, by: step).makeIterator()
        try await orderedPipeline(width: threads) {
            starts.next()
        } transform: { start in
            var overlay = Overlay()
            return try (start..<min(start + step, count)).flatMap { try features($0, &overlay) }
        } emit: { features in
            for feature in features { writer.append(feature) }
            try write(writer.output)
            writer.removeAll()
        }
        writer.finish()
        try write(writer.output)
    }

    /// The features of one perimeter: of an old one, or past those of a new one.
    private func features(_ number: Int, _ overlay: inout Overlay) throws -> [Feature] {
        let isOld = number < crosswalk.old.count
        let index = isOld ? number : number - crosswalk.old.count
        let perimeter = isOld ? crosswalk.old[index] : crosswalk.new[index]
        let others =
            isOld ? partners.old[index].map { crosswalk.new[$0] } : partners.new[index].map { crosswalk.old[$0] }
        guard let territory = perimeter.territory, !perimeter.shape.isEmpty else { return [] }
        var features: [Feature] = []
        func add(_ change: Change, _ shape: MultiPolygon, old: String?, new: String?) throws {
            let feature = try overlay.feature(change, shape, old: old, new: new, territory)
            features += [feature].compactMap(\.self)
        }
        do {
            if isOld {
                for other in others {
                    let kept =
                        other.shape == perimeter.shape
                        ? perimeter.shape : try overlay.topology.intersection(perimeter.shape, other.shape)
                    try add(.kept, kept, old: perimeter.code, new: other.code)
                }
            }
            if others.contains(where: { $0.shape == perimeter.shape }) { return features }
            var rest = perimeter.shape
            if !others.isEmpty {
                let covered = try overlay.topology.union(of: others.map(\.shape))
                rest = try overlay.topology.difference(perimeter.shape, covered)
            }
            try add(
                isOld ? .lost : .gained, rest, old: isOld ? perimeter.code : nil, new: isOld ? nil : perimeter.code)
        } catch let error as TopologyError {
            throw DifferenceError(perimeters: [perimeter.code] + others.map(\.code), reason: error.description)
        }
        return features
    }

    /// What one task needs for itself: GEOS and projections belong to one thread at a time.
    private struct Overlay {
        let topology = TopologyContext()
        private var projectors: [Territory: Projector] = [:]

        /// The feature of a shape in metres, nil when nothing of it is large enough.
        mutating func feature(
            _ change: Change, _ shape: MultiPolygon, old: String?, new: String?, _ territory: Territory
        ) throws -> Feature? {
            var shape = MultiPolygon(polygons: shape.polygons.filter { $0.area >= leastPart })
            guard !shape.polygons.isEmpty else { return nil }
            let area = shape.area
            if projectors[territory] == nil {
                projectors[territory] = try Projector(from: .wgs84, to: territory.metricCRS)
            }
            let projector = projectors[territory]!
            for p in shape.polygons.indices {
                projector.inverse(&shape.polygons[p].exterior)
                for h in shape.polygons[p].holes.indices { projector.inverse(&shape.polygons[p].holes[h]) }
            }
            return Feature(
                properties: [
                    "change": .string(change.rawValue), "old_code": JSONValue(old), "new_code": JSONValue(new),
                    "area_m2": JSONValue(area, decimals: 1),
                ], geometry: .multiPolygon(shape))
        }
    }
}
