import Interchange
import QPVKit

/// Where the verdicts on the first and on the second address of a table's rows come from.
struct VerdictSources {
    /// The first address.
    let first: StatisticsColumns.VerdictSource
    /// The second address; nil when none is counted.
    private(set) var second: StatisticsColumns.VerdictSource?
    /// What the columns of an audited table begin with; nil for one that is not audited.
    let zone: String?

    /// Finds them and notes the columns.
    ///
    /// - Throws: ``RequestError`` for columns that are not there, or there twice.
    init(of request: StatsRequest, _ reader: any TableReader, _ context: RunContext) throws {
        let audited = try Self.columns(of: reader) { names -> AuditedColumns? in
            if let name = request.verdictColumn { return try AuditedColumns(names, verdict: name) }
            let second = request.secondVerdictColumn.flatMap { try? names.column(named: $0) }
            return try AuditedColumns(newestIn: names, besides: second)
        }
        if let audited {
            first = .columns(audited)
            zone = audited.prefix
            context.note(.verdictColumn(audited.name))
        } else {
            first = .plan(try request.table.plan(reader, context))
            zone = nil
        }
        if let column = request.secondVerdictColumn {
            second = .columns(try Self.columns(of: reader) { try AuditedColumns($0, verdict: column) })
        } else if let columns = request.secondAddressColumns {
            var table = request.table
            table.columns = .addresses(columns)
            second = .plan(try table.plan(reader, context))
        }
    }

    /// The verdicts of an audited table: those of a column, or the newest.
    init(audited column: String?, _ reader: any TableReader) throws {
        let audited = try Self.columns(of: reader) { try AuditedColumns($0, named: column) }
        first = .columns(audited)
        zone = audited.prefix
    }

    private static func columns<R>(of reader: any TableReader, _ choose: (ColumnNames) throws -> R) throws -> R {
        try RequestError.choosingColumns(at: reader.headerPlace, remedies: .row(takesPositions: true)) {
            try choose(ColumnNames(reader.header.names, sample: reader.firstRows(ColumnNames.sampleRows)))
        }
    }

    /// The rows that are audited on the way, by address or position.
    var plans: [RowPlan] { [first, second].compactMap { if case .plan(let plan)? = $0 { plan } else { nil } } }

    /// Whether addresses are matched.
    var needGazetteer: Bool { plans.contains { if case .addresses = $0 { true } else { false } } }
}
