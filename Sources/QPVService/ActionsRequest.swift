import Gazetteer
import Interchange
public import QPVKit

/// The declared scopes of subsidised actions, their money by perimeter, and what their figures contradict.
public struct ActionsRequest: Sendable {
    /// The table of actions, a CSV or an Excel workbook; `-` is standard input.
    public var file: String
    /// Its columns, where their names do not tell.
    public var columns = ActionColumns()
    /// A CSV of age bands; nil for none.
    public var ages: String?
    /// A CSV of other spellings of perimeters' names; nil for none.
    public var aliases: String?
    /// The communes, by names or INSEE codes, whose perimeters are meant; empty for all.
    public var communes: [String] = []
    /// The language of the report.
    public var language = Language.french
    /// Where the report goes.
    public var report = ReportFiles()
    /// Where the rows go, each with what was found about it, as CSV; nil for nowhere.
    public var rows: String?

    /// All perimeters, columns found by their names.
    public init(_ file: String) { self.file = file }

    /// Resolves and checks the actions. The gazetteer is opened for venues only.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, _ context: RunContext = RunContext()
    ) throws -> Outcome<Reported<ActionAudit>> {
        let context = context.begun()
        let list = try ActionList(path: file, columns: columns)
        context.note(.actionColumns(list.columns.map { .init(role: $0.role, name: $0.name) }))
        let bands = try ages.map { try AgeTable(path: $0) }
        let unread = list.unread + (bands?.unread ?? [])
        noteUnread(unread, context)
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let perimeters = try session.perimeterFile(context)
        let names = try names(perimeters, table)
        let gazetteerPath = try list.rows.contains(where: \.hasVenue) ? session.gazetteerPath(context) : nil
        let inputs = [file, perimeters.source.path] + [ages, aliases, gazetteerPath].compactMap { $0 }
        let outputs = try ReportOutputs(report, notReplacing: inputs, limitedTo: [file])
        let rowsFile = try outputs.beside(rows, notReplacing: inputs)
        let gazetteer = try gazetteerPath.map { _ in try session.gazetteer(context) }
        let audit = try ActionAudit(
            list, names: names, limit: communes.isEmpty ? .found : .named, ages: bands, gazetteer: gazetteer,
            options: session.options.verdict)

        var provenance = Provenance(version: Version.number, command: "actions")
        provenance.state("input", .object(list.source.json))
        let roles = list.columns.filter { $0.role != "funding" }
        provenance.state("columns", .object(JSONObject(roles.map { .init($0.role, .string($0.name)) })))
        if let unread = unread.byKind { provenance.state("columns_not_read", unread) }
        provenance.state("funding", .array(list.money.filter { !$0.isCost }.map { .string($0.name) }))
        if let bands { provenance.state("ages", .object(bands.source.json)) }
        if let source = table.source { provenance.state("aliases", .object(source.json)) }
        provenance.state(perimeters.atlas)
        if !communes.isEmpty { provenance.state("communes", .array(communes.map { .string($0) })) }
        if let gazetteer {
            provenance.state(gazetteer.info)
            provenance.state(session.options.verdict)
        }
        let report = ActionReport(audit, language: language).report(provenance: provenance)
        try outputs.write(report, with: rowsFile.map { [($0, audit.rowsFile())] } ?? [], context)
        return try Outcome(Reported(findings: audit, report: report), context, provenance)
    }

    /// The names of the perimeters, of the communes asked for alone when there are any.
    private func names(_ file: PerimeterFile, _ aliases: AliasTable) throws(RequestError) -> PerimeterNames {
        let names = PerimeterNames(file.atlas, aliases: aliases)
        guard !communes.isEmpty else { return names }
        var found: Set<Int> = []
        for commune in communes {
            let indices = names.indices(inCommune: commune)
            guard !indices.isEmpty else {
                throw .badData(
                    .noPerimeterIn(commune: commune, ofSeveral: true), at: FilePlace(file.source.path))
            }
            found.formUnion(indices)
        }
        let atlas = Atlas(found.sorted().map { file.atlas.perimeters[$0] }, source: file.atlas.source)
        return PerimeterNames(atlas, aliases: aliases)
    }
}
