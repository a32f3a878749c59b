import ArgumentParser
import Interchange

/// Which part of an Excel workbook is the table.
struct SheetOptions: ParsableArguments {
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

    /// Opens a CSV or a workbook and says how it was read.
    func open(_ file: String, quiet: Bool = false) throws -> CSVReader {
        let reader = try CSVReader(table: file, .init(sheet: sheet, headerRow: headerRow))
        if !quiet { Self.state(reader) }
        return reader
    }

    private static func state(_ reader: CSVReader) {
        guard let sheet = reader.sheet else {
            return Terminal.say("note: read \(reader.name) as \(reader.dialect)")
        }
        Terminal.say("note: read \(reader.name), sheet “\(sheet.name)”; rows are written as \(reader.dialect)")
        for note in sheet.notes { Terminal.say("note: \(note)") }
    }
}
