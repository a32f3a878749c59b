import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import QPVKit
import QPVService

/// `qpv compare`: what became of each perimeter from one vintage to the next, and of the rows of a file.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Lay two vintages over one another: what was kept, modified, split, merged, is new or gone.",
        usage: "qpv compare <old> <new> [--output <file>] [--geojson <file>] [--gazetteer <file>] [<options>]",
        discussion: """
            A summary goes to standard output, the crosswalk to --output: one row for each pair of perimeters that share \
            ground, with the shares both ways, and one for each perimeter alone. With --audit, --output gets the rows of \
            that CSV whose verdict changes instead, and those that could not be located. The provenance goes beside each \
            output.

            EXAMPLE
              qpv compare qpv-2015.geojson qpv-2024.geojson \\
                -o passage.csv --geojson differences.geojson
              qpv compare qpv-2015.geojson qpv-2024.geojson \\
                --audit beneficiaires.csv --gazetteer ban-57.qpvg -o changements.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "The perimeters of the older vintage, in any format that --perimeters of qpv audit takes.",
            valueName: "old"))
    var oldFile: String

    @Argument(help: ArgumentHelp("The perimeters of the newer vintage.", valueName: "new"))
    var newFile: String

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the crosswalk goes, as CSV; - is standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Where the ground kept, lost and gained goes, as GeoJSON.", valueName: "file"))
    var geojson: String?

    @Option(
        help: ArgumentHelp(
            "Count addresses too; for --audit, match with these: a file made by \"qpv gazetteer build\", or a BAN CSV.",
            valueName: "file"))
    var gazetteer: String?

    @Option(
        help: ArgumentHelp("A CSV, as for qpv audit: the rows whose verdict changes go to --output.", valueName: "file")
    )
    var audit: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A perimeter is kept when both share at least this part.", valueName: "share"))
    var kept = 0.99

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Two perimeters are linked when one shares at least this part.", valueName: "share"))
    var linked = 0.05

    @Option(help: ArgumentHelp("The CRS of the older file, when it does not say.", valueName: "epsg"))
    var oldCrs: CRS?

    @Option(help: ArgumentHelp("The CRS of the newer file, when it does not say.", valueName: "epsg"))
    var newCrs: CRS?

    @Option(help: ArgumentHelp("The layer of the older file, where there are several.", valueName: "name"))
    var oldLayer: String?

    @Option(help: ArgumentHelp("The layer of the newer file, where there are several.", valueName: "name"))
    var newLayer: String?

    @Option(
        help: ArgumentHelp("With --audit: the columns that make the address, in order.", valueName: "names"))
    var addressColumns: String?

    @OptionGroup var coordinates: CoordinateOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var sheet: SheetOptions

    @Option(
        name: .customLong("threads"), parsing: .unconditional,
        help: ArgumentHelp(
            "How many parts are worked on at once. (default: as many as there are processors)", valueName: "number"))
    var threadCount: Int?

    @Flag(help: "The summary and the crosswalk as JSON on standard output.")
    var json = false

    @Flag(name: .shortAndLong, help: "No notices, no progress, no summary: warnings and errors only.")
    var quiet = false

    func validate() throws {
        guard (0.5...1).contains(kept) else { throw ValidationError("--kept is a share from 0.5 to 1") }
        guard linked > 0, linked <= kept else { throw ValidationError("--linked is a share above 0, at most --kept") }
        try table.validate()
        guard geojson != "-" || (output != "-" && !json) else {
            throw ValidationError("--geojson and another output cannot both be standard output")
        }
        guard !json || output != "-" else {
            throw ValidationError("--json and --output cannot both be standard output")
        }
        if audit == nil {
            guard addressColumns == nil, !coordinates.isNamed else {
                throw ValidationError("columns are named for --audit only")
            }
        } else {
            guard output != nil else { throw ValidationError("--audit needs --output, where the rows go") }
            guard addressColumns == nil || !coordinates.isNamed else {
                throw ValidationError("--address-columns or the columns of coordinates, not both")
            }
        }
    }

    private var threads: Int { table.threads }

    /// What the options say of a table, for `--audit` and for what is checked alike.
    private var table: TableReadingOptions {
        var table = TableReadingOptions()
        (table.file, table.addressColumns) = (audit ?? "-", addressColumns)
        (table.threadCount, table.quiet, table.sheet) = (threadCount, quiet, sheet)
        return table
    }

    func run() async throws {
        let (oldPerimeters, newPerimeters) = try await files()
        var gazetteerPath = gazetteer
        var addresses = try gazetteer.map { try GazetteerFile.open($0, quiet: quiet) }
        let counted = addresses
        let rows = try audit.map { _ in
            try OutputGuard.check(output ?? "-", against: [table.file])
            let reader = try table.open()
            return (reader, try table.plan(reader, coordinates.columns(addresses: table.namedColumns)))
        }
        if case (_, .addresses)? = rows, addresses == nil {
            let path = try Session().gazetteerPath(Console(quiet: quiet).context)
            (gazetteerPath, addresses) = (path, try GazetteerFile.open(path, quiet: quiet))
        }
        let inputs = [oldFile, newFile] + [gazetteerPath, audit].compactMap { $0 }
        let results = try CompareOutputs(output: output, geojson: geojson, json: json, notReplacing: inputs)

        var options = Crosswalk.Options()
        (options.keptFrom, options.linkedFrom) = (kept, linked)
        let crosswalk = try await Crosswalk(
            old: oldPerimeters.perimeters, new: newPerimeters.perimeters, options: options, threads: threads)
        // An index is needed for places only.
        let atlases = rows != nil || counted != nil ? (old: oldPerimeters.atlas, new: newPerimeters.atlas) : nil
        let counts = try counted.map { try CrosswalkAddresses(crosswalk, old: atlases!.old, new: atlases!.new, $0) }

        var provenance = Provenance(version: Version.number, command: "compare")
        provenance.state(crosswalk.old, of: oldPerimeters.source, as: "old")
        provenance.state(crosswalk.new, of: newPerimeters.source, as: "new")
        if let addresses { provenance.state(addresses.info) }
        provenance.state(options)
        var report = CompareReport(crosswalk, old: oldFile, new: newFile, counts)
        if let rows, let atlases, let table = results.table {
            let comparison = VerdictComparison(
                crosswalk, old: atlases.old, new: atlases.new, gazetteer: addresses, options: verdict.options)
            let summary = try await run(comparison, rows.0, rows.1) { try table.write($0) }
            provenance.state(input: rows.0, rows: summary.rows)
            provenance.state(rows.1, of: rows.0)
            provenance.state(verdict.options)
            provenance.state("summary", summary.json)
            report.rows = summary
        } else {
            try results.table?.write(crosswalk.table(counts))
        }
        if let differences = results.differences {
            try await CrosswalkDifferences(crosswalk).write(threads: threads) { try differences.write($0) }
        }
        try results.commit(provenance)
        if json {
            try Terminal.put(report.json(provenance).json(pretty: true))
        } else if !quiet {
            if results.takeStandardOutput { Terminal.say(report.text) } else { try Terminal.put(report.text) }
        }
    }

    /// Reads both files at once, then says how each was read and what is wrong with it.
    private func files() async throws -> (PerimeterFile, PerimeterFile) {
        async let first = Self.read(oldFile, oldCrs, oldLayer, vintage: "old")
        async let second = Self.read(newFile, newCrs, newLayer, vintage: "new")
        let files = try await (first, second)
        for file in [files.0, files.1] {
            Terminal.say(notes: file.notes, quiet: quiet)
            try file.requireOneLayer()
            try PerimeterOptions.report(file, quiet: quiet)
        }
        let kinds = [files.0, files.1].map { $0.perimeters[0].kind.rawValue }
        if kinds[0] != kinds[1], !quiet {
            Terminal.say("note: the older file holds perimeters of the kind \(kinds[0]), the newer \(kinds[1])")
        }
        return files
    }

    private static func read(
        _ path: String, _ crs: CRS?, _ layer: String?, vintage: String
    ) async throws -> PerimeterFile {
        var options = PerimeterFile.Options()
        (options.crs, options.layer) = (crs, layer)
        do {
            return try PerimeterFile.read(path, options: options)
        } catch PerimeterError.unknownCRS(let name, let path) {
            throw CommandError.badData(
                PerimeterError.unknown(crs: name), file: path, notes: ["state the CRS with --\(vintage)-crs"])
        } catch PerimeterError.severalLayers(let found, let path) {
            throw CommandError.badData(
                "there are \(found.count) layers in the file: name one with --\(vintage)-layer", file: path,
                notes: PerimeterError.shown(found))
        }
    }

    /// Compares the rows of a CSV.
    private func run(
        _ comparison: VerdictComparison, _ reader: CSVReader, _ plan: RowPlan, write: (OutputBuffer) throws -> Void
    ) async throws -> VerdictComparison.Summary {
        let context = Console(quiet: quiet).context
        return try await comparison.run(
            reader, plan: plan, threads: threads, write: write, progress: { context.progress(.rows($0)) })
    }
}
