import Gazetteer
public import Geodesy
import Interchange
public import QPVKit

/// What became of each perimeter from one vintage to the next, and of the rows of a table.
public struct CompareRequest: Sendable {
    /// A file of perimeters of one kind and vintage.
    public struct File: Sendable, Equatable {
        /// The path.
        public var path: String
        /// The CRS, where the file does not say.
        public var crs: CRS?
        /// The layer, in a file with several.
        public var layer: String?

        /// States a file.
        public init(_ path: String, crs: CRS? = nil, layer: String? = nil) {
            (self.path, self.crs, self.layer) = (path, crs, layer)
        }
    }

    /// The files that are written.
    public struct Outputs: Sendable, Equatable {
        /// The crosswalk as CSV; the rows whose verdict changes when ``CompareRequest/rows`` are compared.
        public var table: String?
        /// The ground kept, lost and gained, as GeoJSON.
        public var differences: String?
        /// Whether the caller writes an answer to standard output, where no file may come out then.
        public var leavesStandardOutput = false

        /// Nothing is written.
        public init() {}
    }

    /// The perimeters of the older vintage.
    public var older: File
    /// The perimeters of the newer vintage.
    public var newer: File
    /// From which shares on perimeters are kept, or linked.
    public var options = Crosswalk.Options()
    /// Rows whose verdicts are compared; they are written to ``Outputs/table``.
    public var rows: TableInput?
    /// The files that are written.
    public var outputs = Outputs()

    /// A comparison. Addresses are counted when the session names a gazetteer.
    public init(_ older: File, _ newer: File) { (self.older, self.newer) = (older, newer) }

    /// Compares the files.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, _ context: RunContext = RunContext()
    ) async throws -> Outcome<CompareResult> {
        let context = context.begun()
        if rows != nil, outputs.table == nil { throw RequestError.usage(.rowsWithoutOutput) }
        let (old, new) = try await files(threads: session.options.threads, context)
        let named = session.options.gazetteer
        var gazetteer = try named.map { _ in try session.gazetteer(context) }
        let counted = gazetteer
        let rows = try rows.map { try open($0, context) }
        if case .addresses? = rows?.plan, gazetteer == nil { gazetteer = try session.gazetteer(context) }
        let gazetteerPath = try gazetteer.map { _ in try session.gazetteerPath(context) }
        let inputs = [older.path, newer.path] + [gazetteerPath].compactMap { $0 } + (self.rows?.files ?? [])
        let results = try CompareFiles(outputs, notReplacing: inputs, limitedTo: self.rows?.files ?? [])

        let crosswalk = try await Crosswalk(
            old: old.perimeters, new: new.perimeters, options: options, threads: session.options.threads)
        let addresses = try counted.map { try CrosswalkAddresses(crosswalk, old: old.atlas, new: new.atlas, $0) }

        var provenance = Provenance(version: Version.number, command: "compare")
        provenance.state(crosswalk.old, of: old.source, as: "old")
        provenance.state(crosswalk.new, of: new.source, as: "new")
        if let gazetteer { provenance.state(gazetteer.info) }
        provenance.state(options)
        var summary: VerdictComparison.Summary?
        if let rows, let table = results.table {
            let comparison = VerdictComparison(
                crosswalk, old: old.atlas, new: new.atlas, gazetteer: gazetteer, options: session.options.verdict)
            let counts = try await comparison.run(
                rows.reader, plan: rows.plan, threads: session.options.threads, write: { try table.write($0) },
                progress: { context.progress(.rows($0)) })
            provenance.state(
                input: rows.reader, rows: counts.rows, sha256: try self.rows?.source().sha256 ?? "")
            provenance.state(rows.plan, of: rows.reader)
            provenance.state(session.options.verdict)
            provenance.state("summary", counts.json)
            summary = counts
        } else {
            try results.table?.write(crosswalk.table(addresses))
        }
        if let differences = results.differences {
            try await CrosswalkDifferences(crosswalk).write(threads: session.options.threads) {
                try differences.write($0)
            }
        }
        try results.commit(provenance, context)
        let result = CompareResult(
            crosswalk: crosswalk, addresses: addresses, rows: summary,
            takesStandardOutput: results.takesStandardOutput)
        return try Outcome(result, context, provenance)
    }

    private func open(_ table: TableInput, _ context: RunContext) throws -> (reader: any TableReader, plan: RowPlan) {
        try OutputGuard.check(outputs.table ?? "-", against: table.files)
        let reader = try table.open(context)
        return (reader, try table.plan(reader, context))
    }

    /// Reads both files, at once where there are threads for it, then notes how each was read and what is wrong with it.
    private func files(threads: Int, _ context: RunContext) async throws -> (PerimeterFile, PerimeterFile) {
        let files: (PerimeterFile, PerimeterFile)
        if threads > 1 {
            async let first = Self.load(older, .older, threads: threads)
            async let second = Self.load(newer, .newer, threads: threads)
            files = try await (first, second)
        } else {
            files = (
                try await Self.load(older, .older, threads: 1), try await Self.load(newer, .newer, threads: 1)
            )
        }
        for file in [files.0, files.1] { try file.tell(requiresOneLayer: true, context) }
        let kinds = [files.0, files.1].map { $0.perimeters[0].kind }
        if kinds[0] != kinds[1] { context.note(.kindsDiffer(older: kinds[0], newer: kinds[1])) }
        return files
    }

    private static func load(
        _ file: File, _ role: RequestError.FileRole, threads: Int
    ) async throws -> PerimeterFile {
        var options = PerimeterFile.Options()
        (options.crs, options.layer, options.threads) = (file.crs, file.layer, threads)
        return try PerimeterFile.load(file.path, options, stating: role)
    }
}
