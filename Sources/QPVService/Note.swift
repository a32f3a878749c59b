public import Geodesy
public import Interchange
public import QPVKit

/// Something that a user should know of a run beside its result. The caller finds the words.
public enum Note: Sendable, Equatable {
    /// How important a note is.
    public enum Severity: String, Sendable {
        /// A quiet front leaves it out.
        case note
        /// Every front shows it.
        case warning
    }

    /// A column and the role that it was given.
    public struct FoundColumn: Sendable, Equatable {
        /// What it is taken for.
        public let role: String
        /// Its name in the file.
        public let name: String

        package init(role: String, name: String) { (self.role, self.name) = (role, name) }
    }

    /// A layer and the files that fill it.
    public struct LayerAccount: Sendable, Equatable {
        /// What its columns begin with.
        public let prefix: String
        /// Kind and vintages, such as `qpv of 2024`.
        public let title: String
        /// The day whose perimeters these are, when one was asked.
        public let date: CalendarDay?
        /// What it takes of each file.
        public let parts: [Layer.Part]
    }

    /// A place that is left out.
    public struct MissingPlace: Sendable, Equatable {
        /// Where its row stands.
        public let place: String
        /// Why it is not located; nil when its date cannot be read.
        public let reason: Verdict.Reason?
        /// What is wrong with its coordinates, by the code of `CoordinateSanity`.
        public let coordinateFault: String?
    }

    // Default data

    /// The caller named no such file and none is installed: the fictional sample serves.
    case sampleUsed(DataFolder.Item, path: String)
    /// A CSV of addresses was compiled for this run only.
    case gazetteerCompiled(path: String, addresses: Int)
    /// A gazetteer was compiled with other rules for spellings: no match of it is sure.
    case gazetteerOfOtherLexicon(path: String)

    // Tables

    /// A CSV was opened.
    case tableRead(name: String, dialect: CSVDialect)
    /// A workbook was opened; its rows are written as CSV.
    case workbookRead(name: String, sheet: String, dialect: CSVDialect)
    /// How a table was read.
    case tableReading(TableNote)
    /// The columns that hold the address.
    case addressColumns([String])
    /// The columns that hold the position.
    case positionColumns([String], crs: CRS)
    /// These columns look like something that matters, and are not read; no row is sure where nobody left them out on purpose.
    case columnsUnread(UnreadColumn.Kind, [String], makesUnsure: Bool)
    /// These columns are not used.
    case columnsNotUsed([String])
    /// No column names the town, and few addresses do.
    case townNotNamed
    /// The file has columns of these names already: the new ones have a number.
    case columnsRenamed(first: String, last: String, count: Int)
    /// The file is audited already: this is the column of its verdicts.
    case verdictColumn(String)
    /// A column that a count uses.
    case statisticsColumn(FoundColumn)
    /// The columns of a landlord's list.
    case residenceColumns([FoundColumn])
    /// The columns of a table of actions.
    case actionColumns([FoundColumn])

    // Perimeters

    /// How a file of perimeters was read, in a sentence of its reader.
    case perimeterReading(String)
    /// What `ogr2ogr` calls an error.
    case converterFault(String)
    /// A perimeter cannot be used: no place will be found in it.
    case perimeterUnusable(PerimeterIssue, at: FilePlace)
    /// So many perimeters of a file have faults that do not keep them from being used.
    case perimetersFaulty(Int, file: String)
    /// The older file of a comparison holds another kind than the newer one.
    case kindsDiffer(older: PerimeterKind, newer: PerimeterKind)

    // Layers

    /// Nobody says when perimeters of this kind were in force: all are asked.
    case kindUndated(PerimeterKind)
    /// No perimeter of this kind was in force on that day: everything is outside of them.
    case noneInForce(PerimeterKind, on: CalendarDay)
    /// A kind lacks some of the vintages asked for.
    case vintagesLacking(Layers.Lack)
    /// The layers that are asked, where they are not one whole file.
    case layersAsked([LayerAccount])
    /// The perimeters in force on the day asked are missing in these territories: places there are uncertain.
    case territoriesMissing(PerimeterKind?, [Territory])
    /// The perimeters speak of a part of France only: of these départements and of these communes besides.
    case groundSpokenOf(departements: [String], communes: [String])
    /// Only the layer of this title is counted, though there are others.
    case countedOnly(String)

    // Places

    /// A file of places was read, with these columns.
    case placesRead(file: String, [FoundColumn])
    /// So many places are not located; the report lists them.
    case placesNotLocated(Int)
    /// These places are not located, and no report lists them.
    case placesMissing([MissingPlace])
    /// These places are left out for a date that cannot be read.
    case placesUndated([MissingPlace])
    /// Places have opening or closing dates and no day was asked, in a sentence of the library.
    case placeDatesUnchecked(String)
    /// A file of places looks like one of persons.
    case personColumns(file: String, [String])

    // Reports

    /// So many perimeters are left out of the gaps, because what no place covers is not known of them.
    case gapsUnknown(Int)
    /// How a map was drawn, in a sentence of its maker.
    case mapReading(String)
    /// Rows of an audited file cannot be read, first the one at this place.
    case rowsUnreadable(FilePlace)
    /// Each row is on the map as a point.
    case pointsPublished
    /// So many sheets are in a folder, complete.
    case sheetsWritten(Int, folder: String)
    /// A folder of earlier sheets has none of this perimeter.
    case noEarlierSheet(code: String, folder: String)
    /// The earlier sheet is that of another perimeter.
    case earlierSheetDiffers(code: String, file: String)
    /// Two publications of one table can be compared: their difference can tell small counts.
    case publicationsComparable
    /// So many rows have this fault, first those on these lines.
    case rowsFaulty(StatisticsFault, count: Int, lines: [Int])

    /// Whether a user may leave it out.
    public var severity: Severity {
        switch self {
        case .converterFault, .perimeterUnusable, .territoriesMissing, .personColumns, .rowsUnreadable,
            .columnsUnread, .townNotNamed, .gazetteerOfOtherLexicon,
            .pointsPublished, .publicationsComparable:
            .warning
        default: .note
        }
    }
}
