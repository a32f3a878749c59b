import Interchange
import Planar

extension AuditWorker {
    /// The hot path: no row makes a ``Finding``, and an ordinary one is not parsed again.
    func auditPositions(
        _ batch: RowBatch, _ positions: inout PositionBatch, _ writer: inout CSVWriter
    ) throws -> AuditSummary {
        var summary = AuditSummary()
        try positions.read(batch, cells: &cells, examiner.surveyor)
        var row = 0
        while row < batch.count {
            row = writePlainRows(batch, row, positions, &writer, &summary)
            guard row < batch.count else { break }
            try writeRow(batch, row, positions, &writer, &summary)
            row += 1
        }
        return summary
    }

    /// Writes rows as long as there is nothing special about one; gives the row that it comes to.
    private func writePlainRows(
        _ batch: RowBatch, _ row: Int, _ positions: PositionBatch, _ writer: inout CSVWriter,
        _ summary: inout AuditSummary
    ) -> Int {
        guard let plainRows = columns.plainRows else { return row }
        let cells = positions.cells
        let plain = positions.plain
        let width = width
        var row = row
        var inside = 0
        var outside = 0
        batch.withRawRecords { base, range in
            let end = min(row + Self.plainRowsAtOnce, positions.count)
            let limit = range(end - 1).upperBound - range(row).lowerBound + (end - row) * plainRows.limit
            writer.append(recordsAtMost: limit) { target in
                plainRows.withPen(target) { pen in
                    while row < end {
                        let verdict = plain[row]
                        let cells = cells[row]
                        guard !verdict.isNone, Int(cells.cellCount) == width else { break }
                        let record = range(row)
                        pen.write(verdict, base + record.lowerBound, record.count, cells.xText, cells.yText)
                        if verdict.perimeter >= 0 { inside += 1 } else { outside += 1 }
                        row += 1
                    }
                    return pen.target - target
                }
            }
        }
        summary.count(.inside, .sure, .inside, rows: inside)
        summary.count(.outside, .sure, .outside, rows: outside)
        return row
    }

    /// How many rows are written at one stroke at most: room is made for all of them.
    private static let plainRowsAtOnce = 256

    /// Writes any row.
    private func writeRow(
        _ batch: RowBatch, _ row: Int, _ positions: PositionBatch, _ writer: inout CSVWriter,
        _ summary: inout AuditSummary
    ) throws {
        let place = positions.place(row)
        let evidence = positions.evidence(place, examiner.surveyor)
        let verdict = positions.verdict(place, evidence, examiner.surveyor)
        if Int(place.cells.cellCount) != width {
            var finding = Finding(verdict: verdict)
            if place.isValid { (finding.longitude, finding.latitude) = (place.degrees.x, place.degrees.y) }
            finding.shares = evidence?.sharesByPerimeter ?? []
            try batch.withRecord(row, using: &cells) { record in
                if !batch.hasFixedColumns, record.hasText(from: width) {
                    finding = Finding(verdict: .notLocated(.rowMalformed))
                }
                try write(record, finding, to: &writer)
            }
            summary.count(finding.verdict, isRagged: true)
            if finding.verdict.reason == .groundNotCovered { summary.count(placeOf: finding) }
            if finding.verdict.reason != .rowMalformed, let fault = positions.fault(place) {
                summary.count(fault: fault)
            }
        } else {
            batch.withRaw(row) { writer.append(raw: $0) }
            if let extras {
                let measured = try extras.measured(verdict, longitude: place.degrees.x, latitude: place.degrees.y)
                columns.append(measured, at: place.isValid ? place.degrees : nil, to: &writer)
                try extras.append(verdict, at: place, evidence, to: &writer)
            } else {
                columns.append(verdict, at: place.isValid ? place.degrees : nil, to: &writer)
            }
            writer.endRecord()
            summary.count(verdict)
            if verdict.reason == .groundNotCovered {
                var finding = Finding(verdict: verdict)
                (finding.longitude, finding.latitude) = (place.degrees.x, place.degrees.y)
                summary.count(placeOf: finding)
            }
            if let fault = positions.fault(place) { summary.count(fault: fault) }
        }
    }
}
