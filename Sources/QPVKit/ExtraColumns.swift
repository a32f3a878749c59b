import Interchange
import Planar

/// Fills what is appended after the ordinary columns of an audit, row by row: one per worker.
final class ExtraColumns {
    private let plan: ExtraPlan
    /// The main layer's, then those of the others.
    private let examiners: [Examiner]
    private let meters: [BandMeter]
    private let streets: BoundaryStreet?
    /// The counts since they were taken.
    private var counts: ExtraCounts

    init(_ plan: ExtraPlan, main: Examiner) {
        self.plan = plan
        examiners =
            [main]
            + plan.extras.layers.map { Examiner(atlas: $0.atlas, gazetteer: main.gazetteer, options: main.options) }
        let bands = plan.extras.distances.map { Band(within: $0) }
        let onGround = plan.extras.onGround
        meters = examiners.enumerated().map { layer, examiner in
            let rules = zip(plan.extras.rules, plan.ruleLayers).filter { $1 == layer }.compactMap(\.0.band)
            return BandMeter(examiner, bands: bands + rules, onGround: onGround)
        }
        streets = plan.extras.rules.contains(.boundaryStreet) ? BoundaryStreet(main) : nil
        counts = ExtraCounts(layers: examiners.count)
    }

    /// What was counted since the last time.
    func takeCounts() -> ExtraCounts {
        defer { counts = ExtraCounts(layers: examiners.count) }
        return counts
    }

    /// The distance in the metres asked for.
    func measure(_ verdict: inout Verdict, longitude: Double?, latitude: Double?) throws {
        guard plan.extras.onGround, let distance = verdict.distance, let longitude, let latitude else { return }
        verdict.distance = try meters[0].metres(distance, longitude: longitude, latitude: latitude)
    }

    /// Appends the cells of a row about which the main layer's finding, in metres of the grid, is this one.
    func append(_ finding: Finding, to writer: inout CSVWriter) throws {
        var ruled: [Int: ArraySlice<Band.Answer?>] = [:]
        for (layer, examiner) in examiners.enumerated() {
            var own = layer == 0 ? finding : try examiner.examine(again: finding)
            let answers = try meters[layer].answers(own)
            if layer > 0 {
                try measure(&own.verdict, longitude: own.longitude, latitude: own.latitude)
                append(own.verdict, examiner.atlas, to: &writer)
                counts.layers[layer].count(own.verdict)
            }
            appendOthers(own.verdict, own.shares, layer, to: &writer)
            for (distance, answer) in zip(plan.extras.distances, answers) {
                let name = "\(plan.prefixes[layer])_\(AuditExtras.columnName(within: distance))"
                append(answer, name, to: &writer)
            }
            ruled[layer] = answers[plan.extras.distances.count...]
        }
        for (rule, layer) in zip(plan.extras.rules, plan.ruleLayers) {
            let answer = rule.band == nil ? try streets?.answer(finding) : ruled[layer]?.popFirst() ?? nil
            append(answer, rule.columnName, to: &writer)
        }
    }

    /// Appends the cells of a row that is a position of a batch.
    func append(_ verdict: Verdict, at place: PositionBatch.Place, in batch: PositionBatch, to writer: inout CSVWriter) throws {
        let shares = batch.shares(place, examiners[0].surveyor)
        if plan.isOnlyOthers { return appendOthers(verdict, shares, 0, to: &writer) }
        var finding = Finding(verdict: verdict)
        if place.isValid { (finding.longitude, finding.latitude) = (place.degrees.x, place.degrees.y) }
        finding.shares = shares
        try append(finding, to: &writer)
    }

    private func append(_ verdict: Verdict, _ atlas: Atlas, to writer: inout CSVWriter) {
        let perimeter = verdict.perimeter.map { atlas.perimeters[$0] }
        writer.append(verdict.decision.rawValue)
        writer.append(perimeter?.code ?? "")
        writer.append(perimeter?.name ?? "")
        writer.append(fixed: verdict.probability ?? .nan, decimals: 3)
        writer.append(integer: verdict.quality.rawValue)
        writer.append(fixed: verdict.distance ?? .nan, decimals: 3)
        writer.append(verdict.nearest.map { atlas.perimeters[$0].code } ?? "")
        writer.append(verdict.reason.rawValue)
    }

    private func appendOthers(
        _ verdict: Verdict, _ shares: [(perimeter: Int, share: Double)], _ layer: Int, to writer: inout CSVWriter
    ) {
        guard plan.mayBeInSeveral[layer] else { return }
        guard shares.count > 1 else { return writer.appendEmpty() }
        let others = verdict.others(shares)
        if !others.isEmpty { counts.rowsInSeveral[layer] += 1 }
        writer.append(others.map { examiners[layer].atlas.perimeters[$0].code }.joined(separator: "|"))
    }

    private func append(_ answer: Band.Answer?, _ name: String, to writer: inout CSVWriter) {
        writer.append(answer?.rawValue ?? "")
        if let answer { counts.answers[name, default: [:]][answer, default: 0] += 1 }
    }
}

extension Verdict {
    /// Of the perimeters that hold a part of the place, those that the verdict does not name already: neither as the one it is
    /// inside of, nor as the candidate when it is uncertain. None for a place outside.
    ///
    /// A part of less than half a thousandth is none.
    public func others(_ shares: [(perimeter: Int, share: Double)]) -> [Int] {
        guard decision == .inside || decision == .uncertain else { return [] }
        let own = decision == .inside ? perimeter : nearest
        return shares.filter { $0.perimeter != own && $0.share >= 0.0005 }.map(\.perimeter)
    }
}

/// The counts of what is appended after the ordinary columns.
struct ExtraCounts: Sendable {
    /// For each layer; that of the main one stays empty, its rows are counted with the ordinary columns.
    var layers: [AuditSummary]
    /// For each layer, the rows that lie in several of its perimeters.
    var rowsInSeveral: [Int]
    /// Rows by column and answer.
    var answers: [String: [Band.Answer: Int]] = [:]

    init(layers count: Int) {
        layers = Array(repeating: AuditSummary(), count: count)
        rowsInSeveral = Array(repeating: 0, count: count)
    }
}
