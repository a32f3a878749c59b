public import Gazetteer
public import Interchange
import QPVKit

/// What a gazetteer file holds.
public struct GazetteerInfoRequest: Sendable {
    /// The file, compiled.
    public var file: String
    /// Whether every byte is checked.
    public var verifies = false
    /// Where its bytes are while it is open, as in ``SessionOptions``.
    public var storage = Gazetteer.Storage.memory

    /// A question.
    public init(_ file: String) { self.file = file }

    /// Answers.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads; `GazetteerError` for a byte that has changed.
    public func run(_ context: RunContext = RunContext()) throws -> Outcome<GazetteerInfo> {
        let context = context.begun()
        _ = try ByteSource(path: file, inflates: false)
        let gazetteer = try Gazetteer(path: file, storage: storage)
        if verifies, let commune = gazetteer.verify() {
            throw GazetteerError.damaged(path: file, reason: "the page of commune \(commune) has changed")
        }
        var provenance = Provenance(version: Version.number, command: "gazetteer info")
        provenance.state(gazetteer.info)
        return try Outcome(gazetteer.info, context, provenance)
    }
}

extension GazetteerInfo {
    /// The format, the counts, and the inputs with their SHA-256.
    public var json: JSONValue {
        let inputs = inputs.map { input -> JSONValue in
            .object(["file": .string(input.name), "sha256": .string(input.sha256)])
        }
        return [
            "format": JSONValue(formatVersion), "identity": .string(identity), "communes": JSONValue(communes),
            "streets": JSONValue(streets), "addresses": JSONValue(addresses), "bytes": JSONValue(bytes),
            "inputs": .array(inputs),
        ]
    }
}
