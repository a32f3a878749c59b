import Geodesy
import Interchange
import Planar

/// The positions of a batch of rows, projected and located together: far faster than one by one.
final class PositionBatch {
    /// In place of a region: a territory without a perimeter.
    private static let noPerimeter = -1
    /// In place of a region: not a place in France.
    private static let invalid = -2

    private let place: RowPlan.CoordinateColumns
    private let checker: CoordinateChecker
    private let toDegrees: Projector?
    private let radius: Double
    /// For each row, the region of the atlas that it lies in, or why it lies in none.
    private var regions: [Int] = []
    private var given: [Point] = []
    private var degrees: [Point] = []
    private var grid: [Point] = []
    private var located: [ZoneLocation] = []
    private var gathered: [Point] = []
    private var rows: [Int] = []

    /// - Parameter radius: how far the true place may be from a position, in metres.
    init(_ place: RowPlan.CoordinateColumns, radius: Double) throws {
        self.place = place
        self.radius = radius
        checker = try CoordinateChecker(declared: place.crs)
        toDegrees = place.crs == .wgs84 ? nil : try Projector(from: place.crs, to: .wgs84)
    }

    /// Reads, projects and locates the two cells of every row.
    func read(_ batch: CSVBatch, cells: inout CSVCells, _ surveyor: Surveyor) throws {
        regions.removeAll(keepingCapacity: true)
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
        locate(surveyor)
    }

    /// Longitude and latitude: project each territory's rows in one call.
    private func readDegrees(_ surveyor: Surveyor) throws {
        grid = degrees
        for p in degrees {
            let territory = Territory.containing(longitude: p.x, latitude: p.y)
            regions.append(territory.map { surveyor.region(of: $0) ?? Self.noPerimeter } ?? Self.invalid)
        }
        for region in surveyor.atlas.regions.indices {
            gather(region, degrees)
            if rows.isEmpty { continue }
            try surveyor.projector(of: surveyor.atlas.regions[region].territory).project(&gathered)
            for (i, row) in rows.enumerated() { grid[row] = gathered[i] }
        }
    }

    /// Takes together the rows of a region and their points.
    private func gather(_ region: Int, _ points: [Point]) {
        rows.removeAll(keepingCapacity: true)
        gathered.removeAll(keepingCapacity: true)
        for row in regions.indices where regions[row] == region {
            rows.append(row)
            gathered.append(points[row])
        }
    }

    /// Locates all rows that have a place, region by region.
    private func locate(_ surveyor: Surveyor) {
        located = Array(repeating: .nowhere, count: regions.count)
        for region in surveyor.atlas.regions.indices {
            gather(region, grid)
            surveyor.locate(gathered, region: region, radius: radius) { i, location in located[rows[i]] = location }
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
                regions.append(Self.invalid)
                continue
            }
            regions.append(surveyor.region(of: territory) ?? Self.noPerimeter)
            if territory.metricCRS != toDegrees.from {
                grid[row] = try surveyor.projector(of: territory).project(p) ?? Point(x: .nan, y: .nan)
            }
        }
    }

    /// The finding on one row of the batch; a cell that is empty or no number is `not_finite`.
    func finding(_ row: Int, _ examiner: Examiner) -> Finding {
        let region = regions[row]
        guard region != Self.invalid, grid[row].isFinite else {
            return Finding(verdict: .notLocated(.coordinatesInvalid), detail: checker.check(given[row]).code)
        }
        let evidence =
            region == Self.noPerimeter
            ? Evidence() : examiner.surveyor.evidence(at: grid[row], located: located[row], region, radius)
        var finding = Finding(verdict: Judge.verdict(evidence, ground: .position, score: 1))
        finding.longitude = degrees[row].x
        finding.latitude = degrees[row].y
        return finding
    }
}
