import Disclosure
import Geodesy
import Interchange
import Planar
import Verdicts
import Wording

extension MapLayer {
    /// The cells of a grid that have rows, as far as their counts may be shown, from territory to territory, South to North.
    static func hexagons(
        _ rows: PublishedRows, _ grid: HexagonGrid, _ wording: MapWording, _ projections: inout Projections
    ) throws -> MapLayer {
        var features: [Feature] = []
        for counted in rows.cells {
            guard let shown = counted.count.value else { continue }
            let (territory, cell) = (counted.territory, counted.cell)
            let centre = grid.centre(cell)
            let code = territory.metricCRS.epsg
            let id = "CRS\(code)H\(grid.spacing.name)mN\(Int(centre.y.rounded()))E\(Int(centre.x.rounded()))"
            let ring = Polygon(exterior: grid.ring(cell))
            features.append(
                Feature(
                    properties: ["cell": .string(id), "rows": JSONValue(shown)],
                    geometry: try projections.degrees(MultiPolygon(polygons: [ring]), in: territory)))
        }
        let language = wording.language
        var counted = MapField("rows", language("Lignes", "Rows"), .count)
        counted.isFirst = true
        let cell = MapField("cell", language("Maille", "Cell"))
        var layer = MapLayer(
            id: "hexagons", title: wording.hexagons(grid), single: wording.hexagon(grid), mark: .cell,
            drawing: .classes(by: "rows", classes(features.compactMap { $0.properties["rows"]?.integer }, wording)),
            fields: [cell, counted], features: features, isNamed: false)
        layer.blank = wording.blank(hasWithheld: rows.hidesCells)
        return layer
    }

    /// At most five classes that start with 1, 2 or 5 times a power of ten, but the first, which starts with the least count.
    private static func classes(_ counts: [Int], _ wording: MapWording) -> [(from: Int, symbol: MapSymbol)] {
        guard let least = counts.min(), let most = counts.max() else { return [] }
        let round = (0..<18).lazy.flatMap { power in [1, 2, 5].map { $0 * Int.power10(power) } }
        let between = round.filter { $0 > least }.prefix { $0 <= most }
        // Every second or third of the bounds where there are too many.
        let step = max(1, (between.count + 3) / 4)
        var bounds = [least]
        for (i, bound) in between.enumerated() where i % step == step - 1 { bounds.append(bound) }
        return bounds.enumerated().map { i, from in
            let to = i + 1 < bounds.count ? bounds[i + 1] - 1 : most
            return (from, MapSymbol(wording.range(from, to), color: MapColors.ofClass(i, of: bounds.count)))
        }
    }

    /// The rows themselves, each a point that tells its verdict and nothing else.
    static func dots(_ dots: [AuditedRows.Dot], _ language: Language) -> MapLayer {
        let symbols: [(value: String, symbol: MapSymbol)] = [
            (Verdict.Decision.inside.rawValue, MapSymbol(language("Dans un périmètre", "Inside"), color: "#00508c")),
            (
                Verdict.Decision.uncertain.rawValue,
                MapSymbol(language("Incertaine", "Uncertain"), color: "#b35900", shape: .diamond)
            ),
            (
                Verdict.Decision.outside.rawValue,
                MapSymbol(language("Hors périmètre", "Outside"), color: MapColors.faint, isHollow: true)
            ),
        ]
        return MapLayer(
            id: "rows", title: language("Lignes du fichier", "Rows of the file"),
            single: language("Ligne du fichier", "Row of the file"), mark: .point,
            drawing: .categories(by: "verdict", symbols),
            fields: [MapField("verdict", language("Verdict", "Verdict"))],
            features: dots.map { dot in
                Feature(
                    properties: ["verdict": JSONValue(dot.decision?.rawValue)], geometry: .point(dot.position))
            }, isNamed: false)
    }
}

extension Int {
    fileprivate static func power10(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
