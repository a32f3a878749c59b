public import Gazetteer
public import Interchange

/// What a result rests on: enough to make it again, byte for byte.
public struct Provenance: Sendable {
    private var members: [JSONObject.Member] = []

    /// Begins with the program.
    ///
    /// - Parameter command: the name of the command that made the result.
    public init(version: String, command: String) {
        members.append(.init("program", .object(["name": "qpv", "version": .string(version)])))
        members.append(.init("command", .string(command)))
    }

    /// States the input.
    public mutating func state(input reader: CSVReader, rows: Int) {
        let input: JSONObject = [
            "file": .string(reader.name), "dialect": .string(reader.dialect.description), "rows": JSONValue(rows),
        ]
        members.append(.init("input", .object(input)))
    }

    /// States the perimeters: file, SHA-256, kinds, vintages, count.
    public mutating func state(_ atlas: Atlas) { state(atlas.perimeters, of: atlas.source, as: "perimeters") }

    /// States perimeters under a name of their own, where a result rests on several files.
    public mutating func state(_ perimeters: [Perimeter], of source: SourceFile, as name: String) {
        let stated: JSONObject = [
            "file": .string(source.path), "sha256": .string(source.sha256),
            "kinds": .array(perimeters.kinds.map { .string($0.rawValue) }),
            "vintages": .array(perimeters.vintages.map { JSONValue($0) }), "count": JSONValue(perimeters.count),
            "metric_crs": .array(perimeters.metricSystems.map { .string($0) }),
        ]
        members.append(.init(name, .object(stated)))
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
        members.append(.init("gazetteer", .object(stated)))
    }

    /// States a parameter.
    public mutating func state(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

    /// States what a verdict depends on besides the data.
    public mutating func state(_ options: Examiner.Options) { state("parameters", options.json) }

    /// States the counts of an audit; of a geocoding, which has no verdicts, only what was found.
    public mutating func state(_ summary: AuditSummary, _ product: Audit.Product = .verdicts) {
        var counts = summary.json
        if product == .matches {
            counts = ["rows": JSONValue(summary.rows), "match_levels": counts["match_levels"] ?? .null]
        }
        members.append(.init("summary", counts))
    }

    /// All that was stated, in order.
    public var value: JSONValue { .object(JSONObject(members)) }

    /// Indented JSON, ending with a newline.
    public var json: String { value.json(pretty: true) + "\n" }
}

extension AuditSummary {
    /// Counts by verdict, quality and reason, and the share inside with its bounds.
    public var json: JSONValue {
        var verdicts = JSONObject()
        for decision in Verdict.Decision.allCases {
            var entry = JSONObject()
            entry["rows"] = JSONValue(rows(decision))
            for quality in Verdict.Quality.allCases where rows(decision, quality: quality) > 0 {
                entry["quality_\(quality.rawValue)"] = JSONValue(rows(decision, quality: quality))
            }
            entry["reasons"] = .object(
                JSONObject(reasons(decision).map { .init($0.reason.rawValue, JSONValue($0.rows)) }))
            verdicts[decision.rawValue] = .object(entry)
        }
        let found = MatchLevel.allCases.compactMap { level in
            levels[level].map { JSONObject.Member(level.rawValue, JSONValue($0)) }
        }
        var members: JSONObject = [
            "rows": JSONValue(rows), "match_levels": .object(JSONObject(found)), "verdicts": .object(verdicts),
            "share_inside": .object([
                "among_decided": shareInside.map { JSONValue($0, decimals: 6) } ?? .null, "decided": JSONValue(decided),
                "lower_bound": lowerBound.map { JSONValue($0, decimals: 6) } ?? .null,
                "upper_bound": upperBound.map { JSONValue($0, decimals: 6) } ?? .null,
            ]),
            "ragged_rows": JSONValue(raggedRows),
            "coordinate_faults": .object(
                JSONObject(coordinateFaults.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })),
        ]
        if rowsOfSeveral > 0 {
            members["rows_of_several_addresses"] = JSONValue(rowsOfSeveral)
            let counts = ambiguities.sorted { $0.key.rawValue < $1.key.rawValue }
            members["ambiguous_expressions"] = .object(
                JSONObject(counts.map { .init($0.key.rawValue, JSONValue($0.value)) }))
        }
        return .object(members)
    }
}

extension Examiner.Options {
    /// The parameters of a verdict.
    var json: JSONValue {
        var members: JSONObject = [
            "radius_m": radii.json, "minimum_score": JSONValue(minimumScore),
            "inside_from": JSONValue(Judge.insideFrom), "outside_up_to": JSONValue(Judge.outsideUpTo),
            "sure_match_from": JSONValue(Judge.sureMatchFrom),
        ]
        if !readsExpressions { members["one_address"] = .bool(true) }
        return .object(members)
    }
}
