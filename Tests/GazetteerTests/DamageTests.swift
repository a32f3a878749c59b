import Foundation
import Interchange
import TestSupport
import Testing

@testable import Gazetteer

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

    @Test("a mapped file that is overwritten is told; one in memory answers as before, whatever becomes of the file")
    func overwritten() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(try bytes, to: "a.qpvg")
        let query = AddressQuery(text: "12 rue de la Paix 99100 Valmorin")
        let mapped = try Gazetteer(path: path, storage: .mapped, checkedAtOpen: 0)
        let kept = try Gazetteer(path: path)
        let expected = kept.match(query)
        #expect(mapped.match(query) == expected)
        try mapped.requireIntact()
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.write(contentsOf: [UInt8](repeating: 0, count: 4096))
        try handle.close()
        #expect(throws: FileStamp.changed(path)) { try mapped.requireIntact() }
        #expect(kept.match(query) == expected)
        try kept.requireIntact()
    }

    @Test("a mapped file that gets another file's name in its place stays what it was")
    func replaced() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(try bytes, to: "a.qpvg")
        let mapped = try Gazetteer(path: path, storage: .mapped, checkedAtOpen: 0)
        _ = rename(try folder.write([1, 2, 3], to: "b"), path)
        try mapped.requireIntact()
        #expect(mapped.match(AddressQuery(text: "12 rue de la Paix 99100 Valmorin")).level == .housenumber)
    }

    @Test("in a file too large to be checked at opening, a damaged page has no streets and no answer leaves its bounds")
    func lazily() throws {
        let seed: UInt64 = 11
        var generator = SeededGenerator(seed: seed)
        let whole = try bytes
        let folder = try TemporaryFolder()
        let sound = try Gazetteer(path: try folder.write(whole, to: "sound.qpvg"), checkedAtOpen: 0)
        #expect(sound.verify() == nil)
        let pages = try Gazetteer(path: folder.path("sound.qpvg")).communes.reduce(64) {
            max($0, sound.directory.pageOffset(Int($1.id)) + sound.directory.pageLength(Int($1.id)))
        }
        let query = AddressQuery(text: "12 rue de la Paix 99100 Valmorin")
        let expected = sound.match(query)
        #expect(expected == InventedBase.built.gazetteer.match(query))
        for _ in 0..<300 {
            var changed = whole
            for _ in 0..<Int.random(in: 1...20, using: &generator) {
                changed[Int.random(in: 64..<pages, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let gazetteer = try Gazetteer(path: try folder.write(changed, to: "changed.qpvg"), checkedAtOpen: 0)
            if changed != whole { #expect(gazetteer.verify() != nil, "seed \(seed)") }
            let match = gazetteer.match(query)
            if gazetteer.isSound(Int(gazetteer.communes(citycode: "99001")[0].id)) {
                #expect(match == expected, "seed \(seed)")
            } else {
                #expect(throws: GazetteerError.self) { try gazetteer.requireIntact() }
                #expect(match.level == .municipality || match.level == .none, "seed \(seed): \(match.label)")
            }
            // Listing does not check first: whatever it reads, it stays in its bounds.
            var count = 0
            gazetteer.forEachAddress { _ in count += 1 }
            for commune in gazetteer.communes {
                _ = gazetteer.streets(inCommune: commune.citycode)
                gazetteer.forEachPoint(of: .commune(commune.id)) { _, _, _, _ in count += 1 }
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
        #expect(throws: GazetteerError.version(path: path, found: 9, expected: Format.version)) {
            try Gazetteer(path: path)
        }
        func kind(_ path: String) -> InterchangeError.Kind? {
            let thrown = #expect(throws: InterchangeError.self) { try Gazetteer(path: path) }
            return thrown?.kind
        }
        #expect(kind(folder.path("absent.qpvg")) == .missingInput)
        #expect(kind(folder.url.path) == .isDirectory)
        #expect(kind("/dev/null") == .missingInput)
    }
}
