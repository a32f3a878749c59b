import QPVService

/// The answer of `qpv verify` in words.
enum VerifyText {
    static func text(_ result: Verification) -> String {
        var lines = [
            result.belongs
                ? "The output and its provenance belong together."
                : "The output and its provenance do not belong together."
        ]
        lines.append("provenance  \(result.provenance)")
        if !result.isOutputStated { lines.append("  = it states no output of this name or with these bytes") }
        lines += result.outputs.map { "output      \($0.path): \(sentence(ofOutput: $0.state))" }
        lines += result.inputs.map { "input       \($0.path): \(sentence(ofInput: $0.state))" }
        return lines.joined(separator: "\n")
    }

    private static func sentence(ofOutput state: Verification.State) -> String {
        switch state {
        case .same: "as it was written"
        case .differs: "not what the run wrote"
        case .absent: "not found"
        case .notCovered: "a stream, which the provenance does not cover"
        }
    }

    private static func sentence(ofInput state: Verification.State) -> String {
        switch state {
        case .same: "as it was read"
        case .differs: "has changed since it was read"
        case .absent: "not found, so not compared"
        case .notCovered: "a stream, which the provenance does not cover"
        }
    }
}
