import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Output files")
struct OutputFileTests {
    static func entries(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    static func mode(_ path: String) -> mode_t {
        var status = stat()
        stat(path, &status)
        return status.st_mode & 0o7777
    }

    @Test("a file without a name is not seen before it is complete, and leaves nothing when given up")
    func anonymous() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFile(path: folder.path("a.csv"))
        try output.write("half")
        // File systems without O_TMPFILE show a hidden name instead.
        #expect(try Self.entries(folder).allSatisfy { $0.hasPrefix(".a.csv.") })
        try output.write([0x0A])
        try output.commit()
        #expect(try Self.entries(folder) == ["a.csv"])
        #expect(Self.text(folder.path("a.csv")) == "half\n" && output.byteCount == 5)
        do { try OutputFile(path: folder.path("b.csv")).write("lost") }
        #expect(try Self.entries(folder) == ["a.csv"])
    }

    @Test("the digest is that of the bytes written, while writing and after", arguments: [true, false])
    func digest(_ isAnonymous: Bool) throws {
        let folder = try TemporaryFolder()
        let output = try OutputFile(path: folder.path("a.csv"), isAnonymous: isAnonymous)
        try output.write("one")
        #expect(output.digest == SHA256Digest(of: Array("one".utf8)))
        try output.write("two")
        try output.commit()
        #expect(try output.digest == SHA256Digest.ofFile(folder.path("a.csv")))
    }

    @Test(
        "until it is complete only the owner can read it; then never more people than an input",
        arguments: [true, false])
    func readers(_ isAnonymous: Bool) throws {
        let folder = try TemporaryFolder()
        let inputs = try [mode_t(0o600), 0o640, 0o644].map { mode in
            let path = try folder.write("x", to: "in-\(mode)")
            chmod(path, mode)
            return try #require(FileReaders(path: path))
        }
        let mask = OutputFile.creationMask
        for (readers, expected) in [
            ([], 0o666), ([inputs[2]], 0o666), ([inputs[1]], 0o660), ([inputs[0]], 0o600),
            ([inputs[2], inputs[0]], 0o600),
        ] as [([FileReaders], mode_t)] {
            let path = folder.path("out.csv")
            unlink(path)
            let output = try OutputFile(path: path, isAnonymous: isAnonymous)
            output.limitReaders(to: readers)
            try output.write("x")
            for hidden in try Self.entries(folder) where hidden.hasPrefix(".") {
                #expect(Self.mode(folder.path(hidden)) == 0o600)
            }
            try output.commit()
            #expect(Self.mode(path) == expected & ~mask)
        }
        let path = folder.path("old.csv")
        try folder.write("old", to: "old.csv")
        chmod(path, 0o664)
        let output = try OutputFile(path: path, isAnonymous: isAnonymous)
        output.limitReaders(to: [inputs[0]])
        try output.commit()
        #expect(Self.mode(path) == 0o600)
    }

