import QPVKit
import Testing

@testable import Verdicts

@Suite("the judge")
struct JudgeTests {
    typealias Row = (
        shares: [Double], isCut: Bool, ground: Judge.Ground, score: Double, doubt: Verdict.Reason?,
        decision: Verdict.Decision, quality: Int, reason: Verdict.Reason
    )

    static func evidence(_ shares: [Double], isCut: Bool, located: Double = 1) -> Evidence {
        var evidence = EvidenceTests.part(shares.enumerated().map { ($0.offset, $0.element) }, isCut: isCut)
        evidence.located = located
        evidence.sort()
        return evidence
    }

    @Test("thresholds, quality and reasons, written out")
    func table() {
        let rows: [Row] = [
            ([1], false, .position, 1, nil, .inside, 1, .inside),
            ([], false, .position, 1, nil, .outside, 1, .outside),
            ([1], true, .position, 1, nil, .inside, 2, .nearBorder),
            ([0.9], true, .position, 1, nil, .inside, 2, .nearBorder),
            ([0.899999], true, .position, 1, nil, .uncertain, 3, .nearBorder),
            ([0.1], true, .position, 1, nil, .outside, 2, .nearBorder),
            ([0.100001], true, .position, 1, nil, .uncertain, 3, .nearBorder),
            ([1], false, .position, 0.8, nil, .inside, 1, .inside),
            ([1], false, .position, 0.799, nil, .inside, 2, .inside),
            ([], false, .position, 0.799, nil, .outside, 2, .outside),
            ([0.5, 0.5], true, .position, 1, nil, .uncertain, 3, .nearBorder),
            ([0.06, 0.05], true, .position, 1, nil, .uncertain, 3, .nearBorder),
            ([0.05, 0.05], true, .position, 1, nil, .outside, 2, .nearBorder),
            ([1, 1], false, .position, 1, nil, .inside, 1, .inside),
            ([1], false, .street, 1, nil, .inside, 1, .streetInside),
            ([0.95], false, .street, 1, nil, .inside, 2, .streetInside),
            ([0.9], false, .street, 1, nil, .inside, 2, .streetInside),
            ([0.5], false, .street, 1, nil, .uncertain, 3, .streetSplit),
            ([0.5, 0.5], false, .street, 1, nil, .uncertain, 3, .streetSplit),
            ([0.1], false, .street, 1, nil, .outside, 2, .streetOutside),
            ([], false, .street, 1, nil, .outside, 1, .streetOutside),
            ([], true, .street, 1, nil, .outside, 2, .streetOutside),
            ([1], false, .interpolatedNumber, 1, nil, .inside, 1, .numberInterpolated),
            ([0.5], true, .interpolatedNumber, 1, nil, .uncertain, 3, .numberInterpolated),
            ([1], false, .position, 1, .communeMismatch, .inside, 2, .communeMismatch),
            ([], false, .street, 1, .communeMismatch, .outside, 2, .communeMismatch),
            ([0.5], true, .position, 1, .communeMismatch, .uncertain, 3, .communeMismatch),
        ]
        for row in rows {
            let verdict = Judge.verdict(
                Self.evidence(row.shares, isCut: row.isCut), ground: row.ground, score: row.score, doubt: row.doubt)
            #expect(verdict.decision == row.decision, "\(row)")
            #expect(verdict.quality.rawValue == row.quality, "\(row)")
            #expect(verdict.reason == row.reason, "\(row)")
        }
    }

    @Test("every combination obeys the rules of a verdict")
    func everyCombination() {
        let shares: [[Double]] = [
            [], [0.05], [0.1], [0.11], [0.5], [0.89], [0.9], [0.95], [1], [0.5, 0.5], [0.05, 0.05], [0.06, 0.06],
            [1, 1],
            [0.92, 0.08],
        ]
        var counted = 0
        for shares in shares {
            for isCut in [false, true] {
                for located in [0.5, 0.95, 1] where located == 1 || shares.reduce(0, +) <= located {
                    for ground in [Judge.Ground.position, .interpolatedNumber, .street] {
                        for score in [0.5, 0.79, 0.8, 1] {
                            for doubt in [nil, Verdict.Reason.communeMismatch] {
                                for undecided in [nil, Verdict.Reason.ambiguousStreet] {
                                    let verdict = Judge.verdict(
                                        Self.evidence(shares, isCut: isCut, located: located), ground: ground,
                                        score: score, doubt: doubt, undecided: undecided)
                                    let rules = broken(verdict, shares, isCut, located, score, doubt, undecided)
                                    if !rules.isEmpty { Issue.record("\(rules): \(shares), cut \(isCut), \(verdict)") }
                                    counted += 1
                                }
                            }
                        }
                    }
                }
            }
        }
        #expect(counted > 2500)
    }

