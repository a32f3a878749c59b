/// How much of an address was found.
public enum MatchLevel: String, Sendable, Hashable, CaseIterable {
    /// The number is in the base.
    case housenumber
    /// The street is, the number is not: the position is computed between neighbours.
    case interpolated
    case street
    /// A place or a lieu-dit, without number.
    case locality
    case municipality
    /// Nothing.
    case none
}

/// What must be known about a match beside its level and score.
public struct MatchFlags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Flags from their bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Several streets answer equally well; the places hold them all.
    public static let ambiguousStreet = MatchFlags(rawValue: 1 << 0)
    /// They lie in several communes.
    public static let ambiguousCommune = MatchFlags(rawValue: 1 << 1)
    /// The postcode or the city of the query contradicts the answer.
    public static let communeMismatch = MatchFlags(rawValue: 1 << 2)
    /// The street has no such number.
    public static let numberNotFound = MatchFlags(rawValue: 1 << 3)
    /// The number exists, but not with this suffix, or only with one.
    public static let suffixNotFound = MatchFlags(rawValue: 1 << 4)
    /// The query has no house number.
    public static let numberMissing = MatchFlags(rawValue: 1 << 5)
    /// The query gives several numbers ("2-4"); the first was taken.
    public static let severalNumbers = MatchFlags(rawValue: 1 << 6)
    /// A word was read with a typing error forgiven.
    public static let spellingCorrected = MatchFlags(rawValue: 1 << 7)
    /// The type of way differs ("rue" for "avenue").
    public static let typeDiffers = MatchFlags(rawValue: 1 << 8)
    /// The query has no words.
    public static let emptyQuery = MatchFlags(rawValue: 1 << 9)
    /// Nothing in the query tells the commune: the street may as well be one of a commune that the base lacks.
    public static let communeGuessed = MatchFlags(rawValue: 1 << 11)
    /// The query has words that no street answers to; the answer is its commune.
    public static let streetNotFound = MatchFlags(rawValue: 1 << 10)
    /// These words have a number or a type of way, as a street has: "sans domicile fixe" has none.
    public static let streetNamed = MatchFlags(rawValue: 1 << 12)
}

/// What the geocoder found.
public struct Match: Sendable, Hashable {
    /// How much of the address was found.
    public var level: MatchLevel = .none
    /// The probability, 0 to 1, that the answer is right at its level, fitted to labelled queries; 0 for `none`.
    public var score: Double = 0
    /// The score of the best answer in another place, 0 when there is none.
    public var scoreNext: Double = 0
    /// One line for people: "12bis Rue de la Paix 75002 Paris".
    public var label = ""
    /// Identifier in the BAN; of the street, or the commune, when no number was found.
    public var id = ""
    /// The number with its suffix ("12bis"); as asked when the position is computed; empty at street level.
    public var housenumber = ""
    /// Number and street, or the name of the street or commune: the first line of the address.
    public var name = ""
    /// Name of the street, place or locality, as the base writes it.
    public var street = ""
    /// Five digits; of the answer, not of the query.
    public var postcode = ""
    /// Name of the commune; "Paris" for its arrondissements.
    public var city = ""
    /// INSEE code of the commune or arrondissement.
    public var citycode = ""
    /// WGS84, degrees; meaningless for `none`.
    public var longitude: Double = 0
    /// WGS84, degrees.
    public var latitude: Double = 0
    /// What the coordinates stand for.
    public var positionType = PositionType.unknown
    /// What must be known beside.
    public var flags: MatchFlags = []
    /// What the location is made of; the weights add up to 1. Empty for `none`.
    public var places: [WeightedPlace] = []

    /// No answer.
    public init() {}
}
