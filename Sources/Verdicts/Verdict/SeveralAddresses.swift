import Gazetteer

/// The verdict on a row that names several addresses, from the findings about each.
struct SeveralAddresses {
    private(set) var findings: [Finding] = []

    mutating func add(_ finding: Finding) { findings.append(finding) }

    /// Inside when all are in one perimeter, outside when none is in any or may be; otherwise uncertain, and
    /// `nearest` is the perimeter of those that are inside when it is the same for all, else that of the largest share.
    ///
    /// Probability and shares are means over the addresses, the distance is that of the address nearest to a border, the
    /// quality that of the worst. An ambiguity forbids quality 1; when addresses are missing nothing is decided. Match
    /// and position are those of the first address that was found.
    func finding(_ ambiguities: [ExpressionAmbiguity], isCut: Bool) -> Finding {
        let first = findings.first { $0.verdict.decision != .notLocated } ?? findings.first
        var finding = first ?? Finding(verdict: .notLocated(.addressNotFound))
        var codes: [ExpressionAmbiguity.Code] = []
        for ambiguity in ambiguities where !codes.contains(ambiguity.code) { codes.append(ambiguity.code) }
        finding.ambiguities = codes
        let verdicts = findings.map(\.verdict)
        let inside = verdicts.filter { $0.decision == .inside }
        finding.verdict.addresses = verdicts.count
        finding.verdict.addressesInside = inside.count
        guard !findings.isEmpty else { return finding }
        finding.isCommuneWithoutPerimeter = findings.allSatisfy(\.isCommuneWithoutPerimeter)
        if verdicts.allSatisfy({ $0.decision == .notLocated }) { return finding }

        let mean = meanShares()
        finding.shares = mean.shares
        let code = inside.first?.perimeter
        let isOneCode = code != nil && inside.allSatisfy { $0.perimeter == code }
        finding.verdict.perimeter = nil
        let nearest = verdicts.filter { $0.distance != nil }.min { abs($0.distance!) < abs($1.distance!) }
        finding.verdict.distance = nearest?.distance
        finding.verdict.nearest = nearest?.nearest
        let isSame = verdicts.allSatisfy { $0.reason == verdicts[0].reason }
        let worst = verdicts.max { $0.quality.rawValue < $1.quality.rawValue }!
        finding.verdict.reason = isSame ? verdicts[0].reason : worst.reason
        finding.verdict.quality = codes.isEmpty || worst.quality != .sure ? worst.quality : .probable
        if !isCut, isOneCode, inside.count == verdicts.count {
            finding.verdict.decision = .inside
            finding.verdict.perimeter = code
            finding.verdict.probability = min(1, mean.shares.first { $0.perimeter == code }?.share ?? 1)
        } else if !isCut, verdicts.allSatisfy({ $0.decision == .outside }) {
            finding.verdict.decision = .outside
            finding.verdict.probability = mean.total
        } else {
            let isUndecided = isSame && verdicts.allSatisfy { $0.decision == .uncertain }
            finding.verdict.decision = .uncertain
            finding.verdict.quality = .undetermined
            if !isUndecided || isCut { finding.verdict.reason = .severalAddresses }
            finding.verdict.probability = verdicts.allSatisfy { $0.probability == nil } ? nil : 0
            if let candidate = isOneCode ? code : mean.shares.first?.perimeter {
                finding.verdict.nearest = candidate
                finding.verdict.probability = mean.shares.first { $0.perimeter == candidate }?.share ?? 0
            }
        }
        return finding
    }

    /// The mean share in each perimeter, largest first, and that in all; what is not located has none.
    private func meanShares() -> (shares: [(perimeter: Int, share: Double)], total: Double) {
        var sum = Evidence.nowhere
        let weight = 1 / Double(findings.count)
        for finding in findings {
            for part in finding.shares { sum.add(part.share * weight, to: part.perimeter) }
            // The probability of a place outside is its share in all perimeters together.
            sum.total += weight * (finding.verdict.decision == .outside ? finding.verdict.probability ?? 0 : 0)
        }
        sum.sort()
        return (sum.sharesByPerimeter, sum.total)
    }
}
