import Foundation
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Coverage
@testable import Disclosure
@testable import Mapping
@testable import Verdicts

@Suite("The nearest places")
struct NearestTests {
    @Test("a wind has its 45 degrees, and a place on the spot has none")
    func winds() {
        func wind(_ x: Double, _ y: Double) -> String? {
            WindRose(from: Point(x: 0, y: 0), to: Point(x: x, y: y))?.wind
        }
        #expect(wind(0, 1) == "N" && wind(1, 1) == "NE" && wind(1, 0) == "E" && wind(1, -1) == "SE")
        #expect(wind(0, -1) == "S" && wind(-1, -1) == "SO" && wind(-1, 0) == "O" && wind(-1, 1) == "NO")
        #expect(wind(-0.4, 1) == "N" && wind(0.4, 1) == "N" && wind(-0.5, 1) == "NO" && wind(0.5, 1) == "NE")
        #expect(wind(0, 0) == nil && wind(.nan, 0) == nil)
        #expect(WindRose(from: Point(x: 0, y: 0), to: Point(x: -1e-300, y: 1))?.bearing == 0)
        #expect(WindRose(from: Point(x: 0, y: 0), to: Point(x: -1, y: 0))?.bearing == 270)
    }

    @Test("a bearing is rounded before it is wrapped, and less than a millimetre away is the spot itself")
    func rounding() {
        func rose(_ x: Double, _ y: Double) -> WindRose? { WindRose(from: Point(x: 0, y: 0), to: Point(x: x, y: y)) }
        #expect(rose(-0.5, 1000)?.bearing == 0 && rose(-0.5, 1000)?.wind == "N")
        #expect(rose(-1, 1000)?.bearing == 359.9 && rose(1, 1000)?.bearing == 0.1)
        #expect(rose(0, 0.0009) == nil && rose(0, 0.001)?.wind == "N")
        for tenth in 0..<3600 {
            let angle = Double(tenth) / 1800 * .pi
            #expect(rose(sin(angle) * 100, cos(angle) * 100)?.bearing == Double(tenth) / 10)
        }
    }

    @Test("each row's k nearest are those of all places looked at one by one", arguments: [1, 3, 50])
    func bruteForce(_ k: Int) async throws {
        var generator = SeededGenerator(seed: UInt64(k))
        var places = Places()
        // On a lattice, so that some are equally near.
        places.items = (0..<40).map { i in
            var item = Places.Item()
            (item.id, item.line) = ("P\(i)", i)
            item.position = Point(
                x: 700_000 + Double(Int.random(in: 0...20, using: &generator)) * 100,
                y: 6_600_000 + Double(Int.random(in: 0...20, using: &generator)) * 100)
            return item
        }
        let search = NearestPlaces(atlas: Hamlet.shared.atlas, places: places, count: k, gazetteer: nil)
        for _ in 0..<300 {
            let p = Point(
                x: 700_000 + Double(Int.random(in: -5...45, using: &generator)) * 50,
                y: 6_600_000 + Double(Int.random(in: -5...45, using: &generator)) * 50)
            let expected = places.items.indices.map { (item: $0, distance: places.items[$0].position.distance(to: p)) }
                .sorted { ($0.distance, $0.item) < ($1.distance, $1.item) }.prefix(k)
            let found = search.nearest(to: p, in: .metropole)
            #expect(found.map(\.item) == expected.map(\.item) && found.map(\.distance) == expected.map(\.distance))
        }
        #expect(search.nearest(to: Point(x: 0, y: 0), in: .reunion).isEmpty)
    }

