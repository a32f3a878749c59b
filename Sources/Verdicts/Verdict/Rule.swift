public import Perimeters
import Tables

/// A rule of law or of a scheme that says more than "inside": asked for by name, never applied by default.
///
/// A rule has a column of its own (`rule_…`), says where it comes from wherever it is used, and changes no verdict. It tests the
/// place only: dates of permits, conventions signed, ceilings of price and income and all other conditions are the user's.
public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// Inside a QPV or whole at less than 300 m of its limit.
    case vat300 = "tva-300"
    /// In an estate that is partly at less than 300 m and whole at less than 500 m of the limit of an NPNRU quartier.
    case npnru500 = "npnru-500"
    /// On the other side of a street that has numbers inside.
    case boundaryStreet = "boundary-street"

    /// What it says, in one sentence.
    public var summary: String {
        switch self {
        case .vat300: "inside a QPV, or entirely at less than 300 m of its limit"
        case .npnru500:
            "inside an NPNRU quartier, or in an estate partly at less than 300 m and entirely at less than 500 m of its limit"
        case .boundaryStreet:
            "inside, or on a street that has a number inside the same perimeter at 60 m or less, and at 40 m or less of its limit"
        }
    }

    /// Where it comes from.
    public var source: String {
        switch self {
        case .vat300: "code général des impôts, art. 278 sexies, III, 2°, a"
        case .npnru500: "code général des impôts, art. 278 sexies, III, 2°, b"
        case .boundaryStreet: "no general text: what some schemes accept; the two distances are those of qpv"
        }
    }

    /// What it does not tell.
    public var caveat: String {
        switch self {
        case .vat300:
            "the quartier must be under a contrat de ville when the building permit is asked for; subdivisions of the article as of 2025"
        case .npnru500:
            "what the rest of the estate does is not known of one address: yes when it is whole at less than 300 m, no from 500 m on, "
                + "uncertain between; the quartier must be under a contrat de ville and a convention of urban renewal"
        case .boundaryStreet: "membership by decree is that of the perimeter alone; needs addresses"
        }
    }

    /// The kind of the perimeters that it is about; nil for any.
    public var kind: PerimeterKind? {
        switch self {
        case .vat300: .qpv
        case .npnru500: .npnru
        case .boundaryStreet: nil
        }
    }

    /// Whether it needs the street of a place, which a position does not have.
    public var needsAddresses: Bool { self == .boundaryStreet }

    /// Its column: `rule_tva_300`.
    public var columnName: String { "rule_" + ColumnNames.fold(rawValue) }

    /// The distance that it tests; nil for another kind of rule.
    package var band: Band? {
        switch self {
        case .vat300: Band(within: 300, beyond: 300, includesLimit: false)
        case .npnru500: Band(within: 300, beyond: 500, includesLimit: false)
        case .boundaryStreet: nil
        }
    }
}
