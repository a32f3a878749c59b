import Foundation

/// A stream of bytes: a file, standard input or bytes in memory, inflated when it is gzip.
///
/// Reads forward once, in constant memory; for one thread at a time. Gzip is recognised by its magic number, not by the
/// file's name. A file that somebody writes to while it is read gives an error at its end.
public final class ByteSource {
    /// The name to say in messages: the path as given, `standard input`, or what the caller chose.
    public let name: String
    /// Whether the bytes are gzip that is being inflated.
    public var isCompressed: Bool { inflater != nil }

    private let descriptor: Int32
    private let ownsDescriptor: Bool
    /// Bytes read ahead or given: what stands before those of the descriptor.
    private var pending: [UInt8]
    private var pendingStart = 0
    private var inflater: GzipInflater?
    /// What the file was when it was opened; nil for a stream.
    private let stamp: FileStamp?

    /// Opens a file, or standard input for `-`.
    ///
    /// - Parameter inflates: whether gzip is inflated; false gives the bytes as they are.
    /// - Throws: ``InterchangeError`` of kind missingInput, isDirectory, permissionDenied or readFailed.
    public convenience init(path: String, inflates: Bool = true) throws(InterchangeError) {
        if path == "-" {
            try self.init(descriptor: 0, name: "standard input", owns: false, inflates: inflates)
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.openFailure(errno, path) }
        try self.init(descriptor: descriptor, name: path, owns: true, inflates: inflates)
    }

    /// Reads bytes in memory under a name of the caller's choice.
    public convenience init(bytes: [UInt8], name: String = "memory", inflates: Bool = true) throws(InterchangeError) {
        try self.init(descriptor: -1, name: name, owns: false, pending: bytes, inflates: inflates)
    }

    /// Reads an open descriptor, such as the end of a pipe, and closes it at the end if `owns` says so.
    public init(
        descriptor: Int32, name: String, owns: Bool, pending: [UInt8] = [], inflates: Bool = true
    ) throws(InterchangeError) {
        self.descriptor = descriptor
        self.name = name
        self.ownsDescriptor = owns
        self.pending = pending
        stamp = FileStamp(descriptor: descriptor)
        var status = stat()
        if descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw InterchangeError(.isDirectory, "expected a file, this is a folder", file: name)
        }
        guard inflates else { return }
        try readAhead(2)
        if self.pending.starts(with: [0x1F, 0x8B]) { inflater = GzipInflater(name: name) }
    }

    deinit { if ownsDescriptor { close(descriptor) } }

    /// Reads into a buffer that is not empty; gives how many bytes were read, 0 only at the end of the stream.
    ///
    /// - Throws: ``InterchangeError`` of kind readFailed, or badData for truncated or corrupt gzip.
    public func read(into room: UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int {
        guard let inflater else { return try readStored(into: room) }
        return try inflater.inflate(into: room) { input throws(InterchangeError) in try readStored(into: input) }
    }

    /// Reads into an array that is not empty; see ``read(into:)-(UnsafeMutableRawBufferPointer)``.
    public func read(into room: inout [UInt8]) throws(InterchangeError) -> Int {
        try room.withUnsafeMutableBufferPointer { room throws(InterchangeError) in
            try read(into: UnsafeMutableRawBufferPointer(room))
        }
    }

    /// How many bytes the stored file has; nil when that is not known before the end, as of a pipe.
    public var storedByteCount: Int? {
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// All bytes that are left. Linear memory: for files of limited size.
    ///
    /// - Parameter limit: how many bytes there may be at most; by default ``ReadingLimits``' `file`, or `unpacked` for gzip that is
    ///   inflated.
    /// - Throws: ``InterchangeError``, of kind badData when there are more.
    public func readAll(atMost limit: Int? = nil) throws(InterchangeError) -> [UInt8] {
        let bound = isCompressed ? ReadingLimits.Bound.unpacked : .file
        let limit = limit ?? ReadingLimits.current[bound]
        var all: [UInt8] = []
        // Room for a file as it is; one that is inflated grows from there.
        if let count = storedByteCount { all.reserveCapacity(min(count, limit)) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try read(into: &buffer)
            if count == 0 { return all }
            if all.count + count > limit {
                throw ReadingLimits.exceeded(bound, "the file is too large to be held in memory", file: name)
            }
            all.append(contentsOf: buffer[..<count])
        }
    }

    /// The first bytes that are left, as they are stored, without taking them; fewer at the end.
    func head(_ count: Int) throws(InterchangeError) -> [UInt8] {
        try readAhead(count)
        return Array(pending[pendingStart...].prefix(count))
    }

    /// Reads bytes as they are stored.
    private func readStored(into room: UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int {
        if pendingStart < pending.count {
            let count = min(room.count, pending.count - pendingStart)
            pending.withUnsafeBytes { room.copyMemory(from: .init(rebasing: $0[pendingStart..<pendingStart + count])) }
            pendingStart += count
            if pendingStart == pending.count {
                pending = []
                pendingStart = 0
            }
            return count
        }
        guard descriptor >= 0 else { return 0 }
        while true {
            let count = Foundation.read(descriptor, room.baseAddress, room.count)
            if count == 0, room.count > 0, FileStamp(descriptor: descriptor) != stamp { throw FileStamp.changed(name) }
            if count >= 0 { return count }
            if errno == EINTR { continue }
            if errno == EISDIR {
                throw InterchangeError(.isDirectory, "expected a file, this is a folder", file: name)
            }
            throw InterchangeError(.readFailed, "cannot read: \(systemMessage(errno))", file: name)
        }
    }

    /// Makes sure that `count` bytes are pending, unless the stream is shorter.
    private func readAhead(_ count: Int) throws(InterchangeError) {
        while descriptor >= 0, pending.count < count {
            var buffer = [UInt8](repeating: 0, count: count - pending.count)
            let kept = pending
            pending = []
            let read = try buffer.withUnsafeMutableBufferPointer { room throws(InterchangeError) in
                try readStored(into: UnsafeMutableRawBufferPointer(room))
            }
            pending = kept + buffer[..<read]
            if read == 0 { return }
        }
    }

    private static func openFailure(_ code: Int32, _ path: String) -> InterchangeError {
        switch code {
        case ENOENT, ENOTDIR: InterchangeError(.missingInput, "no such file", file: path)
        case EACCES, EPERM: InterchangeError(.permissionDenied, "no permission to read", file: path)
        default: InterchangeError(.readFailed, "cannot open: \(systemMessage(code))", file: path)
        }
    }
}
