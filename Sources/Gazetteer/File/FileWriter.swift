import Interchange

/// Writes a gazetteer: pages as they come, then the sections and the foot; the file takes its name when it is complete.
final class FileWriter {
    private let file: OutputFile
    /// Bytes written or waiting.
    private(set) var count = 0
    private var waiting: [UInt8] = []
    private var head: [UInt8] = []

    init(_ path: String) throws(InterchangeError) {
        file = try OutputFile(path: path)
        var writer = ByteWriter()
        writer.bytes = Format.magic
        writer.u32(Format.version)
        writer.u32(Int(Format.byteOrder))
        writer.u64(NormalisationStamp.current)
        while writer.bytes.count < Format.headLength { writer.u8(0) }
        head = writer.bytes
        try append(head)
    }

    func append(_ bytes: [UInt8]) throws(InterchangeError) {
        waiting.append(contentsOf: bytes)
        count += bytes.count
        if waiting.count >= 1 << 20 { try flush() }
    }

    private func flush() throws(InterchangeError) {
        try file.write(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    func finish(
        _ sections: [(Format.Section, [UInt8])], communes: Int, streets: Int, addresses: Int
    ) throws(InterchangeError) {
        var foot = ByteWriter()
        for value in [communes, streets, addresses, 0, 0, 0, 0, 0] { foot.u64(UInt64(value)) }
        func entry(_ offset: Int, _ length: Int, _ checksum: UInt64) {
            foot.u64(UInt64(offset))
            foot.u64(UInt64(length))
            foot.u64(checksum)
            foot.u64(0)
        }
        entry(Format.headLength, count - Format.headLength, 0)
        for (_, bytes) in sections {
            entry(count, bytes.count, Checksum.of(bytes))
            try append(bytes)
            try append([UInt8](repeating: 0, count: (8 - count % 8) % 8))
        }
        foot.u64(UInt64(count + Format.footLength))
        foot.u64(Checksum.of(head + foot.bytes))
        foot.bytes += Format.magic
        foot.u64(UInt64(Format.version))
        precondition(foot.bytes.count == Format.footLength)
        try append(foot.bytes)
        try flush()
        try file.commit()
    }
}
