import Foundation

/// A folder for temporary files that nobody else may enter, removed with all that is in it.
///
/// It stands in `$TMPDIR`, else `/tmp`, or where it is told to. It is removed with the value, and also when SIGINT, SIGTERM or SIGHUP ends the
/// process, as far as they end it by default; SIGKILL leaves it. One at a time in a process: a second waits until the first is gone,
/// so one thread must not make two.
final class PrivateFolder {
    let path: String
    private let watch: InterruptionWatch
    /// The watch is one for the process.
    private static let gate = DispatchSemaphore(value: 1)

    /// - Parameters:
    ///   - names: the files that may come to stand in it: a signal handler can do no more than remove them by name.
    ///   - place: the beginning of its path, in a folder that is there; by default in that of temporary files.
    init(names: [String], at place: String? = nil) throws(InterchangeError) {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array((place ?? "\(parent)/qpv-").utf8CString.dropLast() + "XXXXXX".utf8CString)
        Self.gate.wait()
        guard mkdtemp(&template) != nil else {
            defer { Self.gate.signal() }
            throw InterchangeError(
                .cannotCreate, "cannot create a temporary folder: \(systemMessage(errno))", file: place ?? parent)
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        watch = InterruptionWatch(folder: path, files: names)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        watch.end()
        Self.gate.signal()
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Tells which process works in the folder of the moment, so that it ends with this one: -1 while it is being started, 0
    /// when it has ended.
    static func isUsed(by child: pid_t) { InterruptionWatch.follow(child) }
}

/// What a signal handler needs, laid out before the signal comes: it may neither allocate nor lock.
private struct InterruptionWatch {
    nonisolated(unsafe) private static var child: pid_t = 0
    /// The signal that came while a process was being started, and had nobody to end yet.
    nonisolated(unsafe) private static var delayed: Int32 = 0
    nonisolated(unsafe) private static var folder: UnsafeMutablePointer<CChar>?
    nonisolated(unsafe) private static var files: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Only the signals that would have ended the process are taken.
    private let taken: [Int32]

    init(folder: String, files names: [String]) {
        let files = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: names.count + 1)
        for (i, name) in names.enumerated() { files[i] = strdup("\(folder)/\(name)") }
        files[names.count] = nil
        (Self.child, Self.delayed) = (0, 0)
        Self.files = files
        Self.folder = strdup(folder)
        taken = Self.signals.filter { number in
            let previous = signal(number, Self.clearAndEnd)
            let isDefault = previous.map { unsafeBitCast($0, to: Int.self) } ?? 0 == 0
            if !isDefault { signal(number, previous) }
            return isDefault
        }
    }

    static func follow(_ process: pid_t) {
        child = process
        guard process >= 0, delayed != 0 else { return }
        let signal = delayed
        delayed = 0
        raise(signal)
    }

    func end() {
        for number in taken { signal(number, SIG_DFL) }
        free(Self.folder)
        Self.folder = nil
        var i = 0
        while let file = Self.files?[i] {
            free(file)
            i += 1
        }
        Self.files?.deallocate()
        Self.files = nil
    }

    private static let clearAndEnd: @convention(c) (Int32) -> Void = { number in
        if child < 0 {
            delayed = number
            return
        }
        if child > 0 {
            kill(child, SIGKILL)
            waitpid(child, nil, 0)
        }
        var i = 0
        while let file = files?[i] {
            unlink(file)
            i += 1
        }
        if let folder { rmdir(folder) }
        signal(number, SIG_DFL)
        raise(number)
    }
}
