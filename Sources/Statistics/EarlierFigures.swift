public import Interchange
import Reports
import Wording

/// The shares and counts of an earlier report, to be compared with.
public struct EarlierFigures: Sendable, Equatable {
    /// By table and the texts that name a row; of rows without names, the totals, once.
    private var shares: [[String]: Double] = [:]
    /// The counts that it shows and hides.
    let published: PublishedTables
    /// The language of the texts that name its rows.
    let language: Language

    private static let countColumns = [
        "n", "inside", "inside_sure", "outside", "decided", "uncertain", "not_located",
    ]

    /// The figures of a report made from an earlier file.
    public init(_ report: StatisticsReport) {
        let tables = report.comparedTables
        (published, language) = (PublishedTables(tables), report.language)
        for table in tables where Self.hasShares(table.name, table.columns.map(\.name)) {
            for row in table.rows where row.role == .body || table.name == "total" {
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
        var published = PublishedTables()
        language = json["language"]?.string.flatMap { Language(rawValue: $0) } ?? .french
        for block in sections.flatMap({ $0["blocks"]?.array ?? [] }) {
            guard block["type"]?.string == "table", let name = block["name"]?.string,
                let rows = block["rows"]?.array
            else { continue }
            let columns = (block["columns"]?.array ?? []).compactMap { $0["name"]?.string }
            // Rows with faults are no counts of persons.
            if name != "faults" { for row in rows { published.add(row, of: name, columns) } }
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
        self.published = published
    }

    private static func isLabel(_ column: String) -> Bool { column.hasPrefix("by_") || column == "commune" }

    /// The share of a row; nil when it was not published.
    package func share(_ table: String, _ label: [String]) -> Double? { shares[[table] + label] }
}
