import Foundation
import TestSupport
import Testing

/// A CSV of real data without quoted separators: rows by the names of their columns.
struct RealTable {
    let columns: [String: Int]
    let rows: [[Substring]]

    init(_ path: String) throws {
        let text = try String(contentsOfFile: RealData.path(path), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { (String($1), $0) })
        rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    func text(_ row: [Substring], _ column: String) -> String {
        let cell = row[columns[column]!]
        return cell == "\"\"" ? "" : String(cell)
    }

    func number(_ row: [Substring], _ column: String) -> Double { Double(text(row, column)) ?? .nan }
}

/// A vintage of real perimeters, under the name that the tables of truth give it.
enum RealLayer: String, CaseIterable, CustomTestStringConvertible {
    case official2015 = "2015_geojson"
    case simplified2024 = "2024_geojson"

    var testDescription: String { rawValue }

    static let areThere = RealData.has(
        RealLayer.official2015.file, RealLayer.simplified2024.file, "evalgeo/truth/invalid_polygons.csv",
        "evalgeo/truth/points_1m_distance20k.csv", RealLayer.official2015.midpoints, RealLayer.simplified2024.midpoints)

    var file: String {
        switch self {
        case .official2015: "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson"
        case .simplified2024: "data/qpv2024-simplified/qpv2024_simplified.geojson"
        }
    }

    var midpoints: String { "evalgeo/truth/boundary_midpoints_\(rawValue).csv" }

    var count: Int {
        switch self {
        case .official2015: 1514
        case .simplified2024: 1609
        }
    }

    var unusable: [String] {
        switch self {
        case .official2015: []
        case .simplified2024: ["QN09105I", "QN09113I", "QN09503I"]
        }
    }
}
