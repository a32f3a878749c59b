import Interchange

/// What a gazetteer was made from, kept in the file as lines of text.
struct GazetteerMeta {
    /// Sets these digests apart from others of the same bytes. Never changed, whatever the version of the format.
    private static let tag = "qpvg 3"

    var inputs: [(sha256: String, name: String)]

    /// The identity: SHA-256 of the digests of the inputs. It names the data: a file that is built again keeps it.
    var identity: String {
        SHA256Digest(of: Array(([Self.tag] + inputs.map(\.sha256)).joined(separator: "\n").utf8))
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
