/// A file that a result rests on: enough to find it again and to see that it is the same.
public struct SourceFile: Sendable, Equatable {
    /// The path as the user gave it.
    public let path: String
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    public let sha256: String
    /// The layer that was read of it: the member of an archive, the table of a database; nil where there is but one.
    public let layer: String?
    /// The program that it was read through, with its version; nil when there was none.
    public let converter: String?

    /// States a file.
    public init(path: String, sha256: String, layer: String? = nil, converter: String? = nil) {
        self.path = path
        self.sha256 = sha256
        self.layer = layer
        self.converter = converter
    }
}
