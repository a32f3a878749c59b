import Disclosure
import Interchange
import Reports
import Wording

/// The counts that the tables of a report show and hide: what a reader has in hand who compares two reports.
///
/// Rows are known by the texts that name them, so two reports compare only in one language.
struct PublishedTables: Sendable, Equatable {
    /// What is published of one count.
    enum Count: Sendable, Equatable {
        case shown(Int)
        case hidden
    }

    /// What a row is about: the table and the texts of its label columns; empty for all records.
    typealias Scope = [String]

    private struct Name: Hashable, Sendable {
        let table: String
        let role: String
        let texts: [String]
    }

    private struct Row: Sendable, Equatable {
        let scope: Scope
        var counts: [String: Count] = [:]
    }

    private var rows: [Name: Row] = [:]
    /// By table the columns that have counts.
    private var columns: [String: Set<String>] = [:]

    /// The counts of tables.
    init(_ tables: [ReportTable]) {
        for table in tables {
            let names = table.columns.map(\.name)
            for row in table.rows {
                let texts = row.cells.map { cell -> String? in if case .text(let text) = cell { text } else { nil } }
                let counts = row.cells.map { cell -> Count? in
                    switch cell {
                    case .count(let count): .shown(count)
                    case .suppressed: .hidden
                    default: nil
                    }
                }
                add(table.name, "\(row.role)", names, texts, counts)
            }
        }
    }

    /// No counts.
    init() {}

    /// Takes a row of a report in JSON.
    ///
    /// - Parameter columns: the names of the table's columns.
    mutating func add(_ row: JSONValue, of table: String, _ columns: [String]) {
        guard let values = row["values"] else { return }
        let counts = columns.map { column -> Count? in
            if row["status"]?[column]?.string == "suppressed" { return .hidden }
            guard let count = values[column]?.integer, count >= 0 else { return nil }
            return .shown(count)
        }
        add(table, row["role"]?.string ?? "", columns, columns.map { values[$0]?.string }, counts)
    }

    private mutating func add(
        _ table: String, _ role: String, _ columns: [String], _ texts: [String?], _ counts: [Count?]
    ) {
        // The row of all in a table of groups repeats the table of all.
        if role == "total", Self.isGroups(table) { return }
        let name = Name(table: table, role: role, texts: texts.prefix { $0 != nil }.compactMap { $0 })
        var row = Row(scope: Self.scope(table, role, columns, texts))
        for (column, count) in zip(columns, counts) where count != nil && !Self.isShare(column) {
            row.counts[column] = count
            self.columns[table, default: []].insert(column)
        }
        rows[name] = row
    }

    /// Whether a table has one row a group, and no row for a group that nobody is in.
    private static func isGroups(_ table: String) -> Bool { table.hasPrefix("by_") }

    private static func scope(_ table: String, _ role: String, _ columns: [String], _ texts: [String?]) -> Scope {
        let labels = zip(columns, texts).compactMap { column, text in
            column.hasPrefix("by_") || ["commune", "code", "name"].contains(column) ? text : nil
        }
        if labels.isEmpty || role == "total" { return [] }
        return [table.hasPrefix("age_sex_") ? String(table.dropFirst("age_sex_".count)) : table] + labels
    }

    /// Whether a column holds shares or points, which can be whole numbers as well.
    private static func isShare(_ column: String) -> Bool {
        column.contains("share") || column.hasSuffix("_bound") || ["gap", "target", "change"].contains(column)
    }

    /// What is published of a count of this report or, where it has the table without the row, that nobody is in it.
    private func count(_ name: Name, _ column: String) -> Count? {
        if let row = rows[name] { return row.counts[column] }
        return Self.isGroups(name.table) && columns[name.table]?.contains(column) == true ? .shown(0) : nil
    }

    /// What is published of all in a scope.
    private func whole(_ scope: Scope) -> Count? {
        guard let table = scope.first else { return count(Name(table: "total", role: "total", texts: []), "n") }
        let name = Name(table: table, role: "body", texts: Array(scope.dropFirst()))
        return count(name, "n") ?? count(name, "inside")
    }
}

extension PublishedTables {
    /// How many counts of two reports tell a small count, when they are compared: those that both show and that differ by 1 to below the
    /// threshold; and those that one shows and the other hides, where the two may be about nearly the same people.
    ///
    /// They may be where as many are in the scope, or nobody can see how many are.
    ///
    /// - Complexity: O(counts).
    static func differencing(_ earlier: PublishedTables, _ later: PublishedTables, threshold: Int) -> Int {
        var found = 0
        for (name, row) in earlier.rows.merging(later.rows, uniquingKeysWith: { $1 }) {
            let columns = Set(row.counts.keys).union(earlier.rows[name].map { Array($0.counts.keys) } ?? [])
            for column in columns {
                switch (earlier.count(name, column), later.count(name, column)) {
                case (.shown(let before)?, .shown(let after)?):
                    found +=
                        DisclosureControl.differencing([.shown(before)], [.shown(after)], threshold: threshold).count
                case (.shown?, .hidden?), (.hidden?, .shown?):
                    if areNear(earlier, later, row.scope, threshold) { found += 1 }
                case (.hidden?, .hidden?), (nil, _), (_, nil): break
                }
            }
        }
        return found
    }

    /// Whether a scope may hold nearly the same people in both.
    private static func areNear(
        _ earlier: PublishedTables, _ later: PublishedTables, _ scope: Scope, _ threshold: Int
    ) -> Bool {
        guard case (.shown(let before)?, .shown(let after)?) = (earlier.whole(scope), later.whole(scope)) else {
            return scope.isEmpty || areNear(earlier, later, [], threshold)
        }
        let (difference, isTooLarge) = before.subtractingReportingOverflow(after)
        return !isTooLarge && difference.magnitude < threshold
    }
}
