import Geodesy
package import Interchange
import Perimeters
package import Planar

/// The positions of the rows of a batch, projected and located together: far faster than one by one.
///
/// Each fact has its own array, so that a step touches no more memory than it needs.
package struct PositionBatch {
    /// What is known of the position of one row.
    package struct Place {
        /// The two cells as numbers, and how they are written.
        package var cells: CSVNumberPair
        /// The region of the atlas that it lies in, or ``noPerimeter``, ``notInForce`` or ``invalid``.
        package var region: Int
        /// Longitude and latitude.
        package var degrees: Point
        /// In metres of the territory's metric CRS.
        package var grid: Point
        /// Where that lies in the region.
        package var located: ZoneLocation

        /// Whether it is a place in France.
        package var isValid: Bool { region != PositionBatch.invalid && grid.isFinite }
    }

    /// In place of a region: a territory without a perimeter.
    static let noPerimeter = -1
    /// In place of a region: not a place in France.
    static let invalid = -2
    /// In place of a region: a territory whose perimeters of the day asked are not here.
    static let notInForce = -3
    /// How many rows were read last.
    package private(set) var count = 0
    /// The two cells of each row. Like the other arrays it may be longer than there are rows.
    package private(set) var cells: [CSVNumberPair] = []
    /// The verdict on each row as plain membership, when that is all there is to say.
    package private(set) var plain: [PlainRows.Row] = []
    private let columns: RowPlan.CoordinateColumns
    private let checker: CoordinateChecker
    private let toDegrees: Projector?
    private let radius: Double
    private var regions: [Int32] = []
    /// As the cells have it when they are degrees: then there is no second array.
    private var degrees: [Point] = []
    private var grid: [Point] = []
    private var located: [ZoneLocation] = []
    /// The rows of one region, what is to be located of them, and what was found.
    private var members: [Int32] = []
    private var gathered: [Point] = []
    private var found: [ZoneLocation] = []

    /// - Parameter radius: how far the true place may be from a position, in metres.
    package init(_ columns: RowPlan.CoordinateColumns, radius: Double) throws {
        self.columns = columns
        self.radius = radius
        checker = try CoordinateChecker(declared: columns.crs)
        toDegrees = columns.crs == .wgs84 ? nil : try Projector(from: columns.crs, to: .wgs84)
    }

    /// What is known of a row.
    package func place(_ row: Int) -> Place {
        Place(
            cells: cells[row], region: Int(regions[row]), degrees: degrees(of: row), grid: grid[row],
            located: located[row])
    }

    @inline(__always)
    private func degrees(of row: Int) -> Point { toDegrees == nil ? cells[row].point : degrees[row] }

    /// Reads, projects and locates the two cells of each row.
    package mutating func read(_ batch: RowBatch, cells scratch: inout CSVCells, _ surveyor: Surveyor) throws {
        makeRoom(batch.count)
        if columns.notation == .numbers {
            cells.withUnsafeMutableBufferPointer {
                batch.readNumbers(
                    0..<batch.count, columns: (columns.x, columns.y), using: &scratch,
                    into: .init(rebasing: $0[..<batch.count]))
            }
        } else {
            for row in 0..<batch.count {
                cells[row] = batch.withRecord(row, using: &scratch) { columns.pair(of: $0) }
            }
        }
        if let toDegrees {
            degrees = cells[..<count].map(\.point)
            toDegrees.project(&degrees)
        }
        findRegions(surveyor)
        for region in surveyor.atlas.regions.indices { try locate(region, surveyor) }
    }

    /// Makes the arrays as long as there are rows; they never become shorter, since batches are nearly alike.
    private mutating func makeRoom(_ count: Int) {
        self.count = count
        if cells.count >= count { return }
        let nothing = CSVNumberPair(x: .nan, y: .nan, cellCount: 0, xText: .none, yText: .none)
        cells = [CSVNumberPair](repeating: nothing, count: count)
        regions = [Int32](repeating: Int32(Self.invalid), count: count)
        grid = [Point](repeating: Point(x: .nan, y: .nan), count: count)
        located = [ZoneLocation](repeating: .nowhere, count: count)
        plain = [PlainRows.Row](repeating: .none, count: count)
    }

    /// The territory of each row; a grid must be made for it.
    private mutating func findRegions(_ surveyor: Surveyor) {
        let stated = toDegrees?.from
        var window = Box.empty
        var region = Int32(Self.invalid)
        for row in 0..<count {
            let p = degrees(of: row)
            // Territories are disjoint: most rows lie in that of the row before.
            if !window.contains(p) {
                let territory = Territory.containing(longitude: p.x, latitude: p.y)
                window = territory?.bounds ?? .empty
                if let territory, stated?.suits(territory) ?? true {
                    region = Int32(surveyor.region(of: territory) ?? Self.without(territory, surveyor.atlas))
                } else {
                    region = Int32(Self.invalid)
                }
            }
            regions[row] = region
            if region < 0 {
                grid[row] = p
                located[row] = .nowhere
                plain[row] = .none
            }
        }
    }

    private static func without(_ territory: Territory, _ atlas: Atlas) -> Int {
        atlas.missing.contains(territory) ? notInForce : noPerimeter
    }

    /// Projects and locates the rows of a region; metres of the region's own grid are used as they are.
    private mutating func locate(_ region: Int, _ surveyor: Surveyor) throws {
        let place = surveyor.atlas.regions[region]
        let isGrid = toDegrees?.from == place.territory.metricCRS
        members.removeAll(keepingCapacity: true)
        gathered.removeAll(keepingCapacity: true)
        for row in 0..<count where regions[row] == region {
            members.append(Int32(truncatingIfNeeded: row))
            gathered.append(isGrid ? cells[row].point : degrees(of: row))
        }
        if members.isEmpty { return }
        if !isGrid { try surveyor.projector(of: place.territory).project(&gathered) }
        surveyor.locate(gathered, region: region, radius: radius, into: &found)
        scatter(gathered, to: &grid)
        scatter(found, to: &located)
        if toDegrees != nil { return clearPlain() }
        // Ground that is disputed, in doubt or not spoken of has verdicts of its own.
        let isOutsideSure = surveyor.isOutsideSure(region)
        let (cells, radius) = (cells, radius)
        plain.withUnsafeMutableBufferPointer { plain in
            for i in members.indices {
                let row = Int(members[i])
                if found[i].zone < 0 && !isOutsideSure || surveyor.isDisputed(gathered[i], region) {
                    plain[row] = .none
                } else {
                    plain[row] = Self.plainRow(cells[row], found[i], radius, place) { zone in
                        surveyor.isAlone(zone, at: gathered[i], region)
                    }
                }
            }
        }
    }

    /// Leaves the members of a region to be written one by one.
    private mutating func clearPlain() {
        for member in members { plain[Int(member)] = .none }
    }

    /// Puts what is known of the members of a region into their rows.
    private func scatter<Fact: BitwiseCopyable>(_ facts: [Fact], to rows: inout [Fact]) {
        rows.withUnsafeMutableBufferPointer { rows in
            for i in members.indices { rows[Int(members[i])] = facts[i] }
        }
    }

    /// The row when its verdict is plain membership, and its cells are written as they would be; else none.
    @inline(__always)
    private static func plainRow(
        _ cells: CSVNumberPair, _ found: ZoneLocation, _ radius: Double, _ place: AtlasRegion,
        _ isAlone: (_ zone: Int) -> Bool
    ) -> PlainRows.Row {
        guard found.nearestZone >= 0, !(radius > 0 && found.distance < radius), cells.xText.length > 0,
            cells.yText.length > 0
        else { return .none }
        let nearest = place.perimeters[found.nearestZone]
        if found.zone < 0 { return PlainRows.Row(perimeter: -1, nearest: nearest, distance: found.distance) }
        guard place.isAlone[found.zone] || isAlone(found.zone) else { return .none }
        return PlainRows.Row(perimeter: place.perimeters[found.zone], nearest: nearest, distance: -found.distance)
    }

    /// What geometry says of a place; nil when it is none, or when the perimeters in force there are not here.
    func evidence(_ place: Place, _ surveyor: Surveyor) -> Evidence? {
        guard place.isValid, place.region != Self.notInForce else { return nil }
        if place.region == Self.noPerimeter { return Evidence() }
        return surveyor.evidence(at: place.grid, located: place.located, place.region, radius)
    }

    /// The verdict on a place, from its evidence.
    package func verdict(_ place: Place, _ evidence: Evidence?, _ surveyor: Surveyor) -> Verdict {
        if let evidence {
            return surveyor.verdict(evidence, longitude: place.degrees.x, latitude: place.degrees.y)
        }
        return place.isValid ? Judge.notInForce : .notLocated(.coordinatesInvalid)
    }

    /// What is wrong with the coordinates of a place that is not valid, by the stable code of `CoordinateSanity`; a cell
    /// that is empty or no number is `not_finite`.
    package func fault(_ place: Place) -> String? { place.isValid ? nil : checker.check(place.cells.point).code }
}

extension CSVNumberPair {
    /// As the two cells have it; NaN for a cell that is no number.
    fileprivate var point: Point { Point(x: x, y: y) }
}
