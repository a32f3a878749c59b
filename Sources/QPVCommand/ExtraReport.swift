import Foundation
import Interchange
import QPVKit

/// What other layers, distances and rules say of one place, for a person or for a program.
struct ExtraReport {
    private let extra: ExtraFinding
    private let layers: Layers
    private let extras: AuditExtras

    init(_ extra: ExtraFinding, _ layers: Layers, _ extras: AuditExtras) {
        (self.extra, self.layers, self.extras) = (extra, layers, extras)
    }

    /// Lines under those of the main layer; none when nothing was asked.
    var lines: [String] {
        var lines: [String] = []
        for (layer, part) in zip(layers.all, extra.parts) {
            let isMain = layer.prefix == layers.main.prefix
            if !isMain { lines.append("\(layer.prefix): \(answer(part.finding.verdict, layer.atlas))") }
            if !isMain, let distance = part.finding.verdict.distance {
                let side = distance < 0 ? "inside" : "outside"
                lines.append("  distance     \(String(format: "%.1f", abs(distance))) m \(side) the nearest border")
            }
            // Probabilities name the others of the main layer already.
            if !part.others.isEmpty, !isMain || part.finding.verdict.decision == .inside {
                lines.append("  also in      " + part.others.map { name($0, layer.atlas) }.joined(separator: ", "))
            }
            for (distance, answer) in zip(extras.distances, part.within) {
                let metres = JSONValue(distance).text
                lines.append("  within       \(metres) m: \(answer?.rawValue ?? "not located")")
            }
        }
        for (rule, answer) in zip(extras.rules, extra.rules) {
            lines.append("rule \(rule.rawValue): \(answer?.rawValue ?? "not located")")
            lines.append("  says         \(rule.summary)")
            lines.append("  source       \(rule.source)")
            lines.append("  but          \(rule.caveat)")
        }
        if extras.onGround {
            lines.append("metres: on the ground, those of the grid divided by its scale at the place")
        } else if !lines.isEmpty {
            let systems = Set(layers.all.flatMap(\.atlas.metricSystems)).sorted()
            lines.append("metres: of the grid, \(systems.joined(separator: ", "))")
        }
        return lines
    }

    private func answer(_ verdict: Verdict, _ atlas: Atlas) -> String {
        switch verdict.decision {
        case .inside: "inside \(name(verdict.perimeter!, atlas))"
        case .outside: "outside every perimeter" + (verdict.nearest.map { ", the nearest is \(name($0, atlas))" } ?? "")
        case .uncertain:
            "uncertain (\(verdict.reason.rawValue))" + (verdict.nearest.map { ", \(name($0, atlas))" } ?? "")
        case .notLocated: "not located"
        }
    }

    private func name(_ perimeter: Int, _ atlas: Atlas) -> String {
        "\(atlas.perimeters[perimeter].code) \(atlas.perimeters[perimeter].name)"
    }

    /// The same under the names of an audit's columns.
    var members: [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        for (layer, part) in zip(layers.all, extra.parts) {
            func add(_ name: String, _ value: JSONValue) { members.append(.init("\(layer.prefix)_\(name)", value)) }
            let codes = layer.atlas.perimeters
            if layer.prefix != layers.main.prefix {
                let verdict = part.finding.verdict
                add("verdict", .string(verdict.decision.rawValue))
                add("code", JSONValue(verdict.perimeter.map { codes[$0].code }))
                add("name", JSONValue(verdict.perimeter.map { codes[$0].name }))
                add("probability", verdict.probability.map { JSONValue($0, decimals: 3) } ?? .null)
                add("quality", JSONValue(verdict.quality.rawValue))
                add("distance_m", verdict.distance.map { JSONValue($0, decimals: 3) } ?? .null)
                add("nearest_code", JSONValue(verdict.nearest.map { codes[$0].code }))
                add("reason", .string(verdict.reason.rawValue))
            }
            if !part.others.isEmpty { add("others", .array(part.others.map { .string(codes[$0].code) })) }
            for (distance, answer) in zip(extras.distances, part.within) {
                add(AuditExtras.columnName(within: distance), JSONValue(answer?.rawValue))
            }
        }
        for (rule, answer) in zip(extras.rules, extra.rules) {
            members.append(.init(rule.columnName, JSONValue(answer?.rawValue)))
        }
        return members
    }
}
