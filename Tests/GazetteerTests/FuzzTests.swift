import Gazetteer
import TestSupport
import Testing

@Suite("Any text")
struct FuzzTests {
    private static let pieces = [
        "12", "bis", "rue", "r", "de", "la", "Paix", "99100", "Valmorin", ",", "-", "/", "2-4", "av", "Grandmont", "2e",
        "IV",
        "BP", "CEDEX", "'", "é", "œ", "1945", "mai", "8", "Beaulac", "chez", "bat", "C", "étage", "n°", "99999",
        "00000", "(", ")",
        "\n", "\t", "rond", "point", "vingt", "et", "un", "premier", "J.", "A", "999999999999999999999", "🏠", "ß",
        "\u{301}", "\u{0}",
        "PaixValmorin", "rue99100", "1er", "d", "l", "à", "escalier", "France", "lieu", "dit", "xxxviii", "e", "12e",
    ]

    @Test("no text makes it fail, and a batch answers as single questions do")
    func pieces() {
        let seed: UInt64 = 99
        var generator = SeededGenerator(seed: seed)
        let gazetteer = InventedBase.built.gazetteer
        var scratch = MatchScratch()
        for round in 0..<3000 {
            let count = Int.random(in: 0...14, using: &generator)
            let separators = [" ", " ", " ", "", ", "]
            var text = ""
            for _ in 0..<count {
                text += Self.pieces.randomElement(using: &generator)! + separators.randomElement(using: &generator)!
            }
            var query = AddressQuery(text: text)
            if round % 5 == 0 { query.city = Self.pieces.randomElement(using: &generator) }
            if round % 7 == 0 { query.postcode = Self.pieces.randomElement(using: &generator) }
            if round % 11 == 0 {
                (query.street, query.text, query.housenumber) = (
                    text, nil, Self.pieces.randomElement(using: &generator)
                )
            }
            let match = gazetteer.match(query, scratch: &scratch)
            #expect((0...1).contains(match.score) && match.scoreNext <= match.score, "seed \(seed): \(query)")
            #expect((match.level == .none) == match.places.isEmpty, "seed \(seed): \(query)")
            if match.level != .none {
                #expect(abs(match.places.reduce(0) { $0 + $1.weight } - 1) < 1e-9, "seed \(seed): \(query)")
            }
            if round % 4 == 0 { #expect(gazetteer.match(query) == match, "seed \(seed): \(query)") }
            if round % 50 == 0 { #expect(gazetteer.explain(query).match == match, "seed \(seed): \(query)") }
        }
    }

    @Test("random bytes and very long texts do no harm")
    func bytes() {
        let seed: UInt64 = 5
        var generator = SeededGenerator(seed: seed)
        let gazetteer = InventedBase.built.gazetteer
        var scratch = MatchScratch()
        for _ in 0..<1000 {
            let bytes = (0..<Int.random(in: 0..<80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = gazetteer.match(AddressQuery(text: String(decoding: bytes, as: UTF8.self)), scratch: &scratch)
        }
        for piece in Self.pieces {
            _ = gazetteer.match(AddressQuery(text: String(repeating: piece + " ", count: 3000)), scratch: &scratch)
            _ = gazetteer.match(AddressQuery(text: String(repeating: piece, count: 3000)), scratch: &scratch)
        }
    }

    @Test("threads that share a gazetteer answer as one does")
    func threads() async {
        let gazetteer = InventedBase.built.gazetteer
        let queries = InventedBase.rows.prefix(120).map { row -> AddressQuery in
            let fields = row.split(separator: ";", omittingEmptySubsequences: false)
            return AddressQuery(text: "\(fields[2])\(fields[3]) \(fields[4]) \(fields[5]) \(fields[7])")
        }
        let alone = queries.map { gazetteer.match($0) }
        await withTaskGroup(of: [Match].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var scratch = MatchScratch()
                    return queries.map { gazetteer.match($0, scratch: &scratch) }
                }
            }
            for await together in group { #expect(together == alone) }
        }
    }
}
