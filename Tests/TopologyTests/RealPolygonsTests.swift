import Foundation
import Geodesy
import Planar
import TestSupport
import Testing

@testable import Topology

/// One row of the table of invalid polygons, made with another version of GEOS.
private struct Known {
    let code: String
    let reason: InvalidityReason.Code
    let at: Point
    let inMetres: Bool
    let areaRaw: Double
    let areaLinework: Double
    let areaStructure: Double
    let type: String
    let partsLinework: Int

    static func read(layer: String) throws -> [Known] {
        let text = try String(contentsOfFile: RealData.path("evalgeo/truth/invalid_polygons.csv"), encoding: .utf8)
        return text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }.filter { $0[0] == layer }
            .map {
                let at = $0[3].split(separator: " ").map { Double($0)! }
                return Known(
                    code: $0[1], reason: InvalidityReason.Code(geos: $0[2]), at: Point(x: at[0], y: at[1]),
                    inMetres: $0[4] == "m2", areaRaw: Double($0[5])!, areaLinework: Double($0[6])!,
                    areaStructure: Double($0[7])!, type: $0[10], partsLinework: Int($0[9])!)
            }
    }
}

private let officialPackage = "data/qpv2015-official/qp-politiquedelaville-shp"
private let realLayersAreThere = RealData.has(
    "evalgeo/truth/invalid_polygons.csv", officialPackage, "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson",
    "data/qpv2024-simplified/qpv2024_simplified.geojson")

@Suite("Real invalid polygons", .enabled(if: realLayersAreThere, Comment(rawValue: RealData.missing)))
struct RealPolygonsTests {
    let context = TopologyContext()

    static func features(_ layer: String) throws -> [Feature] {
        switch layer {
        case "2015_lb93": try readShapefile(RealData.path("\(officialPackage)/QP_METROPOLE_LB93"))
        case "2015_shp_wgs84":
            try readShapefile(RealData.path("\(officialPackage)/QP_METROPOLEOUTREMER_WGS84_EPSG4326"))
        case "2015_geojson": try readGeoJSON(RealData.path("data/qpv2015-official/derived_qpv2015_all_wgs84.geojson"))
        default: try readGeoJSON(RealData.path("data/qpv2024-simplified/qpv2024_simplified.geojson"))
        }
    }

    @Test(
        "the same polygons are invalid, for the same reason, at the same place, and repaired to the same area",
        arguments: [("2015_lb93", 1296), ("2015_shp_wgs84", 1514), ("2015_geojson", 1514), ("2024_geojson", 1609)])
    func layer(_ layer: String, count: Int) throws {
        let features = try Self.features(layer)
        #expect(features.count == count)
        let known = Dictionary(uniqueKeysWithValues: try Known.read(layer: layer).map { ($0.code, $0) })
        let toMetres = try Projector(from: .wgs84, to: .lambert93)
        var found: Set<String> = []
        var samePlace = 0
        for feature in features {
            guard let reason = context.validity(of: feature.shape) else { continue }
            found.insert(feature.code)
            guard let known = known[feature.code] else {
                Issue.record("\(feature.code) is not in the table: \(reason)")
                continue
            }
            let place = try #require(reason.location)
            let near = layer == "2015_lb93" ? 1e-6 : 1e-11
            if abs(place.x - known.at.x) < near && abs(place.y - known.at.y) < near {
                samePlace += 1
                #expect(reason.code == known.reason, "\(layer) \(feature.code)")
            } else {
                // A polygon with several faults: which one is named first changes with the version of GEOS.
                let crossing: Set<InvalidityReason.Code> = [.selfIntersection, .ringSelfIntersection]
                #expect(crossing.isSuperset(of: [reason.code, known.reason]), "\(layer) \(feature.code)")
                #expect(isFault(place, of: feature.shape, near: near), "\(layer) \(feature.code): \(place)")
                #expect(isFault(known.at, of: feature.shape, near: near), "\(layer) \(feature.code): \(known.at)")
            }

            var shape = feature.shape
            if known.inMetres, layer != "2015_lb93" {
                for i in shape.polygons.indices {
                    toMetres.project(&shape.polygons[i].exterior)
                    for j in shape.polygons[i].holes.indices { toMetres.project(&shape.polygons[i].holes[j]) }
                }
            }
            let repair = try context.repaired(shape, comparesReadings: true)
            // The table has three decimals in metres, twelve in degrees.
            let exact = known.inMetres ? 0.0006 + 1e-9 * known.areaLinework : 6e-13
            #expect(abs(repair.areaAfter - known.areaLinework) < exact, "\(layer) \(feature.code)")
            #expect(abs(repair.areaBefore - known.areaRaw) < exact, "\(layer) \(feature.code)")
            #expect(repair.reason == context.validity(of: shape))
            if known.type == "Polygon" || known.type == "MultiPolygon" {
                #expect(repair.partsAfter == known.partsLinework, "\(layer) \(feature.code)")
            }
            let (added, removed) = (try #require(repair.areaAdded), try #require(repair.areaRemoved))
            if known.inMetres {
                #expect(
                    abs(repair.areaAfter - added + removed - known.areaStructure) < 0.01, "\(layer) \(feature.code)")
            }
            #expect(repair.isEmpty || context.validity(of: repair.geometry) == nil, "\(layer) \(feature.code)")
        }
        #expect(found == Set(known.keys))
        #expect(2 * samePlace > found.count, "the same place in \(samePlace) of \(found.count)")
    }

