import Foundation
import TestSupport
import Testing

@testable import Interchange

/// What a program sees that is started on a stranger's file.
@Suite("another program") struct SubprocessTests {
    /// Runs a script in a folder of its own: what it printed and how it ended.
    private func run(_ script: String, seconds: Int = 20) throws -> (text: String, outcome: Subprocess.Outcome) {
        let folder = try TemporaryFolder()
        let outcome = try #require(
            try Subprocess.run(
                "/bin/sh", ["-c", script], variables: ["PATH": "/usr/bin:/bin"], folder: folder.url.path,
                stdout: folder.path("out"), stderr: folder.path("err"),
                bounds: .init(seconds: seconds, memory: 1 << 30, output: 1 << 20), follow: { _ in }))
        return (try String(contentsOfFile: folder.path("out"), encoding: .utf8), outcome)
    }

    @Test("It gets no other variable than those that are given")
    func environment() throws {
        let found = try run("echo \"$HOME|$USER|$PATH\"")
        #expect(found.text == "||/usr/bin:/bin\n" && found.outcome.end == .exit(0))
    }

    #if os(Linux)
        @Test("It sees no file of the user, and writes in its own folder only")
        func files() throws {
            let folder = try TemporaryFolder()
            let secret = try folder.write("secret", to: "a.txt")
            let found = try run("cat '\(secret)'; echo changed > '\(secret)'; pwd > \"${0%x}/dev/null\"; echo done")
            #expect(found.outcome.end == .exit(0) && found.text.hasSuffix("done\n"))
            // A container may forbid the confinement: then there is nothing to see here.
            guard found.outcome.sawFewFiles else { return }
            #expect(found.text == "done\n")
            #expect(try String(contentsOfFile: secret, encoding: .utf8) == "secret")
        }

        @Test("It connects to nothing", .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
        func network() throws {
            let listener = try Listener()
            let script = "/bin/bash -c 'exec 3<>/dev/tcp/127.0.0.1/\(listener.port) && echo connected'; echo done"
            let found = try run(script)
            #expect(found.text.hasSuffix("done\n"))
            #expect(!found.outcome.hadNoNetwork || found.text == "done\n")
            #expect(!found.outcome.hadNoNetwork || !listener.wasCalled)
            // The listener is one: without the confinement the same words reach it.
            let plain = Process()
            plain.executableURL = URL(fileURLWithPath: "/bin/sh")
            plain.arguments = ["-c", script]
            plain.standardOutput = FileHandle.nullDevice
            try plain.run()
            plain.waitUntilExit()
            #expect(listener.wasCalled)
        }

        @Test("It ends when it has used its time")
        func time() throws {
            #expect(try run("while :; do :; done", seconds: 1).outcome.end != .exit(0))
        }
    #endif

    @Test("A program is looked for in absolute folders only")
    func path() throws {
        #expect(Subprocess.path(of: "sh")?.hasPrefix("/") == true)
        #expect(Subprocess.path(of: "no-such-program") == nil)
    }
}
