import Foundation
import TestSupport
import Testing

/// What is left when a run does not come to its end.
@Suite("interruption")
struct InterruptionTests {
    let sandbox = try! Sandbox()

    @Test("a run that a signal ends leaves the old output and nothing else", arguments: [SIGINT, SIGTERM, SIGKILL])
    func signals(signal: Int32) throws {
        _ = try sandbox.makeFolder("out")
        try sandbox.write("old", to: "out/out.csv")
        let isUnderWay = DispatchSemaphore(value: 0)
        let isOver = DispatchSemaphore(value: 0)
        let rows = Samples.positions(20_000, seed: 7)
        let running = try Running(
            Program.executable, ["audit", "-", "-o", sandbox.path("out/out.csv"), "--threads", "2"],
            input: .stream { write in
                // A pipe holds 64 KiB: once megabytes are written, the run is in its middle.
                for _ in 0..<8 { _ = write(rows) }
                isUnderWay.signal()
                isOver.wait()
            }, stdout: "/dev/null", stderr: sandbox.path("err"), environment: sandbox.environment)
        isUnderWay.wait()
        kill(running.pid, signal)
        let end = running.wait()
        isOver.signal()
        #expect(end.signal == signal)
        #expect(try sandbox.names(in: "out") == ["out.csv"])
        #expect(sandbox.text("out/out.csv") == "old")
        #expect(try sandbox.names(in: "tmp") == [])
    }

    @Test(
        "a reader that goes away early is no fault: nothing on stderr, no crash",
        arguments: ["audit", "geocode", "help"])
    func brokenPipe(command: String) throws {
        let file = try sandbox.write(
            "a;b;adresse\n" + String(repeating: "12345678;somebody;\n", count: 60_000), to: "in.csv")
        let words = command == "help" ? "--help" : "\(command) -q '\(file)'"
        let script = "{ \"$0\" \(words); echo $? > '\(sandbox.path("code"))'; } | head -1"
        let result = try shell(script)
        #expect(result.stderr == "")
        #expect(result.stdout.split(separator: "\n").count == 1)
        let code = try #require(sandbox.text("code"))
        #expect(["0\n", "74\n"].contains(code))
    }

    @Test("a notice that nobody reads does not stop the run")
    func brokenNotices() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let out = sandbox.path("out.csv")
        let script =
            "{ sleep 0.2; \"$0\" audit '\(file)' -o '\(out)'; echo $? > '\(sandbox.path("code"))'; } 2>&1 | true"
        _ = try shell(script)
        #expect(sandbox.text("code") == "0\n")
        #expect(sandbox.bytes("out.csv") == (try sandbox.qpv("audit", "-q", file).stdout))
    }

    @Test("a disk that gets full in mid-run is 74, and the old output stays")
    func fullDisk() throws {
        let mount = try sandbox.makeFolder("disk")
        guard try run("mount", "-t", "tmpfs", "-o", "size=64k", "qpv-test", mount) == 0 else {
            print("skipped: a small disk cannot be mounted here")
            return
        }
        defer { _ = try? run("umount", mount) }
        try sandbox.write("old", to: "disk/out.csv")
        let file = try sandbox.write(Samples.positions(5_000, seed: 3), to: "in.csv")
        let result = try sandbox.qpv("audit", "-q", file, "-o", sandbox.path("disk/out.csv"))
        try sandbox.expect(result, is: "audit-disk-full")
        #expect(result.code == 74)
        #expect(try sandbox.names(in: "disk") == ["out.csv"])
        #expect(sandbox.text("disk/out.csv") == "old")
        let build = try sandbox.qpv("gazetteer", "build", "geodata/adresses.csv", "-o", sandbox.path("disk/ban.qpvg"))
        #expect(build.code == 74, "\(build.stderr)")
        #expect(try sandbox.names(in: "disk") == ["out.csv"])
    }

    private func run(_ words: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Runs a script whose `$0` is the program.
    private func shell(_ script: String) throws -> (stdout: String, stderr: String) {
        let running = try Running(
            "/bin/sh", ["-c", script, Program.executable], input: .nothing, stdout: sandbox.path("sh.out"),
            stderr: sandbox.path("sh.err"), environment: sandbox.environment)
        _ = running.wait()
        return (sandbox.text("sh.out") ?? "", sandbox.text("sh.err") ?? "")
    }
}
