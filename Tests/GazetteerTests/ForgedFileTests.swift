import Foundation
import TestSupport
import Testing

@testable import Gazetteer

/// Files whose checksums agree with wrong numbers, as a faulty or malicious program would write them.
@Suite("Forged files")
struct ForgedFileTests {
    /// The bytes of a gazetteer file with the means to make its checksums agree again.
    private struct File {
        var bytes: [UInt8]

        init() throws {
            bytes = Array(try Data(contentsOf: URL(fileURLWithPath: InventedBase.built.path)))
        }

        private func number(_ at: Int) -> Int {
            (0..<8).reduce(0) { $0 | Int(bytes[at + $1]) << ($1 * 8) }
        }

        mutating func set(_ value: UInt64, at: Int, size: Int) {
            for place in 0..<size { bytes[at + place] = UInt8(truncatingIfNeeded: value >> UInt64(place * 8)) }
        }

        private var foot: Int { bytes.count - Format.footLength }

        func section(_ section: Format.Section) -> (start: Int, length: Int) {
            let at = foot + 64 + section.rawValue * 32
            return (number(at), number(at + 8))
        }

        func commune(_ index: Int) -> Int { section(.communes).start + index * Format.Commune.size }

        func page(_ index: Int) -> (start: Int, length: Int) {
            let at = commune(index)
            return (number(at + Format.Commune.pageOffset), number(at + Format.Commune.pageLength) & 0xFFFF_FFFF)
        }

        /// Writes the checksums of pages, sections and foot that these bytes have.
        mutating func seal() {
            for index in 0..<section(.communes).length / Format.Commune.size {
                let (start, length) = page(index)
                guard start >= 0, start + length <= bytes.count else { continue }
                let sum = Checksum.of(Array(bytes[start..<start + length]))
                set(sum, at: commune(index) + Format.Commune.checksum, size: 8)
            }
            for part in Format.Section.allCases where part != .pages {
                let (start, length) = section(part)
                let sum = Checksum.of(Array(bytes[start..<start + length]))
                set(sum, at: foot + 64 + part.rawValue * 32 + 16, size: 8)
            }
            let sum = Checksum.of(Array(bytes[..<Format.headLength]) + Array(bytes[foot..<bytes.count - 24]))
            set(sum, at: bytes.count - 24, size: 8)
        }
    }

    private func open(_ file: File, checkedAtOpen: Int = 1 << 20) throws -> Gazetteer {
        let folder = try TemporaryFolder()
        return try Gazetteer(path: try folder.write(file.bytes, to: "forged.qpvg"), checkedAtOpen: checkedAtOpen)
    }

    @Test("a file sealed again without a change is sound")
    func untouched() throws {
        var file = try File()
        let before = file.bytes
        file.seal()
        #expect(file.bytes == before)
        #expect(try open(file).verify() == nil)
    }

    @Test(
        "a file compiled with another lexicon, or before lexicons had a stamp, is read, and none of its matches is sure"
    )
    func otherLexicon() throws {
        var other = try File()
        other.set(NormalisationStamp.current &+ 1, at: Format.stamp, size: 8)
        other.seal()
        var unstamped = try File()
        unstamped.set(UInt64(Format.unstamped), at: 8, size: 4)
        unstamped.set(UInt64(Format.unstamped), at: unstamped.bytes.count - 8, size: 8)
        unstamped.seal()
        let query = AddressQuery(text: "6 rue Basse 99100 Valmorin")
        let own = try open(try File())
        #expect(!own.isOfOtherLexicon)
        for file in [other, unstamped] {
            let gazetteer = try open(file)
            #expect(gazetteer.isOfOtherLexicon)
            let match = gazetteer.match(query)
            #expect(match.label == own.match(query).label)
            #expect(match.score < 0.8)
        }
    }

    @Test(
        "a commune table with numbers that cannot be true is refused",
        arguments: [
            (Format.Commune.firstStreet, 4), (Format.Commune.firstAddress, 4), (Format.Commune.streetCount, 4),
            (Format.Commune.addressCount, 4), (Format.Commune.pageOffset, 8), (Format.Commune.pageLength, 4),
            (Format.Commune.nameOffset, 4), (Format.Commune.cityOffset, 4),
        ])
    func communes(field: Int, size: Int) throws {
        for value in [UInt64.max, 0xFFFF_FFF0, 0x7FFF_FFFF] {
            var file = try File()
            file.set(value, at: file.commune(2) + field, size: size)
            file.seal()
            #expect(throws: GazetteerError.self, "\(field) \(value)") { try open(file) }
        }
    }

    @Test(
        "a name, a postcode or a word of a commune that does not exist is refused",
        arguments: [
            (Format.Section.names, Format.Name.commune), (.names, Format.Name.textOffset),
            (.postcodes, Format.Postcode.commune), (.words, Format.GlobalWord.textOffset),
            (.words, Format.GlobalWord.postingStart), (.words, Format.GlobalWord.postingCount), (.postings, 0),
        ])
    func tables(section: Format.Section, field: Int) throws {
        for value in [UInt64(0xFFFF_FFFF), 0x7FFF_FFFF, 100_000] {
            var file = try File()
            file.set(value, at: file.section(section).start + field, size: 4)
            file.seal()
            #expect(throws: GazetteerError.self, "\(section) \(field) \(value)") { try open(file) }
        }
    }

    @Test("wrong numbers in a page that its checksum hides are found by the check, and trap no query or listing")
    func pages() throws {
        let seed: UInt64 = 17
        var generator = SeededGenerator(seed: seed)
        let texts = [
            "12 rue de la Paix 99100 Valmorin", "12 rue dela Piax 99100 Valmorin", "3 r du gal lecler Valmorin",
        ]
        var found = 0
        for round in 0..<200 {
            var file = try File()
            let (start, length) = file.page(Int.random(in: 0..<7, using: &generator))
            for _ in 0..<Int.random(in: 1...40, using: &generator) {
                let at = start + Int.random(in: 0..<length / 4, using: &generator) * 4
                let value = [UInt64(0), 0xFFFF_FFFF, 0x7FFF_FFFF, UInt64.random(in: 0...70_000, using: &generator)]
                file.set(value.randomElement(using: &generator)!, at: at, size: 4)
            }
            file.seal()
            // Pages of another count than the table's are no pages.
            let gazetteer = try open(file, checkedAtOpen: round % 2 == 0 ? 0 : 1 << 20)
            if gazetteer.verify() != nil { found += 1 }
            for text in texts { _ = gazetteer.match(AddressQuery(text: text)) }
            _ = gazetteer.explain(AddressQuery(text: texts[1]))
            var count = 0
            gazetteer.forEachAddress { address in
                count += gazetteer.banID(of: address).utf8.count
                _ = gazetteer.street(address.street)
            }
            for commune in gazetteer.communes {
                for street in gazetteer.streets(inCommune: commune.citycode) {
                    gazetteer.forEachPoint(of: street.place) { _, _, _, _ in count += 1 }
                }
            }
            _ = gazetteer.nearest(longitude: 3, latitude: 47)
        }
        #expect(found > 100, "seed \(seed): \(found) of 200")
    }
}
