import Gazetteer
public import Interchange

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
        if totalRows > 0 { members["total_rows"] = JSONValue(totalRows) }
        if rowsOfSeveral > 0 {
            members["rows_of_several_addresses"] = JSONValue(rowsOfSeveral)
            let counts = ambiguities.sorted { $0.key.rawValue < $1.key.rawValue }
            members["ambiguous_expressions"] = .object(
                JSONObject(counts.map { .init($0.key.rawValue, JSONValue($0.value)) }))
        }
        for (name, places) in [("ground_not_covered", uncovered), ("communes_not_in_gazetteer", communesLacking)]
        where !places.isEmpty {
            members[name] = .object(
                JSONObject(places.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) }))
        }
        if rowsInSeveral > 0 { members["rows_in_several_perimeters"] = JSONValue(rowsInSeveral) }
        if !answers.isEmpty {
            members["answers"] = .object(
                JSONObject(
                    answers.sorted { $0.key < $1.key }.map { column, rows in
                        let counts = Band.Answer.allCases.map {
                            JSONObject.Member($0.rawValue, JSONValue(rows[$0] ?? 0))
                        }
                        return .init(column, .object(JSONObject(counts)))
                    }))
        }
        return .object(members)
    }
}
