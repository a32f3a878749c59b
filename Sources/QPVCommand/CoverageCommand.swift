import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
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
    var departements: String?

    @OptionGroup var layerChoice: LayerChoiceOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var radii: RadiusOptions
    @OptionGroup var report: ReportOptions

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

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

    private var departementCodes: [String] {
        departements?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).uppercased() } ?? []
    }

    func run() throws {
        var inputs =
            [places.places] + [left.candidates, catchments, points.points].compactMap { $0 } + layerChoice.files
        var opened: Gazetteer?
        func open() throws -> Gazetteer? {
            if opened == nil {
                let path = try gazetteer.path(quiet: quiet)
                inputs.append(path)
                opened = try GazetteerFile.open(path, quiet: quiet)
            }
            return opened
        }
        let needsAddresses = !areaOnly && points.points == nil
        if needsAddresses { _ = try open() }
        let files = try perimeters.files(
            allVintages: layerChoice.needsAllVintages, quiet: quiet, departements: departementCodes)
        inputs += files.map(\.source.path)
        let layers = try layerChoice.layers(files, quiet: quiet, gazetteer: open)
        let found = try places.input(on: layerChoice.on, radii: radii.table, report: true).read(
            Console(quiet: quiet).context, gazetteer: open)
        let candidates = try left.candidates.map { path in
            try places.candidates(path, on: layerChoice.on, radii: radii.table).read(
                Console(quiet: quiet).context, gazetteer: open)
        }
        let outputs = try report.open(notReplacing: inputs)
        let side = try CoverageGapOutputs(left, notReplacing: inputs, beside: outputs)

        let options = Coverage.Options(
            distances: within.metres, detour: detour, coveredFrom: covered.share, insufficientFrom: insufficient.share)
        var parts: [CoverageReport.Part] = []
        var catchmentFile: PerimeterFile?
        if let catchments { catchmentFile = try readCatchments(catchments) }
        for layer in layers.all {
            var population: Population?
            if points.points != nil {
                population = try points.read(in: layer.atlas, quiet: quiet || !parts.isEmpty)
            } else if needsAddresses, let opened {
                population = try Population(addressesOf: opened, in: layer.atlas)
            }
            let coverage = Coverage(of: layer.atlas, by: found, population: population, options: options)
            var part = CoverageReport.Part(
                prefix: layer.prefix, title: layer.heading(report.lang), coverage: coverage)
            part.catchments = try catchmentFile.map { try Catchments($0, over: coverage) }
            if left.needsGaps, parts.isEmpty {
                let gaps = try Gaps(coverage)
                Terminal.say(unknownOf: gaps, quiet: quiet)
                part.gaps = gaps
            }
            if let candidates, parts.isEmpty {
                part.sites = SiteChoice(candidates.items, count: left.choose, for: coverage)
            }
            parts.append(part)
        }
        let provenance = provenance(layers, found, parts[0].coverage.population, candidates, catchmentFile, opened)
        let left = try parts[0].gaps.map {
            try side.contents(GapOutput($0, of: parts[0].coverage), gazetteer: opened)
        }
        try outputs.write(
            CoverageReport(parts, candidates: candidates, language: report.lang).report(provenance: provenance),
            with: left ?? [])
    }

    private func readCatchments(_ path: String) throws -> PerimeterFile {
        var options = PerimeterFile.Options()
        options.codeField = catchmentField
        options.kind = .other
        let file = try PerimeterFile.read(path, options: options)
        try PerimeterOptions.report(file, quiet: quiet)
        return file
    }

    private func provenance(
        _ layers: Layers, _ found: Places, _ population: Population?, _ candidates: Places?,
        _ catchments: PerimeterFile?, _ gazetteer: Gazetteer?
    ) -> Provenance {
        var provenance = Provenance(version: Version.number, command: "coverage")
        provenance.state(found, as: "places")
        provenance.state(layers)
        if let gazetteer { provenance.state(gazetteer.info) }
        if let population { provenance.state(population) }
        if let catchments { provenance.state("catchments", .object(catchments.source.json)) }
        if let candidates { provenance.state(candidates, as: "candidates") }
        var parameters: JSONObject = [
            "within_m": .array(within.metres.map { JSONValue($0) }), "detour": JSONValue(detour),
            "covered_from": JSONValue(covered.share), "insufficient_from": JSONValue(insufficient.share),
            "radius_m": radii.table.json,
        ]
        if candidates != nil { parameters["choose"] = JSONValue(left.choose) }
        provenance.state("parameters", .object(parameters))
        return provenance
    }
}
