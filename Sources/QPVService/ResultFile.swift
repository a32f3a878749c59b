import Foundation
public import Interchange
public import QPVKit

/// An output with its provenance beside it: both take their names together, when they are complete.
///
/// The provenance states the SHA-256 of every file that the run wrote, so that ``VerifyRequest`` sees whether they belong together:
/// names are given one after another, and a run can be killed between two of them.
public struct ResultFile {
    private let target: OutputFile
    private let beside: OutputFile?

    /// Opens an output, `-` for standard output.
    ///
    /// - Parameters:
    ///   - inputs: files that it must not replace.
    ///   - personal: inputs about persons: nobody can read the output who cannot read all of them.
    /// - Throws: ``RequestError`` when it would; `InterchangeError` when it cannot be made.
    public init(path: String, notReplacing inputs: [String], limitedTo personal: [String] = []) throws {
        try OutputGuard.check(path, against: inputs)
        target = try OutputFile(path: path)
        // A pipe or a device has no place beside it.
        beside = target.isStraight ? nil : try OutputFile(path: OutputGuard.provenancePath(path))
        let readers = personal.compactMap { FileReaders(path: $0) }
        for file in files { file.limitReaders(to: readers) }
    }

    /// Writes bytes.
    public func write(_ buffer: OutputBuffer) throws { try target.write(buffer) }

    /// Writes bytes.
    public func write(_ bytes: [UInt8]) throws { try target.write(bytes) }

    /// Completes both files.
    ///
    /// - Throws: when an input changed while it was read.
    public func commit(_ provenance: Provenance, _ context: RunContext) throws {
        try Self.commit([self], provenance, context)
    }

    /// Completes several outputs of one run: none takes its name before all are written.
    ///
    /// - Parameter others: outputs without a provenance.
    public static func commit(
        _ results: [ResultFile], _ provenance: Provenance, _ context: RunContext, with others: [OutputFile] = []
    ) throws {
        try context.requireUnchangedFiles()
        var provenance = provenance
        let written = others + results.map(\.target)
        provenance.state(outputs: written.map { .init($0.path, $0.isStraight ? nil : $0.digest) })
        for result in results { try result.beside?.write(provenance.json) }
        try OutputFile.commit(others + results.flatMap(\.files))
    }

    /// Whether two outputs, or the provenance of one and the other, would be one file.
    package func meets(_ other: ResultFile) -> Bool {
        files.contains { file in other.files.contains { file.leadsToSameFile(as: $0) } }
    }

    /// Refuses outputs of one run of which two would be one file.
    package static func requireApart(_ results: [ResultFile]) throws(RequestError) {
        for (rank, result) in results.enumerated() where results[..<rank].contains(where: result.meets) {
            throw .usage(.outputsMeet(.any))
        }
    }

    /// Whether what is written comes out at standard output, whatever the path.
    package var isStandardOutput: Bool {
        (try? OutputFile(path: "-")).map { standard in files.contains { $0.leadsToSameFile(as: standard) } } ?? false
    }

    private var files: [OutputFile] { [target] + (beside.map { [$0] } ?? []) }
}
