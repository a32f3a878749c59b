import Foundation
import TestSupport
import Testing

@testable import Gazetteer

/// Files that somebody writes to while a command reads them.
@Suite("changing files")
struct ChangingFileTests {
    let sandbox = try! Sandbox()

    /// The sample's gazetteer with so many zeros before its foot that a command maps it.
    private func largeGazetteer() throws -> String {
        var bytes = Samples.gazetteer.bytes
        let foot = bytes.count - Format.footLength
        bytes.insert(contentsOf: [UInt8](repeating: 0, count: Format.checkedAtOpen), at: foot)
        func set(_ value: UInt64, at place: Int) {
            for i in 0..<8 { bytes[place + i] = UInt8(truncatingIfNeeded: value >> UInt64(i * 8)) }
        }
        set(UInt64(bytes.count), at: bytes.count - 32)
        let start = bytes.count - Format.footLength
        set(
            Checksum.of(Array(bytes[..<Format.headLength]) + Array(bytes[start..<bytes.count - 24])),
            at: bytes.count - 24)
        return try sandbox.write(bytes, to: "large.qpvg")
    }

    /// Geocodes rows from a pipe and changes a file when the first have been read.
    private func geocode(
        _ gazetteer: String, change: @escaping @Sendable () -> Void
    ) throws -> (code: Int32?, messages: String) {
        let row = "1 rue de la République 23990 Valfictif-sur-Ombre\n"
        let rows = Array(("adresse\n" + String(repeating: row, count: 60_000)).utf8)
        _ = try sandbox.makeFolder("out")
        let running = try Running(
            Program.executable,
            ["geocode", "-", "-q", "--gazetteer", gazetteer, "-o", sandbox.path("out/out.csv"), "--threads", "1"],
            input: .stream { write in
                _ = write(rows)
                change()
                _ = write(Array(rows.dropFirst(8)))
            }, stdout: "/dev/null", stderr: sandbox.path("err"), environment: sandbox.environment)
        return (running.wait().code, sandbox.text("err") ?? "")
    }

    @Test("a gazetteer that nobody touches serves, however large")
    func untouched() throws {
        let run = try geocode(largeGazetteer()) {}
        #expect(run.code == 0)
        #expect(run.messages == "")
    }

    @Test("a gazetteer that is cut while it is mapped ends the run with 74 and a message, and leaves no output")
    func cut() throws {
        let path = try largeGazetteer()
        let run = try geocode(path) { truncate(path, 0) }
        #expect(run.code == 74)
        #expect(run.messages == "error: the gazetteer was cut, or its disk failed, while it was read\n")
        #expect(try sandbox.names(in: "out") == [])
    }

    @Test("a gazetteer that is overwritten while it is mapped fails the run at its end")
    func overwritten() throws {
        let path = try largeGazetteer()
        let run = try geocode(path) {
            let descriptor = open(path, O_WRONLY)
            _ = pwrite(descriptor, [0], 1, 100)
            close(descriptor)
        }
        #expect(run.code == 74)
        #expect(run.messages.hasPrefix("error: the file changed while it was read\n  --> \(path)\n"))
        #expect(try sandbox.names(in: "out") == [])
    }

    @Test("a database whose last changes lie beside the file that a link leads to is refused")
    func linkedDatabase() throws {
        let names = ["a.gpkg", "a.gpkg-wal"].map { sandbox.path($0) }
        let made = try sandbox.qpv("perimeters", "convert", "-q", "geodata/perimetres-2024.geojson", "-o", names[0])
        #expect(made.code == 0)
        try sandbox.write("x", to: "a.gpkg-wal")
        _ = try sandbox.makeFolder("links")
        symlink(names[0], sandbox.path("links/b.gpkg"))
        let run = try sandbox.qpv("perimeters", "info", sandbox.path("links/b.gpkg"))
        #expect(run.code == 65)
        #expect(run.stderr.contains("its last changes are in \(names[1])"))
    }
}
