import Gazetteer
package import Interchange
import Planar
import Tables

/// Audits one batch after another; a worker belongs to one task at a time.
package final class AuditWorker {
    private let plan: RowPlan
    package let columns: VerdictColumns
    package let width: Int
    package let examiner: Examiner
    let extras: ExtraColumns?
    package var cells = CSVCells()
    package var positions: PositionBatch?

    /// Some rows with their verdicts, as bytes of the output.
    package struct Result: Sendable {
        package var bytes: OutputBuffer
        package var summary: AuditSummary
    }

    /// - Parameter width: how many columns the header has.
    package init(plan: RowPlan, columns: VerdictColumns, width: Int, examiner: Examiner, extras: ExtraPlan? = nil)
        throws
    {
        self.plan = plan
        self.columns = columns
        self.width = width
        self.examiner = examiner
        self.extras = extras.map { ExtraColumns($0, main: examiner, dialect: columns.dialect) }
        if case .coordinates(let columns) = plan {
            positions = try PositionBatch(columns, radius: examiner.options.radii[.unknown])
        }
    }

    /// The verdicts on a batch of rows, in order, written over what a buffer held.
    package func audit(_ batch: RowBatch, into buffer: consuming OutputBuffer) throws -> Result {
        var writer = CSVWriter(dialect: batch.dialect, reusing: buffer)
        var summary: AuditSummary
        if var positions {
            // Taken out meanwhile, so that this is the only one and its arrays are written in place.
            self.positions = nil
            defer { self.positions = positions }
            summary = try auditPositions(batch, &positions, &writer)
        } else {
            summary = try auditAddresses(batch, &writer)
        }
        if let extras { summary.add(extras.takeCounts()) }
        return Result(bytes: writer.output, summary: summary)
    }

    private func auditAddresses(_ batch: RowBatch, _ writer: inout CSVWriter) throws -> AuditSummary {
        var summary = AuditSummary()
        for row in 0..<batch.count {
            try batch.withRecord(row, using: &cells) { record in
                var finding = try examine(
                    record, isInvalid: batch.hasInvalidText(row), hasFixedColumns: batch.hasFixedColumns)
                if columns.content.contains(.insee), finding.verdict.decision == .outside,
                    finding.verdict.addresses == 1, let match = finding.match
                {
                    finding.isCommuneWithoutPerimeter = try examiner.isCommuneWithoutPerimeter(match.citycode)
                }
                try write(record, finding, to: &writer)
                summary.count(finding.verdict, level: finding.match?.level, isRagged: record.count != width)
                summary.count(ambiguities: finding.ambiguities)
                summary.count(placeOf: finding)
            }
        }
        return summary
    }

    package func examine(
        _ record: borrowing TableRow, isInvalid: Bool, hasFixedColumns: Bool = false
    ) throws -> Finding {
        if !hasFixedColumns, record.hasText(from: width) { return Finding(verdict: .notLocated(.rowMalformed)) }
        guard case .addresses(let place) = plan, let reading = read(record, place, isInvalid: isInvalid) else {
            return Finding(verdict: .notLocated(.rowMalformed))
        }
        if isTotal(record, reading) { return Finding(verdict: .notLocated(.totalRow)) }
        var query = reading.query
        var finding = try examine(query)
        // The street is sometimes in the complement, and a building in its place.
        for column in place.complements {
            if record.cell(column).isEmpty { continue }
            if isStreetKnown(finding) || finding.verdict.reason == .communeNotInGazetteer { break }
            query.text = record.text(column)
            let other = try examine(query)
            if isStreetKnown(other) { finding = other }
        }
        if reading.isDoubtful || place.isIncomplete, finding.verdict.quality == .sure {
            finding.verdict.quality = .probable
        }
        return finding
    }

    /// Whether a row is the total of others: it says so where an address would stand, or has none and says so elsewhere.
    private func isTotal(_ record: borrowing TableRow, _ reading: RowPlan.AddressColumns.Reading) -> Bool {
        let query = reading.query, text = query.text ?? ""
        // Most rows are told by their first letter.
        if let first = text.utf8.first, !"TtSsEeGg".utf8.contains(first) { return false }
        if [query.postcode, query.city, query.citycode].contains(where: { !($0 ?? "").isEmpty }) { return false }
        if !text.isEmpty { return CellText.isTotal(text) }
        for column in 0..<record.count where !record.cell(column).isEmpty {
            if CellText.isTotal(record.text(column)) { return true }
        }
        return false
    }

    /// Whether more than the commune was found; where verdicts are given, surely enough for one.
    private func isStreetKnown(_ finding: Finding) -> Bool {
        finding.isStreetFound && (!columns.content.hasVerdict || finding.verdict.decision != .notLocated)
    }

    private func examine(_ query: AddressQuery) throws -> Finding {
        columns.content.hasVerdict ? try examiner.examine(query) : examiner.locate(query)
    }

    /// The address of a row; nil when a cell that is needed holds bytes that are no text.
    private func read(
        _ record: borrowing TableRow, _ place: RowPlan.AddressColumns, isInvalid: Bool
    ) -> RowPlan.AddressColumns.Reading? {
        var isReadable = true
        let row = copy record
        let reading = place.read { column in
            if row.cell(column).isEmpty { return "" }
            let text = row.text(column)
            if isInvalid, text.unicodeScalars.contains("\u{FFFD}") { isReadable = false }
            return text
        }
        return isReadable ? reading : nil
    }

    /// The row's own cells unchanged, then the verdict under its columns; cells that a row has too many come last.
    package func write(_ record: borrowing TableRow, _ finding: Finding, to writer: inout CSVWriter) throws {
        try writer.append(record, width: width) { try append(finding, to: &$0) }
    }

    private func append(_ finding: Finding, to writer: inout CSVWriter) throws {
        guard let extras else { return columns.append(finding, to: &writer) }
        var measured = finding
        measured.verdict = try extras.measured(
            finding.verdict, longitude: finding.longitude, latitude: finding.latitude)
        columns.append(measured, to: &writer)
        try extras.append(finding, to: &writer)
    }
}

extension TableRow {
    /// Whether a cell from this column on is not empty.
    func hasText(from column: Int) -> Bool {
        var index = column
        while index < count {
            if !cell(index).isEmpty { return true }
            index += 1
        }
        return false
    }
}
