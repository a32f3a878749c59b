import ArgumentParser
import Foundation
import Geodesy
import Interchange
import QPVKit

/// The table read, and the columns that say where its rows are.
struct TableInput: ParsableArguments {
    @Argument(help: ArgumentHelp("The CSV file or Excel workbook; - is standard input.", valueName: "file"))
    var file: String

    @Option(
        help: ArgumentHelp(
            "The columns that make the address, in reading order, separated by commas.", valueName: "names"))
    var addressColumns: String?

    @Option(
        name: .customLong("threads"), parsing: .unconditional,
        help: ArgumentHelp(
            "How many batches are worked on at once. (default: as many as there are processors)", valueName: "number"))
    var threadCount: Int?

    @Flag(name: .shortAndLong, help: "No notices, no progress, no summary.")
    var quiet = false

    @OptionGroup var sheet: SheetOptions

    func validate() throws {
        guard threads >= 1, threads <= 1024 else { throw ValidationError("--threads is a number from 1 to 1024") }
        guard namedColumns?.isEmpty != true else { throw ValidationError("--address-columns names no column") }
    }

    /// How many batches are worked on at once.
    var threads: Int { threadCount ?? ProcessInfo.processInfo.activeProcessorCount }

    /// The names of `--address-columns`.
    var namedColumns: [String]? {
        addressColumns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Opens the file and says how it was read.
    func open() throws -> CSVReader {
        try sheet.open(file, quiet: quiet)
    }

    /// The columns that say where the rows are, and a word about them.
    ///
    /// - Parameter takesPositions: whether the command can do with coordinates.
    func plan(_ reader: CSVReader, takesPositions: Bool = true, _ find: (ColumnNames) throws -> RowPlan) throws
        -> RowPlan
    {
        let header = reader.header.names
        let plan: RowPlan
        do {
            plan = try find(ColumnNames(header))
        } catch let fault as ColumnError {
            throw ColumnFault.error(
                fault, file: reader.name, line: reader.sheet?.headerRow ?? 1, takesPositions: takesPositions)
        }
        if quiet { return plan }
        let names = plan.columns.map { header[$0] }.joined(separator: ", ")
        switch plan {
        case .addresses: Terminal.say("note: addresses from the columns \(names)")
        case .coordinates(let columns):
            Terminal.say("note: positions from the columns \(names), in \(columns.crs.name)")
        }
        return plan
    }
}

/// The table read, and the CSV written.
struct TableOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the result goes; - is standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var input: TableInput

    func validate() throws {
        if let ending = ["xlsx", "xls", "ods"].first(where: { output.lowercased().hasSuffix(".\($0)") }) {
            throw ValidationError("--output \(output): rows are written as CSV, not as .\(ending)")
        }
    }

    /// The file read.
    var file: String { input.file }

    /// How many batches are worked on at once.
    var threads: Int { input.threads }

    /// The names of `--address-columns`.
    var namedColumns: [String]? { input.namedColumns }

    /// Whether only errors are said.
    var quiet: Bool { input.quiet }

    /// Opens the file and says how it was read.
    func open() throws -> CSVReader {
        try protect(file)
        return try input.open()
    }

    /// Refuses to write over an input, whatever the paths: also a standard input or output that is the same file.
    func protect(_ input: String) throws {
        try OutputGuard.check(output, against: [input])
    }

    /// The columns that say where the rows are, and a word about them; see ``TableInput/plan(_:takesPositions:_:)``.
    func plan(_ reader: CSVReader, takesPositions: Bool = true, _ find: (ColumnNames) throws -> RowPlan) throws
        -> RowPlan
    {
        try input.plan(reader, takesPositions: takesPositions, find)
    }

    /// Says which of the columns appended got a number, because the file has their name.
    ///
    /// - Parameter names: gives the columns appended to a header.
    func state(renamed names: ([String]) -> [String], _ reader: CSVReader) {
        guard !quiet else { return }
        let renamed = zip(names([]), names(reader.header.names)).filter { $0 != $1 }.map(\.1)
        guard let first = renamed.first, let last = renamed.last else { return }
        Terminal.say(
            renamed.count == 1
                ? "note: the file has a column of this name already: the new one is \(first)"
                : "note: the file has \(renamed.count) of the new columns already: the new ones are \(first) to \(last)"
        )
    }

    /// Runs an audit over the file: states the columns, shows progress, completes the output, and puts the provenance beside it.
    func run(
        _ audit: Audit, command: String, _ reader: CSVReader, _ plan: RowPlan, layers: Layers? = nil
    ) async throws -> AuditSummary {
        state(renamed: audit.columnNames, reader)
        var progress = Terminal.Progress(quiet: quiet)
        defer { progress.end() }
        let result = try ResultFile(path: output, notReplacing: [])
        let summary = try await audit.run(
            reader, plan: plan, threads: threads, write: { try result.write($0) },
            progress: { progress.show(rows: $0) })
        let provenance = audit.provenance(
            version: Version.number, command: command, reader: reader, plan: plan, summary: summary, layers: layers)
        try result.commit(provenance)
        return summary
    }
}