    /// True when two edges that are not neighbours meet at a place, or two neighbours fold back on each other there.
    private func isFault(_ place: Point, of shape: MultiPolygon, near: Double) -> Bool {
        var here: [(start: Point, end: Point)] = []
        for polygon in shape.polygons {
            for ring in [polygon.exterior] + polygon.holes {
                for (a, b) in zip(ring, ring.dropFirst()) where a != b {
                    let (dx, dy) = (b.x - a.x, b.y - a.y)
                    let t = max(0, min(1, ((place.x - a.x) * dx + (place.y - a.y) * dy) / (dx * dx + dy * dy)))
                    if abs(a.x + t * dx - place.x) < near, abs(a.y + t * dy - place.y) < near { here.append((a, b)) }
                }
            }
        }
        guard here.count == 2 else { return here.count > 2 }
        let (e, f) = (here[0], here[1])
        if e.start == f.start || e.end == f.end || e.start == f.end || e.end == f.start {
            let dot = (e.end.x - e.start.x) * (f.end.x - f.start.x) + (e.end.y - e.start.y) * (f.end.y - f.start.y)
            let cross = (e.end.x - e.start.x) * (f.end.y - f.start.y) - (e.end.y - e.start.y) * (f.end.x - f.start.x)
            return dot < 0 && abs(cross) < 1e-9 * abs(dot)
        }
        return true
    }

    @Test("QP084012 keeps its 447,161 m², of which the raw rings give 397,979")
    func avignon() throws {
        let shape = try #require(try Self.features("2015_lb93").first { $0.code == "QP084012" }).shape
        let repair = try context.repaired(shape, comparesReadings: true)
        #expect(abs(repair.areaAfter - 447_161.233) < 0.001 && abs(repair.areaBefore - 397_979.217) < 0.001)
        #expect(abs(repair.areaChange - 49_182.016) < 0.001)
        #expect(repair.partsAfter == 2)
        // What a buffer of width zero would have kept.
        let zero = try context.buffer(shape, distance: 0)
        #expect(try context.area(zero) < 423_000)
    }

    @Test("three perimeters of 2024 are one point: empty, with the place")
    func collapsed() throws {
        for feature in try Self.features("2024_geojson")
        where ["QN09105I", "QN09113I", "QN09503I"].contains(feature.code) {
            let repair = try context.repaired(feature.shape)
            #expect(repair.isEmpty && repair.areaAfter == 0 && repair.reason?.code == .tooFewPoints)
            #expect(repair.droppedParts.count == feature.shape.polygons.count)
            #expect(repair.droppedParts.first?.location == feature.shape.polygons.first?.exterior.first)
        }
    }

    @Test("repaired polygons of both vintages can be laid over each other without error")
    func overlay() throws {
        let codes: Set = ["QP084012", "QP093003", "QN09302M", "QN09303M"]
        let shapes = try (Self.features("2015_geojson") + Self.features("2024_geojson")).filter {
            codes.contains($0.code)
        }
        .map { try context.repaired($0.shape).geometry }
        #expect(shapes.count == 4)
        for a in shapes {
            for b in shapes {
                let both = try context.area(context.intersection(a, b))
                let one = try context.area(context.symmetricDifference(a, b))
                let either = try context.area(context.union(a, b))
                #expect(abs(both + one - either) < 1e-13)
            }
        }
    }
}
