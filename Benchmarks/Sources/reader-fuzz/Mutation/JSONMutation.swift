import Interchange
import Seeded

/// Changes values of a JSON file, so that it stays one.
enum JSONMutation {
    /// False when the bytes hold no JSON.
    static func apply(_ bytes: inout [UInt8], isGeoJSON: Bool, _ random: inout SplitMix) -> Bool {
        guard var value = try? JSONValue.parse(bytes) else { return false }
        var edits = JSONEdits(all: value, random)
        for _ in 0..<edits.random.few(upTo: 12) { edits.edit(&value) }
        random = edits.random
        bytes = Array(value.json().utf8)
        if isGeoJSON, random.oneIn(10) { dress(&bytes, &random) }
        return true
    }

    /// Puts the text into one of the forms in which GeoJSON is met.
    private static func dress(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        switch random.below(6) {
        case 0: bytes = [0xEF, 0xBB, 0xBF] + bytes
        case 1: bytes = Array("var qpv = ".utf8) + bytes + Array(";\n".utf8)
        case 2: bytes = Array("callback(".utf8) + bytes + Array(")".utf8)
        case 3: bytes = UTF16Form.bytes(bytes, isLittle: true)
        case 4: bytes = UTF16Form.bytes(bytes, isLittle: false)
        default: bytes = GzipMutation.stored(bytes)
        }
    }
}

/// Changes one of the lines of a file that holds a JSON value in each.
enum LineMutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        var lines = bytes.split(separator: 0x0A).map(Array.init)
        guard !lines.isEmpty else { return false }
        switch random.below(6) {
        case 0: lines.remove(at: random.below(lines.count))
        case 1: lines.append(random.pick(lines))
        default:
            let at = random.below(lines.count)
            guard JSONMutation.apply(&lines[at], isGeoJSON: false, &random) else { return false }
        }
        let end: [UInt8] = random.pick([[0x0A], [0x0D, 0x0A], [0x0A, 0x1E], [0x0A, 0x0A]])
        bytes = Array(lines.joined(separator: end)) + (random.oneIn(2) ? [0x0A] : [])
        return true
    }
}
