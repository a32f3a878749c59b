import Foundation
import Testing

@testable import SampleCommune

@Suite("the perimeters of the sample")
struct PerimeterTests {
    static let files = ["perimetres-2024.geojson", "perimetres-2015.geojson", "qva.geojson", "territoire-vecu.geojson"]

    @Test("are closed rings, outer ones anticlockwise, holes clockwise", arguments: files)
    func rings(_ file: String) throws {
        for feature in try Feature.all(file) {
            #expect(!feature.polygons.isEmpty)
            for polygon in feature.polygons {
                for (index, ring) in polygon.enumerated() {
                    #expect(ring.count >= 4 && ring.first == ring.last, "\(feature.code)")
                    let area = zip(ring, ring.dropFirst()).reduce(0) { sum, pair in
                        sum + (pair.0[0] - ring[0][0]) * (pair.1[1] - ring[0][1])
                            - (pair.1[0] - ring[0][0]) * (pair.0[1] - ring[0][1])
                    }
                    #expect((area > 0) == (index == 0), "\(feature.code) ring \(index)")
                }
            }
        }
    }

    @Test("never cross themselves nor each other within a perimeter", arguments: files)
    func simple(_ file: String) throws {
        for feature in try Feature.all(file) {
            let rings = feature.polygons.flatMap { $0 }
            var edges: [(ring: Int, index: Int, last: Int, a: [Double], b: [Double])] = []
            for (number, ring) in rings.enumerated() {
                for index in 1..<ring.count {
                    edges.append((number, index, ring.count - 1, ring[index - 1], ring[index]))
                }
            }
            for (position, edge) in edges.enumerated() {
                #expect(edge.a != edge.b, "\(feature.code) has an edge without length")
                for other in edges.dropFirst(position + 1) {
                    let apart = other.index - edge.index
                    if edge.ring == other.ring, apart == 1 || apart == edge.last - 1 { continue }
                    #expect(!touch(edge.a, edge.b, other.a, other.b), "\(feature.code): \(edge.a) \(other.a)")
                }
            }
        }
    }

    @Test("are those the README tells of: a hole, two parts, two communes, a split, an unchanged one")
    func cases() throws {
        let new = try Feature.all("perimetres-2024.geojson")
        let old = try Feature.all("perimetres-2015.geojson")
        #expect(new.map(\.code) == ["QN09901M", "QN09902M", "QN09903I", "QN09904N"])
        #expect(old.map(\.code) == ["QP099001", "QP099002", "QP099003", "QP099004"])
        #expect(new.map(\.polygons.count) == [1, 2, 1, 1])
        #expect(new[2].polygons[0].count == 2)
        #expect(new[2].polygons == old[1].polygons)
        #expect(new[3].properties["insee_com"] == "23901, 23902")
        let rows = try Committed.rows("adresses.csv")
        let inParent = rows.filter { holds(old[0], $0) }
        #expect(inParent.contains { holds(new[0], $0) } && inParent.contains { holds(new[1], $0) })
        #expect(inParent.contains { !holds(new[0], $0) && !holds(new[1], $0) })
        for code in ["23901", "23902"] { #expect(rows.contains { holds(new[3], $0) && $0["code_insee"] == code }) }
    }

    @Test("have a sensible size: 300 to 1,000 m across", arguments: ["perimetres-2024.geojson", "qva.geojson"])
    func sizes(_ file: String) throws {
        for feature in try Feature.all(file) {
            let points = feature.polygons.joined().joined().map { Lambert93.project(longitude: $0[0], latitude: $0[1]) }
            let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
            let height = (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)
            for side in [width, height] { #expect((300...1_000).contains(side), "\(feature.code): \(side) m") }
        }
    }

    @Test("hold addresses each, share none within a vintage, and split streets")
    func membership() throws {
        let rows = try Committed.rows("adresses.csv")
        let readme = try Committed.text("README.md")
        let new = try Feature.all("perimetres-2024.geojson")
        var sides: [String: Set<String>] = [:]
        var counts: [String: Int] = [:]
        for row in rows {
            let codes = new.filter { holds($0, row) }.map(\.code)
            #expect(codes.count <= 1)
            sides[row["id_fantoir"] ?? "", default: []].insert(codes.first ?? "")
            if let code = codes.first { counts[code, default: 0] += 1 }
        }
        for feature in new {
            let count = counts[feature.code, default: 0]
            #expect(count > 50)
            #expect(readme.contains("| `\(feature.code)` | \(feature.properties["lib_qp"] ?? "") | \(count) |"))
        }
        let split = sides.values.count { $0.count > 1 }
        #expect(split >= 10)
        #expect(readme.contains("\(split) streets are split by a border of 2024"))
        for file in ["perimetres-2015.geojson", "qva.geojson", "territoire-vecu.geojson"] {
            for feature in try Feature.all(file) { #expect(rows.contains { holds(feature, $0) }, "\(feature.code)") }
        }
    }

    @Test("leave every address at least 40 cm from a border, so that its side is beyond doubt")
    func clearBorders() {
        let town = Committed.town
        for perimeter in Perimeters.vintage2024 + Perimeters.vintage2015 {
            for ring in perimeter.polygons.joined() {
                let line = Polyline(ring + [ring[0]])
                let close = town.addresses.filter { line.distance(to: $0.point) < 0.4 }
                #expect(close.isEmpty, "\(close.map(\.id)) on \(perimeter.code)")
            }
        }
    }

    private func holds(_ feature: Feature, _ row: [String: String]) -> Bool {
        feature.contains(Double(row["lon"] ?? "") ?? 0, Double(row["lat"] ?? "") ?? 0)
    }

    /// True when two segments meet (signs of areas; collinear overlap counts).
    private func touch(_ a: [Double], _ b: [Double], _ c: [Double], _ d: [Double]) -> Bool {
        func turn(_ p: [Double], _ q: [Double], _ r: [Double]) -> Double {
            (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        }
        if max(a[0], b[0]) < min(c[0], d[0]) || max(c[0], d[0]) < min(a[0], b[0]) { return false }
        if max(a[1], b[1]) < min(c[1], d[1]) || max(c[1], d[1]) < min(a[1], b[1]) { return false }
        return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0
    }
}
