import Gazetteer
import QPVKit

/// The short account of a run, as it goes to standard error.
enum SummaryText {
    /// Rows by verdict with their reasons, and the share inside with its bounds.
    static func audit(_ summary: AuditSummary) -> String {
        var lines = [line("rows", summary.rows, of: nil, "")]
        for decision in Verdict.Decision.allCases {
            let reasons = summary.reasons(decision).map { "\($0.reason.rawValue) \($0.rows.grouped)" }
            lines.append(
                line(
                    decision.rawValue.replacing("_", with: " "), summary.rows(decision), of: summary.rows,
                    reasons.joined(separator: ", ")))
        }
        if let share = summary.shareInside, let low = summary.lowerBound, let high = summary.upperBound {
            lines.append(
                "share inside: \(share.percent) of the \(counted(summary.decided, "row")) decided; "
                    + "of all rows between \(low.percent) (surely inside) and \(high.percent) (not known to be outside)"
            )
        }
        if summary.raggedRows > 0 {
            lines.append(
                "warning: \(counted(summary.raggedRows, "row")) with more or fewer cells than the header: empty cells were "
                    + "added, extra cells come after the new columns")
        }
        if summary.totalRows > 0 {
            lines.append("note: \(counted(summary.totalRows, "row")) with the total of others: not counted (total_row)")
        }
        if !summary.uncovered.isEmpty {
            lines.append(
                "warning: \(counted(summary.uncovered.values.reduce(0, +), "row")) where the perimeter files do not speak of "
                    + "the ground: \(places(summary.uncovered))\n  = if they hold all perimeters there, state it with --covers"
            )
        }
        if !summary.communesLacking.isEmpty {
            lines.append(
                "warning: \(counted(summary.communesLacking.values.reduce(0, +), "row")) in communes that the gazetteer lacks: "
                    + places(summary.communesLacking))
        }
        if summary.rowsOfSeveral > 0 {
            lines.append("note: \(counted(summary.rowsOfSeveral, "row")) with several addresses: see qpv_addresses")
        }
        for (code, rows) in summary.ambiguities.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(
                "warning: \(counted(rows, "row")) that can be read in two ways: \(code.rawValue) (see qpv explain)")
        }
        for (fault, rows) in summary.coordinateFaults.sorted(by: { $0.key < $1.key }) {
            lines.append("warning: \(counted(rows, "row")) \(faults[fault] ?? "with invalid coordinates (\(fault))")")
        }
        return lines.joined(separator: "\n")
    }

    /// The same, then a block for each other layer, and what was asked beside.
    static func audit(_ summary: AuditSummary, _ layers: Layers, _ extras: AuditExtras) -> String {
        var blocks = [audit(summary)]
        if summary.rowsInSeveral > 0 {
            blocks[0] +=
                "\nnote: \(counted(summary.rowsInSeveral, "row")) in several perimeters: see \(extras.mainPrefix)_others"
        }
        for (layer, counts) in zip(layers.others, summary.otherLayers) {
            blocks.append("\(layer.prefix)_: \(layer.title), not to be added to the others\n" + audit(counts))
            if counts.rowsInSeveral > 0 {
                blocks[blocks.count - 1] +=
                    "\nnote: \(counted(counts.rowsInSeveral, "row")) in several perimeters: see \(layer.prefix)_others"
            }
        }
        var asked = summary.answers.sorted { $0.key < $1.key }.map { column, rows in
            "\(column): "
                + Band.Answer.allCases.map { "\($0.rawValue) \((rows[$0] ?? 0).grouped)" }.joined(separator: ", ")
        }
        for rule in extras.rules {
            asked.append("rule \(rule.rawValue): \(rule.summary)\n  = source: \(rule.source)\n  = but: \(rule.caveat)")
        }
        if extras.onGround {
            asked.append(
                "note: distances are metres on the ground: those of the grid divided by its scale at the place")
        } else if !extras.distances.isEmpty || !extras.rules.isEmpty {
            let systems = Set(layers.all.flatMap(\.atlas.metricSystems)).sorted()
            asked.append("note: distances are metres of the grid: \(systems.joined(separator: ", "))")
        }
        return (blocks + (asked.isEmpty ? [] : [asked.joined(separator: "\n")])).joined(separator: "\n\n")
    }

    /// Rows by how much of their address was found.
    static func geocoding(_ summary: AuditSummary) -> String {
        var lines = [line("rows", summary.rows, of: nil, "")]
        for level in MatchLevel.allCases where level != .none {
            lines.append(line(level.rawValue, summary.levels[level] ?? 0, of: summary.rows, ""))
        }
        let found = summary.levels.values.reduce(0, +)
        lines.append(line("not found", summary.rows - found, of: summary.rows, ""))
        return lines.joined(separator: "\n")
    }

    /// Names with their rows, the most frequent first; of many the first ones.
    private static func places(_ rows: [String: Int]) -> String {
        let sorted = rows.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let most = 8
        let names = sorted.prefix(most).map { "\($0.key) \($0.value.grouped)" }
        return (names + (sorted.count > most ? ["and \((sorted.count - most).grouped) more"] : [])).joined(
            separator: ", ")
    }

    private static let faults = [
        "swapped": "with what looks like x and y, or longitude and latitude, exchanged",
        "zero": "with zero for both coordinates",
        "looks_like":
            "with what looks like another CRS, such as metres of Lambert-93 for degrees: see --lon, --lat, --x, --y, --crs",
        "looks_like_swapped": "with what looks like another CRS, x and y exchanged",
        "wrong_grid": "in a territory that the CRS is not made for",
        "lost_decimal_point": "with what looks like degrees whose decimal point is lost: see the cells' format",
        "out_of_territory": "in no French territory",
        "not_finite": "with a coordinate that is empty or no number",
    ]

    private static func line(_ label: String, _ rows: Int, of all: Int?, _ reasons: String) -> String {
        var text = label.padded(to: 13) + rows.grouped.padded(to: 11, before: true)
        if let all, all > 0 {
            text += (Double(rows) / Double(all)).percent.padded(to: 9, before: true)
        }
        return reasons.isEmpty ? text : text + "   " + reasons
    }
}

extension String {
    /// With spaces to a width, after the text or before it.
    func padded(to width: Int, before: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - count))
        return before ? spaces + self : self + spaces
    }
}
