public import QPVKit

/// What a request returns.
public struct Outcome<Value: Sendable>: Sendable {
    /// The result.
    public let value: Value
    /// The notes that arose, in their order. A caller who gave ``RunContext`` a closure has seen them already.
    public let notes: [Note]
    /// The files and parameters that the result rests on.
    public let provenance: Provenance

    /// - Throws: when a file changed while it was read; see ``RunContext/requireUnchangedFiles()``.
    package init(_ value: Value, _ context: RunContext, _ provenance: Provenance) throws {
        try context.requireUnchangedFiles()
        self.value = value
        self.notes = context.notes
        self.provenance = provenance
    }
}
