public import Interchange

/// Features of one kind on a map: how they are called, drawn and described.
public struct MapLayer: Sendable {
    /// What a feature of it is.
    public enum Mark: String, Sendable {
        /// A zone that matters by its border.
        case area
        /// A cell of a grid, which matters by its figure.
        case cell
        /// A point.
        case point
    }

    /// The name of its table in a GeoPackage and its `layer` in GeoJSON: small letters, digits and low lines.
    public var id: String
    /// What a reader calls it, in the map's language.
    public var title: String
    /// What a reader calls one of its features.
    public var single: String
    /// What its features are.
    public var mark: Mark
    /// How they are drawn.
    public var drawing: MapDrawing
    /// What is known of each, in order; properties of these names.
    public var fields: [MapField]
    /// The features, in a stable order: x longitude, y latitude, in degrees (WGS 84).
    public var features: [Feature]
    /// What ground without any of them means, for the legend; nil where that needs no word.
    public var blank: String?
    /// Whether the names of its features are written on the map and looked for.
    public var isNamed: Bool

    /// States a layer.
    public init(
        id: String, title: String, single: String, mark: Mark, drawing: MapDrawing, fields: [MapField],
        features: [Feature], isNamed: Bool = true
    ) {
        self.id = id
        self.title = title
        self.single = single
        self.mark = mark
        self.drawing = drawing
        self.fields = fields
        self.features = features
        self.isNamed = isNamed
    }
}

/// A property of the features of a layer.
public struct MapField: Sendable {
    /// What its values are.
    public enum Kind: Sendable, Equatable {
        /// Text.
        case text
        /// A whole number that is no quantity, such as a year.
        case year
        /// A whole number that counts something.
        case count
        /// A number with so many decimals.
        case real(decimals: Int)
    }

    /// The name of the property: small letters, digits and low lines.
    public var name: String
    /// What a reader calls it, in the map's language.
    public var label: String
    /// What its values are.
    public var kind: Kind
    /// The unit, which stands behind the value.
    public var unit: String?
    /// Whether it is shown to who points at a feature.
    public var isFirst = false
    /// Whether it is left out of what is shown when it has no value.
    public var isOptional = false
    /// Whether it is for programs only.
    public var isHidden = false

    /// States a property.
    public init(_ name: String, _ label: String, _ kind: Kind = .text, unit: String? = nil) {
        self.name = name
        self.label = label
        self.kind = kind
        self.unit = unit
    }

    /// The property that names the figures kept back for a reader to know.
    static let withheld: MapField = {
        var field = MapField("withheld", "")
        field.isHidden = true
        return field
    }()
}

/// How the features of a layer are drawn.
public enum MapDrawing: Sendable {
    /// All alike.
    case same(MapSymbol)
    /// By the class that a number falls in, from the lowest; each goes from its bound to the next one's.
    case classes(by: String, [(from: Int, symbol: MapSymbol)])
    /// By a text; the last one stands for all others.
    case categories(by: String, [(value: String, symbol: MapSymbol)])
}

/// How a feature is drawn, and what the legend says of it.
public struct MapSymbol: Sendable, Equatable {
    /// The shape of a point.
    public enum Shape: String, Sendable, CaseIterable {
        case circle, square, triangle, diamond
    }

    /// What the legend says; empty where the layer's title says it.
    public var label = ""
    /// The colour, as `#rrggbb`.
    public var color: String
    /// The shape of a point.
    public var shape = Shape.circle
    /// Whether the border of an area is broken.
    public var isDashed = false
    /// Whether an area is filled with lines.
    public var isHatched = false
    /// Whether a point is white inside.
    public var isHollow = false

    /// States a symbol.
    public init(
        _ label: String = "", color: String, shape: Shape = .circle, isDashed: Bool = false, isHatched: Bool = false,
        isHollow: Bool = false
    ) {
        self.label = label
        self.color = color
        self.shape = shape
        self.isDashed = isDashed
        self.isHatched = isHatched
        self.isHollow = isHollow
    }
}
