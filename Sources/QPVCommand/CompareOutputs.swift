import ArgumentParser
import Interchange
import QPVKit
import QPVService

/// What a comparison writes; opened before the work begins, and none of it takes its name before all is written.
struct CompareOutputs {
    /// The crosswalk, or rows.
    let table: ResultFile?
    /// The ground kept, lost and gained.
    let differences: ResultFile?

    /// Opens the outputs that are asked for.
    ///
    /// - Throws: ``CommandError`` when one would replace an input or the other one, whatever the paths.
    init(output: String?, geojson: String?, json: Bool, notReplacing inputs: [String]) throws {
        table = try output.map { try ResultFile(path: $0, notReplacing: inputs) }
        differences = try geojson.map { try ResultFile(path: $0, notReplacing: inputs) }
        if let table, let differences, table.meets(differences) {
            throw CommandError.usage("--output and --geojson would be one file, or the provenance of one the other")
        }
        if json, takeStandardOutput {
            throw CommandError.usage("--json and another output cannot both be standard output")
        }
    }

    /// Whether one of them goes to standard output, where nothing else may come then.
    var takeStandardOutput: Bool { [table, differences].contains { $0?.isStandardOutput ?? false } }

    /// Completes all of them.
    func commit(_ provenance: Provenance) throws {
        try ResultFile.commit([table, differences].compactMap { $0 }, provenance)
    }
}
