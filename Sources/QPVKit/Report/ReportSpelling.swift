import Interchange

/// How the values of a report are written for people: `1 234`, `42,6 %`, `+12,5 pts`, `34 025 050 €`.
///
/// A value that is not shown is `s` (*secret statistique*, the mark that INSEE prints), one that is not known `n. c.`; every table
/// that has one says under it what they stand for. O(digits) a value.
struct ReportSpelling {
    let language: Language
    /// What sets thousands apart in French.
    let thousands: String
    /// What stands between a number and its unit in French.
    let gap: String
    /// What stands before a negative number.
    let minus: String

    /// For text that a terminal shows: ordinary spaces.
    static func plain(_ language: Language) -> ReportSpelling {
        ReportSpelling(language: language, thousands: " ", gap: " ", minus: "-")
    }

    /// For a page: spaces that no line breaks at, and the true minus.
    static func typographic(_ language: Language) -> ReportSpelling {
        ReportSpelling(language: language, thousands: "\u{202F}", gap: "\u{A0}", minus: "\u{2212}")
    }

    /// What a cell shows; nothing for an empty one.
    func text(_ cell: ReportCell) -> String {
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

    /// A share in per cent, to a tenth.
    func percent(_ share: Double, decimals: Int = 1) -> String {
        number(share * 100, decimals: decimals) + language("\(gap)%", "%")
    }

    /// A number with its sign; none before what is zero as shown.
    private func signed(_ value: Double, decimals: Int) -> String {
        let text = number(value, decimals: decimals)
        return value > 0 && text.contains { $0.isNumber && $0 != "0" } ? "+" + text : text
    }

    /// A number with its thousands set apart, a half rounding away from zero.
    func number(_ value: Double, decimals: Int) -> String {
        let plain = value.magnitude.fixed(decimals: decimals, separator: language(",", "."))
        let isZero = plain.allSatisfy { !$0.isNumber || $0 == "0" }
        let digits = plain.prefix(while: \.isNumber)
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += language(thousands, ",") }
            grouped.append(digit)
        }
        return (value < 0 && !isZero ? minus : "") + grouped + plain.dropFirst(digits.count)
    }

    /// Euros, with cents only where there are some.
    private func euros(_ value: Double) -> String {
        let isWhole = (value * 100).rounded() == value.rounded() * 100
        let digits = number(value.magnitude, decimals: isWhole ? 0 : 2)
        let sign = value < 0 ? minus : ""
        return sign + language("\(digits)\(gap)€", "€\(digits)")
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
    var sound: ReportCell {
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
    var groups: [(title: String, span: Int)] {
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
    func cell(_ column: Int) -> ReportCell { column < cells.count ? cells[column].sound : .empty }
}

extension Double {
    /// Its digits with a fixed count of decimals, without thousands set apart.
    func fixed(decimals: Int, separator: String = ".") -> String {
        var buffer = OutputBuffer()
        buffer.append(fixed: self, decimals: min(max(decimals, 0), 15), separator: separator.utf8.first ?? 0x2E)
        return buffer.string
    }
}
