/// A fast 64-bit checksum: four lanes of multiply and rotate, in the way of xxHash64 (Y. Collet), several GB/s.
///
/// It guards against cut files and changed bytes, not against a forger.
enum Checksum {
    private static let p1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let p2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let p3: UInt64 = 0x1656_67B1_9E37_79F9

    @inline(__always) private static func rotate(_ value: UInt64, _ by: UInt64) -> UInt64 {
        value << by | value >> (64 - by)
    }

    @inline(__always) private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
        rotate(lane &+ input &* p2, 31) &* p1
    }

    /// The checksum of `count` bytes.
    static func of(_ base: UnsafeRawPointer, count: Int) -> UInt64 {
        var a = p1 &+ p2
        var b = p2
        var c: UInt64 = 0
        var d = 0 &- p1
        var offset = 0
        while offset + 32 <= count {
            a = round(a, base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            b = round(b, base.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            c = round(c, base.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
            d = round(d, base.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
            offset += 32
        }
        var hash = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
        for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* p1 &+ p3 }
        hash = hash &+ UInt64(count)
        while offset < count {
            hash = rotate(hash ^ UInt64(base.load(fromByteOffset: offset, as: UInt8.self)) &* p3, 11) &* p1
            offset += 1
        }
        hash = (hash ^ (hash >> 33)) &* p2
        hash = (hash ^ (hash >> 29)) &* p3
        return hash ^ (hash >> 32)
    }

    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes {
            $0.isEmpty ? of(UnsafeRawPointer(bitPattern: 16)!, count: 0) : of($0.baseAddress!, count: $0.count)
        }
    }

    static func of(_ bytes: Bytes) -> UInt64 { of(bytes.base, count: bytes.count) }
}
