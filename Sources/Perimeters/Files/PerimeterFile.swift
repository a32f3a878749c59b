public import Geodesy
public import Planar
public import Provenance
import Synchronization

/// A file of perimeters as it was read: the perimeters that have a place, and everything that is wrong with it.
public struct PerimeterFile: Sendable {
    /// What the file cannot say itself, or says under other names.
    public struct Options: Sendable, Equatable {
        /// The kind of all its perimeters; by default as their codes and fields say, else ``PerimeterKind/other``.
        public var kind: PerimeterKind?
        /// The vintage of all its perimeters; by default as their codes say.
        public var vintage: Int?
        /// The CRS of its coordinates; by default as its `crs` member says, else longitude and latitude.
        public var crs: CRS?
        /// The field that holds the code.
        public var codeField: String?
        /// The field that holds the name.
        public var nameField: String?
        /// The field that holds the INSEE codes of the communes.
        public var communeField: String?
        /// The layer, in a file that may hold several: see ``PerimeterLayer/read(_:layer:)``.
        public var layer: String?
        /// When shapes that may be invalid are checked and repaired.
        public var repairs = Repairs.all

        /// When shapes that may be invalid are checked and repaired. Answers are the same.
        public enum Repairs: Sendable {
            /// All, and every fault is an issue: for a file of rows, and for a report on the perimeters.
            case all
            /// When a question comes near the shape: for one address, a fifth of the time. Only shapes that have no area at
            /// sight are checked, and are issues, on reading.
            case onDemand
        }

        /// A window in degrees (x longitude, y latitude) outside of which shapes are left unread, when the file is in degrees;
        /// nil reads all. Only for a question whose answer is found to lie well inside.
        public var window: Box?

        /// The départements (57, 2A, 974) to which the file is limited: what the INSEE codes of a perimeter's communes begin with;
        /// empty takes all. A perimeter whose communes the file does not name is taken. What is left out costs nothing, and is
        /// not there: never for a verdict.
        public var departements: [String] = []

        /// On how many threads shapes are read; nil for as many as there are processors. Answers are the same.
        public var threads: Int?

        /// Everything as the file says.
        public init() {}

        /// What changes the perimeters, as a provenance states it: nothing when all is as the file says.
        package var stated: [SourceFile.Option] {
            [
                ("kind", kind?.rawValue), ("vintage", vintage.map { "\($0)" }), ("crs", crs?.name), ("layer", layer),
                ("code_field", codeField),
                ("departements", departements.isEmpty ? nil : departements.joined(separator: ",")),
                ("name_field", nameField), ("commune_field", communeField),
            ].compactMap { name, value in value.map { .init(name: name, value: $0) } }
        }
    }

    /// The perimeters in the file's order; one without a usable shape is here too, with an empty one.
    public let perimeters: [Perimeter]
    /// What is wrong, in the file's order.
    public let issues: [PerimeterIssue]
    /// The CRS that the file's coordinates were read in.
    public let crs: CRS
    /// The file, and what was read of it.
    public let source: SourceFile
    /// What ``Perimeter/line`` counts.
    public let unit: PerimeterLayer.Unit
    /// What the user should know of how the file was read: a sentence each.
    public let notes: [String]

    /// Where a perimeter begins, as messages say it: `qpv.geojson:12`, `qpv.gpkg: feature 12`.
    public func place(_ line: Int) -> String { source.place(line, unit) }

    /// Refuses perimeters of several kinds or vintages.
    ///
    /// - Throws: ``PerimeterError/mixed(what:found:file:)``.
    public func requireOneLayer() throws(PerimeterError) {
        let kinds = PerimeterKind.allCases.filter { kind in perimeters.contains { $0.kind == kind } }
        if kinds.count > 1 { throw .mixed(what: "the kinds", found: kinds.map(\.rawValue), file: source.path) }
        let vintages = Set(perimeters.compactMap(\.vintage)).sorted()
        if vintages.count > 1 {
            throw .mixed(what: "the vintages", found: vintages.map { "\($0)" }, file: source.path)
        }
    }

    /// The perimeters, indexed when they are first asked.
    public var atlas: Atlas { index.atlas { Atlas(perimeters, source: source, ground: Ground(of: perimeters)) } }
    private let index = Index()

    /// The atlas, once it is made.
    private final class Index: Sendable {
        private let made = Mutex<Atlas?>(nil)

        func atlas(_ make: () -> Atlas) -> Atlas {
            made.withLock { made in
                let atlas = made ?? make()
                made = atlas
                return atlas
            }
        }
    }

    /// Reads a file of perimeters in any format that ``PerimeterLayer/read(_:layer:)`` knows.
    ///
    /// - Throws: as that function and ``init(_:options:)``.
    public static func read(_ path: String, options: Options = Options()) throws -> PerimeterFile {
        try PerimeterFile(PerimeterLayer.read(path, layer: options.layer), options: options)
    }

    /// Makes perimeters of the features of a layer, one of each, in their order.
    ///
    /// Shapes are projected to the metric CRS of their territory and repaired there where they are not valid; every
    /// repair is an issue. O(n log n) in the number of vertices.
    ///
    /// - Throws: ``PerimeterError`` when there are no perimeters, one has no code, or the CRS is unknown; ``GeodesyError``.
    public init(_ layer: PerimeterLayer, options: Options = Options()) throws {
        let path = layer.source.path
        switch (options.crs, layer.crs) {
        case (let stated?, _): crs = stated
        case (nil, .known(let known)): crs = known
        case (nil, .unknown(let name)): throw PerimeterError.unknownCRS(name, file: path)
        }
        guard !layer.features.isEmpty else { throw PerimeterError.noPerimeters(file: path) }
        var reader = PerimeterReader(source: layer.source, unit: layer.unit, options: options, crs: crs)
        try reader.read(layer.features)
        (perimeters, issues) = (reader.perimeters, reader.issues)
        unit = layer.unit
        guard !perimeters.isEmpty else {
            throw PerimeterError.noneInDepartements(options.departements, file: path)
        }
        notes =
            layer.notes
            + (options.departements.isEmpty
                ? []
                : [
                    "\(perimeters.count) of the \(layer.features.count) perimeters of \(path) are in the départements asked: "
                        + options.departements.joined(separator: ", ")
                ])
        var source = layer.source
        source.options = options.stated
        self.source = source
    }
}

extension SourceFile {
    /// Where something begins in the file, as messages say it.
    package func place(_ line: Int, _ unit: PerimeterLayer.Unit) -> String {
        // A layer in an archive has lines of its own.
        let file = unit == .line ? layer.map { "\(path)/\($0)" } ?? path : path
        return unit == .line ? "\(file):\(line)" : "\(file): feature \(line)"
    }
}
