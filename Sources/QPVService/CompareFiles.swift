import QPVKit

/// The outputs of a comparison; opened before the work begins, and none of them takes its name before all are written.
struct CompareFiles {
    /// The crosswalk, or rows.
    let table: ResultFile?
    /// The ground kept, lost and gained.
    let differences: ResultFile?

    /// Opens the outputs that are asked for.
    ///
    /// - Parameters:
    ///   - inputs: files that they must not replace.
    ///   - personal: inputs about persons.
    /// - Throws: ``RequestError`` when one would replace an input or the other one, whatever the paths.
    init(_ outputs: CompareRequest.Outputs, notReplacing inputs: [String], limitedTo personal: [String]) throws {
        table = try outputs.table.map { try ResultFile(path: $0, notReplacing: inputs, limitedTo: personal) }
        differences = try outputs.differences.map {
            try ResultFile(path: $0, notReplacing: inputs, limitedTo: personal)
        }
        if let table, let differences, table.meets(differences) {
            throw RequestError.usage(.outputsMeet(.crosswalkAndDifferences))
        }
        if outputs.leavesStandardOutput, takesStandardOutput { throw RequestError.usage(.outputsAtOnce) }
    }

    /// Whether one of them goes to standard output, where nothing else may come then.
    var takesStandardOutput: Bool { [table, differences].contains { $0?.isStandardOutput ?? false } }

    /// Completes all of them.
    func commit(_ provenance: Provenance, _ context: RunContext) throws {
        try ResultFile.commit([table, differences].compactMap { $0 }, provenance, context)
    }
}
