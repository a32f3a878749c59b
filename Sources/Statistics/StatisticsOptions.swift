public import Disclosure
public import Tables
public import Wording

/// What is counted.
public enum StatisticsUnit: String, Sendable, CaseIterable {
    case persons
    case contacts
    case files
    case dwellings
    case euros

    /// Its name in the plural.
    public func title(_ language: Language) -> String {
        switch self {
        case .persons: language("personnes", "persons")
        case .contacts: language("contacts", "contacts")
        case .files: language("dossiers", "files")
        case .dwellings: language("logements", "dwellings")
        case .euros: language("euros", "euros")
        }
    }

    /// Whether a small count can tell of a person.
    public var isPersonal: Bool { self == .persons || self == .contacts || self == .files }
}

/// On which ground somebody counts as of a perimeter.
public enum StatisticsBasis: String, Sendable, CaseIterable {
    case residence
    case school
    case business
    case venue

    /// Its name.
    public func title(_ language: Language) -> String {
        switch self {
        case .residence: language("lieu de résidence", "place of residence")
        case .school: language("établissement scolaire", "school")
        case .business: language("lieu de l'entreprise ou du travail", "place of business or work")
        case .venue: language("lieu de l'action", "venue of the action")
        }
    }
}

/// What statistics are asked for.
public struct StatisticsOptions: Sendable {
    /// The age bands.
    public var bands = AgeBands.standard
    /// The day on which ages are computed from birth dates; nil when they are not.
    public var at: CalendarDay?
    /// What is counted.
    public var unit = StatisticsUnit.persons
    /// On which ground.
    public var basis = StatisticsBasis.residence
    /// The share aimed at, 0 to 1.
    public var target: Double?
    /// Whether each group has its table of ages and sexes too.
    public var hasDetail = true
    /// How small counts are treated; applied to what is personal only.
    public var disclosure = DisclosureControl.suppression(threshold: 5)

    /// The standard ones.
    public init() {}

    /// What is done to the counts.
    public var appliedDisclosure: DisclosureControl { unit.isPersonal ? disclosure : .none }
}
