import Geodesy
import Interchange
import Planar

/// The positions of some rows, projected and located together: far faster than one by one.
struct PositionBatch {
    /// What is known of the position of one row.
    struct Place {
        /// The two cells as numbers, and how they are written.
        var cells: CSVNumberPair
        /// The region of the atlas that it lies in, or ``noPerimeter``, ``notInForce`` or ``invalid``.
        var region = PositionBatch.invalid
        /// Longitude and latitude.
        var degrees: Point
        /// In metres of the territory's metric CRS.
        var grid: Point
        /// Where that lies in the region.
        var located = ZoneLocation.nowhere
        /// The verdict as plain membership, when that is all there is to say.
        var plain = PlainRows.Row.none

        init(_ cells: CSVNumberPair) {
            self.cells = cells
            degrees = Point(x: cells.x, y: cells.y)
            grid = degrees
        }

        /// As the two cells have it; NaN for a cell that is no number.
        var given: Point { Point(x: cells.x, y: cells.y) }

        /// Whether its row is written from pieces: it says no more than ``plain``, and the cells are written as they would be.
        var isPlain: Bool { plain.nearest >= 0 && cells.xText.length > 0 && cells.yText.length > 0 }

        /// Whether it is a place in France.
        var isValid: Bool { region != PositionBatch.invalid && grid.isFinite }
    }

    /// In place of a region: a territory without a perimeter.
    static let noPerimeter = -1
    /// In place of a region: not a place in France.
    static let invalid = -2
    /// In place of a region: a territory whose perimeters of the day asked are not here.
    static let notInForce = -3
    /// How many rows are best taken at a time: few enough to stay in the processor's cache.
    static let rowsAtOnce = 4096

    /// The rows read last.
    private(set) var places: [Place] = []
    private let columns: RowPlan.CoordinateColumns
    private let checker: CoordinateChecker
    private let toDegrees: Projector?
    private let radius: Double
    private var numbers: [CSVNumberPair] = []
    private var gathered: [Point] = []
    private var rows: [Int] = []

    /// - Parameter radius: how far the true place may be from a position, in metres.
    init(_ columns: RowPlan.CoordinateColumns, radius: Double) throws {
        self.columns = columns
        self.radius = radius
        checker = try CoordinateChecker(declared: columns.crs)
        toDegrees = columns.crs == .wgs84 ? nil : try Projector(from: columns.crs, to: .wgs84)
    }

    /// Reads, projects and locates the two cells of some rows.
    mutating func read(_ batch: CSVBatch, _ rows: Range<Int>, cells: inout CSVCells, _ surveyor: Surveyor) throws {
        let nothing = CSVNumberPair(x: .nan, y: .nan, cellCount: 0, xText: .none, yText: .none)
        if numbers.count != rows.count { numbers = [CSVNumberPair](repeating: nothing, count: rows.count) }
        numbers.withUnsafeMutableBufferPointer {
            batch.readNumbers(rows, columns: (columns.x, columns.y), using: &cells, into: $0)
        }
        places.removeAll(keepingCapacity: true)
        for pair in numbers { places.append(Place(pair)) }
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
        let perimeters = surveyor.atlas.regions[region].perimeters
        surveyor.locate(gathered, region: region, radius: radius) { i, found in
            let row = rows[i]
            places[row].located = found
            guard toDegrees == nil, found.nearestZone >= 0, !(radius > 0 && found.distance < radius) else { return }
            let nearest = perimeters[found.nearestZone]
            if found.zone < 0 {
                places[row].plain = PlainRows.Row(perimeter: -1, nearest: nearest, distance: found.distance)
            } else if surveyor.isAlone(found.zone, at: gathered[i], region) {
                places[row].plain = PlainRows.Row(
                    perimeter: perimeters[found.zone], nearest: nearest, distance: -found.distance)
            }
        }
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
        return place.isValid ? Judge.notInForce : .notLocated(.coordinatesInvalid)
    }

    /// What is wrong with the coordinates of a place that is not valid, by the stable code of `CoordinateSanity`; a cell
    /// that is empty or no number is `not_finite`.
    func fault(_ place: Place) -> String? { place.isValid ? nil : checker.check(place.given).code }
}
