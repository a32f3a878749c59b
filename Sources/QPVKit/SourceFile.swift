/// A file that a result rests on: enough to find it again and to see that it is the same.
public struct SourceFile: Sendable, Equatable {
    /// The path as the user gave it.
    public let path: String
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    public let sha256: String

    /// States a file.
    public init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}
