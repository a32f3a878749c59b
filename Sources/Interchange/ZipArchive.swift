/// A zip archive in memory: what is in it, and the bytes of a member.
///
/// Stored and deflated members are read; encrypted ones, archives in several parts and those of more than 4 GiB (zip64)
/// are refused. The bytes of a member are checked against its CRC-32. Source: PKWARE, "APPNOTE.TXT", version 6.3.10.
public struct ZipArchive: Sendable {
    /// A file in the archive.
    public struct Member: Sendable, Hashable {
        /// Its path in the archive, as stored.
        public let path: String
        /// How many bytes it says to have once inflated.
        public let byteCount: Int
        fileprivate let compressedCount: Int
        fileprivate let method: Int
        fileprivate let flags: Int
        fileprivate let crc: UInt32
        fileprivate let headerOffset: Int

        /// The name without folders.
        public var name: Substring { path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...] }
    }

    /// The members in the order of the directory, folders left out.
    public let members: [Member]
    private let bytes: [UInt8]
    private let name: String

    /// Whether bytes begin as those of a zip archive.
    public static func isZip(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    }

    /// Reads the directory of an archive. O(members).
    ///
    /// - Parameter name: the name to say in errors.
    /// - Throws: ``InterchangeError`` of kind badData.
    public init(bytes: [UInt8], name: String) throws(InterchangeError) {
        self.bytes = bytes
        self.name = name
        let end = try Self.endRecord(bytes, name)
        let isSplit = bytes.u16(end + 4) != 0 || bytes.u16(end + 6) != 0
        let count = bytes.u16(end + 10)
        let size = bytes.u32(end + 12)
        let start = bytes.u32(end + 16)
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            throw Self.fault(
                "the archive is of the zip64 form, for more than 4 GiB, which is not read: unpack it", name)
        }
        guard !isSplit else { throw Self.fault("the archive is one part of several", name) }
        guard start + size <= end else { throw Self.fault("the directory of the archive is not whole", name) }
        var members: [Member] = []
        var offset = start
        for _ in 0..<count {
            guard offset + 46 <= end, bytes.u32(offset) == 0x0201_4B50 else {
                throw Self.fault("the directory of the archive is damaged", name)
            }
            let nameEnd = offset + 46 + bytes.u16(offset + 28)
            let next = nameEnd + bytes.u16(offset + 30) + bytes.u16(offset + 32)
            guard next <= end else { throw Self.fault("the directory of the archive is damaged", name) }
            let path = ZipName.text(bytes[offset + 46..<nameEnd])
            if !path.hasSuffix("/") {
                members.append(
                    Member(
                        path: path, byteCount: bytes.u32(offset + 24), compressedCount: bytes.u32(offset + 20),
                        method: bytes.u16(offset + 10), flags: bytes.u16(offset + 8),
                        crc: UInt32(bytes.u32(offset + 16)), headerOffset: bytes.u32(offset + 42)))
            }
            offset = next
        }
        self.members = members
    }

    /// The bytes of a member, inflated and checked; never more than it says to have, nor than ``ReadingLimits`` allow.
    ///
    /// - Throws: ``InterchangeError`` of kind badData.
    public func read(_ member: Member) throws(InterchangeError) -> [UInt8] {
        let place = "\(name)/\(member.path)"
        if member.flags & 1 != 0 { throw Self.fault("the member is encrypted", place) }
        if member.byteCount == 0xFFFF_FFFF || member.compressedCount == 0xFFFF_FFFF {
            throw Self.fault(
                "the member is of the zip64 form, for more than 4 GiB, which is not read: unpack it", place)
        }
        guard member.byteCount <= ReadingLimits.current[.unpacked] else {
            throw ReadingLimits.exceeded(.unpacked, "the member is too large once inflated", file: place)
        }
        let header = member.headerOffset
        guard header + 30 <= bytes.count, bytes.u32(header) == 0x0403_4B50 else {
            throw Self.fault("the member is not where the directory says", place)
        }
        let start = header + 30 + bytes.u16(header + 26) + bytes.u16(header + 28)
        guard start + member.compressedCount <= bytes.count else { throw Self.fault("the member is cut short", place) }
        let stored = bytes[start..<start + member.compressedCount]
        let content: [UInt8]
        switch member.method {
        case 0:
            guard member.byteCount == member.compressedCount else {
                throw Self.fault("the member is stored, but not at its length", place)
            }
            content = Array(stored)
        case 8:
            // Deflate makes at most 258 bytes of 2 bits: a member that claims more would be filled for nothing.
            guard member.byteCount <= 1032 * (member.compressedCount + 8),
                let inflated = RawDeflate.inflate(stored, count: member.byteCount)
            else { throw Self.fault("the member is damaged: it does not inflate to the length it states", place) }
            content = inflated
        default: throw Self.fault("the member is packed by method \(member.method): expected 0 or 8 (deflate)", place)
        }
        guard RawDeflate.crc32(content) == member.crc else {
            throw Self.fault("the member is damaged: its CRC-32 is not the one stated", place)
        }
        return content
    }

    /// The place of the record that ends the archive: behind it there is only a comment.
    private static func endRecord(_ bytes: [UInt8], _ name: String) throws(InterchangeError) -> Int {
        var place = bytes.count - 22
        let first = max(0, place - 0xFFFF)
        while place >= first {
            if bytes.u32(place) == 0x0605_4B50, place + 22 + bytes.u16(place + 20) == bytes.count { return place }
            place -= 1
        }
        throw fault("the zip archive is cut short or damaged: it has no directory", name)
    }

    private static func fault(_ message: String, _ file: String) -> InterchangeError {
        InterchangeError(.badData, message, file: file)
    }
}

extension [UInt8] {
    /// The little-endian number of two bytes.
    fileprivate func u16(_ i: Int) -> Int { Int(self[i]) | Int(self[i + 1]) << 8 }

    /// The little-endian number of four bytes.
    fileprivate func u32(_ i: Int) -> Int { u16(i) | u16(i + 2) << 16 }
}
