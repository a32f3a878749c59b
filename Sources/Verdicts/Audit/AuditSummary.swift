public import Gazetteer

/// The counts of an audited file: rows by verdict, quality and reason, and the share inside with its bounds.
public struct AuditSummary: Sendable {
    /// Rows read.
    public private(set) var rows = 0
    /// Rows that are the total of others, which are not among ``rows``.
    public private(set) var totalRows = 0
    /// A handful of entries, in the order they first came: looking one up is a short scan.
    private var counts: [Count] = []
    /// Rows whose number of cells differs from the header's.
    public private(set) var raggedRows = 0
    /// Rows by how much of their address was found; empty when positions were audited.
    public private(set) var levels: [MatchLevel: Int] = [:]
    /// What is wrong with coordinates, by the codes of `CoordinateSanity`, with the number of rows.
    public private(set) var coordinateFaults: [String: Int] = [:]

    /// Rows in no perimeter of which the perimeter files do not speak, by the name of the commune or territory.
    public private(set) var uncovered: [String: Int] = [:]
    /// Rows that name a commune that the gazetteer lacks, by its name.
    public private(set) var communesLacking: [String: Int] = [:]
    /// Rows that name several addresses.
    public private(set) var rowsOfSeveral = 0
    /// Of those, the rows that can be read in two ways, by the code of what is ambiguous.
    public private(set) var ambiguities: [ExpressionAmbiguity.Code: Int] = [:]

    /// The counts of each other layer, in the order of ``AuditExtras/layers``: never to be added to these.
    public private(set) var otherLayers: [AuditSummary] = []
    /// Rows that lie in several perimeters of the layer.
    public private(set) var rowsInSeveral = 0
    /// Rows by answer, for each column of a distance or a rule; rows that are not located have none.
    public private(set) var answers: [String: [Band.Answer: Int]] = [:]

    /// An empty summary.
    public init() {}

    /// Counts one row.
    ///
    /// - Parameters:
    ///   - level: how much of its address was found; nil for a position, and when nothing was.
    ///   - isRagged: whether it has more or fewer cells than the header.
    package mutating func count(_ verdict: Verdict, level: MatchLevel? = nil, isRagged: Bool = false) {
        if verdict.reason == .totalRow {
            totalRows += 1
            return
        }
        rows += 1
        add(Count(decision: verdict.decision, quality: verdict.quality, reason: verdict.reason, rows: 1))
        if let level { levels[level, default: 0] += 1 }
        if verdict.addresses > 1 { rowsOfSeveral += 1 }
        if isRagged { raggedRows += 1 }
    }

    /// Counts rows of one kind, which have nothing else to be counted.
    package mutating func count(
        _ decision: Verdict.Decision, _ quality: Verdict.Quality, _ reason: Verdict.Reason, rows: Int
    ) {
        guard rows > 0 else { return }
        self.rows += rows
        add(Count(decision: decision, quality: quality, reason: reason, rows: rows))
    }

    /// Counts one row whose address can be read in more than one way, by the codes of what is ambiguous.
    package mutating func count(ambiguities codes: [ExpressionAmbiguity.Code]) {
        for code in codes { ambiguities[code, default: 0] += 1 }
    }

    /// Counts the place of one row that is open because of where it is: see ``Finding/openPlace``.
    package mutating func count(placeOf finding: Finding) {
        switch finding.verdict.reason {
        case .groundNotCovered: uncovered[finding.openPlace, default: 0] += 1
        case .communeNotInGazetteer: communesLacking[finding.openPlace, default: 0] += 1
        default: break
        }
    }

    /// Counts one row whose coordinates are at fault, by the code of `CoordinateSanity`.
    package mutating func count(fault: String) { coordinateFaults[fault, default: 0] += 1 }

    /// Adds the counts of another part of the file.
    public mutating func add(_ other: AuditSummary) {
        rows += other.rows
        totalRows += other.totalRows
        raggedRows += other.raggedRows
        rowsOfSeveral += other.rowsOfSeveral
        uncovered.merge(other.uncovered, uniquingKeysWith: +)
        communesLacking.merge(other.communesLacking, uniquingKeysWith: +)
        ambiguities.merge(other.ambiguities, uniquingKeysWith: +)
        levels.merge(other.levels, uniquingKeysWith: +)
        coordinateFaults.merge(other.coordinateFaults, uniquingKeysWith: +)
        other.counts.forEach { add($0) }
        rowsInSeveral += other.rowsInSeveral
        add(other.answers, layers: other.otherLayers)
    }

    /// Adds the counts of what is appended after the ordinary columns.
    package mutating func add(_ extra: ExtraCounts) {
        var layers = Array(extra.layers.dropFirst())
        for i in layers.indices { layers[i].rowsInSeveral = extra.rowsInSeveral[i + 1] }
        rowsInSeveral += extra.rowsInSeveral[0]
        add(extra.answers, layers: layers)
    }

    private mutating func add(_ answers: [String: [Band.Answer: Int]], layers: [AuditSummary]) {
        self.answers.merge(answers) { $0.merging($1, uniquingKeysWith: +) }
        if otherLayers.isEmpty { otherLayers = layers.map { _ in AuditSummary() } }
        for (i, layer) in layers.enumerated() { otherLayers[i].add(layer) }
    }

    /// Rows with this verdict, of this quality and for this reason; nil counts all.
    public func rows(
        _ decision: Verdict.Decision, quality: Verdict.Quality? = nil, reason: Verdict.Reason? = nil
    ) -> Int {
        counts.reduce(0) { sum, count in
            let isCounted =
                count.decision == decision && (quality == nil || count.quality == quality)
                && (reason == nil || count.reason == reason)
            return isCounted ? sum + count.rows : sum
        }
    }

    /// Rows that are inside or outside.
    public var decided: Int { rows(.inside) + rows(.outside) }

    /// Share inside among the rows decided; nil when none is.
    public var shareInside: Double? { decided == 0 ? nil : Double(rows(.inside)) / Double(decided) }

    /// Least share inside among all rows: only those that are surely inside count.
    public var lowerBound: Double? { rows == 0 ? nil : Double(rows(.inside, quality: .sure)) / Double(rows) }

    /// Largest share inside among all rows: all that are not known to be outside count.
    public var upperBound: Double? {
        rows == 0 ? nil : Double(rows(.inside) + rows(.uncertain) + rows(.notLocated)) / Double(rows)
    }

    /// The reasons of a verdict with their counts, most frequent first, ties in the order of the codes.
    public func reasons(_ decision: Verdict.Decision) -> [(reason: Verdict.Reason, rows: Int)] {
        Verdict.Reason.allCases.enumerated()
            .map { (order: $0.offset, reason: $0.element, rows: rows(decision, reason: $0.element)) }
            .filter { $0.rows > 0 }
            .sorted { ($1.rows, $0.order) < ($0.rows, $1.order) }
            .map { ($0.reason, $0.rows) }
    }

    private struct Count: Sendable {
        let decision: Verdict.Decision
        let quality: Verdict.Quality
        let reason: Verdict.Reason
        var rows: Int
    }

    private mutating func add(_ new: Count) {
        let known = counts.firstIndex {
            $0.reason == new.reason && $0.decision == new.decision && $0.quality == new.quality
        }
        if let known { counts[known].rows += new.rows } else { counts.append(new) }
    }
}
