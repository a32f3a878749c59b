import Foundation
import Gazetteer
import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Disclosure
@testable import Perimeters
@testable import Verdicts

@Suite("letterboxes of a perimeter")
struct LetterboxTests {
    private func street(_ numbers: [(Int, String, Verdict.Decision)]) -> LetterboxStreet {
        LetterboxStreet(
            street: Hamlet.shared.gazetteer.streets(inCommune: "23951")[0],
            numbers: numbers.map { .init($0.0, $0.1, $0.2) })
    }

    @Test("ranges span no number of their side that is not inside")
    func ranges() {
        let split = street([
            (0, "", .inside), (0, "", .outside), (1, "", .inside), (2, "", .outside), (3, "", .inside),
            (4, "", .inside), (5, "", .inside), (5, "bis", .uncertain), (6, "", .inside), (6, "bis", .inside),
            (7, "", .inside),
            (8, "", .inside), (9, "", .outside), (10, "", .outside), (11, "ter", .inside),
        ])
        #expect(split.ranges(.inside) == "4 to 8 even; 1 to 5, 7, 11ter odd; 1 without number")
        #expect(split.ranges(.uncertain) == "5bis odd")
        #expect(split.ranges(.outside) == "2, 10 even; 9 odd; 1 without number")
        #expect(split.status == .split)
    }

    @Test("a street is whole, split, on the edge, or outside")
    func status() {
        #expect(street([(1, "", .inside), (2, "", .inside)]).status == .whole)
        #expect(street([(1, "", .inside), (2, "", .uncertain)]).status == .split)
        #expect(street([(1, "", .outside), (2, "", .uncertain)]).status == .edge)
        #expect(street([(1, "", .outside)]).status == .outside)
        #expect(street([(2, "", .inside), (4, "", .inside), (10, "", .inside)]).ranges(.inside) == "2 to 10 even")
    }

