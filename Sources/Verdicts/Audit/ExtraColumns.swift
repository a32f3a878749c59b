import Interchange
import Perimeters
import Planar

/// Fills what is appended after the ordinary columns of an audit, row by row: one per worker.
final class ExtraColumns {
    private let plan: ExtraPlan
    private let main: Examiner
    private let examiner: ExtraExaminer
    private let atlases: [Atlas]
    private let perimeters: [PerimeterCells]
    private let fields = VerdictField.ofLayer
    private let distanceColumns: [[String]]
    // Asked for every row of a file of positions.
    private let isOnlyOthers: Bool
    private let isOnGround: Bool
    /// The counts since they were taken.
    private var counts: ExtraCounts

    init(_ plan: ExtraPlan, main: Examiner, dialect: CSVDialect) {
        self.plan = plan
        self.main = main
        examiner = ExtraExaminer(plan.extras, main: main)
        atlases = [main.atlas] + plan.extras.layers.map(\.atlas)
        perimeters = atlases.map { PerimeterCells($0, dialect) }
        distanceColumns = plan.distanceColumns
        isOnlyOthers = plan.isOnlyOthers
        isOnGround = plan.extras.onGround
        counts = ExtraCounts(layers: atlases.count)
    }

    /// What was counted since the last time.
    func takeCounts() -> ExtraCounts {
        defer { counts = ExtraCounts(layers: atlases.count) }
        return counts
    }

    /// The verdict with its distance in the metres asked for.
    func measured(_ verdict: Verdict, longitude: Double?, latitude: Double?) throws -> Verdict {
        guard isOnGround else { return verdict }
        var verdict = verdict
        try examiner.measure(&verdict, longitude: longitude, latitude: latitude)
        return verdict
    }

    /// Appends the cells of a row about which the main layer's finding, in metres of the grid, is this one.
    func append(_ finding: Finding, to writer: inout CSVWriter) throws {
        let extra = try examiner.examine(finding)
        for (layer, part) in extra.parts.enumerated() {
            if layer > 0 {
                writer.append(fields, of: part.finding.verdict, perimeters[layer])
                counts.layers[layer].count(part.finding.verdict)
            }
            appendOthers(part.others, layer, to: &writer)
            for (name, answer) in zip(distanceColumns[layer], part.within) { append(answer, name, to: &writer) }
        }
        for (rule, answer) in zip(plan.extras.rules, extra.rules) { append(answer, rule.columnName, to: &writer) }
    }

    /// Appends the cells of a row that is a position of a batch.
    func append(
        _ verdict: Verdict, at place: PositionBatch.Place, _ evidence: Evidence?, to writer: inout CSVWriter
    ) throws {
        let isInSeveral = evidence.map { $0.shares.count > 1 } ?? false
        if isOnlyOthers, !isInSeveral { return writer.appendEmpty() }
        let shares = evidence?.sharesByPerimeter ?? []
        if isOnlyOthers { return appendOthers(verdict.others(shares, main.atlas), 0, to: &writer) }
        var finding = Finding(verdict: verdict)
        if place.isValid { (finding.longitude, finding.latitude) = (place.degrees.x, place.degrees.y) }
        finding.shares = shares
        try append(finding, to: &writer)
    }

    private func appendOthers(_ others: [Int], _ layer: Int, to writer: inout CSVWriter) {
        guard plan.mayBeInSeveral[layer] else { return }
        if others.isEmpty { return writer.appendEmpty() }
        counts.rowsInSeveral[layer] += 1
        writer.append(text: others.map { atlases[layer].perimeters[$0].code }.joined(separator: "|"))
    }

    private func append(_ answer: Band.Answer?, _ name: String, to writer: inout CSVWriter) {
        writer.append(answer?.rawValue ?? "")
        if let answer { counts.answers[name, default: [:]][answer, default: 0] += 1 }
    }
}

/// The counts of what is appended after the ordinary columns.
package struct ExtraCounts: Sendable {
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
