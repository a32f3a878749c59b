package import Coverage
import Interchange
import Planar
import Tables
package import Wording

extension MapLayer {
    /// The places of a file, by category; the categories with most places have symbols of their own, the others one together.
    package static func places(_ places: Places, _ language: Language) -> MapLayer {
        let counts = Dictionary(places.items.map { ($0.category, 1) }, uniquingKeysWith: +)
        let names = places.categories.filter { !$0.isEmpty }
        let shown = Set(
            names.sorted { (-counts[$0]!, ColumnNames.fold($0)) < (-counts[$1]!, ColumnNames.fold($1)) }
                .prefix(MapColors.categories.count))
        var symbols = names.filter(shown.contains).enumerated().map { i, name in
            (
                value: name,
                symbol: MapSymbol(
                    name, color: MapColors.categories[i],
                    shape: MapSymbol.Shape.allCases[i % MapSymbol.Shape.allCases.count])
            )
        }
        if places.items.contains(where: { !shown.contains($0.category) }) {
            let other = language("Autres ou non précisée", "Others or not stated")
            symbols.append(("", MapSymbol(other, color: MapColors.faint, isHollow: true)))
        }
        var category = MapField("category", language("Catégorie", "Category"))
        category.isFirst = true
        category.isOptional = true
        let basis = MapField("basis", language("Position", "Position"))
        let drawing: MapDrawing =
            symbols.count > 1
            ? .categories(by: "category", symbols) : .same(MapSymbol(color: MapColors.categories[0]))
        return MapLayer(
            id: "places", title: language("Lieux", "Places"), single: language("Lieu", "Place"), mark: .point,
            drawing: drawing, fields: [MapField("name", language("Nom", "Name")), category, basis],
            features: places.items.map { item in
                Feature(
                    properties: [
                        "name": .string(item.label(language)),
                        "category": item.category.isEmpty ? .null : .string(item.category),
                        "basis": .string(item.basis.name(language)),
                    ], geometry: .point(Point(x: item.longitude, y: item.latitude)))
            })
    }
}

extension Places.Basis {
    fileprivate func name(_ language: Language) -> String {
        switch self {
        case .coordinates: language("coordonnées du fichier", "coordinates of the file")
        case .address: language("adresse", "address")
        case .street: language("voie seule", "street only")
        }
    }
}
