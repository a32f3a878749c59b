import Foundation
import Interchange
import QPVKit

/// A comparison of two vintages for a person, or for a program.
struct CompareReport {
    private let crosswalk: Crosswalk
    private let files: (old: String, new: String)
    private let addresses: CrosswalkAddresses?
    /// What became of the rows of a file, when one was compared.
    var rows: VerdictComparison.Summary?

    init(_ crosswalk: Crosswalk, old: String, new: String, _ addresses: CrosswalkAddresses?) {
        self.crosswalk = crosswalk
        files = (old, new)
        self.addresses = addresses
    }

    /// Counts by relation, shared ground, then the rows of the crosswalk when they are few.
    var text: String {
        let summary = crosswalk.summary
        var lines = ["old           \(files.old)", "new           \(files.new)", Self.line("", "old", "new", "")]
        lines.append(Self.line("perimeters", summary.perimeters.old.grouped, summary.perimeters.new.grouped, ""))
        for relation in CrosswalkRelation.allCases {
            guard let count = summary.counts[relation] else { continue }
            lines.append(
                Self.line(
                    relation.rawValue, relation == .new ? "" : count.old.grouped,
                    relation == .gone ? "" : count.new.grouped, sentence(relation)))
        }
        let areas = [summary.areaOld, summary.areaNew, summary.areaShared].map { String(format: "%.3f", $0 / 1e6) }
        lines.append(
            Self.line("area, km²", areas[0], areas[1], "")
                + shared(areas[2], summary.areaShared, summary.areaOld, summary.areaNew))
        if let addresses {
            lines.append(
                Self.line("addresses", addresses.inOld.grouped, addresses.inNew.grouped, "")
                    + shared(
                        addresses.inBoth.grouped, Double(addresses.inBoth), Double(addresses.inOld),
                        Double(addresses.inNew)))
        }
        lines += pairs
        if let rows { lines += rowLines(rows) }
        return lines.joined(separator: "\n")
    }

    private static let shownAtMost = 30

    /// One line for each row of the crosswalk, as long as they fit a screen.
    private var pairs: [String] {
        let rows = crosswalk.rows.filter { $0.relation != .sliver }
        guard rows.count <= Self.shownAtMost else { return [] }
        return rows.map { row in
            let old = row.old.map { crosswalk.old[$0] }, new = row.new.map { crosswalk.new[$0] }
            var line = row.relation.rawValue.padded(to: 13) + " "
            line += [old, new].compactMap { $0.map { "\($0.code) \($0.name)" } }.joined(separator: " → ")
            if let ofOld = crosswalk.shareOfOld(row), let ofNew = crosswalk.shareOfNew(row) {
                line += ": \(ofOld.percent) of the old one, \(ofNew.percent) of the new one"
            }
            return line
        }
    }

    private func rowLines(_ rows: VerdictComparison.Summary) -> [String] {
        var lines = [
            "rows          \(rows.rows.grouped), of which \(rows.written.grouped) with another verdict or not located"
        ]
        for change in VerdictChange.allCases {
            guard let count = rows.changes[change] else { continue }
            let label = change.rawValue.replacing("_", with: " ").padded(to: 14)
            lines.append("  " + label + count.grouped.padded(to: 10, before: true))
        }
        return lines
    }

    private func sentence(_ relation: CrosswalkRelation) -> String {
        switch relation {
        case .kept: "at least \(crosswalk.options.keptFrom.percent) of both are common"
        case .modified: "one for one, the border moved"
        case .split: "one old, several new"
        case .merged: "several old, one new"
        case .recomposed: "several old, several new"
        case .sliver: "share less than \(crosswalk.options.linkedFrom.percent) of either: not linked"
        case .gone: "without successor"
        case .new: "without predecessor"
        case .undecided: "without partner, but in a commune with an unusable shape"
        case .unusable: "without a shape that can be used"
        }
    }

    private func shared(_ text: String, _ both: Double, _ old: Double, _ new: Double) -> String {
        var shares: [String] = []
        if old > 0 { shares.append("\((both / old).percent) of the old") }
        if new > 0 { shares.append("\((both / new).percent) of the new") }
        return "   shared \(text)" + (shares.isEmpty ? "" : ": " + shares.joined(separator: ", "))
    }

    private static func line(_ label: String, _ old: String, _ new: String, _ note: String) -> String {
        let text = label.padded(to: 13) + old.padded(to: 10, before: true) + new.padded(to: 10, before: true)
        return note.isEmpty ? text : text + "   " + note
    }

    /// The counts, every row of the crosswalk, and the provenance.
    func json(_ provenance: Provenance) -> JSONValue {
        var members: JSONObject = ["summary": crosswalk.summary.json]
        if let addresses {
            members["addresses"] = .object([
                "old": JSONValue(addresses.inOld), "new": JSONValue(addresses.inNew),
                "shared": JSONValue(addresses.inBoth),
            ])
        }
        if let rows { members["rows"] = rows.json }
        members["crosswalk"] = .array(
            crosswalk.rows.enumerated().map { number, row in
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
                return .object(entry)
            })
        members["provenance"] = provenance.value
        return .object(members)
    }
}