    private func run(_ text: String, plan: RowPlan, threads: Int = 1, batchBytes: Int = 1 << 20) async throws -> String
    {
        let folder = try TemporaryFolder()
        let at = [(100.0, 100.0), (150, 100), (100, 900)].map { Hamlet.degrees($0.0, $0.1) }
        let path = try folder.write(
            "id;nom;type;lon;lat\n"
                + at.enumerated().map { "\($0);Lieu \($0);poste;\($1.x);\($1.y)" }.joined(separator: "\n"),
            to: "lieux.csv")
        let places = try Places(path: path) { nil }
        let search = NearestPlaces(
            atlas: Hamlet.shared.atlas, places: places, count: 2, gazetteer: Hamlet.shared.gazetteer)
        let reader = try CSVReader(ByteSource(bytes: Array(text.utf8), name: "x.csv"), batchBytes: batchBytes)
        var bytes: [UInt8] = []
        _ = try await search.run(reader, plan: plan, threads: threads, write: { bytes += $0.bytes })
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("rows come out in order with their places, or with the reason why they have none")
    func rows() async throws {
        let text = """
            n;adresse;cp;ville
            1;10 Rue des Lilas;23950;Ombreville-le-Test
            2;Rue Inconnue;23950;Ombreville-le-Test
            3;;;
            4;Rue de la Fontaine;23950;Ombreville-le-Test
            5;1 Rue Haute;23995;Pointvert;trop

            """
        let plan = RowPlan.addresses(.init(text: [1], postcode: 2, city: 3))
        let lines = try await run(text, plan: plan).split(separator: "\n")
        #expect(
            lines[0].hasPrefix("n;adresse;cp;ville;nearest_1_id;nearest_1_name;nearest_1_category;nearest_1_distance_m")
        )
        #expect(lines[0].hasSuffix("nearest_perimeter_code;nearest_perimeter_distance_m;nearest_reason"))
        // 10 Rue des Lilas is at (100, 100): a centimetre at most from the first place.
        let first = lines[1].split(separator: ";", omittingEmptySubsequences: false)
        #expect(first[4] == "0" && Double(first[7])! < 0.02)
        #expect(first[10] == "1" && abs(Double(first[13])! - 50) < 0.02 && first[14] == "E")
        #expect(first[16] == "QN99801N" && abs(Double(first[17])! + 100) < 0.02 && first[18] == "")
        #expect(lines[2].hasSuffix(";street_not_in_gazetteer") && lines[3].hasSuffix(";address_empty"))
        #expect(lines[4].hasSuffix(";ambiguous_street") && lines[5].hasSuffix(";row_malformed;trop"))
    }

    @Test("a row that has not the position of its own says so, and so does one whose territory has no place")
    func reasons() async throws {
        let text = """
            n;adresse;cp;ville
            1;Rue des Lilas;23950;Ombreville-le-Test
            2;11 Rue des Lilas;23950;Ombreville-le-Test
            3;Chemin du Ruisseau;23980;Calme-les-Bois
            4;10 Rue des Lilas;23950;Ombreville-le-Test

            """
        let lines = try await run(text, plan: .addresses(.init(text: [1], postcode: 2, city: 3))).split(
            separator: "\n"
        ).dropFirst().map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        #expect(lines.map(\.last) == ["street_inside", "number_interpolated", "street_outside", ""])
        #expect(lines.allSatisfy { $0[7] != "" })
        let far = try await run("id;lon;lat\n1;55.45;-20.88\n", plan: .coordinates(.init(x: 1, y: 2, crs: .wgs84)))
        #expect(far.split(separator: "\n")[1].hasSuffix(";territory_without_place"))
    }

    @Test("chunks and threads change no byte")
    func parallel() async throws {
        var generator = SeededGenerator(seed: 11)
        var text = "id;x;y\n"
        for i in 0..<2000 {
            let x = 700_000 + Double.random(in: -500...1500, using: &generator)
            let y = 6_600_000 + Double.random(in: -500...1500, using: &generator)
            text += i % 97 == 0 ? "\(i);;\n" : "\(i);\(x);\(y)\n"
        }
        let plan = RowPlan.coordinates(.init(x: 1, y: 2, crs: .lambert93))
        let whole = try await run(text, plan: plan)
        let lines = whole.split(separator: "\n").dropFirst()
        #expect(lines.count == 2000)
        let places = [(100.0, 100.0), (150, 100), (100, 900)].map { Point(x: 700_000 + $0.0, y: 6_600_000 + $0.1) }
        for line in lines {
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
            guard let x = Double(cells[1]), let y = Double(cells[2]) else {
                #expect(cells.last == "coordinates_invalid" && cells[3] == "")
                continue
            }
            let distances = places.map { $0.distance(to: Point(x: x, y: y)) }
            let nearest = distances.indices.min { distances[$0] < distances[$1] }!
            #expect(cells[3] == "\(nearest)" && abs(Double(cells[6])! - distances[nearest]) < 2e-3)
        }
        #expect(try await run(text, plan: plan, threads: 3, batchBytes: 1000) == whole)
    }
}
