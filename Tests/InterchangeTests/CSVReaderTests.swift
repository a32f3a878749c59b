import Foundation
import Interchange
import TestSupport
import Testing

@Suite("CSV reader")
struct CSVReaderTests {
    static func reader(_ text: String, rule: CSVHeader.Rule = .required, batchBytes: Int = 1 << 20) throws -> CSVReader
    {
        try CSVReader(ByteSource(bytes: Array(text.utf8), name: "a.csv"), header: rule, batchBytes: batchBytes)
    }

    static func records(_ reader: CSVReader) throws -> [[String]] {
        var records: [[String]] = []
        while let batch = try reader.nextBatch() { records += (0..<batch.count).map { batch.texts($0) } }
        return records
    }

    /// The message of reading a text to its end.
    static func failure(_ text: String, rule: CSVHeader.Rule = .required) -> String {
        do {
            _ = try records(reader(text, rule: rule))
            return "read without error"
        } catch { return (error as? InterchangeError)?.fullDescription ?? "\(error)" }
    }

    @Test("cells lose their quotes, records keep theirs")
    func cells() throws {
        let reader = try Self.reader("a;b;c\n1;\"2 \"\"deux\"\";\n2\";3\n4;;\n")
        let batch = try #require(try reader.nextBatch())
        #expect(batch.texts(0) == ["1", "2 \"deux\";\n2", "3"])
        #expect(batch.withRaw(0) { String(decoding: $0, as: UTF8.self) } == "1;\"2 \"\"deux\"\";\n2\";3")
        #expect(batch.texts(1) == ["4", "", ""])
        #expect(batch.line(0) == 2 && batch.line(1) == 4)
        var cells = CSVCells()
        batch.withRecord(0, using: &cells) { record in
            #expect(record.cell(3).isEmpty && record.cell(-1).isEmpty && record.count == 3)
        }
        let isOver = try reader.nextBatch() == nil
        #expect(isOver)
    }

    @Test("blank lines are counted and left out, in one column they are empty cells")
    func blankLines() throws {
        let two = try Self.reader("\n\na;b\n\n1;2\n\n\n3;4\n\n")
        #expect(try Self.records(two) == [["1", "2"], ["3", "4"]])
        #expect(two.blankLines == 6 && two.recordCount == 2)
        let one = try Self.reader("adresse\n1 rue A\n\n2 rue B\n")
        #expect(try Self.records(one) == [["1 rue A"], [""], ["2 rue B"]])
    }

    @Test("ragged records are delivered with the cells that they have")
    func ragged() throws {
        #expect(try Self.records(Self.reader("a;b\n1\n1;2;3\n1;2")) == [["1"], ["1", "2", "3"], ["1", "2"]])
    }

    @Test("a header without records is no error, an empty file is one", arguments: ["", "\n", "\r\n\n"])
    func emptyFile(_ text: String) throws {
        #expect(try Self.records(Self.reader("a;b\n")) == [])
        #expect(Self.failure(text) == "error: the file is empty: expected a header line\n  --> a.csv")
    }

    @Test("a name that two columns bear is reported")
    func duplicates() throws {
        #expect(try Self.reader("a;b;a;;;b;c\n").header.duplicates == ["a", "b"])
    }

    @Test(
        "a first record that is data is no header",
        arguments: [
            "1;2;3", "48.85;2.35", "zoe@example.org;Zoé", "id;6,17528;x", "12 RUE DES LILAS;57000;METZ", ";;",
        ])
    func missingHeader(_ first: String) throws {
        #expect(Self.failure(first + "\n").hasPrefix("error: expected a header line: "))
        let reader = try Self.reader(first + "\n" + first + "\n", rule: .absent)
        let width = first.split(separator: ";", omittingEmptySubsequences: false).count
        #expect(reader.header.names == (1...width).map { "column_\($0)" })
        #expect(try Self.records(reader).count == 2)
        #expect(try Self.records(Self.reader(first + "\nx;y\n", rule: .assumed)).count == 1)
    }

    @Test(
        "odd names are names",
        arguments: [
            "CODGEO;LIBGEO;2013", ";adresse", "nom;0 à 5 ans;6 à 15 ans", "N° SIRET;e-mail", "adresse", "T1 2024;57",
            "nom du quartier;57463", "v1.0;v1.1;n",
        ])
    func oddNames(_ first: String) throws {
        #expect(
            try Self.reader(first + "\n").header.names
                == first.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
    }

