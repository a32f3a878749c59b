import QPVKit
import Testing

@testable import Verdicts

@Suite("evidence")
struct EvidenceTests {
    static func part(_ shares: [(Int, Double)], distance: Double? = nil, nearest: Int? = nil, isCut: Bool = false)
        -> Evidence
    {
        var evidence = Evidence()
        for (perimeter, share) in shares { evidence.add(share, to: perimeter) }
        evidence.total = min(1, shares.reduce(0) { $0 + $1.1 })
        evidence.isCut = isCut
        evidence.distance = distance
        evidence.nearest = nearest
        return evidence
    }

    @Test("shares of the same perimeter add up by weight, the largest comes first")
    func sums() {
        var sum = Evidence.nowhere
        sum.add(Self.part([(3, 1)]), weight: 0.25)
        sum.add(Self.part([(1, 0.5), (3, 0.5)]), weight: 0.5)
        sum.add(Self.part([]), weight: 0.25)
        sum.sort()
        #expect(sum.shares == [.init(perimeter: 3, share: 0.5), .init(perimeter: 1, share: 0.25)])
        #expect(sum.total == 0.75)
        #expect(sum.located == 1)
    }

    @Test("equal shares come in the order of the codes, also when they differ by rounding")
    func ties() {
        for pair in [(0.5, 0.5), (0.5, 0.5 + 1e-16), (0.1 + 0.2, 0.3), (0.3, 0.1 + 0.2)] {
            var evidence = Self.part([(7, pair.0), (2, pair.1)])
            evidence.sort()
            #expect(evidence.shares.map(\.perimeter) == [2, 7])
        }
        var evidence = Self.part([(2, 0.499), (7, 0.501)])
        evidence.sort()
        #expect(evidence.shares.map(\.perimeter) == [7, 2])
    }

    @Test("the distance is the one nearest to a border, whatever its sign, and the first of equals")
    func distance() {
        var sum = Evidence.nowhere
        sum.add(Self.part([], distance: 30, nearest: 1), weight: 0.25)
        sum.add(Self.part([(0, 1)], distance: -10, nearest: 0), weight: 0.25)
        sum.add(Self.part([], distance: 10, nearest: 2), weight: 0.25)
        sum.add(Self.part([]), weight: 0.25)
        #expect(sum.distance == -10)
        #expect(sum.nearest == 0)
    }

    @Test("one cut disc makes the location cut")
    func cut() {
        var sum = Evidence.nowhere
        sum.add(Self.part([]), weight: 0.5)
        #expect(!sum.isCut)
        sum.add(Self.part([(0, 0.1)], isCut: true), weight: 0.5)
        #expect(sum.isCut)
    }

    @Test("what lies in two overlapping perimeters counts once in the total")
    func overlap() {
        var sum = Evidence.nowhere
        sum.add(Self.part([(0, 1), (1, 1)]), weight: 0.1)
        sum.add(Self.part([]), weight: 0.9)
        #expect(sum.total == 0.1)
    }

    @Test("a part without a place is not located, and not outside")
    func nowhere() {
        var sum = Evidence.nowhere
        #expect(sum.located == 0)
        sum.add(Self.part([]), weight: 0.75)
        sum.add(.nowhere, weight: 0.25)
        #expect(sum.located == 0.75)
    }

    @Test("a share of zero is no entry")
    func zero() {
        #expect(Self.part([(4, 0), (5, -0.0)]).shares.isEmpty)
    }
}
