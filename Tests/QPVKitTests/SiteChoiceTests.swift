import QPVKit
import TestSupport
import Testing

@testable import Coverage
@testable import Disclosure

@Suite("Which sites bring most")
struct SiteChoiceTests {
    /// Every choice of at most `count` sites, slow and plain.
    private func best(_ reached: [[Int]], _ weights: [Double], _ count: Int) -> Double {
        var best = 0.0
        for mask in 0..<(1 << reached.count) where mask.nonzeroBitCount <= count {
            var points: Set<Int> = []
            for site in reached.indices where mask >> site & 1 == 1 { points.formUnion(reached[site]) }
            best = max(best, points.reduce(0) { $0 + weights[$1] })
        }
        return best
    }

    @Test("seeded cases: the optimum is that of all choices, and greedy keeps its bound", arguments: 0..<60)
    func seeded(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let sites = Int.random(in: 1...10, using: &generator), points = Int.random(in: 1...25, using: &generator)
        let weights = (0..<points).map { _ in
            seed % 2 == 0 ? 1.0 : Double(Int.random(in: 0...9, using: &generator))
        }
        let reached = (0..<sites).map { _ in (0..<points).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        }
        let count = Int.random(in: 1...4, using: &generator)
        let choice = SiteChoice(reached, weights, count: count, effort: 1_000_000)
        let expected = best(reached, weights, count)
        #expect(choice.optimum?.gain == expected, "seed \(seed)")
        let chosen = Set((choice.optimum?.candidates ?? []).flatMap { reached[$0] })
        #expect(chosen.reduce(0) { $0 + weights[$1] } == expected, "seed \(seed)")
        #expect(choice.gain <= expected && choice.gain >= 0.632 * expected, "seed \(seed)")
        #expect(choice.steps.count <= count && choice.steps.allSatisfy { $0.gain > 0 }, "seed \(seed)")
        #expect(choice.open == weights.reduce(0, +))
    }

    @Test("where the best site of all is a trap, the search finds the better pair")
    func trap() {
        // One site in the middle takes two thirds of both sides.
        let reached = [[1, 2, 3, 4], [0, 1, 2], [3, 4, 5]]
        let choice = SiteChoice(reached, [1, 1, 1, 1, 1, 1], count: 2, effort: 1000)
        #expect(choice.steps.map(\.candidate) == [0, 1] && choice.gain == 5 && choice.steps[1].ties == [2])
        #expect(choice.optimum == .init(candidates: [1, 2], gain: 6))
    }

    @Test("equal sites are told, the first of the file is taken; what adds nothing is not")
    func ties() {
        let choice = SiteChoice([[], [0, 1], [2, 3], [0, 1]], [1, 1, 1, 1], count: 4, effort: 1000)
        #expect(choice.steps == [.init(candidate: 1, gain: 2, ties: [2, 3]), .init(candidate: 2, gain: 2, ties: [])])
        #expect(SiteChoice([], [1], count: 2, effort: 10).steps.isEmpty)
        #expect(SiteChoice([[], []], [1], count: 2, effort: 10).steps.isEmpty)
    }

    @Test("a search that is too long is given up, and says so")
    func effort() {
        #expect(SiteChoice([[0], [1]], [1, 1], count: 2, effort: 1).optimum == nil)
    }
}
