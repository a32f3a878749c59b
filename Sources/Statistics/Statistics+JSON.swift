import Disclosure
public import Interchange
import Verdicts

extension Statistics {
    /// The parameters, for the provenance; not the seed, which is secret.
    ///
    /// - Parameter earlier: the file compared with.
    public func json(against earlier: String?) -> JSONValue {
        func name(_ column: Int?) -> JSONValue { column.map { .string(columns.header[$0]) } ?? .null }
        var members: JSONObject = [
            "unit": .string(options.unit.rawValue), "basis": .string(options.basis.rawValue),
            "bands": .string(options.bands.bands.map(\.name).joined(separator: ",")),
            "by": .array(columns.by.map { .array($0.map { .string(columns.header[$0]) }) }),
            "age_column": name(columns.age), "birth_column": name(columns.birth), "band_column": name(columns.band),
            "sex_column": name(columns.sex), "id_column": name(columns.id), "value_column": name(columns.value),
            "detail": .bool(options.hasDetail),
        ]
        if let day = options.at { members["at"] = .string("\(day)") }
        if let target = options.target { members["target"] = JSONValue(target) }
        if let earlier { members["against"] = .string(earlier) }
        members["disclosure"] = .string(options.appliedDisclosure.name)
        if let threshold = options.appliedDisclosure.threshold { members["threshold"] = JSONValue(threshold) }
        if case .columns(let cells) = columns.verdict { members["verdict_column"] = name(cells.verdict) }
        return .object(members)
    }
}
