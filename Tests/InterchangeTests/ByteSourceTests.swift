import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Files that somebody writes to while they are read.
@Suite("changing files")
struct ByteSourceTests {
    @Test(
        "a file that grows, shrinks or is overwritten while it is read gives an error that names it", arguments: 0..<3)
    func changing(way: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([UInt8](repeating: 65, count: 200_000), to: "in.csv")
        let source = try ByteSource(path: path)
        var room = [UInt8](repeating: 0, count: 1000)
        _ = try source.read(into: &room)
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        switch way {
        case 0:
            try handle.seekToEnd()
            try handle.write(contentsOf: [66])
        case 1: try handle.truncate(atOffset: 5000)
        default: try handle.write(contentsOf: [66])
        }
        try handle.close()
        #expect(throws: FileStamp.changed(path)) { try source.readAll() }
    }

    @Test("a file that is replaced under its name is read to its end as it was opened")
    func replaced() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([UInt8](repeating: 65, count: 5000), to: "in.csv")
        let source = try ByteSource(path: path)
        _ = rename(try folder.write([66], to: "other"), path)
        #expect(try source.readAll() == [UInt8](repeating: 65, count: 5000))
    }
}
