import Foundation
import Interchange
import QPVKit

/// An output with its provenance beside it: both take their names together, when they are complete.
struct ResultFile {
    private let target: OutputFile
    private let beside: OutputFile?

    /// Opens an output, `-` for standard output.
    ///
    /// - Parameter inputs: files that it must not replace.
    init(path: String, notReplacing inputs: [String]) throws {
        for written in [path, Self.provenancePath(path)] {
            guard let output = RegularFile(output: written) else { continue }
            for input in inputs where RegularFile(input: input) == output {
                throw CommandError.usage("the output would replace an input", file: written == "-" ? input : written)
            }
            if path == "-" { break }
        }
        target = try OutputFile(path: path)
        // A pipe or a device has no place beside it.
        beside = target.isStraight ? nil : try OutputFile(path: Self.provenancePath(path))
    }

    /// Writes bytes.
    func write(_ buffer: OutputBuffer) throws { try target.write(buffer) }

    /// Completes both files.
    func commit(_ provenance: Provenance) throws {
        try beside?.write(provenance.json)
        try target.commit()
        try beside?.commit()
    }

    private static func provenancePath(_ path: String) -> String { path + ".provenance.json" }
}
