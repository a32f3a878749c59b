import Interchange
public import QPVKit

/// The sheet of one perimeter as it is written.
public struct SheetPage: Sendable {
    /// The code of the perimeter.
    public let code: String
    /// The name of its files, without ending.
    public let name: String
    /// The number of addresses inside.
    public let addresses: ReportCell
    /// The page, which needs no other file.
    public let html: [UInt8]
    /// The figures.
    public let json: [UInt8]
    /// What is to be said of the earlier sheet. Sheets are made side by side, and notes come in the order of the sheets.
    let notes: [Note]

    init(_ sheet: Sheet, named name: String, of book: SheetBook, since earlier: EarlierSheets, _ provenance: Provenance)
        throws
    {
        let context = RunContext()
        self.name = name
        (code, addresses) = (sheet.perimeter.code, sheet.addressesInside)
        let earlier = try earlier.sheet(named: name, of: code, context)
        notes = context.notes
        html = try SheetReport(sheet, of: book, since: earlier).report(provenance).bytes(as: .html)
        json = Array((sheet.json(provenance, since: earlier).json(pretty: true) + "\n").utf8)
    }
}

/// What came of the sheets.
public struct SheetResult: Sendable {
    /// How many sheets were made; a perimeter without a shape that can be used has none.
    public let sheets: Int
    /// The sheet, when one perimeter was asked.
    public let page: SheetPage?
}
