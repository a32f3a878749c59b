import QPVKit
import TestSupport
import Testing

@testable import Disclosure
@testable import Perimeters
@testable import Reports
@testable import Statistics

@Suite("Suppression of small counts")
struct SuppressionTests {
    private typealias Way = CrossedTables.Way

    @Test("No hidden count of a two-way table can be derived", arguments: 0..<8)
    func twoWay(part: UInt64) throws {
        try expectProtection(part, 30) { generator in
            let ways = [Way.flat(.random(in: 2...5, using: &generator)), .flat(.random(in: 2...5, using: &generator))]
            return CrossedTables(ways, inner: Self.counts(&generator))
        }
    }

    @Test("No hidden count of a three-way table can be derived", arguments: 0..<4)
    func threeWay(part: UInt64) throws {
        try expectProtection(part, 3) { CrossedTables([.flat(2), .flat(2), .flat(2)], inner: Self.counts(&$0)) }
    }

    @Test("No hidden count of a table with sums of sums can be derived", arguments: 0..<4)
    func hierarchical(part: UInt64) throws {
        try expectProtection(part, 9) {
            CrossedTables([Way(parents: [-1, 0, 0, 1, 1, 2, 2, 2]), .flat(3)], inner: Self.counts(&$0))
        }
    }

    @Test("No hidden count of three tables that share their margins can be derived", arguments: 0..<4)
    func linked(part: UInt64) throws {
        try expectProtection(part, 9) {
            CrossedTables(
                [.flat(3), .flat(2), .flat(3)], published: [[0, 1], [0, 2], [1, 2]], inner: Self.counts(&$0))
        }
    }

    @Test("Details hide nothing of the rest, and what they hide cannot be derived; or there are none", arguments: 0..<4)
    func details(part: UInt64) throws {
        var shown = 0
        for seed in part * 12..<(part + 1) * 12 {
            var generator = SeededGenerator(seed: seed)
            let detail: ([Int]) -> Int = { $0[0] > 0 && ($0[1] > 0 || $0[2] > 0) ? $0[0] : 0 }
            // Larger counts than elsewhere: of small ones no details can be shown.
            let tables = CrossedTables([.flat(3), .flat(2), .flat(2)], detail: detail) { _ in
                Int.random(in: 0...40, using: &generator)
            }
            let answer = try Suppression(of: tables.system, threshold: 5)
            let (rest, cells) = tables.system.essentials
            let alone = try Suppression(of: rest, threshold: 5)
            let hidden = answer.published.map { $0.value == nil }
            for (rank, cell) in cells.enumerated() {
                #expect(!hidden[cell] || alone.published[rank].value == nil, "seed \(seed), cell \(cell)")
            }
            guard answer.isDetailShown else {
                #expect(tables.system.cells.indices.allSatisfy { tables.system.cells[$0].detail == 0 || hidden[$0] })
                continue
            }
            shown += 1
            expectProtection(tables.system, answer, 5, "seed \(seed)")
        }
        #expect(shown > 6)
    }

