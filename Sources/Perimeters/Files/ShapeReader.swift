import Communes
import Geodesy
import Interchange
import Planar
import Topology

/// Makes the shapes of perimeters, in metres and valid, of features in the file's coordinates: one per thread.
final class ShapeReader {
    /// A shape, and what is wrong with it.
    struct Reading: Sendable {
        /// Nil when the shape has no place.
        var territory: Territory?
        /// In metres of the territory's metric CRS; empty when it cannot be used.
        var shape = MultiPolygon()
        var repair: Repair?
        /// Where the repair took ground or gave it.
        var disputed = MultiPolygon()
        /// Whether it is still to be checked.
        var isUnchecked = false
        /// Whether it was left out, lying elsewhere.
        var isUnread = false
        /// The communes that the shape may touch, by its corners; only when it cannot be used, or has no code.
        var communesAround: [String] = []
        var issues: [PerimeterIssue] = []
    }

    private let options: PerimeterFile.Options
    private let crs: CRS
    private var toGrid: [Territory: Projector] = [:]
    private var toDegrees: Projector?
    private let topology = TopologyContext()
    private var issues: [PerimeterIssue] = []
    /// The territories that the code and the communes of the feature say.
    private var stated: Set<Territory> = []

    private let budget: RepairBudget

    init(options: PerimeterFile.Options, crs: CRS, budget: RepairBudget) {
        self.options = options
        self.crs = crs
        self.budget = budget
    }

    func read(_ feature: Feature, code: String, _ fields: PerimeterFields) throws -> Reading {
        issues = []
        stated = Set(
            ([Departement(ofPerimeter: code)] + fields.communeCodes.map { Departement(ofCommune: $0) })
                .compactMap { $0?.territory })
        var reading = try shape(of: feature, code)
        reading.shape = reading.shape.oriented
        reading.issues = issues
        if code.isEmpty || (reading.shape.isEmpty && !reading.isUnread), let area = feature.geometry.area {
            reading.communesAround = try communes(around: area)
        }
        return reading
    }

    private func shape(of feature: Feature, _ code: String) throws -> Reading {
        let line = feature.line
        var reading = Reading()
        if let fault = feature.fault {
            note("unreadable_geometry", .error, code, line, "the geometry cannot be read: \(fault)")
            return reading
        }
        guard let area = feature.geometry.area else {
            note("not_a_polygon", .error, code, line, "a \(feature.geometry.typeName) has no inside")
            return reading
        }
        if isElsewhere(area) {
            // Empty, and no fault.
            reading.isUnread = true
            return reading
        }
        (reading.territory, reading.shape) = try project(area, code, line)
        guard let territory = reading.territory else { return reading }
        if !reading.shape.isPlain {
            if let reason = try tooTangled(reading.shape) {
                note("tangled", .error, code, line, reason, Self.leftOut, location: area.firstPoint, bound: .crossings)
                reading.shape = MultiPolygon()
                return reading
            }
            let canWait = reading.shape.isWellFormed && reading.shape.area >= Self.leastArea
            reading.isUnchecked = options.repairs == .onDemand && canWait
            if !reading.isUnchecked {
                let invalid = reading.shape
                (reading.shape, reading.repair) = try repaired(invalid, code, line, territory)
                if let repair = reading.repair { reading.disputed = topology.disputed(invalid, repair) }
            }
        }
        if !reading.shape.isEmpty, !reading.isUnchecked, reading.shape.area < Self.leastArea {
            let found = "the shape covers \(Self.squareMetres(reading.shape.area))"
            note("no_area", .error, code, line, found, Self.nothingLeft, location: area.firstPoint)
            reading.shape = MultiPolygon()
        }
        return reading
    }

