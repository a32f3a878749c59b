import Interchange

/// What a gazetteer was made from, kept in the file as lines of text.
struct GazetteerMeta {
    var inputs: [(sha256: String, name: String)]

    /// The identity: SHA-256 of the digests of the inputs and of the version of the format.
    var identity: String {
        SHA256Digest(of: Array((["qpvg \(Format.version)"] + inputs.map(\.sha256)).joined(separator: "\n").utf8))
            .hexadecimal
    }

    init(inputs: [(sha256: String, name: String)]) { self.inputs = inputs }

    /// Reads the lines; unknown ones are passed over.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        inputs = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 2)
            if parts.count == 3, parts[0] == "input" { inputs.append((String(parts[1]), String(parts[2]))) }
        }
    }

    func encoded() -> [UInt8] {
        var text = "identity \(identity)\n"
        for input in inputs { text += "input \(input.sha256) \(input.name)\n" }
        return Array(text.utf8)
    }
}
