import Gazetteer
import Geodesy
import Interchange
import Planar

/// The positions of a batch of rows, projected together: PROJ takes many points at once far faster than one by one.
final class PositionBatch {
    /// What was made of one row's two cells.
    private enum Reading: Equatable {
        /// In this region of the atlas (nil: in a territory without a perimeter), at the same place of `grid`.
        case position(region: Int?)
        /// Not a place in France.
        case invalid
    }

    private let place: RowPlan.CoordinateColumns
    private let checker: CoordinateChecker
    private let toDegrees: Projector?
    private var readings: [Reading] = []
    private var given: [Point] = []
    private var degrees: [Point] = []
    private var grid: [Point] = []
    private var gathered: [Point] = []
    private var rows: [Int] = []

    init(_ place: RowPlan.CoordinateColumns) throws {
        self.place = place
        checker = try CoordinateChecker(declared: place.crs)
        toDegrees = place.crs == .wgs84 ? nil : try Projector(from: place.crs, to: .wgs84)
    }

    /// Reads and projects the two cells of every row.
    func read(_ batch: CSVBatch, cells: inout CSVCells, _ surveyor: Surveyor) throws {
        readings.removeAll(keepingCapacity: true)
        given.removeAll(keepingCapacity: true)
        let decimalComma = batch.dialect.decimalComma
        batch.forEachRecord(using: &cells) { record in
            let x = parseDouble(record.cell(place.x), decimalComma: decimalComma)
            let y = parseDouble(record.cell(place.y), decimalComma: decimalComma)
            given.append(Point(x: x ?? .nan, y: y ?? .nan))
        }
        degrees = given
        if let toDegrees {
            try readGrid(toDegrees, surveyor)
        } else {
            try readDegrees(surveyor)
        }
    }

    /// Longitude and latitude: project each territory's rows in one call.
    private func readDegrees(_ surveyor: Surveyor) throws {
        grid = degrees
        for p in degrees {
            let territory = Territory.containing(longitude: p.x, latitude: p.y)
            readings.append(territory.map { .position(region: surveyor.region(of: $0)) } ?? .invalid)
        }
        for region in surveyor.atlas.regions.indices {
            rows.removeAll(keepingCapacity: true)
            gathered.removeAll(keepingCapacity: true)
            for row in readings.indices where readings[row] == .position(region: region) {
                rows.append(row)
                gathered.append(degrees[row])
            }
            if rows.isEmpty { continue }
            try surveyor.projector(of: surveyor.atlas.regions[region].territory).project(&gathered)
            for (i, row) in rows.enumerated() { grid[row] = gathered[i] }
        }
    }

    /// Another system than WGS 84: to its degrees once; metres of the territory's own grid are used as they are.
    private func readGrid(_ toDegrees: Projector, _ surveyor: Surveyor) throws {
        toDegrees.project(&degrees)
        grid = given
        for row in degrees.indices {
            let p = degrees[row]
            guard let territory = Territory.containing(longitude: p.x, latitude: p.y),
                toDegrees.from.suits(territory)
            else {
                readings.append(.invalid)
                continue
            }
            readings.append(.position(region: surveyor.region(of: territory)))
            if territory.metricCRS != toDegrees.from {
                grid[row] = try surveyor.projector(of: territory).project(p) ?? Point(x: .nan, y: .nan)
            }
        }
    }

    /// The finding on one row of the batch; a cell that is empty or no number is `not_finite`.
    func finding(_ row: Int, _ examiner: Examiner) -> Finding {
        guard case .position(let region) = readings[row], grid[row].isFinite else {
            return Finding(verdict: .notLocated(.coordinatesInvalid), detail: checker.check(given[row]).code)
        }
        let evidence = examiner.surveyor.evidence(
            at: grid[row], region: region, radius: examiner.options.radii[.unknown])
        var finding = Finding(verdict: Judge.verdict(evidence, ground: .position, score: 1))
        finding.longitude = degrees[row].x
        finding.latitude = degrees[row].y
        return finding
    }
}
