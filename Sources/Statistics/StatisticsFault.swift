public import Wording

/// What is wrong with a cell, or with the rows of one person; the row is counted as not known in this respect, unless said otherwise.
public enum StatisticsFault: String, Sendable, CaseIterable {
    case ageUnreadable = "age_unreadable"
    case ageNegative = "age_negative"
    case ageTooHigh = "age_above_120"
    case ageInNoBand = "age_in_no_band"
    case birthDateUnreadable = "birth_date_unreadable"
    case birthDateInFuture = "birth_date_in_future"
    case ageAndBirthDateDisagree = "age_and_birth_date_disagree"
    case bandUnreadable = "band_unreadable"
    case bandStraddles = "band_straddles"
    case sexUnreadable = "sex_unreadable"
    case totalRow = "total_row"
    case verdictUnreadable = "verdict_unreadable"
    case valueEmpty = "value_empty"
    case valueNotStated = "value_not_stated"
    case valueOnlyPercent = "value_only_percent"
    case valueUnreadable = "value_unreadable"
    case valueNegative = "value_negative"
    case valueNotWhole = "value_not_whole"
    case idEmpty = "id_empty"
    case idTwoVerdicts = "id_two_verdicts"
    case idTwoSexes = "id_two_sexes"
    case idTwoBands = "id_two_ages"

    private static let setAside = "l’âge est inconnu, sauf si une autre colonne le donne"
    private static let unused = "the age is unknown unless another column tells it"

    /// A sentence about it.
    public func title(_ language: Language) -> String {
        switch self {
        case .ageUnreadable: language("âge illisible : \(Self.setAside)", "age unreadable: \(Self.unused)")
        case .ageNegative: language("âge négatif : \(Self.setAside)", "age negative: \(Self.unused)")
        case .ageTooHigh: language("âge supérieur à 120 ans : \(Self.setAside)", "age above 120: \(Self.unused)")
        case .ageInNoBand:
            language("âge hors de toute tranche : compté en âge inconnu", "age in no band: counted as unknown")
        case .birthDateUnreadable:
            language("date de naissance illisible : \(Self.setAside)", "birth date unreadable: \(Self.unused)")
        case .birthDateInFuture:
            language(
                "date de naissance postérieure à la date de calcul : \(Self.setAside)",
                "birth date in the future: \(Self.unused)")
        case .ageAndBirthDateDisagree:
            language(
                "âge et date de naissance écartés de plus d’un an : la date de naissance est retenue",
                "age and birth date more than a year apart: the birth date is taken")
        case .bandUnreadable:
            language("tranche d’âge illisible : âge inconnu", "age band unreadable: age unknown")
        case .bandStraddles:
            language(
                "tranche d’âge à cheval sur plusieurs tranches du tableau : âge inconnu",
                "age band lies in several bands of the table: age unknown")
        case .sexUnreadable: language("sexe illisible : compté en sexe inconnu", "sex unreadable: counted as unknown")
        case .totalRow: language("ligne de total : non comptée", "row of totals: not counted")
        case .verdictUnreadable:
            language("verdict illisible : compté comme non localisé", "verdict unreadable: counted as not located")
        case .valueEmpty: language("valeur absente : ligne non sommée", "value empty: row not in the sums")
        case .valueNotStated:
            language("valeur non communiquée : ligne non sommée", "value not stated: row not in the sums")
        case .valueOnlyPercent:
            language("pourcentage sans valeur : ligne non sommée", "percentage without a value: row not in the sums")
        case .valueUnreadable: language("valeur illisible : ligne non sommée", "value unreadable: row not in the sums")
        case .valueNegative: language("valeur négative : ligne non sommée", "value negative: row not in the sums")
        case .valueNotWhole:
            language(
                "valeur non entière ou trop grande : ligne non sommée",
                "value not whole or too large: row not in the sums")
        case .idEmpty:
            language(
                "identifiant absent : la ligne compte pour une personne", "identifier empty: the row counts as one")
        case .idTwoVerdicts:
            language(
                "même identifiant, localisations contradictoires : la première localisée est retenue",
                "one identifier, contradictory verdicts: the first decided one is taken")
        case .idTwoSexes:
            language(
                "même identifiant, deux sexes : le premier est retenu", "one identifier, two sexes: the first is taken")
        case .idTwoBands:
            language(
                "même identifiant, deux âges : le premier est retenu", "one identifier, two ages: the first is taken")
        }
    }
}

/// How often each fault was met, and the first lines that have it.
public struct StatisticsFaults: Sendable, Equatable {
    /// One kind.
    public struct Entry: Sendable, Equatable {
        /// Rows, or cells, that have it.
        public var count = 0
        /// The first lines of the file that do, counted from 1, at most ``StatisticsFaults/shownLines``.
        public var lines: [Int] = []
    }

    /// How many lines are named.
    public static let shownLines = 5

    /// By kind.
    public private(set) var entries: [StatisticsFault: Entry] = [:]

    package mutating func count(_ fault: StatisticsFault, line: Int) {
        entries[fault, default: Entry()].count += 1
        if entries[fault]!.lines.count < Self.shownLines { entries[fault]!.lines.append(line) }
    }

    /// Adds those of a later part of the file.
    package mutating func add(_ later: StatisticsFaults) {
        for (fault, entry) in later.entries {
            entries[fault, default: Entry()].count += entry.count
            let room = Self.shownLines - entries[fault]!.lines.count
            entries[fault]!.lines += entry.lines.prefix(max(room, 0))
        }
    }
}
