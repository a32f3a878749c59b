import Foundation

/// Which file it is, how large, and when it last changed: equal stamps say that nobody has written to the file in between.
package struct FileStamp: Sendable, Equatable {
    private let identity: FileIdentity
    private let byteCount: Int
    private let seconds: Int
    private let nanoseconds: Int

    /// The stamp of the file that a path leads to; nil for what is no regular file.
    package init?(path: String) {
        var status = stat()
        guard path != "-", stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The stamp of an open file; nil for what is no regular file.
    package init?(descriptor: Int32) {
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init?(_ status: stat) {
        identity = FileIdentity(status)
        guard identity.isRegular else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        (byteCount, seconds, nanoseconds) = (Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec))
    }

    /// The error of a file whose stamp is another at the end of a run than at its beginning.
    package static func changed(_ path: String) -> InterchangeError {
        InterchangeError(
            .readFailed, "the file changed while it was read", file: path, notes: ["run again when nobody writes to it"]
        )
    }
}
