import Foundation
import Interchange

/// A file mapped into memory for reading, unmapped when the last reference goes.
final class MappedFile: @unchecked Sendable {
    /// The whole file.
    let bytes: Bytes

    /// Maps a file.
    ///
    /// - Throws: ``InterchangeError`` when it cannot be opened or is a stream; ``GazetteerError`` when it is too short.
    init(_ path: String) throws {
        var status = stat()
        if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
            throw InterchangeError(.missingInput, "expected a file, this is a stream", file: path)
        }
        // What is wrong with a path is said in the same words as for any other input.
        _ = try ByteSource(path: path, inflates: false)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
        let count = Int(status.st_size)
        guard count >= Format.headLength + Format.footLength else {
            throw GazetteerError.damaged(path: path, reason: "the file is too short")
        }
        guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw Self.failure(path)
        }
        bytes = Bytes(base: UnsafeRawPointer(base), count: count)
    }

    private static func failure(_ path: String) -> InterchangeError {
        InterchangeError(.readFailed, "cannot read: \(String(cString: strerror(errno)))", file: path)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.base), bytes.count) }
}
