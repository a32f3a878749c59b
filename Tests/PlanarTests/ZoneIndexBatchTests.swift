import Planar
import TestSupport
import Testing

@Suite("Zone index, many points at once") struct ZoneIndexBatchTests {
    @Test("many at once as one by one, as the trees, to the last bit", arguments: Scene.all)
    func manyAtOnce(_ scene: Scene) {
        let seed: UInt64 = 43
        var random = SeededGenerator(seed: seed)
        let zones = random.zones(scene.count, in: scene.box, radius: scene.radius, snap: scene.snap)
        let edges = allEdges(zones)
        let trees = ZoneIndex(zones)
        let half = Box(Point(x: scene.box.minX, y: scene.box.minY), scene.box.center)
        for index in [trees.refined(), trees.refined(within: half), trees] {
            for count in [0, 1, 127, 128, 129, 3000] {
                var points = (0..<count).map { _ in
                    random.awkwardPoint(edges, in: scene.box.expanded(by: scene.radius))
                }
                // Some blocks have points that the grid does not know, some have not.
                if count == 3000 {
                    points[200] = Point(x: .nan, y: 0)
                    points[1000] = Point(x: scene.box.maxX + 1e3 * scene.box.width, y: scene.box.minY)
                    points[2000] = Point(x: 0, y: -.infinity)
                }
                let locations = index.locate(points)
                let first = index.firstZones(at: points)
                #expect(locations.count == count && first.count == count)
                for (i, p) in points.enumerated() {
                    let same =
                        locations[i] == trees.locate(p) && locations[i] == index.locate(p)
                        && Int(first[i]) == trees.firstZone(at: p) ?? -1
                    if !same { Issue.record("seed \(seed), \(scene.name): \(p): \(locations[i]), \(trees.locate(p))") }
                }
            }
        }
    }

    @Test("where a point is said to be in one zone at most it is", arguments: Scene.all)
    func oneZoneAtMost(_ scene: Scene) {
        let seed: UInt64 = 44
        var random = SeededGenerator(seed: seed)
        let zones = random.zones(scene.count, in: scene.box, radius: scene.radius, snap: scene.snap)
        let edges = allEdges(zones)
        let index = ZoneIndex(zones).refined()
        var said = 0
        for _ in 0..<10_000 {
            let p = random.awkwardPoint(edges, in: scene.box.expanded(by: scene.radius))
            guard index.holdsOneZoneAtMost(p) else { continue }
            var count = 0
            index.forEachZone(at: p) { _, _ in count += 1 }
            said += count
            #expect(count <= 1, "seed \(seed), \(scene.name): \(p)")
        }
        #expect(said > (scene.name == "tiny" ? 0 : 100), "\(said)")
        #expect(!ZoneIndex(zones).holdsOneZoneAtMost(edges[0].a))
    }

    @Test("without a zone nothing is anywhere")
    func nothing() {
        let points = [Point(x: 0, y: 0), Point(x: .nan, y: 1)]
        for index in [ZoneIndex([]), ZoneIndex([]).refined(), ZoneIndex([MultiPolygon()]).refined()] {
            #expect(index.locate(points) == [.nowhere, .nowhere])
            #expect(index.firstZones(at: points) == [-1, -1])
        }
    }
}
