public import Disclosure
import Interchange

extension DisclosureControl {
    /// The key of one record: the first eight bytes, big-endian, of SHA-256 over the seed's eight bytes (big-endian) and then the
    /// record's.
    ///
    /// The bytes must be what makes the record itself, the same in every table: a stable identifier, or its row as it stands in the
    /// file, not its number. Keys are added, wrapping, to make a cell's. Without the seed a key cannot be made from the record, so
    /// the seed is as secret as the counts.
    public static func recordKey(_ seed: UInt64, _ bytes: [UInt8]) -> UInt64 {
        let lead = (0..<8).map { UInt8(truncatingIfNeeded: seed >> (56 - 8 * UInt64($0))) }
        return SHA256Digest(of: lead + bytes).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
