import QPVKit

extension PerimeterError {
    /// The error as a compiler writes it, with the option that helps.
    var text: String {
        let (asked, note): (String, String?) =
            switch remedy {
            case .stateCRS: ("; state the CRS with --crs", nil)
            case .nameLayer: (": name one with --layer", nil)
            case .nameCodeField: ("", "name the field with --code-field")
            case .fillCodeField: ("", "fill it, or name another field with --code-field")
            case nil: ("", nil)
            }
        let lines = (notes + [note].compactMap { $0 }).map { "\n  = \($0)" }
        return "error: \(message)\(asked)\n  --> \(place)" + lines.joined()
    }
}

extension LayersError {
    /// The error as a compiler writes it, with the option that helps.
    var text: String {
        switch remedy {
        case .chooseDateOrVintage: description + "\n  = choose with --on DATE what was in force, or with --vintage"
        case .correctDatesOrChooseVintage: description + "\n  = correct the dates, or choose with --vintage"
        case .giveAllVintages: description + "\n  = give the files of all vintages with --perimeters"
        case nil: description
        }
    }
}

extension TableError {
    /// The error as a compiler writes it, with the option that helps.
    var text: String {
        switch remedy {
        case .nameScopeColumn: description + "\n  = name it with --scope"
        case .auditPositions: description + "\n  = audit the file with --columns verdict,position"
        case nil: description
        }
    }
}

extension ColumnError {
    /// What is wrong in one sentence, with the options that help.
    var sentence: String {
        switch self {
        case .ambiguousColumn: description + ", or name the columns with --address-columns"
        case .noAddressColumns:
            description + "; name them with --address-columns, or coordinates with --lon and --lat"
        case .unknownColumn, .noCoordinateColumns, .unknownCRS: description
        }
    }
}

extension StatisticsError {
    /// What is wrong in one sentence, with the options that help.
    var sentence: String {
        switch self {
        case .tooManyGroups: description
        case .noDay(let column):
            "the column \"\(column)\" holds birth dates: state with --at the day on which ages count"
        case .idAndValue: "--id counts persons once, --value sums a column: give one of them"
        }
    }
}