    /// The rules that a verdict breaks.
    private func broken(
        _ verdict: Verdict, _ shares: [Double], _ isCut: Bool, _ located: Double, _ score: Double,
        _ doubt: Verdict.Reason?, _ undecided: Verdict.Reason?
    ) -> [String] {
        let all = min(1, shares.reduce(0, +))
        let isWhole = shares.contains(1) || (shares.isEmpty && located == 1)
        let isDecided = verdict.decision == .inside || verdict.decision == .outside
        var rules: [(String, Bool)] = [
            // The perimeter belongs to the inside, and to nothing else: no undecided row is ever counted by its code.
            ("a code for inside only", (verdict.perimeter != nil) == (verdict.decision == .inside)),
            ("addresses inside", verdict.addressesInside == (verdict.decision == .inside ? 1 : 0)),
            ("undetermined is uncertain", (verdict.quality == .undetermined) == (verdict.decision == .uncertain)),
            ("located", verdict.decision != .notLocated),
            ("sure", (verdict.quality == .sure) == (isWhole && !isCut && score >= 0.8 && doubt == nil)),
            ("doubt is said", !isDecided || doubt == nil || verdict.reason == doubt),
        ]
        switch verdict.decision {
        case .inside:
            rules.append(("inside", shares.contains { $0 >= 0.9 - 1e-9 } && verdict.probability == shares.max()!))
        case .outside:
            rules.append(("outside", all + 1 - located <= 0.1 + 1e-9 && verdict.probability == all))
        default:
            rules += [
                ("uncertain", shares.allSatisfy { $0 < 0.9 } && all + 1 - located > 0.1),
                ("candidate", verdict.probability == shares.max() ?? 0 && (shares.isEmpty || verdict.nearest == 0)),
                ("why", verdict.reason == undecided ?? doubt ?? verdict.reason),
            ]
        }
        return rules.filter { !$0.1 }.map(\.0)
    }

    @Test("thirds and sevenths that add up to nine tenths but for rounding are inside")
    func rounding() {
        for parts in [3, 7, 9, 11, 49, 90] {
            var sum = Evidence.nowhere
            for i in 0..<(parts * 10) {
                sum.add(EvidenceTests.part(i < parts * 9 ? [(0, 1)] : []), weight: 1 / Double(parts * 10))
            }
            #expect(Judge.verdict(sum, ground: .street, score: 1).decision == .inside, "\(parts)")
            var other = Evidence.nowhere
            for i in 0..<(parts * 10) {
                other.add(EvidenceTests.part(i < parts ? [(0, 1)] : []), weight: 1 / Double(parts * 10))
            }
            #expect(Judge.verdict(other, ground: .street, score: 1).decision == .outside, "\(parts)")
        }
    }

    @Test("what is only known by its commune is never decided by shares")
    func commune() {
        for shares in [[], [0.001], [0.5], [1.0]] {
            let verdict = Judge.undecided(Self.evidence(shares, isCut: false), reason: .municipalityOnly)
            #expect(verdict.decision == .uncertain)
            #expect(verdict.quality == .undetermined)
            #expect(verdict.perimeter == nil)
            #expect(verdict.reason == .municipalityOnly)
        }
    }

    @Test("a commune without perimeter is outside, surely when the match is")
    func communeWithout() {
        let sure = Judge.verdictOutsideCommune(Self.evidence([], isCut: false), score: 0.8)
        #expect(sure.decision == .outside && sure.quality == .sure && sure.reason == .communeWithoutPerimeter)
        #expect(Judge.verdictOutsideCommune(Self.evidence([], isCut: false), score: 0.79).quality == .probable)
    }
}
