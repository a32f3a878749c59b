public import Gazetteer
public import Geodesy
public import Interchange
public import QPVKit
public import Topology

extension RequestError {
    /// What is wrong.
    public enum Subject: Sendable, Equatable {
        // Outputs

        /// The output is one of the inputs.
        case outputReplacesInput
        /// Two outputs would be one file.
        case outputsMeet(Outputs)
        /// Two outputs would be standard output.
        case outputsAtOnce
        /// No file is named for rows that the request makes.
        case rowsWithoutOutput
        /// Addresses in gaps are asked for, and the request counts none.
        case gapAddressesWithoutAddresses
        /// The end of a report's name stands for no format.
        case unknownReportFormat
        /// The report has no table of this name.
        case noSuchTable(String, tables: [String])
        /// The figures of a sheet would replace a file that is no sheet's.
        case figuresReplaceFile
        /// No provenance belongs to the output.
        case noProvenance
        /// The provenance states no outputs: an earlier version wrote it, or another program.
        case noOutputsStated

        // Inputs

        /// A stream, where a file is needed.
        case streamNotFile
        /// Neither a file was named, nor is one installed, nor is the sample there.
        case noData(DataFolder.Item, installed: String, sample: String)
        /// Addresses are asked with the caller's own perimeters and no gazetteer: the fictional sample does not answer for them.
        case sampleForRealFiles
        /// The columns of a table do not fit.
        case columns(ColumnError)
        /// What statistics cannot do with a file.
        case statistics(StatisticsError)
        /// The threshold of small counts protects nobody.
        case disclosure(DisclosureError)
        /// So many counts tell a small one when they are compared with an earlier report or sheet.
        case differencing(Int)
        /// The rows are audited already.
        case auditedAlready
        /// No column of codes belongs to this column of verdicts.
        case noCodeColumn(verdicts: String)
        /// Rows are inside a perimeter that is not among those asked; nil when no code says which.
        case rowsInsideOther(code: String?)
        /// The file is no sheet.
        case notASheet
        /// The file is no report of statistics.
        case notStatistics
        /// One earlier sheet, where the folder of all is needed.
        case oneSheetOfAll

        // Perimeters

        /// Several files, where the request takes one.
        case severalPerimeterFiles
        /// The CRS is not known; an empty name when the file does not say.
        case unknownCRS(String)
        /// The file has several layers.
        case severalLayers([String])
        /// No perimeter of the file can be used; the first fault.
        case nothingUsable(PerimeterIssue)
        /// So many perimeters cannot be converted; the first fault.
        case notConvertible(Int, first: PerimeterIssue)
        /// INSEE's columns are about the QPV of 2024.
        case notQPV2024
        /// A rule needs addresses.
        case ruleNeedsAddresses(Rule)
        /// A rule is about a kind that is not among the perimeters.
        case ruleNeedsKind(Rule, PerimeterKind)
        /// A group made of addresses needs addresses.
        case groupNeedsAddresses
        /// No perimeter of the commune means this text, or several do; with those that may be meant.
        case perimeterName(String, commune: String?, isAmbiguous: Bool, candidates: [Candidate])
        /// The shape of the perimeter cannot be used.
        case shapeUnusable(code: String)
        /// No perimeter is in this commune; whether several communes were asked for.
        case noPerimeterIn(commune: String, ofSeveral: Bool)

        // Places

        /// No columns hold the places' positions or addresses.
        case noPlaceColumns
        /// No place is of this category.
        case noSuchCategory(String, known: [String])
        /// The file has no place.
        case noPlace
        /// No place is located; the reasons.
        case noPlaceLocated([Verdict.Reason])
        /// No place is known to be open on the day; how many are not open, of unknown date, not located.
        case noPlaceOpen(on: CalendarDay?, notOpen: Int, undated: Int, notLocated: Int)

        // Faults of libraries, with their own fields

        /// Reading or writing.
        case interchange(InterchangeError)
        /// Perimeters.
        case perimeters(PerimeterError)
        /// Layers of perimeters.
        case layers(LayersError)
        /// A small table.
        case table(TableError)
        /// The gazetteer.
        case gazetteer(GazetteerError)
        /// GEOS.
        case topology(TopologyError)
        /// PROJ.
        case geodesy(GeodesyError)
        /// Perimeters that cannot be laid over one another; GEOS's reason.
        case difference(perimeters: [String], reason: String)
        /// The task was cancelled.
        case cancelled

        /// A perimeter that may be meant.
        public struct Candidate: Sendable, Equatable {
            /// Its code.
            public let code: String
            /// Its name.
            public let name: String
        }

        /// Outputs that would be one file.
        public enum Outputs: String, Sendable {
            /// Any two.
            case any
            /// The crosswalk and the differences of a comparison.
            case crosswalkAndDifferences
            /// The gaps and the addresses in them.
            case gapsAndAddresses
        }
    }
}
