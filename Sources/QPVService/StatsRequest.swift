import Gazetteer
import Interchange
public import QPVKit

/// Counts and shares of the rows of a table, by age and sex, by action, perimeter and commune.
///
/// A table that an audit wrote is counted as it is; any other one is audited on the way.
public struct StatsRequest: Sendable {
    /// The rows.
    public var table: TableInput
    /// The columns of ages, sexes and groups.
    public var columns = StatisticsColumns.Request()
    /// What is counted, and how small counts are treated.
    public var options = StatisticsOptions()
    /// The column of verdicts of an audited table; nil for the newest, when there is one.
    public var verdictColumn: String?
    /// The column of verdicts on a second address: who moved.
    public var secondVerdictColumn: String?
    /// The columns of a second address, which is audited on the way; ``secondVerdictColumn`` goes before it.
    public var secondAddressColumns: [String]?
    /// An earlier report in JSON, or an earlier audited table that is counted in the same way: what changed.
    public var against: String?
    /// Whether a report is made though its counts, compared with those of ``against``, tell small ones.
    public var acceptsDifferencing = false
    /// Whether a table that is audited already is refused, since the caller named perimeters that nobody would ask.
    public var requiresAudit = false
    /// The language of the report.
    public var language = Language.french
    /// Where the report goes.
    public var report = ReportFiles()

    /// Counts of persons, with the standard options.
    public init(_ table: TableInput) { self.table = table }

    /// Counts the table.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, _ context: RunContext = RunContext()
    ) async throws -> Outcome<Reported<StatisticsReport>> {
        let context = context.begun()
        let named = [against, session.options.gazetteer].compactMap { $0 } + session.options.perimeters.map(\.path)
        let outputs = try ReportOutputs(
            report, notReplacing: table.files + named, limitedTo: table.files + [against].compactMap { $0 })
        let reader = try table.open(context)
        let sources = try VerdictSources(of: self, reader, context)
        let asked = try sources.plans.isEmpty ? nil : Asked(sources, self, session, context)
        if asked == nil, requiresAudit { throw RequestError.usage(.auditedAlready, file: reader.name) }
        let statistics = try statistics(reader, sources, auditing: asked, in: session)
        for (role, column) in statistics.columns.found {
            context.note(.statisticsColumn(.init(role: role, name: column)))
        }
        let zone = (sources.zone ?? asked?.layers.main.prefix ?? "qpv").uppercased().replacing("_", with: " ")
        var earlier: EarlierFigures?
        if let against { earlier = try await figures(against, zone: zone, session, context) }
        let counts = try await Self.count(reader, statistics, session, context)
        let findings = try StatisticsReport(counts, statistics, zone: zone, language: language, earlier: earlier)

        let differenced = findings.differencedCounts
        if differenced > 0, !acceptsDifferencing, let against {
            throw RequestError.badData(
                .differencing(differenced), at: FilePlace(against), remedies: [.acceptDifferencing])
        }

        var provenance = Provenance(version: Version.number, command: "stats")
        provenance.state(input: reader, rows: findings.showsTotal ? counts.rows : nil)
        if case .plan(let plan) = sources.first { provenance.state(plan, of: reader) }
        if let asked {
            provenance.state(asked.layers)
            if let gazetteer = asked.gazetteer { provenance.state(gazetteer.info) }
            provenance.state(session.options.verdict)
        }
        provenance.state("statistics", statistics.json(against: against))
        if differenced > 0 { provenance.state("differencing_accepted", true) }
        let report = findings.report(of: reader.name == "<stdin>" ? "-" : reader.name, provenance)
        // The digest of a file of persons stands beside the report, not in it: it would confirm a guess of the whole file.
        let beside = provenance.with(sha256: try table.source().sha256)
        try outputs.write(report, beside: beside, context)
        for fault in StatisticsFault.allCases {
            guard let entry = counts.faults.entries[fault] else { continue }
            context.note(.rowsFaulty(fault, count: entry.count, lines: entry.lines))
        }
        if earlier != nil, options.appliedDisclosure != .none { context.note(.publicationsComparable) }
        return try Outcome(Reported(findings: findings, report: report), context, beside)
    }

    private func statistics(
        _ reader: any TableReader, _ sources: VerdictSources, auditing asked: Asked? = nil, in session: Session
    ) throws -> Statistics {
        try RequestError.choosingColumns(at: reader.headerPlace, remedies: .row(takesPositions: true)) {
            let columns = try StatisticsColumns(
                ColumnNames(reader.header.names, sample: reader.firstRows(ColumnNames.sampleRows)), columns,
                verdict: sources.first, second: sources.second)
            return try Statistics(
                columns, options: options,
                auditing: asked.map {
                    .init(atlas: $0.layers.main.atlas, gazetteer: $0.gazetteer, options: session.options.verdict)
                })
        }
    }

    private static func count(
        _ reader: any TableReader, _ statistics: Statistics, _ session: Session, _ context: RunContext
    ) async throws -> StatisticsCounts {
        do {
            return try await statistics.run(reader, threads: session.options.threads) { context.progress(.rows($0)) }
        } catch let fault as StatisticsError {
            throw RequestError.badData(.statistics(fault), at: FilePlace(reader.name))
        }
    }

    /// The figures of an earlier report, or of an earlier table.
    private func figures(
        _ path: String, zone: String, _ session: Session, _ context: RunContext
    ) async throws -> EarlierFigures {
        if path.lowercased().hasSuffix(".json") {
            guard let figures = EarlierFigures(json: try JSONValue.read(ByteSource(path: path))) else {
                throw RequestError.badData(.notStatistics, at: FilePlace(path))
            }
            return figures
        }
        let reader = try table.with(file: path).open(context)
        let sources = try VerdictSources(audited: verdictColumn, reader)
        let statistics = try statistics(reader, sources, in: session)
        let counts = try await Self.count(reader, statistics, session, context)
        return EarlierFigures(try StatisticsReport(counts, statistics, zone: zone, language: language))
    }

    /// The perimeters and, where addresses are matched, the gazetteer.
    private struct Asked {
        let layers: Layers
        let gazetteer: Gazetteer?

        init(_ sources: VerdictSources, _ request: StatsRequest, _ session: Session, _ context: RunContext) throws {
            let addresses = LazyGazetteer(session, context, protecting: request.report.protect)
            try request.report.protect(
                session.perimeterFiles(context).map(\.source.path) + session.options.selection.files)
            layers = try session.layers(context, gazetteer: addresses.open)
            if !layers.others.isEmpty { context.note(.countedOnly(layers.main.title)) }
            gazetteer = try sources.needGazetteer ? addresses.open() : nil
        }
    }
}
