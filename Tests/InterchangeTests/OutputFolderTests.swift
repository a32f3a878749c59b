import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite struct OutputFolderTests {
    private let folder = try! TemporaryFolder()

    private func names(_ path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent(path).path).sorted()
    }

    @Test("a folder is there when it is complete, and not before")
    func complete() throws {
        let output = try OutputFolder(path: folder.path("out"), names: ["a.txt", "b.txt"])
        try output.write(Array("a".utf8), to: "a.txt")
        #expect(try !names().contains("out"))
        try output.write(Array("b".utf8), to: "b.txt")
        try output.commit()
        #expect(try names() == ["out"])
        #expect(try names("out") == ["a.txt", "b.txt"])
    }

    @Test("two folders and a workbook are made side by side, and one does not wait for the other")
    func several() throws {
        let first = try OutputFolder(path: folder.path("first"), names: ["a.txt"])
        let second = try OutputFolder(path: folder.path("second"), names: ["b.txt"])
        let hidden = try (0..<70).map { _ in try PrivateFolder(names: ["c.txt"]) }
        try first.write(Array("a".utf8), to: "a.txt")
        try second.write(Array("b".utf8), to: "b.txt")
        try second.commit()
        try first.commit()
        #expect(try names() == ["first", "second"])
        #expect(Set(hidden.map(\.path)).count == 70)
    }

    @Test("a folder given up leaves nothing")
    func givenUp() throws {
        do {
            let output = try OutputFolder(path: folder.path("out/"), names: ["a.txt"])
            try output.write(Array("a".utf8), to: "a.txt")
        }
        #expect(try names() == [])
    }

    @Test("what is there is never replaced, not even when it comes on the way")
    func taken() throws {
        try folder.write("mine", to: "out")
        #expect(throws: InterchangeError.self) { try OutputFolder(path: folder.path("out"), names: []) }
        do {
            let output = try OutputFolder(path: folder.path("late"), names: [])
            try folder.write("mine", to: "late")
            #expect(throws: InterchangeError.self) { try output.commit() }
        }
        #expect(throws: InterchangeError.self) { try OutputFolder(path: folder.path("none/out"), names: []) }
        #expect(try names() == ["late", "out"])
    }
}
