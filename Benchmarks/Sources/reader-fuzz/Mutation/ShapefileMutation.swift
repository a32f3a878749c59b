import Seeded

/// Changes the records of a Shapefile's shapes, with its lengths mended. Source: ESRI, "Shapefile Technical Description".
enum ShapeMutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        guard bytes.count > 100 else { return false }
        var head = Array(bytes[..<100])
        var records: [[UInt8]] = []
        var place = 100
        while place + 8 <= bytes.count {
            let end = place + 8 + 2 * Int(big(bytes, place + 4))
            guard end <= bytes.count else { break }
            records.append(Array(bytes[place + 8..<end]))
            place = end
        }
        guard !records.isEmpty else { return false }
        for _ in 0..<random.few(upTo: 10) where !records.isEmpty {
            let at = random.below(records.count)
            switch random.below(8) {
            case 0: records.remove(at: at)
            case 1: records.append(records[at])
            case 2: records[at] = [0, 0, 0, 0]
            case 3: head.set(32 + 4 * random.below(17), bytes: 4, Bait.integer(bits: 32, near: 5, &random))
            case 4:
                let field = random.below(records[at].count) & ~3
                records[at].set(
                    field, bytes: 4, Bait.integer(bits: 32, near: records[at].number(field, bytes: 4), &random))
            default:
                let field = 4 + random.below(records[at].count) & ~7
                let value = Double(bitPattern: records[at].number(field, bytes: 8))
                let new = Double(Bait.number(near: "\(value)", &random)) ?? .nan
                records[at].set(field, bytes: 8, new.bitPattern)
            }
        }
        var body: [UInt8] = []
        for (number, record) in records.enumerated() {
            body += big(number + 1) + big(record.count / 2) + record
        }
        head.replaceSubrange(24..<28, with: big((100 + body.count) / 2))
        bytes = head + body
        return true
    }

    private static func big(_ bytes: [UInt8], _ at: Int) -> UInt32 { UInt32(bytes.number(at, bytes: 4)).byteSwapped }

    private static func big(_ value: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(value, bytes: 4)
        return bytes.reversed()
    }
}

/// Changes fields and records of a dBASE table, with its counts mended.
enum DBFMutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        let headLength = Int(bytes.number(8, bytes: 2)), length = Int(bytes.number(10, bytes: 2))
        guard bytes.count > 32, headLength >= 33, headLength < bytes.count, length > 0 else { return false }
        var head = Array(bytes[..<headLength])
        var records = stride(from: headLength, to: bytes.count - length + 1, by: length).map {
            Array(bytes[$0..<$0 + length])
        }
        for _ in 0..<random.few(upTo: 10) where !records.isEmpty {
            let at = random.below(records.count)
            switch random.below(8) {
            case 0: records.remove(at: at)
            case 1: records.append(records[at])
            case 2: head[29] = random.pick([0, 3, 0x57, 0x4D, 0x01, 0x58, 0xC8, 0xFF])
            case 3: head[32 + random.below(headLength - 32)] = UInt8(random.below(256))
            default:
                let text = Array(Bait.text(&random).utf8.prefix(length - 1)), place = 1 + random.below(length)
                for (k, byte) in text.enumerated() where place + k < length { records[at][place + k] = byte }
            }
        }
        head.set(4, bytes: 4, UInt64(records.count))
        bytes = head + Array(records.joined()) + [0x1A]
        return true
    }
}
