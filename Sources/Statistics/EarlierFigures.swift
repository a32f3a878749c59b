import Disclosure
public import Interchange
import Reports

/// The shares and counts of an earlier report, to be compared with.
public struct EarlierFigures: Sendable, Equatable {
    /// By table and the texts that name a row; of rows without names, the totals, once.
    private var shares: [[String]: Double] = [:]
    /// The counts shown, by the same and the column.
    private var counts: [[String]: Int] = [:]

    private static let countColumns = [
        "n", "inside", "inside_sure", "outside", "decided", "uncertain", "not_located",
    ]

    /// The figures of a report made from an earlier file.
    public init(_ report: StatisticsReport) { self.init(tables: report.shareTables) }

    /// The figures of tables of shares.
    init(tables: [ReportTable]) {
        for table in tables {
            for row in table.rows where row.role == .body || table.name == "total" {
                var key = [table.name]
                for (column, cell) in zip(table.columns, row.cells) {
                    if case .text(let text) = cell, Self.isLabel(column.name) { key.append(text) }
                    switch cell {
                    case .share(let share) where column.name == "share_inside": shares[key] = share
                    case .count(let count) where Self.countColumns.contains(column.name):
                        counts[key + [column.name]] = count
                    default: break
                    }
                }
            }
        }
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
            guard columns.contains("share_inside"), name != "age_sex_classes" else { continue }
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
                    counts[key + [column]] = count
                }
            }
        }
        if !found { return nil }
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
