import Interchange
import Provenance
import Tables

/// All checks on a table of actions and its age tables.
struct ActionChecks {
    private let list: ActionList
    private let ages: AgeTable?

    init(_ list: ActionList, _ ages: AgeTable?) {
        self.list = list
        self.ages = ages
    }

    /// What is found about rows, then about their repetitions, then about age tables; each in the order of its lines.
    func inconsistencies(_ actions: [[Int]]) -> [Inconsistency] {
        let counts = CountChecks(list: list), texts = TextChecks(list: list), money = MoneyChecks(list: list)
        var found = list.rows.flatMap { counts.check($0) + texts.check($0) + money.check($0) }
        for rows in actions where rows.count > 1 { found += repetitions(rows) }
        guard let ages else { return found }
        let checks = AgeChecks(ages: ages)
        let role: ActionColumns.Role = ages.hasNumbers ? .id : .title
        let rows = Dictionary(
            list.rows.map { (ColumnNames.fold($0.text(role)), $0) }, uniquingKeysWith: { first, _ in first })
        return found + ages.actions.flatMap { checks.check($0, rows[$0.key]) }
    }

    /// Figures that rows of one action state differently.
    private func repetitions(_ rows: [Int]) -> [Inconsistency] {
        var found: [Inconsistency] = []
        let first = list.rows[rows[0]]
        func compare(_ name: String, _ value: (ActionList.Row) -> Double?) {
            let stated = rows.compactMap { row in value(list.rows[row]).map { (list.rows[row].line, $0) } }
            guard let one = stated.first, let other = stated.first(where: { $0.1 != one.1 }) else { return }
            found.append(
                Inconsistency(
                    code: .repeatedRowsDiffer, severity: .contradiction, file: list.source.path, line: other.0,
                    action: first.label, stated: "\(name) \(FindingNumber.number(other.1))",
                    follows: "\(FindingNumber.number(one.1)) (\(one.0))"))
        }
        for (index, column) in list.money.enumerated() { compare(column.name) { $0.money[index].value } }
        for role in [ActionColumns.Role.beneficiaries, .beneficiariesInside, .tableTotal] {
            compare(role.rawValue) { $0.number(role) }
        }
        return found
    }
}

extension ActionList {
    /// What does not fit in a row.
    func inconsistency(
        _ code: Inconsistency.Code, _ severity: Inconsistency.Severity, in row: Row, stated: String, follows: String
    ) -> Inconsistency {
        Inconsistency(
            code: code, severity: severity, file: source.path, line: row.line, action: row.label, stated: stated,
            follows: follows)
    }
}
