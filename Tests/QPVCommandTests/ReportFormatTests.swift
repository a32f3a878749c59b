import Foundation
import Interchange
import QPVKit
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The renderers, on one report with every kind of cell, block and chart.
@Suite struct ReportFormatTests {
    @Test("A report reads the same every time, in both languages", arguments: Language.allCases)
    func texts(language: Language) throws {
        for format in [ReportFormat.html, .markdown, .csv, .json] {
            let bytes = try SampleReport.make(language).bytes(as: format)
            #expect(try SampleReport.make(language).bytes(as: format) == bytes)
            // Line ends and the mark are shown, so that the golden file is a text.
            let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "␍\n")
                .replacing("\u{FEFF}", with: "BOM ")
            try Golden.compare(
                text, "report-\(format.rawValue)-\(language.rawValue)", sourceLocation: #_sourceLocation)
        }
    }

    @Test(
        "A page is well-formed, needs nothing from elsewhere, and shows no text as markup", arguments: Language.allCases
    )
    func page(language: Language) throws {
        var report = SampleReport.make(language)
        let hostile = "</style><script>alert(1)</script>\u{0}\u{B}\"' & <b>"
        report.title = hostile
        report.subtitle = hostile
        report.provenance.state(hostile, .string(hostile))
        var table = ReportTable(name: "t", title: hostile, columns: [.init("a", hostile, group: hostile)])
        table.rows = [.init([.text(hostile)]), .init([])]
        table.notes = [hostile]
        report.sections.append(
            .init(
                hostile,
                [
                    .paragraph(hostile), .notice(hostile), .list([hostile]),
                    .figures([(hostile, .text(hostile), hostile)]),
                    .table(table), .chart(.shares(title: hostile, items: [], target: nil)),
                    .chart(.shares(title: hostile, items: [.init(hostile, share: .nan, bounds: nil)], target: .nan)),
                    .chart(.pyramid(title: hostile, bands: [.init(hostile, women: nil, men: nil)])),
                    .chart(.pyramid(title: hostile, bands: [])),
                    .chart(.parts(title: hostile, classes: [hostile], items: [.init(hostile, counts: [1])])),
                    .chart(.parts(title: hostile, classes: [], items: [.init(hostile, counts: [])])),
                ]))
        let bytes = try report.bytes(as: .html)
        let parser = XMLParser(data: Data(bytes))
        #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
        let page = String(decoding: bytes, as: UTF8.self)
        for word in ["<script", "http", "src=", "href", "url(", "@import", "\"nan", ">nan", "NaN"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    }

    @Test("A workbook has a sheet a table, whose values come back as they were", arguments: Language.allCases)
    func workbook(language: Language) throws {
        let report = SampleReport.make(language)
        let bytes = try report.bytes(as: .workbook)
        #expect(try report.bytes(as: .workbook) == bytes)
        let book = try Spreadsheet(bytes: bytes, name: "report.xlsx")
        #expect(
            book.sheets.map(\.name)
                == [
                    language("Rapport", "Report"), language("Par action", "By action"),
                    language("Actions écartées", "Actions left out"),
                ])
        for (rank, sheet) in book.sheets.enumerated() {
            let table = try book.table(.init(sheet: sheet.name, headerRow: 1))
            try Golden.compare(
                lines(of: table).map { $0 + "␍\n" }.joined(),
                "report-workbook-\(rank + 1)-\(language.rawValue)", sourceLocation: #_sourceLocation)
        }
    }

    @Test("One table alone is plain CSV; a name that no table has gives nothing")
    func oneTable() throws {
        let report = SampleReport.make()
        let bytes = try #require(report.bytes(ofTable: "left_out"))
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{FEFF}Action;Motif\r\n")
        #expect(report.bytes(ofTable: "nope") == nil)
    }
}

/// The lines of a sheet as a CSV has them, each with its row of the sheet.
private func lines(of table: SheetTable) throws -> [String] {
    var lines = [String](repeating: "", count: table.headerLine - 1)
    lines.append(String(decoding: table.header.raw, as: UTF8.self))
    while let batch = try table.nextBatch() {
        for row in 0..<batch.count {
            while lines.count < batch.line(row) - 1 { lines.append("") }
            lines.append(batch.withRaw(row) { String(decoding: $0, as: UTF8.self) })
        }
    }
    return lines
}
