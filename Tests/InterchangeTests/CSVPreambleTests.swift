import Testing

@testable import Interchange

@Suite("what stands above the headings of a CSV")
struct CSVPreambleTests {
    private static func open(_ bytes: [UInt8]) throws -> CSVReader { try CSVReader(ByteSource(bytes: bytes)) }
    private static func open(_ text: String) throws -> CSVReader { try open(Array(text.utf8)) }

    @Test(
        "the line sep= is left out and states the separator, with quotes, any line end and a byte order mark",
        arguments: ["sep=|\r\n", "SEP=|\n", "\"sep=|\"\r\n", "\u{FEFF}sep=|\n"])
    func separator(line: String) throws {
        let reader = try Self.open(line + "a|b;c\n1|2;3\n")
        #expect(reader.header.names == ["a", "b;c"])
        #expect(reader.headerLine == 2)
        let batch = try #require(try reader.nextBatch())
        #expect(batch.texts(0) == ["1", "2;3"])
        #expect(batch.line(0) == 3)
        #expect(reader.notes.count == 1)
    }

    @Test("a heading that begins like that line is a heading")
    func separatorAsName() throws {
        #expect(try Self.open("sep=;a\n1;2\n").header.names == ["sep=", "a"])
        #expect(try Self.open("separateur;a\n1;2\n").header.names == ["separateur", "a"])
    }

    @Test(
        "a NUL byte is no separator and is an error in its place",
        arguments: ["sep=\0\n", "sep=\0\0\r\n", "\"sep=\0\"\n"])
    func separatorNUL(line: String) {
        let fault = #expect(throws: InterchangeError.self) { try Self.open(line + "id;nom\r\n1;a\r\n") }
        #expect(fault?.message == "there is a NUL byte in the file")
        #expect(fault?.line == 1)
    }

    @Test("titles above the headings are left out and told, with the line of the headings")
    func titles() throws {
        for title in ["Liste au 31/12/2024;;;\n;;;\n", "Liste des adhérents\n\n", "Fichier en UTF-8, séparé par ;\n"] {
            let reader = try Self.open(
                title + "Réf;Adresse;CP;Ville\n1;2 rue Bleue;57000;Metz\n2;3 rue Bleue;57000;Metz\n")
            #expect(reader.header.names == ["Réf", "Adresse", "CP", "Ville"], "\(title)")
            #expect(try reader.nextBatch()?.count == 2)
            #expect(reader.headerLine == title.split(separator: "\n", omittingEmptySubsequences: false).count)
            #expect(reader.notes.first?.text.contains("the headings are in line") == true)
        }
    }

    @Test("what looks like data below a first line is no heading")
    func noTitle() throws {
        let one = try Self.open("adresse\n12 rue Bleue, Metz, France\n14 rue Bleue, Metz, France\n")
        #expect(one.header.names == ["adresse"] && one.headerLine == 1)
        let two = try Self.open("lieu\nRue Bleue, Metz\nRue Verte, Metz\n")
        #expect(two.header.names == ["lieu"])
        let sparse = try Self.open("a;;;;\n1;2;3;4;5\n")
        #expect(sparse.header.names == ["a", "", "", "", ""])
        #expect(sparse.notes.isEmpty)
    }

    @Test("UTF-16 is read in either order of bytes, with a mark or without, and written as UTF-8")
    func utf16() throws {
        let text = "Réf\tAdresse\r\n1\t2 rue de l’Été 😀\r\n"
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
            let reader = try Self.open(bytes)
            #expect(reader.header.names == ["Réf", "Adresse"])
            #expect(reader.dialect.encoding == .utf8WithBOM)
            #expect(try reader.nextBatch()?.texts(0) == ["1", "2 rue de l’Été 😀"])
        }
        #expect(try Self.open([0xFF, 0xFE] + little + [0x41]).header.names.count == 2)
        let half: [UInt8] = [0xFF, 0xFE] + little + [0x00, 0xD8, 0x0A, 0x00]
        let reader = try Self.open(half)
        #expect(try reader.nextBatch()?.texts(1) == ["\u{FFFD}"])
    }

    @Test("a batch that was looked at is delivered once")
    func peek() throws {
        let reader = try Self.open("a;b\n1;2\n3;4\n")
        #expect(reader.firstRows(1) == [["1", "2"]])
        #expect(reader.recordCount == 0)
        #expect(try reader.nextBatch()?.count == 2)
        #expect(reader.recordCount == 2)
        #expect(try reader.nextBatch() == nil)
        #expect(reader.firstRows(5).isEmpty)
    }
}

@Suite("points of GeoJSON as a table")
struct GeoJSONTableTests {
    private static func feature(_ geometry: String, _ properties: String) -> String {
        "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
    }

    @Test("properties become columns, the position two more")
    func points() throws {
        let one = Self.feature("{\"type\":\"Point\",\"coordinates\":[6.17,49.12]}", "{\"nom\":\"A, b\",\"n\":1.50}")
        let two = Self.feature("{\"type\":\"Point\",\"coordinates\":[6.2,49]}", "{\"longitude\":\"x\"}")
        let bytes = Array("{ \"type\": \"FeatureCollection\",\n\"features\": [\(one),\(two)]}".utf8)
        let reader = try TableFile.open(bytes, name: "points.geojson")
        #expect(reader.header.names == ["nom", "n", "longitude", "geometry_longitude", "latitude"])
        let batch = try #require(try reader.nextBatch())
        #expect(batch.texts(0) == ["A, b", "1.50", "", "6.17", "49.12"])
        #expect(batch.texts(1) == ["", "", "x", "6.2", "49.0"])
        #expect(reader.notes.first?.text.contains("the file is GeoJSON: its 2 points") == true)
    }

    @Test("a feature that is no point is named with its line")
    func polygon() {
        let shape = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"
        let bytes = Array("{\"type\":\"FeatureCollection\",\"features\":[\n\(Self.feature(shape, "{}"))]}".utf8)
        let error = #expect(throws: InterchangeError.self) { try TableFile.open(bytes, name: "zones.geojson") }
        #expect(error?.message.contains("the file is GeoJSON, and this feature is a Polygon") == true)
        #expect(error?.line == 2)
    }
}
