import Geodesy
import Interchange
import Planar

/// The positions of a batch of rows, projected and located together: far faster than one by one.
struct PositionBatch {
    /// What is known of the position of one row.
    struct Place {
        /// How many cells the row has.
        var cellCount: Int
        /// The region of the atlas that it lies in, or ``noPerimeter``, ``notInForce`` or ``invalid``.
        var region = PositionBatch.invalid
        /// As the two cells have it; NaN for a cell that is no number.
        var given: Point
        /// Longitude and latitude.
        var degrees: Point
        /// In metres of the territory's metric CRS.
        var grid: Point
        /// Where that lies in the region.
        var located = ZoneLocation.nowhere

        /// Whether it is a place in France.
        var isValid: Bool { region != PositionBatch.invalid && grid.isFinite }
    }

    /// In place of a region: a territory without a perimeter.
    static let noPerimeter = -1
    /// In place of a region: not a place in France.
    static let invalid = -2
    /// In place of a region: a territory whose perimeters of the day asked are not here.
    static let notInForce = -3

    /// The rows of the batch read last.
    private(set) var places: [Place] = []
    private let columns: RowPlan.CoordinateColumns
    private let checker: CoordinateChecker
    private let toDegrees: Projector?
    private let radius: Double
    private var gathered: [Point] = []
    private var rows: [Int] = []

    /// - Parameter radius: how far the true place may be from a position, in metres.
    init(_ columns: RowPlan.CoordinateColumns, radius: Double) throws {
        self.columns = columns
        self.radius = radius
        checker = try CoordinateChecker(declared: columns.crs)
        toDegrees = columns.crs == .wgs84 ? nil : try Projector(from: columns.crs, to: .wgs84)
    }

    /// Reads, projects and locates the two cells of every row.
    mutating func read(_ batch: CSVBatch, cells: inout CSVCells, _ surveyor: Surveyor) throws {
        let decimalComma = batch.dialect.decimalComma
        var read: [Place] = []
        read.reserveCapacity(batch.count)
        batch.forEachRecord(using: &cells) { record in
            let x = parseDouble(record.cell(columns.x), decimalComma: decimalComma)
            let y = parseDouble(record.cell(columns.y), decimalComma: decimalComma)
            let given = Point(x: x ?? .nan, y: y ?? .nan)
            read.append(Place(cellCount: record.count, given: given, degrees: given, grid: given))
        }
        places = read
        if let toDegrees { bringToDegrees(toDegrees) }
        findRegions(surveyor)
        for region in surveyor.atlas.regions.indices { try locate(region, surveyor) }
    }

    /// From another system than WGS 84: all rows in one call.
    private mutating func bringToDegrees(_ toDegrees: Projector) {
        gathered = places.map(\.given)
        toDegrees.project(&gathered)
        for row in places.indices { places[row].degrees = gathered[row] }
    }

    /// The territory of each row; a grid must be made for it.
    private mutating func findRegions(_ surveyor: Surveyor) {
        let stated = toDegrees?.from
        for row in places.indices {
            let p = places[row].degrees
            guard let territory = Territory.containing(longitude: p.x, latitude: p.y),
                stated?.suits(territory) ?? true
            else { continue }
            places[row].region =
                surveyor.region(of: territory)
                ?? (surveyor.atlas.missing.contains(territory) ? Self.notInForce : Self.noPerimeter)
        }
    }

    /// Projects and locates the rows of a region; metres of the region's own grid are used as they are.
    private mutating func locate(_ region: Int, _ surveyor: Surveyor) throws {
        let territory = surveyor.atlas.regions[region].territory
        let isGrid = toDegrees?.from == territory.metricCRS
        rows.removeAll(keepingCapacity: true)
        gathered.removeAll(keepingCapacity: true)
        for row in places.indices where places[row].region == region {
            rows.append(row)
            gathered.append(isGrid ? places[row].given : places[row].degrees)
        }
        if rows.isEmpty { return }
        if !isGrid { try surveyor.projector(of: territory).project(&gathered) }
        for (i, row) in rows.enumerated() { places[row].grid = gathered[i] }
        surveyor.locate(gathered, region: region, radius: radius) { i, location in places[rows[i]].located = location }
    }

    /// What geometry says of a place; nil when it is none, or when the perimeters in force there are not here.
    func evidence(_ place: Place, _ surveyor: Surveyor) -> Evidence? {
        guard place.isValid, place.region != Self.notInForce else { return nil }
        if place.region == Self.noPerimeter { return Evidence() }
        return surveyor.evidence(at: place.grid, located: place.located, place.region, radius)
    }

    /// The verdict on a place, from its evidence.
    func verdict(_ place: Place, _ evidence: Evidence?) -> Verdict {
        if let evidence { return Judge.verdict(evidence, ground: .position, score: 1) }
        return place.isValid ? Judge.undecided(Evidence(), reason: .notInForce) : .notLocated(.coordinatesInvalid)
    }

    /// What is wrong with the coordinates of a place that is not valid, by the stable code of `CoordinateSanity`; a cell
    /// that is empty or no number is `not_finite`.
    func fault(_ place: Place) -> String? { place.isValid ? nil : checker.check(place.given).code }
}
