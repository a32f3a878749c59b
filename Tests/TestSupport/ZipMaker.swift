/// Makes zip archives as a plain reading of PKWARE's note has it: for tests, in memory.
public struct ZipMaker {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// An archive without members.
    public init() {}

    /// Adds a stored member, or one whose deflated bytes are given.
    public mutating func add(_ path: String, _ content: [UInt8], deflated: [UInt8]? = nil, flags: Int = 0x800) {
        let stored = deflated ?? content
        let about =
            Self.little(20, 2) + Self.little(flags, 2) + Self.little(deflated == nil ? 0 : 8, 2) + Self.little(0, 4)
            + Self.little(Int(Self.crc(content)), 4) + Self.little(stored.count, 4) + Self.little(content.count, 4)
            + Self.little(path.utf8.count, 2) + Self.little(0, 2)
        let offset = body.count
        body += [0x50, 0x4B, 3, 4] + about + Array(path.utf8) + stored
        directory +=
            [0x50, 0x4B, 1, 2] + Self.little(20, 2) + about + Self.little(0, 10) + Self.little(offset, 4)
            + Array(path.utf8)
        count += 1
    }

    /// The archive.
    public var bytes: [UInt8] {
        body + directory + [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(count, 2) + Self.little(count, 2)
            + Self.little(directory.count, 4) + Self.little(body.count, 4) + Self.little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        bytes.withUnsafeBufferPointer {
            for byte in $0 { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
        }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        var crc = UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        return crc
    }
}
