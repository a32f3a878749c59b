import QPVKit
import TestSupport
import Testing

/// A small table of a user that is a workbook.
@Suite struct WorkbookTableTests {
    @Test("Spellings may stand in a workbook; faults name the row of the sheet")
    func aliases() throws {
        let folder = try TemporaryFolder()
        let head = """
            <row r="1"><c t="str"><v>Nos quartiers</v></c></row><row r="3"><c t="str"><v>écriture</v></c>\
            <c t="str"><v>code</v></c></row><row r="4"><c t="str"><v>Le Bois</v></c><c t="str"><v>QN09903I</v></c></row>
            """
        let good = try AliasTable(path: folder.write(WorkbookMaker(rows: head).bytes, to: "a.xlsx"))
        #expect(good.count == 1)
        let bad = WorkbookMaker(rows: head + "<row r=\"7\"><c t=\"str\"><v>Le Pré</v></c></row>")
        let error = #expect(throws: TableError.self) { try AliasTable(path: folder.write(bad.bytes, to: "b.xlsx")) }
        #expect(error?.line == 7)
        let other = WorkbookMaker(rows: "<row r=\"5\"><c t=\"str\"><v>a</v></c></row>")
        let missing = #expect(throws: TableError.self) { try AliasTable(path: folder.write(other.bytes, to: "c.xlsx")) }
        #expect(missing?.line == 5)
    }
}
