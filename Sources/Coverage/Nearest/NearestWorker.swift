import Gazetteer
import Geodesy
import Interchange
import Perimeters
import Planar
import Tables
import Verdicts

/// Finds the nearest places of one batch of rows after another; belongs to one task at a time.
final class NearestWorker {
    private let search: NearestPlaces
    private let worker: AuditWorker
    private let width: Int
    private var cells = CSVCells()
    private var projectors: [Territory: Projector] = [:]

    struct Result: Sendable {
        var bytes: OutputBuffer
        var summary: NearestPlaces.Summary
    }

    init(_ search: NearestPlaces, plan: RowPlan, width: Int, dialect: CSVDialect) throws {
        self.search = search
        self.width = width
        let examiner = Examiner(atlas: search.atlas, gazetteer: search.gazetteer, options: search.options)
        let columns = VerdictColumns(.verdict, atlas: search.atlas, dialect: dialect, extras: nil)
        worker = try AuditWorker(plan: plan, columns: columns, width: width, examiner: examiner)
    }

    func run(_ batch: RowBatch) throws -> Result {
        var writer = CSVWriter(dialect: batch.dialect)
        var summary = NearestPlaces.Summary()
        try worker.begin(batch)
        for row in 0..<batch.count {
            try batch.withRecord(row, using: &cells) { record in
                let finding = try worker.finding(row, record, of: batch)
                try writer.append(record, width: width) { try append(finding, to: &$0, &summary) }
            }
        }
        return Result(bytes: writer.output, summary: summary)
    }

    private func append(
        _ finding: Finding, to writer: inout CSVWriter, _ summary: inout NearestPlaces.Summary
    ) throws {
        summary.rows += 1
        let place = try position(of: finding)
        var count = 0
        if case .success(let (territory, position)) = place {
            let found = search.nearest(to: position, in: territory)
            count = found.count
            if found.isEmpty { summary.withoutPlace += 1 }
            for (item, distance) in found {
                let place = search.places.items[item]
                writer.append(text: place.id)
                writer.append(text: place.name)
                writer.append(text: place.category)
                writer.append(fixed: distance, decimals: 3)
                if let way = WindRose(from: position, to: place.position) {
                    writer.append(way.wind)
                    writer.append(fixed: way.bearing, decimals: 1)
                } else {
                    writer.appendEmpty(2)
                }
            }
        }
        writer.appendEmpty(6 * (search.count - count))
        switch place {
        case .success:
            if let nearest = finding.verdict.nearest, let distance = finding.verdict.distance {
                writer.append(text: search.atlas.perimeters[nearest].code)
                writer.append(fixed: distance, decimals: 3)
            } else {
                writer.appendEmpty(2)
            }
            writer.append(reason(of: finding, hasPlace: count > 0, &summary))
        case .failure(let fault):
            writer.appendEmpty(2)
            writer.append(fault.reason.rawValue)
            summary.notLocated[fault.reason, default: 0] += 1
        }
    }

    /// Why a row has no place, or how its position is not its own; empty for one that has both.
    private func reason(of finding: Finding, hasPlace: Bool, _ summary: inout NearestPlaces.Summary) -> String {
        guard hasPlace else { return NearestPlaces.withoutPlace }
        let verdict = finding.verdict.reason
        let reason: Verdict.Reason
        switch finding.match?.level {
        case .interpolated: reason = .numberInterpolated
        // A street of a commune without any perimeter is outside, which is said of the street here.
        case .street, .locality: reason = verdict == .communeWithoutPerimeter ? .streetOutside : verdict
        default: return ""
        }
        summary.approximate[reason, default: 0] += 1
        return reason.rawValue
    }

    /// Why a row has no one position.
    private struct Unlocated: Error {
        let reason: Verdict.Reason
    }

    /// Where a row is: its position, or that of its address or street; not that of a commune, nor one of several.
    private func position(
        of finding: Finding
    ) throws -> Swift.Result<(Territory, Point), Unlocated> {
        let verdict = finding.verdict
        if finding.several != nil { return .failure(.init(reason: .severalAddresses)) }
        guard verdict.decision != .notLocated, let longitude = finding.longitude, let latitude = finding.latitude else {
            return .failure(.init(reason: verdict.reason))
        }
        if let reason = finding.match?.reasonWithoutOnePosition { return .failure(.init(reason: reason)) }
        guard let territory = Territory.containing(longitude: longitude, latitude: latitude) else {
            return .failure(.init(reason: .coordinatesInvalid))
        }
        let projector = try projectors[territory] ?? Projector(from: .wgs84, to: territory.metricCRS)
        projectors[territory] = projector
        guard let position = projector.project(Point(x: longitude, y: latitude)) else {
            return .failure(.init(reason: .coordinatesInvalid))
        }
        return .success((territory, position))
    }
}
