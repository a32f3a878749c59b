import Comparing
import Interchange
import Perimeters
package import Wording

/// What a perimeter has to do with one of an earlier vintage.
package struct SheetChange: Sendable {
    /// The earlier perimeter; nil when there is none.
    let old: (code: String, name: String)?
    let relation: CrosswalkRelation
    /// The part of the earlier area that is in this perimeter, and the part of this area that was in the earlier one.
    let areaOfOld: Double?, areaOfNew: Double?
    /// The same of the addresses; nil when none were counted, or there are none.
    let addressesOfOld: Double?, addressesOfNew: Double?

    init(_ crosswalk: Crosswalk, _ row: Crosswalk.Row, _ number: Int, _ addresses: CrosswalkAddresses?) {
        old = row.old.map { (crosswalk.old[$0].code, crosswalk.old[$0].name) }
        relation = row.relation
        areaOfOld = crosswalk.shareOfOld(row)
        areaOfNew = crosswalk.shareOfNew(row)
        func share(_ count: Int?) -> Double? {
            guard let addresses, let count, count > 0, row.old != nil, row.new != nil else { return nil }
            return Double(addresses.shared[number]) / Double(count)
        }
        addressesOfOld = share(row.old.flatMap { addresses?.old[$0] })
        addressesOfNew = share(row.new.flatMap { addresses?.new[$0] })
    }

    /// The members of the crosswalk's columns.
    var json: JSONValue {
        func share(_ value: Double?) -> JSONValue { value.map { JSONValue($0, decimals: 6) } ?? .null }
        return [
            "old_code": old.map { .string($0.code) } ?? .null, "old_name": old.map { .string($0.name) } ?? .null,
            "relation": .string(relation.rawValue), "share_of_old": share(areaOfOld), "share_of_new": share(areaOfNew),
            "addresses_share_of_old": share(addressesOfOld), "addresses_share_of_new": share(addressesOfNew),
        ]
    }
}

extension CrosswalkRelation {
    /// What a sheet says of the perimeter of today.
    package func title(_ language: Language) -> String {
        switch self {
        case .kept: language("conservé", "kept")
        case .modified: language("modifié", "modified")
        case .split: language("issu d’une division", "part of a divided one")
        case .merged: language("issu d’un regroupement", "united from several")
        case .recomposed: language("recomposé", "recomposed")
        case .sliver: language("recouvrement minime", "sliver")
        case .gone: language("disparu", "gone")
        case .new: language("nouveau", "new")
        case .undecided: language("indéterminé", "undecided")
        case .unusable: language("tracé inutilisable", "shape that cannot be used")
        }
    }
}
