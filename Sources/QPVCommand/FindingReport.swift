import Foundation
import Gazetteer
import Interchange
import QPVKit

/// One finding for a person, or for a program.
struct FindingReport {
    private let finding: Finding
    private let atlas: Atlas

    init(_ finding: Finding, atlas: Atlas) {
        self.finding = finding
        self.atlas = atlas
    }

    /// Several lines: the answer first, then what it rests on.
    var text: String {
        let verdict = finding.verdict
        var lines = ["\(answer)"]
        lines.append("  quality      \(verdict.quality.rawValue) (\(quality)), reason \(verdict.reason.rawValue)")
        if let probability = verdict.probability, verdict.decision != .inside || probability < 1 {
            lines.append("  probability  \(Self.number(probability, 3))\(finding.verdict.decision == .outside ? " inside any" : "")")
        }
        if let distance = verdict.distance, let nearest = verdict.nearest {
            let side = distance < 0 ? "inside" : "outside"
            lines.append(
                "  border       \(Self.number(abs(distance), 1)) m \(side), of \(name(nearest))")
        }
        if finding.shares.count > 1 {
            let shares = finding.shares.map { "\(atlas.perimeters[$0.perimeter].code) \(Self.number($0.share, 3))" }
            lines.append("  shares       \(shares.joined(separator: ", "))")
        }
        if let match = finding.match {
            lines.append("  match        \(match.label) (\(match.level.rawValue))")
            lines.append("  score        \(Self.number(match.score, 3)), next best \(Self.number(match.scoreNext, 3))")
        }
        if let longitude = finding.longitude, let latitude = finding.latitude {
            lines.append("  position     \(Self.number(longitude, 6)), \(Self.number(latitude, 6))")
        }
        if let detail = finding.detail { lines.append("  coordinates  \(detail)") }
        return lines.joined(separator: "\n")
    }

    private var answer: String {
        let verdict = finding.verdict
        switch verdict.decision {
        case .inside: return "inside \(name(verdict.perimeter!))"
        case .outside: return "outside every perimeter"
        case .uncertain: return "uncertain" + (verdict.nearest.map { ": perhaps in \(name($0))" } ?? "")
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

    private func name(_ perimeter: Int) -> String {
        "\(atlas.perimeters[perimeter].code) \(atlas.perimeters[perimeter].name)"
    }

    private static func number(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }

    /// The same members as the columns of an audit, with the shares and the provenance.
    func json(provenance: Provenance) -> JSONValue {
        let verdict = finding.verdict
        var members: JSONObject = [
            "qpv_verdict": .string(verdict.decision.rawValue),
            "qpv_code": JSONValue(verdict.perimeter.map { atlas.perimeters[$0].code }),
            "qpv_name": JSONValue(verdict.perimeter.map { atlas.perimeters[$0].name }),
            "qpv_probability": verdict.probability.map { JSONValue($0, decimals: 3) } ?? .null,
            "qpv_quality": JSONValue(verdict.quality.rawValue),
            "qpv_distance_m": verdict.distance.map { JSONValue($0, decimals: 3) } ?? .null,
            "qpv_nearest_code": JSONValue(verdict.nearest.map { atlas.perimeters[$0].code }),
            "qpv_reason": .string(verdict.reason.rawValue),
            "longitude": finding.longitude.map { JSONValue($0, decimals: 7) } ?? .null,
            "latitude": finding.latitude.map { JSONValue($0, decimals: 7) } ?? .null,
        ]
        members["shares"] = .object(
            JSONObject(
                finding.shares.map { .init(atlas.perimeters[$0.perimeter].code, JSONValue($0.share, decimals: 3)) }))
        if let detail = finding.detail { members["coordinates"] = .string(detail) }
        if let match = finding.match { members["match"] = .object(match.json) }
        members["provenance"] = provenance.value
        return .object(members)
    }
}

extension Match {
    /// The columns of the national geocoder's service.
    var json: JSONObject {
        [
            "result_label": .string(label), "result_score": JSONValue(score, decimals: 3),
            "result_score_next": JSONValue(scoreNext, decimals: 3), "result_type": .string(level.rawValue),
            "result_id": .string(id), "result_housenumber": .string(housenumber), "result_name": .string(name),
            "result_street": .string(street), "result_postcode": .string(postcode), "result_city": .string(city),
            "result_citycode": .string(citycode), "position_type": .string(positionType.name),
        ]
    }
}
