import Tables

/// What a perimeter is: kinds never mix in a count.
public enum PerimeterKind: String, Sendable, Hashable, CaseIterable {
    /// Quartier prioritaire de la politique de la ville, fixed by decree.
    case qpv
    /// Quartier de veille active: a former priority neighbourhood, not a QPV.
    case qva
    /// Territoire vécu: where the inhabitants of a QPV go, with a polygon of its own.
    case territoireVecu = "territoire-vecu"
    /// Nouveau programme national de renouvellement urbain.
    case npnru
    /// Zone franche urbaine, territoire entrepreneur.
    case zfu
    /// Any other perimeter.
    case other

    /// The kind that a field states, in any case and punctuation, with accents or without: `Territoire vécu`; nil for others.
    package init?(field text: String) {
        let folded = ColumnNames.fold(text)
        guard let kind = Self.allCases.first(where: { ColumnNames.fold($0.rawValue) == folded }) else { return nil }
        self = kind
    }

    /// The kind that a code shows by its own form: `QP057001` (2015) and `QN05701M` (2024) are QPV, `QV…` a QVA.
    package init?(code: String) {
        let head = code.prefix(2).uppercased()
        switch head {
        case "QP", "QN": self = .qpv
        case "QV": self = .qva
        default: return nil
        }
    }
}
