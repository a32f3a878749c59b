import Foundation

/// A file being written that takes its name only when it is complete.
///
/// The bytes go to a file without a name in the target's folder (`O_TMPFILE`), so that a killed run leaves nothing at all;
/// where the file system has none, to a hidden name beside the target, removed unless ``commit()`` is reached. Committing
/// puts it in the place of the old file in one step. A symbolic link is followed: the file that it points to is
/// replaced. `-`, `/dev/stdout`, devices, FIFOs and sockets are written straight. For one thread at a time. Hand over blocks of
/// some size: nothing is gathered here.
///
/// Until the commit nobody but the owner can read the bytes. Then a new file has the permissions of any new file and a replaced
/// one keeps its own, less what ``limitReaders(to:)`` takes away.
///
/// A write to a pipe that nobody reads raises SIGPIPE, which ends the process: call ``reportBrokenPipes()`` first to get
/// an error of kind brokenPipe instead.
public final class OutputFile {
    /// The target as the user gave it.
    public let path: String
    /// Whether the bytes go straight to a pipe, a device or standard output, without any other name.
    public var isStraight: Bool { target == nil }
    /// How many bytes have been written.
    public private(set) var byteCount = 0

    /// The file to replace, links followed; nil for a straight write.
    private let target: String?
    private var descriptor: Int32
    private let ownsDescriptor: Bool
    /// The hidden name while there is one.
    private var temporary: String?
    private var early = EarlyWriting()
    private let hasher = SHA256Hasher()
    /// The permissions that the file gets with its name.
    private var mode: mode_t = 0

    /// Opens an output; the target is not touched yet.
    ///
    /// - Throws: ``InterchangeError`` of kind cannotCreate.
    public convenience init(path: String) throws(InterchangeError) { try self.init(path: path, isAnonymous: true) }

    /// - Parameter isAnonymous: whether a file without a name is tried first.
    init(path: String, isAnonymous: Bool) throws(InterchangeError) {
        self.path = path
        if let standard = Self.standardDescriptors[path] {
            target = nil
            descriptor = standard
            ownsDescriptor = false
            return
        }
        var status = stat()
        let exists = stat(path, &status) == 0
        let type = status.st_mode & S_IFMT
        if exists && type == S_IFDIR { throw Self.cannotCreate(path, "this is a folder") }
        ownsDescriptor = true
        if exists && type != S_IFREG {
            target = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            if descriptor < 0 { throw Self.cannotCreate(path, systemMessage(errno)) }
            return
        }
        if exists && access(path, W_OK) != 0 { throw Self.cannotCreate(path, systemMessage(errno)) }
        let place = OutputPlace(following: path)
        if place.name.isEmpty { throw Self.cannotCreate(path, "expected the name of a file") }
        // Told now: the file gets its name only when it is complete.
        if place.name.utf8.count > Int(NAME_MAX) {
            throw Self.cannotCreate(path, "its name has more than \(NAME_MAX) bytes")
        }
        target = place.path
        descriptor = isAnonymous ? place.openAnonymous() : -1
        if descriptor < 0 {
            Leftovers.remove(beside: place)
            let hidden = place.hiddenName("tmp")
            descriptor = open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor < 0 { throw Self.cannotCreate(path, Self.reason(errno)) }
            temporary = hidden
        }
        Leftovers.markAsUsed(descriptor)
        mode = exists ? status.st_mode & 0o7777 : 0o666 & ~Self.creationMask
    }

    /// The permissions that new files do not get.
    static var creationMask: mode_t {
        let mask = umask(0o077)
        umask(mask)
        return mask
    }

    /// Takes from the file the readers that some input does not have, when the file gets its name.
    ///
    /// Nothing for a straight write, whose permissions are somebody else's.
    public func limitReaders(to inputs: [FileReaders]) {
        guard !isStraight else { return }
        var status = stat()
        let group = fstat(descriptor, &status) == 0 ? status.st_gid : nil
        for input in inputs { mode = input.limit(mode, ofGroup: group) }
    }

    /// The SHA-256 of the bytes written so far.
    public var digest: SHA256Digest { hasher.current }

    deinit { discard() }

    /// Writes bytes.
    ///
    /// - Throws: ``InterchangeError`` of kind brokenPipe, diskFull or writeFailed.
    public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(InterchangeError) {
        var written = 0
        while written < bytes.count {
            let count = Foundation.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno != EINTR {
                throw failure(errno)
            }
        }
        byteCount += written
        hasher.update(bytes)
        if !isStraight { early.file(descriptor, hasGrownTo: byteCount) }
    }

    /// Writes bytes; see ``write(_:)-(UnsafeBufferPointer<UInt8>)``.
    public func write(_ bytes: [UInt8]) throws(InterchangeError) {
        try bytes.withUnsafeBufferPointer { bytes throws(InterchangeError) in try write(bytes) }
    }

