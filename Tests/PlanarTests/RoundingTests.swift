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

    @Test("a ring whose vertices come to lie on one line goes, whatever digits its decimals have")
    func onOneLine() {
        let square = ring([(2.2, 46.1), (2.25, 46.1), (2.25, 46.15), (2.2, 46.15), (2.2, 46.1)])
        let line = ring([(2.21, 46.11), (2.22020003, 46.12019997), (2.2303, 46.1303), (2.21, 46.11)])
        let other = ring([(2.26, 46.11), (2.27020003, 46.12019997), (2.2803, 46.1303), (2.26, 46.11)])
        let zone = MultiPolygon(polygons: [Polygon(exterior: square, holes: [line]), Polygon(exterior: other)])
        #expect(zone.rounded(decimals: 6).polygons == [Polygon(exterior: square)])
        #expect(zone.rounded(decimals: 8).polygons.count == 2)
    }
}
