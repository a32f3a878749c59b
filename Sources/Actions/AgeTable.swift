import Interchange
public import Provenance
public import Tables
import Verdicts

/// Tables of age bands of actions, read from one file: a row an action and band, and a row for the total.
public struct AgeTable: Sendable {
    /// A band of an action, or its total.
    public struct Band: Sendable {
        /// The line of the file, from 1.
        public var line: Int
        /// The band as written.
        public var name: String
        /// Persons; nil where none are stated.
        public var men: Double?, women: Double?, total: Double?
        /// The percentage of them in perimeters.
        public var percent: StatedPercentage?
    }

    /// The bands of one action, and its total when there is one.
    public struct Action: Sendable {
        /// Its number, or its title where the file has no numbers.
        public var key: String
        /// The bands, in order.
        public var bands: [Band] = []
        /// The total.
        public var total: Band?
        /// The line of its first row.
        public var line: Int
    }

    /// Where it comes from.
    public let source: SourceFile
    /// The actions, in the order of their first rows.
    public let actions: [Action]
    /// Columns that look like shares in percent, and are not read.
    public let unread: [UnreadColumn]
    /// Cells of numbers that hold something else; empty ones are none of them.
    public let faults: [CellFault]
    /// Whether actions are told by their numbers, and not by their titles.
    let hasNumbers: Bool

    /// Reads a table: columns `id` or `titre`, `tranche`, `hommes`, `femmes`, `total`, `pct_qpv`, or their English names.
    ///
    /// - Throws: `InterchangeError` when it cannot be read; ``TableError`` when a column is missing.
    public init(path: String) throws {
        let table = try SmallTable(path: path)
        source = table.source
        let number = table.find(ActionColumns.Role.id.names)
        let key = try number ?? table.column(ActionColumns.Role.title.names)
        hasNumbers = number != nil
        let band = try table.column(Self.bandNames)
        let men = table.find(["hommes", "homme", "men", "h"]), women = table.find(["femmes", "femme", "women", "f"])
        let total = try table.column(["total", "ensemble", "effectif"])
        let percent =
            table.find(["pct_qpv_raw", "pct_qpv", "issus_des_qpv", "issu_des_qpv", "part_qpv"])
            ?? ColumnNames(table.header.names).shareInPerimeters ?? table.find(["pct", "pourcentage"])
        unread = ColumnNames(table.header.names).lookalikes(besides: Set([percent].compactMap { $0 }))
            .filter { $0.kind == .share }
        var actions: [Action] = []
        var places: [String: Int] = [:]
        var faults: [CellFault] = []
        for record in table.rows where !record.isBlank {
            func cell(_ column: Int?) -> CellNumber {
                guard let column else { return .empty }
                let cell = CellNumber(record.text(column))
                let name = table.header.names[column]
                if cell == .unreadable || cell == .notStated,
                    let fault = CellFault(cell, text: record.text(column), column: name, line: record.line)
                {
                    faults.append(fault)
                }
                return cell
            }
            let name = ColumnNames.fold(record.text(key))
            let place = places[name] ?? actions.count
            if place == actions.count {
                places[name] = place
                actions.append(Action(key: name, line: record.line))
            }
            let found = Band(
                line: record.line, name: record.text(band), men: cell(men).value, women: cell(women).value,
                total: cell(total).value, percent: StatedPercentage(cell(percent)))
            if ["total", "ensemble"].contains(ColumnNames.fold(found.name)) {
                actions[place].total = found
            } else {
                actions[place].bands.append(found)
            }
        }
        self.actions = actions
        self.faults = faults
    }

    private static let bandNames = ["tranche", "tranche_d_age", "tranche_age", "age", "ages", "band"]
}
