import Planar
import Topology

extension Atlas {
    /// Pairs of perimeters that have a point in common, if only one of their borders: indices into the atlas, the lower first.
    ///
    /// A place there is in both: its row has one code, and the other in a column of its own. GEOS is asked about the pairs whose
    /// boxes meet; a shape that it cannot read meets nothing. Milliseconds for the country. Of perimeters that lie over each other
    /// in heaps the first ``mostPairs`` pairs are looked at.
    public var meetingPairs: [(Int, Int)] {
        let topology = TopologyContext()
        var pairs: [(Int, Int)] = []
        var left = Self.mostPairs
        for region in regions {
            let zones = region.perimeters.indices.filter { !region.isAlone[$0] }
                .sorted { region.index.box(ofZone: $0).minX < region.index.box(ofZone: $1).minX }
            for (rank, a) in zones.enumerated() {
                let box = region.index.box(ofZone: a)
                for b in zones[(rank + 1)...] {
                    if region.index.box(ofZone: b).minX > box.maxX { break }
                    guard box.intersects(region.index.box(ofZone: b)) else { continue }
                    let (first, second) = (region.perimeters[min(a, b)], region.perimeters[max(a, b)])
                    // Two shapes under one code are no two perimeters.
                    if perimeters[first].code == perimeters[second].code { continue }
                    left -= 1
                    if left < 0 { return pairs.sorted { $0 < $1 } }
                    let meets = try? topology.intersects(perimeters[first].shape, perimeters[second].shape)
                    if meets ?? false { pairs.append((first, second)) }
                }
            }
        }
        return pairs.sorted { $0 < $1 }
    }

    /// The most pairs of perimeters that are compared: a hundred times those of the country.
    public static let mostPairs = 20_000
}
