import Foundation
import Synchronization

/// A folder for temporary files that nobody else may enter, removed with all that is in it.
///
/// It stands in `$TMPDIR`, else `/tmp`, or where it is told to. It is removed with the value, and also when SIGINT, SIGTERM or
/// SIGHUP ends the process, as far as they end it by default; SIGKILL leaves it for the next process that makes one. A process may have
/// any number of them; signals remove the first 64.
package final class PrivateFolder: Sendable {
    package let path: String
    private let watch: InterruptionWatch
    /// The folder itself, open so that it is seen to be in use.
    private let descriptor: Int32

    /// - Parameters:
    ///   - names: the files that may come to stand in it: a signal handler can do no more than remove them by name.
    ///   - place: the beginning of its path, in a folder that is there; by default in that of temporary files.
    package init(names: [String], at place: String? = nil) throws(InterchangeError) {
        let parent = Self.temporaryFolder
        if place == nil { Leftovers.removeTemporary(in: parent) }
        let start = place ?? "\(parent)/\(Leftovers.stem)\(getpid())-"
        var template = Array(start.utf8CString.dropLast() + "XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Self.failure(errno, "cannot create a temporary folder", place ?? parent)
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        Leftovers.markAsUsed(descriptor)
        watch = InterruptionWatch(folder: path, files: names)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        close(descriptor)
        watch.end()
    }

    /// The folder of temporary files: `$TMPDIR`, else `/tmp`.
    static var temporaryFolder: String {
        ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    /// The path of a file in the folder.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a new file into the folder.
    func write(_ bytes: [UInt8], to name: String) throws(InterchangeError) {
        let descriptor = open(file(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Self.failure(errno, "cannot create a temporary file", name)
        }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw Self.failure(errno, "cannot write a temporary file", name, else: .writeFailed)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Why something could not be made or written: no room, or another reason.
    static func failure(
        _ code: Int32, _ what: String, _ file: String, else kind: InterchangeError.Kind = .cannotCreate
    ) -> InterchangeError {
        let isFull = code == ENOSPC || code == EDQUOT
        return InterchangeError(isFull ? .diskFull : kind, "\(what): \(systemMessage(code))", file: file)
    }

    /// Removes the folders of this process and ends the processes that work in them; allocates nothing and takes no lock, so that a
    /// signal handler may call it. For a program that ends.
    package static func removeAll() { InterruptionWatch.removeAll() }

    /// Tells which process works in the folder, so that it ends with this one: -1 while it is being started, 0 when it has ended.
    func isUsed(by child: pid_t) { watch.follow(child) }
}

/// What a signal handler needs to remove one folder, laid out before the signal comes: it may neither allocate nor lock.
private struct InterruptionWatch {
    /// A folder, its files, and the process that works in it.
    private struct Slot {
        var child: pid_t = 0
        var folder: UnsafeMutablePointer<CChar>?
        var files: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var isTaken = false
    }

    private static let capacity = 64
    nonisolated(unsafe) private static let slots = {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
        slots.initialize(repeating: Slot(), count: capacity)
        return slots
    }()
    /// The signal that came while a process was being started, and had nobody to end yet.
    nonisolated(unsafe) private static var delayed: Int32 = 0
    /// The signals that are handled while a slot is taken: only those that would have ended the process. The lock is that of the
    /// slots too.
    private static let signals = Mutex<[Int32]>([])

    /// Nil when all slots are taken.
    private let slot: Int?

    init(folder: String, files names: [String]) {
        slot = Self.signals.withLock { signals in
            guard let free = (0..<Self.capacity).first(where: { !Self.slots[$0].isTaken }) else { return nil }
            if !Self.isAnyTaken { signals = Self.handled() }
            let files = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: names.count + 1)
            for (i, name) in names.enumerated() { files[i] = strdup("\(folder)/\(name)") }
            files[names.count] = nil
            Self.clear(free)
            Self.slots[free] = Slot(folder: strdup(folder), files: files, isTaken: true)
            return free
        }
    }

    private static var isAnyTaken: Bool { (0..<capacity).contains { slots[$0].isTaken } }

    /// Handles the signals that end the process by default.
    private static func handled() -> [Int32] {
        [SIGINT, SIGTERM, SIGHUP].filter { number in
            let previous = signal(number, clearAndEnd)
            let isDefault = previous.map { unsafeBitCast($0, to: Int.self) } ?? 0 == 0
            if !isDefault { signal(number, previous) }
            return isDefault
        }
    }

    func follow(_ process: pid_t) {
        guard let slot else { return }
        Self.slots[slot].child = process
        guard process >= 0, Self.delayed != 0 else { return }
        let signal = Self.delayed
        Self.delayed = 0
        raise(signal)
    }

    func end() {
        guard let slot else { return }
        Self.signals.withLock { signals in
            // A handler on another thread may still be reading the texts: they stay until the slot is used again.
            (Self.slots[slot].child, Self.slots[slot].isTaken) = (0, false)
            if Self.isAnyTaken { return }
            for number in signals { signal(number, SIG_DFL) }
            signals = []
        }
    }

    /// Frees the texts of a slot that nobody has taken.
    private static func clear(_ slot: Int) {
        let ended = slots[slot]
        slots[slot] = Slot()
        free(ended.folder)
        var i = 0
        while let file = ended.files?[i] {
            free(file)
            i += 1
        }
        ended.files?.deallocate()
    }

    private static let clearAndEnd: @convention(c) (Int32) -> Void = { number in
        for i in 0..<capacity where slots[i].child < 0 {
            delayed = number
            return
        }
        removeAll()
        signal(number, SIG_DFL)
        raise(number)
    }

    static func removeAll() {
        for i in 0..<capacity where slots[i].isTaken {
            let slot = slots[i]
            if slot.child > 0 {
                kill(slot.child, SIGKILL)
                waitpid(slot.child, nil, 0)
            }
            var k = 0
            while let file = slot.files?[k] {
                // A folder in it stands behind its files.
                if unlink(file) != 0 { rmdir(file) }
                k += 1
            }
            if let folder = slot.folder { rmdir(folder) }
        }
    }
}
