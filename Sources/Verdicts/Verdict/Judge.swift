/// Turns evidence into a verdict: the thresholds of the project, in one place.
struct Judge: Sendable {
    /// From this share on in one perimeter, a location is inside it.
    static let insideFrom = 0.9
    /// Up to this share in all perimeters together, a location is outside.
    static let outsideUpTo = 0.1
    /// From this score on, a match counts as sure.
    static let sureMatchFrom = 0.8

    /// Rounding in sums of weights must not move a location over a threshold.
    private static let slack = 1e-9

    /// What the place was known by: decides the reason given with the decision.
    enum Ground: Sendable {
        case position
        case interpolatedNumber
        case street
    }

    /// The verdict on one location.
    ///
    /// What of the location has no known place counts for neither side. Quality 1 takes the whole location on one
    /// side, no disc cut, a sure match and no doubt: a street with one number in twenty elsewhere is decided, not sure.
    ///
    /// - Parameters:
    ///   - score: the probability that the match is right; 1 for coordinates.
    ///   - doubt: a reason that overrides the ordinary one, and forbids quality 1.
    ///   - undecided: the reason when nothing is decided, in place of the ordinary one.
    static func verdict(
        _ evidence: Evidence, ground: Ground, score: Double, doubt: Verdict.Reason? = nil,
        undecided: Verdict.Reason? = nil
    ) -> Verdict {
        let total = evidence.total
        let best = evidence.shares.first
        var verdict = Verdict(
            decision: .uncertain, perimeter: nil, probability: total, quality: .undetermined,
            distance: evidence.distance, nearest: evidence.nearest, reason: .nearBorder, addresses: 1,
            addressesInside: 0)
        let unknown = 1 - evidence.located
        var isWhole = false
        if let best, best.share >= insideFrom - slack {
            verdict.decision = .inside
            verdict.perimeter = best.perimeter
            verdict.probability = min(best.share, 1)
            verdict.addressesInside = 1
            isWhole = best.share >= 1 - slack
        } else if total + unknown <= outsideUpTo + slack {
            verdict.decision = .outside
            isWhole = total + unknown <= slack
        } else {
            verdict.probability = best?.share ?? 0
            if let best { verdict.nearest = best.perimeter }
        }
        let sure = isWhole && !evidence.isCut && score >= sureMatchFrom && doubt == nil
        if verdict.decision != .uncertain { verdict.quality = sure ? .sure : .probable }
        verdict.reason = doubt ?? reason(verdict.decision, ground, isCut: evidence.isCut)
        if let undecided, verdict.decision == .uncertain { verdict.reason = undecided }
        return verdict
    }

    /// The verdict that decides nothing, whatever the shares: only the commune is known and it has a perimeter, or the
    /// match is too doubtful.
    ///
    /// An address that was not found is no fair draw from the addresses of its commune, so a small share of the
    /// commune inside perimeters is no proof that this one is outside.
    static func undecided(_ evidence: Evidence, reason: Verdict.Reason) -> Verdict {
        Verdict(
            decision: .uncertain, perimeter: nil, probability: evidence.shares.first?.share ?? 0,
            quality: .undetermined, distance: evidence.distance,
            nearest: evidence.shares.first?.perimeter ?? evidence.nearest, reason: reason, addresses: 1,
            addressesInside: 0)
    }

    /// The verdict on a place whose perimeters of the day asked are not here: nothing is known, not even a share.
    static let notInForce = Verdict(
        decision: .uncertain, perimeter: nil, probability: nil, quality: .undetermined, distance: nil, nearest: nil,
        reason: .notInForce, addresses: 1, addressesInside: 0)

    /// The verdict on a place in no perimeter, of whose ground the perimeters do not speak: the distance to the nearest one is
    /// known, a share is not.
    static func notCovered(_ evidence: Evidence) -> Verdict {
        Verdict(
            decision: .uncertain, perimeter: nil, probability: nil, quality: .undetermined, distance: evidence.distance,
            nearest: evidence.nearest, reason: .groundNotCovered, addresses: 1, addressesInside: 0)
    }

    /// The verdict when only the commune is known and no perimeter touches it.
    static func verdictOutsideCommune(_ evidence: Evidence, score: Double) -> Verdict {
        Verdict(
            decision: .outside, perimeter: nil, probability: 0,
            quality: score >= sureMatchFrom ? .sure : .probable, distance: evidence.distance,
            nearest: evidence.nearest, reason: .communeWithoutPerimeter, addresses: 1, addressesInside: 0)
    }

    private static func reason(_ decision: Verdict.Decision, _ ground: Ground, isCut: Bool) -> Verdict.Reason {
        switch (ground, decision) {
        case (.interpolatedNumber, _): .numberInterpolated
        case (.street, .inside): .streetInside
        case (.street, .outside): .streetOutside
        case (.street, _): .streetSplit
        case (.position, _) where isCut: .nearBorder
        case (.position, .inside): .inside
        case (.position, .outside): .outside
        case (.position, _): .nearBorder
        }
    }
}
