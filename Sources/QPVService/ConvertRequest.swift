import Geodesy
import Interchange
public import QPVKit

/// The perimeters of a file in another format.
public struct ConvertRequest: Sendable {
    /// What is written.
    public enum Format: Sendable {
        /// GeoPackage.
        case geoPackage
        /// GeoJSON.
        case geoJSON
    }

    /// The file read.
    public var file: PerimeterFileRequest
    /// What is written.
    public var format: Format
    /// Whether the repaired shape of a perimeter that is not valid is written.
    public var repairs = false

    /// A conversion.
    public init(_ file: PerimeterFileRequest, to format: Format) { (self.file, self.format) = (file, format) }

    /// Converts the file.
    ///
    /// - Parameter output: a path, `-` for standard output.
    /// - Returns: the perimeters as they were read.
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(to output: String, _ context: RunContext = RunContext()) throws -> Outcome<PerimeterFile> {
        let context = context.begun()
        let layer = try file.readLayer(context)
        let read = try PerimeterFile.stating(.input) { try PerimeterFile(layer, options: file.reading.options()) }
        let conversion = try PerimeterConversion(layer, read, repairs: repairs)
        if let first = conversion.refusals.first {
            throw RequestError.badData(
                .notConvertible(conversion.refusals.count, first: first), at: read.filePlace(first.line),
                remedies: [.validatePerimeters(file: file.path)])
        }
        let result = try ResultFile(path: output, notReplacing: [file.path])
        switch format {
        case .geoPackage: try result.write(conversion.geoPackage())
        case .geoJSON: try result.write(conversion.geoJSON())
        }
        var provenance = Provenance(version: Version.number, command: "perimeters convert")
        provenance.state(read.perimeters, of: read.source, as: "perimeters")
        provenance.state("parameters", ["crs": .string(read.crs.name), "repair": .bool(repairs)])
        try result.commit(provenance, context)
        return try Outcome(read, context, provenance)
    }
}
