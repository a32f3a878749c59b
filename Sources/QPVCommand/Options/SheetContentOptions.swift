import ArgumentParser
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

    @OptionGroup var sheet: WorkbookSheetOptions

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

    @Flag(
        help:
            "Make the sheet though its counts, compared with those of --previous, tell small ones. The sheet says so."
    )
    var acceptDifferencing = false

    func validate() throws {
        guard previous != nil || !acceptDifferencing else {
            throw ValidationError("--accept-differencing goes with --previous")
        }
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

    /// States all of it.
    func apply(to request: inout SheetRequest) {
        request.places = places.map { path in
            var options = PlaceOptions()
            options.date = on
            return PlaceInput(path, options, isConfigurable: false)
        }
        request.distances = within?.metres
        request.rows = rows.map { path in
            var rows = SheetRequest.Rows(sheet.input(path))
            (rows.verdictColumn, rows.at, rows.disclosure) = (verdictColumn, at, protection.control)
            return rows
        }
        (request.against, request.communes, request.previous) = (against, communes, previous)
        request.acceptsDifferencing = acceptDifferencing
    }
}
