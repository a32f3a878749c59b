public import Planar
public import Provenance
public import Wording

/// A map as values: layers with what is known of their features, and what the reader must be told.
///
/// Made once, written as GeoJSON, as a GeoPackage or as one page; all three have the same features and figures.
public struct MapDocument: Sendable {
    /// The language of its texts.
    public var language: Language
    /// The title.
    public var title: String
    /// What stands beside it: how many of what.
    public var subtitle: String
    /// The layers, as the legend lists them.
    public var layers: [MapLayer] = []
    /// What must not be overlooked: what is not on the map, what was kept back.
    public var notices: [String] = []
    /// The same in English, for whoever makes the map.
    public var messages: [String] = []
    /// How figures were made, in sentences.
    public var method: [String] = []
    /// Where to jump to: a name and a window in degrees (x longitude, y latitude); the first is what the page opens with.
    public var views: [(name: String, box: Box)] = []
    /// The background that the reader may switch on; nil for a page that can reach nothing outside of itself.
    public var background: MapBackground?
    /// What it rests on.
    public var provenance: Provenance

    /// A map without layers.
    public init(title: String, subtitle: String = "", language: Language, provenance: Provenance) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.provenance = provenance
    }
}

/// Pictures of a map service that a page may lay under its layers, when its reader says so.
public struct MapBackground: Sendable, Equatable {
    /// Where a tile of Web Mercator is, with `{z}`, `{x}` and `{y}` in it.
    public let url: String
    /// The only origin that the page may load pictures from.
    public let origin: String
    /// The deepest level.
    public let deepest: Int
    /// Whose it is.
    public let attribution: String
    /// What the reader switches on.
    public let title: [Language: String]

    /// The plan of the national institute of geography (IGN), which needs no key.
    ///
    /// Source: Géoplateforme, WMTS, layer GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2, https://geoservices.ign.fr.
    public static let ign = MapBackground(
        url: "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
            + "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM"
            + "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}",
        origin: "https://data.geopf.fr", deepest: 19, attribution: "© IGN, Géoplateforme",
        title: [
            .french: "Fond de carte de l’IGN (se connecte à data.geopf.fr)",
            .english: "Background map of the IGN (connects to data.geopf.fr)",
        ])
}
