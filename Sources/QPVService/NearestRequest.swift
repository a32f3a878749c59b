import Interchange
public import QPVKit

/// Every row of a table gets the places nearest to it.
public struct NearestRequest: Sendable {
    /// The rows.
    public var table: TableInput
    /// The places.
    public var places: PlaceInput
    /// How many places each row gets.
    public var count: Int

    /// A search.
    public init(_ table: TableInput, to places: PlaceInput, count: Int = 1) {
        (self.table, self.places, self.count) = (table, places, count)
    }

    /// Searches for all rows. Only perimeters of the session's selection are asked.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads; what the output got until then is to be thrown away.
    public func run(
        in session: Session, to output: RowsOutput, _ context: RunContext = RunContext()
    ) async throws -> Outcome<NearestPlaces.Summary> {
        let context = context.begun()
        try output.protect(table.files)
        let reader = try table.open(context)
        let plan = try table.plan(reader, context)
        let gazetteer = LazyGazetteer(session, context, protecting: output.protect)
        if case .addresses = plan { _ = try gazetteer.open() }
        let layers = try session.layers(notes: false, context) { nil }
        try output.protect(
            [places.path] + session.options.selection.files + session.perimeterFiles(context).map(\.source.path))
        let found = try places.read(.notes, in: session, gazetteer, context)
        try found.requireOpen()
        let search = NearestPlaces(
            atlas: layers.main.atlas, places: found, count: count, gazetteer: gazetteer.opened,
            options: session.options.verdict)

        noteRenamed(search.columnNames, reader, context)
        let result = try output.open(limitedTo: table.files + [places.path])
        let summary = try await search.run(
            reader, plan: plan, threads: session.options.threads, write: result.write,
            progress: { context.progress(.rows($0)) })
        var provenance = Provenance(version: Version.number, command: "nearest")
        provenance.state(input: reader, rows: summary.rows, sha256: try table.source().sha256)
        provenance.state(plan, of: reader)
        provenance.state(found, as: "places")
        provenance.state(layers)
        if let opened = gazetteer.opened { provenance.state(opened.info) }
        provenance.state(session.options.verdict)
        provenance.state("nearest", JSONValue(count))
        try result.commit(provenance, context)
        return try Outcome(summary, context, provenance)
    }
}
