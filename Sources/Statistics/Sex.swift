import Tables
public import Wording

/// The sex that a row states.
public enum Sex: Int, Sendable, CaseIterable {
    case women
    case men
    case unknown

    /// As a heading.
    public func title(_ language: Language) -> String {
        switch self {
        case .women: language("Femmes", "Women")
        case .men: language("Hommes", "Men")
        case .unknown: language("Sexe inconnu", "Sex unknown")
        }
    }

    /// What a cell says; the codes 1 and 2 stay what they are until the whole column is known.
    package enum Reading: UInt8, Sendable {
        case women
        case men
        case missing
        case codeOne
        case codeTwo
        case unreadable
        case total

        package init(_ text: String) {
            let folded = ColumnNames.fold(text)
            switch folded {
            case "f", "femme", "femmes", "feminin", "feminine", "fem", "mme", "madame", "mlle", "melle", "mademoiselle",
                "fille", "filles", "w", "woman", "women", "female":
                self = .women
            case "h", "m", "homme", "hommes", "masculin", "masc", "mr", "monsieur", "garcon", "garcons", "man", "men",
                "male":
                self = .men
            case "1": self = .codeOne
            case "2": self = .codeTwo
            case "": self = text.trimmed.isEmpty ? .missing : CellNumber(text) == .notStated ? .missing : .unreadable
            default:
                self =
                    AgeReading.isTotal(folded)
                    ? .total : CellNumber(text) == .notStated ? .missing : .unreadable
            }
        }
    }
}
