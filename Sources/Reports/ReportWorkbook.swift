import Interchange
import Provenance
import Wording

/// A report as an Excel workbook: a first sheet of text, then one sheet a table.
///
/// Each table begins with one row of headings, so that a filter, a pivot table or a program takes it as it is; its remarks stand
/// under it. Shares are fractions of 1 shown in per cent; points are stored as points.
struct ReportWorkbook {
    private let report: Report
    private let spelling: NumberSpelling
    private let book: WorkbookWriter

    /// The file. Linear in the cells.
    ///
    /// - Throws: `InterchangeError` of kind cannotCreate or writeFailed, and badData for a table longer than a sheet can be.
    static func bytes(of report: Report) throws(InterchangeError) -> [UInt8] {
        let workbook = try ReportWorkbook(report)
        let first = try workbook.book.addSheet(report.language("Rapport", "Report")).sheet
        var names: [String] = []
        for table in report.tables { names.append(try workbook.write(table)) }
        try workbook.writeText(on: first, sheetNames: names)
        return try workbook.book.finish()
    }

    private init(_ report: Report) throws(InterchangeError) {
        self.report = report
        spelling = .plain(report.language)
        book = try WorkbookWriter(title: report.title)
    }

    // MARK: The sheet of text

    private func writeText(on sheet: WorkbookWriter.Sheet, sheetNames: [String]) throws(InterchangeError) {
        var row = 0
        func put(_ cells: [String], _ styles: WorkbookStyle...) throws(InterchangeError) {
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                try book.write(cell, sheet, row: row, column: column, styles[min(column, styles.count - 1)])
            }
            row += 1
        }
        try put([report.title], Style.title)
        if !report.subtitle.isEmpty { try put([report.subtitle], Style.soft) }
        var rank = 0
        for section in report.sections where section.blocks.isEmpty || !section.blocks.allSatisfy(\.isChart) {
            row += 1
            try put([section.title], Style.heading)
            for block in section.blocks {
                switch block {
                case .paragraph(let text): try put([text], Style.text)
                case .notice(let text): try put([text], Style.notice)
                case .list(let items): for item in items { try put(["– \(item)"], Style.text) }
                case .figures(let figures):
                    for figure in figures {
                        try put([figure.label, "", figure.note], Style.text)
                        try write(figure.value, sheet, row: row - 1, column: 1, Style.total)
                    }
                case .table(let table):
                    let place = report.language("feuille « \(sheetNames[rank]) »", "sheet “\(sheetNames[rank])”")
                    try put([table.title, place], Style.text, Style.soft)
                    rank += 1
                case .chart, .drawing: break
                }
            }
        }
        row += 1
        try put(["Provenance"], Style.heading)
        for line in ProvenanceLines(report.provenance, report.language).lines {
            try put([line.label, line.value], Style.soft, Style.text)
        }
        for (column, width) in [70.0, 40, 50].enumerated() { try book.setWidth(width, sheet, column: column) }
        var layout = WorkbookWriter.Layout()
        layout.isLandscape = true
        try book.lay(out: sheet, layout)
    }

    // MARK: A table

    private func write(_ table: ReportTable) throws(InterchangeError) -> String {
        let (sheet, name) = try book.addSheet(table.title)
        var widths = [Int](repeating: 9, count: table.columns.count)
        for column in table.columns.indices {
            let title = table.fullTitle(column, report.language)
            var style = Style.columnHeading
            style.isRight = table.isFigures(column)
            try book.write(title, sheet, row: 0, column: column, style)
            widths[column] = max(widths[column], title.split(separator: " ").map(\.count).max() ?? 0, title.count / 2)
        }
        for (rank, row) in table.rows.enumerated() {
            for column in table.columns.indices {
                let cell = row.cell(column)
                var style = row.role == .body ? Style.text : Style.total
                if row.role == .total {
                    style.edges = [.top]
                    style.fill = Style.faint
                }
                try write(cell, sheet, row: rank + 1, column: column, style)
                widths[column] = max(widths[column], spelling.text(cell).count)
            }
        }
        for (column, width) in widths.enumerated() {
            try book.setWidth(Double(min(width, 60)) + 2.5, sheet, column: column)
        }
        let notes = [table.title] + table.notes + spelling.legend(table)
        var note = Style.soft
        note.isWrapped = false
        for (rank, text) in notes.enumerated() {
            try book.write(text, sheet, row: table.rows.count + 2 + rank, column: 0, note)
        }
        try book.lay(out: sheet, layout(of: table))
        return name
    }

    private func layout(of table: ReportTable) -> WorkbookWriter.Layout {
        var layout = WorkbookWriter.Layout()
        layout.isLandscape = true
        layout.headerRows = 1
        layout.pageTitle = table.title
        // The totals at the end stay there when the rows are sorted.
        let body = table.rows.count - table.rows.reversed().prefix { $0.role != .body }.count
        if body > 0, !table.columns.isEmpty { layout.filter = (0...body, 0...table.columns.count - 1) }
        return layout
    }

    private func write(
        _ cell: ReportCell, _ sheet: WorkbookWriter.Sheet, row: Int, column: Int, _ style: WorkbookStyle
    ) throws(InterchangeError) {
        var style = style
        func put(_ value: Double, _ format: String) throws(InterchangeError) {
            style.numberFormat = format
            style.isWrapped = false
            try book.write(value, sheet, row: row, column: column, style)
        }
        switch cell.sound {
        case .empty: try book.writeBlank(sheet, row: row, column: column, style)
        case .text(let text): try book.write(text, sheet, row: row, column: column, style)
        case .count(let count): try put(Double(count), "#,##0")
        case .share(let share): try put(share, report.language("0.0\\ %", "0.0%"))
        case .points(let points): try put(points * 100, "+0.0\" pts\";-0.0\" pts\";0.0\" pts\"")
        case .number(let value, let decimals):
            let digits = min(max(decimals, 0), 15)
            try put(value, digits == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: digits))
        case .difference(let value, let decimals):
            let digits = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
            try put(value, "+\(digits);-\(digits);0")
        case .euros(let value):
            let isWhole = (value * 100).rounded() == value.rounded() * 100
            let digits = isWhole ? "#,##0" : "#,##0.00"
            try put(value, report.language("\(digits)\\ \"€\"", "\"€\"\(digits)"))
        case .suppressed, .unknown:
            style.isRight = true
            style.color = Style.grey
            try book.write(spelling.text(cell), sheet, row: row, column: column, style)
        }
    }
}
