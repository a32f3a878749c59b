import TestSupport
import Testing

/// Excel workbooks wherever a command reads a table.
@Suite("a workbook as a table")
struct WorkbookCommandTests {
    let sandbox = try! Sandbox()

    private var maker: WorkbookMaker {
        var maker = WorkbookMaker(
            rows: """
                <row r="1"><c t="str"><v>Bénéficiaires 2024</v></c></row>
                <row r="3"><c t="str"><v>id</v></c><c t="str"><v>adresse</v></c><c t="str"><v>cp</v></c>\
                <c t="str"><v>commune</v></c><c t="str"><v>naissance</v></c><c t="str"><v>part</v></c></row>
                <row r="4"><c><v>1</v></c><c t="s"><v>0</v></c><c s="1"><v>23990</v></c><c t="s"><v>1</v></c>\
                <c s="2"><v>39692</v></c><c s="3"><v>0.786</v></c></row>
                <row r="6"><c><v>2</v></c><c t="s"><v>2</v></c><c s="1"><v>23990</v></c></row>
                """, after: "<mergeCells><mergeCell ref=\"D4:D6\"/></mergeCells>")
        maker.strings = [
            "<r><t>12 rue </t></r><r><t>Rosa Parks</t></r>", "<t>Valfictif-sur-Ombre</t>",
            "<t>8 avenue du&#10;Général Leclerc</t>",
        ]
        maker.formats = ["00000", "dd/mm/yyyy", "0.0%"]
        maker.sheets.append(("Notes", "<sheetData/>", "hidden"))
        return maker
    }

    @Test("audit reads a sheet as it reads a CSV, and says what it left out and what is merged")
    func audit() throws {
        let file = try sandbox.write(maker.bytes, to: "in.xlsx")
        let result = try sandbox.qpv("audit", file, "-o", sandbox.path("out.csv"))
        try sandbox.expect(result, is: "audit-workbook", files: ["out.csv", "out.csv.provenance.json"])
        #expect(result.code == 0)
    }

    @Test("geocode reads one too, whatever the file is called")
    func geocode() throws {
        let file = try sandbox.write(maker.bytes, to: "in.csv")
        let result = try sandbox.qpv(
            "geocode", "-q", file, "--sheet", "1", "--header-row", "3", "-o", sandbox.path("out.csv"))
        #expect(result.code == 0)
        #expect(
            String(decoding: try #require(sandbox.bytes("out.csv")), as: UTF8.self).contains(
                "\r\n2;8 avenue du Général Leclerc;23990;;;;"))
    }

    @Test(
        "what is no workbook, and what a workbook lacks, is told",
        arguments: ["xls", "protected", "ods", "xlsb", "zip", "cut", "empty", "no-sheet", "no-columns", "sheet-of-csv"])
    func faults(name: String) throws {
        var bytes = maker.bytes
        var options: [String] = []
        switch name {
        case "xls", "protected":
            let stream = name == "xls" ? "Workbook" : "EncryptedPackage"
            bytes = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 1020)
            bytes += stream.utf16.flatMap { [UInt8($0), 0] } + [UInt8](repeating: 0, count: 500)
        case "ods":
            var zip = ZipMaker()
            zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
            bytes = zip.bytes
        case "xlsb":
            var zip = ZipMaker()
            zip.add("xl/workbook.bin", [1])
            bytes = zip.bytes
        case "zip":
            var zip = ZipMaker()
            zip.add("beneficiaires.csv", Array("id;adresse\n".utf8))
            bytes = zip.bytes
        case "cut": bytes = Array(bytes.prefix(900))
        case "empty": options = ["--sheet", "notes"]
        case "no-sheet": options = ["--sheet", "2025"]
        case "no-columns": bytes = WorkbookMaker(rows: "<row r=\"7\"><c t=\"str\"><v>a</v></c></row>").bytes
        default:
            bytes = Array("id;adresse\n1;rue\n".utf8)
            options = ["--sheet", "1"]
        }
        let file = try sandbox.write(bytes, to: "in.xlsx")
        let result = try sandbox.qpv(["audit", file, "-o", sandbox.path("out.csv")] + options)
        try sandbox.expect(result, is: "audit-workbook-\(name)")
        #expect(result.code == 65)
        #expect(sandbox.bytes("out.csv") == nil)
    }

    @Test("rows are not written as a workbook", arguments: ["out.xlsx", "out.ods"])
    func output(name: String) throws {
        let result = try sandbox.qpv(
            "audit", try sandbox.write(Samples.addresses, to: "in.csv"), "-o", sandbox.path(name))
        #expect(result.code == 64)
        #expect(result.stderr.contains("rows are written as CSV, not as ."))
        #expect(sandbox.bytes(name) == nil)
    }

    @Test("a workbook made of what audit wrote is counted by map and sheet as the CSV is")
    func audited() throws {
        let header = [
            "id", "qpv_verdict", "qpv_code", "qpv_name", "qpv_quality", "qpv_nearest_code", "longitude", "latitude",
        ]
        let row = ["inside", "QN09901M", "Tilleuls Fictifs", "1", "QN09901M", "2.21", "46.14"]
        func cells(_ texts: [String]) -> String {
            texts.map { Double($0) == nil ? "<c t=\"str\"><v>\($0)</v></c>" : "<c><v>\($0)</v></c>" }.joined()
        }
        let lines = [header] + (1...7).map { ["\($0)"] + row }
        let maker = WorkbookMaker(
            rows: lines.enumerated().map { "<row r=\"\($0 + 1)\">\(cells($1))</row>" }.joined())
        let book = try sandbox.write(maker.bytes, to: "audite.xlsx")
        let csv = try sandbox.write(lines.map { $0.joined(separator: ",") + "\n" }.joined(), to: "audite.csv")
        for (i, file) in [book, csv].enumerated() {
            let map = try sandbox.qpv(
                "map", "-q", "--rows", file, "--hexagons", "300", "-o", sandbox.path("\(i).geojson"))
            #expect(map.code == 0 && map.stderr == "", "\(map.stderr)")
            let sheet = try sandbox.qpv("sheet", "QN09901M", "-q", "--rows", file, "-o", sandbox.path("\(i).html"))
            #expect(sheet.code == 0, "\(sheet.stderr)")
        }
        #expect(sandbox.text("0.geojson")?.contains("\"rows_inside\":7") == true)
        #expect(sandbox.bytes("0.geojson") == sandbox.bytes("1.geojson"))
        let persons = sandbox.text("0.html")?.firstMatch(of: /Personnes.*/)?.output
        #expect(persons != nil)
        #expect(sandbox.text("0.geojson.provenance.json")?.contains("\"header_row\": 1") == true)
        #expect(try sandbox.qpv("map", "--sheet", "1", "-o", sandbox.path("x.html")).code == 64)
        #expect(try sandbox.qpv("sheet", "QN09901M", "--sheet", "1", "-o", sandbox.path("x.html")).code == 64)
    }
}
