public import Geodesy
public import Tables
public import Verdicts

/// How a file of places is read.
public struct PlaceOptions: Sendable {
    /// The columns of a position, by name; by default those that are called so.
    public var position: (x: String, y: String)?
    /// What the coordinates are in; by default as the `crs` member of a GeoJSON file says, else longitude and latitude in degrees, x
    /// and y in Lambert-93.
    public var crs: CRS?
    /// The columns that make the address, by name, in order; by default those that are called so.
    public var address: [String]?
    /// The column with the name.
    public var name: String?
    /// The column with the category.
    public var category: String?
    /// The column with the identifier.
    public var id: String?
    /// The column with the first day.
    public var opens: String?
    /// The column with the first day that it is open no more.
    public var closes: String?
    /// Whether a column named must be there; if not, one that is missing is looked for by the names that are known.
    public var requiresNamed = true
    /// Only places of these categories, compared without case and accents; nil for all.
    public var categories: [String]?
    /// Only places open on that day.
    public var date: CalendarDay?
    /// How far the true place may be from a position.
    public var radii = RadiusTable()
    /// An address less sure than this is not found.
    public var minimumScore = 0.5

    /// Everything as the file says.
    public init() {}

    /// The columns beside position and address: role, the name stated, the names looked for.
    package var names: [(role: String, named: String?, known: [String])] {
        [
            ("id", id, ["id", "identifiant", "numero_finess", "code_finess", "finess", "uai", "code_uai", "code"]),
            ("name", name, ["nom", "name", "denomination", "libelle", "intitule", "raison_sociale", "nom_lieu"]),
            ("category", category, ["categorie", "category", "type", "nature", "type_lieu", "type_equipement"]),
            ("opens", opens, ["date_ouverture", "date_d_ouverture", "ouverture", "opens", "opening_date"]),
            ("closes", closes, ["date_fermeture", "date_de_fermeture", "fermeture", "closes", "closing_date"]),
        ]
    }
}
