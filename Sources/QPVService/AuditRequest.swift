import Gazetteer
public import QPVKit

/// Every row of a table gets its verdict: the row's own cells unchanged, then the columns of the verdict.
public struct AuditRequest: Sendable {
    /// The rows.
    public var table: TableInput
    /// What is appended to each row.
    public var columns = Audit.Columns.audit
    /// What is asked beside the verdict.
    public var questions = LayerQuestions()

    /// An audit with the ordinary columns.
    public init(_ table: TableInput) { self.table = table }

    /// Audits the table.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads; what the output got until then is to be thrown away.
    public func run(
        in session: Session, to output: RowsOutput, _ context: RunContext = RunContext()
    ) async throws -> Outcome<AuditResult> {
        let context = context.begun()
        try output.protect(table.files)
        let reader = try table.open(context)
        let plan = try table.plan(reader, in: session, context)
        let withAddresses = if case .addresses = plan { true } else { false }
        func gazetteer() throws -> Gazetteer? {
            guard withAddresses else { return nil }
            try output.protect([session.gazetteerPath(context)])
            return try session.gazetteer(context)
        }
        let layers = try session.layers(context, gazetteer: gazetteer)
        let atlas = layers.main.atlas
        if columns.contains(.insee), atlas.kinds != [.qpv] || atlas.vintages != [2024] {
            throw RequestError.usage(.notQPV2024)
        }
        try output.protect(session.perimeterFiles(context).map(\.source.path) + session.options.selection.files)
        let extras = try questions.extras(layers, withAddresses: withAddresses)
        let audit = Audit(
            atlas: atlas, gazetteer: try gazetteer(), options: session.options.verdict, columns: columns,
            extras: extras)
        let (summary, provenance) = try await audit.run(
            table, reader, plan, layers: layers, command: "audit", in: session, to: output, context)
        return try Outcome(AuditResult(summary: summary, layers: layers, extras: extras), context, provenance)
    }
}

/// The counts of an audit and what they are about.
public struct AuditResult: Sendable {
    /// Rows by verdict, of the main layer and of the others.
    public let summary: AuditSummary
    /// The layers asked.
    public let layers: Layers
    /// What was asked beside the verdict.
    public let extras: AuditExtras

    /// Whether a row is uncertain or not located in some layer.
    public var isUndecided: Bool { ([summary] + summary.otherLayers).contains { $0.decided < $0.rows } }
}