    /// Writes what a buffer holds; see ``write(_:)-(UnsafeBufferPointer<UInt8>)``.
    public func write(_ buffer: OutputBuffer) throws(InterchangeError) {
        try buffer.withUnsafeBytes { bytes throws(InterchangeError) in try write(bytes) }
    }

    /// Writes a text as UTF-8; see ``write(_:)-(UnsafeBufferPointer<UInt8>)``.
    public func write(_ text: String) throws(InterchangeError) { try write(Array(text.utf8)) }

    /// Whether two outputs would be one file, be it there or not: through links and `..`, and standard output that is a file.
    ///
    /// Two writes to `/dev/null` or a terminal do no harm, unless both are one standard stream.
    public func leadsToSameFile(as other: OutputFile) -> Bool {
        if isStraight, other.isStraight, descriptor == other.descriptor { return true }
        switch (identity, other.identity) {
        case (let first?, let second?): return first == second && !first.isCharacterDevice
        case (nil, nil):
            guard let target, let second = other.target else { return false }
            let places = (OutputPlace(resolved: target), OutputPlace(resolved: second))
            return places.0.name == places.1.name && FileIdentity.isSameFile(places.0.folder, places.1.folder)
        default: return false
        }
    }

    /// The file that is there; nil when there is none yet.
    private var identity: FileIdentity? {
        if let target { FileIdentity(path: target) } else { FileIdentity(descriptor: descriptor) }
    }

    /// Brings the bytes to the disk and gives them the target's name; the last call.
    ///
    /// - Throws: ``InterchangeError`` of kind diskFull, writeFailed or cannotCreate; the target is then as it was.
    public func commit() throws(InterchangeError) { try Self.commit([self]) }

    /// Completes files that belong together: all bytes are on the disk before the first has its name, and names are given one after
    /// another, with nothing in between. The names are on the disk when this returns.
    ///
    /// - Throws: ``InterchangeError`` as ``commit()``.
    public static func commit(_ files: [OutputFile]) throws(InterchangeError) {
        for file in files { try file.bringToDisk() }
        for file in files { try file.takeName() }
        for folder in Set(files.compactMap { $0.target.map { OutputPlace(resolved: $0).folder } }) {
            try OutputPlace.bringToDisk(folder)
        }
    }

    /// Gives the bytes the target's name, wherever they are.
    func takeName() throws(InterchangeError) {
        guard descriptor >= 0 else { return }
        guard let target else {
            if ownsDescriptor, close(descriptor) != 0 {
                descriptor = -1
                throw failure(errno)
            }
            descriptor = -1
            return
        }
        defer { discard() }
        fchmod(descriptor, mode)
        if temporary == nil {
            let place = OutputPlace(resolved: target)
            if place.link(descriptor, to: target) { return }
            Leftovers.remove(beside: place)
            let hidden = place.hiddenName("new")
            guard place.link(descriptor, to: hidden) else { throw failure(errno) }
            temporary = hidden
        }
        if let hidden = temporary {
            if rename(hidden, target) != 0 { throw failure(errno) }
            temporary = nil
        }
    }

    private func bringToDisk() throws(InterchangeError) {
        if !isStraight, descriptor >= 0, fsync(descriptor) != 0 { throw failure(errno) }
    }

    /// Gives up: what was written disappears and the target stays as it was. Nothing after a commit.
    public func discard() {
        early.wait()
        if descriptor >= 0, ownsDescriptor { close(descriptor) }
        descriptor = -1
        if let temporary { unlink(temporary) }
        temporary = nil
    }

    /// Makes writes to a pipe that nobody reads fail instead of ending the process; for the whole process.
    public static func reportBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    private static let standardDescriptors: [String: Int32] = [
        "-": 1, "/dev/stdout": 1, "/dev/fd/1": 1, "/dev/stderr": 2, "/dev/fd/2": 2,
    ]

    private static func cannotCreate(_ path: String, _ reason: String) -> InterchangeError {
        InterchangeError(.cannotCreate, "cannot create the file: \(reason)", file: path)
    }

    private static func reason(_ code: Int32) -> String {
        code == ENOENT || code == ENOTDIR ? "there is no such folder" : systemMessage(code)
    }

    private func failure(_ code: Int32) -> InterchangeError {
        let file = path == "-" ? "standard output" : path
        switch code {
        case EPIPE: return InterchangeError(.brokenPipe, "nobody reads the output any more", file: file)
        case ENOSPC, EDQUOT: return InterchangeError(.diskFull, "cannot write: \(systemMessage(code))", file: file)
        default: return InterchangeError(.writeFailed, "cannot write: \(systemMessage(code))", file: file)
        }
    }
}
