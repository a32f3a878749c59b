package import Wording

/// Something that a table of actions states and that its own figures contradict, or make doubtful.
public struct Inconsistency: Sendable, Equatable {
    /// What it is: a stable code.
    public enum Code: String, Sendable, CaseIterable {
        /// A percentage is not the part over the whole that stand beside it.
        case percentContradictsCounts = "percent_contradicts_counts"
        /// A part is larger than its whole.
        case partExceedsWhole = "part_exceeds_whole"
        /// A percentage is below 0 or above 100.
        case percentOutOfRange = "percent_out_of_range"
        /// No whole number of persons gives the percentage.
        case percentOfNoWholeNumber = "percent_of_no_whole_number"
        /// The bands do not add up to the total.
        case bandsContradictTotal = "bands_contradict_total"
        /// Women and men do not add up to the total.
        case sexesBelowTotal = "sexes_below_total"
        /// The bands' percentages, weighted by their persons, cannot give the total's.
        case weightedPercentDiffers = "weighted_percent_differs"
        /// Every band states the same percentage: one rate was copied down.
        case samePercentOnBands = "same_percent_on_bands"
        /// The total of the age table, or of the list, is not the number stated in the text.
        case totalDiffersFromText = "total_differs_from_text"
        /// The age table states something else than the list.
        case ageTableDiffers = "age_table_differs"
        /// Parts that the text adds up do not give what it says.
        case textPartsDiffer = "text_parts_differ"
        /// A subsidy's percentage is not the subsidy over the total cost.
        case subsidyPercentDiffers = "subsidy_percent_differs"
        /// The subsidies are more than the total cost.
        case subsidiesExceedCost = "subsidies_exceed_cost"
        /// A number of persons or an amount is below zero.
        case negativeNumber = "negative_number"
        /// The end comes before the beginning, or the year is not one of theirs.
        case datesDiffer = "dates_differ"
        /// Rows of one action state different figures.
        case repeatedRowsDiffer = "repeated_rows_differ"
        /// The age table is about an action that the list does not have.
        case actionMissing = "action_missing"
    }

    /// How grave it is.
    public enum Severity: String, Sendable, CaseIterable {
        /// The figures exclude each other.
        case contradiction
        /// They may both be right, but hardly.
        case doubt
    }

    /// What it is.
    public var code: Code
    /// How grave.
    public var severity: Severity
    /// The file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The action: its number, else its title.
    public var action: String
    /// What is stated, with the names of the columns.
    public var stated: String
    /// What follows from the other figures.
    public var follows: String
}

extension Inconsistency.Code {
    package func title(_ language: Language) -> String {
        switch self {
        case .percentContradictsCounts: language("pourcentage contraire aux effectifs", "percentage against its counts")
        case .partExceedsWhole: language("partie plus grande que le tout", "part larger than the whole")
        case .percentOutOfRange: language("pourcentage hors de 0 à 100", "percentage outside 0 to 100")
        case .percentOfNoWholeNumber:
            language("pourcentage qui n'est celui d'aucun nombre entier", "percentage of no whole number")
        case .bandsContradictTotal: language("tranches contraires au total", "bands against the total")
        case .sexesBelowTotal: language("femmes et hommes en deçà du total", "women and men below the total")
        case .weightedPercentDiffers:
            language("pourcentage contraire à celui des tranches", "percentage against those of the bands")
        case .samePercentOnBands: language("même pourcentage à chaque tranche", "one percentage on every band")
        case .totalDiffersFromText: language("total autre que celui du texte", "total other than in the text")
        case .ageTableDiffers: language("tableau des âges autre que la liste", "age table other than the list")
        case .textPartsDiffer: language("parties du texte contraires au total", "parts in the text against the total")
        case .subsidyPercentDiffers:
            language("taux de subvention contraire au montant", "subsidy rate against the amount")
        case .subsidiesExceedCost: language("subventions au-delà du coût", "subsidies above the cost")
        case .negativeNumber: language("nombre négatif", "negative number")
        case .datesDiffer: language("dates contradictoires", "dates against each other")
        case .repeatedRowsDiffer: language("lignes d'une action qui diffèrent", "rows of one action that differ")
        case .actionMissing: language("action absente de la liste", "action not in the list")
        }
    }
}

extension Inconsistency.Severity {
    package func title(_ language: Language) -> String {
        switch self {
        case .contradiction: language("contradiction", "contradiction")
        case .doubt: language("doute", "doubt")
        }
    }
}
