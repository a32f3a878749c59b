import Foundation
import Geodesy
import QPVKit
import TestSupport
import Testing

@testable import Perimeters
@testable import Statistics
@testable import Tables
@testable import Verdicts

@Suite("layers")
struct LayersTests {
    let folder = try! TemporaryFolder()

    /// A file of squares of about 500 m, at 2.2° E or, overseas, at 55.45° E.
    func file(_ name: String, _ zones: [(code: String, isOverseas: Bool, fields: String)]) throws -> PerimeterFile {
        let features = zones.enumerated().map { i, zone in
            let x = zone.isOverseas ? 55.45 : 2.2, y = (zone.isOverseas ? -20.9 : 46.1) + 0.01 * Double(i)
            let ring = "[[\(x),\(y)],[\(x + 0.005),\(y)],[\(x + 0.005),\(y + 0.005)],[\(x),\(y + 0.005)],[\(x),\(y)]]"
            return """
                {"type":"Feature","properties":{"code":"\(zone.code)"\(zone.fields)},\
                "geometry":{"type":"Polygon","coordinates":[\(ring)]}}
                """
        }
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
        return try PerimeterFile.read(try folder.write(text, to: name))
    }

    func both() throws -> [PerimeterFile] {
        [
            try file("2015.geojson", [("QP099001", false, ""), ("QP974001", true, "")]),
            try file("2024.geojson", [("QN09901N", false, ""), ("QN97401N", true, "")]),
        ]
    }

    func codes(on day: String) throws -> [String] {
        try Layers(try both(), choosing: .on(CalendarDay(day)!)).main.atlas.perimeters.map(\.code)
    }

