import Interchange
import TestSupport
import Testing

@Suite("CSV dialects")
struct CSVSnifferTests {
    static func dialect(_ bytes: [UInt8]) throws -> String {
        try CSVReader(ByteSource(bytes: bytes), header: .assumed).dialect.description
    }

    static func dialect(_ text: String, _ encoding: TextEncoding = .utf8) throws -> String {
        try dialect(encoding.bytes(text))
    }

    @Test("a French export: semicolons, Windows-1252, CRLF, decimal comma")
    func french() throws {
        let text =
            "Prénom;Adresse;Loyer\r\nZoë;12 rue de l’Église, bât. A;412,50\r\nLéa;3 allée des Œillets;1 020,00\r\n"
        #expect(try Self.dialect(text, .windows1252) == "separator ;, Windows-1252, CRLF, decimal comma")
    }

    @Test("a spreadsheet's UTF-8: byte order mark, semicolons, CRLF")
    func spreadsheet() throws {
        let text = "nom;adresse\r\nZoë;12 rue de l’Église\r\n"
        #expect(try Self.dialect([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == "separator ;, UTF-8 with BOM, CRLF")
        let reader = try CSVReader(ByteSource(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)))
        #expect(reader.header.names == ["nom", "adresse"])
    }

    @Test("tabs")
    func tabs() throws {
        #expect(
            try Self.dialect("id\tadresse\tlat\n1\t2, rue A; B\t48.8\n2\t3, rue B\t48.9\n")
                == "separator tab, UTF-8, LF")
    }

    @Test("bars")
    func bars() throws {
        #expect(try Self.dialect("id|adresse|x\n1|2, rue A|1\n2|3, rue B|2\n") == "separator |, UTF-8, LF")
    }

    @Test("commas with addresses that hold commas, in quotes")
    func commas() throws {
        let text = "id,adresse\n1,\"12, rue A, 57000 Metz\"\n2,\"3; rue B, 57000 Metz\"\n3,4 rue C\n"
        #expect(try Self.dialect(text) == "separator ,, UTF-8, LF")
    }

    @Test("semicolons inside quotes do not make a separator")
    func quotedSemicolons() throws {
        let text = "\"a;b;c\",\"d;e;f\"\n\"1;2;3\",\"4;5;6\"\n\"1;2;3\",\"4;5;6\"\n"
        #expect(try Self.dialect(text) == "separator ,, UTF-8, LF")
    }

    @Test("one column of addresses is one column, and appended cells get a separator that it lacks")
    func oneColumn() throws {
        let text = "adresse\n12 rue A, 57000 Metz\n3 rue B, 57000 Metz\n"
        let reader = try CSVReader(ByteSource(bytes: Array(text.utf8)))
        #expect(reader.dialect.description == "separator ;, UTF-8, LF")
        #expect(reader.header.names == ["adresse"])
    }

    @Test("decimal commas do not make a separator")
    func decimalCommas() throws {
        #expect(try Self.dialect("lon;lat\n6,17;49,11\n6,18;49,12\n") == "separator ;, UTF-8, LF, decimal comma")
        #expect(try Self.dialect("lon,lat\n\"6,17\",\"49,11\"\n") == "separator ,, UTF-8, LF, decimal comma")
    }

    @Test("line ends of old spreadsheets: CR alone")
    func carriageReturns() throws {
        #expect(try Self.dialect("a;b\r1;2\r3;4") == "separator ;, UTF-8, CR")
    }

    @Test("one wrong byte does not make a UTF-8 file Windows-1252, a file of them does")
    func encodings() throws {
        var bytes = Array(String(repeating: "é;à\n", count: 50).utf8)
        bytes.insert(0xE9, at: bytes.count / 2 + 1)
        #expect(try Self.dialect(bytes).contains("UTF-8"))
        #expect(try Self.dialect("a;b\né;à\n", .windows1252).contains("Windows-1252"))
    }

    @Test("a sample that ends inside a character is UTF-8 all the same")
    func cutCharacter() throws {
        for extra in 0..<4 {
            let bytes = Array(
                (String(repeating: "x", count: extra) + "a;b\n" + String(repeating: "é€;1\n", count: 20)).utf8)
            let reader = try CSVReader(ByteSource(bytes: bytes), header: .assumed, sampleBytes: 30 + extra)
            #expect(reader.dialect.encoding == .utf8)
        }
    }

    @Test("ragged records do not change the separator")
    func ragged() throws {
        #expect(try Self.dialect("a;b;c\n1;2\n1;2;3;4\n1;2;3\n,,,,,;1;2\n").hasPrefix("separator ;"))
    }

    @Test("what the user states wins")
    func stated() throws {
        let reader = try CSVReader(
            ByteSource(bytes: Array("a;b,c\n1;2,3\n".utf8)),
            stated: .init(delimiter: UInt8(ascii: ","), encoding: .windows1252, decimalComma: true))
        #expect(reader.dialect.description == "separator ,, Windows-1252, LF, decimal comma")
        #expect(reader.header.names == ["a;b", "c"])
    }
}
