import Provenance
import Wording

/// Writes a report as one page that needs nothing else: no script, no font, no address on the network.
///
/// The page is well-formed XML too. Every text is escaped; charts are drawings in the page, each with its title and its figures in
/// words for those who do not see it.
struct ReportHTML {
    private let report: Report
    private let spelling: NumberSpelling
    private var text = ""
    private var drawings = 0

    /// The whole page. Linear in its cells.
    static func text(of report: Report) -> String {
        var writer = ReportHTML(report)
        writer.write()
        return writer.text
    }

    private init(_ report: Report) {
        self.report = report
        spelling = .typographic(report.language)
    }

    private mutating func write() {
        put("<!DOCTYPE html>")
        put("<html lang=\"\(report.language.rawValue)\">")
        put("<head>")
        put("<meta charset=\"utf-8\"/>")
        put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
        put("<title>\(htmlEscaped(report.title))</title>")
        put("<style>\n\(ReportStyle.css)\(report.layout == .sheet ? "\n" + ReportStyle.sheet : "")\n</style>")
        put("</head>\n<body>\n<main\(report.layout == .sheet ? " class=\"sheet\"" : "")>\n<header>")
        put("<h1>\(htmlEscaped(report.title))</h1>")
        if !report.subtitle.isEmpty { put("<p class=\"subtitle\">\(htmlEscaped(report.subtitle))</p>") }
        put("</header>")
        for section in report.sections {
            put("<section\(section.isBeside ? " class=\"beside\"" : "")>\n<h2>\(htmlEscaped(section.title))</h2>")
            for (rank, block) in section.blocks.enumerated() {
                if section.isBeside, rank == 1 { put("<div>") }
                write(block)
            }
            if section.isBeside, section.blocks.count > 1 { put("</div>") }
            put("</section>")
        }
        if report.layout == .report { writeProvenance() }
        put("</main>\n</body>\n</html>")
    }

    private mutating func write(_ block: Report.Block) {
        switch block {
        case .paragraph(let text): put("<p>\(htmlEscaped(text))</p>")
        case .notice(let text): put("<p class=\"notice\" role=\"note\">\(htmlEscaped(text))</p>")
        case .list(let items):
            if !items.isEmpty { put("<ul>\(items.map { "<li>\(htmlEscaped($0))</li>" }.joined())</ul>") }
        case .figures(let figures):
            guard !figures.isEmpty else { return }
            put("<dl class=\"figures\">")
            for figure in figures {
                let value = spelling.text(figure.value)
                put("<div><dt>\(htmlEscaped(figure.label))</dt>")
                put("<dd class=\"value\">\(value.isEmpty ? "–" : htmlEscaped(value))</dd>")
                if !figure.note.isEmpty { put("<dd class=\"note\">\(htmlEscaped(figure.note))</dd>") }
                put("</div>")
            }
            put("</dl>")
        case .table(let table): write(table)
        case .chart(let chart):
            drawings += 1
            put(ChartDrawing(chart, spelling, rank: drawings).html)
        case .drawing(let drawing):
            drawings += 1
            put(drawing.html(rank: drawings))
        }
    }

    private mutating func write(_ table: ReportTable) {
        put("<div class=\"block\">")
        if table.rows.isEmpty || table.columns.isEmpty {
            put("<p class=\"title\">\(htmlEscaped(table.title))</p>")
            put("<p class=\"none\">\(report.language("Aucune ligne.", "No rows."))</p>")
        } else {
            // A region that scrolls must be reachable from the keyboard.
            put("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(htmlEscaped(table.title))\">")
            let many = table.columns.count > 8 ? " class=\"many\"" : ""
            put("<table\(many)>\n<caption>\(htmlEscaped(table.title))</caption>")
            writeHead(table)
            put("<tbody>")
            for row in table.rows { write(row, of: table) }
            put("</tbody>\n</table>\n</div>")
        }
        let notes = table.notes + spelling.legend(table)
        if !notes.isEmpty {
            put("<ul class=\"notes\">\(notes.map { "<li>\(htmlEscaped($0))</li>" }.joined())</ul>")
        }
        put("</div>")
    }

    private mutating func writeHead(_ table: ReportTable) {
        put("<thead>")
        let isGrouped = table.columns.contains { !$0.group.isEmpty }
        func heading(_ column: Int, _ more: String = "") -> String {
            let figure = table.isFigures(column) ? " class=\"figure\"" : ""
            return "<th scope=\"col\"\(figure)\(more)>\(htmlEscaped(table.columns[column].title))</th>"
        }
        if isGrouped {
            var line = ""
            var column = 0
            for group in table.groups {
                line +=
                    group.title.isEmpty
                    ? heading(column, " rowspan=\"2\"")
                    : "<th scope=\"colgroup\" class=\"group\" colspan=\"\(group.span)\">\(htmlEscaped(group.title))</th>"
                column += group.span
            }
            put("<tr>\(line)</tr>")
        }
        let columns = table.columns.indices.filter { !isGrouped || !table.columns[$0].group.isEmpty }
        put("<tr>\(columns.map { heading($0) }.joined())</tr>\n</thead>")
    }

    private mutating func write(_ row: ReportTable.Row, of table: ReportTable) {
        var line = row.role == .body ? "<tr>" : "<tr class=\"\(row.role)\">"
        if row.role == .subtotal, row.cells.dropFirst().allSatisfy({ $0 == .empty }) {
            // A heading of the rows under it.
            let heading = htmlEscaped(spelling.text(row.cell(0)))
            return put("\(line)<th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">\(heading)</th></tr>")
        }
        for column in table.columns.indices {
            let cell = row.cell(column)
            let text = htmlEscaped(spelling.text(cell))
            if column == 0, !table.isFigures(0) {
                let link = row.link.isEmpty ? text : "<a href=\"\(htmlEscaped(row.link))\">\(text)</a>"
                line += "<th scope=\"row\">\(link)</th>"
            } else {
                let isMark = cell == .suppressed || cell == .unknown
                let isFigure = table.isFigures(column)
                let names =
                    (isFigure ? ["figure"] : text.count <= Self.short ? ["short"] : []) + (isMark ? ["mark"] : [])
                line += "<td\(names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\"")>\(text)</td>"
            }
        }
        put(line + "</tr>")
    }

    /// A text up to so long stays on one line.
    private static let short = 16

    private mutating func writeProvenance() {
        put("<section>\n<h2>Provenance</h2>\n<dl class=\"provenance\">")
        for line in ProvenanceLines(report.provenance, report.language).lines {
            put("<dt>\(htmlEscaped(line.label))</dt><dd>\(htmlEscaped(line.value))</dd>")
        }
        put("</dl>\n</section>")
    }

    private mutating func put(_ line: String) { text += line + "\n" }
}
