import Reports
import Tables

/// One figure of a sheet, under a name that stays the same from year to year.
package struct SheetFigure: Sendable {
    /// What a figure rests on.
    enum Source: String, Sendable, CaseIterable {
        case perimeters
        case gazetteer
        case places
        case rows
    }

    /// `area_ha`, `addresses_inside`, `places_within_300_m`.
    let name: String
    /// The category of places that it is about; nil for all, and for other figures.
    var category: String?
    /// What people call it.
    let label: String
    /// The value: a count or a number, or why there is none.
    let value: ReportCell
    /// `ha`, `m`, `share`; empty for counts.
    var unit = ""
    /// What it rests on.
    let source: Source

    /// The name with the category: what an earlier sheet is asked for.
    var key: Key { Key(name: name, category: category.map(ColumnNames.fold)) }

    /// A figure's identity.
    struct Key: Hashable, Sendable {
        let name: String
        let category: String?
    }
}

extension ReportCell {
    /// The number that stands there; nil when there is none.
    package var figure: (value: Double, decimals: Int)? {
        switch sound {
        case .count(let count): (Double(count), 0)
        case .number(let value, let decimals), .difference(let value, let decimals): (value, decimals)
        case .share(let share): (share, 3)
        default: nil
        }
    }

    /// What changed since an earlier value: a difference, points for shares; hidden or not known when one of both is.
    func change(since earlier: ReportCell) -> ReportCell {
        if self == .suppressed || earlier == .suppressed { return .suppressed }
        guard let (now, decimals) = figure, let (before, _) = earlier.figure else { return .unknown }
        if case .share = sound { return .points(now - before) }
        return .difference(now - before, decimals: decimals)
    }
}
