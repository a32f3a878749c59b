import ArgumentParser
import QPVKit
import QPVService

/// `qpv stats`: counts and shares, by age and sex, by action, perimeter and commune.
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count who is inside: shares with their bounds, by age, sex, action, perimeter and commune.",
        usage: "qpv stats <file> [--output <file> ...] [--by <columns> ...] [--at <date>] [<options>]",
        discussion: """
            A file that qpv audit wrote is counted as it is; any other one is audited on the way, with the options of \
            qpv audit. Each share is given among those decided, with the least and the largest value that it can have. \
            Small counts of persons are not shown, nor what would tell them (--disclosure).

            EXAMPLE
              qpv stats beneficiaires.csv --at 2024-12-31 --by Action -o bilan.html \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
              qpv stats audite.csv --target 25% -o bilan.xlsx -o bilan.json
            """)

    @OptionGroup var input: TableReadingOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var counting: CountingOptions
    @OptionGroup var protection: DisclosureOptions
    @OptionGroup var source: VerdictSourceOptions
    @OptionGroup var perimeters: PerimeterOptions
    @OptionGroup var layerOptions: LayerOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var coordinates: CoordinateOptions

    @Flag(
        help:
            "Make the report though its counts, compared with those of --against, tell small ones. The report says so."
    )
    var acceptDifferencing = false

    func validate() throws {
        guard counting.against != nil || !acceptDifferencing else {
            throw ValidationError("--accept-differencing goes with --against")
        }
        try StandardInput.requireOne(
            [input.file, counting.against, layerOptions.choice.aliases, gazetteer.gazetteer] + perimeters.paths)
        if input.addressColumns != nil, coordinates.isNamed {
            throw ValidationError("--address-columns or the columns of coordinates, not both")
        }
        guard layerOptions.within == nil, layerOptions.rules.isEmpty, layerOptions.choice.groups == nil,
            !layerOptions.ground
        else {
            throw ValidationError(
                "--within, --rule, --groups and --ground are for qpv audit: count its columns with --by")
        }
        if counting.id != nil, counting.value != nil { throw ValidationError(StatisticsError.idAndValue.sentence) }
    }

    func run() async throws {
        var request = StatsRequest(input.input(coordinates.columns(addresses: input.namedColumns)))
        (request.columns, request.options) = (counting.columns, counting.options)
        request.options.disclosure = protection.control
        (request.verdictColumn, request.secondVerdictColumn) = (source.verdictColumn, source.secondVerdictColumn)
        request.secondAddressColumns = source.secondAddressColumns?.names
        request.against = counting.against
        request.acceptsDifferencing = acceptDifferencing
        request.requiresAudit = !perimeters.perimeters.isEmpty || !layerOptions.choice.isNothing
        (request.language, request.report) = (report.lang, report.files)
        _ = try await request.run(
            in: Session(input, perimeters, layerOptions, gazetteer, verdict), input.console.context)
    }
}
