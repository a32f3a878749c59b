import QPVKit
import Testing

/// The renderers, on one report with every kind of cell, block and chart.
@Suite struct ReportFormatTests {
    @Test("A report reads the same every time, in both languages", arguments: Language.allCases)
    func texts(language: Language) throws {
        for format in [ReportFormat.markdown, .csv, .json] {
            let bytes = try SampleReport.make(language).bytes(as: format)
            #expect(try SampleReport.make(language).bytes(as: format) == bytes)
            // Line ends and the mark are shown, so that the golden file is a text.
            let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "␍\n").replacing(
                "\u{FEFF}", with: "BOM ")
            try Golden.compare(
                text, "report-\(format.rawValue)-\(language.rawValue)", sourceLocation: #_sourceLocation)
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
