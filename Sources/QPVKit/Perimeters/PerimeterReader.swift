import Geodesy
import Interchange
import Planar
import Topology

/// Makes perimeters of features, one after another, and notes what is wrong with each.
struct PerimeterReader {
    let source: SourceFile
    let unit: PerimeterLayer.Unit
    let options: PerimeterFile.Options
    let crs: CRS
    private(set) var perimeters: [Perimeter] = []
    private(set) var issues: [PerimeterIssue] = []
    private var foldedNames: [String: String] = [:]
    private var firstLine: [String: Int] = [:]
    private var toGrid: [Territory: Projector] = [:]
    private var toDegrees: Projector?
    private let topology = TopologyContext()

    init(source: SourceFile, unit: PerimeterLayer.Unit, options: PerimeterFile.Options, crs: CRS) {
        self.source = source
        self.unit = unit
        self.options = options
        self.crs = crs
    }

    mutating func read(_ feature: GeoJSONFeature) throws {
        let fields = PerimeterFields(feature.properties, options, folded: &foldedNames)
        guard let code = fields.code else {
            let wanted = options.codeField.map { [ColumnNames.fold($0)] } ?? PerimeterFields.codeNames
            let there = feature.properties.names.filter { wanted.contains(ColumnNames.fold($0)) }
            if let field = there.first {
                throw PerimeterError.emptyCode(field: field, place: source.place(feature.line, unit))
            }
            throw PerimeterError.noCode(
                looked: options.codeField.map { [$0] } ?? PerimeterFields.codeNames,
                fields: feature.properties.names, place: source.place(feature.line, unit))
        }
        guard isAskedFor(fields.communeCodes) else { return }
        let line = feature.line
        if let first = firstLine[code] {
            note(
                "duplicate_code", .warning, code, line, "the code stands at \(unit.rawValue) \(first) too",
                "both shapes are kept")
        } else {
            firstLine[code] = line
        }
        if let text = fields.undated {
            note(
                "not_a_date", .warning, code, line, "\"\(text)\" is no date",
                "expected 2023-12-31, 2023/12/31, 20231231 or 31/12/2023: the file is refused where a day is asked")
        }
        var shape = MultiPolygon()
        var territory: Territory?
        var repair: Repair?
        var isUnchecked = false
        let isUnread = feature.geometry.area.map(isElsewhere) ?? false
        if isUnread {
            // Empty, and no fault.
        } else if let area = feature.geometry.area {
            (territory, shape) = try project(area, code, line)
            if let territory {
                if !shape.isPlain {
                    let canWait = shape.isWellFormed && shape.area >= Self.leastArea
                    isUnchecked = options.repairs == .onDemand && canWait
                    if !isUnchecked { (shape, repair) = try repaired(shape, code, line, territory) }
                }
                if !shape.isEmpty, !isUnchecked, shape.area < Self.leastArea {
                    let found = "the shape covers \(Self.squareMetres(shape.area))"
                    note("no_area", .error, code, line, found, Self.nothingLeft, location: area.firstPoint)
                    shape = MultiPolygon()
                }
            }
        } else {
            note("not_a_polygon", .error, code, line, "a \(feature.geometry.typeName) has no inside")
        }
        perimeters.append(
            Perimeter(
                code: code, name: fields.name, kind: fields.kind, vintage: fields.vintage,
                communeCodes: fields.communeCodes, communeNames: fields.communeNames, territory: territory,
                shape: shape.oriented, repair: repair, line: line, validity: fields.validity,
                unreadableDate: fields.undated, isUnchecked: isUnchecked, isUnread: isUnread))
    }

    private func isAskedFor(_ communes: [String]) -> Bool {
        options.departements.isEmpty || communes.isEmpty
            || communes.contains { code in options.departements.contains { code.hasPrefix($0) } }
    }

    /// Whether a shape lies wholly outside of the window asked for.
    private func isElsewhere(_ area: MultiPolygon) -> Bool {
        guard let window = options.window, crs.isGeographic else { return false }
        let box = area.box
        return box.width > 0 && box.height > 0 && box.width.isFinite && box.height.isFinite && !box.intersects(window)
    }

    private mutating func note(
        _ what: String, _ severity: PerimeterIssue.Severity, _ code: String, _ line: Int, _ message: String,
        _ remedy: String = "", location: Point? = nil, areaChange: Double? = nil
    ) {
        issues.append(
            PerimeterIssue(
                what, severity, code, line: line, message, remedy: remedy, location: location, areaChange: areaChange))
    }

    /// The shape in metres of the territory that its first finite point lies in; no territory when it has no place.
    private mutating func project(
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
        case .swapped, .looksLike, .looksLikeSwapped: "\(sanity)"
        case .fine, .notFinite, .zero, .wrongGrid, .outOfEveryTerritory: ""
        }
    }

    private mutating func territory(of point: Point) throws -> Territory? {
        var degrees: Point? = point
        if !crs.isGeographic {
            if toDegrees == nil { toDegrees = try Projector(from: crs, to: .wgs84) }
            degrees = toDegrees!.project(point)
        }
        return degrees.flatMap { Territory.containing(longitude: $0.x, latitude: $0.y) }
    }

    /// A ring in the territory's grid; notes its first point, as the file has it, that lies outside of the window.
    private mutating func grid(
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
    private mutating func repaired(
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
    private mutating func inFile(_ point: Point, _ territory: Territory) throws -> Point? {
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
