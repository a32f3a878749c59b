import Seeded

/// Changes numbers in the pages and sections of a gazetteer, and mends every checksum, so that it opens.
///
/// The layout is that of `Format` in the library, written down again: a mistake there is not to hide here.
enum GazetteerMutation {
    private static let headLength = 64, sectionCount = 8
    private static let footLength = 64 + sectionCount * 32 + 32

    /// False for a file too short to have a foot.
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        let foot = bytes.count - footLength
        guard foot > headLength else { return false }
        for _ in 0..<random.few(upTo: 12) {
            // Most of the time a page: what stands in the sections is checked when a file is opened.
            let section = random.oneIn(4) ? 1 + random.below(sectionCount - 1) : 0
            if random.oneIn(40) {
                overwrite(&bytes, foot + 8 * random.below(8), width: 8, &random)
            } else {
                edit(&bytes, part(bytes, foot, section), &random)
            }
        }
        mend(&bytes, foot)
        return true
    }

    private static func part(_ bytes: [UInt8], _ foot: Int, _ section: Int) -> Range<Int> {
        let at = foot + 64 + section * 32
        let start = Int(bytes.number(at, bytes: 4)), length = Int(bytes.number(at + 8, bytes: 4))
        return start <= foot && length <= foot - start ? start..<start + length : headLength..<foot
    }

    private static func edit(_ bytes: inout [UInt8], _ part: Range<Int>, _ random: inout SplitMix) {
        guard part.count >= 8 else { return }
        // The first bytes of a page count its parts.
        let isNearStart = random.oneIn(3)
        let at = part.lowerBound + random.below(isNearStart ? min(part.count, 48) : part.count)
        switch random.below(4) {
        case 0: bytes[at] = UInt8(random.below(256))
        case 1: overwrite(&bytes, at & ~1, width: 2, &random)
        case 2:
            // A number from elsewhere in the part is likely to be an index in its range.
            let other = part.lowerBound + random.below(part.count)
            bytes.set(at & ~3, bytes: 4, bytes.number(other & ~3, bytes: 4))
        default: overwrite(&bytes, at & ~3, width: 4, &random)
        }
    }

    private static func overwrite(_ bytes: inout [UInt8], _ at: Int, width: Int, _ random: inout SplitMix) {
        bytes.set(at, bytes: width, Bait.integer(bits: 8 * width, near: bytes.number(at, bytes: width), &random))
    }

    /// Writes the checksums of pages into the table of communes, those of sections into the foot, and that of head and foot.
    private static func mend(_ bytes: inout [UInt8], _ foot: Int) {
        let communes = part(bytes, foot, 1)
        for at in stride(from: communes.lowerBound, to: communes.upperBound - 95, by: 96) {
            let start = Int(bytes.number(at + 8, bytes: 4)), length = Int(bytes.number(at + 24, bytes: 4))
            guard start <= foot, length <= foot - start else { continue }
            bytes.set(at + 16, bytes: 8, PageChecksum.of(bytes[start..<start + length]))
        }
        for section in 1..<sectionCount {
            bytes.set(foot + 64 + section * 32 + 16, bytes: 8, PageChecksum.of(bytes[part(bytes, foot, section)]))
        }
        let end = bytes.count - 24
        bytes.set(end, bytes: 8, PageChecksum.of((bytes[..<headLength] + bytes[foot..<end])[...]))
    }
}
