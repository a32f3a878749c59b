import Foundation

/// Another program, started with its arguments as they are: no shell reads them.
enum Subprocess {
    /// How a program came to its end.
    enum End: Equatable {
        /// By itself, with this code.
        case exit(Int32)
        /// By this signal.
        case signal(Int32)
    }

    /// Runs a program of the `PATH` to its end; nil when there is none of that name. It reads nothing, and what it prints goes
    /// to the two files.
    ///
    /// - Parameters:
    ///   - variables: what is added to the environment.
    ///   - follow: gets -1 before the process is started, its number, and 0 once it has ended.
    static func run(
        _ program: String, _ arguments: [String], variables: [String: String], stdout: String, stderr: String,
        follow: (pid_t) -> Void
    ) throws(InterchangeError) -> End? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, stdout, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, stderr, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let environment = ProcessInfo.processInfo.environment.merging(variables) { _, added in added }
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var pid: pid_t = 0
        follow(-1)
        let failure = posix_spawnp(&pid, program, &actions, nil, &words, &settings)
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
        return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
    }
}
