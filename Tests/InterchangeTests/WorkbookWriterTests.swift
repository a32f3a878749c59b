import Interchange
import Testing

/// Workbooks written here, read here.
@Suite struct WorkbookWriterTests {
    private func write() throws -> [UInt8] {
        let book = try WorkbookWriter(title: "T & <t>")
        let (first, _) = try book.addSheet("Feuille")
        var number = WorkbookStyle(numberFormat: "0.0%")
        number.isBold = true
        number.edges = [.top, .bottom]
        for (column, text) in ["a", "b <&>\"'", "=1+1"].enumerated() {
            try book.write(text, first, row: 0, column: column)
        }
        try book.write(0.786, first, row: 1, column: 0, number)
        try book.write("00123", first, row: 1, column: 1)
        try book.write(.nan, first, row: 1, column: 2)
        try book.write("_x0041_ \u{1} x", first, row: 2, column: 1, number)
        var layout = WorkbookWriter.Layout()
        layout.headerRows = 1
        layout.filter = (0...2, 0...2)
        layout.pageTitle = "A & B"
        try book.lay(out: first, layout)
        return try book.finish()
    }

    @Test("What is written is read back, and is the same bytes each time")
    func roundTrip() throws {
        let bytes = try write()
        #expect(try write() == bytes)
        let reader = try TableFile.open(bytes, name: "out.xlsx")
        #expect(reader.header.names == ["a", "b <&>\"'", "=1+1"])
        let batch = try #require(try reader.nextBatch())
        #expect(batch.texts(0) == ["78,6 %", "00123", ""])
        #expect(batch.texts(1)[1].hasPrefix("_x0041_ "))
    }

    @Test("Names of sheets are cut, cleaned and made unlike each other")
    func sheetNames() throws {
        let book = try WorkbookWriter(title: "")
        let long = "Part des bénéficiaires issus des QPV par action et par âge"
        let names = try [long, long, "a/b:c?*[d]\\", "'x'", "", "X", "history", "  "].map { try book.addSheet($0).name }
        #expect(
            names == [
                "Part des bénéficiaires issus de", "Part des bénéficiaires issu (2)", "a b c d", "x", "Table", "X (2)",
                "Table history", "Table (2)",
            ])
        _ = try book.finish()
    }

    @Test("What Excel cannot hold is refused")
    func limits() throws {
        let book = try WorkbookWriter(title: "")
        let sheet = try book.addSheet("a").sheet
        #expect(throws: InterchangeError.self) { try book.write("x", sheet, row: 1_048_576, column: 0) }
        #expect(throws: InterchangeError.self) { try book.write("x", sheet, row: 0, column: 16384) }
        try book.write(String(repeating: "é", count: 40000), sheet, row: 0, column: 0)
        let read = try TableFile.open(book.finish(), name: "x")
        #expect(read.header.names[0].hasSuffix("é…"))
    }
}
