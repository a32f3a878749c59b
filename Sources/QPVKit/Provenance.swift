import Geodesy
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
    public mutating func state(_ atlas: Atlas) {
        let perimeters: JSONObject = [
            "file": .string(atlas.source.path), "sha256": .string(atlas.source.sha256),
            "kinds": .array(atlas.kinds.map { .string($0.rawValue) }),
            "vintages": .array(atlas.vintages.map { JSONValue($0) }), "count": JSONValue(atlas.perimeters.count),
            "metric_crs": .array(atlas.metricSystems.map { .string($0) }),
        ]
        members.append(.init("perimeters", .object(perimeters)))
    }

    /// States a parameter.
    public mutating func state(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

    /// The counts of an audit.
    public mutating func state(_ summary: AuditSummary) {
        members.append(.init("summary", summary.json))
    }

    /// Indented JSON, ending with a newline.
    public var json: String { JSONValue.object(JSONObject(members)).json(pretty: true) + "\n" }
}

extension Atlas {
    /// The metric systems that distances are in, by territory.
    public var metricSystems: [String] { regions.map(\.territory.metricCRS.name) }
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
        return .object([
            "rows": JSONValue(rows), "verdicts": .object(verdicts),
            "share_inside": .object([
                "among_decided": shareInside.map { JSONValue($0, decimals: 6) } ?? .null, "decided": JSONValue(decided),
                "lower_bound": lowerBound.map { JSONValue($0, decimals: 6) } ?? .null,
                "upper_bound": upperBound.map { JSONValue($0, decimals: 6) } ?? .null,
            ]),
            "ragged_rows": JSONValue(raggedRows),
            "coordinate_faults": .object(
                JSONObject(coordinateFaults.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })),
        ])
    }
}

extension Examiner.Options {
    /// The parameters of a verdict.
    var json: JSONValue {
        .object([
            "radius_m": radii.json, "minimum_score": JSONValue(minimumScore),
            "inside_from": JSONValue(Judge.insideFrom), "outside_up_to": JSONValue(Judge.outsideUpTo),
            "sure_match_from": JSONValue(Judge.sureMatchFrom),
        ])
    }
}
