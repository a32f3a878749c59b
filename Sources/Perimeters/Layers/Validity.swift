public import Geodesy
public import Tables

/// From when to when a perimeter is in force; both days belong to it.
public struct Validity: Sendable, Hashable {
    /// The first day; nil when it has always been.
    public var from: CalendarDay?
    /// The last day; nil when no end is known.
    public var to: CalendarDay?

    /// States a time; nil leaves a side open.
    public init(from: CalendarDay? = nil, to: CalendarDay? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether a day lies in it.
    public func contains(_ day: CalendarDay) -> Bool { from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true }

    /// When the QPV of a vintage were in force in a territory: those of 2015 from 1 January 2015 to 31 December 2023, overseas
    /// to 31 December 2024; those of 2024 from the day after. Nil for any other vintage.
    ///
    /// Source: décrets n° 2014-1750 and 2014-1751 of 30 December 2014, n° 2023-1314 of 28 December 2023 (metropolitan France),
    /// n° 2024-1212 of 27 December 2024 (overseas).
    public static func ofQPV(vintage: Int, in territory: Territory?) -> Validity? {
        let isOverseas = territory.map { $0 != .metropole } ?? false
        let lastYear = isOverseas ? 2024 : 2023
        return switch vintage {
        case 2015: Validity(from: CalendarDay(known: 2015, 1, 1), to: CalendarDay(known: lastYear, 12, 31))
        case 2024: Validity(from: CalendarDay(known: lastYear + 1, 1, 1))
        default: nil
        }
    }
}

extension Perimeter {
    /// When it is in force: as its file says, and each side that the file leaves open as its kind and the vintage that it counts
    /// as say; nil when nobody says.
    func inForce(vintage: Int?) -> Validity? {
        var legal: Validity?
        if kind == .qpv, let vintage {
            legal = .ofQPV(vintage: vintage, in: territory ?? communeCodes.first.flatMap(Territory.ofCommune))
        }
        guard let validity else { return legal }
        return Validity(from: validity.from ?? legal?.from, to: validity.to ?? legal?.to)
    }
}
