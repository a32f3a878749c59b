import Planar
import TestSupport
import Testing

/// Where the zones lie and how large: tiny, around the origin, as in Lambert-93, huge.
struct Scene: CustomTestStringConvertible, Sendable {
    var name: String
    var box: Box
    var radius: Double
    var snap = 0.0
    var count: Int
    var testDescription: String { name }

    static let all = [
        Scene(
            name: "sparse, Lambert-93", box: Box(minX: 1e5, minY: 6e6, maxX: 1.2e6, maxY: 7e6), radius: 900, count: 300),
        Scene(name: "crowded", box: Box(minX: 6e5, minY: 6.8e6, maxX: 6.1e5, maxY: 6.81e6), radius: 900, count: 200),
        Scene(name: "integers", box: Box(minX: -40, minY: -40, maxX: 40, maxY: 40), radius: 6, snap: 1, count: 40),
        Scene(name: "tiny", box: Box(minX: 0, minY: 0, maxX: 1e-6, maxY: 1e-6), radius: 1e-7, count: 50),
        Scene(name: "huge", box: Box(minX: -1e15, minY: -1e15, maxX: 1e15, maxY: 1e15), radius: 1e14, count: 50),
        Scene(name: "few", box: Box(minX: 6e5, minY: 6.8e6, maxX: 6.1e5, maxY: 6.81e6), radius: 900, count: 5),
    ]
}

@Suite("Zone index") struct ZoneIndexTests {
    @Test("membership agrees with the exact location of every zone", arguments: Scene.all)
    func membership(_ scene: Scene) {
        let seed: UInt64 = 31
        var random = SeededGenerator(seed: seed)
        let zones = random.zones(scene.count, in: scene.box, radius: scene.radius, snap: scene.snap)
        let boxes = zones.map(\.box)
        let edges = allEdges(zones)
        let index = ZoneIndex(zones).refined()
        let around = index.box.union(scene.box).expanded(by: scene.radius)
        var inside = 0
        var onBorder = 0
        for _ in 0..<25_000 {
            let p = random.awkwardPoint(edges, in: around)
            var expected: [String] = []
            var first: Int?
            for zone in zones.indices where boxes[zone].contains(p) {
                let location = zones[zone].locate(p)
                if location == .outside { continue }
                if location == .border { onBorder += 1 }
                expected.append("\(zone) \(location)")
                first = first ?? zone
            }
            var found: [String] = []
            index.forEachZone(at: p) { found.append("\($0) \($1)") }
            if first != nil { inside += 1 }
            if found != expected || index.firstZone(at: p) != first || index.locate(p).zone != first ?? -1 {
                Issue.record("seed \(seed), \(scene.name): \(p) gives \(found), expected \(expected)")
            }
        }
        #expect(inside > 1000 && onBorder > 1000, "\(inside) inside, \(onBorder) on a border")
    }

    @Test("the trees alone and the grid answer the same, to the last bit", arguments: Scene.all)
    func treesAndGrid(_ scene: Scene) {
        let seed: UInt64 = 37
        var random = SeededGenerator(seed: seed)
        let zones = random.zones(scene.count, in: scene.box, radius: scene.radius, snap: scene.snap)
        let edges = allEdges(zones)
        let trees = ZoneIndex(zones)
        let grid = trees.refined()
        #expect(!trees.isRefined && grid.isRefined && grid.byteCount > trees.byteCount)
        let (box, middle) = (scene.box, scene.box.center)
        let quarters = [
            Box(Point(x: box.minX, y: box.minY), middle), Box(Point(x: box.maxX, y: box.minY), middle),
            Box(Point(x: box.maxX, y: box.maxY), middle), Box(Point(x: box.minX, y: box.maxY), middle),
        ].map { trees.refined(within: $0) }
        for _ in 0..<10_000 {
            let p = random.awkwardPoint(edges, in: scene.box.expanded(by: scene.radius))
            let same =
                trees.locate(p) == grid.locate(p) && trees.firstZone(at: p) == grid.firstZone(at: p)
                && trees.nearestBorder(to: p) == grid.nearestBorder(to: p)
            if !same || quarters.contains(where: { $0.locate(p) != grid.locate(p) }) {
                Issue.record("seed \(seed), \(scene.name): \(p): \(trees.locate(p)) and \(grid.locate(p))")
            }
        }
    }

