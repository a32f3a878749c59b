/// The checksum of a gazetteer's parts: four lanes in the way of xxHash64.
enum PageChecksum {
    private static let p1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let p2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let p3: UInt64 = 0x1656_67B1_9E37_79F9

    private static func rotate(_ value: UInt64, _ by: UInt64) -> UInt64 { value << by | value >> (64 - by) }

    private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 { rotate(lane &+ input &* p2, 31) &* p1 }

    static func of(_ part: ArraySlice<UInt8>) -> UInt64 {
        let bytes = Array(part)
        var lanes = [p1 &+ p2, p2, 0, 0 &- p1]
        var place = 0
        while place + 32 <= bytes.count {
            for lane in 0..<4 { lanes[lane] = round(lanes[lane], bytes.number(place + 8 * lane, bytes: 8)) }
            place += 32
        }
        var hash = rotate(lanes[0], 1) &+ rotate(lanes[1], 7) &+ rotate(lanes[2], 12) &+ rotate(lanes[3], 18)
        for lane in lanes { hash = (hash ^ round(0, lane)) &* p1 &+ p3 }
        hash &+= UInt64(bytes.count)
        for byte in bytes[place...] { hash = rotate(hash ^ UInt64(byte) &* p3, 11) &* p1 }
        hash = (hash ^ (hash >> 33)) &* p2
        hash = (hash ^ (hash >> 29)) &* p3
        return hash ^ (hash >> 32)
    }
}
