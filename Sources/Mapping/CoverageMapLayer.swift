package import Coverage
import Geodesy
import Interchange
import Perimeters
import Planar
import Wording

extension MapLayer {
    /// Adds to the perimeters of a layer what places cover of each: how many are inside, and the share of its area within each
    /// distance; nothing where it is not known.
    package mutating func add(_ coverage: Coverage, _ wording: MapWording) {
        let language = wording.language
        var added = [MapField("places_inside", language("Lieux dans le périmètre", "Places inside"), .count)]
        for metres in coverage.options.distances {
            added.append(
                MapField(
                    "area_within_\(metres.name)_m", wording.within(metres), .real(decimals: 1), unit: "%"))
        }
        fields.insert(contentsOf: added, at: fields.firstIndex { $0.name == "area_ha" }.map { $0 + 1 } ?? fields.count)
        for row in coverage.rows where row.category == nil {
            guard let i = row.perimeter else { continue }
            features[i].properties["places_inside"] = row.isKnown ? JSONValue(row.inside) : .null
            for (d, metres) in coverage.options.distances.enumerated() {
                features[i].properties["area_within_\(metres.name)_m"] =
                    row.areaShare(d).map { JSONValue($0 * 100, decimals: 1) } ?? .null
            }
        }
    }

    /// The ground of perimeters that is farther from every place than the first distance.
    package static func gaps(
        _ gaps: Gaps, of coverage: Coverage, _ wording: MapWording, _ projections: inout Projections
    ) throws -> MapLayer {
        let language = wording.language
        let metres = coverage.options.distances[0]
        let features = try gaps.gaps.filter { $0.distance == 0 && !$0.shape.isEmpty }.map { gap in
            let perimeter = coverage.atlas.perimeters[gap.perimeter]
            return Feature(
                properties: [
                    "code": .string(perimeter.code), "name": .string(perimeter.name), "beyond_m": JSONValue(metres),
                    "area_ha": JSONValue(gap.area / 10_000, decimals: 1),
                    "share": JSONValue(gap.area / perimeter.area * 100, decimals: 1),
                ], geometry: try projections.degrees(gap.shape, in: perimeter.territory))
        }
        var beyond = MapField("beyond_m", language("À plus de", "Farther than"), .real(decimals: 0), unit: "m")
        beyond.isHidden = true
        return MapLayer(
            id: "gaps", title: wording.beyond(metres), single: wording.beyond(metres), mark: .area,
            drawing: .same(MapSymbol(color: MapColors.gaps, isHatched: true)),
            fields: [
                MapField("code", language("Code", "Code")), MapField("name", language("Nom", "Name")), beyond,
                MapField("area_ha", language("Surface", "Area"), .real(decimals: 1), unit: "ha"),
                MapField(
                    "share", language("Part du périmètre", "Share of the perimeter"), .real(decimals: 1), unit: "%"),
            ], features: features, isNamed: false)
    }
}

extension Double {
    /// Metres as a name has them: without decimals where there are none.
    package var name: String {
        self == rounded() ? "\(Int(self))" : fixed(decimals: 2).replacing(".", with: "p")
    }
}
