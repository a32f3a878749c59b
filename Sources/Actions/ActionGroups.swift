import Tables

/// Rows that are one action: an action listed several times is counted once.
///
/// Rows of one number are one action. So are rows of one title, operator and year, unless they state different amounts in one
/// column, or name perimeters of which they share none: then they are two. O(n).
struct ActionGroups {
    /// The rows of each action, ascending, in the order of their first rows.
    private(set) var groups: [[Int]] = []

    /// - Parameter scopes: how the scope of each row was read.
    init(_ list: ActionList, scopes: [ScopeReading]) {
        var ofNumber: [String: Int] = [:]
        var ofTitle: [String: [Int]] = [:]
        for (index, row) in list.rows.enumerated() {
            let number = ColumnNames.fold(row.text(.id))
            let title = [row.text(.title), row.text(.operator), row.text(.year)].map(ColumnNames.fold)
            let key = title.joined(separator: "|")
            var group = number.isEmpty ? nil : ofNumber[number]
            if group == nil, !title[0].isEmpty, !title[1].isEmpty {
                group = ofTitle[key]?.first { candidate in
                    groups[candidate].allSatisfy {
                        Self.agree(list.rows[$0], row) && Self.agree(scopes[$0], scopes[index])
                    }
                }
            }
            let found = group ?? groups.count
            if found == groups.count { groups.append([]) }
            groups[found].append(index)
            if !number.isEmpty, ofNumber[number] == nil { ofNumber[number] = found }
            if !(ofTitle[key]?.contains(found) ?? false) { ofTitle[key, default: []].append(found) }
        }
    }

    private static func agree(_ a: ActionList.Row, _ b: ActionList.Row) -> Bool {
        zip(a.money, b.money).allSatisfy { x, y in
            guard let x = x.value, let y = y.value else { return true }
            return x == y
        }
    }

    private static func agree(_ a: ScopeReading, _ b: ScopeReading) -> Bool {
        a.perimeters.isEmpty || b.perimeters.isEmpty || !Set(a.perimeters).isDisjoint(with: b.perimeters)
    }
}
