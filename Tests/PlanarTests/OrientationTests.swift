import Planar
import TestSupport
import Testing

@Suite("Orientation") struct OrientationTests {
    /// The sign by integer arithmetic.
    private func integerSign(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
        func wide(_ x: Int, _ y: Int) -> Int128 { Int128(x) * Int128(y) }
        let value = wide(b.0 - a.0, c.1 - a.1) - wide(b.1 - a.1, c.0 - a.0)
        return value > 0 ? 1 : value < 0 ? -1 : 0
    }

    private func point(_ p: (Int, Int), scale: Double = 1) -> Point {
        Point(x: Double(p.0) * scale, y: Double(p.1) * scale)
    }

    @Test("left is +1, right is -1, on the line is 0")
    func plainCases() {
        let a = Point(x: 0, y: 0)
        let b = Point(x: 4, y: 2)
        #expect(orientation(a, b, Point(x: 0, y: 1)) == 1)
        #expect(orientation(a, b, Point(x: 1, y: 0)) == -1)
        #expect(orientation(a, b, Point(x: 8, y: 4)) == 0)
        #expect(orientation(a, a, b) == 0)
        #expect(orientation(a, b, Point(x: .nan, y: 0)) == 0)
        #expect(orientation(a, b, Point(x: .infinity, y: 0)) == 0)
    }

    @Test("nearly collinear points of 50 bits agree with integer arithmetic", arguments: [1.0, 0x1p-70, 0x1p60])
    func nearlyCollinear(scale: Double) {
        let seed: UInt64 = 11
        var random = SeededGenerator(seed: seed)
        var zeros = 0
        for _ in 0..<50_000 {
            let a = (random.int(-1000...1000), random.int(-1000...1000))
            let step = (random.int(1...100_000), random.int(-100_000...100_000))
            let far = (random.int(1...1_000_000_000), random.int(1...1_000_000_000))
            let b = (a.0 + step.0 * far.0, a.1 + step.1 * far.0)
            let c = (
                a.0 + step.0 * far.1 + random.int(-1...1), a.1 + step.1 * far.1 + random.int(-1...1)
            )
            let expected = integerSign(a, b, c)
            if expected == 0 { zeros += 1 }
            #expect(
                orientation(point(a, scale: scale), point(b, scale: scale), point(c, scale: scale)) == expected,
                "seed \(seed): \(a) \(b) \(c)")
        }
        #expect(zeros > 1000)
    }

    @Test("coordinates of very different sizes agree with integer arithmetic")
    func mixedSizes() {
        let seed: UInt64 = 12
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50_000 {
            func coordinate() -> Int { random.int(-(1 << 53)...(1 << 53)) >> random.int(0...52) }
            let a = (coordinate(), coordinate())
            let b = (coordinate(), coordinate())
            let c = random.int(0...1) == 0 ? (2 * a.0 - b.0, 2 * a.1 - b.1) : (coordinate(), coordinate())
            guard abs(c.0) <= 1 << 53, abs(c.1) <= 1 << 53 else { continue }
            #expect(
                orientation(point(a), point(b), point(c)) == integerSign(a, b, c), "seed \(seed): \(a) \(b) \(c)")
        }
    }

    @Test("turning the three points round keeps the sign, swapping two reverses it")
    func symmetry() {
        let seed: UInt64 = 13
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20_000 {
            let a = random.point(in: Box(minX: 6.8e6, minY: 1e6, maxX: 6.8e6 + 1e-8, maxY: 1e6 + 1e-9))
            let b = random.point(in: Box(minX: 6.8e6, minY: 1e6, maxX: 6.8e6 + 1e-8, maxY: 1e6 + 1e-9))
            let c = random.point(in: Box(minX: 6.8e6, minY: 1e6, maxX: 6.8e6 + 1e-8, maxY: 1e6 + 1e-9))
            let sign = orientation(a, b, c)
            #expect(orientation(b, c, a) == sign, "seed \(seed)")
            #expect(orientation(c, a, b) == sign, "seed \(seed)")
            #expect(orientation(b, a, c) == -sign, "seed \(seed)")
        }
    }
}
