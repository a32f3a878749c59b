import Foundation
import QPVKit
import QPVService

/// A comparison of two vintages for a person.
struct CompareText {
    private let result: CompareResult
    private let crosswalk: Crosswalk
    private let files: (old: String, new: String)

    init(_ result: CompareResult, old: String, new: String) {
        (self.result, crosswalk, files) = (result, result.crosswalk, (old, new))
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
        if let addresses = result.addresses {
            lines.append(
                Self.line("addresses", addresses.inOld.grouped, addresses.inNew.grouped, "")
                    + shared(
                        addresses.inBoth.grouped, Double(addresses.inBoth), Double(addresses.inOld),
                        Double(addresses.inNew)))
        }
        lines += pairs
        if let rows = result.rows { lines += rowLines(rows) }
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
}
