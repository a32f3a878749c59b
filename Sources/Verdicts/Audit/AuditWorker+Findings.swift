package import Interchange
import Planar

extension AuditWorker {
    /// Prepares a batch for ``finding(_:_:of:)``: locates its rows together where they have positions.
    package func begin(_ batch: RowBatch) throws {
        try positions?.read(batch, cells: &cells, examiner.surveyor)
    }

    /// What was found about a row of the batch that was begun last, its record parsed by the caller: the verdict that
    /// ``audit(_:into:)`` writes.
    package func finding(_ row: Int, _ record: borrowing TableRow, of batch: RowBatch) throws -> Finding {
        let isFixed = batch.hasFixedColumns
        if !isFixed, record.hasText(from: width) { return Finding(verdict: .notLocated(.rowMalformed)) }
        guard let positions else {
            return try examine(record, isInvalid: batch.hasInvalidText(row), hasFixedColumns: isFixed)
        }
        let place = positions.place(row)
        var finding = Finding(
            verdict: positions.verdict(place, positions.evidence(place, examiner.surveyor), examiner.surveyor))
        if place.isValid { (finding.longitude, finding.latitude) = (place.degrees.x, place.degrees.y) }
        return finding
    }
}
