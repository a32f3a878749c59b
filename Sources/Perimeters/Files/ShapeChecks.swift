package import Planar
import Topology

/// The shapes of a region that were not checked on reading: each is, and is repaired, before an answer rests on it.
///
/// A repair moves no border and keeps what is inside by the even-odd rule, at most it takes pieces of border away. So an
/// answer is final when the nearest border is that of a checked shape and no other shape comes within the radius.
package struct ShapeChecks {
    /// The trees of the shapes as they are now.
    package private(set) var index: ZoneIndex
    /// The ground that the repairs so far took or gave.
    package private(set) var disputed = DisputedGround()
    private var shapes: [MultiPolygon]
    private var unchecked: [Int]
    private let topology = TopologyContext()

    package init(_ region: AtlasRegion, _ perimeters: [Perimeter]) {
        shapes = region.perimeters.map { perimeters[$0].shape }
        unchecked = region.unchecked
        index = region.index
    }

    /// The index to ask about a position, with every shape that the answer may rest on repaired.
    package mutating func index(for position: Point, _ radius: Double) -> ZoneIndex {
        while true {
            let nearest = index.locate(position).nearestZone
            let due = unchecked.filter {
                $0 == nearest || index.box(ofZone: $0).squaredDistance(to: position) <= radius * radius
            }
            if due.isEmpty { return index }
            for zone in due {
                // What GEOS cannot repair stays as it is: membership goes by the even-odd rule all the same.
                if let repair = try? topology.repaired(shapes[zone]) {
                    disputed.add(topology.disputed(shapes[zone], repair))
                    shapes[zone] = repair.geometry.oriented
                }
            }
            unchecked.removeAll(where: due.contains)
            index = ZoneIndex(shapes)
        }
    }
}
