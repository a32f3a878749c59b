import Foundation
import Geodesy
import Perimeters
public import Planar
import Topology

/// What no place covers: for each perimeter and distance the ground that is left, and the points on it.
public struct Gaps: Sendable {
    /// What is left of a perimeter.
    public struct Gap: Sendable {
        /// The perimeter, an index into the atlas.
        public let perimeter: Int
        /// The distance, an index into the options of the coverage.
        public let distance: Int
        /// Square metres, exact: the perimeter's area less what discs that are discs cover of it.
        public let area: Double
        /// The ground, in metres of the territory's CRS; arcs are chords that are nowhere farther than ``chordError`` from them.
        public let shape: MultiPolygon
        /// The weight of its points; nil when none were asked for.
        public let weight: Double?
        /// How many streets have an address in it; nil when the points are not addresses.
        public let streets: Int?
        /// Its points, and how far the nearest place is; infinite without a place.
        package let members: [(member: Population.Member, distance: Double)]
    }

    /// How far a chord is from its arc at most, in metres.
    public static let chordError = 0.01
    /// Ground smaller than this, in square metres, is left out: what chords leave beside an arc is no ground.
    public static let leastPart = 1.0

    /// Those that have ground or a point, by perimeter and distance.
    public let gaps: [Gap]
    /// The perimeters of which nobody can say what is left, indices into the atlas: see ``Coverage/Row/isKnown``.
    public let unknown: [Int]

    /// Finds what is left, by overlay (GEOS), perimeter by perimeter.
    ///
    /// - Throws: ``DifferenceError`` when GEOS refuses an overlay.
    public init(_ coverage: Coverage) throws {
        let all = coverage.rows.filter { $0.category == nil }
        let known = Set(all.filter(\.isKnown).compactMap(\.perimeter))
        unknown = coverage.atlas.perimeters.indices.filter { !known.contains($0) }
        var gaps: [Gap] = []
        let topology = TopologyContext()
        for region in coverage.atlas.regions {
            let here = coverage.places.items.filter { $0.territory == region.territory }.map(\.position)
            let index = PointIndex(here)
            for i in region.perimeters where known.contains(i) {
                for d in coverage.options.distances.indices {
                    let reach = coverage.options.reach(coverage.options.distances[d])
                    let row = coverage.rows[i * coverage.categories.count]
                    let area = max(0, row.area - row.within[d].area)
                    let members = coverage.population.map { population in
                        population.members[i].compactMap { member -> (Population.Member, Double)? in
                            let distance = index.nearest(to: member.position)?.distance ?? .infinity
                            return distance <= reach ? nil : (member, distance)
                        }
                    }
                    if area < Self.leastPart, members?.isEmpty ?? true { continue }
                    var shape = MultiPolygon()
                    if area >= Self.leastPart {
                        do {
                            shape = try Self.rest(coverage.atlas.perimeters[i].shape, index, here, reach, topology)
                        } catch {
                            throw DifferenceError(
                                perimeters: [coverage.atlas.perimeters[i].code], reason: error.description)
                        }
                    }
                    let isAddresses = coverage.population?.unit == .addresses
                    gaps.append(
                        Gap(
                            perimeter: i, distance: d, area: area, shape: shape,
                            weight: members.map { $0.reduce(0) { $0 + $1.0.weight } },
                            streets: isAddresses ? members.map { Set($0.map(\.0.street)).count } : nil,
                            members: members ?? []))
                }
            }
        }
        self.gaps = gaps.sorted { ($0.perimeter, $0.distance) < ($1.perimeter, $1.distance) }
    }

    /// A shape less the discs that reach it.
    private static func rest(
        _ shape: MultiPolygon, _ index: PointIndex, _ points: [Point], _ reach: Double, _ topology: TopologyContext
    ) throws(TopologyError) -> MultiPolygon {
        let box = shape.box
        let half = Point(x: box.maxX, y: box.maxY).distance(to: box.center)
        var discs: [MultiPolygon] = []
        index.forEach(within: reach + half, of: box.center) { i, _ in
            if box.squaredDistance(to: points[i]) < reach * reach {
                discs.append(MultiPolygon(polygons: [disc(points[i], reach)]))
            }
        }
        var rest = shape
        if !discs.isEmpty { rest = try topology.difference(shape, topology.union(of: discs)) }
        rest.polygons.removeAll { $0.area < leastPart }
        return rest
    }

    /// A disc as a polygon whose corners lie on the circle.
    static func disc(_ center: Point, _ radius: Double) -> Polygon {
        // The rise of a chord over the angle 2π/n is r(1 − cos(π/n)).
        let rise = min(chordError / radius, 1)
        let count = max(8, Int((.pi / acos(1 - rise)).rounded(.up)))
        var ring = (0..<count).map { corner -> Point in
            let angle = 2 * .pi * Double(corner) / Double(count)
            return Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
        }
        ring.append(ring[0])
        return Polygon(exterior: ring)
    }
}
