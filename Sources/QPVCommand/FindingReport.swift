import Foundation
import Gazetteer
import Interchange
import QPVKit

/// One finding for a person, or for a program.
struct FindingReport {
    private let finding: Finding
    private let atlas: Atlas
    private let coordinates: String?

    /// - Parameter coordinates: what is wrong with the coordinates, in words.
    init(_ finding: Finding, atlas: Atlas, coordinates: String? = nil) {
        self.finding = finding
        self.atlas = atlas
        self.coordinates = coordinates
    }

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
            let nearest = verdict.decision == .uncertain ? nil : verdict.nearest
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
        if let coordinates { lines.append("  coordinates  \(coordinates)") }
        return lines.joined(separator: "\n")
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

    private func name(_ perimeter: Int) -> String {
        "\(atlas.perimeters[perimeter].code) \(atlas.perimeters[perimeter].name)"
    }

    private static func number(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }

    /// The same members as the columns of an audit, with the shares and the provenance.
    ///
    /// - Parameters:
    ///   - prefix: what the columns of the main layer begin with.
    ///   - beside: what other layers, distances and rules say.
    func json(prefix: String = "qpv", beside: [JSONObject.Member] = [], provenance: Provenance) -> JSONValue {
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
        if verdict.addresses > 1 {
            members["qpv_addresses"] = JSONValue(verdict.addresses)
            members["qpv_addresses_inside"] = JSONValue(verdict.addressesInside)
            members["ambiguities"] = .array(finding.ambiguities.map { .string($0.rawValue) })
        }
        for i in members.members.indices where members.members[i].name.hasPrefix("qpv_") {
            members.members[i].name = prefix + members.members[i].name.dropFirst(3)
        }
        if let detail = finding.detail { members["coordinates"] = .string(detail) }
        if let match = finding.match { members["match"] = .object(match.json) }
        members.members += beside
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
