import Foundation
public import Gazetteer
public import Interchange
public import Perimeters
import Tables
import Threads
public import Verdicts

/// Judges every row of a CSV by two vintages and keeps the rows whose verdict changes, those not located among them.
///
/// Order is kept, and the bytes do not depend on how many threads work. A row's own cells are unchanged; verdict, code and
/// reason by each vintage follow, then the change. A new name or code of the same place is no change.
public struct VerdictComparison: Sendable {
    /// What became of the rows.
    public struct Summary: Sendable, Equatable {
        /// Rows read.
        public internal(set) var rows = 0
        /// Rows with a change, by change.
        public internal(set) var changes: [VerdictChange: Int] = [:]
        /// Rows by their verdict in the old vintage.
        public internal(set) var old: [Verdict.Decision: Int] = [:]
        /// Rows by their verdict in the new one.
        public internal(set) var new: [Verdict.Decision: Int] = [:]

        /// Rows that come out.
        public var written: Int { changes.values.reduce(0, +) }

        package mutating func add(_ other: Summary) {
            rows += other.rows
            changes.merge(other.changes, uniquingKeysWith: +)
            old.merge(other.old, uniquingKeysWith: +)
            new.merge(other.new, uniquingKeysWith: +)
        }

        /// The counts.
        public var json: JSONValue {
            func counts(_ rows: [Verdict.Decision: Int]) -> JSONValue {
                .object(
                    JSONObject(Verdict.Decision.allCases.map { .init($0.rawValue, JSONValue(rows[$0] ?? 0)) }))
            }
            return .object([
                "rows": JSONValue(rows), "old": counts(old), "new": counts(new),
                "changes": .object(
                    JSONObject(VerdictChange.allCases.map { .init($0.rawValue, JSONValue(changes[$0] ?? 0)) })),
            ])
        }
    }

    private static let fields: [VerdictField] = [.verdict, .code, .reason]
    package static let columns =
        ["old", "new"].flatMap { vintage in fields.map { "\($0.name("qpv"))_\(vintage)" } } + ["qpv_change"]

    private let old: Atlas
    private let new: Atlas
    private let gazetteer: Gazetteer?
    private let options: Examiner.Options
    private let links: Set<[Int]>

    /// Prepares a comparison; a gazetteer is needed for rows of addresses.
    public init(
        _ crosswalk: Crosswalk, old: Atlas, new: Atlas, gazetteer: Gazetteer?, options: Examiner.Options = .init()
    ) {
        self.old = old
        self.new = new
        self.gazetteer = gazetteer
        self.options = options
        links = Set(crosswalk.rows.compactMap { $0.relation.isLink ? [$0.old!, $0.new!] : nil })
    }

    /// Judges a file.
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
    ) async throws -> Summary {
        let width = reader.header.names.count
        let columns = VerdictColumns(.audit, atlas: nil, dialect: reader.dialect)
        let perimeters = [old, new].map { PerimeterCells($0, reader.dialect) }
        let workers = WorkerPool {
            try [old, new].map { atlas in
                try AuditWorker(
                    plan: plan, columns: columns, width: width,
                    examiner: Examiner(atlas: atlas, gazetteer: gazetteer, options: options))
            }
        }
        var head = CSVWriter(dialect: reader.dialect)
        head.appendHeader(of: reader, then: ColumnNames.free(Self.columns, after: reader.header.names))
        try write(head.output)
        var summary = Summary()
        try await orderedPipeline(width: threads) {
            try reader.nextBatch()
        } transform: { batch in
            try workers.withWorker { try compare(batch, $0[0], $0[1], width, perimeters) }
        } emit: { bytes, part in
            try write(bytes)
            summary.add(part)
            progress(summary.rows)
        }
        return summary
    }

    private func compare(
        _ batch: RowBatch, _ first: AuditWorker, _ second: AuditWorker, _ width: Int, _ perimeters: [PerimeterCells]
    ) throws -> (OutputBuffer, Summary) {
        try first.begin(batch)
        try second.begin(batch)
        var writer = CSVWriter(dialect: batch.dialect)
        var summary = Summary()
        var cells = CSVCells()
        for row in 0..<batch.count {
            try batch.withRecord(row, using: &cells) { record in
                let before = try first.finding(row, record, of: batch).verdict
                let after = try second.finding(row, record, of: batch).verdict
                summary.rows += 1
                summary.old[before.decision, default: 0] += 1
                summary.new[after.decision, default: 0] += 1
                let change = VerdictChange(from: before, to: after, isSuccessor: { links.contains([$0, $1]) })
                guard let change else { return }
                summary.changes[change, default: 0] += 1
                writer.append(record, width: width) { writer in
                    writer.append(Self.fields, of: before, perimeters[0])
                    writer.append(Self.fields, of: after, perimeters[1])
                    writer.append(change.rawValue)
                }
            }
        }
        return (writer.output, summary)
    }
}
