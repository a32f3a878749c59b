/// An Excel workbook (ECMA-376, `.xlsx`): its sheets, and one of them as a table.
///
/// Cells keep their types. As texts they are written as they are seen there: dates as `2008-09-01`, whole numbers without decimals, fractions with a decimal
/// comma and the 15 digits that Excel keeps, percentages as `78,6 %`, numbers of the format `00000` with their zeros, errors as
/// `#N/A`. A formula gives the value stored with it. A line break in a cell becomes a space. The workbook is in
/// memory. ``ReadingLimits`` has the most bytes of a part, sheets, cells and text.
public struct Spreadsheet {
    /// A sheet of cells.
    public struct Sheet: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Whether Excel shows it.
        public let isVisible: Bool
        let path: String
    }

    /// Which part of a workbook is read.
    public struct Choice: Sendable, Hashable {
        /// The name of a sheet, or its number from 1; nil for the first that is visible.
        public var sheet: String?
        /// The row of the headings, from 1; nil to find it.
        public var headerRow: Int?

        /// States nothing, or something.
        public init(sheet: String? = nil, headerRow: Int? = nil) {
            self.sheet = sheet
            self.headerRow = headerRow
        }
    }

    /// The sheets of cells, in the order of their tabs.
    public let sheets: [Sheet]
    private let archive: ZipArchive
    private let name: String
    private let usesDatesFrom1904: Bool
    private let sharedStringsPath: String?
    private let stylesPath: String?

    /// Reads what a workbook is made of.
    ///
    /// - Parameter name: the name to say in errors.
    /// - Throws: ``InterchangeError`` of kind badData: no zip, no workbook, another kind of file, a damaged part.
    public init(bytes: [UInt8], name: String) throws(InterchangeError) {
        if let kind = SpreadsheetKind.other(than: bytes) { throw kind.error(name) }
        archive = try ZipArchive(bytes: bytes, name: name)
        self.name = name
        if let kind = SpreadsheetKind.other(in: archive) { throw kind.error(name) }
        let parts = SpreadsheetParts(archive: archive, name: name)
        let path =
            try parts.relations(of: "").first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
        let outline = WorkbookOutline()
        try XMLStream.read(try parts.bytes(path), name: "\(name)/\(path)", outline)
        let relations = try parts.relations(of: path)
        usesDatesFrom1904 = outline.usesDatesFrom1904
        sharedStringsPath = relations.first { $0.type.hasSuffix("/sharedStrings") }?.target
        stylesPath = relations.first { $0.type.hasSuffix("/styles") }?.target
        let targets = Dictionary(
            relations.filter { $0.type.hasSuffix("/worksheet") }.map { ($0.id, $0.target) },
            uniquingKeysWith: { first, _ in first })
        sheets = outline.sheets.compactMap { sheet in
            targets[sheet.relation].map { Sheet(name: sheet.name, isVisible: sheet.isVisible, path: $0) }
        }
        guard !sheets.isEmpty else {
            throw InterchangeError(.badData, "the workbook has no sheet of cells", file: name)
        }
    }

    /// Reads a sheet. Linear in the workbook.
    ///
    /// - Throws: ``InterchangeError`` of kind badData: no such sheet, an empty one, a damaged part.
    public func table(_ choice: Choice) throws(InterchangeError) -> SheetTable {
        let (sheet, notes) = try find(choice.sheet)
        let parts = SpreadsheetParts(archive: archive, name: name)
        let strings = SharedStrings()
        if let path = sharedStringsPath, let bytes = try parts.optional(path) {
            try XMLStream.read(bytes, name: "\(name)/\(path)", strings)
        }
        let styles = SpreadsheetStyles()
        if let path = stylesPath, let bytes = try parts.optional(path) {
            try XMLStream.read(bytes, name: "\(name)/\(path)", styles)
        }
        let content = try parts.bytes(sheet.path)
        let rows = SheetRows(headerRow: choice.headerRow, byteCount: content.count)
        let reader = SheetReader(
            strings: strings, formats: styles.formats, usesDatesFrom1904: usesDatesFrom1904, rows: rows)
        try XMLStream.read(content, name: "\(name)/\(sheet.path)", reader)
        try rows.finish()
        guard let headerRow = rows.foundHeader, let header = rows.header else {
            let row = choice.headerRow.map { "row \($0) of the sheet “\(sheet.name)” is empty" }
            throw InterchangeError(
                .badData, row ?? "the sheet “\(sheet.name)” is empty: expected a row of headings", file: name,
                notes: sheets.count > 1 ? [list] : [])
        }
        let facts = SheetFacts(
            name: sheet.name, headerRow: headerRow, notes: notes + rows.notes + reader.notes(headerRow))
        return SheetTable(name: name, header: header, sheet: facts, batches: rows.batches)
    }

    private func find(_ wanted: String?) throws(InterchangeError) -> (Sheet, [TableNote]) {
        guard let wanted else {
            guard let sheet = sheets.first(where: \.isVisible) else {
                throw InterchangeError(
                    .badData, "all sheets of the workbook are hidden", file: name, notes: [list], remedy: .chooseSheet)
            }
            return (sheet, sheets.count > 1 ? [TableNote(list, remedy: .chooseSheet)] : [])
        }
        // A name comes before a number: a sheet may be called 2024.
        if let sheet = sheets.first(where: { $0.name == wanted })
            ?? sheets.first(where: { $0.name.lowercased() == wanted.lowercased() })
        {
            return (sheet, [])
        }
        if let number = Int(wanted), sheets.indices.contains(number - 1) { return (sheets[number - 1], []) }
        throw InterchangeError(.badData, "the workbook has no sheet “\(wanted)”", file: name, notes: [list])
    }

    private var list: String {
        let names = sheets.prefix(20).enumerated().map {
            "\($0 + 1) “\($1.name)”\($1.isVisible ? "" : " (hidden)")"
        }
        let more = sheets.count > 20 ? " and \(sheets.count - 20) more" : ""
        return "the sheets of the workbook are " + names.joined(separator: ", ") + more
    }
}
