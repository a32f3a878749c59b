import Foundation

/// Writes a gazetteer: pages as they come, then the sections and the foot, then the rename.
final class FileWriter {
    private let path: String
    private let temporary: String
    private var descriptor: Int32
    /// Bytes written or waiting.
    private(set) var count = 0
    private var waiting: [UInt8] = []
    private var head: [UInt8] = []

    init(_ path: String) throws(GazetteerError) {
        self.path = path
        temporary = "\(path).\(getpid()).tmp"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw .file(path: path, reason: String(cString: strerror(errno))) }
        var writer = ByteWriter()
        writer.bytes = Format.magic
        writer.u32(Format.version)
        writer.u32(Int(Format.byteOrder))
        while writer.bytes.count < Format.headLength { writer.u8(0) }
        head = writer.bytes
        try append(head)
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(temporary)
        }
    }

    func append(_ bytes: [UInt8]) throws(GazetteerError) {
        waiting.append(contentsOf: bytes)
        count += bytes.count
        if waiting.count >= 1 << 20 { try flush() }
    }

    private func flush() throws(GazetteerError) {
        var done = 0
        while done < waiting.count {
            let written = waiting.withUnsafeBytes { write(descriptor, $0.baseAddress! + done, waiting.count - done) }
            if written < 0 {
                if errno == EINTR { continue }
                throw .file(path: path, reason: String(cString: strerror(errno)))
            }
            done += written
        }
        waiting.removeAll(keepingCapacity: true)
    }

    func finish(
        _ sections: [(Format.Section, [UInt8])], communes: Int, streets: Int, addresses: Int
    ) throws(GazetteerError) {
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
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
            throw .file(path: path, reason: String(cString: strerror(errno)))
        }
        descriptor = -1
    }
}
