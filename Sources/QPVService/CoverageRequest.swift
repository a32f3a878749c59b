import Gazetteer
import Interchange
public import QPVKit

/// Which perimeters some places cover, how well, and what is left out.
public struct CoverageRequest: Sendable {
    /// Polygons of declared catchments.
    public struct CatchmentFile: Sendable, Equatable {
        /// The path.
        public var path: String
        /// The field with a place's identifier or a category; nil when it is called as a code is.
        public var codeField: String?

        /// States a file.
        public init(_ path: String, codeField: String? = nil) { (self.path, self.codeField) = (path, codeField) }
    }

    /// What is to be near a place.
    public enum Subject: Sendable {
        /// The addresses of the gazetteer.
        case addresses
        /// The points of a file.
        case points(PointInput)
        /// Nothing: only the shares of the area are measured.
        case areaOnly
    }

    /// The places.
    public var places: PlaceInput
    /// What is to be near them.
    public var subject = Subject.addresses
    /// Distances, in metres, and from which share on a perimeter is covered.
    public var options: Coverage.Options
    /// Declared catchments; nil for none.
    public var catchments: CatchmentFile?
    /// Whether the ground that no place covers is looked for though no file of it is written.
    public var findsGaps = false
    /// Where the ground goes that no place covers: `.csv`, or else as GeoJSON; nil for nowhere.
    public var gaps: String?
    /// Where the addresses go that no place covers, as CSV; nil for nowhere.
    public var gapAddresses: String?
    /// Candidate sites, of which those are chosen that bring most within the first distance; nil for none.
    public var candidates: PlaceInput?
    /// How many of the candidates are chosen.
    public var choose = 1
    /// The language of the report.
    public var language = Language.french
    /// Where the report goes.
    public var report = ReportFiles()

    /// The coverage by some places.
    public init(_ places: PlaceInput, options: Coverage.Options) { (self.places, self.options) = (places, options) }

    /// Measures the coverage of each layer of the session. Gaps and candidates are those of the first layer.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, _ context: RunContext = RunContext()
    ) throws -> Outcome<Reported<[CoverageReport.Part]>> {
        let context = context.begun()
        let gazetteer = LazyGazetteer(session, context)
        if case .addresses = subject {
            _ = try gazetteer.open()
        } else if gapAddresses != nil {
            throw RequestError.usage(.gapAddressesWithoutAddresses)
        }
        let files = try session.perimeterFiles(context)
        let layers = try session.layers(context, gazetteer: gazetteer.open)
        let found = try places.read(.report, in: session, gazetteer, context)
        let sites = try candidates?.read(.report, in: session, gazetteer, context)
        let inputs =
            try [places.path] + [candidates?.path, catchments?.path, points?.path].compactMap { $0 }
            + session.options.selection.files + files.map(\.source.path)
            + (gazetteer.opened == nil ? [] : [session.gazetteerPath(context)])
        let personal = [places.path] + [candidates?.path, points?.path].compactMap { $0 }
        let outputs = try ReportOutputs(
            report, notReplacing: inputs, limitedTo: personal)
        let gapFiles = try GapFiles(
            gaps: gaps, addresses: gapAddresses, notReplacing: inputs, limitedTo: personal, beside: outputs)
        let catchmentFile = try catchments.map { try read($0, context) }

        var parts: [CoverageReport.Part] = []
        for layer in layers.all {
            try Task.checkCancellation()
            let population = try population(of: layer.atlas, gazetteer, parts.isEmpty ? context : RunContext())
            let coverage = Coverage(of: layer.atlas, by: found, population: population, options: options)
            var part = CoverageReport.Part(
                prefix: layer.prefix, title: layer.heading(language), coverage: coverage)
            part.catchments = try catchmentFile.map { try Catchments($0, over: coverage) }
            if parts.isEmpty {
                if findsGaps || !gapFiles.isEmpty { part.gaps = try Gaps(coverage, context) }
                if let sites { part.sites = SiteChoice(sites.items, count: choose, for: coverage) }
            }
            parts.append(part)
        }
        let provenance = provenance(
            layers, found, parts[0].coverage.population, sites, catchmentFile, gazetteer.opened, session)
        let left = try parts[0].gaps.map {
            try gapFiles.contents(GapOutput($0, of: parts[0].coverage), gazetteer: gazetteer.opened)
        }
        let report = CoverageReport(parts, candidates: sites, language: language).report(provenance: provenance)
        try outputs.write(report, with: left ?? [], context)
        return try Outcome(Reported(findings: parts, report: report), context, provenance)
    }

    private var points: PointInput? { if case .points(let points) = subject { points } else { nil } }

    private func population(
        of atlas: Atlas, _ gazetteer: LazyGazetteer, _ context: RunContext
    ) throws -> Population? {
        switch subject {
        case .addresses: try gazetteer.opened.map { try Population(addressesOf: $0, in: atlas) }
        case .points(let points): try points.read(in: atlas, context)
        case .areaOnly: nil
        }
    }

    private func read(_ catchments: CatchmentFile, _ context: RunContext) throws -> PerimeterFile {
        var options = PerimeterFile.Options()
        (options.codeField, options.kind) = (catchments.codeField, .other)
        let file = try PerimeterFile.read(catchments.path, options: options)
        try file.tell(readingNotes: false, context)
        return file
    }

    private func provenance(
        _ layers: Layers, _ found: Places, _ population: Population?, _ sites: Places?, _ catchments: PerimeterFile?,
        _ gazetteer: Gazetteer?, _ session: Session
    ) -> Provenance {
        var provenance = Provenance(version: Version.number, command: "coverage")
        provenance.state(found, as: "places")
        provenance.state(layers)
        if let gazetteer { provenance.state(gazetteer.info) }
        if let population { provenance.state(population) }
        if let catchments { provenance.state("catchments", .object(catchments.source.json)) }
        if let sites { provenance.state(sites, as: "candidates") }
        var parameters: JSONObject = [
            "within_m": .array(options.distances.map { JSONValue($0) }), "detour": JSONValue(options.detour),
            "covered_from": JSONValue(options.coveredFrom), "insufficient_from": JSONValue(options.insufficientFrom),
            "radius_m": session.options.verdict.radii.json,
        ]
        if sites != nil { parameters["choose"] = JSONValue(choose) }
        provenance.state("parameters", .object(parameters))
        return provenance
    }
}

extension Gaps {
    /// Finds the gaps and notes how many perimeters are left out.
    init(_ coverage: Coverage, _ context: RunContext) throws {
        try self.init(coverage)
        if !unknown.isEmpty { context.note(.gapsUnknown(unknown.count)) }
    }
}
