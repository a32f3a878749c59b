import Foundation
public import Gazetteer
import Geodesy
public import Interchange
public import Perimeters
public import Provenance
import Synchronization
import Tables
import Threads

/// Gives every row of a CSV its verdict: the row's own cells unchanged, then the verdict's columns.
///
/// Order is kept, every row comes out, and neither the bytes of the output nor the memory used depend on how many threads
/// work or how long the file is.
public struct Audit: Sendable {
    /// What is appended to each row, in this order.
    public struct Columns: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: Int

        /// Columns from their bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The columns `qpv_…`.
        public static let verdict = Columns(rawValue: 1)
        /// `longitude` and `latitude`.
        public static let position = Columns(rawValue: 2)
        /// The columns `result_…` of the matched address.
        public static let match = Columns(rawValue: 4)
        /// INSEE's columns `plg_qp24` and `qualite_qp24`.
        public static let insee = Columns(rawValue: 8)
        /// What an audit appends.
        public static let audit: Columns = [.verdict, .position, .match]
        /// What a geocoding appends: nothing is asked of the perimeters.
        public static let geocoding: Columns = [.position, .match]

        /// Whether perimeters are asked.
        var hasVerdict: Bool { !isDisjoint(with: [.verdict, .insee]) }
    }

    /// The perimeters asked; an empty atlas for ``Columns/geocoding``.
    public let atlas: Atlas
    /// The addresses known; needed by ``RowPlan/addresses(_:)``.
    public let gazetteer: Gazetteer?
    /// Radii and the least score.
    public let options: Examiner.Options
    /// What is appended.
    public let columns: Columns
    /// Other layers, distances and rules, appended after it; nothing for ``Columns/geocoding``.
    public let extras: AuditExtras
    private let extraPlan: ExtraPlan?

    /// Prepares an audit.
    public init(
        atlas: Atlas, gazetteer: Gazetteer?, options: Examiner.Options = .init(), columns: Columns = .audit,
        extras: AuditExtras = .init()
    ) {
        self.atlas = atlas
        self.gazetteer = gazetteer
        self.options = options
        self.columns = columns
        self.extras = extras
        extraPlan = columns.hasVerdict ? ExtraPlan(extras, main: atlas) : nil
    }

    /// The names of the columns appended to a header; a name that the file already has gets the first free number.
    public func columnNames(after header: [String]) -> [String] {
        let names = VerdictColumns.names(columns, prefix: extras.mainPrefix)
        return ColumnNames.free(names + (extraPlan?.names ?? []), after: header)
    }

    /// Audits a file.
    ///
    /// - Parameters:
    ///   - reader: the file, its header read.
    ///   - plan: which columns say where the rows are.
    ///   - threads: how many batches are under way at once.
    ///   - write: takes the output's bytes, in order.
    ///   - progress: told the rows done so far, after each batch.
    /// - Throws: errors of reading, writing and projecting; what was written until then is to be thrown away.
    public func run(
        _ reader: any TableReader, plan: RowPlan, threads: Int, write: (OutputBuffer) throws -> Void,
        progress: (Int) -> Void = { _ in }
    ) async throws -> AuditSummary {
        let appended = VerdictColumns(columns, atlas: atlas, dialect: reader.dialect, extras: extraPlan)
        let width = reader.header.names.count
        var first = try reader.nextBatch()
        let expected = first.flatMap { reader.estimatedCount(from: $0) } ?? 0
        let workers = WorkerPool {
            let examiner = Examiner(atlas: atlas, gazetteer: gazetteer, options: options)
            examiner.surveyor.expect(questions: expected)
            return try AuditWorker(plan: plan, columns: appended, width: width, examiner: examiner, extras: extraPlan)
        }
        let buffers = BufferPool()
        try write(header(reader))
        var summary = AuditSummary()
        try await orderedPipeline(width: threads) {
            defer { first = nil }
            return try first ?? reader.nextBatch()
        } transform: { batch in
            try workers.withWorker { try $0.audit(batch, into: buffers.take()) }
        } emit: { result in
            try write(result.bytes)
            buffers.give(result.bytes)
            summary.add(result.summary)
            progress(summary.rows + summary.totalRows)
        }
        return summary
    }

    /// What the result of a run rests on.
    ///
    /// - Parameter layers: the layers asked; nil when there is one, that of the audit's own atlas.
    public func provenance(
        version: String, command: String, reader: any TableReader, plan: RowPlan, summary: AuditSummary,
        layers: Layers? = nil
    ) -> Provenance {
        var provenance = Provenance(version: version, command: command)
        provenance.state(input: reader, rows: summary.rows + summary.totalRows)
        provenance.state(plan, of: reader)
        if columns.hasVerdict {
            if let layers { provenance.state(layers) } else { provenance.state(atlas) }
        }
        if let gazetteer { provenance.state(gazetteer.info) }
        if columns.hasVerdict {
            provenance.state(options)
            provenance.state(extras)
            if !columns.isSuperset(of: .audit) {
                let names: [(Columns, JSONValue)] = [(.verdict, "verdict"), (.position, "position"), (.match, "match")]
                provenance.state("appended", .array(names.filter { columns.contains($0.0) }.map(\.1)))
            }
        }
        if columns.contains(.insee) { provenance.state("insee_columns", true) }
        provenance.state(summary, withVerdicts: columns.hasVerdict, extras: extras)
        return provenance
    }

    private func header(_ reader: any TableReader) -> OutputBuffer {
        var writer = CSVWriter(dialect: reader.dialect)
        writer.appendHeader(of: reader, then: columnNames(after: reader.header.names))
        return writer.output
    }
}

/// Buffers that were written to the file, to be filled again: fresh memory costs more than what is put there.
private final class BufferPool: Sendable {
    private let free = Mutex([OutputBuffer]())

    func take() -> OutputBuffer { free.withLock { $0.popLast() } ?? OutputBuffer(capacity: 1 << 16) }

    func give(_ buffer: OutputBuffer) { free.withLock { $0.append(buffer) } }
}
