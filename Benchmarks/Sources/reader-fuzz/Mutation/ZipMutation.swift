import Interchange
import Seeded

/// Changes the members of a zip archive by their own structure, or its directory, with the CRC-32 of each mended.
enum ZipMutation {
    /// A member as it is to be written.
    private struct Member {
        var path: [UInt8]
        var content: [UInt8]
        /// Overrides numbers of the directory: place in the entry, width in bytes, value.
        var forged: (at: Int, width: Int, value: UInt64)?
    }

    /// False when the bytes are no archive that can be read.
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        guard let archive = try? ZipArchive(bytes: bytes, name: "seed"), !archive.members.isEmpty else { return false }
        var members = archive.members.compactMap { member in
            (try? archive.read(member)).map { Member(path: Array(member.path.utf8), content: $0) }
        }
        guard !members.isEmpty else { return false }
        for _ in 0..<1 + random.below(2) { edit(&members, &random) }
        bytes = written(members, comment: random.oneIn(20) ? Array(Bait.text(&random).utf8) : [])
        return true
    }

    private static func edit(_ members: inout [Member], _ random: inout SplitMix) {
        let at = random.below(members.count)
        switch random.below(60) {
        case 0 where members.count > 1: members.remove(at: at)
        case 1: members.append(members[at])
        case 2: members.swapAt(at, random.below(members.count))
        case 3:
            let forms = [Array("_".utf8), Array("dossier/".utf8), Array("../".utf8), [0xE9], Array("__MACOSX/".utf8)]
            members[at].path = random.pick(forms) + members[at].path
        case 4: ByteMutation.apply(&members[at].path, &random)
        case 5: members[at].content = []
        case 6:
            let (place, width) = random.pick([(8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (42, 4)])
            members[at].forged = (
                place, width, Bait.integer(bits: 8 * width, near: UInt64(members[at].content.count), &random)
            )
        default:
            let name = String(decoding: members[at].path, as: UTF8.self).lowercased()
            let suffix = String(name.split(separator: ".").last ?? "")
            Mutation.apply(&members[at].content, suffix: suffix, byBytes: 30, &random)
        }
    }

    /// An archive with stored members. Source: PKWARE, "APPNOTE.TXT", 4.3.
    private static func written(_ members: [Member], comment: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [], directory: [UInt8] = []
        for member in members {
            var fields: [UInt8] = []
            // Version, flags (names are UTF-8), method, time and date, CRC-32, both lengths, length of the name, of the rest.
            for (value, width) in [(20, 2), (0x800, 2), (0, 2), (0, 2), (0x21, 2), (CRC32.of(member.content), 4)] {
                fields.append(value, bytes: width)
            }
            for _ in 0..<2 { fields.append(member.content.count, bytes: 4) }
            fields.append(member.path.count, bytes: 2)
            fields.append(0, bytes: 2)
            var entry: [UInt8] = [0x50, 0x4B, 1, 2, 20, 0] + fields + [UInt8](repeating: 0, count: 10)
            entry.append(bytes.count, bytes: 4)
            if let forged = member.forged { entry.set(forged.at, bytes: forged.width, forged.value) }
            directory += entry + member.path
            bytes += [0x50, 0x4B, 3, 4] + fields + member.path + member.content
        }
        let start = bytes.count
        bytes += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        for _ in 0..<2 { bytes.append(members.count, bytes: 2) }
        bytes.append(directory.count, bytes: 4)
        bytes.append(start, bytes: 4)
        bytes.append(comment.count, bytes: 2)
        return bytes + comment
    }
}
