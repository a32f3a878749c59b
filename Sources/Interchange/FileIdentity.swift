import Foundation

/// Which file a path stands for, whatever the path: the device and the number of the file on it.
///
/// Lets a command refuse to write over one of its inputs, through links and `..` alike.
public struct FileIdentity: Sendable, Hashable {
    /// The number of the device.
    public let device: UInt64
    /// The number of the file on its device.
    public let inode: UInt64
    /// Whether it holds bytes: no folder, device, pipe or socket.
    public let isRegular: Bool
    /// Whether it is a device such as a terminal or `/dev/null`, in which outputs do not overwrite each other.
    let isCharacterDevice: Bool

    /// The identity of the file that a path leads to, or nil when there is none. `-` and `/dev/stdout` are not files.
    public init?(path: String) {
        var status = stat()
        guard path != "-", stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The identity of an open file.
    public init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isCharacterDevice = status.st_mode & S_IFMT == S_IFCHR
    }

    /// True when both paths lead to one existing file.
    public static func isSameFile(_ first: String, _ second: String) -> Bool {
        guard let first = FileIdentity(path: first), let second = FileIdentity(path: second) else { return false }
        return first == second
    }
}
