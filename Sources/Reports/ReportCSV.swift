import Interchange
import Wording

/// Writes the tables of a report as a French Excel opens them: semicolons, decimal commas, a byte order mark, CRLF.
///
/// A column of shares has `(%)` in its heading and `42,6` in its cells, so that any program reads numbers; likewise points and
/// euros. Where a column mixes kinds each cell has its unit. A text that a spreadsheet would take for a formula gets an apostrophe
/// in front (OWASP, "CSV Injection").
struct ReportCSV {
    private let language: Language
    private var writer = CSVWriter(dialect: .frenchExcel)

    /// All tables one after another, each under its title, with a blank line between. Linear in the cells.
    static func bytes(of report: Report) -> [UInt8] {
        var csv = ReportCSV(report.language)
        for (rank, table) in report.tables.enumerated() {
            if rank > 0 { csv.put([""]) }
            csv.put([table.title])
            csv.put(table)
            let notes = table.notes + NumberSpelling.plain(report.language).legend(table)
            for note in notes { csv.put([note]) }
        }
        return csv.writer.output.bytes
    }

    /// One table alone: the line of headings and the rows.
    static func bytes(of table: ReportTable, _ language: Language) -> [UInt8] {
        var csv = ReportCSV(language)
        csv.put(table)
        return csv.writer.output.bytes
    }

    private init(_ language: Language) {
        self.language = language
        writer.appendByteOrderMark()
    }

    private mutating func put(_ table: ReportTable) {
        let units = table.columns.indices.map { unit(of: $0, in: table) }
        put(
            table.columns.indices.map { column in
                let title = table.fullTitle(column, language)
                guard let unit = units[column], !unit.isEmpty, !title.contains(unit) else { return title }
                return "\(title) (\(unit))"
            })
        for row in table.rows {
            put(table.columns.indices.map { text(row.cell($0), isBare: units[$0] != nil) }, areTexts: false)
        }
    }

    /// The unit of all figures of a column, empty for bare numbers; nil when they have several.
    private func unit(of column: Int, in table: ReportTable) -> String? {
        let units = Set(table.rows.compactMap { unit(of: $0.cell(column)) })
        return units.count > 1 ? nil : units.first ?? ""
    }

    private func unit(of cell: ReportCell) -> String? {
        switch cell {
        case .count, .number, .difference: ""
        case .share: "%"
        case .points: "points"
        case .euros: "€"
        case .empty, .text, .suppressed, .unknown: nil
        }
    }

    private func text(_ cell: ReportCell, isBare: Bool) -> String {
        let unit = isBare ? "" : unit(of: cell).map { $0.isEmpty ? "" : " \($0)" } ?? ""
        return switch cell {
        case .count(let count): String(count)
        case .share(let share): (share * 100).fixed(decimals: 1, separator: ",") + unit
        case .points(let points): (points * 100).fixed(decimals: 1, separator: ",") + unit
        case .number(let value, let decimals), .difference(let value, let decimals):
            value.fixed(decimals: decimals, separator: ",")
        case .euros(let value): value.fixed(decimals: 2, separator: ",") + unit
        case .text(let text): text.asPlainCell
        case .empty, .suppressed, .unknown: NumberSpelling.plain(language).text(cell)
        }
    }

    private mutating func put(_ cells: [String], areTexts: Bool = true) {
        for cell in cells { writer.append(areTexts ? cell.asPlainCell : cell) }
        writer.endRecord()
    }
}
