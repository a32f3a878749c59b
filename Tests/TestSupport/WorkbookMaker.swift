/// Makes Excel workbooks of XML written by hand: for tests, in memory, every part stored.
public struct WorkbookMaker {
    /// The sheets: name, what stands between `<worksheet>` and its end, and the state (`visible`, `hidden`).
    public var sheets: [(name: String, xml: String, state: String)] = []
    /// The texts that cells point to, each the inside of an `<si>`.
    public var strings: [String] = []
    /// The number formats of styles 1, 2 …: a number of a built-in one, or a code.
    public var formats: [String] = []
    /// Attributes of `<workbookPr>`.
    public var properties = ""
    /// What stands before the root of a sheet.
    public var prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

    /// A workbook without sheets.
    public init() {}

    /// A workbook of one sheet with these rows: the inside of `<sheetData>`.
    public init(rows: String, after: String = "") {
        sheets = [("Feuil1", "<sheetData>\(rows)</sheetData>\(after)", "visible")]
    }

    /// The file.
    public var bytes: [UInt8] {
        var zip = ZipMaker()
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        zip.add("[Content_Types].xml", Array("<Types/>".utf8))
        zip.add(
            "_rels/.rels",
            relations([("rId1", "\(types)/officeDocument", "/xl/workbook.xml")]))
        let list = sheets.enumerated().map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"rId\($0 + 1)\"/>"
        }
        zip.add(
            "xl/workbook.xml",
            Array(
                "<workbook xmlns:r=\"\(types)\"><workbookPr \(properties)/><sheets>\(list.joined())</sheets></workbook>"
                    .utf8))
        let pointers = sheets.indices.map { ("rId\($0 + 1)", "\(types)/worksheet", "worksheets/sheet\($0 + 1).xml") }
        zip.add(
            "xl/_rels/workbook.xml.rels",
            relations(
                pointers + [
                    ("s", "\(types)/sharedStrings", "sharedStrings.xml"), ("t", "\(types)/styles", "./styles.xml"),
                ]))
        zip.add("xl/sharedStrings.xml", Array("<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>".utf8))
        zip.add("xl/styles.xml", Array(styles.utf8))
        for (rank, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/sheet\(rank + 1).xml", Array("\(prolog)<worksheet>\(sheet.xml)</worksheet>".utf8))
        }
        return zip.bytes
    }

    private var styles: String {
        var codes = ""
        var styles = "<xf numFmtId=\"0\"/>"
        for (rank, format) in formats.enumerated() {
            if Int(format) == nil || format.hasPrefix("0") {
                let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
                    "<", with: "&lt;")
                codes += "<numFmt numFmtId=\"\(164 + rank)\" formatCode=\"\(code)\"/>"
                styles += "<xf numFmtId=\"\(164 + rank)\"/>"
            } else {
                styles += "<xf numFmtId=\"\(format)\"/>"
            }
        }
        return "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
            + "<cellXfs>\(styles)</cellXfs></styleSheet>"
    }

    private func relations(_ list: [(String, String, String)]) -> [UInt8] {
        let entries = list.map { "<Relationship Id=\"\($0.0)\" Type=\"\($0.1)\" Target=\"\($0.2)\"/>" }
        return Array("<Relationships>\(entries.joined())</Relationships>".utf8)
    }
}
