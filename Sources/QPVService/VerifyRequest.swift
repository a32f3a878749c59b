public import Interchange
import QPVKit

/// Whether an output belongs to the provenance beside it, and to the other outputs and the inputs that it names.
public struct VerifyRequest: Sendable {
    /// The output: a file, or a folder of sheets.
    public var output: String

    /// A question.
    public init(_ output: String) { self.output = output }

    /// Reads the files again and compares their SHA-256 with what the provenance states.
    ///
    /// Another output is looked for beside this one when both were written into one folder, else at the path stated. An input is looked
    /// for at the path stated, then beside the output.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads; of kind missingInput when there is no output or no provenance, of kind
    ///   badData when the provenance states no outputs.
    public func run(_ context: RunContext = RunContext()) throws -> Outcome<Verification> {
        let context = context.begun()
        let found = try StatedFiles(of: output)
        let outputs = try found.outputs.map { file in
            Verification.File(
                stated: file.stated.path, path: file.path, state: try Self.state(file.path, file.stated.sha256))
        }
        let inputs = try found.inputs.map { input in
            let path = input.paths.first { FileIdentity(path: $0)?.isRegular ?? false }
            return Verification.File(
                stated: input.stated, path: path ?? input.stated,
                state: try path.map { try Self.state($0, input.sha256) } ?? .absent)
        }
        let result = Verification(
            provenance: found.provenance, outputs: outputs, inputs: inputs, isOutputStated: found.isOutputStated)
        var provenance = Provenance(version: Version.number, command: "verify")
        provenance.state("output", .string(output))
        return try Outcome(result, context, provenance)
    }

    private static func state(_ path: String, _ sha256: String?) throws -> Verification.State {
        guard let sha256 else { return .notCovered }
        guard FileIdentity(path: path)?.isRegular ?? false else { return .absent }
        return try SHA256Digest.ofFile(path).hexadecimal == sha256 ? .same : .differs
    }
}

/// What came of comparing an output with its provenance.
public struct Verification: Sendable, Equatable {
    /// How a file stands to the SHA-256 stated of it.
    public enum State: String, Sendable, CaseIterable {
        /// It has this SHA-256.
        case same
        /// It has another one.
        case differs
        /// It was not found.
        case absent
        /// It was a stream, of which no SHA-256 is stated.
        case notCovered = "not_covered"
    }

    /// A file that the provenance states.
    public struct File: Sendable, Equatable {
        /// The path stated.
        public let stated: String
        /// The path where it was looked for.
        public let path: String
        /// What was found there.
        public let state: State
    }

    /// The file of the provenance.
    public let provenance: String
    /// All files that the run wrote.
    public let outputs: [File]
    /// The files that the run read, as far as their SHA-256 is stated.
    public let inputs: [File]
    /// Whether the provenance states the output asked about.
    public let isOutputStated: Bool

    /// Whether the output and all others of its run are there as the run wrote them. Inputs do not matter.
    public var belongs: Bool {
        isOutputStated && outputs.allSatisfy { $0.state == .same || $0.state == .notCovered }
    }

    /// For programs.
    public var json: JSONValue {
        func list(_ files: [File]) -> JSONValue {
            .array(files.map { ["file": .string($0.stated), "state": .string($0.state.rawValue)] })
        }
        return [
            "belongs": .bool(belongs), "provenance": .string(provenance), "outputs": list(outputs),
            "inputs": list(inputs),
        ]
    }
}