    @Test("a date takes what was in force there and then: the overseas perimeters change a year later")
    func dates() throws {
        #expect(try codes(on: "2015-01-01") == ["QP099001", "QP974001"])
        #expect(try codes(on: "2023-12-31") == ["QP099001", "QP974001"])
        #expect(try codes(on: "2024-01-01") == ["QN09901N", "QP974001"])
        #expect(try codes(on: "2024-12-31") == ["QN09901N", "QP974001"])
        #expect(try codes(on: "2025-01-01") == ["QN09901N", "QN97401N"])
        #expect(throws: LayersError.nothingInForce(.qpv, CalendarDay("2014-12-31")!, vintages: [2015, 2024])) {
            try codes(on: "2014-12-31")
        }
    }

    @Test("the file's own dates go before those of kind and vintage")
    func ownDates() throws {
        let files = [
            try file(
                "own.geojson",
                [
                    ("QN09901N", false, #","date_debut":"01/07/2022","date_fin":"2022-12-31""#),
                    ("QN09902N", false, ""),
                ])
        ]
        let early = try Layers(files, choosing: .on(CalendarDay("2022-12-31")!))
        #expect(early.main.atlas.perimeters.map(\.code) == ["QN09901N"])
        let late = try Layers(files, choosing: .on(CalendarDay("2024-06-01")!))
        #expect(late.main.atlas.perimeters.map(\.code) == ["QN09902N"])
    }

    @Test("a date that cannot be read is a warning, and an error where a day is asked, whatever the other date says")
    func unreadableDate() throws {
        let odd = try file(
            "odd.geojson", [("QN09901N", false, #","valid_from":"soon","valid_to":"2030-12-31""#)])
        #expect(odd.issues.map(\.code) == ["not_a_date"] && odd.perimeters[0].validity == nil)
        #expect(
            throws: LayersError.unreadableDate("QN09901N", "soon", file: odd.source.path, line: odd.perimeters[0].line)
        ) { try Layers([odd], choosing: .on(CalendarDay("2024-06-01")!)) }
        #expect(try Layers([odd]).main.atlas.perimeters.count == 1)
        let compact = try file(
            "compact.geojson", [("QN09901N", false, #","valid_from":20240301,"valid_to":"2024/12/31 00:00:00""#)])
        #expect(compact.issues.isEmpty)
        #expect(
            compact.perimeters[0].validity == Validity(from: CalendarDay("2024-03-01"), to: CalendarDay("2024-12-31")))
    }

    @Test("a start alone in the file leaves the legal end as it is; two vintages in force in one territory are refused")
    func startAlone() throws {
        let old = try file("2015.geojson", [("QP099001", false, #","date_effet":"2015-01-01""#)])
        let new = try both()[1]
        let layers = try Layers([old, new], choosing: .on(CalendarDay("2024-06-01")!))
        #expect(layers.main.atlas.perimeters.map(\.code) == ["QN09901N"])
        let before = try Layers([old, new], choosing: .on(CalendarDay("2023-06-01")!))
        #expect(before.main.atlas.perimeters.map(\.code) == ["QP099001"])
        let late = try file("late.geojson", [("QP099001", false, #","date_fin":"2024-12-31""#)])
        let day = CalendarDay("2024-06-01")!
        #expect(throws: LayersError.severalVintagesInForce(.metropole, day, [2015, 2024])) {
            try Layers([late, new], choosing: .on(day))
        }
    }

    @Test("where the perimeters of the day are not in the files, nothing is outside")
    func missing() throws {
        let files = [try both()[1]]
        let layers = try Layers(files, choosing: .on(CalendarDay("2024-06-01")!))
        #expect(layers.main.atlas.missing == [.reunion])
        let examiner = Examiner(atlas: layers.main.atlas, gazetteer: nil)
        let there = try examiner.examine(longitude: 55.40, latitude: -20.95).verdict
        #expect(there.decision == .uncertain && there.reason == .notInForce && there.quality == .undetermined)
        #expect(there.probability == nil && there.distance == nil)
        var several = SeveralAddresses()
        for _ in 0..<2 { several.add(Finding(verdict: there)) }
        let all = several.finding([], isCut: false).verdict
        #expect(all.decision == .uncertain && all.reason == .notInForce && all.probability == nil)
        #expect(try examiner.examine(longitude: 2.202, latitude: 46.102).verdict.decision == .inside)
        // Of a territory without any perimeter the files do not speak, as without a date.
        #expect(try examiner.examine(longitude: -61.0, latitude: 14.6).verdict.reason == .groundNotCovered)
    }

    @Test("nor where the file carries the dates itself")
    func missingByOwnDates() throws {
        let dated = try file(
            "dated.geojson",
            [
                ("QN09901N", false, #","valid_from":"2024-01-01""#),
                ("QN97401N", true, #","valid_from":"2025-01-01""#),
            ])
        let layers = try Layers([dated], choosing: .on(CalendarDay("2024-06-01")!))
        #expect(layers.main.missingTerritories == [.reunion])
        let examiner = Examiner(atlas: layers.main.atlas, gazetteer: nil)
        #expect(try examiner.examine(longitude: 55.40767, latitude: -21.27083).verdict.reason == .notInForce)
    }

    @Test("several vintages of a kind are refused, unless a date or the vintages are said")
    func vintages() throws {
        let files = try both()
        #expect(throws: LayersError.severalVintages(.qpv, [2015, 2024])) { try Layers(files) }
        let one = try Layers(files, choosing: .vintages([2015]))
        #expect(one.others.isEmpty && one.main.prefix == "qpv" && one.main.atlas.vintages == [2015])
        let all = try Layers(files, choosing: .vintages([]))
        #expect(all.all.map(\.prefix) == ["qpv", "qpv_2015"] && all.main.atlas.vintages == [2024])
        #expect(throws: LayersError.noSuchVintage(nil, asked: [1996], found: [2015, 2024])) {
            try Layers(files, choosing: .vintages([2024, 1996]))
        }
        let qva = try file("qva.geojson", [("QVA09901", false, #","vintage":2015"#)])
        #expect(throws: LayersError.noSuchVintage(nil, asked: [2024], found: [])) {
            try Layers([file("other.geojson", [("X1", false, "")])], choosing: .vintages([2024]))
        }
        let mixed = try Layers([files[1], qva], choosing: .vintages([2024]))
        #expect(mixed.all.map(\.prefix) == ["qpv"])
        #expect(mixed.lacking == [Layers.Lack(kind: .qva, vintages: [2024], found: [2015])])
        #expect(try Layers([files[1], qva], choosing: .vintages([2024, 2015])).all.map(\.prefix) == ["qpv", "qva"])
        #expect(throws: LayersError.noSuchVintage(.qpv, asked: [2015], found: [2024])) {
            try Layers([files[1], qva], choosing: .vintages([2015]))
        }
    }

    @Test("a QPV of an unknown vintage beside others is refused, not left out")
    func unknownVintage() throws {
        let files = try both() + [try file("x.geojson", [("QX1", false, #","type":"qpv""#)])]
        #expect(throws: LayersError.self) { try Layers(files, choosing: .vintages([])) }
        // Beside one vintage it counts as of that one.
        #expect(try Layers(Array(files.dropFirst()), choosing: .vintages([2024])).main.atlas.perimeters.count == 3)
    }

    @Test("kinds are layers of their own, QPV first; one kind alone keeps the names of QPV")
    func kinds() throws {
        let mixed = try file("mixed.geojson", [("QVA09901", false, ""), ("QN09901N", false, ""), ("X1", false, "")])
        let layers = try Layers([mixed])
        #expect(layers.all.map(\.kind) == [.qpv, .qva, .other])
        #expect(layers.all.map(\.prefix) == ["qpv", "qva", "other"])
        #expect(layers.all.map { $0.atlas.perimeters.map(\.code) } == [["QN09901N"], ["QVA09901"], ["X1"]])
        #expect(!layers.isPlain)
        let qva = try Layers([try file("qva.geojson", [("QVA09901", false, "")])])
        #expect(qva.isPlain && qva.main.prefix == "qpv")
        let noQPV = try Layers([try file("no.geojson", [("X1", false, ""), ("QVA09901", false, "")])])
        #expect(noQPV.all.map(\.prefix) == ["qva", "other"])
    }

    @Test("files of one kind and vintage are one layer; a code in two of them is refused")
    func twoFiles() throws {
        let first = try file("a.geojson", [("QN09901N", false, "")]),
            second = try file("b.geojson", [("QN97401N", true, "")])
        let layers = try Layers([first, second])
        #expect(layers.main.atlas.perimeters.count == 2 && layers.main.parts.map(\.used) == [1, 1] && !layers.isPlain)
        #expect(throws: LayersError.self) { try Layers([first, try file("c.geojson", [("QN09901N", false, "")])]) }
    }

    @Test("QPV of an unknown time are refused on a date; other kinds are taken and named")
    func undated() throws {
        let day = Layers.Choice.on(CalendarDay("2024-06-01")!)
        let odd = try file("odd.geojson", [("QX1", false, #","type":"qpv""#)])
        #expect(throws: LayersError.undated(.qpv, files: [odd.source.path])) { try Layers([odd], choosing: day) }
        let layers = try Layers(
            [try both()[1], try file("qva.geojson", [("QVA09901", false, "")])], choosing: day)
        let expired = try file("expired.geojson", [("QVA09902", false, #","date_fin":"2023-12-31""#)])
        let beside = try Layers([try both()[1], expired], choosing: day)
        #expect(beside.others.map(\.prefix) == ["qva"] && beside.others[0].atlas.perimeters.isEmpty)
        #expect(throws: LayersError.self) { try Layers([expired], choosing: day) }
        #expect(layers.undatedKinds == [.qva] && layers.others.map(\.prefix) == ["qva"])
    }
}
