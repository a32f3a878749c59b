import Provenance
import Wording

/// Writes a report as Markdown whose tables are aligned, so that a terminal shows it as well.
///
/// Charts are left out: their figures stand in a table. Texts are escaped, so that a name with a star or a bar stays a name.
struct ReportMarkdown {
    private let report: Report
    private let spelling: NumberSpelling
    private var text = ""

    /// The whole report. Linear in its cells.
    static func text(of report: Report) -> String {
        var writer = ReportMarkdown(report)
        writer.write()
        return writer.text
    }

    private init(_ report: Report) {
        self.report = report
        spelling = .plain(report.language)
    }

    private mutating func write() {
        text += "# \(Self.escaped(report.title))\n"
        if !report.subtitle.isEmpty { put(Self.paragraph(report.subtitle)) }
        for section in report.sections where section.blocks.isEmpty || !section.blocks.allSatisfy(\.isChart) {
            put("## \(Self.escaped(section.title))")
            for block in section.blocks { write(block) }
        }
        put("## \(report.language("Provenance", "Provenance"))")
        let colon = report.language(" : ", ": ")
        let lines = ProvenanceLines(report.provenance, report.language).lines
        put(lines.map { "- \(Self.escaped($0.label))\(colon)\(Self.escaped($0.value))" }.joined(separator: "\n"))
    }

    private mutating func write(_ block: Report.Block) {
        switch block {
        case .paragraph(let paragraph): put(Self.paragraph(paragraph))
        case .notice(let notice): put("> **\(report.language("À noter", "Note"))** – \(Self.escaped(notice))")
        case .list(let points):
            if !points.isEmpty { put(points.map { "- \(Self.paragraph($0))" }.joined(separator: "\n")) }
        case .figures(let figures):
            let colon = report.language(" : ", ": ")
            let lines = figures.map { figure in
                let note = figure.note.isEmpty ? "" : " (\(Self.escaped(figure.note)))"
                return "- \(Self.escaped(figure.label))\(colon)**\(value(figure.value))**\(note)"
            }
            if !lines.isEmpty { put(lines.joined(separator: "\n")) }
        case .table(let table): write(table)
        case .chart, .drawing: break
        }
    }

    private func value(_ cell: ReportCell) -> String {
        let text = spelling.text(cell)
        return text.isEmpty ? report.language("sans objet", "not applicable") : Self.escaped(text)
    }

    private mutating func write(_ table: ReportTable) {
        put("**\(Self.escaped(table.title))**")
        if table.columns.isEmpty || table.rows.isEmpty {
            put(report.language("Aucune ligne.", "No rows."))
        } else {
            put(lines(of: table))
        }
        let notes = table.notes + spelling.legend(table)
        if !notes.isEmpty { put(notes.map { "- \(Self.paragraph($0))" }.joined(separator: "\n")) }
    }

    private func lines(of table: ReportTable) -> String {
        let columns = table.columns.indices
        let titles = columns.map { Self.escaped(table.fullTitle($0, report.language)) }
        let rows = table.rows.map { row in
            columns.map { column -> String in
                let text = Self.escaped(spelling.text(row.cell(column)))
                return row.role == .body || text.isEmpty ? text : "**\(text)**"
            }
        }
        let widths = columns.map { column in rows.reduce(max(3, titles[column].count)) { max($0, $1[column].count) } }
        let isRight = columns.map { table.isFigures($0) }
        func line(_ cells: [String]) -> String {
            let padded = columns.map { column -> String in
                let space = String(repeating: " ", count: widths[column] - cells[column].count)
                return isRight[column] ? space + cells[column] : cells[column] + space
            }
            return "| \(padded.joined(separator: " | ")) |"
        }
        let rule = columns.map { column in
            String(repeating: "-", count: widths[column] - (isRight[column] ? 1 : 0)) + (isRight[column] ? ":" : "")
        }
        return ([line(titles), line(rule)] + rows.map(line)).joined(separator: "\n")
    }

    private mutating func put(_ block: String) { text += "\n\(block)\n" }

    /// A text on one line in which nothing is markup.
    private static func escaped(_ text: String) -> String {
        var out = ""
        var previous: Character = " "
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            switch character {
            case "|", "*", "`", "<", "[", "]", "\\": out += "\\\(character)"
            case "_":
                // Inside a word it is no emphasis: names of files stay legible.
                let next = place + 1 < characters.count ? characters[place + 1] : " "
                let isInside = (previous.isLetter || previous.isNumber) && (next.isLetter || next.isNumber)
                out += isInside ? "_" : "\\_"
            case _ where character.isNewline: out += " "
            default: out.append(character)
            }
            previous = character
        }
        return out
    }

    /// The same where a line begins: `1.`, `-` and `#` are no markup either.
    private static func paragraph(_ text: String) -> String {
        let escaped = escaped(text)
        guard let first = escaped.first else { return "" }
        if "#>+-=~".contains(first) { return "\\" + escaped }
        let digits = escaped.prefix(while: \.isNumber)
        if !digits.isEmpty, let mark = escaped.dropFirst(digits.count).first, mark == "." || mark == ")" {
            return digits + "\\" + escaped.dropFirst(digits.count)
        }
        return escaped
    }
}

extension Report.Block {
    var isChart: Bool {
        switch self {
        case .chart, .drawing: true
        default: false
        }
    }
}
