import ArgumentParser
import Foundation
import Gazetteer
import Interchange
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

    func validate() throws {
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
        if counting.id != nil, counting.value != nil { throw ValidationError(StatisticsError.idAndValue.description) }
    }

    func run() async throws {
        let inputs = [input.file, counting.against, gazetteer.gazetteer].compactMap { $0 } + perimeters.paths
        let outputs = try report.open(notReplacing: inputs)
        let reader = try input.open()
        let names = ColumnNames(reader.header.names)
        let plans = try source.plans(
            names, input, reader, coordinates.columns(addresses: input.namedColumns))
        let auditing = try plans.needsAudit ? prepare(plans, outputs: report.output) : nil
        if auditing == nil, !perimeters.perimeters.isEmpty || !layerOptions.isNothing {
            throw CommandError.usage(
                "the file is audited already: perimeters are for files that are not", file: reader.name)
        }
        var options = try counting.options
        options.disclosure = protection.control
        let statistics = try faulty(reader) {
            let columns = try StatisticsColumns(names, counting.request, verdict: plans.first, second: plans.second)
            return try Statistics(
                columns, options: options,
                auditing: auditing.map {
                    .init(atlas: $0.layers.main.atlas, gazetteer: $0.gazetteer, options: verdict.options)
                })
        }
        say(statistics)
        let zone = plans.zone ?? auditing?.layers.main.prefix ?? "qpv"
        let title = zone.uppercased().replacing("_", with: " ")
        let earlier = try await counting.against.map { ($0, statistics, title) }.asyncMap(figures)
        let counts = try await count(statistics, reader)
        let result = try StatisticsReport(
            counts, statistics, zone: title, language: report.lang, earlier: earlier)
        var provenance = Provenance(version: Version.number, command: "stats")
        provenance.state(input: reader, rows: result.showsTotal ? counts.rows : nil)
        if case .plan(let plan) = plans.first { provenance.state(plan, of: reader) }
        if let auditing {
            provenance.state(auditing.layers)
            if let addresses = auditing.gazetteer { provenance.state(addresses.info) }
            provenance.state(verdict.options)
        }
        provenance.state("statistics", statistics.json(against: counting.against))
        try outputs.write(result.report(of: reader.name == "<stdin>" ? "-" : reader.name, provenance))
        say(counts)
        if earlier != nil, options.appliedDisclosure != .none {
            Terminal.say(
                "warning: two publications of one table can be compared: their difference can tell small counts")
        }
    }

    private func count(_ statistics: Statistics, _ reader: CSVReader) async throws -> StatisticsCounts {
        let context = Console(quiet: input.quiet).context
        do {
            return try await statistics.run(reader, threads: input.threads) { context.progress(.rows($0)) }
        } catch let fault as StatisticsError {
            throw CommandError.badData(fault.description, file: reader.name)
        }
    }

    /// Says of columns that are not there what the file has.
    private func faulty<R>(_ reader: CSVReader, _ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let fault as ColumnError {
            throw ColumnFault.error(
                fault, file: reader.name, line: reader.sheet?.headerRow ?? 1, takesPositions: true)
        } catch let fault as StatisticsError {
            throw CommandError.usage(fault.description, file: reader.name)
        }
    }

    /// The figures of an earlier report, or of an earlier file that is counted in the same way.
    private func figures(_ path: String, _ statistics: Statistics, _ zone: String) async throws -> EarlierFigures {
        if path.lowercased().hasSuffix(".json") {
            guard let figures = EarlierFigures(json: try JSONValue.read(ByteSource(path: path))) else {
                throw CommandError.badData("this is no report of qpv stats", file: path)
            }
            return figures
        }
        var table = input
        table.file = path
        let reader = try table.open()
        let earlier = try faulty(reader) {
            let names = ColumnNames(reader.header.names)
            let verdict = try AuditedColumns(names, named: source.verdictColumn)
            return try Statistics(
                StatisticsColumns(names, counting.request, verdict: .columns(verdict)), options: statistics.options)
        }
        let counts = try await count(earlier, reader)
        return EarlierFigures(try StatisticsReport(counts, earlier, zone: zone, language: report.lang))
    }

    private func say(_ statistics: Statistics) {
        guard !input.quiet else { return }
        for (role, column) in statistics.columns.found { Terminal.say("note: \(role) from \(column)") }
    }

    /// Says what is wrong with cells, and on which lines.
    private func say(_ counts: StatisticsCounts) {
        guard !input.quiet else { return }
        for fault in StatisticsFault.allCases {
            guard let entry = counts.faults.entries[fault] else { continue }
            let more = entry.count > entry.lines.count ? " …" : ""
            let lines = entry.lines.map(String.init).joined(separator: ", ")
            Terminal.say("note: \(counted(entry.count, "row")): \(fault.title(.english)) (lines \(lines)\(more))")
        }
    }
}

extension Optional {
    /// As `map`, for work that waits.
    fileprivate func asyncMap<R>(_ body: (Wrapped) async throws -> R) async rethrows -> R? {
        if let self { try await body(self) } else { nil }
    }
}

extension StatsCommand {
    /// What is asked on the way.
    struct Asked {
        let layers: Layers
        let gazetteer: Gazetteer?
    }

    /// Reads the perimeters and, where addresses are matched, the gazetteer.
    private func prepare(_ plans: VerdictSourceOptions.Plans, outputs: [String]) throws -> Asked {
        var addresses: Gazetteer?
        func protect(_ path: String) throws {
            for output in outputs { try OutputGuard.check(output, against: [path]) }
        }
        func openGazetteer() throws -> Gazetteer? {
            guard plans.needsGazetteer, addresses == nil else { return addresses }
            let path = try gazetteer.path(quiet: input.quiet)
            try protect(path)
            addresses = try GazetteerFile.open(path, quiet: input.quiet)
            return addresses
        }
        let files = try perimeters.files(allVintages: layerOptions.choice.needsAllVintages, quiet: input.quiet)
        for file in files { try protect(file.source.path) }
        let layers = try layerOptions.choice.layers(files, quiet: input.quiet, gazetteer: openGazetteer)
        if !layers.others.isEmpty, !input.quiet {
            Terminal.say("note: counted are the perimeters of \(layers.main.title) only")
        }
        return Asked(layers: layers, gazetteer: try openGazetteer())
    }
}
