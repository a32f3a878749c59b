import Foundation

/// A new folder being written that takes its name only when all its files are in it.
///
/// Until then it stands beside its place under a hidden name, and is removed unless ``commit()`` is reached; also when SIGINT, SIGTERM
/// or SIGHUP ends the process. SIGKILL leaves the hidden one for the next run, never a part under the name. A folder, a file or a link of
/// this name is never replaced. One at a time in a process.
public final class OutputFolder {
    /// The folder as the user gave it.
    public let path: String
    private let place: OutputPlace
    private let folder: PrivateFolder
    private var readers: [FileReaders] = []
    /// The files written, in their order, each with the SHA-256 of its bytes.
    public private(set) var written: [(name: String, digest: SHA256Digest)] = []

    /// Refuses a name that is taken.
    ///
    /// - Throws: ``InterchangeError`` of kind cannotCreate.
    public static func check(_ path: String) throws(InterchangeError) {
        var status = stat()
        if lstat(path, &status) == 0 {
            throw InterchangeError(.cannotCreate, "there is something of this name already", file: path)
        }
    }

    /// Begins a folder.
    ///
    /// - Parameter names: the files that will be in it.
    /// - Throws: ``InterchangeError`` of kind cannotCreate.
    public init(path: String, names: [String]) throws(InterchangeError) {
        self.path = path
        var plain = path
        while plain.count > 1, plain.hasSuffix("/") { plain.removeLast() }
        try Self.check(plain)
        place = OutputPlace(resolved: plain)
        Leftovers.remove(beside: place)
        do {
            folder = try PrivateFolder(names: names, at: place.hiddenName("tmp-"))
        } catch {
            throw InterchangeError(.cannotCreate, error.message, file: path)
        }
    }

    /// Takes from the folder and its files the readers that some input does not have; call it before the first file.
    public func limitReaders(to inputs: [FileReaders]) { readers = inputs }

    /// Writes a file of the folder, whole.
    ///
    /// - Throws: ``InterchangeError`` of kind cannotCreate, diskFull or writeFailed.
    public func write(_ bytes: [UInt8], to name: String) throws(InterchangeError) {
        do {
            let file = try OutputFile(path: folder.file(name))
            file.limitReaders(to: readers)
            try file.write(bytes)
            try file.takeName()
            written.append((name, file.digest))
        } catch {
            throw InterchangeError(error.kind, error.message, file: "\(path)/\(name)")
        }
    }

    /// Brings the files to the disk and gives the folder its name; the last call.
    ///
    /// - Throws: ``InterchangeError`` of kind cannotCreate, diskFull or writeFailed.
    public func commit() throws(InterchangeError) {
        try Self.check(place.path)
        // As any new folder, which the hidden one is not: nobody else could enter it.
        var status = stat()
        let group = stat(folder.path, &status) == 0 ? status.st_gid : nil
        let mode = readers.reduce(0o777 & ~OutputFile.creationMask) { $1.limit($0, ofGroup: group) }
        // At the end, when the system has written most of them in its own time.
        for file in written { try OutputPlace.bringToDisk(folder.file(file.name)) }
        try OutputPlace.bringToDisk(folder.path)
        guard chmod(folder.path, mode) == 0, rename(folder.path, place.path) == 0 else {
            throw InterchangeError(.cannotCreate, "cannot create the folder: \(systemMessage(errno))", file: path)
        }
        try OutputPlace.bringToDisk(place.folder)
    }
}
