import QPVKit
import TestSupport
import Testing

@Suite("Cell-key perturbation")
struct CellKeyTests {
    private func noisy(_ count: Int, _ key: UInt64, seed: UInt64 = 7) throws -> Int {
        var system = CountSystem()
        _ = system.add(.init(count: count, key: key))
        return try DisclosureControl.cellKey(seed: seed).publish(system)[0].value!
    }

    @Test(
        "Zero stays, no result is 1 to 4, none is more than 4 off, and the mean error over many keys is nought",
        arguments: 0...14)
    func noise(count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let draws = 40_000
        var system = CountSystem()
        for _ in 0..<draws { _ = system.add(.init(count: count, key: generator.next())) }
        var error = 0
        for published in try DisclosureControl.cellKey(seed: 3).publish(system) {
            let value = published.value!
            #expect(value == 0 || value >= 5)
            #expect(abs(value - count) <= 4)
            if count == 0 { #expect(value == 0) }
            error += value - count
        }
        // No noise has a variance above 6.25, so the mean's deviation is below 0.0125; five times that is not met by chance.
        #expect(abs(Double(error) / Double(draws)) < 0.0625, "mean error \(Double(error) / Double(draws))")
    }

    @Test("The same records give the same noise in every table and in any order; another seed gives other noise")
    func sameRecords() throws {
        let keys = (0..<50).map { DisclosureControl.recordKey(7, Array("record \($0)".utf8)) }
        let sum = keys.reduce(0, &+)
        #expect(sum == keys.reversed().reduce(0, &+))
        let alone = try noisy(50, sum)
        var table = CountSystem()
        let parts = [
            table.add(.init(count: 20, key: keys[..<20].reduce(0, &+))),
            table.add(.init(count: 30, key: keys[20...].reduce(0, &+))),
        ]
        let total = table.add(.init(count: 50, key: sum))
        table.state(total: total, is: parts)
        #expect(try DisclosureControl.cellKey(seed: 7).publish(table)[total].value == alone)
        let bySeed = try (0..<100).map { try noisy(50, sum, seed: $0) }
        #expect(Set(bySeed).count > 4)
    }

    @Test("A record's key is the head of SHA-256 over the seed and its bytes")
    func recordKey() {
        // printf '\0\0\0\0\0\0\0\x2aabc' | sha256sum
        #expect(DisclosureControl.recordKey(42, Array("abc".utf8)) == 0xDB173EBE7046CC22)
        #expect(
            DisclosureControl.recordKey(43, Array("abc".utf8)) != DisclosureControl.recordKey(42, Array("abc".utf8)))
    }

    @Test("A seed is digits, or 0x and hexadecimal digits, below 2⁶⁴")
    func seeds() {
        #expect(DisclosureControl.seed("42") == 42)
        #expect(DisclosureControl.seed("0xFf") == 255)
        #expect(DisclosureControl.seed("18446744073709551615") == .max)
        for text in ["", "0x", "-1", "+1", "12a", "18446744073709551616", " 1", "1e3", "٣"] {
            #expect(DisclosureControl.seed(text) == nil, "\(text)")
        }
    }
}
