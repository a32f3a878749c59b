import Foundation
public import Interchange
public import QPVKit

/// An output with its provenance beside it: both take their names together, when they are complete.
public struct ResultFile {
    private let target: OutputFile
    private let beside: OutputFile?

    /// Opens an output, `-` for standard output.
    ///
    /// - Parameter inputs: files that it must not replace.
    /// - Throws: ``RequestError`` when it would; `InterchangeError` when it cannot be made.
    public init(path: String, notReplacing inputs: [String]) throws {
        try OutputGuard.check(path, against: inputs)
        target = try OutputFile(path: path)
        // A pipe or a device has no place beside it.
        beside = target.isStraight ? nil : try OutputFile(path: OutputGuard.provenancePath(path))
    }

    /// Writes bytes.
    public func write(_ buffer: OutputBuffer) throws { try target.write(buffer) }

    /// Writes bytes.
    public func write(_ bytes: [UInt8]) throws { try target.write(bytes) }

    /// Completes both files.
    public func commit(_ provenance: Provenance) throws { try Self.commit([self], provenance) }

    /// Completes several outputs of one run: none takes its name before all are written.
    ///
    /// - Parameter others: outputs without a provenance.
    public static func commit(_ results: [ResultFile], _ provenance: Provenance, with others: [OutputFile] = []) throws
    {
        for result in results { try result.beside?.write(provenance.json) }
        for other in others { try other.commit() }
        for result in results {
            try result.target.commit()
            try result.beside?.commit()
        }
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
