public import Interchange
import Perimeters

extension Crosswalk {
    /// The names of the columns of ``table(_:)``; those of addresses only when they were counted.
    package static func columns(withAddresses: Bool) -> [String] {
        [
            "old_code", "old_name", "new_code", "new_name", "relation", "area_old_m2", "area_new_m2", "area_shared_m2",
            "share_of_old", "share_of_new",
        ]
            + (withAddresses
                ? [
                    "addresses_old", "addresses_new", "addresses_shared", "addresses_share_of_old",
                    "addresses_share_of_new",
                ] : [])
    }

    /// The crosswalk as CSV: comma, UTF-8, LF; areas in square metres with three decimals, shares with six.
    ///
    /// What a perimeter alone lacks is an empty cell; so is a share of no addresses.
    public func table(_ addresses: CrosswalkAddresses? = nil) -> OutputBuffer {
        var writer = CSVWriter(dialect: CSVDialect())
        for name in Self.columns(withAddresses: addresses != nil) { writer.append(name) }
        writer.endRecord()
        for (number, row) in rows.enumerated() {
            append(row.old.map { old[$0] }, to: &writer)
            append(row.new.map { new[$0] }, to: &writer)
            writer.append(row.relation.rawValue)
            append(areaOfOld(row), decimals: 3, to: &writer)
            append(areaOfNew(row), decimals: 3, to: &writer)
            append(row.sharedArea, decimals: 3, to: &writer)
            append(shareOfOld(row), decimals: 6, to: &writer)
            append(shareOfNew(row), decimals: 6, to: &writer)
            if let addresses {
                let counts = (row.old.map { addresses.old[$0] }, row.new.map { addresses.new[$0] })
                let shared = addresses.shared[number]
                for count in [counts.0, counts.1, shared] {
                    if let count { writer.append(integer: count) } else { writer.appendEmpty() }
                }
                for count in [counts.0, counts.1] {
                    let share = row.old == nil || row.new == nil || count == 0 ? nil : Double(shared) / Double(count!)
                    append(share, decimals: 6, to: &writer)
                }
            }
            writer.endRecord()
        }
        return writer.output
    }

    private func append(_ perimeter: Perimeter?, to writer: inout CSVWriter) {
        writer.append(text: perimeter?.code ?? "")
        writer.append(text: perimeter?.name ?? "")
    }

    private func append(_ value: Double?, decimals: Int, to writer: inout CSVWriter) {
        if let value { writer.append(fixed: value, decimals: decimals) } else { writer.appendEmpty() }
    }
}
