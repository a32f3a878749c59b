import Foundation
import TestSupport

/// Starts the built program as a user does, and says what came of it.
enum Program {
    /// What the program reads.
    enum Input {
        case nothing
        case bytes([UInt8])
        /// Writes to the program until it returns; `write` is false once nobody reads any more.
        case stream(@Sendable (_ write: ([UInt8]) -> Bool) -> Void)
        case file(String)
        case closed
    }

    /// Where the program writes.
    enum Output {
        case kept
        case file(String)
        case closed
    }

    /// What came of one run.
    struct Result: Sendable {
        let arguments: [String]
        let stdout: [UInt8]
        let stderr: String
        /// The exit code; nil when a signal ended the program.
        let code: Int32?
        /// The signal that ended it.
        let signal: Int32?
        /// The most memory that it held, in kilobytes.
        let peakKilobytes: Int

        var text: String { String(decoding: stdout, as: UTF8.self) }
    }

    /// The executable, beside the test bundle or where `QPV_EXECUTABLE` says.
    static let executable: String = {
        if let path = ProcessInfo.processInfo.environment["QPV_EXECUTABLE"] { return path }
        #if canImport(Darwin)
            let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
            let folder = (bundles.first ?? Bundle.main.bundleURL).deletingLastPathComponent()
        #else
            let folder = Bundle.main.bundleURL
        #endif
        return folder.appendingPathComponent("qpv").path
    }()

    /// Runs the program to its end.
    static func run(
        _ arguments: [String], input: Input, stdout: Output, stderr: Output, environment: [String: String]
    ) throws -> Result {
        let kept = try TemporaryFolder()
        let running = try Running(
            executable, arguments, input: input, stdout: path(stdout, kept.path("out")),
            stderr: path(stderr, kept.path("err")), environment: environment)
        let end = running.wait()
        func bytes(_ name: String) -> [UInt8] {
            (try? Data(contentsOf: kept.url.appendingPathComponent(name))).map { [UInt8]($0) } ?? []
        }
        return Result(
            arguments: arguments, stdout: bytes("out"), stderr: String(decoding: bytes("err"), as: UTF8.self),
            code: end.code, signal: end.signal, peakKilobytes: end.peakKilobytes)
    }

    private static func path(_ output: Output, _ kept: String) -> String? {
        switch output {
        case .kept: kept
        case .file(let path): path
        case .closed: nil
        }
    }
}

/// A program that has been started.
final class Running: @unchecked Sendable {
    private static let lock = NSLock()
    /// The samples are named as from the checkout, where `swift test` is run anyway.
    private static let isInCheckout = FileManager.default.changeCurrentDirectoryPath(RealData.package.path)
    let pid: pid_t

    /// Starts a program in the checkout, with signals as a terminal gives them.
    init(
        _ executable: String, _ arguments: [String], input: Program.Input, stdout: String?, stderr: String?,
        environment: [String: String]
    ) throws {
        // One at a time, so that no other child inherits the ends of this one's pipe.
        Self.lock.lock()
        defer { Self.lock.unlock() }
        _ = Self.isInCheckout
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var pipeEnds: [Int32] = [-1, -1]
        switch input {
        case .nothing: posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 0, path, O_RDONLY, 0)
        case .closed: posix_spawn_file_actions_addclose(&actions, 0)
        case .bytes, .stream:
            guard pipe(&pipeEnds) == 0 else { throw POSIXError(.EMFILE) }
            for end in pipeEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            posix_spawn_file_actions_adddup2(&actions, pipeEnds[0], 0)
        }
        for (descriptor, path) in [(Int32(1), stdout), (2, stderr)] {
            if let path {
                posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
            } else {
                posix_spawn_file_actions_addclose(&actions, descriptor)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var pid: pid_t = 0
        let failure = posix_spawn(&pid, executable, &actions, &attributes, &words, &variables)
        self.pid = pid
        if pipeEnds[0] >= 0 { close(pipeEnds[0]) }
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOENT) }
        switch input {
        case .bytes(let bytes): Self.feed(pipeEnds[1]) { _ = $0(bytes) }
        case .stream(let body): Self.feed(pipeEnds[1], body)
        case .nothing, .file, .closed: break
        }
    }

    /// Waits for the end.
    ///
    /// The peak is read from the process itself while it runs: what `wait4` tells begins with the memory of the process that
    /// started it.
    func wait() -> (code: Int32?, signal: Int32?, peakKilobytes: Int) {
        var status: Int32 = 0
        var peak = 0
        while true {
            let ended = waitpid(pid, &status, WNOHANG)
            if ended == pid || (ended < 0 && errno != EINTR) { break }
            peak = max(peak, Self.peakKilobytes(of: pid))
            usleep(2_000)
        }
        let signal = status & 0x7F
        return (signal == 0 ? (status >> 8) & 0xFF : nil, signal == 0 ? nil : signal, peak)
    }

    /// The largest memory so far of a process that runs, in kB; 0 when it cannot be told.
    private static func peakKilobytes(of pid: pid_t) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.split(whereSeparator: \.isWhitespace)[1]) } ?? 0
    }

    /// Writes from a thread of its own: a pipe holds little.
    private static func feed(_ descriptor: Int32, _ body: @escaping @Sendable (([UInt8]) -> Bool) -> Void) {
        signal(SIGPIPE, SIG_IGN)
        Thread.detachNewThread {
            body { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                    if count < 0, errno == EINTR { continue }
                    if count <= 0 { return false }
                    rest = rest.dropFirst(count)
                }
                return true
            }
            close(descriptor)
        }
    }
}