    @Test("seeded streets: what the ranges say is what the numbers are", arguments: [UInt64(3), 4])
    func seeded(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var numbers: [(Int, String, Verdict.Decision)] = []
            for n in 1...Int.random(in: 1...40, using: &generator) where Bool.random(using: &generator) {
                for suffix in ["", "bis", "ter"] where suffix.isEmpty || Int.random(in: 0..<5, using: &generator) == 0 {
                    numbers.append((n, suffix, [.inside, .uncertain, .outside].randomElement(using: &generator)!))
                }
            }
            let text = street(numbers).ranges(.inside)
            // Read the text back, number by number.
            var claimed: Set<String> = []
            for (part, remainder) in [("even", 0), ("odd", 1)] {
                let sides = text.split(separator: "; ")
                guard let side = sides.first(where: { $0.hasSuffix(" \(part)") }) else { continue }
                let labels = numbers.filter { $0.0 % 2 == remainder }.map { "\($0.0)\($0.1)" }
                for run in side.dropLast(part.count + 1).split(separator: ", ") {
                    let ends = run.components(separatedBy: " to ")
                    let from = labels.firstIndex(of: ends[0])!, to = labels.firstIndex(of: ends.last!)!
                    claimed.formUnion(labels[from...to])
                }
            }
            let inside = Set(numbers.filter { $0.2 == .inside }.map { "\($0.0)\($0.1)" })
            #expect(claimed == inside, "seed \(seed): \(text)")
        }
    }

    /// Every address of a gazetteer by its best position, judged by an examiner as a position with the radius of its type.
    static func everyAddress(_ atlas: Atlas, _ gazetteer: Gazetteer, citycodes: [String]) throws -> [UInt32: Verdict] {
        let radii = RadiusTable()
        var examiners: [Double: Examiner] = [:]
        for type in PositionType.allCases {
            var options = Examiner.Options()
            options.radii = RadiusTable(everywhere: radii[type])
            examiners[radii[type]] = Examiner(atlas: atlas, gazetteer: nil, options: options)
        }
        var verdicts: [UInt32: Verdict] = [:]
        for code in citycodes {
            var last = ""
            var failure: (any Error)?
            gazetteer.forEachAddress(inCommune: code) { address in
                let key = "\(address.street) \(address.number) \(address.suffix)"
                defer { last = key }
                if key == last, address.number > 0 { return }
                do {
                    let finding = try examiners[radii[address.positionType]]!
                        .examine(longitude: address.longitude, latitude: address.latitude)
                    if !finding.shares.isEmpty { verdicts[address.id] = finding.verdict }
                } catch { failure = error }
            }
            if let failure { throw failure }
        }
        return verdicts
    }

    private func expectSame(_ letterboxes: Letterboxes, _ expected: [UInt32: Verdict], _ what: String) {
        let given = Dictionary(uniqueKeysWithValues: letterboxes.items.map { ($0.address.id, $0.verdict) })
        #expect(given.count == letterboxes.items.count && Set(given.keys) == Set(expected.keys), "\(what)")
        for (id, verdict) in expected { #expect(given[id] == verdict, "\(what), row \(id)") }
    }

    @Test("on the sample, each perimeter of both vintages has the addresses that an examiner finds one by one")
    func sample() throws {
        let geodata = RealData.package.appendingPathComponent("geodata").path
        let folder = try TemporaryFolder()
        _ = try Gazetteer.build(inputs: ["\(geodata)/adresses.csv"], output: folder.path("sample.qpvg"))
        let gazetteer = try Gazetteer(path: folder.path("sample.qpvg"))
        for vintage in [2015, 2024] {
            let atlas = try PerimeterFile.read("\(geodata)/perimetres-\(vintage).geojson").atlas
            for perimeter in atlas.perimeters {
                let one = Atlas([perimeter], source: atlas.source)
                let expected = try Self.everyAddress(one, gazetteer, citycodes: gazetteer.communes.map(\.citycode))
                let letterboxes = try Letterboxes(in: one, gazetteer)
                expectSame(letterboxes, expected, perimeter.code)
                #expect(letterboxes.items.count > 50)
                // Streets: the same addresses, each once, and with all of them every street of the communes.
                let streets = letterboxes.streets()
                #expect(
                    streets.reduce(0) { $0 + $1.count(.inside) }
                        == letterboxes.items.count { $0.verdict.decision == .inside })
                #expect(streets.allSatisfy { $0.status != .outside })
                let all = letterboxes.streets(all: true)
                let touched = all.filter { $0.status != .outside }.map(\.street.id)
                #expect(touched.sorted() == streets.map(\.street.id).sorted())
                #expect(all.count > streets.count)
            }
        }
    }

    @Test("a perimeter without a shape has none, and a radius of 0 leaves nothing uncertain")
    func edges() throws {
        let hamlet = Hamlet.shared
        let empty = Atlas([hamlet.atlas.perimeters[2]], source: hamlet.atlas.source)
        #expect(try Letterboxes(in: empty, hamlet.gazetteer).items.isEmpty)
        let first = Atlas([hamlet.atlas.perimeters[0]], source: hamlet.atlas.source)
        let plain = try Letterboxes(in: first, hamlet.gazetteer, radii: RadiusTable(everywhere: 0))
        #expect(plain.items.allSatisfy { $0.verdict.decision == .inside } && !plain.items.isEmpty)
        let wide = try Letterboxes(in: first, hamlet.gazetteer, radii: RadiusTable(everywhere: 500))
        #expect(wide.items.count > plain.items.count)
    }

    @Test(
        "at Bondy, each quartier has the addresses that an examiner finds one by one",
        .enabled(
            if: RealData.has("data/ban-bondy/adresses-93010.csv", "data/qpv2024-bondy/qpv2024_bondy.geojson"),
            Comment(rawValue: RealData.missing)))
    func bondy() throws {
        let folder = try TemporaryFolder()
        _ = try Gazetteer.build(
            inputs: [RealData.path("data/ban-bondy/adresses-93010.csv")], output: folder.path("bondy.qpvg"))
        let gazetteer = try Gazetteer(path: folder.path("bondy.qpvg"))
        let atlas = try PerimeterFile.read(RealData.path("data/qpv2024-bondy/qpv2024_bondy.geojson")).atlas
        var inside = 0
        for perimeter in atlas.perimeters {
            let one = Atlas([perimeter], source: atlas.source)
            let letterboxes = try Letterboxes(in: one, gazetteer)
            expectSame(letterboxes, try Self.everyAddress(one, gazetteer, citycodes: ["93010"]), perimeter.code)
            inside += letterboxes.items.count { $0.verdict.decision == .inside }
        }
        #expect(inside > 500)
    }
}
