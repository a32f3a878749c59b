public import Gazetteer
public import Interchange
public import Perimeters
import Threads
public import Verdicts

/// Counts a file by perimeter, commune, age, sex and any of its columns.
///
/// In memory that does not grow with the rows, but with the groups (1.4 kB each) and, where persons are counted once, with the
/// persons (32 bytes each of a million, and 21 for each group that they are in). The result does not depend on the threads.
public struct Statistics: Sendable {
    /// What is audited on the way.
    public struct Auditing: Sendable {
        package let atlas: Atlas
        package let gazetteer: Gazetteer?
        package let options: Examiner.Options

        /// As an ``Audit`` has it.
        public init(atlas: Atlas, gazetteer: Gazetteer?, options: Examiner.Options = .init()) {
            self.atlas = atlas
            self.gazetteer = gazetteer
            self.options = options
        }
    }

    /// The columns read.
    public let columns: StatisticsColumns
    /// What is asked for.
    public let options: StatisticsOptions
    private let auditing: Auditing?

    /// Prepares the counts.
    ///
    /// - Parameter auditing: needed where the columns are audited on the way.
    /// - Throws: ``StatisticsError``.
    public init(
        _ columns: StatisticsColumns, options: StatisticsOptions, auditing: Auditing? = nil
    ) throws(StatisticsError) {
        self.columns = columns
        self.options = options
        self.auditing = auditing
        if columns.id != nil, columns.value != nil { throw .idAndValue }
        if let birth = columns.birth, columns.age == nil, columns.band == nil, options.at == nil {
            throw .noDay(column: columns.header[birth])
        }
    }

    /// Counts a file.
    ///
    /// - Parameters:
    ///   - reader: the file, its header read.
    ///   - threads: how many batches are under way at once.
    ///   - progress: told the rows done so far, after each batch.
    /// - Throws: errors of reading and projecting, ``StatisticsError``.
    public func run(
        _ reader: any TableReader, threads: Int, progress: (Int) -> Void = { _ in }
    ) async throws -> StatisticsCounts {
        let width = reader.header.names.count, dialect = reader.dialect
        let labels = StatisticsLabels(
            groups: columns.by.map { group in
                LabelTable(columns: group.map { "\"\(columns.header[$0])\"" }.joined(separator: ", "))
            })
        let workers = WorkerPool { [columns, options, auditing] in
            func audit(_ source: StatisticsColumns.VerdictSource?) throws -> AuditWorker? {
                guard case .plan(let plan)? = source, let auditing else { return nil }
                return try AuditWorker(
                    plan: plan, columns: VerdictColumns(.verdict, atlas: nil, dialect: dialect), width: width,
                    examiner: Examiner(
                        atlas: auditing.atlas, gazetteer: auditing.gazetteer, options: auditing.options))
            }
            return StatisticsWorker(
                columns, options, labels, audits: (try audit(columns.verdict), try audit(columns.second)))
        }
        var counter = StatisticsCounter(columns, options)
        try await orderedPipeline(width: threads) {
            try reader.nextBatch()
        } transform: { batch in
            try workers.withWorker { try $0.read(batch) }
        } emit: { batch in
            try counter.add(batch)
            progress(counter.rows)
        }
        return counter.finished(labels)
    }
}
