public import Gazetteer
import Geodesy
public import Interchange
import Perimeters
public import Provenance
import Tables

extension Provenance {
    /// States which columns say where the rows are, and the CRS of coordinates.
    public mutating func state(_ plan: RowPlan, of reader: any TableReader) {
        state("columns", .array(plan.columns.map { .string(reader.header.names[$0]) }))
        let rest = ColumnNames(reader.header.names).rest(besides: Set(plan.columns))
        if !rest.isEmpty { state("columns_not_used", .array(rest.map { .string($0) })) }
        switch plan {
        case .addresses(let columns): if let unread = columns.unread.byKind { state("columns_not_read", unread) }
        case .coordinates(let columns): state("crs", .string(columns.crs.name))
        }
    }

    /// States the gazetteer: its inputs with their SHA-256, and what it holds.
    public mutating func state(_ gazetteer: GazetteerInfo) {
        let inputs = gazetteer.inputs.map { input -> JSONValue in
            .object(["file": .string(input.name), "sha256": .string(input.sha256)])
        }
        let stated: JSONObject = [
            "identity": .string(gazetteer.identity), "inputs": .array(inputs),
            "communes": JSONValue(gazetteer.communes), "streets": JSONValue(gazetteer.streets),
            "addresses": JSONValue(gazetteer.addresses),
        ]
        state("gazetteer", .object(stated))
    }

    /// States what a verdict depends on besides the data.
    public mutating func state(_ options: Examiner.Options) { state("parameters", options.json) }

    /// States what an audit appends after its ordinary columns: rules with their sources, distances, which metres.
    public mutating func state(_ extras: AuditExtras) {
        if !extras.distances.isEmpty {
            state("within_m", .array(extras.distances.map { JSONValue($0) }))
        }
        if !extras.rules.isEmpty { state("rules", .array(extras.rules.map(\.json))) }
        if extras.onGround { state("metres", "ground: of the grid, divided by its scale at the place") }
    }

    /// States the counts of an audit; of a geocoding, which has no verdicts, only what was found.
    ///
    /// - Parameter extras: names the other layers that were counted.
    public mutating func state(
        _ summary: AuditSummary, withVerdicts: Bool = true, extras: AuditExtras = .init()
    ) {
        var counts = summary.json
        if !extras.layers.isEmpty, var members = counts.object {
            members["other_layers"] = .object(
                JSONObject(
                    zip(extras.layers, summary.otherLayers).map { .init("\($0.prefix)_", $1.json) }))
            counts = .object(members)
        }
        if !withVerdicts {
            counts = ["rows": JSONValue(summary.rows), "match_levels": counts["match_levels"] ?? .null]
        }
        state("summary", counts)
    }
}

extension Rule {
    /// The name, what the rule says, where that comes from and what it does not tell.
    public var json: JSONValue {
        [
            "name": .string(rawValue), "says": .string(summary), "source": .string(source), "caveat": .string(caveat),
        ]
    }
}

extension Examiner.Options {
    /// The parameters of a verdict.
    package var json: JSONValue {
        var members: JSONObject = [
            "radius_m": radii.json, "minimum_score": JSONValue(minimumScore),
            "inside_from": JSONValue(Judge.insideFrom), "outside_up_to": JSONValue(Judge.outsideUpTo),
            "sure_match_from": JSONValue(Judge.sureMatchFrom),
        ]
        if !readsExpressions { members["one_address"] = .bool(true) }
        return .object(members)
    }
}

extension [UnreadColumn] {
    /// The names of the columns by what they look like; nil when there are none.
    package var byKind: JSONValue? {
        guard !isEmpty else { return nil }
        var names = JSONObject()
        for kind in UnreadColumn.Kind.allCases {
            let ofKind = filter { $0.kind == kind }.map { JSONValue.string($0.name) }
            if !ofKind.isEmpty { names[kind.rawValue] = .array(ofKind) }
        }
        return .object(names)
    }
}
