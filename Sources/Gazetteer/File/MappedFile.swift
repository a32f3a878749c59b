import Foundation

/// A file mapped into memory for reading, unmapped when the last reference goes.
final class MappedFile: @unchecked Sendable {
    let bytes: Bytes

    init(_ path: String) throws(GazetteerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .file(path: path, reason: "not a regular file") }
        let count = Int(status.st_size)
        guard count >= Format.headLength + Format.footLength else {
            throw .damaged(path: path, reason: "the file is too short")
        }
        guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw .file(path: path, reason: String(cString: strerror(errno)))
        }
        bytes = Bytes(base: UnsafeRawPointer(base), count: count)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.base), bytes.count) }
}
