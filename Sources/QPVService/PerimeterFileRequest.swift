public import QPVKit

/// A file of perimeters: what it holds and what is wrong with it.
public struct PerimeterFileRequest: Sendable {
    /// The path; `-` is standard input.
    public var path: String
    /// What the file does not say of itself.
    public var reading: PerimeterReading

    /// A question.
    public init(_ path: String, _ reading: PerimeterReading = PerimeterReading()) {
        (self.path, self.reading) = (path, reading)
    }

    /// Reads the file; one whose perimeters are all unusable is an answer too.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(_ context: RunContext = RunContext()) throws -> Outcome<PerimeterFile> {
        let context = context.begun()
        let file = try PerimeterFile.stating(.input) {
            try PerimeterFile(readLayer(context), options: reading.options())
        }
        var provenance = Provenance(version: Version.number, command: "perimeters")
        provenance.state(file.perimeters, of: file.source, as: "perimeters")
        return try Outcome(file, context, provenance)
    }

    /// The layer as it stands in the file; notes how it was read.
    func readLayer(_ context: RunContext) throws -> PerimeterLayer {
        let layer = try PerimeterLayer.read(path, layer: reading.layer)
        context.note(reading: layer.notes)
        return layer
    }
}
