package import Perimeters
package import Wording

/// How much of a row of a landlord's list lies in perimeters.
public enum ResidenceExtent: String, Sendable, CaseIterable {
    /// Every address of the row is inside a perimeter.
    case all
    /// At least one is inside, and at least one outside.
    case partial
    /// Every one is outside.
    case none
    /// Neither can be said: some are cut by a border, or some were not found and the others do not settle it.
    case undecided
    /// The expression can be read in two ways that name different addresses.
    case ambiguous
    /// None of its addresses was found.
    case notLocated = "not_located"

    package func title(_ language: Language) -> String {
        switch self {
        case .all: language("toutes", "all")
        case .partial: language("une partie", "some")
        case .none: language("aucune", "none")
        case .undecided: language("indécidable", "not decidable")
        case .ambiguous: language("ambigu", "ambiguous")
        case .notLocated: language("non localisé", "not located")
        }
    }
}

/// Where the dwellings and the money of a row are counted: each row in one place, so that the places add up to the file.
public enum ResidencePlace: Hashable, Sendable {
    /// In this perimeter, an index into the atlas: all its addresses are inside it.
    case perimeter(Int)
    /// All its addresses are inside, but not in one perimeter.
    case severalPerimeters
    /// Some of its addresses are inside.
    case partlyInside
    /// None is.
    case outside
    /// It cannot be said.
    case undecided
    /// The expression is ambiguous.
    case ambiguous
    /// Nothing was found.
    case notLocated

    /// The places beside the perimeters, in the order of a report.
    package static let others: [ResidencePlace] = [
        .severalPerimeters, .partlyInside, .outside, .undecided, .ambiguous, .notLocated,
    ]

    /// A stable name for programs; a perimeter's is its code.
    package func name(in atlas: Atlas) -> String {
        switch self {
        case .perimeter(let index): atlas.perimeters[index].code
        case .severalPerimeters: "several_perimeters"
        case .partlyInside: "partly_inside"
        case .outside: "outside"
        case .undecided: "undecided"
        case .ambiguous: "ambiguous"
        case .notLocated: "not_located"
        }
    }

    package func title(in atlas: Atlas, _ language: Language) -> String {
        switch self {
        case .perimeter(let index): atlas.perimeters[index].name
        case .severalPerimeters: language("Dans plusieurs périmètres", "In several perimeters")
        case .partlyInside: language("En partie dans un périmètre", "Partly inside a perimeter")
        case .outside: language("Hors des périmètres", "Outside the perimeters")
        case .undecided: language("Indécidable", "Not decidable")
        case .ambiguous: language("Adresse ambiguë", "Ambiguous address")
        case .notLocated: language("Non localisé", "Not located")
        }
    }
}