    @Test("What is lost is within three percent of the least in all, over tables small enough to try every choice")
    func nearlyLeast() throws {
        var lost = 0
        var least = 0
        for seed in 0..<60 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let tables = CrossedTables([.flat(3), .flat(3)], inner: Self.counts(&generator))
            let answer = try Suppression(of: tables.system, threshold: 5)
            guard answer.weak.isEmpty else { continue }
            lost += answer.loss
            least += leastLoss(tables.system, threshold: 5, below: answer.loss)
        }
        #expect(least > 0 && lost * 100 <= least * 103, "lost \(lost), least \(least)")
    }

    @Test("A cell alone in its row takes a rectangle with it; zeros and everything else stay")
    func rectangle() throws {
        let counts = [[3, 20, 0], [30, 9, 40], [50, 60, 70]]
        let tables = CrossedTables([.flat(3), .flat(3)]) { counts[$0[0] - 1][$0[1] - 1] }
        let published = try DisclosureControl.suppression(threshold: 5).publish(tables.system)
        let hidden = tables.cells.filter { published[$0.value].value == nil }.keys.sorted {
            $0.lexicographicallyPrecedes($1)
        }
        #expect(hidden == [[1, 1], [1, 2], [2, 1], [2, 2]])
        #expect(published[tables.cells[[1, 1]]!] == .suppressed)
        #expect(published[tables.cells[[2, 2]]!] == .suppressedWithOthers)
        #expect(published[tables.cells[[1, 3]]!] == .shown(0))
    }

    @Test(
        "Four ones that add up to four are hidden from those who do not know which are small, and are said to be weak")
    func weak() throws {
        var system = CountSystem()
        let parts = (0..<4).map { _ in system.add(.init(count: 1)) }
        let total = system.add(.init(count: 4))
        system.state(total: total, is: parts)
        let answer = try Suppression(of: system, threshold: 5)
        #expect(answer.published.allSatisfy { $0 == .suppressed })
        #expect(answer.weak == parts + [total])
    }

    @Test("A small count that no sum holds takes nothing with it")
    func alone() throws {
        var system = CountSystem()
        _ = system.add(.init(count: 2))
        _ = system.add(.init(count: 0))
        _ = system.add(.init(count: 5))
        let published = try DisclosureControl.suppression(threshold: 5).publish(system)
        #expect(published == [.suppressed, .shown(0), .shown(5)])
    }

    @Test(
        "Groups linked by totals of every cell: the same answer twice, and each sum that hides anything hides more than one"
    )
    func groups() throws {
        var generator = SeededGenerator(seed: 9)
        let tables = CrossedTables([.flat(12), .flat(4), .flat(2)], inner: Self.counts(&generator))
        let answer = try Suppression(of: tables.system, threshold: 5)
        #expect(answer.published == (try Suppression(of: tables.system, threshold: 5)).published)
        for sum in tables.system.sums {
            let hidden = ([sum.total] + sum.parts).count { answer.published[$0].value == nil }
            #expect(hidden != 1)
        }
    }

    @Test("A threshold below 3 is refused; no control shows everything")
    func thresholds() throws {
        var system = CountSystem()
        _ = system.add(.init(count: 1))
        #expect(throws: DisclosureError.thresholdTooLow(2)) {
            try DisclosureControl.suppression(threshold: 2).publish(system)
        }
        #expect(try DisclosureControl.none.publish(system) == [.shown(1)])
    }

    /// Counts as small groups have them: a quarter zeros, the rest skewed.
    private static func counts(_ generator: inout SeededGenerator) -> ([Int]) -> Int {
        let most = Int.random(in: 2...20, using: &generator)
        var own = generator
        _ = generator.next()
        return { _ in
            if Int.random(in: 0..<4, using: &own) == 0 { return 0 }
            return Int.random(in: 0...most, using: &own) * Int.random(in: 1...3, using: &own)
        }
    }

    private func expectProtection(
        _ part: UInt64, _ count: Int, _ make: (inout SeededGenerator) -> CrossedTables
    ) throws {
        for number in 0..<count {
            let seed = part * 1_000_003 + UInt64(number)
            var generator = SeededGenerator(seed: seed)
            let tables = make(&generator)
            let threshold = [3, 5, 11][number % 3]
            let answer = try Suppression(of: tables.system, threshold: threshold)
            expectProtection(tables.system, answer, threshold, "seed \(seed)")
        }
    }

    private func expectProtection(
        _ system: CountSystem, _ answer: Suppression, _ threshold: Int, _ which: String
    ) {
        let hidden = answer.published.map { $0.value == nil }
        let anyone = Attacker(system, hidden: hidden, threshold: threshold, knowsWhich: false)
        let insider = Attacker(system, hidden: hidden, threshold: threshold, knowsWhich: true)
        for (cell, published) in answer.published.enumerated() {
            let count = system.cells[cell].count
            switch published {
            case .shown(let value):
                #expect(value == count && !(1..<threshold ~= count), "\(which), cell \(cell)")
            case .suppressed, .suppressedWithOthers:
                #expect((published == .suppressed) == (1..<threshold ~= count), "\(which), cell \(cell)")
                #expect(!anyone.derives(cell), "\(which), cell \(cell)")
                if published == .suppressed, !answer.weak.contains(cell) {
                    #expect(!insider.derives(cell), "\(which), cell \(cell)")
                }
            }
        }
    }

    private func leastLoss(_ system: CountSystem, threshold: Int, below: Int) -> Int {
        let counts = system.cells.map(\.count)
        let others = counts.indices.filter { counts[$0] >= threshold }
        var hidden = counts.map { $0 > 0 && $0 < threshold }
        let small = hidden.indices.filter { hidden[$0] }
        var least = below
        func hide(from start: Int, _ loss: Int) {
            if loss >= least { return }
            let insider = Attacker(system, hidden: hidden, threshold: threshold, knowsWhich: true)
            if small.allSatisfy({ !insider.derives($0) }) {
                least = loss
                return
            }
            for place in others.indices.dropFirst(start) {
                hidden[others[place]] = true
                hide(from: place + 1, loss + Int.bitWidth - counts[others[place]].leadingZeroBitCount)
                hidden[others[place]] = false
            }
        }
        hide(from: 0, 0)
        return least
    }
}
