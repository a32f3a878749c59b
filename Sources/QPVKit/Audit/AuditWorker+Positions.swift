import Interchange
import Planar

extension AuditWorker {
    /// The hot path: no row makes a ``Finding``, and an ordinary one is not parsed again.
    func auditPositions(_ batch: CSVBatch, _ writer: inout CSVWriter) throws -> AuditSummary {
        var summary = AuditSummary()
        for start in stride(from: 0, to: batch.count, by: PositionBatch.rowsAtOnce) {
            let rows = start..<min(start + PositionBatch.rowsAtOnce, batch.count)
            try positions!.read(batch, rows, cells: &cells, examiner.surveyor)
            var row = start
            while row < rows.upperBound {
                row = writePlainRows(batch, row, first: start, &writer, &summary)
                guard row < rows.upperBound else { break }
                try writeRow(batch, row, positions!.places[row - start], &writer, &summary)
                row += 1
            }
        }
        return summary
    }

    /// Writes rows as long as there is nothing special about one; gives the row that it comes to.
    private func writePlainRows(
        _ batch: CSVBatch, _ row: Int, first: Int, _ writer: inout CSVWriter, _ summary: inout AuditSummary
    ) -> Int {
        guard let plainRows = columns.plainRows else { return row }
        let places = positions!.places
        var row = row
        var inside = 0
        var outside = 0
        batch.withRawRecords { base, range in
            let end = min(row + 64, first + places.count)
            let limit = range(end - 1).upperBound - range(row).lowerBound + (end - row) * plainRows.limit
            writer.append(recordsAtMost: limit) { target in
                plainRows.withPen(target) { pen in
                    while row < end {
                        let place = places[row - first]
                        guard place.isPlain, Int(place.cells.cellCount) == width else { break }
                        let record = range(row)
                        pen.write(
                            place.plain, base + record.lowerBound, record.count, place.cells.xText, place.cells.yText)
                        if place.plain.perimeter >= 0 { inside += 1 } else { outside += 1 }
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

    /// Writes any row.
    private func writeRow(
        _ batch: CSVBatch, _ row: Int, _ place: PositionBatch.Place, _ writer: inout CSVWriter,
        _ summary: inout AuditSummary
    ) throws {
        let evidence = positions!.evidence(place, examiner.surveyor)
        let verdict = positions!.verdict(place, evidence)
        if Int(place.cells.cellCount) != width {
            var finding = Finding(verdict: verdict)
            if place.isValid { (finding.longitude, finding.latitude) = (place.degrees.x, place.degrees.y) }
            finding.shares = evidence?.sharesByPerimeter ?? []
            try batch.withRecord(row, using: &cells) { record in
                if record.hasText(from: width) { finding = Finding(verdict: .notLocated(.rowMalformed)) }
                try write(record, finding, to: &writer)
            }
            summary.count(finding.verdict, isRagged: true)
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
            if let fault = positions!.fault(place) { summary.count(fault: fault) }
        }
    }
}