    /// Why a shape is not repaired, though it is not plain; nil when there is nothing to fear.
    private func tooTangled(_ shape: MultiPolygon) throws -> String? {
        guard RepairBudget.isFinite(shape) else { return nil }
        guard let tangle = shape.tangle(atMost: RepairBudget.mostOfValid) else {
            return "its edges cross or crowd each other too much to be compared"
        }
        // A valid shape needs no repair, however often its rings touch.
        guard tangle > 0, topology.validity(of: shape) != nil else { return nil }
        let most = budget.most(ofOne: shape)
        if tangle > most { return "its edges cross or branch \(tangle) times, and \(most) are repaired" }
        try budget.spend(tangle)
        return nil
    }

    /// Whether a shape lies wholly outside of the window asked for.
    private func isElsewhere(_ area: MultiPolygon) -> Bool {
        guard let window = options.window, crs.isGeographic else { return false }
        let box = area.box
        return box.width > 0 && box.height > 0 && box.width.isFinite && box.height.isFinite && !box.intersects(window)
    }

    private func note(
        _ what: String, _ severity: PerimeterIssue.Severity, _ code: String, _ line: Int, _ message: String,
        _ remedy: String = "", location: Point? = nil, areaChange: Double? = nil, bound: ReadingLimits.Bound? = nil
    ) {
        issues.append(
            PerimeterIssue(
                what, severity, code, line: line, message, remedy: remedy, location: location, areaChange: areaChange,
                bound: bound))
    }

    private static let leftOut =
        "left out: no place will be found in it, and no place of its commune is surely outside"

    /// The shape in metres of the territory that its first finite point lies in; no territory when it has no place.
    private func project(
        _ area: MultiPolygon, _ code: String, _ line: Int
    ) throws -> (Territory?, MultiPolygon) {
        guard let first = area.firstPoint else {
            note("empty", .error, code, line, "the shape has no point")
            return (nil, MultiPolygon())
        }
        guard let territory = try territory(of: first) else {
            note(
                "no_territory", .error, code, line, "the shape lies in no French territory",
                try hint(first), location: first)
            return (nil, MultiPolygon())
        }
        if !stated.isEmpty, !stated.contains(territory) {
            let names = stated.map(\.name).sorted().joined(separator: ", ")
            note(
                "other_territory", .warning, code, line,
                "the shape lies in \(territory.name), but its code or commune is of another territory: \(names)",
                Self.leftOut, location: first)
            return (nil, MultiPolygon())
        }
        guard crs.suits(territory) else {
            note(
                "wrong_grid", .error, code, line,
                "the shape lies in \(territory.name), where \(crs.name) does not apply", location: first)
            return (nil, MultiPolygon())
        }
        let window = territory.bounds
        var isElsewhere: Point?
        var shape = area
        for p in shape.polygons.indices {
            shape.polygons[p].exterior = try grid(shape.polygons[p].exterior, territory, window, &isElsewhere)
            for h in shape.polygons[p].holes.indices {
                shape.polygons[p].holes[h] = try grid(shape.polygons[p].holes[h], territory, window, &isElsewhere)
            }
        }
        if let isElsewhere {
            note(
                "several_territories", .error, code, line, "the shape begins in \(territory.name) and leaves it",
                location: isElsewhere)
            return (nil, MultiPolygon())
        }
        return (territory, shape)
    }

    /// What coordinates that are no place in the file's CRS may be instead.
    private func hint(_ point: Point) throws -> String {
        let sanity = try CoordinateChecker(declared: crs).check(point)
        return switch sanity {
        case .swapped, .looksLike, .looksLikeSwapped, .lostPoint: "\(sanity)"
        case .fine, .notFinite, .zero, .wrongGrid, .outOfEveryTerritory: ""
        }
    }

    private func territory(of point: Point) throws -> Territory? {
        try degrees(point).flatMap { Territory.containing(longitude: $0.x, latitude: $0.y) }
    }

    private func degrees(_ point: Point) throws -> Point? {
        guard !crs.isGeographic else { return point }
        if toDegrees == nil { toDegrees = try Projector(from: crs, to: .wgs84) }
        return toDegrees!.project(point)
    }

