public import QPVKit

/// Every row of a table gets the address that the gazetteer knows, without any verdict.
public struct GeocodeRequest: Sendable {
    /// The rows; their columns are those of addresses.
    public var table: TableInput

    /// A geocoding.
    public init(_ table: TableInput) { self.table = table }

    /// Geocodes the table.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads; what the output got until then is to be thrown away.
    public func run(
        in session: Session, to output: RowsOutput, _ context: RunContext = RunContext()
    ) async throws -> Outcome<AuditSummary> {
        let context = context.begun()
        try output.protect(table.files)
        let reader = try table.open(context)
        let plan = try table.plan(reader, takesPositions: false, context)
        try output.protect([session.gazetteerPath(context)])
        let audit = Audit(atlas: .empty, gazetteer: try session.gazetteer(context), columns: .geocoding)
        let (summary, provenance) = try await audit.run(
            table, reader, plan, command: "geocode", in: session, to: output, context)
        return try Outcome(summary, context, provenance)
    }
}
