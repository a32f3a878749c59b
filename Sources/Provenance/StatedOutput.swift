public import Interchange

/// An output as a provenance states it.
public struct StatedOutput: Sendable, Equatable {
    /// The path as the user gave it; of a file in a folder of outputs, its name.
    public let path: String
    /// SHA-256 of its bytes in lower-case hexadecimal; nil for a stream, which a provenance does not cover.
    public let sha256: String?

    /// States an output.
    ///
    /// - Parameter digest: nil for a stream.
    public init(_ path: String, _ digest: SHA256Digest?) {
        self.path = path
        sha256 = digest?.hexadecimal
    }

    /// Reads an output of a provenance; nil when it is none.
    public init?(json: JSONValue) {
        guard let path = json["file"]?.string else { return nil }
        self.path = path
        sha256 = json["sha256"]?.string
    }

    fileprivate var json: JSONValue {
        [
            "file": .string(path),
            sha256 == nil ? "stream" : "sha256": sha256.map { .string($0) } ?? true,
        ]
    }
}

extension Provenance {
    /// States all files that a run wrote, each with the SHA-256 of its bytes.
    public mutating func state(outputs: [StatedOutput]) { state("outputs", .array(outputs.map(\.json))) }
}
