public import Geodesy
public import Perimeters
public import Planar
public import Provenance
public import Tables
public import Verdicts
public import Wording

/// The places of a file: services, schools, stops; where each is, and which rows are no place and why.
///
/// No row is dropped in silence: each one is an item, or stands under what kept it from being one.
public struct Places: Sendable {
    /// One place.
    public struct Item: Sendable {
        /// The line of the file, from 1; in a GeoJSON file, the number of the feature.
        public internal(set) var line = 0
        /// What `line` counts.
        public internal(set) var unit = PerimeterLayer.Unit.line
        /// Its identifier; empty when the file has none.
        public internal(set) var id = ""
        /// Its name; empty when the file has none.
        public internal(set) var name = ""
        /// What it is, as written at the first place of its category; empty when the file does not say.
        public internal(set) var category = ""
        /// The first day it is open; nil when none is stated: open as far back as anybody asks.
        public internal(set) var opens: CalendarDay?
        /// The first day it is open no more; nil when none is stated: no end is known.
        public internal(set) var closes: CalendarDay?
        /// Degrees, WGS 84.
        public internal(set) var longitude = 0.0
        /// Degrees, WGS 84.
        public internal(set) var latitude = 0.0
        /// The territory, whose grid its position is in.
        public internal(set) var territory = Territory.metropole
        /// Metres in the territory's metric CRS.
        public internal(set) var position = Point(x: 0, y: 0)
        /// How far, in metres, the true place may be from `position`: by the radius of its position; when only its street is known, as
        /// far as the farthest number of the street with its radius.
        public internal(set) var radius = 0.0
        /// What its position comes from.
        public internal(set) var basis = Basis.coordinates

        /// How a report calls it: its name, failing that its identifier, failing that its line.
        public func label(_ language: Language) -> String {
            if !name.isEmpty { return name }
            if !id.isEmpty { return id }
            return unit == .line
                ? language("ligne \(line)", "line \(line)") : language("objet \(line)", "feature \(line)")
        }
    }

    /// What a position comes from.
    public enum Basis: Sendable, Hashable {
        /// The row's own coordinates.
        case coordinates
        /// The row's address.
        case address
        /// The row's address, of which only the street or the locality is known.
        case street
    }

    /// A row whose place is not known.
    public struct Unlocated: Sendable, Equatable {
        /// The line of the file.
        public let line: Int
        /// Its name or identifier.
        public let label: String
        /// Its category, as written.
        public let category: String
        /// Why: `address_empty`, `address_not_found`, `municipality_only`, `ambiguous_street`, `ambiguous_commune`,
        /// `commune_mismatch` or `coordinates_invalid`.
        public let reason: Verdict.Reason
        /// What is wrong with its coordinates, by the code of ``CoordinateSanity``; nil when it has none.
        public let coordinateFault: String?
    }

    /// A row that says again what another one says.
    public struct Repeat: Sendable, Equatable {
        /// The line of the row.
        public let line: Int
        /// The line of the row that counts.
        public let first: Int
        /// Its name or identifier.
        public let label: String
    }

    /// A row left out for its dates.
    public struct LeftOut: Sendable, Equatable {
        /// The line of the file.
        public let line: Int
        /// Its name or identifier.
        public let label: String
        /// Its category, as written at the first place of it.
        public let category: String
    }

    /// A row with coordinates that are no place in France, or not in the system that they are declared in.
    public struct CoordinateFault: Sendable, Equatable {
        /// The line of the file.
        public let line: Int
        /// The code of ``CoordinateSanity``; `not_finite` for a cell that is empty or no number beside one that is, `not_a_point`
        /// for another geometry of a GeoJSON file.
        public let code: String
    }

    /// The fault of a row of a GeoJSON file whose geometry is no point.
    static let notAPoint = "not_a_point"

    /// A date that cannot be what it says.
    public struct DateFault: Sendable, Equatable {
        /// The line of the file.
        public let line: Int
        /// The name of the column.
        public let column: String
        /// What stands there.
        public let text: String
        /// Whether it is a date, of closing, but before the one of opening.
        public let isBeforeOpening: Bool
    }

