import TestSupport
import Testing

@testable import Interchange

/// Workbooks read as tables, each made here of its XML.
@Suite struct SpreadsheetTests {
    private func text(_ maker: WorkbookMaker, _ choice: Spreadsheet.Choice = .init()) throws -> [String] {
        try lines(of: Spreadsheet(bytes: maker.bytes, name: "in.xlsx").table(choice)) + [""]
    }

    private func notes(_ maker: WorkbookMaker) throws -> [String] {
        try Spreadsheet(bytes: maker.bytes, name: "in.xlsx").table(.init()).sheet?.notes.map(\.text) ?? []
    }

    /// The cells of row 2 under a heading each, as texts.
    private func cells(_ maker: WorkbookMaker, _ cells: String) throws -> [String] {
        var maker = maker
        let width = cells.components("<c ").count - 1
        let headings = (0..<width).map { "<c t=\"str\"><v>h\($0)</v></c>" }.joined()
        maker.sheets = [
            ("F", "<sheetData><row r=\"1\">\(headings)</row><row r=\"2\">\(cells)</row></sheetData>", "visible")
        ]
        let reader = try TableFile.open(maker.bytes, name: "in.xlsx")
        return try #require(try reader.nextBatch()).texts(0)
    }

    private func value(_ format: String, _ number: String, _ properties: String = "") throws -> String {
        var maker = WorkbookMaker()
        maker.formats = [format]
        maker.properties = properties
        return try cells(maker, "<c s=\"1\"><v>\(number)</v></c><c t=\"str\"><v>x</v></c>")[0]
    }

    @Test("A workbook of very many sheets is refused while they are listed; a thousand are read")
    func manySheets() throws {
        var maker = WorkbookMaker()
        let row = "<sheetData><row><c t=\"str\"><v>a</v></c></row></sheetData>"
        maker.sheets = (1...1000).map { ("S\($0)", row, "visible") }
        #expect(try Spreadsheet(bytes: maker.bytes, name: "in.xlsx").sheets.count == 1000)
        #expect(try notes(maker)[0].hasSuffix("20 “S20” and 980 more"))
        maker.sheets.append(("S1001", row, "visible"))
        let error = #expect(throws: InterchangeError.self) { try Spreadsheet(bytes: maker.bytes, name: "in.xlsx") }
        #expect(error?.remedy == .raiseLimit(.sheets) && error?.message.hasSuffix("the limit is 1000") == true)
    }

    @Test("Text is counted cell by cell: one long text in many cells is refused before it is copied into a row")
    func repeatedText() throws {
        let rows = SheetRows(headerRow: nil, byteCount: 1 << 20)
        for _ in 0..<4 { try rows.count(text: 16 << 20) }
        let error = #expect(throws: InterchangeError.self) { try rows.count(text: 1) }
        #expect(error?.remedy == .raiseLimit(.text))
        // A large sheet may hold more.
        let large = SheetRows(headerRow: nil, byteCount: 17 << 20)
        for _ in 0..<4 { try large.count(text: 16 << 20) }
        #expect(throws: Never.self) { try large.count(text: 1) }
    }

    @Test("Numbers are as typed: no binary dust, no decimals of whole ones, a decimal comma")
    func numbers() throws {
        for (stored, seen) in [
            ("5", "5"), ("5.0", "5"), ("0.1", "0,1"), ("0.10000000000000001", "0,1"), ("0.30000000000000004", "0,3"),
            ("-12.5", "-12,5"), ("1E3", "1000"), ("48.856613", "48,856613"), ("123456789012345", "123456789012345"),
            ("1234567.8900000001", "1234567,89"), ("0", "0"), ("93200", "93200"), ("2.2999999999999998", "2,3"),
        ] {
            #expect(try value("0", stored) == seen, "\(stored)")
        }
    }

