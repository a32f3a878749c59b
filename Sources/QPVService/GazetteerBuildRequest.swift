public import Gazetteer
import Interchange
import QPVKit

/// Files of the BAN, compiled into one gazetteer file.
public struct GazetteerBuildRequest: Sendable {
    /// CSV files, plain or gzip.
    public var files: [String]

    /// A compilation.
    public init(_ files: [String]) { self.files = files }

    /// Compiles the files.
    ///
    /// - Returns: what became of the rows.
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(to output: String, _ context: RunContext = RunContext()) throws -> Outcome<BuildReport> {
        let context = context.begun()
        for file in files { try GazetteerFile.checkInput(file) }
        try OutputGuard.check(output, against: files, hasProvenance: false)
        let report = try Gazetteer.build(inputs: files, output: output) { stage, fraction in
            context.progress(.stage(stage, fraction: fraction))
        }
        var provenance = Provenance(version: Version.number, command: "gazetteer build")
        provenance.state("inputs", .array(files.map { .string($0) }))
        return try Outcome(report, context, provenance)
    }
}
