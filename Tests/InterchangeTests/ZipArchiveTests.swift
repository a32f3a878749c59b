import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Zip archives")
struct ZipArchiveTests {
    /// The deflated body of the gzip example: behind ten bytes of header, before eight of trailer.
    static let deflated = Array(GzipTests.example.dropFirst(10).dropLast(8))
    static let text = Array(GzipTests.text.utf8)

    static func archive() -> [UInt8] {
        var zip = ZipMaker()
        zip.add("folder/", [])
        zip.add("folder/stored.txt", Array("as it is".utf8))
        zip.add("GEOJSON/quartiers été.geojson", text, deflated: deflated)
        zip.add("empty", [])
        return zip.bytes
    }

    static func fault(_ bytes: [UInt8], _ member: Int? = nil) -> String? {
        do {
            let zip = try ZipArchive(bytes: bytes, name: "a.zip")
            if let member { _ = try zip.read(zip.members[member]) }
            return nil
        } catch { return error.description }
    }

    @Test("stored and deflated members, folders left out")
    func members() throws {
        #expect(ZipArchive.isZip(Self.archive()))
        let zip = try ZipArchive(bytes: Self.archive(), name: "a.zip")
        #expect(zip.members.map(\.path) == ["folder/stored.txt", "GEOJSON/quartiers été.geojson", "empty"])
        #expect(zip.members.map(\.name) == ["stored.txt", "quartiers été.geojson", "empty"])
        #expect(try zip.read(zip.members[0]) == Array("as it is".utf8))
        #expect(try zip.read(zip.members[1]) == Self.text)
        #expect(try zip.read(zip.members[2]) == [])
        let none = try ZipArchive(bytes: ZipMaker().bytes, name: "a.zip")
        #expect(none.members.isEmpty)
    }

    @Test("names are UTF-8, or those of DOS; backslashes are slashes")
    func names() throws {
        var zip = ZipMaker()
        zip.add("xtxE.shp", [], flags: 0)
        // é, ë and É of code page 437, and a backslash.
        let codes: [UInt8] = [0x82, 0x5C, 0x89, 0x90]
        var bytes = zip.bytes
        while let place = bytes.firstRange(of: Array("xtxE".utf8)) { bytes.replaceSubrange(place, with: codes) }
        #expect(try ZipArchive(bytes: bytes, name: "a.zip").members.map(\.path) == ["é/ëÉ.shp"])
    }

    @Test("cut anywhere it is an error with the file's name")
    func cut() {
        let bytes = Self.archive()
        for count in 0..<bytes.count {
            let fault = Self.fault(Array(bytes[..<count]))
            #expect(fault == "error: the zip archive is cut short or damaged: it has no directory\n  --> a.zip")
        }
    }

    @Test("what is not read is refused by name: encryption, zip64, another method, a part of several")
    func refused() {
        func changed(_ offset: Int, _ values: UInt8...) -> [UInt8] {
            var bytes = Self.archive()
            for (i, value) in values.enumerated() { bytes[bytes.count - offset + i] = value }
            return bytes
        }
        var encrypted = ZipMaker()
        encrypted.add("a", [1], flags: 1)
        #expect(Self.fault(encrypted.bytes, 0) == "error: the member is encrypted\n  --> a.zip/a")
        // Of the record at the end: number of the disk 4, members 10, place of the directory 16.
        #expect(Self.fault(changed(18, 1))?.contains("one part of several") == true)
        #expect(Self.fault(changed(12, 0xFF, 0xFF))?.contains("zip64") == true)
        #expect(Self.fault(changed(6, 0xFF, 0xFF, 0xFF, 0xFF))?.contains("zip64") == true)
        #expect(Self.fault(changed(6, 0xFF, 0xFF, 0xFF, 0))?.contains("not whole") == true)
        var zip = ZipMaker()
        zip.add("a", Self.text, deflated: Self.deflated)
        var bytes = zip.bytes
        bytes[bytes.firstRange(of: [0x50, 0x4B, 1, 2])!.lowerBound + 10] = 12
        #expect(Self.fault(bytes, 0)?.contains("method 12") == true)
    }

    @Test("a member that claims more than deflate can hold, or than it holds, is refused before memory is taken")
    func bombs() {
        for (claim, what) in [(0x3FFF_FFFF, "inflate"), (0x7FFF_FFFF, "1024 MiB"), (5, "inflate"), (22, "inflate")] {
            var zip = ZipMaker()
            zip.add("a", Self.text, deflated: Self.deflated)
            var bytes = zip.bytes
            let size = bytes.firstRange(of: [0x50, 0x4B, 1, 2])!.lowerBound + 24
            for i in 0..<4 { bytes[size + i] = UInt8(truncatingIfNeeded: claim >> (8 * i)) }
            #expect(Self.fault(bytes, 0)?.contains(what) == true, "\(claim)")
        }
    }

    @Test("a changed byte is an error or changes nothing", arguments: [UInt64(11)])
    func corrupt(seed: UInt64) {
        let original = Self.archive()
        var generator = SeededGenerator(seed: seed)
        for round in 0..<4000 {
            var bytes = original
            for _ in 0...Int.random(in: 0...2, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            do {
                let zip = try ZipArchive(bytes: bytes, name: "a.zip")
                for member in zip.members {
                    let content = try zip.read(member)
                    #expect([0, 8, Self.text.count].contains(content.count), "round \(round), seed \(seed)")
                }
            } catch {
                #expect(error.kind == .badData)
            }
        }
    }
}