    /// Columns that look like a part of the address and are not read; of a file of positions none.
    public internal(set) var unread: [UnreadColumn] = []
    /// The places, in the order of the file.
    public internal(set) var items: [Item] = []
    /// Rows that are not located.
    public internal(set) var notLocated: [Unlocated] = []
    /// Rows left out because they are of the same name and category as an earlier one, less than a metre from it.
    public internal(set) var repeated: [Repeat] = []
    /// How many rows are of other categories than those asked for: nothing else is said of them.
    public internal(set) var otherCategories = 0
    /// The categories of the file, of those not asked for too, as first written.
    public internal(set) var knownCategories: [String] = []
    /// The categories asked for; empty for all.
    public internal(set) var wantedCategories: [String] = []
    /// The places that are not open on the day asked.
    public internal(set) var notOpen: [LeftOut] = []
    /// The places of which, for a date that cannot be read, nobody can say whether they are open on the day asked.
    public internal(set) var undated: [LeftOut] = []
    /// Rows with coordinates that cannot be used, whether or not their address helped out.
    public internal(set) var coordinateFaults: [CoordinateFault] = []
    /// Dates that cannot be read, and closings before the opening.
    public internal(set) var dateFaults: [DateFault] = []
    /// The day asked; nil when all places are taken.
    public internal(set) var date: CalendarDay?
    /// The columns whose names say that the file is one of persons: first names, birth dates, ages, sexes.
    public internal(set) var personColumns: [String] = []
    /// How many rows the file has.
    public internal(set) var rows = 0
    /// What the numbers of its rows count: features in a GeoJSON file.
    public internal(set) var unit = PerimeterLayer.Unit.line
    /// Where they come from.
    public internal(set) var source = SourceFile(path: "", sha256: "")
    /// The names of the columns read, by role.
    public internal(set) var columns: [(role: String, name: String)] = []
    /// Whether the file says which category a place is of.
    public internal(set) var hasCategories = false

    /// The categories of the places, in alphabetical order.
    public var categories: [String] { Set(items.lazy.map(\.category)).sorted(by: ColumnNames.order) }

    /// That places have dates and no day was asked, in a sentence for a reader; nil where there is nothing to say.
    public func uncheckedDates(_ language: Language) -> String? {
        let dated = items.count { $0.opens != nil || $0.closes != nil }
        guard date == nil, dated > 0 else { return nil }
        return language.say(
            dated,
            (
                "Un lieu a une date d’ouverture ou de fermeture\u{A0}: sans date demandée, tous sont comptés.",
                "# lieux ont une date d’ouverture ou de fermeture\u{A0}: sans date demandée, tous sont comptés."
            ),
            (
                "One place has an opening or closing date: no day was asked for, so all are counted.",
                "# places have opening or closing dates: no day was asked for, so all are counted."
            ))
    }

    /// The categories of all rows asked for, also of those that are not open or not located, in alphabetical order.
    public var listedCategories: [String] {
        let absent = notLocated.map(\.category) + (notOpen + undated).map(\.category)
        return Set(items.lazy.map(\.category)).union(absent).sorted(by: ColumnNames.order)
    }

    /// Whether places of a category, of any when nil, are missing for want of a position or a date.
    public func isIncomplete(_ category: String? = nil) -> Bool {
        notLocated.contains { category == nil || $0.category == category }
            || undated.contains { category == nil || $0.category == category }
    }

    /// Whether nothing can be said of a category, of all when nil: none of its places is known, and some are missing.
    package func isUnknown(_ category: String?) -> Bool {
        isIncomplete(category) && !items.contains { category == nil || $0.category == category }
    }

    /// Where a row stands, as messages say it: `lieux.csv:12`, `lieux.geojson: feature 12`.
    public func place(_ line: Int) -> String { source.place(line, unit) }
}

extension ColumnNames {
    /// Alphabetical order without case and accents; names that differ in these alone as their characters order them.
    package static func order(_ a: String, _ b: String) -> Bool { (fold(a), a) < (fold(b), b) }
}
