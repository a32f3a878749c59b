import Disclosure
import Geodesy
import Interchange
package import Perimeters
import Planar
import Tables
package import Wording

extension MapLayer {
    /// The perimeters of a layer, with the rows counted in them.
    ///
    /// - Parameters:
    ///   - layers: all layers of the map, of which this one is told apart.
    ///   - counts: nil when the audited file has no verdict on this layer.
    package static func perimeters(
        _ layer: Layer, among layers: Layers, counts: PublishedRows.LayerCounts?, withCounts: Bool,
        _ language: Language,
        _ projections: inout Projections
    ) throws -> MapLayer {
        let same = layers.all.filter { $0.kind == layer.kind }
        let isFirst = same.first?.prefix == layer.prefix
        let vintages = layer.atlas.vintages.map(String.init)
        let base = ColumnNames.fold(layer.kind?.rawValue ?? "groups")
        var fields = Self.fields(language, hasDates: layer.atlas.perimeters.contains { $0.validity != nil })
        if withCounts { fields += Self.countFields(language) + [.withheld] }
        return MapLayer(
            id: isFirst ? base : "\(base)_\(vintages.joined(separator: "_"))",
            title: MapWording(language).title(layer), single: KindName(layer.kind).one(language), mark: .area,
            drawing: .same(MapSymbol(color: MapColors.kind(layer.kind), isDashed: !isFirst)),
            fields: fields,
            features: try layer.atlas.perimeters.map { perimeter in
                // Rows know a code alone: each perimeter of a code that stands twice has the code's count.
                let i = layer.atlas.index(ofCode: perimeter.code)!
                return Feature(
                    properties: properties(perimeter, fields, counts.map { ($0.inside[i], $0.uncertain[i]) }),
                    geometry: try projections.degrees(perimeter.shape, in: perimeter.territory))
            })
    }

    private static func fields(_ language: Language, hasDates: Bool) -> [MapField] {
        var kind = MapField("kind", language("Nature", "Kind"))
        kind.isHidden = true
        var fields = [
            MapField("code", language("Code", "Code")), MapField("name", language("Nom", "Name")), kind,
            MapField("vintage", language("Millésime", "Vintage"), .year),
            MapField("communes", language("Communes", "Communes")),
            MapField("commune_codes", language("Codes INSEE", "INSEE codes")),
            MapField("area_ha", language("Surface", "Area"), .real(decimals: 1), unit: "ha"),
        ]
        if hasDates {
            fields += [
                MapField("valid_from", language("En vigueur du", "In force from")),
                MapField("valid_to", language("jusqu’au", "until")),
            ]
        }
        for i in fields.indices
        where ["vintage", "communes", "commune_codes", "valid_from", "valid_to"].contains(fields[i].name) {
            fields[i].isOptional = true
        }
        return fields
    }

    private static func countFields(_ language: Language) -> [MapField] {
        var inside = MapField("rows_inside", language("Lignes dans le périmètre", "Rows inside"), .count)
        inside.isFirst = true
        let uncertain = MapField(
            "rows_uncertain",
            language("Lignes incertaines dont c’est le plus proche", "Uncertain rows nearest to it"),
            .count)
        return [inside, uncertain]
    }

    private static func properties(
        _ perimeter: Perimeter, _ fields: [MapField], _ counts: (inside: PublishedCount, uncertain: PublishedCount)?
    ) -> JSONObject {
        var withheld: [JSONValue] = []
        func published(_ count: PublishedCount?, _ name: String) -> JSONValue {
            guard let count else { return .null }
            if count.value == nil { withheld.append(.string(name)) }
            return count.value.map { JSONValue($0) } ?? .null
        }
        let all: JSONObject = [
            "code": .string(perimeter.code), "name": .string(perimeter.name), "kind": .string(perimeter.kind.rawValue),
            "vintage": perimeter.vintage.map { JSONValue($0) } ?? .null,
            "communes": .string(perimeter.communeNames.joined(separator: ", ")),
            "commune_codes": .string(perimeter.communeCodes.joined(separator: ", ")),
            "area_ha": perimeter.shape.isEmpty ? .null : JSONValue(perimeter.area / 10_000, decimals: 1),
            "valid_from": JSONValue(perimeter.validity?.from.map { "\($0)" }),
            "valid_to": JSONValue(perimeter.validity?.to.map { "\($0)" }),
            "rows_inside": published(counts?.inside, "rows_inside"),
            "rows_uncertain": published(counts?.uncertain, "rows_uncertain"),
            "withheld": .null,
        ]
        var chosen = JSONObject(fields.map { .init($0.name, all[$0.name] ?? .null) })
        if !withheld.isEmpty { chosen["withheld"] = .string(withheld.map(\.text).joined(separator: " ")) }
        return chosen
    }
}

/// What a reader calls perimeters of a kind.
struct KindName {
    private let kind: PerimeterKind?

    init(_ kind: PerimeterKind?) { self.kind = kind }

    func one(_ language: Language) -> String {
        switch kind {
        case .qpv: language("Quartier prioritaire (QPV)", "Priority neighbourhood (QPV)")
        case .qva: language("Quartier de veille active (QVA)", "Former priority neighbourhood (QVA)")
        case .territoireVecu: language("Territoire vécu", "Territoire vécu")
        case .npnru: language("Quartier de renouvellement urbain (NPNRU)", "Urban renewal area (NPNRU)")
        case .zfu: language("Zone franche urbaine (ZFU)", "Urban tax-free zone (ZFU)")
        case .other: language("Autre périmètre", "Other perimeter")
        case nil: language("Groupe de périmètres", "Group of perimeters")
        }
    }

    /// The short word for so many of them, as a count wants it.
    func short(_ count: Int, _ language: Language) -> String {
        let isOne = language == .french ? count < 2 : count == 1
        return switch kind {
        case .qpv: "QPV"
        case .qva: "QVA"
        case .territoireVecu: isOne ? "territoire vécu" : "territoires vécus"
        case .npnru: "NPNRU"
        case .zfu: "ZFU"
        case .other: isOne ? language("périmètre", "perimeter") : language("périmètres", "perimeters")
        case nil: isOne ? language("groupe", "group") : language("groupes", "groups")
        }
    }

    func several(_ language: Language) -> String {
        switch kind {
        case .qpv: language("Quartiers prioritaires (QPV)", "Priority neighbourhoods (QPV)")
        case .qva: language("Quartiers de veille active (QVA)", "Former priority neighbourhoods (QVA)")
        case .territoireVecu: language("Territoires vécus", "Territoires vécus")
        case .npnru: language("Quartiers de renouvellement urbain (NPNRU)", "Urban renewal areas (NPNRU)")
        case .zfu: language("Zones franches urbaines (ZFU)", "Urban tax-free zones (ZFU)")
        case .other: language("Autres périmètres", "Other perimeters")
        case nil: language("Groupes de périmètres", "Groups of perimeters")
        }
    }
}
