import ArgumentParser
import Foundation
import QPVService

/// The table read, and the columns that say where its rows are.
struct TableReadingOptions: ParsableArguments, SessionPart {
    @Argument(help: ArgumentHelp("The CSV file or Excel workbook; - is standard input.", valueName: "file"))
    var file: String

    @Option(
        help: ArgumentHelp(
            "The columns that make the address, in reading order, separated by commas.", valueName: "names"))
    var addressColumns: NamesArgument?

    @Option(
        name: .customLong("threads"), parsing: .unconditional,
        help: ArgumentHelp(
            "How many batches are worked on at once. (default: as many as there are processors)", valueName: "number"))
    var threadCount: Int?

    @Flag(name: .shortAndLong, help: "No notices, no progress, no summary.")
    var quiet = false

    @OptionGroup var sheet: WorkbookSheetOptions

    func validate() throws {
        guard threads >= 1, threads <= 1024 else { throw ValidationError("--threads is a number from 1 to 1024") }
        guard namedColumns?.isEmpty != true else { throw ValidationError("--address-columns names no column") }
    }

    /// How many batches are worked on at once.
    var threads: Int { threadCount ?? ProcessInfo.processInfo.activeProcessorCount }

    /// The names of `--address-columns`.
    var namedColumns: [String]? { addressColumns?.names }

    /// What is said while the command works.
    var console: Console { Console(quiet: quiet) }

    /// The table, with the columns that the options name.
    func input(_ columns: RowColumns) -> TableInput { sheet.input(file, columns: columns) }

    func apply(to options: inout SessionOptions) { options.threads = threads }
}
