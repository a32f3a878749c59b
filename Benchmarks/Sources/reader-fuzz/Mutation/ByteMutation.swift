import Seeded

/// Damage that knows nothing of the format: of a transfer that broke off, of a disk, of an editor.
enum ByteMutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        for _ in 0..<random.few(upTo: 40) { edit(&bytes, &random) }
    }

    private static func edit(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else { return bytes.append(UInt8(random.below(256))) }
        let at = random.below(bytes.count)
        let length = min(1 + random.below(random.oneIn(4) ? 200 : 8), bytes.count - at)
        switch random.below(10) {
        case 0, 1: bytes[at] ^= 1 << UInt8(random.below(8))
        case 2: bytes[at] = UInt8(random.below(256))
        case 3: bytes.insert(contentsOf: (0..<length).map { _ in UInt8(random.below(256)) }, at: at)
        case 4: bytes.removeSubrange(at..<at + length)
        case 5: bytes.insert(contentsOf: Array(bytes[at..<at + length]), at: random.below(bytes.count))
        case 6: bytes.swapAt(at, random.below(bytes.count))
        case 7 where random.oneIn(3): bytes.removeSubrange(at...)
        case 8: bytes.insert(contentsOf: Bait.text(&random).utf8, at: at)
        default: overwrite(&bytes, at, &random)
        }
    }

    /// Replaces a number of 1, 2, 4 or 8 bytes in either byte order.
    private static func overwrite(_ bytes: inout [UInt8], _ at: Int, _ random: inout SplitMix) {
        let count = random.pick([1, 2, 4, 8])
        guard at + count <= bytes.count else { return }
        let order = random.oneIn(3) ? Array((0..<count).reversed()) : Array(0..<count)
        let old = order.enumerated().reduce(UInt64(0)) { $0 | UInt64(bytes[at + $1.element]) << UInt64(8 * $1.offset) }
        let new = Bait.integer(bits: 8 * count, near: old, &random)
        for (rank, place) in order.enumerated() {
            bytes[at + place] = UInt8(truncatingIfNeeded: new >> UInt64(8 * rank))
        }
    }
}
