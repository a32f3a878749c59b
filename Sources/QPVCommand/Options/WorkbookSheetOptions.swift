import ArgumentParser
import Interchange
import QPVService

/// Which part of an Excel workbook is the table.
struct WorkbookSheetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The sheet of an Excel workbook, by name or number. (default: the first that is visible)",
            valueName: "sheet"))
    var sheet: String?

    @Option(help: ArgumentHelp("The row of the headings in it. (default: found)", valueName: "number"))
    var headerRow: Int?

    func validate() throws {
        if let headerRow, headerRow < 1 { throw ValidationError("--header-row is a number from 1") }
    }

    /// Whether none is named.
    var isNothing: Bool { sheet == nil && headerRow == nil }

    /// A CSV or a workbook as the table of a request.
    func input(_ file: String, columns: RowColumns = .found) -> TableInput {
        TableInput(.file(file), sheet: .init(sheet: sheet, headerRow: headerRow), columns: columns)
    }
}
