/// The frame of the town: seven roads out of the central square and three rings across them, placed by hand.
///
/// Roads count anticlockwise from the east (0) to the south-east (6), rings outwards from the square (0). The river
/// runs from north to south just east of the outer ring; the neighbour commune begins on its other bank.
enum TownPlan {
    /// Where the middle of the square lies, in metres of Lambert-93. It means nothing: open country.
    static let origin = Point(640_000, 6_560_000)

    private static let nodes: [[Point]] = [
        [Point(60, 4), Point(300, -30), Point(820, 15), Point(1200, -95)],
        [Point(44, 40), Point(285, 185), Point(520, 600), Point(1030, 740)],
        [Point(-20, 60), Point(-40, 400), Point(75, 850), Point(-20, 1250)],
        [Point(-56, 30), Point(-340, 265), Point(-560, 560), Point(-1010, 850)],
        [Point(-60, -20), Point(-265, -70), Point(-905, -225), Point(-1330, -250)],
        [Point(-16, -60), Point(-170, -265), Point(-445, -620), Point(-480, -1130)],
        [Point(44, -44), Point(185, -385), Point(455, -690), Point(950, -730)],
    ]
    /// Where the seven roads lead to, beyond the outer ring.
    private static let ends = [
        Point(1300, -110), Point(1430, 860), Point(-220, 1650), Point(-1560, 1080), Point(-1720, -170),
        Point(-500, -1600), Point(1250, -840),
    ]
    private static let middle = Point(0, 0)

    /// The piece of a road from one ring to the next (the last goes beyond the outer ring).
    static func road(_ road: Int, from ring: Int) -> Bezier {
        let points = [middle] + nodes[road] + [ends[road]]
        let after = ring + 3 < points.count ? points[ring + 3] : points[ring + 2]
        return Bezier(before: points[ring], from: points[ring + 1], to: points[ring + 2], after: after)
    }

    /// The piece of a ring from a road to the next one.
    static func ring(_ ring: Int, from road: Int) -> Bezier {
        func node(_ index: Int) -> Point { nodes[(index + 7) % 7][ring] }
        return Bezier(before: node(road - 1), from: node(road), to: node(road + 1), after: node(road + 2))
    }

    /// A crossing of a road and a ring.
    static func crossing(road: Int, ring: Int) -> Point { nodes[road][ring] }

    /// The quarter between a road, the next one, a ring and the next one.
    static func sector(_ sector: Int, outside ring: Int, pull: Point = Point(0, 0)) -> Patch {
        Patch(
            bottom: Self.ring(ring, from: sector), top: Self.ring(ring + 1, from: sector),
            left: road(sector, from: ring), right: road((sector + 1) % 7, from: ring), pull: pull)
    }

    /// The quarter of grey blocks in the north-west, 1960s.
    static let tilleuls = sector(3, outside: 1, pull: Point(-12, 22))
    /// The newer blocks outside it.
    static let mare = sector(3, outside: 2, pull: Point(10, -25))
    /// The large estate in the south.
    static let bois = sector(5, outside: 1, pull: Point(18, 30))
    /// The suburb on the near bank of the river.
    static let bank = sector(6, outside: 2, pull: Point(20, 10))

    private static let bridgehead = Point(1300, -110)
    private static let east = Point(1760, -165)
    /// The main street of the neighbour, from the bridge.
    static let neighbourStreet = Bezier(from: bridgehead, to: east, bulge: 18)
    static let neighbourSouth = Patch(
        bottom: Bezier(from: Point(1235, -600), to: Point(1660, -610), bulge: -22), top: neighbourStreet,
        left: Bezier(from: Point(1235, -600), to: bridgehead, bulge: -12),
        right: Bezier(from: Point(1660, -610), to: east, bulge: 12), pull: Point(15, -12))
    static let neighbourNorth = Patch(
        bottom: neighbourStreet, top: Bezier(from: Point(1255, 330), to: Point(1660, 300), bulge: 25),
        left: Bezier(from: bridgehead, to: Point(1255, 330), bulge: 12),
        right: Bezier(from: east, to: Point(1660, 300), bulge: 20), pull: Point(-20, 15))

    /// The village that was a commune before the merger, north-west of the town.
    static let formerVillage = box(Point(-2010, 1390), Point(-1590, 1330), Point(-1530, 1690), Point(-1960, 1760))
    /// The third commune, in the south-west.
    static let village = box(Point(-1010, -2990), Point(-560, -3060), Point(-500, -2640), Point(-960, -2600))

    private static func box(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Patch {
        Patch(
            bottom: Bezier(from: a, to: b, bulge: -14), top: Bezier(from: d, to: c, bulge: 20),
            left: Bezier(from: a, to: d, bulge: 10), right: Bezier(from: b, to: c, bulge: -16), pull: Point(12, -18))
    }
}
