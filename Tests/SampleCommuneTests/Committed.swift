import Foundation
import TestSupport

@testable import SampleCommune

/// The committed files, read in the plainest way.
enum Committed {
    static let folder = RealData.package.appendingPathComponent("geodata")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// The town that the files were written from.
    static let town = Town(seed: Sample.seed)

    /// What the generator writes now.
    static let files = Sample.files()

    /// The rows of a file in UTF-8 as dictionaries.
    static func rows(_ name: String) throws -> [[String: String]] { dictionaries(try text(name)) }

    /// The beneficiaries, decoded from Windows-1252.
    static func beneficiaries() throws -> [[String: String]] {
        let data = Data(try bytes("beneficiaires.csv"))
        return dictionaries(String(data: data, encoding: .windowsCP1252) ?? "")
    }

    private static func dictionaries(_ text: String) -> [[String: String]] {
        let table = cells(text)
        return table.dropFirst().map { Dictionary(zip(table[0], $0)) { first, _ in first } }
    }

    /// Semicolons, quotes doubled inside quotes, LF or CRLF.
    static func cells(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var quoted = false
        let signs = Array(text.unicodeScalars)
        var index = 0
        while index < signs.count {
            let sign = signs[index]
            index += 1
            if quoted {
                if sign != "\"" {
                    cell.unicodeScalars.append(sign)
                } else if index < signs.count, signs[index] == "\"" {
                    cell += "\""
                    index += 1
                } else {
                    quoted = false
                }
                continue
            }
            switch sign {
            case "\"": quoted = true
            case "\r": break
            case ";", "\n":
                row.append(cell)
                cell = ""
                if sign == "\n" {
                    rows.append(row)
                    row = []
                }
            default: cell.unicodeScalars.append(sign)
            }
        }
        return rows
    }
}

/// A feature of a committed GeoJSON file, in degrees.
struct Feature {
    let properties: [String: String]
    /// Polygons, rings, positions as written: closed, longitude first.
    let polygons: [[[[Double]]]]

    static func all(_ name: String) throws -> [Feature] {
        let data = Data(try Committed.bytes(name))
        let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let features = root?["features"] as? [[String: Any]] ?? []
        return features.map { feature in
            let properties = feature["properties"] as? [String: Any] ?? [:]
            let geometry = feature["geometry"] as? [String: Any] ?? [:]
            return Feature(
                properties: properties.compactMapValues { $0 as? String },
                polygons: geometry["coordinates"] as? [[[[Double]]]] ?? [])
        }
    }

    var code: String { properties["code_qp"] ?? properties["code"] ?? "" }

    /// Even-odd over all rings, in degrees.
    func contains(_ x: Double, _ y: Double) -> Bool {
        var inside = false
        for ring in polygons.joined() {
            for (a, b) in zip(ring, ring.dropFirst()) where (a[1] > y) != (b[1] > y) {
                if x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] { inside.toggle() }
            }
        }
        return inside
    }
}
