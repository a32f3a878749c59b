import Interchange
import QPVKit

extension Audit {
    /// Audits a table into an output, which is complete when this returns.
    func run(
        _ table: TableInput, _ reader: any TableReader, _ plan: RowPlan, layers: Layers? = nil, command: String,
        in session: Session, to output: RowsOutput, _ context: RunContext
    ) async throws -> (AuditSummary, Provenance) {
        noteRenamed(columnNames, reader, context)
        let opened = try output.open(limitedTo: table.files)
        let summary = try await run(
            reader, plan: plan, threads: session.options.threads, write: opened.write,
            progress: { context.progress(.rows($0)) })
        let provenance = provenance(
            version: Version.number, command: command, reader: reader, plan: plan, summary: summary, layers: layers
        ).with(sha256: try table.source().sha256)
        try opened.commit(provenance, context)
        return (summary, provenance)
    }
}
