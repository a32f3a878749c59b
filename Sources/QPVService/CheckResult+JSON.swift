import Gazetteer
public import Interchange
public import QPVKit

extension CheckResult {
    /// The same members as the columns of an audit, with the shares, what was asked beside the verdict, and the provenance.
    public func json(_ provenance: Provenance) -> JSONValue {
        let finding = main, verdict = main.verdict, perimeters = layers.main.atlas.perimeters
        var members = verdict.columns("qpv", perimeters)
        members["longitude"] = finding.longitude.map { JSONValue($0, decimals: 7) } ?? .null
        members["latitude"] = finding.latitude.map { JSONValue($0, decimals: 7) } ?? .null
        members["shares"] = .object(
            JSONObject(finding.shares.map { .init(perimeters[$0.perimeter].code, JSONValue($0.share, decimals: 3)) }))
        if verdict.addresses > 1 {
            members["qpv_addresses"] = JSONValue(verdict.addresses)
            members["qpv_addresses_inside"] = JSONValue(verdict.addressesInside)
            members["ambiguities"] = .array(finding.ambiguities.map { .string($0.rawValue) })
        }
        for i in members.members.indices where members.members[i].name.hasPrefix("qpv_") {
            members.members[i].name = extras.mainPrefix + members.members[i].name.dropFirst(3)
        }
        if let detail = finding.detail { members["coordinates"] = .string(detail) }
        if let match = finding.match { members["match"] = .object(match.json) }
        members.members += beside
        members["provenance"] = provenance.value
        return .object(members)
    }

    /// What other layers, distances and rules say, under the names of an audit's columns.
    private var beside: [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        for (layer, part) in zip(layers.all, finding.parts) {
            let perimeters = layer.atlas.perimeters
            if layer.prefix != layers.main.prefix {
                members += part.finding.verdict.columns(layer.prefix, perimeters).members
            }
            func add(_ name: String, _ value: JSONValue) { members.append(.init("\(layer.prefix)_\(name)", value)) }
            if !part.others.isEmpty { add("others", .array(part.others.map { .string(perimeters[$0].code) })) }
            for (distance, answer) in zip(extras.distances, part.within) {
                add(AuditExtras.columnName(within: distance), JSONValue(answer?.rawValue))
            }
        }
        for (rule, answer) in zip(extras.rules, finding.rules) {
            members.append(.init(rule.columnName, JSONValue(answer?.rawValue)))
        }
        return members
    }
}

extension Verdict {
    /// The columns of one layer.
    fileprivate func columns(_ prefix: String, _ perimeters: [Perimeter]) -> JSONObject {
        [
            "\(prefix)_verdict": .string(decision.rawValue),
            "\(prefix)_code": JSONValue(perimeter.map { perimeters[$0].code }),
            "\(prefix)_name": JSONValue(perimeter.map { perimeters[$0].name }),
            "\(prefix)_probability": probability.map { JSONValue($0, decimals: 3) } ?? .null,
            "\(prefix)_quality": JSONValue(quality.rawValue),
            "\(prefix)_distance_m": distance.map { JSONValue($0, decimals: 3) } ?? .null,
            "\(prefix)_nearest_code": JSONValue(nearest.map { perimeters[$0].code }),
            "\(prefix)_reason": .string(reason.rawValue),
        ]
    }
}

extension Match {
    /// The columns of the national geocoder's service.
    fileprivate var json: JSONObject {
        [
            "result_label": .string(label), "result_score": JSONValue(score, decimals: 3),
            "result_score_next": JSONValue(scoreNext, decimals: 3), "result_type": .string(level.rawValue),
            "result_id": .string(id), "result_housenumber": .string(housenumber), "result_name": .string(name),
            "result_street": .string(street), "result_postcode": .string(postcode), "result_city": .string(city),
            "result_citycode": .string(citycode), "position_type": .string(positionType.name),
        ]
    }
}
