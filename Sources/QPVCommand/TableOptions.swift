import ArgumentParser
import Foundation
import Geodesy
import Interchange
import QPVKit

/// The CSV read, the columns that say where its rows are, and the CSV written.
struct TableOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The CSV file; - is standard input.", valueName: "file"))
    var file: String

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Where the result goes.", valueName: "file"))
    var output = "-"

    @Option(
        help: ArgumentHelp("The columns that make the address, in reading order, separated by commas.", valueName: "names"))
    var addressColumns: String?

    @Option(help: ArgumentHelp("How many batches are worked on at once.", valueName: "number"))
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .shortAndLong, help: "No notices, no progress, no summary: errors only.")
    var quiet = false

    func validate() throws {
        guard threads >= 1, threads <= 1024 else { throw ValidationError("--threads is at least 1") }
    }

    /// Opens the file and says how it was read.
    func open() throws -> CSVReader {
        if output != "-", FileIdentity.isSameFile(file, output) {
            throw ValidationError("the output is the input: \(output)")
        }
        let reader = try CSVReader(path: file)
        if !quiet { Terminal.say("note: read \(reader.name) as \(reader.dialect)") }
        return reader
    }

    /// The names of `--address-columns`.
    var namedColumns: [String]? {
        addressColumns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// Says which columns were taken.
    func state(_ plan: RowPlan, _ header: [String]) {
        guard !quiet else { return }
        let names = plan.columns.map { header[$0] }.joined(separator: ", ")
        switch plan {
        case .addresses: Terminal.say("note: addresses from the columns \(names)")
        case .coordinates(let columns): Terminal.say("note: positions from the columns \(names), in \(columns.crs.name)")
        }
    }

    /// Writes the output with `body`, completes it, and puts the provenance beside it.
    func write<R>(_ body: (OutputFile) async throws -> R, provenance: (R) throws -> Provenance) async throws -> R {
        let target = try OutputFile(path: output)
        let result = try await body(target)
        if output == "-" {
            try target.commit()
        } else {
            let beside = try OutputFile(path: output + ".provenance.json")
            try beside.write(try provenance(result).json)
            try target.commit()
            try beside.commit()
        }
        return result
    }
}
