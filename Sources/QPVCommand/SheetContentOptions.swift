import ArgumentParser
import Gazetteer
import Interchange
import QPVKit
import QPVService

/// What stands in a sheet beside the perimeter itself.
struct SheetContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A file of places, as for qpv coverage: CSV or GeoJSON points.", valueName: "file"))
    var places: String?

    @Option(
        help: ArgumentHelp(
            "The distances within which places are counted. (default: 300,500)", valueName: "metres"))
    var within: DistancesArgument?

    @Option(help: ArgumentHelp("Only places open on that day.", valueName: "date"))
    var on: CalendarDay?

    @Option(
        help: ArgumentHelp("The perimeters of an earlier vintage: what became of them.", valueName: "file"))
    var against: String?

    @Option(
        help: ArgumentHelp(
            "What qpv audit wrote, a CSV or a workbook made of it: who is inside.", valueName: "file"))
    var rows: String?

    @OptionGroup var sheet: SheetOptions

    @Option(
        help: ArgumentHelp(
            "The column of verdicts in --rows; its companions are found by it. (default: the newest qpv_verdict)",
            valueName: "name"))
    var verdictColumn: String?

    @Option(
        help: ArgumentHelp("With birth dates in --rows: the day of the ages, as for qpv stats.", valueName: "date"))
    var at: CalendarDay?

    @OptionGroup var protection: DisclosureOptions

    @Option(help: ArgumentHelp("Contours of communes, whose limits are drawn.", valueName: "file"))
    var communes: String?

    @Option(
        help: ArgumentHelp(
            "The JSON of an earlier sheet, or the folder of earlier sheets: its figures stand beside those of today.",
            valueName: "file"))
    var previous: String?

    func validate() throws {
        guard places != nil || on == nil else { throw ValidationError("--on goes with --places") }
        guard places != nil || within == nil else { throw ValidationError("--within goes with --places") }
        guard rows != nil || at == nil && verdictColumn == nil else {
            throw ValidationError("--at and --verdict-column go with --rows")
        }
        guard rows != nil || sheet.isNothing else { throw ValidationError("--sheet and --header-row go with --rows") }
        guard rows != nil || !protection.isNamed else {
            throw ValidationError("--disclosure, --threshold and --seed go with --rows")
        }
    }

    /// The files named.
    var files: [String] { [places, against, rows, communes, previous].compactMap { $0 } }

    /// Reads them, and states them.
    ///
    /// - Parameter gazetteer: for places that have addresses only.
    func read(
        into inputs: inout SheetInputs, _ provenance: inout Provenance, threads: Int, quiet: Bool,
        gazetteer: () throws -> Gazetteer?
    ) async throws {
        if let places {
            var options = PlaceOptions()
            (options.date, options.radii) = (on, inputs.radii)
            let found = try PlaceInput(places, options, isConfigurable: false).read(
                Console(quiet: quiet).context, gazetteer: gazetteer)
            provenance.state(found, as: "places")
            inputs.places = found
            if let within { inputs.distances = within.metres }
        }
        if let against {
            let file = try perimeters(against, kind: nil, quiet: quiet)
            provenance.state(file.perimeters, of: file.source, as: "earlier_perimeters")
            inputs.earlier = file
        }
        if let communes {
            let file = try perimeters(communes, kind: .other, quiet: quiet)
            provenance.state("communes", .object(file.source.json))
            inputs.limits = file.perimeters
        }
        if let rows { try await count(rows, &inputs, &provenance, threads: threads, quiet: quiet) }
    }

    private func perimeters(_ path: String, kind: PerimeterKind?, quiet: Bool) throws -> PerimeterFile {
        var options = PerimeterFile.Options()
        options.kind = kind
        let file = try PerimeterFile.read(path, options: options)
        Terminal.say(notes: file.notes, quiet: quiet)
        if kind == nil { try file.requireOneLayer() }
        try PerimeterOptions.report(file, quiet: quiet)
        return file
    }

    /// Counts who is inside, in the same tables as `qpv stats`, of which a sheet shows a part.
    private func count(
        _ path: String, _ inputs: inout SheetInputs, _ provenance: inout Provenance, threads: Int, quiet: Bool
    ) async throws {
        let reader = try sheet.open(path, quiet: quiet)
        let line = reader.sheet?.headerRow ?? 1
        var options = StatisticsOptions()
        (options.at, options.disclosure) = (at, protection.control)
        do {
            let names = ColumnNames(reader.header.names)
            let verdict = try AuditedColumns(names, named: verdictColumn)
            guard verdict[.code] != nil else {
                throw CommandError.badData(
                    "no column of codes belongs to \(names.header[verdict.verdict])", file: path, line: line,
                    notes: ["--rows takes what qpv audit wrote"])
            }
            let statistics = try Statistics(
                StatisticsColumns(names, .init(), verdict: .columns(verdict)), options: options)
            let persons = try SheetPersons(await statistics.run(reader, threads: threads), statistics)
            let known = Set(inputs.atlas.perimeters.map(\.code))
            if let other = persons.codes.first(where: { !known.contains($0) }) {
                // Zeros in all sheets would be untrue.
                throw CommandError.badData(
                    other.isEmpty
                        ? "rows are inside, and no code says where"
                        : "rows are inside \(other), which is none of the perimeters",
                    file: path, notes: ["audit the file with \(inputs.atlas.source.path)"])
            }
            (inputs.persons, inputs.personsFile) = (persons, try SourceFile(streamed: path))
            var stated = inputs.personsFile.json
            stated["statistics"] = statistics.json(against: nil)
            provenance.state("rows", .object(stated))
        } catch let fault as ColumnError {
            throw ColumnFault.error(fault, file: path, line: line, options: "--verdict-column")
        } catch let fault as StatisticsError {
            throw CommandError.usage(fault.description, file: path)
        }
    }
}
