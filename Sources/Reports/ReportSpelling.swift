import Wording

/// How the cells of a report are written for people.
///
/// A value that is not shown is `s` (*secret statistique*, the mark that INSEE prints), one that is not known `n. c.`; every table
/// that has one says under it what they stand for.
extension NumberSpelling {
    /// What a cell shows; nothing for an empty one.
    package func text(_ cell: ReportCell) -> String {
        switch cell.sound {
        case .empty: ""
        case .text(let text): text
        case .count(let count): number(Double(count), decimals: 0)
        case .share(let share): percent(share)
        case .points(let points):
            signed(points * 100, decimals: 1) + (language == .french ? gap : " ") + language("pts", "pts")
        case .number(let value, let decimals): number(value, decimals: decimals)
        case .difference(let value, let decimals): signed(value, decimals: decimals)
        case .euros(let value): euros(value)
        case .suppressed: "s"
        case .unknown: language("n.\(gap)c.", "n/k")
        }
    }

    /// What the marks of a table stand for; nothing when it has none.
    func legend(_ table: ReportTable) -> [String] {
        let cells = table.rows.lazy.flatMap(\.cells).map(\.sound)
        var lines: [String] = []
        if cells.contains(.suppressed) {
            lines.append(
                language(
                    "s\(gap): secret statistique. La valeur n’est pas publiée, pour que personne ne puisse être reconnu.",
                    "s: suppressed. The value is not published, so that nobody can be recognised."))
        }
        if cells.contains(.unknown) {
            lines.append(
                language(
                    "n.\(gap)c.\(gap): non connu. Ce n’est pas un zéro.", "n/k: not known. It is not a zero."))
        }
        return lines
    }
}

extension ReportCell {
    /// The cell, with a number that is none taken as not known.
    package var sound: ReportCell {
        switch self {
        case .share(let value), .points(let value), .euros(let value), .number(let value, _), .difference(let value, _):
            value.isFinite ? self : .unknown
        default: self
        }
    }

    /// Whether figures stand there, or what stands for one.
    var isFigure: Bool {
        switch self {
        case .empty, .text: false
        default: true
        }
    }
}

extension ReportTable {
    /// Whether a column is one of figures, which are set to the right.
    func isFigures(_ column: Int) -> Bool {
        rows.contains { $0.cell(column).isFigure }
    }

    /// The title of a column with that of its group.
    func fullTitle(_ column: Int, _ language: Language) -> String {
        let column = columns[column]
        return column.group.isEmpty ? column.title : "\(column.group)\(language(" : ", ": "))\(column.title)"
    }

    /// A group that spans neighbouring columns, and how many; an empty name for columns without one.
    package var groups: [(title: String, span: Int)] {
        var groups: [(title: String, span: Int)] = []
        for column in columns {
            if let last = groups.last, last.title == column.group, !column.group.isEmpty {
                groups[groups.count - 1].span += 1
            } else {
                groups.append((column.group, 1))
            }
        }
        return groups
    }
}

extension ReportTable.Row {
    /// A cell; an empty one where the row is short.
    package func cell(_ column: Int) -> ReportCell { column < cells.count ? cells[column].sound : .empty }
}
