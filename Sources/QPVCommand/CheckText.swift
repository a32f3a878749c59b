import Foundation
import Gazetteer
import Geodesy
import Interchange
import QPVKit
import QPVService

/// What is known of one place, for a person.
struct CheckText {
    private let result: CheckResult
    private let finding: Finding

    init(_ result: CheckResult) { (self.result, finding) = (result, result.main) }

    /// Several lines: the answer first, then what it rests on.
    var text: String {
        let verdict = finding.verdict
        var lines = [answer]
        lines.append("  reason       \(verdict.reason.rawValue): \(verdict.reason.sentence)")
        lines.append("  quality      \(verdict.quality.rawValue) (\(quality))")
        if verdict.addresses > 1 {
            lines.append("  addresses    \(verdict.addresses), of which \(verdict.addressesInside) inside a perimeter")
        }
        for code in finding.ambiguities { lines.append("  ambiguous    \(code.rawValue): see qpv explain") }
        for share in finding.shares where share.share < 1 {
            lines.append("  probability  \(Self.number(share.share, 3)) of lying in \(name(share.perimeter))")
        }
        if let distance = verdict.distance {
            // The perimeter of an uncertain verdict is the one with the largest share, not the one with this border.
            let isOfBorder = verdict.decision != .uncertain || verdict.reason == .groundNotCovered
            let nearest = isOfBorder ? verdict.nearest : nil
            let side = distance < 0 ? "inside" : "outside"
            lines.append(
                "  distance     \(Self.number(abs(distance), 1)) m \(side) the nearest border"
                    + (nearest.map { ", that of \(name($0))" } ?? ""))
        }
        if let match = finding.match {
            lines.append("  match        \(match.label) (\(match.level.rawValue))")
            lines.append("  score        \(Self.number(match.score, 3)), next best \(Self.number(match.scoreNext, 3))")
        }
        if let longitude = finding.longitude, let latitude = finding.latitude {
            lines.append("  position     longitude \(Self.number(longitude, 6)), latitude \(Self.number(latitude, 6))")
        }
        if let sanity = result.sanity, !sanity.isFine { lines.append("  coordinates  \(sanity)") }
        return (lines + beside).joined(separator: "\n")
    }

    private var answer: String {
        let verdict = finding.verdict
        switch verdict.decision {
        case .inside: return "inside \(name(verdict.perimeter!))"
        case .outside: return "outside every perimeter"
        case .uncertain:
            guard let nearest = verdict.nearest, let probability = verdict.probability, probability > 0 else {
                return "uncertain"
            }
            return "uncertain: in \(name(nearest)) with a probability of \(Self.number(probability, 3))"
        case .notLocated: return "not located"
        }
    }

    private var quality: String {
        switch finding.verdict.quality {
        case .sure: "sure"
        case .probable: "probable"
        case .undetermined: "undetermined"
        }
    }

    private func name(_ perimeter: Int) -> String { name(perimeter, result.layers.main.atlas) }

    private func name(_ perimeter: Int, _ atlas: Atlas) -> String {
        "\(atlas.perimeters[perimeter].code) \(atlas.perimeters[perimeter].name)"
    }

    private static func number(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }

    /// Lines under those of the main layer; none when nothing was asked.
    private var beside: [String] {
        let layers = result.layers, extras = result.extras
        var lines: [String] = []
        for (layer, part) in zip(layers.all, result.finding.parts) {
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
        for (rule, answer) in zip(extras.rules, result.finding.rules) {
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
}
