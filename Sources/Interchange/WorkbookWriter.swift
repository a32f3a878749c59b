internal import CXLSXWriter
import Foundation

/// Writes an Excel workbook (ECMA-376, `.xlsx`) and gives its bytes. The same calls give the same bytes.
///
/// Written by libxlsxwriter, which puts its parts into files before it packs them: they stand in a ``PrivateFolder``, which goes
/// with the value. Nothing of it is in memory twice but the finished file. For one thread at a time; a second workbook waits until
/// the first is done with its folder.
public final class WorkbookWriter {
    /// A sheet, by its rank.
    public struct Sheet: Sendable {
        fileprivate let rank: Int
    }

    /// How a sheet is printed and scrolled.
    public struct Layout: Sendable {
        /// How many rows at the top stay in place and are printed on each page.
        public var headerRows = 0
        /// The rows and columns that a filter is set on, the headings among them; nil for none.
        public var filter: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)?
        /// Whether pages lie on their long side.
        public var isLandscape = false
        /// What stands at the head of each page.
        public var pageTitle = ""

        /// Printed upright, nothing in place.
        public init() {}
    }

    /// The most rows and columns of a sheet, and characters of a cell (Excel's specifications and limits).
    public static let limits = (rows: 1_048_576, columns: 16384, characters: 32767)

    private static let fileName = "workbook.xlsx"
    private let folder: PrivateFolder
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private var names: [String] = []
    private var formats: [WorkbookStyle: UnsafeMutablePointer<lxw_format>] = [:]

    /// A workbook without sheets.
    ///
    /// - Parameter title: the title among its properties.
    /// - Throws: ``InterchangeError`` of kind cannotCreate.
    public init(title: String) throws(InterchangeError) {
        folder = try PrivateFolder(names: [Self.fileName])
        let path = folder.path
        book = path.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt("\(path)/\(Self.fileName)", &options)
        }
        guard book != nil else { throw InterchangeError(.cannotCreate, "cannot begin a workbook: no memory") }
        try setProperties(title)
    }

    deinit { if let book { lxw_workbook_free(book) } }

    /// Adds a sheet under a name that Excel takes: at most 31 characters, none of `[]:*?/\`, unlike the others.
    ///
    /// - Returns: the sheet, and the name that it got.
    public func addSheet(_ wanted: String) throws(InterchangeError) -> (sheet: Sheet, name: String) {
        let name = Self.sheetName(wanted, besides: names)
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw InterchangeError(.writeFailed, "cannot add the sheet \(name) to a workbook")
        }
        sheets.append(sheet)
        names.append(name)
        return (Sheet(rank: sheets.count - 1), name)
    }

    /// Writes a text; one that is longer than a cell can be is cut, with an ellipsis.
    public func write(_ text: String, _ sheet: Sheet, row: Int, column: Int, _ style: WorkbookStyle = .init())
        throws(InterchangeError)
    {
        guard !text.isEmpty else { return try writeBlank(sheet, row: row, column: column, style) }
        let limit = Self.limits.characters
        var cut = text.utf16.count <= limit ? text : String(text.prefix(limit / 2)) + "…"
        // What looks like an escape of Excel's own would be taken for one (ECMA-376, part 1, 22.9.2.19).
        if cut.contains("_x") { cut = cut.replacing(/_x(?=[0-9A-Fa-f]{4}_)/, with: "_x005F_x") }
        try check(row, column)
        try check(
            worksheet_write_string(sheets[sheet.rank], UInt32(row), UInt16(column), cut, format(style)), "a text")
    }

    /// Writes a number; one that is not finite is an empty cell.
    public func write(_ number: Double, _ sheet: Sheet, row: Int, column: Int, _ style: WorkbookStyle = .init())
        throws(InterchangeError)
    {
        guard number.isFinite else { return try writeBlank(sheet, row: row, column: column, style) }
        try check(row, column)
        try check(
            worksheet_write_number(sheets[sheet.rank], UInt32(row), UInt16(column), number, format(style)), "a number")
    }

    /// Gives an empty cell its looks.
    public func writeBlank(_ sheet: Sheet, row: Int, column: Int, _ style: WorkbookStyle) throws(InterchangeError) {
        try check(row, column)
        try check(worksheet_write_blank(sheets[sheet.rank], UInt32(row), UInt16(column), format(style)), "a cell")
    }

    /// Sets how wide a column is, in characters of the standard font, at most 255.
    public func setWidth(_ width: Double, _ sheet: Sheet, column: Int) throws(InterchangeError) {
        try check(0, column)
        try check(
            worksheet_set_column(sheets[sheet.rank], UInt16(column), UInt16(column), min(width, 255), nil), "a column")
    }

    /// Sets how a sheet is printed, on A4 and as wide as a page, and what stays in place.
    public func lay(out sheet: Sheet, _ layout: Layout) throws(InterchangeError) {
        let sheet = sheets[sheet.rank]
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        if layout.isLandscape { worksheet_set_landscape(sheet) }
        if layout.headerRows > 0 {
            worksheet_freeze_panes(sheet, UInt32(layout.headerRows), 0)
            try check(worksheet_repeat_rows(sheet, 0, UInt32(layout.headerRows - 1)), "repeated rows")
        }
        if let filter = layout.filter {
            try check(
                worksheet_autofilter(
                    sheet, UInt32(filter.rows.lowerBound), UInt16(filter.columns.lowerBound),
                    UInt32(filter.rows.upperBound), UInt16(filter.columns.upperBound)), "a filter")
        }
        // An ampersand begins a command there; a header has at most 255 characters.
        let title = layout.pageTitle.prefix(100).replacing("&", with: "&&")
        if !title.isEmpty { try check(worksheet_set_header(sheet, "&L\(title)"), "a page header") }
        try check(worksheet_set_footer(sheet, "&R&P / &N"), "a page footer")
    }

    /// Completes the workbook and gives its bytes; nothing can be written to it after that.
    ///
    /// - Throws: ``InterchangeError`` of kind writeFailed, with the library's text.
    public func finish() throws(InterchangeError) -> [UInt8] {
        precondition(book != nil, "a workbook is finished once")
        // Frees the workbook too.
        let end = workbook_close(book)
        book = nil
        try check(end, "the file")
        return try ByteSource(path: folder.file(Self.fileName), inflates: false).readAll()
    }

    private func setProperties(_ title: String) throws(InterchangeError) {
        // A date of its own would make every file another one.
        let fixed = 1_704_067_200
        let end = title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = fixed
            return workbook_set_properties(book, &properties)
        }
        try check(end, "its properties")
    }

    private func check(_ row: Int, _ column: Int) throws(InterchangeError) {
        guard (0..<Self.limits.rows).contains(row), (0..<Self.limits.columns).contains(column) else {
            throw InterchangeError(
                .badData, "an Excel sheet has at most \(Self.limits.rows) rows and \(Self.limits.columns) columns")
        }
    }

    private func check(_ end: lxw_error, _ what: String) throws(InterchangeError) {
        guard end != LXW_NO_ERROR else { return }
        let text = lxw_strerror(end).map { String(cString: $0) } ?? "error \(end.rawValue)"
        throw InterchangeError(.writeFailed, "cannot write \(what) of a workbook: libxlsxwriter says: \(text)")
    }

    private func format(_ style: WorkbookStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[style] { return known }
        guard style != WorkbookStyle(), let format = workbook_add_format(book) else { return nil }
        if let number = style.numberFormat { format_set_num_format(format, number) }
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if style.isWrapped { format_set_text_wrap(format) }
        if style.size != 11 { format_set_font_size(format, style.size) }
        if style.color != 0 { format_set_font_color(format, style.color) }
        if let fill = style.fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_bg_color(format, fill)
        }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if style.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        if style.edges.contains(.top) { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.edges.contains(.bottom) { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        formats[style] = format
        return format
    }
}
