import Interchange
import Seeded

/// Changes what a gzip file holds, or its parts.
enum GzipMutation {
    /// False when the bytes are no gzip that can be inflated.
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        guard var content = try? ByteSource(bytes: bytes).readAll(), !content.isEmpty else { return false }
        let isDatabase = content.starts(with: Array("SQLite".utf8))
        Mutation.apply(
            &content, suffix: content[0] == 0x7B ? "geojson" : isDatabase ? "gpkg" : "csv", byBytes: 30, &random)
        if content.starts(with: [0x1F, 0x8B]) { return true }
        let cut = random.oneIn(4) ? random.below(content.count) : content.count
        bytes = stored(Array(content[..<cut]))
        if cut < content.count { bytes += stored(Array(content[cut...])) }
        if random.oneIn(10) { bytes += [UInt8](repeating: 0, count: random.below(600)) }
        return true
    }

    /// A gzip member of stored blocks (RFC 1951, 3.2.4; RFC 1952).
    static func stored(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var start = 0
        repeat {
            let end = min(start + 0xFFFF, content.count)
            bytes.append(end == content.count ? 1 : 0)
            bytes.append(end - start, bytes: 2)
            bytes.append(~(end - start), bytes: 2)
            bytes += content[start..<end]
            start = end
        } while start < content.count
        bytes.append(CRC32.of(content), bytes: 4)
        bytes.append(content.count, bytes: 4)
        return bytes
    }
}