    @Test("the nearest border agrees with a look at every edge", arguments: Scene.all)
    func nearest(_ scene: Scene) {
        let seed: UInt64 = 32
        var random = SeededGenerator(seed: seed)
        let zones = random.zones(scene.count, in: scene.box, radius: scene.radius, snap: scene.snap)
        let edges = allEdges(zones)
        let index = ZoneIndex(zones).refined()
        let near = index.box.union(scene.box).expanded(by: scene.radius)
        let far = near.expanded(by: 20 * max(near.width, near.height))
        for i in 0..<(20_000_000 / (edges.count + 1000)) {
            let p = random.awkwardPoint(edges, in: i % 50 == 0 ? far : near)
            var best = (distance: Double.infinity, zone: -1)
            for (zone, a, b) in edges {
                let distance = plainDistance(p, a, b)
                if distance < best.distance { best = (distance, zone) }
            }
            let border = index.nearestBorder(to: p)!
            let location = index.locate(p)
            let tolerance = max(1e-9, 1e-14 * best.distance) * min(1, scene.radius)
            let isRight =
                abs(border.distance - best.distance) <= tolerance && abs(location.distance - best.distance) <= tolerance
                && border.zone == location.nearestZone
                && abs(plainDistance(p, border.a, border.b) - best.distance) <= tolerance
                && edges.contains { $0.zone == border.zone && $0.a == border.a && $0.b == border.b }
                && abs(border.foot.distance(to: p) - best.distance) <= tolerance + 4 * (abs(p.x) + abs(p.y)).ulp
            // Another zone may only be named when it is as near to within rounding.
            let ofExpected = index.nearestBorder(to: p, ofZone: best.zone)!
            if !isRight || abs(ofExpected.distance - best.distance) > tolerance || ofExpected.zone != best.zone
                || (border.zone != best.zone && abs(ofExpected.distance - border.distance) > tolerance)
            {
                Issue.record("seed \(seed), \(scene.name): \(p) gives \(border) \(location), expected \(best)")
            }
            #expect(index.nearestBorder(to: p, within: border.distance) == border)
            if border.distance > 0 { #expect(index.nearestBorder(to: p, within: border.distance.nextDown) == nil) }
        }
    }

    @Test("edges within a radius are those found by looking at all", arguments: Scene.all)
    func edgesWithin(_ scene: Scene) {
        let seed: UInt64 = 33
        var random = SeededGenerator(seed: seed)
        let zones = random.zones(scene.count, in: scene.box, radius: scene.radius, snap: scene.snap)
        let edges = allEdges(zones)
        let index = ZoneIndex(zones).refined()
        var count = 0
        for _ in 0..<300 {
            let p = random.awkwardPoint(edges, in: scene.box)
            let radius = random.int(0...9) == 0 ? 0 : random.double(0...2 * scene.radius)
            func name(_ zone: Int, _ a: Point, _ b: Point) -> String { "\(zone) \(a.x) \(a.y) \(b.x) \(b.y)" }
            let expected = edges.filter { plainDistance(p, $0.a, $0.b) <= radius }.map { name($0.zone, $0.a, $0.b) }
            var found: [String] = []
            index.forEachEdge(within: radius, of: p) { found.append(name($0, $1, $2)) }
            count += found.count
            if found.sorted() != expected.sorted() {
                Issue.record("seed \(seed), \(scene.name): \(found.count) edges within \(radius) of \(p)")
            }
        }
        #expect(count > 1000)
    }

    @Test("zones that meet a box are found, whether an edge crosses it or the zone swallows it")
    func zonesInBox() {
        let seed: UInt64 = 34
        var random = SeededGenerator(seed: seed)
        let field = Box(minX: 0, minY: 0, maxX: 40, maxY: 40)
        let zones = random.zones(60, in: field, radius: 6, snap: 1)
        let index = ZoneIndex(zones).refined()
        for _ in 0..<2000 {
            let a = random.point(in: field)
            let box = Box(a, Point(x: a.x + random.double(0...4), y: a.y + random.double(0...4)))
            var found: [Int] = []
            index.forEachZone(intersecting: box) { found.append($0) }
            let corners = [
                a, Point(x: box.maxX, y: box.maxY), Point(x: box.minX, y: box.maxY), Point(x: box.maxX, y: box.minY),
            ]
            let sides = (0..<4).map { (corners[$0], corners[($0 + 1) % 4]) }
            let expected = zones.indices.filter { zone in
                if corners.contains(where: { zones[zone].locate($0) != .outside }) { return true }
                var meets = false
                zones[zone].forEachEdge { a, b in
                    if box.contains(a) { meets = true }
                    for (c, d) in [(corners[0], corners[1]), (corners[2], corners[3])] + sides
                    where orientation(a, b, c) * orientation(a, b, d) < 0
                        && orientation(c, d, a) * orientation(c, d, b) < 0
                    {
                        meets = true
                    }
                }
                return meets
            }
            #expect(found == expected, "seed \(seed): \(box)")
        }
    }

    @Test("no zones, empty zones and zones that are not finite give no answer")
    func nothing() {
        let broken = MultiPolygon(polygons: [
            Polygon(exterior: [Point(x: 0, y: 0), Point(x: .nan, y: 1), Point(x: 1, y: 1), Point(x: 0, y: 0)])
        ])
        let point = MultiPolygon(polygons: [Polygon(exterior: Array(repeating: Point(x: 1, y: 1), count: 4))])
        for zones in [[], [MultiPolygon()], [broken, MultiPolygon()], [point]] {
            let index = ZoneIndex(zones).refined()
            let p = Point(x: 0.5, y: 0.75)
            #expect(index.box.isEmpty && index.firstZone(at: p) == nil && index.nearestBorder(to: p) == nil)
            #expect(index.locate(p) == .nowhere)
            index.forEachZone(at: p) { _, _ in Issue.record("a zone") }
            index.forEachEdge(within: 10, of: p) { _, _, _ in Issue.record("an edge") }
            index.forEachZone(intersecting: Box(minX: -9, minY: -9, maxX: 9, maxY: 9)) { _ in Issue.record("a zone") }
            for zone in zones.indices { #expect(index.nearestBorder(to: p, ofZone: zone) == nil) }
        }
    }

    @Test("a point that is not finite is nowhere; one far away has its nearest border")
    func farAndNotFinite() {
        let index = ZoneIndex([rectangle(0, 0, 1, 1), rectangle(5, 0, 6, 1)]).refined()
        for bad in [Double.nan, .infinity, -.infinity] {
            for p in [Point(x: bad, y: 0.5), Point(x: 0.5, y: bad), Point(x: bad, y: bad)] {
                #expect(index.firstZone(at: p) == nil && index.nearestBorder(to: p) == nil)
                #expect(index.nearestBorder(to: p, ofZone: 0) == nil && index.locate(p) == .nowhere)
                index.forEachZone(at: p) { _, _ in Issue.record("a zone") }
                index.forEachEdge(within: .infinity, of: p) { _, _, _ in Issue.record("an edge") }
            }
        }
        #expect(index.nearestBorder(to: Point(x: 1e12, y: 0.5))?.zone == 1)
        #expect(index.nearestBorder(to: Point(x: -1e12, y: 0.5))?.distance == 1e12)
        #expect(index.nearestBorder(to: Point(x: 1e300, y: 0)) == nil)
        #expect(index.locate(Point(x: 1e300, y: 0)).zone == -1)
        #expect(index.nearestBorder(to: Point(x: 0.5, y: 0.5), within: .nan) == nil)
        #expect(index.nearestBorder(to: Point(x: 0.5, y: 0.5), within: -1) == nil)
    }

    @Test("zones piled upon each other are answered right, though no grid can tell them apart")
    func piled() {
        let seed: UInt64 = 35
        var random = SeededGenerator(seed: seed)
        let ring = random.star(at: Point(x: 6e5, y: 6.8e6), radius: 500, vertices: 40)
        let zone = MultiPolygon(polygons: [Polygon(exterior: ring)])
        let zones = [MultiPolygon()] + Array(repeating: zone, count: 100)
        let index = ZoneIndex(zones).refined()
        let edges = allEdges([zone])
        for _ in 0..<1000 {
            let p = random.awkwardPoint(edges, in: zone.box.expanded(by: 200))
            let location = zone.locate(p)
            let distance = edges.reduce(Double.infinity) { min($0, plainDistance(p, $1.a, $1.b)) }
            let found = index.locate(p)
            #expect(found.zone == (location == .outside ? -1 : 1) && found.nearestZone == 1, "seed \(seed): \(p)")
            #expect(abs(found.distance - distance) < 1e-9, "seed \(seed): \(p)")
        }
        #expect(index.byteCount < 1000 * index.edgeCount)
    }

    @Test("of equally near borders the lowest zone is named")
    func ties() {
        let zones = [rectangle(10, 0, 11, 1), rectangle(0, 0, 1, 1), rectangle(1, 0, 2, 1), rectangle(0, 0, 1, 1)]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]] {
            let index = ZoneIndex(order.map { zones[$0] }).refined()
            let touching = order.indices.filter { order[$0] != 0 }
            let p = Point(x: 1, y: 0.5)
            #expect(index.nearestBorder(to: p)?.zone == touching[0])
            #expect(index.firstZone(at: p) == touching[0])
            #expect(index.locate(p) == ZoneLocation(zone: touching[0], nearestZone: touching[0], distance: 0))
        }
    }
}
