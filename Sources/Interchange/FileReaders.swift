import Foundation

/// Who may read a file, by its permissions: its group, and everybody else.
///
/// The owner is left out: whoever runs the program may read what it read. Access control lists are not looked at.
public struct FileReaders: Sendable, Equatable {
    private let group: gid_t
    private let hasGroup: Bool
    private let hasOthers: Bool

    /// The readers of the file that a path leads to, `-` being standard input; nil for what is no file.
    public init?(path: String) {
        var status = stat()
        guard path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        group = status.st_gid
        hasGroup = status.st_mode & S_IRGRP != 0
        hasOthers = status.st_mode & S_IROTH != 0
    }

    /// Permissions without those of readers that this file does not have.
    ///
    /// - Parameter owners: the group of the file that gets the permissions; nil when it is not known.
    func limit(_ mode: mode_t, ofGroup owners: gid_t?) -> mode_t {
        var mode = mode
        if !hasOthers { mode &= ~S_IRWXO }
        // Another group has the rights of everybody else.
        if !(owners == group ? hasGroup : hasOthers) { mode &= ~S_IRWXG }
        return mode
    }
}