    /// The INSEE codes of the communes that an area may touch, in order: those near its corners, of which a thousand are looked at.
    private func communes(around area: MultiPolygon) throws -> [String] {
        let corners = area.polygons.flatMap(\.exterior)
        var codes: Set<String> = []
        for corner in stride(from: 0, to: corners.count, by: max(1, corners.count / 1_000)) {
            guard let point = try degrees(corners[corner]), point.isFinite else { continue }
            codes.formUnion(CommuneTable.near(longitude: point.x, latitude: point.y))
        }
        return codes.sorted()
    }

    /// A ring in the territory's grid; notes its first point, as the file has it, that lies outside of the window.
    private func grid(
        _ ring: [Point], _ territory: Territory, _ window: Box, _ elsewhere: inout Point?
    ) throws -> [Point] {
        if elsewhere == nil, crs.isGeographic || !isWellInside(ring, window) {
            var degrees = ring
            if !crs.isGeographic { toDegrees!.project(&degrees) }
            elsewhere = degrees.firstIndex { $0.isFinite && !window.contains($0) }.map { ring[$0] }
        }
        if crs == territory.metricCRS { return ring }
        if toGrid[territory] == nil { toGrid[territory] = try Projector(from: crs, to: territory.metricCRS) }
        var ring = ring
        toGrid[territory]!.project(&ring)
        return ring
    }

    /// Whether all of a ring in metres surely lies inside a window in degrees: then no point of it need be brought to degrees.
    ///
    /// The corners of its box lie inside by a tenth of a degree, and the box is so small that its sides, bent in degrees, leave
    /// the corners' box by less than a kilometre.
    private func isWellInside(_ ring: [Point], _ window: Box) -> Bool {
        var box = Box.empty
        for p in ring { box.formUnion(p) }
        guard !box.isEmpty, box.width < 100_000, box.height < 100_000 else { return false }
        let inner = window.expanded(by: -0.1)
        return [(box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY)].allSatisfy {
            toDegrees!.project(Point(x: $0.0, y: $0.1)).map(inner.contains) ?? false
        }
    }

    /// The shape made valid, with an issue for each fault.
    private func repaired(
        _ shape: MultiPolygon, _ code: String, _ line: Int, _ territory: Territory
    ) throws -> (MultiPolygon, Repair?) {
        guard let reason = topology.validity(of: shape) else { return (shape, nil) }
        guard reason.code != .notFinite else {
            note(reason.code.rawValue, .error, code, line, "a coordinate is no finite number")
            return (MultiPolygon(), nil)
        }
        let repair = try topology.repaired(shape, reason: reason)
        let remedy =
            repair.isEmpty
            ? Self.nothingLeft
            : "rebuilt from its own edges, each taken once: \(Self.squareMetres(repair.areaBefore)) by formula, "
                + "\(Self.squareMetres(repair.areaAfter)) after, \(repair.partsAfter) "
                + (repair.partsAfter == 1 ? "part" : "parts")
        for reason in repair.reasons {
            note(
                reason.code.rawValue, repair.isEmpty ? .error : .warning, code, line, reason.message, remedy,
                location: try reason.location.flatMap { try inFile($0, territory) },
                areaChange: repair.areaChange)
        }
        return (repair.geometry, repair)
    }

    /// A point of the territory's grid in the file's own coordinates.
    private func inFile(_ point: Point, _ territory: Territory) throws -> Point? {
        crs == territory.metricCRS ? point : toGrid[territory]?.inverse(point)
    }

    /// Below this area in square metres a shape is what is left of a line that was projected, no neighbourhood.
    private static let leastArea = 1.0
    private static let nothingLeft = "nothing with an area is left: no place will ever be found in it"

    private static func squareMetres(_ area: Double) -> String {
        var buffer = OutputBuffer()
        buffer.append(fixed: area, decimals: 1)
        return buffer.string + " m²"
    }
}

extension MultiPolygon {
    /// The first point that is finite.
    fileprivate var firstPoint: Point? {
        polygons.lazy.flatMap { [$0.exterior] + $0.holes }.joined().first(where: \.isFinite)
    }
}
