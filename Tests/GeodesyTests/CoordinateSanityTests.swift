import Planar
import Testing

@testable import Geodesy

@Suite("Sanity of coordinates")
struct CoordinateSanityTests {
    private let lambert93 = CRS.lambert93

    @Test("declared as longitude and latitude")
    func degrees() {
        let cases: [(Double, Double, CoordinateSanity)] = [
            (2.35, 48.85, .fine(.metropole)), (48.85, 2.35, .swapped(.metropole)), (-20.9, 55.45, .swapped(.reunion)),
            (55.45, -20.9, .fine(.reunion)), (-61.5, 16.2, .fine(.antilles)),
            (652_470, 6_862_036, .looksLike(lambert93, .metropole)),
            (6_862_036, 652_470, .looksLikeSwapped(lambert93, .metropole)), (0, 0, .zero), (-0.0, 0, .zero),
            (.nan, 48, .notFinite), (2, .infinity, .notFinite), (-74, 40.7, .outOfEveryTerritory),
            (338_561, 7_690_132, .looksLike(CRS(known: 2975), .reunion)),
            (524_746, 8_587_093, .looksLike(CRS(known: 4471), .mayotte)),
            (656_670, 1_796_165, .looksLike(CRS(known: 5490), .antilles)),
            (352_977, 544_232, .looksLike(CRS(known: 2972), .guyane)),
            (1e300, -1e300, .outOfEveryTerritory),
        ]
        for (x, y, expected) in cases {
            #expect(CoordinateSanity.of(longitude: x, latitude: y) == expected, "\(x) \(y)")
        }
    }

    @Test("declared in Lambert-93")
    func metres() throws {
        let checker = try CoordinateChecker(declared: .lambert93)
        let cases: [(Double, Double, CoordinateSanity)] = [
            (652_470, 6_862_036, .fine(.metropole)), (6_862_036, 652_470, .swapped(.metropole)),
            (2.35, 48.85, .looksLike(.wgs84, .metropole)), (48.85, 2.35, .looksLikeSwapped(.wgs84, .metropole)),
            (55.45, -20.9, .looksLike(.wgs84, .reunion)), (338_561, 7_690_132, .looksLike(CRS(known: 2975), .reunion)),
            (0, 0, .zero), (.nan, 0, .notFinite), (1, .infinity, .notFinite), (1e12, 1e12, .outOfEveryTerritory),
            (5_000_000, 5_000_000, .outOfEveryTerritory),
        ]
        for (x, y, expected) in cases { #expect(checker.check(Point(x: x, y: y)) == expected, "\(x) \(y)") }
    }

    @Test("Réunion projected to Lambert-93 gives finite numbers, and is found out")
    func overseasInMetropolitanGrid() throws {
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let checker = try CoordinateChecker(declared: .lambert93)
        for known in knownPoints where known.territory != .metropole {
            guard let nonsense = projector.project(Point(x: known.longitude, y: known.latitude)) else { continue }
            let sanity = checker.check(nonsense)
            #expect(!sanity.isFine, "\(known.territory) at \(nonsense): \(sanity)")
        }
        let reunion = try #require(projector.project(Point(x: 55.448, y: -20.882)))
        #expect(checker.check(reunion) == .wrongGrid(.reunion))
    }

    @Test("each grid finds its own places fine")
    func own() throws {
        for known in knownPoints {
            let checker = try CoordinateChecker(declared: known.territory.metricCRS)
            #expect(checker.check(Point(x: known.x, y: known.y)) == .fine(known.territory))
            // The numbers of Nouvelle-Calédonie's grid mean a place of it in both orders.
            let swapped = checker.check(Point(x: known.y, y: known.x))
            #expect(
                swapped == (known.territory == .nouvelleCaledonie ? .fine(known.territory) : .swapped(known.territory)))
            #expect(checker.check(Point(x: known.longitude, y: known.latitude)) == .looksLike(.wgs84, known.territory))
        }
    }

    @Test("web Mercator serves all territories, a national datum one")
    func wide() throws {
        let mercator = try CoordinateChecker(declared: CRS(known: 3857))
        #expect(mercator.check(Point(x: 261_848, y: 6_250_566)) == .fine(.metropole))
        #expect(mercator.check(Point(x: -6_850_000, y: 1_830_000)) == .fine(.antilles))
        let rgf93 = try CoordinateChecker(declared: CRS(known: 4171))
        #expect(rgf93.check(Point(x: 2.35, y: 48.85)) == .fine(.metropole))
        #expect(rgf93.check(Point(x: 55.45, y: -20.9)) == .wrongGrid(.reunion))
    }

    @Test("codes are stable")
    func codes() {
        let all: [(CoordinateSanity, String)] = [
            (.fine(.metropole), "fine"), (.notFinite, "not_finite"), (.zero, "zero"), (.swapped(.reunion), "swapped"),
            (.looksLike(.lambert93, .metropole), "looks_like"),
            (.looksLikeSwapped(.wgs84, .mayotte), "looks_like_swapped"),
            (.wrongGrid(.guyane), "wrong_grid"), (.outOfEveryTerritory, "out_of_territory"),
        ]
        for (sanity, code) in all { #expect(sanity.code == code && !sanity.description.isEmpty) }
        #expect(all.filter(\.0.isFine).count == 1)
        #expect(
            CoordinateSanity.looksLike(.lambert93, .metropole).description
                == "looks like EPSG:2154 (RGF93 / Lambert-93), in France métropolitaine")
    }
}
