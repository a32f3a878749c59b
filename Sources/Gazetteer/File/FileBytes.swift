import Foundation
import Interchange

/// The bytes of a file, in memory or mapped, freed when the last reference goes.
final class FileBytes: @unchecked Sendable {
    /// The whole file.
    let bytes: Bytes
    private let path: String
    /// The mapped file and what it was when it was mapped; nil for bytes in memory, which nobody else can change.
    private let mapped: (descriptor: Int32, stamp: FileStamp?)?

    /// Reads a file, or maps it.
    ///
    /// - Throws: `InterchangeError` when it cannot be opened, is a stream, or changes while it is read; ``GazetteerError`` when it is
    ///   too short.
    init(_ path: String, maps: (_ byteCount: Int) -> Bool) throws {
        self.path = path
        var status = stat()
        if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
            throw InterchangeError(.missingInput, "expected a file, this is a stream", file: path)
        }
        // What is wrong with a path is said in the same words as for any other input.
        _ = try ByteSource(path: path, inflates: false)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
        var isKept = false
        defer { if !isKept { close(descriptor) } }
        let stamp = FileStamp(descriptor: descriptor)
        let count = Int(status.st_size)
        guard count >= Format.headLength + Format.footLength else {
            throw GazetteerError.damaged(path: path, reason: "the file is too short")
        }
        let isMapped = maps(count)
        let base =
            isMapped
            ? mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
            : mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let base, base != MAP_FAILED else { throw Self.failure(path) }
        mapped = isMapped ? (descriptor, stamp) : nil
        bytes = Bytes(base: UnsafeRawPointer(base), count: count)
        if isMapped {
            isKept = true
            return
        }
        let source = try ByteSource(descriptor: descriptor, name: path, owns: false, inflates: false)
        var rest = UnsafeMutableRawBufferPointer(start: base, count: count)
        while !rest.isEmpty {
            let read = try source.read(into: rest)
            guard read > 0 else { throw FileStamp.changed(path) }
            rest = UnsafeMutableRawBufferPointer(rebasing: rest[read...])
        }
        guard FileStamp(descriptor: descriptor) == stamp else { throw FileStamp.changed(path) }
    }

    /// Makes sure that nobody has written to the file since it was mapped.
    ///
    /// - Throws: `InterchangeError`.
    func requireUnchanged() throws(InterchangeError) {
        guard let mapped, FileStamp(descriptor: mapped.descriptor) != mapped.stamp else { return }
        throw FileStamp.changed(path)
    }

    private static func failure(_ path: String) -> InterchangeError {
        InterchangeError(.readFailed, "cannot read: \(String(cString: strerror(errno)))", file: path)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.base), bytes.count)
        if let mapped { close(mapped.descriptor) }
    }
}
