import TestSupport
import Testing

@testable import Gazetteer

@Suite("Words")
struct TextTests {
    private func words(_ text: String) -> [String] {
        var list = WordList()
        list.read(text)
        return list.words.indices.map { list.text($0) }
    }

    @Test(
        "words are folded and brought to one form",
        arguments: [
            ("Œillets d’Été", "oeillets d ete"), ("AV. DU GAL DE GAULLE", "avenue du general de gaulle"),
            ("12bis", "12 bis"), ("1er", "1"), ("XXe", "20"), ("IXème", "9"), ("vingt et un", "21"),
            ("dix-huit juin", "18 juin"),
            ("quatre-vingts", "80"), ("soixante quinze", "75"), ("Rond-Point", "rondpoint"), ("rd pt", "rondpoint"),
            ("Notre-Dame", "notre dame"), ("nd", "notre dame"), ("Saint-Ouen", "saint ouen"), ("ste", "sainte"),
            ("e\u{301}te\u{301}", "ete"), ("n° 007", "n 7"), ("straße", "strasse"), ("VernierParis", "vernier paris"),
            ("Servan75006", "servan 75006"), ("rue A. Carrel", "rue a carrel"), ("rue R. Queneau", "rue r queneau"),
            ("r. de la Paix", "rue de la paix"), ("vie", "6"), ("d12", "departementale 12"),
            ("RN7", "route nationale 7"), ("appt d12", "appt d12"), ("", ""), ("'-.,", ""),
        ])
    func folding(text: String, expected: String) { #expect(words(text).joined(separator: " ") == expected) }

    @Test("Roman numbers from 2 to 39 are read, and only well-formed ones")
    func roman() {
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        for number in 2...39 {
            let text = String(repeating: "x", count: number / 10) + ones[number % 10]
            if text.count < 2 { continue }
            #expect(Array(text.utf8).withUnsafeBufferPointer { Roman.value($0) } == number, "\(text)")
        }
        for text in ["x", "v", "i", "iiii", "vx", "iix", "xxxx", "ixi", "mai", "", "e", "eme"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { Roman.value($0) } == 0, "\(text)")
        }
    }

    /// The textbook distance with exchanges of neighbours, whole matrix.
    private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var cells = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { cells[i][0] = i }
        for j in 0...b.count { cells[0][j] = j }
        for i in 0..<a.count {
            for j in 0..<b.count {
                var best = min(cells[i][j + 1] + 1, cells[i + 1][j] + 1, cells[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, cells[i - 1][j - 1] + 1) }
                cells[i + 1][j + 1] = best
            }
        }
        return cells[a.count][b.count]
    }

    @Test("the edit distance by bit vectors is the textbook one up to its limit, for words of every length")
    func editPattern() {
        let seed: UInt64 = 5
        var generator = SeededGenerator(seed: seed)
        var pattern = EditPattern()
        for round in 0..<20_000 {
            let most = round % 10 == 0 ? 45 : 9
            func word() -> [UInt8] {
                (0..<Int.random(in: 0...most, using: &generator)).map { _ in
                    UInt8.random(in: round % 2 == 0 ? 97...99 : 48...122, using: &generator)
                }
            }
            let a = word()
            var b = Bool.random(using: &generator) ? word() : a
            if b == a, b.count > 2 { b.swapAt(0, b.count - 1) }
            let limit = Int.random(in: 0...4, using: &generator)
            // Words of more than 40 bytes never match.
            let plain = max(a.count, b.count) > 40 ? limit + 1 : min(distance(a, b), limit + 1)
            a.withUnsafeBufferPointer { pattern.set($0) }
            let fast = b.withUnsafeBufferPointer { pattern.distance($0, limit: limit) }
            #expect(fast == plain, "seed \(seed): \(a) \(b) \(limit)")
        }
    }

    @Test("no spelling stands twice in the lexicon")
    func spellings() {
        #expect(Lexicon.shared.duplicates == [])
        #expect(Lexicon.spellings(Lexicon.shared.typeNames).count > 300)
    }

    @Test("the stamp of the normalisation changes with a spelling that names are brought to, not with a mark of noise")
    func stamp() {
        var spellings = Lexicon.spellings(Lexicon.shared.typeNames)
        #expect(NormalisationStamp.of(spellings.reversed()) == NormalisationStamp.current)
        let noise = Lexicon.Entry(text: Array("sas".utf8), flags: .noiseHead, type: 0, value: -1)
        #expect(NormalisationStamp.of(spellings + [("sas", noise)]) == NormalisationStamp.current)
        let title = Lexicon.Entry(text: Array("abbe".utf8), flags: .expanded, type: 0, value: -1)
        #expect(NormalisationStamp.of(spellings + [("abb", title)]) != NormalisationStamp.current)
        spellings[0].entry.type = 7
        #expect(NormalisationStamp.of(spellings) != NormalisationStamp.current)
    }

    @Test("letter sets of words n edits apart differ in 2n letters at most")
    func signatures() {
        let seed: UInt64 = 4
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let a = (0..<8).map { _ in UInt8.random(in: 97...122, using: &generator) }
            var b = a
            b[Int.random(in: 0..<8, using: &generator)] = UInt8.random(in: 97...122, using: &generator)
            let sets = [a, b].map { $0.withUnsafeBufferPointer { WordHash.signature($0) } }
            #expect((sets[0] ^ sets[1]).nonzeroBitCount <= 2, "seed \(seed)")
        }
    }

    @Test("every length and every changed byte gives another checksum")
    func checksum() {
        var seen: Set<UInt64> = []
        for length in 0..<200 { #expect(seen.insert(Checksum.of([UInt8](repeating: 0, count: length))).inserted) }
        var bytes = [UInt8](repeating: 17, count: 150)
        for index in bytes.indices {
            for bit in 0..<8 {
                bytes[index] ^= 1 << UInt8(bit)
                #expect(seen.insert(Checksum.of(bytes)).inserted)
                bytes[index] ^= 1 << UInt8(bit)
            }
        }
    }

    @Test("coordinates are read to 1e-7 degree, and what is no number is refused")
    func degrees() {
        func read(_ text: String) -> Int32? { Array(text.utf8).withUnsafeBufferPointer { BANValue.degrees($0) } }
        #expect(read("2.330113") == 23_301_130 && read("-61.5") == -615_000_000 && read("48") == 480_000_000)
        #expect(read("2,33") == 23_300_000 && read("0.12345678") == 1_234_568 && read("0.12345674") == 1_234_567)
        for text in ["", "-", ".", "1e5", "4x", "1.2.3", "1000", "199.0", "NaN"] {
            #expect(read(text) == nil, "\(text)")
        }
    }
}
