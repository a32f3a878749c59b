public import Coverage
import Geodesy
import Interchange
public import Perimeters
import Planar
public import Provenance
public import Wording

extension MapDocument {
    /// What a map is made of.
    public struct Content: Sendable {
        /// The perimeters.
        public var layers: Layers
        /// The rows of an audited file.
        public var rows: PublishedRows?
        /// The places.
        public var places: Places?
        /// What the places cover of the first layer of perimeters, and what is left; nil when no distance is asked.
        public var coverage: (measured: Coverage, gaps: Gaps)?

        /// Perimeters alone.
        public init(_ layers: Layers) { self.layers = layers }
    }

    /// The map of perimeters, and of rows and places where there are some.
    ///
    /// O(v log v) in the vertices.
    /// - Throws: ``GeodesyError``.
    public init(_ content: Content, language: Language, provenance: Provenance) throws {
        let kinds = Set(content.layers.all.map(\.kind))
        self.init(
            title: kinds == [.qpv]
                ? language("Quartiers prioritaires de la politique de la ville", "Priority neighbourhoods (QPV)")
                : language("Périmètres de la politique de la ville", "Perimeters of French urban policy"),
            language: language, provenance: provenance)
        var projections = Projections()
        let wording = MapWording(language)
        var perimeterLayers: [MapLayer] = []
        for (i, layer) in content.layers.all.enumerated() {
            let counts = content.rows?.layers[i]
            let drawn = try MapLayer.perimeters(
                layer, among: content.layers, counts: counts, withCounts: content.rows != nil, language, &projections)
            perimeterLayers.append(drawn)
            if let rows = content.rows {
                if rows.rows.layers[i] == nil { tell(wording) { [$0.unknown(layer)] } }
                if let counts { tell(wording) { $0.notices(of: layer, counts) } }
            }
        }
        layers = perimeterLayers
        if let only = content.rows?.onlyLayer { tell(wording) { [$0.onlyCounts(of: content.layers.all[only])] } }
        let shapeless = content.layers.all.lazy.flatMap(\.atlas.perimeters).count { $0.shape.isEmpty }
        if shapeless > 0 { tell(wording) { [$0.shapeless(shapeless)] } }
        subtitle = content.layers.all.map(wording.count).joined(separator: " · ")
        method.append(wording.measures(content.layers))
        if let rows = content.rows { try add(rows, wording, &projections) }
        if let coverage = content.coverage {
            layers[0].add(coverage.measured, wording)
            layers.append(try .gaps(coverage.gaps, of: coverage.measured, wording, &projections))
            method.append(wording.coverage)
        }
        if let places = content.places {
            layers.append(.places(places, language))
            subtitle += " · " + wording.places(places.items.count)
            tell(wording) { $0.notices(of: places) }
        }
        views = Self.views(layers)
    }

    private mutating func add(
        _ rows: PublishedRows, _ wording: MapWording, _ projections: inout Projections
    ) throws {
        subtitle += " · " + wording.rows(rows.total)
        if rows.threshold > 1 { method.append(wording.disclosure(threshold: rows.threshold)) }
        if let grid = rows.rows.options.grid {
            layers.append(try .hexagons(rows, grid, wording, &projections))
            method.append(wording.grid(grid))
            if rows.hidesCells { tell(wording) { [$0.hiddenCells(rows: rows.rest)] } }
        }
        if !rows.rows.dots.isEmpty { layers.append(.dots(rows.rows.dots, language)) }
        if rows.rows.options.needsPositions { tell(wording) { $0.notices(of: rows) } }
    }

    /// Says something to the reader, and in English to whoever makes the map.
    private mutating func tell(_ wording: MapWording, _ sentences: (MapWording) -> [String]) {
        notices += sentences(wording)
        messages += sentences(wording.english)
    }

    /// The territories that something is in, with the window of all that is drawn there.
    private static func views(_ layers: [MapLayer]) -> [(name: String, box: Box)] {
        var boxes: [Territory: Box] = [:]
        for feature in layers.lazy.flatMap(\.features) {
            let box = feature.geometry.box
            guard
                let territory = Territory.containing(
                    longitude: (box.minX + box.maxX) / 2, latitude: (box.minY + box.maxY) / 2)
            else { continue }
            boxes[territory] = (boxes[territory] ?? .empty).union(box)
        }
        return Territory.allCases.compactMap { territory in boxes[territory].map { (territory.name, $0) } }
    }
}

extension Geometry {
    /// The window of a point or an area; an empty one of anything else.
    fileprivate var box: Box {
        if case .point(let point) = self { return Box(point, point) }
        return area?.box ?? .empty
    }
}

/// Takes shapes in metres of a territory to degrees; makes each projector once.
package struct Projections {
    private var made: [Territory: Projector] = [:]

    /// Points in degrees (WGS 84) of points in the territory's metric system.
    mutating func degrees(_ points: [Point], in territory: Territory) throws -> [Point] {
        let projector = try made[territory] ?? Projector(from: .wgs84, to: territory.metricCRS)
        made[territory] = projector
        var points = points
        projector.inverse(&points)
        return points
    }

    /// An area in degrees; nothing when it has no vertices.
    mutating func degrees(_ shape: MultiPolygon, in territory: Territory?) throws -> Geometry {
        guard let territory, !shape.isEmpty else { return .empty }
        return .multiPolygon(
            MultiPolygon(
                polygons: try shape.polygons.map { polygon in
                    Polygon(
                        exterior: try degrees(polygon.exterior, in: territory),
                        holes: try polygon.holes.map { try degrees($0, in: territory) })
                }))
    }
}
