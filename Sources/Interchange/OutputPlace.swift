import Foundation

/// The folder and the name that an output file is going to have.
struct OutputPlace {
    /// The path with its links followed.
    let path: String

    init(resolved path: String) { self.path = path }

    /// Follows symbolic links, also to a file that does not exist yet.
    init(following path: String) {
        var path = path
        for _ in 0..<40 {
            var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            let length = readlink(path, &target, Int(PATH_MAX))
            if length <= 0 { break }
            let link = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = link.hasPrefix("/") ? link : OutputPlace(resolved: path).folder + "/" + link
        }
        self.path = path
    }

    /// The folder, `.` for a bare name.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The name in the folder.
    var name: Substring { path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...] }

    /// Waits until a file, or the names in a folder, are on the disk; what its system cannot bring there is left.
    ///
    /// - Throws: ``InterchangeError`` when that fails.
    static func bringToDisk(_ path: String) throws(InterchangeError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP else { return }
        throw InterchangeError(
            errno == ENOSPC || errno == EDQUOT ? .diskFull : .writeFailed,
            "cannot write: \(systemMessage(errno))", file: path)
    }

    /// A name beside the target that no other process and no other output of this one takes.
    func hiddenName(_ suffix: String) -> String {
        "\(folder)/\(hiddenStem)\(getpid())-\(UInt32.random(in: 0 ... .max)).\(suffix)"
    }

    /// What the hidden names beside the target begin with: the number of a process follows.
    var hiddenStem: String { ".\(name.bytes(atMost: 200))." }

    /// Opens a file without a name in the folder; -1 where that cannot be done or the file could not be named later.
    func openAnonymous() -> Int32 {
        #if os(Linux)
            // The macro O_TMPFILE is not visible from Swift; its own bit is the same on all 64-bit machines.
            let anonymous: Int32 = 0o20_000_000 | O_DIRECTORY
            let descriptor = open(folder, O_WRONLY | O_CLOEXEC | anonymous, 0o600)
            if descriptor >= 0, access("/proc/self/fd/\(descriptor)", F_OK) != 0 {
                close(descriptor)
                return -1
            }
            return descriptor
        #else
            return -1
        #endif
    }

    /// Gives an open file without a name a name that is not taken; false, with errno set, if it cannot.
    func link(_ descriptor: Int32, to name: String) -> Bool {
        #if os(Linux)
            linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
        #else
            false
        #endif
    }
}

extension StringProtocol {
    /// The longest beginning of so many bytes in UTF-8: a name of a file has at most 255.
    package func bytes(atMost limit: Int) -> String {
        if utf8.count <= limit { return String(self) }
        var count = 0
        return String(
            prefix { character in
                count += character.utf8.count
                return count <= limit
            })
    }
}
