import Gazetteer
public import Interchange
public import QPVKit

extension CheckResult {
    /// The same members as the columns of an audit, with the shares, what was asked beside the verdict, and the provenance.
    public func json(_ provenance: Provenance) -> JSONValue {
        let finding = main, verdict = main.verdict, perimeters = layers.main.atlas.perimeters
        let prefix = extras.mainPrefix
        var members = verdict.json(VerdictField.ofLayer, prefix, perimeters)
        members[PositionField.longitude.rawValue] = FieldValue.degrees(finding.longitude).json()
        members[PositionField.latitude.rawValue] = FieldValue.degrees(finding.latitude).json()
        members["shares"] = .object(
            JSONObject(finding.shares.map { .init(perimeters[$0.perimeter].code, JSONValue($0.share, decimals: 3)) }))
        if verdict.addresses > 1 {
            members.members += verdict.json(VerdictField.ofRow, prefix, perimeters).members
            members["ambiguities"] = .array(finding.ambiguities.map { .string($0.rawValue) })
        }
        if let detail = finding.detail { members["coordinates"] = .string(detail) }
        if let match = finding.match {
            let fields = MatchField.all.map { JSONObject.Member($0.rawValue, $0.value(in: match).json()) }
            members["match"] = .object(JSONObject(fields))
        }
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
                members += part.finding.verdict.json(VerdictField.ofLayer, layer.prefix, perimeters).members
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
