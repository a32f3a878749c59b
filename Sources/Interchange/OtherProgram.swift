import Foundation
import Subprocess
import SystemPackage

/// Another program, started with its arguments as they are: no shell reads them.
enum OtherProgram {
    /// Runs a program of the `PATH` to its end while the calling thread waits; nil when there is none of that name. It reads
    /// nothing, and what it prints goes to the two files.
    ///
    /// - Parameters:
    ///   - variables: what is added to the environment.
    ///   - follow: gets -1 before the process is started, its number, and 0 once it has ended.
    static func run(
        _ name: String, _ arguments: [String], variables: [String: String], stdout: String, stderr: String,
        follow: @escaping @Sendable (pid_t) -> Void
    ) throws(InterchangeError) -> TerminationStatus? {
        let environment = Environment.inherit.updating(
            Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) }))
        let outcome = Outcome()
        Task.detached(executorPreference: ThreadOfItsOwn()) {
            follow(-1)
            do throws(any Error) {
                let result = try await Subprocess.run(
                    .name(name), arguments: Arguments(arguments), environment: environment, input: .none,
                    output: .fileDescriptor(try file(stdout), closeAfterSpawningProcess: true),
                    error: .fileDescriptor(try file(stderr), closeAfterSpawningProcess: true)
                ) { follow($0.processIdentifier.value) }
                outcome.set(.success(result.terminationStatus))
            } catch {
                outcome.set(.failure(error))
            }
            follow(0)
        }
        do {
            return try outcome.wait()
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return nil
        } catch {
            let code = (error as? SubprocessError)?.underlyingError ?? error as? Errno
            let what = code.map { systemMessage($0.rawValue) } ?? "\(error)"
            let verb = (error as? SubprocessError)?.code == .failedToMonitorProcess ? "wait for" : "start"
            throw InterchangeError(.readFailed, "cannot \(verb) \(name): \(what)")
        }
    }

    private static func file(_ path: String) throws -> FileDescriptor {
        try .open(
            path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: [.ownerRead, .ownerWrite])
    }

    /// What a thread waits for.
    private final class Outcome: @unchecked Sendable {
        private let isSet = DispatchSemaphore(value: 0)
        private var result: Result<TerminationStatus, any Error>?

        func set(_ result: Result<TerminationStatus, any Error>) {
            self.result = result
            isSet.signal()
        }

        func wait() throws -> TerminationStatus {
            isSet.wait()
            return try result!.get()
        }
    }

    /// Runs tasks on a thread that no other waits for: those that tasks share may all be waiting here.
    private final class ThreadOfItsOwn: TaskExecutor {
        private let queue = DispatchQueue(label: "another program")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }
}
