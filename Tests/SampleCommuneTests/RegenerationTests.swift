import Foundation
import Testing

@testable import SampleCommune

@Suite("the committed sample")
struct RegenerationTests {
    @Test("is what the generator writes, byte for byte")
    func regenerates() throws {
        for file in Committed.files {
            #expect(try Committed.bytes(file.name) == file.bytes, "\(file.name) differs: run SampleCommune geodata")
        }
    }

    @Test("has no file that the generator does not write")
    func noStranger() throws {
        let there = try FileManager.default.contentsOfDirectory(atPath: Committed.folder.path)
        #expect(there.sorted() == Committed.files.map(\.name).sorted())
    }

    @Test("is smaller than two megabytes")
    func small() { #expect(Committed.files.reduce(0) { $0 + $1.bytes.count } < 2_000_000) }

    @Test("is another town for another seed")
    func seeded() {
        #expect(Town(seed: 7).addressTable() != Committed.town.addressTable())
    }
}
