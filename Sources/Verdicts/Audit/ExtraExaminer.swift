package import Perimeters

/// What is known of a place beyond the verdict of the main layer.
public struct ExtraFinding: Sendable {
    /// What one layer says of the place.
    public struct Part: Sendable {
        /// The finding, its distance in the metres asked for.
        public var finding: Finding
        /// The perimeters that hold a part of the place beside the one that the verdict names: indices into the layer's atlas.
        public var others: [Int]
        /// The answer to each of ``AuditExtras/distances``; nil when the place is not located.
        public var within: [Band.Answer?]
    }

    /// The main layer's, then those of the others.
    public var parts: [Part]
    /// The answer of each of ``AuditExtras/rules``; nil when the place is not located.
    public var rules: [Band.Answer?]
}

/// Asks the other layers, the distances and the rules about what an examiner found: one per worker.
public final class ExtraExaminer {
    /// What is asked.
    public let extras: AuditExtras
    private let examiners: [Examiner]
    private let meters: [BandMeter]
    private let ruleLayers: [Int]
    private let streets: BoundaryStreet?

    /// Prepares the questions.
    ///
    /// - Parameter main: the examiner whose findings will come; the others get its gazetteer and options. A rule that is about
    ///   a kind without a layer asks the main one: see ``AuditExtras/layer(of:main:)``.
    public init(_ extras: AuditExtras, main: Examiner) {
        self.extras = extras
        let others = extras.layers.map { Examiner(atlas: $0.atlas, gazetteer: main.gazetteer, options: main.options) }
        let ruleLayers = extras.rules.map { extras.layer(of: $0, main: main.atlas) ?? 0 }
        let bands = extras.distances.map { Band(within: $0) }
        examiners = [main] + others
        self.ruleLayers = ruleLayers
        meters = examiners.enumerated().map { layer, examiner in
            let ruled = zip(extras.rules, ruleLayers).filter { $1 == layer }.compactMap(\.0.band)
            return BandMeter(examiner, bands: bands + ruled, onGround: extras.onGround)
        }
        streets = extras.rules.contains(.boundaryStreet) ? BoundaryStreet(main, onGround: extras.onGround) : nil
    }

    /// The distance of a verdict of any layer in the metres asked for.
    package func measure(_ verdict: inout Verdict, longitude: Double?, latitude: Double?) throws {
        guard extras.onGround, let distance = verdict.distance, let longitude, let latitude else { return }
        verdict.distance = try meters[0].metres(distance, longitude: longitude, latitude: latitude)
    }

    /// All that is asked about a place, from the finding of the main layer's examiner.
    public func examine(_ finding: Finding) throws -> ExtraFinding {
        var result = ExtraFinding(parts: [], rules: [])
        var ruled: [ArraySlice<Band.Answer?>] = []
        for (layer, examiner) in examiners.enumerated() {
            var own = layer == 0 ? finding : try examiner.examine(again: finding)
            let answers = try meters[layer].answers(own)
            try measure(&own.verdict, longitude: own.longitude, latitude: own.latitude)
            let count = extras.distances.count
            result.parts.append(
                .init(
                    finding: own, others: own.verdict.others(own.shares, examiner.atlas),
                    within: Array(answers[..<count])))
            ruled.append(answers[count...])
        }
        for (rule, layer) in zip(extras.rules, ruleLayers) {
            result.rules.append(rule.band == nil ? try streets?.answer(finding) : ruled[layer].popFirst() ?? nil)
        }
        return result
    }
}

extension Verdict {
    /// Of the perimeters that hold a part of the place, those that the verdict does not name already: neither as the one it is
    /// inside of, nor as the candidate when it is uncertain. None for a place outside.
    ///
    /// A part of less than half a thousandth is none, and a second shape under the same code is no other perimeter.
    package func others(_ shares: [(perimeter: Int, share: Double)], _ atlas: Atlas) -> [Int] {
        guard shares.count > 1, decision == .inside || decision == .uncertain else { return [] }
        let own = (decision == .inside ? perimeter : nearest).map { atlas.perimeters[$0].code }
        return shares.filter { $0.share >= 0.0005 && atlas.perimeters[$0.perimeter].code != own }.map(\.perimeter)
    }
}