    @Test("what a dead process left is removed, what a living one uses or somebody else named is not")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        // The number of a process that has ended.
        let child = Process()
        child.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        child.arguments = ["true"]
        try child.run()
        child.waitUntilExit()
        let dead = child.processIdentifier
        for name in [
            ".a.csv.\(dead)-7.tmp", ".a.csv.\(dead)-8.new", ".a.csv.\(getpid())-7.tmp", ".b.csv.\(dead)-7.tmp",
            ".a.csv.\(dead)", ".a.csv.x\(dead)-7.tmp", "a.csv.\(dead)-7.tmp", ".a.csv.\(dead)-9.tmp",
        ] { try folder.write("x", to: name) }
        try FileManager.default.createDirectory(
            atPath: folder.path(".a.csv.\(dead)-7.tmp-abc"), withIntermediateDirectories: false)
        try folder.write("x", to: ".a.csv.\(dead)-7.tmp-abc/page.html")
        // A process in another container may have the same number: its lock tells.
        let used = open(folder.path(".a.csv.\(dead)-9.tmp"), O_RDONLY)
        defer { close(used) }
        Leftovers.markAsUsed(used)
        Leftovers.remove(beside: OutputPlace(resolved: folder.path("a.csv")))
        let left = [
            ".a.csv.\(getpid())-7.tmp", ".b.csv.\(dead)-7.tmp", ".a.csv.\(dead)", ".a.csv.x\(dead)-7.tmp",
            "a.csv.\(dead)-7.tmp", ".a.csv.\(dead)-9.tmp",
        ]
        #expect(try Self.entries(folder) == left.sorted())
        try FileManager.default.createDirectory(
            atPath: folder.path("qpv-\(dead)-abc"), withIntermediateDirectories: false)
        try folder.write("x", to: "qpv-tests")
        Leftovers.removeTemporary(in: folder.url.path)
        #expect(try Self.entries(folder) == (left + ["qpv-tests"]).sorted())
    }

    @Test("names of 200 to 255 bytes are written, with accents too", arguments: [true, false])
    func longNames(_ isAnonymous: Bool) throws {
        let folder = try TemporaryFolder()
        for count in [200, 243, 244, 250, 255] {
            for letter in ["a", "é"] {
                let name = String(repeating: letter, count: (count - 4) / letter.utf8.count) + ".csv"
                for text in ["old", "new"] {
                    let output = try OutputFile(path: folder.path(name), isAnonymous: isAnonymous)
                    try output.write(text)
                    try output.commit()
                    #expect(Self.text(folder.path(name)) == text)
                }
            }
        }
    }

    @Test(
        "with a hidden name, and without, the old file stays until the new one is complete", arguments: [true, false])
    func replacing(_ isAnonymous: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("old", to: "a.csv")
        chmod(path, 0o640)
        let output = try OutputFile(path: path, isAnonymous: isAnonymous)
        try output.write("new")
        #expect(Self.text(path) == "old")
        if !isAnonymous { #expect(try Self.entries(folder).count == 2) }
        try output.commit()
        try output.commit()
        #expect(Self.text(path) == "new" && Self.mode(path) == 0o640)
        let given = try OutputFile(path: path, isAnonymous: isAnonymous)
        try given.write("never")
        given.discard()
        #expect(Self.text(path) == "new")
        #expect(try Self.entries(folder) == ["a.csv"])
    }

    @Test("a new file has the permissions of any new file", arguments: [true, false])
    func permissions(_ isAnonymous: Bool) throws {
        let folder = try TemporaryFolder()
        close(creat(folder.path("plain"), 0o666))
        let output = try OutputFile(path: folder.path("a"), isAnonymous: isAnonymous)
        try output.commit()
        #expect(Self.mode(folder.path("a")) == Self.mode(folder.path("plain")))
    }

    @Test("a link is followed, also to a file that is not there yet")
    func links() throws {
        let folder = try TemporaryFolder()
        let target = try folder.write("old", to: "target")
        symlink("target", folder.path("link"))
        symlink("absent", folder.path("dangling"))
        for (name, end) in [("link", "target"), ("dangling", "absent")] {
            let output = try OutputFile(path: folder.path(name))
            try output.write("through \(name)")
            try output.commit()
            #expect(Self.text(folder.path(end)) == "through \(name)")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path(name)) == end)
        }
        #expect(FileIdentity.isSameFile(target, folder.path("link")))
    }

    @Test("a process that ends without committing leaves the old file and nothing else")
    func killed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("old", to: "a.csv")
        // A descriptor that is closed without a name, as the system does for a killed process.
        let place = OutputPlace(following: path)
        let descriptor = place.openAnonymous()
        guard descriptor >= 0 else { return }
        #expect(write(descriptor, "new", 3) == 3)
        close(descriptor)
        #expect(Self.text(path) == "old")
        #expect(try Self.entries(folder) == ["a.csv"])
    }

    @Test("what cannot be created says why")
    func cannotCreate() throws {
        let folder = try TemporaryFolder()
        func failure(_ path: String) -> InterchangeError? {
            #expect(throws: InterchangeError.self) { try OutputFile(path: path) }
        }
        #expect(failure(folder.url.path)?.kind == .cannotCreate)
        #expect(failure(folder.url.path)?.message == "cannot create the file: this is a folder")
        let lost = failure(folder.path("none/a.csv"))
        #expect(lost?.kind == .cannotCreate && lost?.message == "cannot create the file: there is no such folder")
        try folder.write("x", to: "file")
        #expect(failure(folder.path("file/a.csv"))?.kind == .cannotCreate)
        #expect(failure("")?.message == "cannot create the file: expected the name of a file")
        #expect(failure(folder.url.path + "/none/")?.kind == .cannotCreate)
    }

    @Test(
        "a full device is told from other failures", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func diskFull() throws {
        let output = try OutputFile(path: "/dev/full")
        #expect(output.isStraight)
        let error = #expect(throws: InterchangeError.self) { try output.write("x") }
        #expect(error?.kind == .diskFull && error?.file == "/dev/full")
    }

    @Test("a FIFO is written straight, and a reader that goes away is told from other failures")
    func fifo() throws {
        OutputFile.reportBrokenPipes()
        let folder = try TemporaryFolder()
        let path = folder.path("fifo")
        mkfifo(path, 0o600)
        let reading = open(path, O_RDONLY | O_NONBLOCK)
        let output = try OutputFile(path: path)
        try output.write("through")
        var bytes = [UInt8](repeating: 0, count: 7)
        #expect(read(reading, &bytes, 7) == 7 && String(decoding: bytes, as: UTF8.self) == "through")
        close(reading)
        let error = #expect(throws: InterchangeError.self) { try output.write("nobody") }
        #expect(error?.kind == .brokenPipe)
        #expect(try Self.entries(folder) == ["fifo"])
    }

    @Test("the same file is known through links, dots and descriptors")
    func identity() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x", to: "a")
        let other = try folder.write("x", to: "b")
        link(path, folder.path("hard"))
        #expect(FileIdentity.isSameFile(path, folder.url.path + "/./a"))
        #expect(FileIdentity.isSameFile(path, folder.path("hard")))
        #expect(!FileIdentity.isSameFile(path, other))
        #expect(!FileIdentity.isSameFile(path, folder.path("none")))
        #expect(FileIdentity(path: "-") == nil)
    }
}

@Suite("SHA-256")
struct SHA256Tests {
    @Test("the examples of the standard")
    func examples() {
        #expect(
            SHA256Digest(of: Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            "\(SHA256Digest(of: []))" == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("a file, pieces and a whole give one digest")
    func pieces() throws {
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, to: "a.gz")
        let hasher = SHA256Hasher()
        for start in stride(from: 0, to: bytes.count, by: 777) {
            hasher.update(Array(bytes[start..<min(start + 777, bytes.count)]))
        }
        #expect(hasher.finish() == SHA256Digest(of: bytes))
        #expect(try SHA256Digest.ofFile(path) == SHA256Digest(of: bytes))
        #expect(hasher.finish() == SHA256Digest(of: []))
        let error = #expect(throws: InterchangeError.self) { try SHA256Digest.ofFile(folder.path("none")) }
        #expect(error?.kind == .missingInput)
    }
}
