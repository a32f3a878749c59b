import ArgumentParser
import QPVKit
import QPVService

/// `qpv coverage`: which perimeters some places cover, how well, and what is left out.
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "What places cover of each perimeter: inside, within a distance, how far, what is left out.",
        usage: "qpv coverage --places <file> [--within <metres>] [--output <file>] [<options>]",
        discussion: """
            Distances are straight lines in metres of the territory's grid, and shares of area are exact. Addresses are those \
            of the gazetteer; --points has other weighted points in their stead, such as dwellings. With --on only what is in \
            force, and open, on that day counts. The table "coverage" of the report has one row a perimeter, category and \
            distance: --table coverage -o couverture.csv writes it alone.

            EXAMPLE
              qpv coverage --places lieux.csv --within 300,500 -o couverture.html \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
              qpv coverage --places pharmacies.csv --on 2024-06-01 --gaps vides.geojson \\
                --candidates sites.csv --choose 3
            """)

    @OptionGroup var places: PlaceReadingOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The distances, up to 100000 m, separated by commas; the first one decides the states.", valueName: "metres"
        ))
    var within = DistancesArgument(argument: "300,500")!

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many metres of way a straight metre stands for, 1 to 10: a place then reaches as far as the distance divided by it.",
            valueName: "factor"))
    var detour = 1.0

    @Option(help: ArgumentHelp("From this share on a perimeter is covered.", valueName: "share"))
    var covered = ShareArgument(0.8)

    @Option(
        help: ArgumentHelp("From this share on it is insufficiently covered, below it is not.", valueName: "share"))
    var insufficient = ShareArgument(0.2)

    @Flag(help: "Areas only: no addresses are counted.")
    var areaOnly = false

    @OptionGroup var points: CoveragePointOptions

    @Option(
        help: ArgumentHelp(
            "Polygons of declared catchments, whose code is a place's identifier or a category.", valueName: "file"))
    var catchments: String?

    @Option(help: ArgumentHelp("The field with the code in --catchments.", valueName: "name"))
    var catchmentField: String?

    @OptionGroup var left: CoverageGapOptions
    @OptionGroup var perimeters: PerimeterOptions

    @Option(
        help: ArgumentHelp(
            "Only perimeters of these départements, by number (57, 2A, 974), separated by commas.", valueName: "numbers"
        ))
    var departements: NamesArgument?

    @OptionGroup var layerChoice: LayerChoiceOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var radii: RadiusOptions
    @OptionGroup var report: ReportOptions

    @OptionGroup var notices: NoticeOptions

    func validate() throws {
        guard detour >= 1, detour <= 10 else { throw ValidationError("--detour is a factor from 1 to 10") }
        guard insufficient.share <= covered.share else {
            throw ValidationError("--insufficient is at most --covered")
        }
        if areaOnly, points.points != nil || left.gapAddresses != nil || left.candidates != nil {
            throw ValidationError("--area-only counts no points: not with --points, --gap-addresses or --candidates")
        }
        if points.points != nil, left.gapAddresses != nil {
            throw ValidationError("--gap-addresses lists addresses: not with --points")
        }
        guard
            departements == nil
                || !departementCodes.isEmpty && departementCodes.allSatisfy({ $0.count == 2 || $0.count == 3 })
        else {
            throw ValidationError("--departements are numbers such as 57, 2A or 974, separated by commas")
        }
        guard !report.output.isEmpty || ![left.gaps, left.gapAddresses].contains("-") else {
            throw ValidationError("gaps and the report cannot both go to standard output: name a file with -o")
        }
        guard catchmentField == nil || catchments != nil else {
            throw ValidationError("--catchment-field goes with --catchments")
        }
        try StandardInput.requireOne(
            [places.places, left.candidates, catchments, gazetteer.gazetteer] + perimeters.paths + layerChoice.files)
    }

    private var departementCodes: [String] { departements?.all.map { $0.uppercased() } ?? [] }

    func run() throws {
        var request = CoverageRequest(
            places.input,
            options: .init(
                distances: within.metres, detour: detour, coveredFrom: covered.share,
                insufficientFrom: insufficient.share))
        request.subject = areaOnly ? .areaOnly : points.input.map { .points($0) } ?? .addresses
        request.catchments = catchments.map { .init($0, codeField: catchmentField) }
        (request.gaps, request.gapAddresses) = (left.gaps, left.gapAddresses)
        request.candidates = left.candidates.map { places.input.candidates($0) }
        (request.choose, request.language, request.report) = (left.choose, report.lang, report.files)
        var options = Session(perimeters, layerChoice, gazetteer, radii).options
        options.reading.departements = departementCodes
        _ = try request.run(in: Session(options), notices.console.context)
    }
}
