public import Interchange
public import QPVKit

/// A comparison of two vintages.
public struct CompareResult: Sendable {
    /// The perimeters of both and how they are related.
    public let crosswalk: Crosswalk
    /// The addresses in both, when a gazetteer was named.
    public let addresses: CrosswalkAddresses?
    /// What became of the rows of a table, when one was compared.
    public let rows: VerdictComparison.Summary?
    /// Whether an output came out at standard output.
    package let takesStandardOutput: Bool

    /// The counts, every row of the crosswalk, and the provenance.
    public func json(_ provenance: Provenance) -> JSONValue {
        var members: JSONObject = ["summary": crosswalk.summary.json]
        if let addresses {
            members["addresses"] = .object([
                "old": JSONValue(addresses.inOld), "new": JSONValue(addresses.inNew),
                "shared": JSONValue(addresses.inBoth),
            ])
        }
        if let rows { members["rows"] = rows.json }
        members["crosswalk"] = .array(crosswalk.rows.indices.map { .object(entry($0)) })
        members["provenance"] = provenance.value
        return .object(members)
    }

    private func entry(_ number: Int) -> JSONObject {
        let row = crosswalk.rows[number]
        var entry: JSONObject = [
            "old_code": JSONValue(row.old.map { crosswalk.old[$0].code }),
            "new_code": JSONValue(row.new.map { crosswalk.new[$0].code }),
            "relation": .string(row.relation.rawValue),
            "area_old_m2": crosswalk.areaOfOld(row).map { JSONValue($0, decimals: 3) } ?? .null,
            "area_new_m2": crosswalk.areaOfNew(row).map { JSONValue($0, decimals: 3) } ?? .null,
            "area_shared_m2": JSONValue(row.sharedArea, decimals: 3),
            "share_of_old": crosswalk.shareOfOld(row).map { JSONValue($0, decimals: 6) } ?? .null,
            "share_of_new": crosswalk.shareOfNew(row).map { JSONValue($0, decimals: 6) } ?? .null,
        ]
        if let addresses { entry["addresses_shared"] = JSONValue(addresses.shared[number]) }
        return entry
    }
}
