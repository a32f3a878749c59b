import Interchange
import Planar
import Wording

/// What the script of the page reads: words, layers, and coordinates as differences of millionths of a degree.
struct MapPageData {
    /// JSON in which no `<` stands, so that it can stand in a page.
    let text: String

    init(_ map: MapDocument) {
        var members: JSONObject = [
            "language": .string(map.language.rawValue),
            "words": .object(JSONObject(MapWords.all(map.language).map { .init($0.name, .string($0.text)) })),
            "territories": .array(
                map.views.map { view in
                    let sides = [view.box.minX, view.box.minY, view.box.maxX, view.box.maxY]
                    return ["name": .string(view.name), "box": .array(sides.map { JSONValue($0, decimals: 6) })]
                }),
            "background": .null,
        ]
        if let background = map.background {
            members["background"] = [
                "url": .string(background.url), "maxZoom": JSONValue(background.deepest),
                "attribution": .string(background.attribution), "title": JSONValue(background.title[map.language]),
            ]
        }
        members["layers"] = .array(map.layers.map(Self.layer))
        text = JSONValue.object(members).json().replacing("<", with: "\\u003c")
    }

    private static func layer(_ layer: MapLayer) -> JSONValue {
        var members: JSONObject = [
            "id": .string(layer.id), "title": .string(layer.title), "single": .string(layer.single),
            "mark": .string(layer.mark.rawValue), "named": .bool(layer.isNamed),
            "small": .bool(layer.mark == .point && layer.features.count > 2000),
        ]
        if let blank = layer.blank { members["blank"] = .string(blank) }
        switch layer.drawing {
        case .same(let symbol): members = JSONObject(members.members + self.symbol(symbol).members)
        case .classes(let field, let classes):
            members["by"] = .string(field)
            members["classes"] = .array(
                classes.map { .object(JSONObject([.init("from", JSONValue($0.from))] + symbol($0.symbol).members)) })
        case .categories(let field, let categories):
            members["by"] = .string(field)
            members["categories"] = .array(
                categories.map { .object(JSONObject([.init("value", .string($0.value))] + symbol($0.symbol).members)) })
        }
        members["fields"] = .array(layer.fields.map(field))
        members["rows"] = .array(
            layer.features.map { feature in .array(layer.fields.map { feature.properties[$0.name] ?? .null }) })
        members["shapes"] = .array(layer.features.map { .array(rings($0.geometry)) })
        return .object(members)
    }

    private static func symbol(_ symbol: MapSymbol) -> JSONObject {
        var members: JSONObject = ["color": .string(symbol.color), "shape": .string(symbol.shape.rawValue)]
        if !symbol.label.isEmpty { members["label"] = .string(symbol.label) }
        if symbol.isDashed { members["dash"] = [5, 3] }
        if symbol.isHatched { members["hatch"] = true }
        if symbol.isHollow { members["hollow"] = true }
        return members
    }

    private static func field(_ field: MapField) -> JSONValue {
        var members: JSONObject = ["name": .string(field.name), "label": .string(field.label)]
        switch field.kind {
        case .text: break
        case .year: members["plain"] = true
        case .count: members["decimals"] = 0
        case .real(let decimals): members["decimals"] = JSONValue(decimals)
        }
        if let unit = field.unit { members["unit"] = .string(unit) }
        if field.isFirst { members["tip"] = true }
        if field.isOptional { members["optional"] = true }
        if field.isHidden { members["hidden"] = true }
        return .object(members)
    }

    /// The rings of a geometry, or its point as a ring of one.
    private static func rings(_ geometry: Geometry) -> [JSONValue] {
        if case .point(let point) = geometry { return [differences([point])] }
        var rings: [JSONValue] = []
        geometry.area?.rounded(decimals: 6).forEachRing { rings.append(differences($0)) }
        return rings
    }

    /// The first point in millionths of a degree, then the differences, without the last point where it is the first again.
    private static func differences(_ ring: [Point]) -> JSONValue {
        var (lastX, lastY) = (0, 0)
        let isClosed = ring.count > 1 && ring[0] == ring[ring.count - 1]
        var numbers: [JSONValue] = []
        numbers.reserveCapacity(2 * ring.count)
        for point in isClosed ? ring[..<(ring.count - 1)] : ring[...] where point.x.isFinite && point.y.isFinite {
            let x = Int((point.x * 1e6).rounded()), y = Int((point.y * 1e6).rounded())
            numbers.append(JSONValue(x - lastX))
            numbers.append(JSONValue(y - lastY))
            (lastX, lastY) = (x, y)
        }
        return .array(numbers)
    }
}
