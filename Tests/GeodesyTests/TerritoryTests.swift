import Foundation
import Planar
import TestSupport
import Testing

@testable import Geodesy

@Suite("Territories")
struct TerritoryTests {
    @Test("windows are disjoint")
    func disjoint() {
        for a in Territory.allCases {
            for b in Territory.allCases where a != b {
                let (p, q) = (a.bounds, b.bounds)
                #expect(p.maxX < q.minX || q.maxX < p.minX || p.maxY < q.minY || q.maxY < p.minY, "\(a) \(b)")
            }
        }
    }

    @Test("the sides and corners of a window belong to it, the next number beyond does not")
    func borders() {
        for territory in Territory.allCases {
            let box = territory.bounds
            let middle = Point(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
            for x in [box.minX, middle.x, box.maxX] {
                for y in [box.minY, middle.y, box.maxY] {
                    #expect(Territory.containing(longitude: x, latitude: y) == territory)
                    #expect(Territory.isPlausible(Point(x: x, y: y), in: territory))
                }
            }
            for (x, y) in [
                (box.minX.nextDown, middle.y), (box.maxX.nextUp, middle.y), (middle.x, box.minY.nextDown),
                (middle.x, box.maxY.nextUp),
            ] {
                #expect(Territory.containing(longitude: x, latitude: y) == nil)
                #expect(!Territory.isPlausible(Point(x: x, y: y), in: territory))
            }
        }
    }

    @Test("what is no number is nowhere")
    func nan() {
        for (x, y) in [(Double.nan, 48.0), (2, .nan), (.infinity, 48), (0, 0), (2, -48)] {
            #expect(Territory.containing(longitude: x, latitude: y) == nil)
        }
    }

    @Test("the first territory of the list that holds a place is the only one")
    func linear() {
        let seed: UInt64 = 97
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20_000 {
            let p = Point(
                x: Double.random(in: -180...180, using: &generator), y: Double.random(in: -60...60, using: &generator))
            let holders = Territory.allCases.filter { Territory.isPlausible(p, in: $0) }
            #expect(holders.count <= 1)
            #expect(Territory.containing(longitude: p.x, latitude: p.y) == holders.first, "seed \(seed), \(p)")
        }
    }

    @Test("each territory has a grid of its own, in metres, that suits it")
    func grids() {
        #expect(Set(Territory.allCases.map(\.metricCRS)).count == Territory.allCases.count)
        #expect(Territory.allCases.map(\.metricCRS.epsg) == [2154, 5490, 2972, 2975, 4471, 4467, 3297, 3163, 32701])
        for territory in Territory.allCases {
            #expect(!territory.metricCRS.isGeographic && territory.metricCRS.isSelfContained)
            #expect(territory.metricCRS.territories == [territory])
            #expect(!territory.name.isEmpty)
        }
    }

    @Test("the window in metres holds the window in degrees, within a kilometre")
    func gridBounds() throws {
        for territory in Territory.allCases {
            let projector = try Projector(from: .wgs84, to: territory.metricCRS)
            var box = territory.bounds
            if territory == .polynesie { (box.minX, box.maxX) = (-150, -144) }
            var held = Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
            for step in 0...400 {
                let x = box.minX + (box.maxX - box.minX) * Double(step) / 400
                let y = box.minY + (box.maxY - box.minY) * Double(step) / 400
                for place in [(x, box.minY), (x, box.maxY), (box.minX, y), (box.maxX, y)] {
                    let p = try #require(projector.project(Point(x: place.0, y: place.1)))
                    held = Box(
                        minX: min(held.minX, p.x), minY: min(held.minY, p.y), maxX: max(held.maxX, p.x),
                        maxY: max(held.maxY, p.y))
                }
            }
            let grid = territory.gridBounds
            for (wide, narrow) in [
                (held.minX, grid.minX), (held.minY, grid.minY), (grid.maxX, held.maxX), (grid.maxY, held.maxY),
            ] {
                #expect(wide - narrow >= 0 && wide - narrow <= 1000, "\(territory): \(held)")
            }
        }
    }

    @Test("the commune's code gives the territory")
    func communes() {
        let cases: [(String, Territory?)] = [
            ("57463", .metropole), ("01001", .metropole), ("95680", .metropole), ("2A004", .metropole),
            ("2B033", .metropole),
            ("2a004", .metropole), ("75056", .metropole), ("97101", .antilles), ("97209", .antilles),
            ("97302", .guyane),
            ("97411", .reunion), ("97501", .saintPierreEtMiquelon), ("97608", .mayotte), ("97701", .antilles),
            ("97801", .antilles), ("98613", .wallisEtFutuna), ("98735", .polynesie), ("98818", .nouvelleCaledonie),
            ("98411", nil), ("98901", nil), ("98000", nil), ("99109", nil), ("96000", nil), ("00001", nil),
            ("2C004", nil),
            ("", nil), ("57", nil), ("574631", nil), ("5746X", nil), (" 7463", nil), ("A2004", nil), ("2A0O4", nil),
            ("57é3", nil),
        ]
        for (code, territory) in cases { #expect(Territory.ofCommune(code) == territory, "\(code)") }
    }

    @Test(
        "every commune of the official code has a territory",
        .enabled(if: RealData.has("data/communes/communes_insee_cog.csv"), Comment(rawValue: RealData.missing)))
    func officialCode() throws {
        let text = try String(contentsOfFile: RealData.path("data/communes/communes_insee_cog.csv"), encoding: .utf8)
        var codes: Set<Substring> = []
        for line in text.split(whereSeparator: \.isNewline) {
            for cell in line.split(separator: ",").map({ $0.drop { $0 == "\"" }.prefix { $0 != "\"" } })
            where cell.utf8.count == 5 && cell.utf8.dropFirst(2).allSatisfy({ (48...57).contains($0) }) {
                codes.insert(cell)
            }
        }
        #expect(codes.count > 30_000)
        let without = codes.filter { Territory.ofCommune(String($0)) == nil }
        #expect(without.allSatisfy { !$0.hasPrefix("97") && $0 > "98" || $0 < "01" }, "\(without.sorted().prefix(20))")
    }
}
