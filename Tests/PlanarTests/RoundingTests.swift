import Testing

@testable import Planar

@Suite("A zone with rounded coordinates")
struct RoundingTests {
    private func ring(_ places: [(Double, Double)]) -> [Point] { places.map { Point(x: $0.0, y: $0.1) } }

    @Test("vertices that fall together are one, and the ring stays closed")
    func repeated() {
        let open = ring([(0, 0), (0.004, 0.003), (1, 0), (1, 1.001), (1, 0.999), (0.001, 0.001)])
        let rounded = MultiPolygon(polygons: [Polygon(exterior: open)]).rounded(decimals: 2)
        #expect(rounded.polygons == [Polygon(exterior: ring([(0, 0), (1, 0), (1, 1), (0, 0)]))])
        #expect(rounded.rounded(decimals: 2) == rounded)
    }

    @Test("a ring without area goes, a hole alone, an exterior with its holes")
    func vanishing() {
        let square = ring([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])
        let sliver = ring([(0.2, 0.2), (0.8, 0.2), (0.8, 0.2001), (0.2, 0.2)])
        let spike = ring([(0.2, 0.2), (0.8, 0.2), (0.5, 0.2001), (0.2, 0.2)])
        let zone = MultiPolygon(polygons: [
            Polygon(exterior: square, holes: [sliver, spike]), Polygon(exterior: sliver, holes: [square]),
            Polygon(exterior: []),
        ])
        #expect(zone.rounded(decimals: 3).polygons == [Polygon(exterior: square)])
        #expect(zone.rounded(decimals: 4).polygons[0].holes.count == 2)
    }
}
