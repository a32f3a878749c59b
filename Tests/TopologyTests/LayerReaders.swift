import Foundation
import Planar

/// One feature of a layer of real data.
struct Feature {
    let code: String
    let shape: MultiPolygon
}

/// Just enough of GeoJSON for the layers that the tests read.
func readGeoJSON(_ path: String) throws -> [Feature] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    func rings(_ value: Any) -> Polygon {
        let rings = (value as? [[[NSNumber]]] ?? []).map {
            $0.map { Point(x: $0[0].doubleValue, y: $0[1].doubleValue) }
        }
        return Polygon(exterior: rings.first ?? [], holes: Array(rings.dropFirst()))
    }
    return (root?["features"] as? [[String: Any]] ?? []).map { feature in
        let geometry = feature["geometry"] as? [String: Any] ?? [:]
        let coordinates = geometry["coordinates"] as? [Any] ?? []
        let polygons = geometry["type"] as? String == "Polygon" ? [rings(coordinates)] : coordinates.map(rings)
        let properties = feature["properties"] as? [String: Any]
        return Feature(code: properties?["code_qp"] as? String ?? "", shape: MultiPolygon(polygons: polygons))
    }
}

/// Just enough of a shapefile: polygons (type 5) and the column `CODE_QP` of its table.
func readShapefile(_ path: String) throws -> [Feature] {
    let shapes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".shp")))
    let table = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".dbf")))
    func integer(_ bytes: [UInt8], _ at: Int) -> Int {
        Int(Int32(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }))
    }
    func double(_ at: Int) -> Double {
        Double(bitPattern: (0..<8).reduce(0) { $0 | UInt64(shapes[at + $1]) << UInt64(8 * $1) })
    }
    func signedArea(_ ring: [Point]) -> Double {
        zip(ring, ring.dropFirst()).reduce(0) {
            $0 + ($1.0.x - ring[0].x) * ($1.1.y - ring[0].y) - ($1.1.x - ring[0].x) * ($1.0.y - ring[0].y)
        }
    }
    let (head, width) = (Int(table[8]) | Int(table[9]) << 8, Int(table[10]) | Int(table[11]) << 8)
    var column = (start: 1, width: 0)
    var offset = 1
    for field in stride(from: 32, to: head - 1, by: 32) {
        let name = String(decoding: table[field..<field + 11].prefix { $0 != 0 }, as: UTF8.self)
        if name == "CODE_QP" { column = (offset, Int(table[field + 16])) }
        offset += Int(table[field + 16])
    }
    var features: [Feature] = []
    var at = 100
    while at + 12 <= shapes.count {
        let words = (0..<4).reduce(0) { $0 << 8 | Int(shapes[at + 4 + $1]) }
        let body = at + 8
        at = body + 2 * words
        var polygons: [Polygon] = []
        if integer(shapes, body) == 5 {
            let (parts, points) = (integer(shapes, body + 36), integer(shapes, body + 40))
            let starts = (0..<parts).map { integer(shapes, body + 44 + 4 * $0) } + [points]
            let first = body + 44 + 4 * parts
            for (start, end) in zip(starts, starts.dropFirst()) {
                let ring = (start..<end).map { Point(x: double(first + 16 * $0), y: double(first + 16 * $0 + 8)) }
                // Exteriors turn right, holes left; a single ring is an exterior whatever its turn.
                if parts > 1, signedArea(ring) > 0, !polygons.isEmpty {
                    polygons[polygons.count - 1].holes.append(ring)
                } else {
                    polygons.append(Polygon(exterior: ring, holes: []))
                }
            }
        }
        let record = head + features.count * width + column.start
        let code = String(decoding: table[record..<record + column.width], as: UTF8.self).trimmingCharacters(
            in: .whitespaces)
        features.append(Feature(code: code, shape: MultiPolygon(polygons: polygons)))
    }
    return features
}
