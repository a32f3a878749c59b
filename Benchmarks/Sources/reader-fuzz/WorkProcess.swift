import Foundation

/// A process that runs this program on a piece of work, in bounded memory.
final class WorkProcess {
    private let process = Process()
    private let output = Pipe()

    /// Address space of a process, in KiB: one that takes more must not take the machine's.
    private static let addressSpace = 8 << 20

    init(_ arguments: [String]) throws {
        // An address sanitizer takes the whole address space, to use little of it.
        let isSanitized = dlsym(nil, "__asan_init") != nil
        let limit = isSanitized ? "" : "ulimit -v \(Self.addressSpace); "
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", limit + "exec \"$0\" \"$@\"", Bundle.main.executablePath!] + arguments
        var environment = ProcessInfo.processInfo.environment
        // No reader finds ogr2ogr: it is a program of its own.
        environment["PATH"] = "/nonexistent"
        // The files that end a process are kept: a trace of each would take a second.
        environment["SWIFT_BACKTRACE"] = environment["SWIFT_BACKTRACE"] ?? "enable=no"
        process.environment = environment
        process.standardOutput = output
        try process.run()
    }

    /// The lines that it writes, until it closes its output.
    var lines: AnySequence<Substring> {
        let handle = output.fileHandleForReading
        return AnySequence { () -> AnyIterator<Substring> in
            var waiting: [Substring] = [], rest = ""
            return AnyIterator {
                while waiting.isEmpty {
                    let data = handle.availableData
                    if data.isEmpty { return nil }
                    rest += String(decoding: data, as: UTF8.self)
                    let parts = rest.split(separator: "\n", omittingEmptySubsequences: false)
                    waiting = parts.dropLast().reversed()
                    rest = String(parts.last!)
                }
                return waiting.removeLast()
            }
        }
    }

    /// Waits for its end; the signal that ended it, nil when none did.
    ///
    /// - Throws: when it gave up by itself, which is a fault of this program.
    func signal() throws -> Int32? {
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { return process.terminationStatus }
        if process.terminationStatus == 0 { return nil }
        throw GaveUp(status: process.terminationStatus)
    }

    private struct GaveUp: Error {
        let status: Int32
    }

    /// Ends it.
    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}
