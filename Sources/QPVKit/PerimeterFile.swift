public import Geodesy
import Interchange
public import Planar

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

        /// Everything as the file says.
        public init() {}
    }

    /// The perimeters in the file's order; one without a usable shape is here too, with an empty one.
    public let perimeters: [Perimeter]
    /// What is wrong, in the file's order.
    public let issues: [PerimeterIssue]
    /// The CRS that the file's coordinates were read in.
    public let crs: CRS
    /// The file.
    public let source: SourceFile

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

    /// The perimeters, indexed.
    public var atlas: Atlas { Atlas(perimeters, source: source) }

    /// Reads a GeoJSON file of perimeters.
    ///
    /// Shapes are projected to the metric CRS of their territory and repaired there where they are not valid; every
    /// repair is an issue. O(n log n) in the number of vertices.
    ///
    /// - Throws: ``InterchangeError`` when the file cannot be read or is no GeoJSON; ``PerimeterError`` when it is, but
    ///   holds no perimeters, or is in an unknown CRS; ``GeodesyError``.
    public static func read(_ path: String, options: Options = Options()) throws -> PerimeterFile {
        let bytes = try ByteSource(path: path, inflates: false).readAll()
        let source = SourceFile(path: path, sha256: SHA256Digest(of: bytes).hexadecimal)
        let document = try GeoJSON.read(ByteSource(bytes: bytes, name: path))
        var crs = options.crs ?? .wgs84
        if options.crs == nil, let name = document.summary.crs {
            guard let stated = CRS(name: name) else { throw PerimeterError.unknownCRS(name, file: path) }
            crs = stated
        }
        guard !document.features.isEmpty else { throw PerimeterError.noPerimeters(file: path) }
        var reader = PerimeterReader(path: path, options: options, crs: crs)
        for feature in document.features { try reader.read(feature) }
        return PerimeterFile(perimeters: reader.perimeters, issues: reader.issues, crs: crs, source: source)
    }
}

/// A file that is GeoJSON, but no file of perimeters.
public enum PerimeterError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The `crs` member names a system that is not known.
    case unknownCRS(String, file: String)
    /// There is no feature in it.
    case noPerimeters(file: String)
    /// Perimeters of several kinds or vintages stand in it: counted together they would mean nothing.
    case mixed(what: String, found: [String], file: String)
    /// No field of this name holds a code in the feature that begins at this line.
    case noCode(looked: [String], fields: [String], file: String, line: Int)

    /// What is wrong and where, as a compiler writes it.
    public var description: String {
        switch self {
        case .unknownCRS(let name, let file):
            "error: the crs member \"\(name)\" is not known; state the CRS with --crs\n  --> \(file)"
        case .mixed(let what, let found, let file):
            "error: the file mixes \(what) \(found.joined(separator: ", ")), which are never counted together\n  --> \(file)\n"
                + "  = put each in a file of its own"
        case .noPerimeters(let file):
            "error: no perimeter in the file\n  --> \(file)"
        case .noCode(let looked, let fields, let file, let line):
            """
            error: a perimeter has no code: looked for \(looked.joined(separator: ", ")); the feature has \
            \(fields.isEmpty ? "no fields" : fields.joined(separator: ", "))
              --> \(file):\(line)
            """
        }
    }
}
