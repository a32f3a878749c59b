package import Wording

/// What the declared scope of an action is.
public enum ScopeKind: String, Sendable, CaseIterable {
    /// One perimeter, and nothing else.
    case onePerimeter = "one_perimeter"
    /// Several perimeters, named or counted ("2 QPV").
    case severalPerimeters = "several_perimeters"
    /// All perimeters.
    case allPerimeters = "all_perimeters"
    /// Perimeters, and beside them places that are none of the layer's.
    case perimetersAndPlaces = "perimeters_and_places"
    /// A commune, or quarters of one that are not named ("interquartiers").
    case commune
    /// Several communes, or the agglomeration.
    case intercommunal
    /// Several contrats de ville.
    case intercontract
    /// Nothing is stated, or that it is not known.
    case notStated = "not_stated"
    /// It may mean several things, and which is not to be told.
    case ambiguous
    /// It names nothing that is known.
    case unknown

    package func title(_ language: Language) -> String {
        switch self {
        case .onePerimeter: language("Un périmètre", "One perimeter")
        case .severalPerimeters: language("Plusieurs périmètres", "Several perimeters")
        case .allPerimeters: language("Tous les périmètres", "All perimeters")
        case .perimetersAndPlaces: language("Périmètres et autres lieux", "Perimeters and other places")
        case .commune: language("Commune", "Commune")
        case .intercommunal: language("Intercommunal", "Inter-communal")
        case .intercontract: language("Inter-contrats", "Several contracts")
        case .notStated: language("Non indiqué", "Not stated")
        case .ambiguous: language("Ambigu", "Ambiguous")
        case .unknown: language("Non reconnu", "Not recognised")
        }
    }
}

/// How a declared scope was read.
public struct ScopeReading: Sendable, Equatable {
    /// What it is.
    public var kind: ScopeKind
    /// The perimeters that it names, indices into the atlas, in its order.
    public var perimeters: [Int] = []
    /// What of the text names no perimeter, or several at once.
    public var others: [String] = []
    /// How many perimeters it says there are, without naming them: 3 for "3 QPV".
    public var count: Int?

    /// A reading.
    public init(_ kind: ScopeKind, perimeters: [Int] = [], others: [String] = [], count: Int? = nil) {
        self.kind = kind
        self.perimeters = perimeters
        self.others = others
        self.count = count
    }
}