    @Test("A number format tells dates, times, percentages and zeros in front")
    func formats() throws {
        for (format, stored, seen) in [
            ("14", "39692", "2008-09-01"), ("dd/mm/yyyy", "39692", "2008-09-01"),
            ("[$-40C]d mmmm yyyy;@", "39692", "2008-09-01"),
            ("jj/mm/aaaa", "39692", "2008-09-01"), ("mmm-yy", "39692", "2008-09-01"), ("mmmm", "39692", "2008-09-01"),
            ("22", "39692.5", "2008-09-01 12:00:00"), ("dd/mm/yyyy hh:mm", "39692", "2008-09-01"),
            ("dd/mm/yyyy hh:mm", "39692.999999999", "2008-09-02"), ("14", "1", "1900-01-01"),
            ("14", "59", "1900-02-28"),
            ("14", "60", "1900-02-29"), ("14", "61", "1900-03-01"), ("14", "0", "0"), ("14", "-3", "-3"),
            ("14", "2958465", "9999-12-31"), ("14", "2958466", "2958466"), ("20", "0.604166666666667", "14:30:00"),
            ("[h]:mm", "1.5", "36:00:00"), ("hh:mm", "39692.5", "2008-09-01 12:00:00"), ("9", "0.5", "50 %"),
            ("0.0%", "0.786", "78,6 %"), ("0.0\" %\"", "0.786", "0,786"), ("00000", "1000", "01000"),
            ("00000", "93200", "93200"), ("\"A\"00000", "1000", "01000"), ("00000", "1000.5", "1000,5"),
            ("00000", "-5", "-5"),
            ("#,##0.00", "1234.5", "1234,5"), ("[Red]General", "3", "3"), ("0.00E+00", "3", "3"),
            ("\"jour \"0", "3", "3"),
            ("yyyy\\-mm\\-dd", "45292", "2024-01-01"), ("14", "45351", "2024-02-29"),
        ] {
            #expect(try value(format, stored) == seen, "\(format) \(stored)")
        }
        #expect(try value("14", "0", "date1904=\"1\"") == "1904-01-01")
        #expect(try value("14", "38230", "date1904=\"true\"") == "2008-09-01")
    }

