/// What a gazetteer holds and what it was made from.
public struct GazetteerInfo: Sendable, Hashable {
    /// One file that it was made from.
    public struct Input: Sendable, Hashable {
        /// Name without folder.
        public let name: String
        /// SHA-256 of the file as it was read, in hexadecimal.
        public let sha256: String
    }

    /// Version of the file format.
    public let formatVersion: Int
    /// SHA-256 over the digests of the inputs: the same for the same data in any order of files.
    public let identity: String
    /// The files, sorted by digest.
    public let inputs: [Input]
    /// Number of communes, arrondissements counted each.
    public let communes: Int
    /// Streets, places and localities.
    public let streets: Int
    /// Number of rows: one for each position of each number.
    public let addresses: Int
    /// Size of the file.
    public let bytes: Int
}