    @Test("a missing header is shown")
    func missingHeaderMessage() {
        #expect(
            Self.failure("48,85;2,35\n48,86;2,36\n") == """
                error: expected a header line: every cell is a number
                  --> a.csv:1:1
                1 | 48,85;2,35
                  | ^ first line
                """)
    }

    @Test("a quote that is never closed is shown where it opens")
    func unclosedQuote() {
        let text = "id;adresse\n1;\"a\nb\"\n12;\"3 RUE DES LILAS;93200\n13;4 RUE\n"
        #expect(
            Self.failure(text) == """
                error: quoted field is never closed
                  --> a.csv:4:4
                4 | 12;"3 RUE DES LILAS;93200
                  |    ^ opened here
                """)
        // On a later line of its record, behind accents.
        #expect(
            Self.failure("id;b\n1;\"é\nèè\";\"x") == """
                error: quoted field is never closed
                  --> a.csv:3:5
                3 | èè";"x
                  |     ^ opened here
                """)
    }

    @Test("an error masks what it shows of a line, and keeps the place")
    func masked() throws {
        let reader = try Self.reader("nom;né le\nDUPONT Zoé;12/03/1980\nMartin;\0\n")
        #expect(try reader.nextBatch()?.count == 1)
        let error = #expect(throws: InterchangeError.self) { try reader.nextBatch() }
        let shown = try #require(error?.description)
        #expect(shown.contains("3 | Xxxxxx;␀"))
        #expect(!shown.contains("Martin"))
        let name = Excerpt(text: "9 rue des Œillets 57000", caret: 2).masked
        #expect(name.text == "9 xxx xxx Xxxxxxx 99999" && name.caret == 2)
    }

    @Test("a NUL byte is shown where it is, after the records before it")
    func nul() throws {
        let reader = try Self.reader("a;b\n1;2\né;\0;3\n")
        #expect(try reader.nextBatch()?.count == 1)
        let error = #expect(throws: InterchangeError.self) { try reader.nextBatch() }
        #expect(
            error?.fullDescription == """
                error: there is a NUL byte in the file
                  --> a.csv:3:3
                3 | é;␀;3
                  |   ^ not text
                """)
    }

    @Test("an excerpt of a long line is cut on both sides")
    func longExcerpt() throws {
        let text = "a;b\n" + String(repeating: "é", count: 5000) + ";\"" + String(repeating: "x", count: 5000)
        let error = #expect(throws: InterchangeError.self) { try Self.records(Self.reader(text)) }
        #expect(error?.column == 5002)
        let excerpt = try #require(error?.excerpt)
        #expect(excerpt.text.unicodeScalars.count <= 102)
        #expect(excerpt.text.hasPrefix("…é") && excerpt.text.hasSuffix("x…"))
        #expect(Array(excerpt.text.unicodeScalars)[excerpt.caret] == "\"")
    }

    @Test("bytes that are no UTF-8 behind the sample are delivered and flagged")
    func invalidText() throws {
        var bytes = Array("a;b\n".utf8)
        for number in 0..<20_000 { bytes += Array("\(number);rue\n".utf8) }
        bytes += [0x31, 0x3B, 0xE9, 0x0A] + Array("2;é\n".utf8)
        let reader = try CSVReader(ByteSource(bytes: bytes))
        var flagged: [Int] = []
        while let batch = try reader.nextBatch() {
            for index in 0..<batch.count where batch.hasInvalidText(index) {
                flagged.append(batch.line(index))
                #expect(batch.texts(index) == ["1", "\u{FFFD}"])
            }
        }
        #expect(flagged == [20_002])
    }

    @Test("a cell of 20 MB passes, and small records after it")
    func longCell() throws {
        let cell = [UInt8](repeating: 0x78, count: 20 << 20)
        let bytes = Array("a;b\n1;\"".utf8) + cell + Array("\"\n2;3\n4;".utf8) + cell + Array("\n5;6\n".utf8)
        let reader = try CSVReader(ByteSource(bytes: bytes))
        var lengths: [Int] = []
        var cells = CSVCells()
        while let batch = try reader.nextBatch() {
            batch.forEachRecord(using: &cells) { lengths.append($0.cell(1).count) }
        }
        #expect(lengths == [20 << 20, 1, 20 << 20, 1])
    }

    @Test("a quote opened on an endless pipe ends with an error at the quote")
    func endless() throws {
        OutputFile.reportBrokenPipes()
        let source = try endlessPipe(first: Array("id;adresse\n1;\"3 RUE".utf8), then: Array("2;4 RUE\n".utf8))
        let reader = try CSVReader(source, maximumRecordBytes: 8 << 20)
        let error = #expect(throws: InterchangeError.self) { try reader.nextBatch() }
        #expect(error?.message == "quoted field is not closed within 8 MiB")
        #expect(error?.line == 2 && error?.column == 3)
    }

    @Test("a line without end is given up")
    func endlessLine() throws {
        OutputFile.reportBrokenPipes()
        let source = try endlessPipe(first: Array("id;adresse\n1;2\n".utf8), then: Array("xxxxxxxxxxxxxxxxxxxx".utf8))
        let reader = try CSVReader(source, maximumRecordBytes: 4 << 20)
        let error = #expect(throws: InterchangeError.self) { while try reader.nextBatch() != nil {} }
        #expect(error?.message == "record is longer than 4 MiB")
        #expect(error?.line == 3)
    }

    @Test("a file, a folder and a lack of either")
    func sources() throws {
        let folder = try TemporaryFolder()
        func kind(_ path: String) -> InterchangeError.Kind? {
            #expect(throws: InterchangeError.self) { try CSVReader(path: path) }?.kind
        }
        #expect(kind(folder.path("none.csv")) == .missingInput)
        #expect(kind(folder.url.path) == .isDirectory)
        let secret = try folder.write("a\n", to: "secret.csv")
        chmod(secret, 0)
        if getuid() != 0 { #expect(kind(secret) == .permissionDenied) }
    }

    @Test("any bytes are read or refused, never worse")
    func fuzz() throws {
        for seed in UInt64(1)...500 {
            var random = SeededGenerator(seed: seed)
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : Array("\";,\n\r\t|a".utf8).randomElement(using: &random)!
            }
            for rule in [CSVHeader.Rule.required, .assumed, .absent] {
                guard
                    let reader = try? CSVReader(ByteSource(bytes: bytes), header: rule, batchBytes: 7, sampleBytes: 40)
                else { continue }
                while let batch = try? reader.nextBatch() {
                    for index in 0..<batch.count { #expect(!batch.texts(index).isEmpty, "seed \(seed)") }
                }
            }
        }
    }
}
