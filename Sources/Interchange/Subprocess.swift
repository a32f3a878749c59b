internal import CConfinement
import Foundation

/// Another program, started with its arguments as they are: no shell reads them.
///
/// It can make no socket, and it sees the system's programs and libraries, its own folder and one folder to write in, where the
/// system has the means (on Linux seccomp and Landlock).
enum Subprocess {
    /// How a program came to its end.
    enum End: Equatable {
        /// By itself, with this code.
        case exit(Int32)
        /// By this signal.
        case signal(Int32)
    }

    /// What a program may use.
    struct Bounds {
        /// Seconds of processor time.
        var seconds: Int
        /// Bytes of memory.
        var memory: Int
        /// Bytes of one file that it writes.
        var output: Int
    }

    /// How a program ended, and how the system confined it.
    struct Outcome {
        var end: End
        /// Whether it could make no socket.
        var hadNoNetwork: Bool
        /// Whether it saw no files but the system's and its own.
        var sawFewFiles: Bool
    }

    /// The path of a program in the absolute folders of the `PATH`; nil when there is none of that name.
    static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":")
        return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end; nil when it cannot be executed. It reads nothing, and what it prints goes to the two files.
    ///
    /// - Parameters:
    ///   - program: its absolute path.
    ///   - variables: the whole environment.
    ///   - folder: the folder that it may write in.
    ///   - follow: gets -1 before the process is started, its number, and 0 once it has ended.
    static func run(
        _ program: String, _ arguments: [String], variables: [String: String], folder: String, stdout: String,
        stderr: String, bounds: Bounds, follow: (pid_t) -> Void
    ) throws(InterchangeError) -> Outcome? {
        let words = CStrings([program] + arguments)
        let settings = CStrings(variables.map { "\($0)=\($1)" }.sorted())
        let readable = CStrings(system + own(program))
        let writable = CStrings([folder, "/dev/null"])
        var pid: pid_t = 0
        var granted: Int32 = 0
        follow(-1)
        let limits = confinement_limits(
            cpu_seconds: UInt64(bounds.seconds), memory_bytes: UInt64(bounds.memory), file_bytes: UInt64(bounds.output))
        let failure = withExtendedLifetime((words, settings, readable, writable)) {
            confinement_spawn(
                &pid, program, words.pointers, settings.pointers, stdout, stderr, readable.constants,
                writable.constants, limits, &granted)
        }
        if failure != 0 { follow(0) }
        if failure == ENOENT || failure == EACCES { return nil }
        guard failure == 0 else {
            throw InterchangeError(.readFailed, "cannot start \(program): \(systemMessage(failure))")
        }
        follow(pid)
        // Waited for without taking it away: as long as it is followed, its number must be no other process's.
        var info = siginfo_t()
        while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        follow(0)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else {
                throw InterchangeError(.readFailed, "cannot wait for \(program): \(systemMessage(errno))")
            }
        }
        let signal = status & 0x7F
        return Outcome(
            end: signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal),
            hadNoNetwork: granted & Int32(CONFINEMENT_NO_NETWORK) != 0,
            sawFewFiles: granted & Int32(CONFINEMENT_FILES) != 0)
    }

    /// Where a system keeps programs, libraries and their settings.
    private static let system = [
        "/bin", "/sbin", "/usr", "/lib", "/lib32", "/lib64", "/libx32", "/etc", "/opt", "/nix", "/gnu", "/snap",
        "/proc/cpuinfo", "/proc/meminfo", "/dev/random", "/dev/urandom", "/dev/zero",
    ]

    /// The folder of a program, and the folders beside it that an installation of its own has.
    private static func own(_ program: String) -> [String] {
        [program, URL(fileURLWithPath: program).resolvingSymlinksInPath().path].flatMap { path -> [String] in
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            let beside = ["lib", "lib64", "libexec", "share", "etc"].map {
                folder.deletingLastPathComponent().appendingPathComponent($0).path
            }
            return [folder.path] + beside
        }
    }
}

/// Texts as C has them, with a null pointer at the end.
private final class CStrings {
    private(set) var pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

    deinit { pointers.forEach { free($0) } }

    var constants: [UnsafePointer<CChar>?] { pointers.map { $0.map { UnsafePointer($0) } } }
}
