package import Interchange
import Planar

extension AuditWorker {
    /// What was found about each row of a batch, in order: the verdicts that ``audit(_:into:)`` writes.
    package func findings(_ batch: CSVBatch) throws -> [Finding] {
        var findings: [Finding] = []
        findings.reserveCapacity(batch.count)
        if positions != nil { try positions!.read(batch, cells: &cells, examiner.surveyor) }
        for row in 0..<batch.count {
            try batch.withRecord(row, using: &cells) { record in
                if record.hasText(from: width) {
                    findings.append(Finding(verdict: .notLocated(.rowMalformed)))
                } else if let positions {
                    let place = positions.place(row)
                    let evidence = positions.evidence(place, examiner.surveyor)
                    var finding = Finding(verdict: positions.verdict(place, evidence))
                    if place.isValid { (finding.longitude, finding.latitude) = (place.degrees.x, place.degrees.y) }
                    findings.append(finding)
                } else {
                    findings.append(try examine(record, isInvalid: batch.hasInvalidText(row)))
                }
            }
        }
        return findings
    }
}
