import Planar
import TestSupport
import Testing

@Suite("Trees of points and boxes") struct TreeTests {
    @Test("nearest points agree with sorting all", arguments: [0, 1, 2, 15, 16, 17, 18, 100, 1000], [0.0, 1, 50])
    func points(count: Int, snap: Double) {
        let seed: UInt64 = 41
        var random = SeededGenerator(seed: seed)
        let field = Box(minX: 6e5, minY: 6.8e6, maxX: 6e5 + 1000, maxY: 6.8e6 + 1000)
        func draw() -> Point {
            let p = random.point(in: field)
            return snap > 0 ? Point(x: (p.x / snap).rounded() * snap, y: (p.y / snap).rounded() * snap) : p
        }
        var points = (0..<count).map { _ in draw() }
        if count > 2 { points[1] = Point(x: .nan, y: 0) }
        let index = PointIndex(points)
        for _ in 0..<200 {
            let p = draw()
            let sorted = points.enumerated().filter(\.element.isFinite)
                .map { (index: $0.offset, distance: $0.element.distance(to: p)) }
                .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
            #expect(index.nearest(to: p)?.index == sorted.first?.index, "seed \(seed)")
            #expect(index.nearest(to: p)?.distance == sorted.first?.distance, "seed \(seed)")
            for k in [0, 1, 5, count + 3] {
                #expect(index.nearest(k, to: p).map(\.index) == sorted.prefix(k).map(\.index), "seed \(seed), k \(k)")
            }
            for radius in [0, 30, sorted.dropFirst(3).first?.distance ?? 7, .infinity] {
                let expected = sorted.filter { $0.distance <= radius }.map(\.index)
                // A radius equal to a rounded root may lose its own point, never another.
                let found = index.within(radius: radius, of: p).map(\.index)
                let loose = sorted.filter { $0.distance <= radius.nextDown }.map(\.index)
                #expect(found == expected || found == loose, "seed \(seed), radius \(radius)")
            }
        }
        #expect(index.nearest(to: Point(x: .nan, y: 0)) == nil)
        #expect(index.within(radius: -1, of: Point(x: 0, y: 0)).isEmpty)
    }

    @Test("boxes found agree with looking at all", arguments: [0, 1, 2, 16, 17, 256, 257, 3000])
    func boxes(count: Int) {
        let seed: UInt64 = 42
        var random = SeededGenerator(seed: seed)
        let field = Box(minX: -500, minY: 0, maxX: 500, maxY: 1000)
        func draw() -> Box {
            let p = random.point(in: field)
            return Box(p, Point(x: p.x + Double(random.int(0...40)), y: p.y + Double(random.int(0...40))))
        }
        var boxes = (0..<count).map { _ in draw() }
        if count > 2 {
            boxes[0] = .empty
            boxes[1] = Box(minX: .nan, minY: 0, maxX: 1, maxY: 1)
        }
        let index = BoxIndex(boxes)
        #expect(index.count == boxes.count { !$0.isEmpty })
        for _ in 0..<300 {
            let query = draw()
            #expect(index.search(query) == boxes.indices.filter { boxes[$0].intersects(query) }, "seed \(seed)")
            let p = random.point(in: field)
            var near: [Int] = []
            index.forEach(within: 50, of: p) { near.append($0) }
            #expect(near.sorted() == boxes.indices.filter { boxes[$0].squaredDistance(to: p) <= 2500 }, "seed \(seed)")
            var around: [Int] = []
            index.forEach(containing: p) { around.append($0) }
            #expect(around.sorted() == boxes.indices.filter { boxes[$0].contains(p) }, "seed \(seed)")
        }
        #expect(index.search(.empty).isEmpty)
    }
}
