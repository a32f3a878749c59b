import Gazetteer
import Interchange
public import QPVKit

/// Which rows of a landlord's list lie in a perimeter, all, partly or not, with dwellings and money.
public struct ResidencesRequest: Sendable {
    /// The list, a CSV or an Excel workbook; `-` is standard input.
    public var file: String
    /// Its columns, where their names do not tell.
    public var columns = ResidenceColumns()
    /// The language of the report.
    public var language = Language.french
    /// Where the report goes.
    public var report = ReportFiles()
    /// Where the rows go, each with what was found about it, as CSV; nil for nowhere.
    public var rows: String?

    /// Columns found by their names.
    public init(_ file: String) { self.file = file }

    /// Locates the rows.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, _ context: RunContext = RunContext()
    ) throws -> Outcome<Reported<ResidenceAudit>> {
        let context = context.begun()
        let list = try RequestError.choosingColumns(
            at: FilePlace(file, line: 1), remedies: .row(takesPositions: false)
        ) { try ResidenceList(path: file, columns: columns) }
        context.note(.residenceColumns(list.columns.map { .init(role: $0.role, name: $0.name) }))
        noteUnread(list.unread, makesUnsure: list.isIncomplete, context)
        let perimeters = try session.perimeterFile(context)
        let inputs = [file, perimeters.source.path, try session.gazetteerPath(context)]
        let outputs = try ReportOutputs(report, notReplacing: inputs, limitedTo: [file])
        let rowsFile = try outputs.beside(rows, notReplacing: inputs)
        let gazetteer = try session.gazetteer(context)
        let audit = try ResidenceAudit(
            list, atlas: perimeters.atlas, gazetteer: gazetteer, options: session.options.verdict)

        var provenance = Provenance(version: Version.number, command: "residences")
        provenance.state("input", .object(list.source.json))
        provenance.state(
            "columns", .object(JSONObject(list.columns.map { .init($0.role, .string($0.name)) })))
        if let unread = list.unread.byKind { provenance.state("columns_not_read", unread) }
        provenance.state(perimeters.atlas)
        provenance.state(gazetteer.info)
        provenance.state(session.options.verdict)
        let report = ResidenceReport(audit, language: language).report(provenance: provenance)
        try outputs.write(report, with: rowsFile.map { [($0, audit.rowsFile())] } ?? [], context)
        return try Outcome(Reported(findings: audit, report: report), context, provenance)
    }
}
