public import Interchange

/// A file that a result rests on: enough to find it again and to see that it is the same.
public struct SourceFile: Sendable, Equatable {
    /// The path as the user gave it.
    public let path: String
    /// SHA-256 of its bytes, in lower-case hexadecimal; empty for a stream, which was read but once.
    public let sha256: String
    /// The layer that was read of it: the member of an archive, the table of a database; nil where there is but one.
    public let layer: String?
    /// The program that it was read through, with its version; nil when there was none.
    public let converter: String?
    /// The files read along with it, such as the table of a Shapefile, by name, each with the SHA-256 of its bytes.
    public package(set) var beside: [Companion] = []
    /// What the user stated that the file does not say, or says under other names, by the name of the option; empty when all
    /// is as the file says.
    public package(set) var options: [Option] = []

    /// A file beside another that it belongs to.
    public struct Companion: Sendable, Equatable {
        /// Its name, without folder.
        public let name: String
        /// SHA-256 of its bytes, in lower-case hexadecimal.
        public let sha256: String

        package init(name: String, sha256: String) { (self.name, self.sha256) = (name, sha256) }
    }

    /// An option that changes what is read of a file.
    public struct Option: Sendable, Equatable {
        /// The name, such as `code_field`.
        public let name: String
        /// What was stated.
        public let value: String

        package init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    /// States a file.
    public init(path: String, sha256: String, layer: String? = nil, converter: String? = nil) {
        self.path = path
        self.sha256 = sha256
        self.layer = layer
        self.converter = converter
    }

    /// States a file that is read in constant memory; its bytes are read for the SHA-256, which a stream has none of.
    ///
    /// - Throws: `InterchangeError`.
    public init(streamed path: String) throws(InterchangeError) {
        let isRegular = FileIdentity(path: path)?.isRegular ?? false
        self.init(path: path, sha256: isRegular ? try SHA256Digest.ofFile(path).hexadecimal : "")
    }
}
