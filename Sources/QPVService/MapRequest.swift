import Gazetteer
import Interchange
public import QPVKit

/// A map of perimeters, counted rows and places.
public struct MapRequest: Sendable {
    /// The rows of a table that an audit wrote, and how they are counted.
    public struct Rows: Sendable {
        /// The table.
        public var table: TableInput
        /// Cells in which the rows are counted too; nil for none.
        public var hexagons: HexagonGrid?
        /// Counts from 1 to below this are not shown; 1 shows all.
        public var threshold = 5
        /// Whether each row is a point of the map: a map of persons, not for publication.
        public var points = false

        /// Rows counted by perimeter.
        public init(_ table: TableInput) { self.table = table }
    }

    /// A file that the map goes to.
    public struct Output: Sendable, Equatable {
        /// What the file holds.
        public enum Format: Sendable {
            /// One page that needs nothing else.
            case page
            /// All layers in one collection.
            case geoJSON
            /// A table each layer.
            case geoPackage
        }

        /// The path.
        public let path: String
        /// The format that its end names.
        public let format: Format

        /// States a file; nil for a path that does not end with `.html`, `.htm`, `.geojson` or `.gpkg`.
        public init?(_ path: String) {
            switch path.lowercased().split(separator: ".").last {
            case "html", "htm": format = .page
            case "geojson": format = .geoJSON
            case "gpkg": format = .geoPackage
            default: return nil
            }
            self.path = path
        }
    }

    /// The rows; nil for none.
    public var rows: Rows?
    /// The places; nil for none.
    public var places: PlaceInput?
    /// With places: the distances, in metres, within which the coverage of perimeters is measured; nil for none.
    public var distances: [Double]?
    /// Whether the reader of a page may switch on the background map of the IGN, which is fetched from its servers.
    public var hasBackground = false
    /// The language of the map.
    public var language = Language.french
    /// Where the map goes.
    public var outputs: [Output] = []

    /// A map of the session's layers.
    public init() {}

    /// Draws the map.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(in session: Session, _ context: RunContext = RunContext()) throws -> Outcome<MapDocument> {
        let context = context.begun()
        let gazetteer = LazyGazetteer(session, context) { paths in
            for output in outputs { try OutputGuard.check(output.path, against: paths) }
        }
        let files = try session.perimeterFiles(context)
        var content = MapDocument.Content(try session.layers(context, gazetteer: gazetteer.open))
        let results = try open(
            notReplacing: files.map(\.source.path) + (rows?.table.files ?? [])
                + [places?.path, session.options.gazetteer].compactMap { $0 } + session.options.selection.files)

        var provenance = Provenance(version: Version.number, command: "map")
        provenance.state(content.layers)
        content.rows = try rows?.read(content.layers, &provenance, context)
        if let found = try places?.read(.none, in: session, gazetteer, context) {
            provenance.state(found, as: "places")
            content.places = found
            if let distances {
                let measured = Coverage(
                    of: content.layers.main.atlas, by: found, options: .init(distances: distances))
                content.coverage = (measured, try Gaps(measured, context))
            }
        }
        if let opened = gazetteer.opened { provenance.state(opened.info) }
        provenance.state("parameters", parameters)

        var map = try MapDocument(content, language: language, provenance: provenance)
        if hasBackground { map.background = .ign }
        for message in map.messages { context.note(.mapReading(message)) }
        for (format, file) in results {
            switch format {
            case .page: try file.write(map.page())
            case .geoJSON: try file.write(map.geoJSON())
            case .geoPackage: try file.write(map.geoPackage())
            }
        }
        try ResultFile.commit(results.map(\.file), provenance, context)
        if rows?.points ?? false { context.note(.pointsPublished) }
        return try Outcome(map, context, provenance)
    }

    private func open(notReplacing inputs: [String]) throws -> [(format: Output.Format, file: ResultFile)] {
        let personal = (rows?.table.files ?? []) + [places?.path].compactMap { $0 }
        let results = try outputs.map {
            ($0.format, try ResultFile(path: $0.path, notReplacing: inputs, limitedTo: personal))
        }
        try ResultFile.requireApart(results.map(\.1))
        return results
    }

    private var parameters: JSONValue {
        var members: JSONObject = [:]
        if let rows {
            members["threshold"] = JSONValue(rows.threshold)
            members["points"] = .bool(rows.points)
        }
        if let distances { members["within_m"] = .array(distances.map { JSONValue($0) }) }
        if let grid = rows?.hexagons { members["hexagons_m"] = JSONValue(grid.spacing) }
        if hasBackground { members["background"] = "ign" }
        members["language"] = .string(language.rawValue)
        return .object(members)
    }
}

extension MapRequest.Rows {
    /// Counts the rows and states them.
    fileprivate func read(
        _ layers: Layers, _ provenance: inout Provenance, _ context: RunContext
    ) throws -> PublishedRows {
        let reader = try table.open(context)
        var options = AuditedRows.Options()
        (options.grid, options.keepsPoints) = (hexagons, points)
        let rows = try AuditedRows(reader, layers: layers, options: options)
        let published = try PublishedRows(rows, threshold: threshold)
        provenance.state(
            input: reader, rows: published.total.value, as: "audited", sha256: try table.source().sha256)
        if let line = rows.firstFault { context.note(.rowsUnreadable(FilePlace(reader.name, line: line))) }
        return published
    }
}
