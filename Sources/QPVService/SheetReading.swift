import Gazetteer
import Interchange
import QPVKit

/// Reads what stands in a sheet, and states it.
struct SheetReading {
    private let request: SheetRequest
    private let session: Session
    private let context: RunContext

    init(_ request: SheetRequest, _ session: Session, _ context: RunContext) {
        (self.request, self.session, self.context) = (request, session, context)
    }

    /// The inputs of sheets on perimeters of an atlas: gazetteer, places, earlier perimeters, communes, rows, in this order.
    func read(_ atlas: Atlas, _ provenance: inout Provenance) async throws -> SheetInputs {
        let gazetteer = LazyGazetteer(session, context)
        var inputs = SheetInputs(atlas)
        (inputs.radii, inputs.language) = (session.options.verdict.radii, request.language)
        inputs.gazetteer = try gazetteer.open()
        provenance.state(atlas)
        if let opened = gazetteer.opened { provenance.state(opened.info) }
        if let found = try request.places?.read(.notes, in: session, gazetteer, context) {
            provenance.state(found, as: "places")
            inputs.places = found
            if let distances = request.distances { inputs.distances = distances }
        }
        if let against = request.against {
            let file = try perimeters(against, kind: nil)
            provenance.state(file.perimeters, of: file.source, as: "earlier_perimeters")
            inputs.earlier = file
        }
        if let communes = request.communes {
            let file = try perimeters(communes, kind: .other)
            provenance.state("communes", .object(file.source.json))
            inputs.limits = file.perimeters
        }
        if let rows = request.rows { try await count(rows, &inputs, &provenance) }
        return inputs
    }

    private func perimeters(_ path: String, kind: PerimeterKind?) throws -> PerimeterFile {
        var options = PerimeterFile.Options()
        (options.kind, options.threads) = (kind, session.options.threads)
        let file = try PerimeterFile.read(path, options: options)
        try file.tell(requiresOneLayer: kind == nil, context)
        return file
    }

    /// Counts who is inside, in the same tables as a report of statistics, of which a sheet shows a part.
    private func count(
        _ rows: SheetRequest.Rows, _ inputs: inout SheetInputs, _ provenance: inout Provenance
    ) async throws {
        let reader = try rows.table.open(context)
        let place = FilePlace(rows.table.name, line: reader.headerPlace.line)
        var options = StatisticsOptions()
        (options.at, options.disclosure) = (rows.at, rows.disclosure)
        let statistics = try RequestError.choosingColumns(at: place, remedies: [.nameVerdictColumn]) {
            let names = ColumnNames(reader.header.names)
            let audited = try AuditedColumns(names, named: rows.verdictColumn)
            guard audited[.code] != nil else {
                throw RequestError.badData(.noCodeColumn(verdicts: audited.name), at: place, remedies: [.audit])
            }
            return try Statistics(StatisticsColumns(names, .init(), verdict: .columns(audited)), options: options)
        }
        let counts: StatisticsCounts
        do {
            counts = try await statistics.run(reader, threads: session.options.threads)
        } catch let fault as StatisticsError {
            throw RequestError.usage(.statistics(fault), file: place.file)
        }
        let persons = try SheetPersons(counts, statistics)
        let known = Set(inputs.atlas.perimeters.map(\.code))
        if let other = persons.codes.first(where: { !known.contains($0) }) {
            // Zeros in all sheets would be untrue.
            throw RequestError.badData(
                .rowsInsideOther(code: other.isEmpty ? nil : other), at: FilePlace(place.file),
                remedies: [.auditWith(file: inputs.atlas.source.path)])
        }
        (inputs.persons, inputs.personsFile) = (persons, try rows.table.source())
        var stated = inputs.personsFile.json
        stated["statistics"] = statistics.json(against: nil)
        provenance.state("rows", .object(stated))
    }
}
