import Foundation
import Planar
import Seeded

/// Zones and the points to ask about.
struct Workload {
    var name: String
    var zones: [MultiPolygon]
    var points: [Point]

    struct BadFile: Error { var path: String }

    /// Reads a file made by `workload.py`. Each ring becomes a polygon of its zone: under the even-odd rule it is the same.
    init(file path: String) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard data.count >= 40, data.prefix(8).elementsEqual("QPVBENCH".utf8) else { throw BadFile(path: path) }
        let (name, zones, points) = data.withUnsafeBytes { bytes in
            var offset = 8
            func next<T: BitwiseCopyable>(_: T.Type) -> T {
                defer { offset += MemoryLayout<T>.size }
                return bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
            }
            func point() -> Point { Point(x: next(Double.self), y: next(Double.self)) }
            let zoneCount = Int(next(UInt64.self))
            let ringCount = Int(next(UInt64.self))
            _ = next(UInt64.self)
            let pointCount = Int(next(UInt64.self))
            let rings = (0..<ringCount).map { _ in (zone: Int(next(UInt32.self)), count: Int(next(UInt32.self))) }
            var zones = Array(repeating: MultiPolygon(), count: zoneCount)
            for ring in rings {
                zones[ring.zone].polygons.append(Polygon(exterior: (0..<ring.count).map { _ in point() }))
            }
            return (path, zones, (0..<pointCount).map { _ in point() })
        }
        self.name = name
        self.zones = zones
        self.points = points
    }

    /// Seeded stars of about a hundred vertices, 400 to 900 m across, over a field as large as France; half of the points
    /// near a zone, a quarter within 100 m of a border, a quarter anywhere.
    init(seed: UInt64, zones zoneCount: Int = 1296, points pointCount: Int = 1_000_000) {
        var random = SplitMix(state: seed)
        let field = Box(minX: 99_000, minY: 6_046_000, maxX: 1_243_000, maxY: 7_111_000)
        func draw(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
        name = "synthetic, seed \(seed)"
        zones = (0..<zoneCount).map { _ in
            let center = Point(x: draw(field.minX...field.maxX), y: draw(field.minY...field.maxY))
            let size = draw(200...450)
            let ring = (0..<100).map { i in
                let angle = Double(i) / 100 * 2 * Double.pi
                let radius = size * draw(0.8...1.2)
                return Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
            }
            return MultiPolygon(polygons: [Polygon(exterior: ring + [ring[0]])])
        }
        let rings = zones.map { $0.polygons[0].exterior }
        points = (0..<pointCount).map { i in
            let vertex = rings.randomElement(using: &random)!.randomElement(using: &random)!
            let reach = [2000.0, 2000, 100][i % 4 % 3]
            if i % 4 == 3 { return Point(x: draw(field.minX...field.maxX), y: draw(field.minY...field.maxY)) }
            return Point(x: vertex.x + draw(-reach...reach), y: vertex.y + draw(-reach...reach))
        }.shuffled(using: &random)
    }
}
