import Disclosure
public import Interchange
import Reports

/// The shares and counts of an earlier report, to be compared with.
public struct EarlierFigures: Sendable, Equatable {
    /// By table and the texts that name a row; of rows without names, the totals, once.
    private var shares: [[String]: Double] = [:]
    /// All counts shown in any table, by the table, the texts in front, the role of the row and the column.
    private var counts: [[String]: Int] = [:]

    private static let countColumns = [
        "n", "inside", "inside_sure", "outside", "decided", "uncertain", "not_located",
    ]

    /// The figures of a report made from an earlier file.
    public init(_ report: StatisticsReport) { self.init(tables: report.comparedTables) }

    /// The figures of tables.
    init(tables: [ReportTable]) {
        for table in tables {
            for row in table.rows {
                let names = row.cells.prefix { if case .text = $0 { true } else { false } }.map { cell -> String in
                    if case .text(let text) = cell { text } else { "" }
                }
                for (column, cell) in zip(table.columns, row.cells) {
                    if case .count(let count) = cell {
                        counts[[table.name, "\(row.role)"] + names + [column.name]] = count
                    }
                }
                guard Self.hasShares(table.name, table.columns.map(\.name)),
                    row.role == .body || table.name == "total"
                else { continue }
                var key = [table.name]
                for (column, cell) in zip(table.columns, row.cells) {
                    if case .text(let text) = cell, Self.isLabel(column.name) { key.append(text) }
                    if case .share(let share) = cell, column.name == "share_inside" { shares[key] = share }
                }
            }
        }
    }

    /// Whether a table has shares that a later report is compared with.
    private static func hasShares(_ table: String, _ columns: [String]) -> Bool {
        columns.contains("share_inside") && table != "age_sex_classes"
    }

    /// The figures of a report of `qpv stats` in JSON; nil when it is something else, or holds counts and shares that no report has.
    public init?(json: JSONValue) {
        guard let sections = json["sections"]?.array else { return nil }
        var found = false
        for block in sections.flatMap({ $0["blocks"]?.array ?? [] }) {
            guard block["type"]?.string == "table", let name = block["name"]?.string,
                let rows = block["rows"]?.array
            else { continue }
            let columns = (block["columns"]?.array ?? []).compactMap { $0["name"]?.string }
            for row in rows { read(row, of: name, columns) }
            guard Self.hasShares(name, columns) else { continue }
            found = true
            for row in rows where row["role"]?.string == "body" || name == "total" {
                guard let values = row["values"] else { continue }
                var key = [name]
                for column in columns where Self.isLabel(column) {
                    if let text = values[column]?.string { key.append(text) }
                }
                if let share = values["share_inside"]?.double {
                    guard 0...1 ~= share else { return nil }
                    shares[key] = share
                }
                for column in Self.countColumns where values[column]?.double != nil {
                    guard let count = values[column]?.integer, count >= 0 else { return nil }
                }
            }
        }
        if !found { return nil }
    }

    /// Takes the counts of a row of a report in JSON.
    private mutating func read(_ row: JSONValue, of table: String, _ columns: [String]) {
        guard let values = row["values"] else { return }
        let names = columns.prefix { values[$0]?.string != nil }.compactMap { values[$0]?.string }
        for column in columns where !Self.isShare(column) {
            guard let count = values[column]?.integer, count >= 0 else { continue }
            counts[[table, row["role"]?.string ?? ""] + names + [column]] = count
        }
    }

    /// Whether a column holds shares or points, which can be whole numbers as well.
    private static func isShare(_ column: String) -> Bool {
        column.contains("share") || column.hasSuffix("_bound") || ["gap", "target", "change"].contains(column)
    }

    private static func isLabel(_ column: String) -> Bool { column.hasPrefix("by_") || column == "commune" }

    /// The share of a row; nil when it was not published.
    package func share(_ table: String, _ label: [String]) -> Double? { shares[[table] + label] }

    /// How many counts both publish that differ by so little that the difference is a small count.
    static func closeCounts(_ a: EarlierFigures, _ b: EarlierFigures, _ control: DisclosureControl) -> Int {
        let both = a.counts.keys.filter { b.counts[$0] != nil }
        return DisclosureControl.differencing(
            both.map { .shown(a.counts[$0]!) }, both.map { .shown(b.counts[$0]!) }, threshold: control.threshold ?? 5
        ).count
    }
}
