import Foundation
import Interchange
import QPVKit

/// Where the verdicts on the first and on the second address of a table's rows come from.
struct VerdictSources {
    /// The usual column of verdicts.
    static let usual = "qpv_verdict"

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
        let names = ColumnNames(reader.header.names)
        let column = request.verdictColumn ?? (names.header.contains(Self.usual) ? Self.usual : nil)
        if let column {
            first = .columns(try Self.cells(of: column, reader))
            zone = Self.zone(of: column)
            context.note(.verdictColumn(column))
        } else {
            first = .plan(try request.table.plan(reader, context))
            zone = nil
        }
        if let column = request.secondVerdictColumn {
            second = .columns(try Self.cells(of: column, reader))
        } else if let columns = request.secondAddressColumns {
            var table = request.table
            table.columns = .addresses(columns)
            second = .plan(try table.plan(reader, context))
        }
    }

    /// The verdicts of an audited table.
    init(audited column: String, _ reader: any TableReader) throws {
        first = .columns(try Self.cells(of: column, reader))
        zone = Self.zone(of: column)
    }

    private static func zone(of column: String) -> String? {
        column.range(of: "_verdict").map { String(column[..<$0.lowerBound]) }
    }

    private static func cells(of column: String, _ reader: any TableReader) throws -> StatisticsColumns.VerdictCells {
        try RequestError.choosingColumns(at: reader.headerPlace, remedies: .row(takesPositions: true)) {
            try .init(ColumnNames(reader.header.names), verdict: column)
        }
    }

    /// The rows that are audited on the way, by address or position.
    var plans: [RowPlan] { [first, second].compactMap { if case .plan(let plan)? = $0 { plan } else { nil } } }

    /// Whether addresses are matched.
    var needGazetteer: Bool { plans.contains { if case .addresses = $0 { true } else { false } } }
}