    @Test("Texts: shared, rich, inline, of formulas; booleans and errors")
    func texts() throws {
        var maker = WorkbookMaker()
        maker.strings = [
            "<t>00123</t>", "<r><t>3 rue </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">des Lilas </t></r>",
            "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>", "<t/>",
        ]
        let row = """
            <c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>\
            <c t="inlineStr"><is><t>a;b "c"</t></is></c><c t="str"><f>A1&amp;B1</f><v>d&amp;e</v></c><c t="b"><v>1</v></c>\
            <c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2008-09-01T00:00:00</v></c>\
            <c t="d"><v>2008-09-01T10:00:00</v></c><c t="str"><v>un_x000D_\ndeux&#10;trois_x0041__x00e9__xZZZZ_</v></c>\
            <c t="str"><v>=1+1</v></c>
            """
        #expect(
            try cells(maker, row) == [
                "00123", "3 rue des Lilas ", "東京", "", "a;b \"c\"", "d&e", "VRAI", "FAUX", "#N/A", "2008-09-01",
                "2008-09-01T10:00:00", "un deux troisAé_xZZZZ_", "=1+1",
            ])
    }

    @Test("Row n is line n: gaps are blank lines, short rows are filled up, cells may come in any order")
    func rows() throws {
        let maker = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1" t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c></row>\
                <row r="4"><c r="C4"><v>3</v></c><c r="A4"><v>1</v></c><c r="E4"/></row><row r="5"/>\
                <row><c><v>9</v></c><c/><c/><c><v>4</v></c></row>
                """)
        #expect(try text(maker) == ["a;;c", "", "", "1;;3", "", "9;;;4", ""])
        let reader = try TableFile.open(maker.bytes, name: "in.xlsx")
        let batch = try #require(try reader.nextBatch())
        #expect((0..<batch.count).map { batch.line($0) } == [4, 6])
        let note: TableNote = "cells stand right of the table in row 6: they are kept, and not read"
        #expect(reader.sheet == .init(name: "Feuil1", headerRow: 1, notes: [note]))
    }

    @Test("Titles above the headings are left out, and it is said; the caller may choose otherwise")
    func header() throws {
        let row = { (row: Int, cells: [String]) in
            "<row r=\"\(row)\">\(cells.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined())</row>"
        }
        let maker = WorkbookMaker(
            rows: row(2, ["Liste 2024"]) + row(3, ["Service", "Habitat"]) + row(5, ["n", "voie", "cp", "ville", "age"])
                + row(6, ["1", "rue A", "57000", "Metz", "3"]))
        #expect(try text(maker) == ["", "", "", "", "n;voie;cp;ville;age", "1;rue A;57000;Metz;3", ""])
        #expect(
            try notes(maker) == [
                "the headings are in row 5 of the sheet; the 2 filled rows above it were left out"
            ])
        #expect(try text(maker, .init(headerRow: 3))[2] == "Service;Habitat")
        #expect(throws: InterchangeError.self) { try text(maker, .init(headerRow: 4)) }
        #expect(try text(WorkbookMaker(rows: row(1, ["adresse"]) + row(2, ["x"]))) == ["adresse", "x", ""])
    }

    @Test("Merged cells, hidden rows and formulas without a value are told, never filled in")
    func remarks() throws {
        let maker = WorkbookMaker(
            rows: """
                <row r="1"><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="2" hidden="1"><c><v>1</v></c>\
                <c><f>A2</f></c></row><row r="3"><c><v>2</v></c><c><f>A3</f><v></v></c></row>
                """, after: "<mergeCells count=\"1\"><mergeCell ref=\"B2:B5\"/></mergeCells>")
        #expect(try text(maker) == ["a;b", "1;", "2;", ""])
        #expect(
            try notes(maker) == [
                "1 row is hidden in the sheet, perhaps by a filter, and was read too",
                "2 formulas have no value stored and are read as empty: open the workbook in Excel and save it",
                "cells B2:B5 are merged: only the first of them has the value",
            ])
    }

    @Test("A sheet by name, by number, the first visible; one that is not there lists the others")
    func sheets() throws {
        var maker = WorkbookMaker()
        let sheet = { (name: String) in "<sheetData><row><c t=\"str\"><v>\(name)</v></c></row></sheetData>" }
        maker.sheets = [
            ("Caché", sheet("hidden"), "hidden"), ("Data", sheet("second"), "visible"),
            ("1", sheet("third"), "visible"),
            ("Vide", "<sheetData/>", "veryHidden"),
        ]
        #expect(try text(maker)[0] == "second")
        #expect(try text(maker, .init(sheet: "data"))[0] == "second")
        #expect(try text(maker, .init(sheet: "1"))[0] == "third")
        #expect(try text(maker, .init(sheet: "2"))[0] == "second")
        #expect(
            try notes(maker) == [
                "the sheets of the workbook are 1 “Caché” (hidden), 2 “Data”, 3 “1”, 4 “Vide” (hidden)"
            ])
        for (wanted, message) in [
            ("Nope", "the workbook has no sheet “Nope”"), ("5", "the workbook has no sheet “5”"),
            ("0", "the workbook has no sheet “0”"), ("Vide", "the sheet “Vide” is empty: expected a row of headings"),
        ] {
            let error = #expect(throws: InterchangeError.self) { try text(maker, .init(sheet: wanted)) }
            #expect(error?.message == message)
            #expect(error?.notes.first?.hasPrefix("the sheets of the workbook are 1 “Caché”") == true)
        }
    }

    @Test("Entities of a file's own, cells twice, rows behind others, texts that are not there: each is bad data")
    func faults() throws {
        var bomb = WorkbookMaker(rows: "<row><c t=\"str\"><v>&b;</v></c></row>")
        bomb.prolog = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
        for (maker, message) in [
            (bomb, "the XML has a document type, which no workbook has"),
            (WorkbookMaker(rows: "<row><c></row>"), "the XML is damaged: mismatched tag"),
            (
                WorkbookMaker(rows: "<row><c t=\"s\"><v>7</v></c></row>"),
                "row 1 of the sheet points to a text that the workbook lacks"
            ),
            (
                WorkbookMaker(rows: "<row><c r=\"A1\"><v>7</v></c><c r=\"A1\"><v>7</v></c></row>"),
                "row 1 of the sheet has a cell twice"
            ),
            (WorkbookMaker(rows: "<row r=\"3\"/><row r=\"2\"/>"), "row 2 of the sheet stands behind row 3"),
            (
                WorkbookMaker(rows: "<row><c r=\"XFE1\"><v>7</v></c></row>"),
                "row 1 of the sheet has more columns than Excel has"
            ), (WorkbookMaker(), "the workbook has no sheet of cells"),
        ] {
            let error = #expect(throws: InterchangeError.self) { try text(maker) }
            #expect(error?.message == message)
            #expect(error?.kind == .badData)
        }
    }

    @Test("Cells keep their types: numbers all their digits, days and times apart, booleans and errors")
    func types() throws {
        var maker = WorkbookMaker(
            rows: """
                <row r="1"><c t="str"><v>a</v></c><c t="str"><v>b;c</v></c>\
                <c t="str"><v>c</v></c><c t="str"><v>d</v></c><c t="str"><v>e</v></c><c t="str"><v>f</v></c>\
                <c t="str"><v>g</v></c><c t="str"><v>h</v></c><c t="str"><v>i</v></c><c t="str"><v>j</v></c></row>\
                <row r="2"><c t="str"><v>x "y" z</v></c><c/><c><v>0.30000000000000004</v></c><c t="b"><v>1</v></c>\
                <c t="e"><v>#N/A</v></c><c s="1"><v>39692.5</v></c><c s="2"><v>0.786</v></c><c s="3"><v>0.5</v></c>\
                <c s="1"><v>0</v></c><c t="str"><v>k;l</v></c></row>
                """)
        maker.formats = ["22", "0.0%", "20"]
        let table = try TableFile.open(maker.bytes, name: "in.xlsx")
        #expect(table.header.names == ["a", "b;c", "c", "d", "e", "f", "g", "h", "i", "j"])
        let batch = try #require(try table.nextBatch())
        #expect(
            batch.texts(0) == [
                "x \"y\" z", "", "0,3", "VRAI", "#N/A", "2008-09-01 12:00:00", "78,6 %", "12:00:00", "0", "k;l",
            ])
        var cells = CSVCells()
        #expect(
            (0..<11).map { batch.value(0, $0, using: &cells) } == [
                .text, .empty, .number(0.30000000000000004), .boolean(true), .error, .date(14123.5), .number(0.786),
                .time(0.5), .number(0), .text, .empty,
            ])
        let csv = try TableFile.open(Array("a;b\n1;\n".utf8), name: "in.csv")
        let row = try #require(try csv.nextBatch())
        #expect((0..<3).map { row.value(0, $0, using: &cells) } == [.text, .empty, .empty])
    }

    @Test("The cells of a sheet are those that a reader of its lines finds", arguments: [UInt64(1), 2, 3])
    func cellsAreThoseOfTheLines(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let width = Int.random(in: 1...4, using: &generator)
        let long = String(repeating: "long ", count: 40)
        let texts = ["", "a", " a", "a ", ";", "\"", "a\"b", "\"a\"", "a;b", "é", "1", long]
        let headings = (0..<width).map { "<c t=\"str\"><v>h\($0)</v></c>" }.joined()
        var rows = "<row r=\"1\">\(headings)</row>"
        for row in 2...20_000 where Int.random(in: 0..<20, using: &generator) > 0 {
            let cells = (0..<Int.random(in: 0...width + 1, using: &generator)).map { _ in
                let text = texts.randomElement(using: &generator)!.replacing("\"", with: "&quot;")
                return "<c t=\"str\"><v xml:space=\"preserve\">\(text)</v></c>"
            }
            rows += "<row r=\"\(row)\">\(cells.joined())</row>"
        }
        let bytes = WorkbookMaker(rows: rows).bytes
        let choice = Spreadsheet.Choice(headerRow: 1)
        let text = try lines(of: Spreadsheet(bytes: bytes, name: "in.xlsx").table(choice)).map { $0 + "\r\n" }
        let csv = try CSVReader(
            ByteSource(bytes: Array(text.joined().utf8)),
            stated: .init(delimiter: UInt8(ascii: ";"), newline: .crlf, encoding: .utf8WithBOM, decimalComma: true))
        let table = try TableFile.open(bytes, name: "in.xlsx", choice)
        #expect(table.header == csv.header && table.dialect == csv.dialect)
        var batches = 0
        func read(_ reader: any TableReader) throws -> [[String]] {
            var rows: [[String]] = []
            while let batch = try reader.nextBatch() {
                #expect(batch.firstRecord == rows.count)
                batches += 1
                for row in 0..<batch.count { rows.append(["\(batch.line(row))"] + batch.texts(row)) }
            }
            #expect(reader.recordCount == rows.count)
            return rows
        }
        let found = try read(table)
        #expect(batches > 1)
        #expect(try found == read(csv), "seed \(seed)")
    }

    private func rows(_ bytes: [UInt8]) -> Int {
        let reader = try? TableFile.open(bytes, name: "x")
        return (try? reader?.nextBatch())?.count ?? 0
    }

    @Test("Any damage of a workbook is an error or another table, never a crash", arguments: [UInt64(1), 2, 3])
    func fuzz(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var maker = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>\
                <row r="2"><c r="A2" s="2"><v>39692.5</v></c><c r="B2" s="3"><v>0.5</v></c></row>
                """, after: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
        maker.strings = ["<t>a</t>"]
        maker.formats = ["00000", "22", "9"]
        let whole = maker.bytes
        var read = 0
        for _ in 0..<1500 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 2: bytes.remove(at: place)
                default: bytes = Array(bytes[..<max(place, 1)])
                }
            }
            read += rows(bytes)
        }
        // The XML itself, behind a checksum that is right.
        for _ in 0..<1500 {
            var damaged = maker
            var xml = Array(maker.sheets[0].xml.utf8)
            let place = Int.random(in: 0..<xml.count, using: &generator)
            let letters = Array("<>/\"=&;0123456789AZrcsvt .-".utf8)
            xml[place] = letters.randomElement(using: &generator)!
            damaged.sheets[0].xml = String(decoding: xml, as: UTF8.self)
            read += rows(damaged.bytes)
        }
        #expect(read > 0, "seed \(seed)")
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

/// The lines of a sheet as a CSV has them, each with its row of the sheet.
func lines(of table: SheetTable) throws -> [String] {
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
