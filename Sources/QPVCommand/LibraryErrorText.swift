import QPVKit

extension TableError {
    /// The error as a compiler writes it, with the option that helps.
    var text: String {
        switch remedy {
        case .nameScopeColumn: description + "\n  = name it with --scope"
        case .auditPositions: description + "\n  = audit the file with --columns verdict,position"
        case .audit: description + "\n  = audit it first with qpv audit"
        case nil: description
        }
    }
}

extension StatisticsError {
    /// What is wrong in one sentence, with the options that help.
    var sentence: String {
        switch self {
        case .tooManyGroups, .sumTooLarge: description
        case .noDay(let column):
            "the column \"\(column)\" holds birth dates: state with --at the day on which ages count"
        case .idAndValue: "--id counts persons once, --value sums a column: give one of them"
        }
    }
}
