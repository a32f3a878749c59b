import Foundation
import Gazetteer
import TestSupport
import Testing

@Suite("Damaged files")
struct DamageTests {
    private var bytes: [UInt8] {
        get throws { Array(try Data(contentsOf: URL(fileURLWithPath: InventedBase.built.path))) }
    }

    @Test("a cut file is refused, wherever it is cut")
    func cut() throws {
        let whole = try bytes
        let folder = try TemporaryFolder()
        for length in Set(
            [0, 1, 7, 8, 63, 64, 100] + stride(from: 0, to: whole.count, by: 997) + (whole.count - 400..<whole.count))
        {
            let path = try folder.write(Array(whole.prefix(length)), to: "cut.qpvg")
            #expect(throws: GazetteerError.self, "cut to \(length)") { try Gazetteer(path: path) }
        }
    }

    @Test("one changed bit is found, wherever it is")
    func flip() throws {
        let seed: UInt64 = 7
        var generator = SeededGenerator(seed: seed)
        let whole = try bytes
        let folder = try TemporaryFolder()
        let before = InventedBase.match("12 rue de la Paix 99100 Valmorin")
        for _ in 0..<600 {
            var changed = whole
            let at = Int.random(in: 0..<whole.count, using: &generator)
            changed[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            let path = try folder.write(changed, to: "flipped.qpvg")
            // Only the zeros between sections are not part of anything.
            if let gazetteer = try? Gazetteer(path: path) {
                #expect(
                    gazetteer.match(AddressQuery(text: "12 rue de la Paix 99100 Valmorin")) == before,
                    "seed \(seed), byte \(at)")
                #expect(whole[at] == 0, "seed \(seed): byte \(at) changed unseen")
            }
        }
    }

    @Test("something else is no gazetteer, and another version is said to be one")
    func others() throws {
        let folder = try TemporaryFolder()
        let text = try folder.write(String(repeating: "nothing;", count: 200), to: "text.qpvg")
        #expect(throws: GazetteerError.damaged(path: text, reason: "it does not begin as a gazetteer does")) {
            try Gazetteer(path: text)
        }
        var newer = try bytes
        newer[8] = 9
        let path = try folder.write(newer, to: "newer.qpvg")
        #expect(throws: GazetteerError.version(path: path, found: 9, expected: 1)) { try Gazetteer(path: path) }
        #expect(throws: GazetteerError.self) { try Gazetteer(path: folder.path("absent.qpvg")) }
        #expect(throws: GazetteerError.self) { try Gazetteer(path: folder.url.path) }
    }
}
