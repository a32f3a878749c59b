import Tables

/// Whether the money of a row agrees with itself: percentages with the total cost, subsidies with it, dates with each other.
struct MoneyChecks {
    let list: ActionList

    func check(_ row: ActionList.Row) -> [Inconsistency] {
        var found: [Inconsistency] = []
        func add(_ code: Inconsistency.Code, _ severity: Inconsistency.Severity, _ stated: String, _ follows: String) {
            found.append(list.inconsistency(code, severity, in: row, stated: stated, follows: follows))
        }
        for (column, cell) in zip(list.money, row.money) {
            if let value = cell.value, value < 0 {
                add(.negativeNumber, .contradiction, "\(column.name) \(FindingNumber.number(value))", "")
            }
        }
        let cost = list.money.firstIndex(where: \.isCost).flatMap { row.money[$0].value }
        let costName = list.money.first(where: \.isCost)?.name ?? ""
        if let cost, cost > 0 {
            var sum = 0.0
            for (index, column) in list.money.enumerated() where !column.isCost {
                guard let value = row.money[index].value else { continue }
                sum += value
                guard let percent = row.moneyPercents[index] else { continue }
                // Amounts without cents were rounded to the euro.
                let isRounded = value == value.rounded() && cost == cost.rounded()
                if !percent.fits(value, of: cost, within: isRounded ? 0.5 : 0.005) {
                    add(
                        .subsidyPercentDiffers, .contradiction,
                        "\(column.name) \(FindingNumber.number(percent.value)) %",
                        "\(FindingNumber.number(value)) / \(FindingNumber.number(cost)) = \(FindingNumber.percent(value, of: cost))"
                    )
                }
            }
            // Euros may have been rounded.
            if sum > cost + 1 {
                add(
                    .subsidiesExceedCost, .contradiction, "\(costName) \(FindingNumber.number(cost))",
                    list.money.filter { !$0.isCost }.map(\.name).joined(separator: " + ")
                        + " = \(FindingNumber.number(sum))")
            }
        }
        let start = CalendarDay(row.text(.start)), end = CalendarDay(row.text(.end))
        if let start, let end, end < start { add(.datesDiffer, .contradiction, "\(start)", "\(end)") }
        if let year = Int(row.text(.year)), let start, year < start.year {
            add(.datesDiffer, .doubt, "\(year)", "\(start)")
        }
        if let year = Int(row.text(.year)), let end, year > end.year {
            add(.datesDiffer, .doubt, "\(year)", "\(end)")
        }
        return found
    }
}
