import ArgumentParser
import QPVService

/// The table read, and the CSV written.
struct TableOptions: ParsableArguments, SessionPart {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the result goes; - is standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var input: TableReadingOptions

    func validate() throws {
        if let ending = ["xlsx", "xls", "ods"].first(where: { output.lowercased().hasSuffix(".\($0)") }) {
            throw ValidationError("--output \(output): rows are written as CSV, not as .\(ending)")
        }
    }

    /// The file read.
    var file: String { input.file }

    /// The names of `--address-columns`.
    var namedColumns: [String]? { input.namedColumns }

    /// What is said while the command works.
    var console: Console { input.console }

    func apply(to options: inout SessionOptions) { input.apply(to: &options) }
}
