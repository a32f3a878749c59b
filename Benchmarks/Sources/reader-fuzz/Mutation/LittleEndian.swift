/// Numbers of several bytes in an array of them, lowest byte first. A place outside the bytes gives 0 and is left alone.
extension [UInt8] {
    func number(_ at: Int, bytes width: Int) -> UInt64 {
        guard at >= 0, at + width <= count else { return 0 }
        return (0..<width).reduce(0) { $0 | UInt64(self[at + $1]) << UInt64(8 * $1) }
    }

    mutating func set(_ at: Int, bytes width: Int, _ value: UInt64) {
        guard at >= 0, at + width <= count else { return }
        for k in 0..<width { self[at + k] = UInt8(truncatingIfNeeded: value >> UInt64(8 * k)) }
    }

    mutating func append(_ value: Int, bytes width: Int) {
        for k in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * k))) }
    }
}

/// The CRC-32 of zip and gzip (ISO 3309).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
    }

    static func of(_ bytes: [UInt8]) -> Int {
        Int(~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] })
    }
}
