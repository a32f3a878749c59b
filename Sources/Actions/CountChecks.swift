import Tables

/// Whether the numbers of persons of a row agree with each other and with its percentage.
struct CountChecks {
    let list: ActionList

    func check(_ row: ActionList.Row) -> [Inconsistency] {
        var found: [Inconsistency] = []
        func add(_ code: Inconsistency.Code, _ severity: Inconsistency.Severity, _ stated: String, _ follows: String) {
            found.append(list.inconsistency(code, severity, in: row, stated: stated, follows: follows))
        }
        for role in [ActionColumns.Role.beneficiaries, .beneficiariesInside, .men, .women, .tableTotal] {
            if let value = row.number(role), value < 0 { add(.negativeNumber, .contradiction, stated(role, row), "") }
        }
        let text = row.number(.beneficiaries), total = row.number(.tableTotal)
        if let text, let total, text != total {
            add(
                .totalDiffersFromText, .contradiction, stated(.beneficiaries, row), stated(.tableTotal, row))
        }
        if let men = row.number(.men), let women = row.number(.women), let whole = total ?? text, men + women != whole {
            let sum = "\(name(.men)) + \(name(.women)) = \(FindingNumber.number(men + women))"
            let role: ActionColumns.Role = total == nil ? .beneficiaries : .tableTotal
            if men + women > whole {
                add(.partExceedsWhole, .contradiction, stated(role, row), sum)
            } else {
                add(.sexesBelowTotal, .doubt, stated(role, row), sum)
            }
        }
        let percent = row.texts[.percentInside].flatMap { StatedPercentage(CellNumber($0)) }
        if let percent, !(0...100).contains(percent.value) {
            add(.percentOutOfRange, .contradiction, stated(.percentInside, row), "")
        }
        guard let whole = total ?? text, whole > 0 else { return found }
        let wholeName = name(total == nil ? .beneficiaries : .tableTotal)
        if let inside = row.number(.beneficiariesInside) {
            let sum =
                "\(FindingNumber.number(inside)) / \(FindingNumber.number(whole)) = \(FindingNumber.percent(inside, of: whole))"
            if inside > whole {
                add(
                    .partExceedsWhole, .contradiction, stated(.beneficiariesInside, row),
                    "\(wholeName) \(FindingNumber.number(whole))")
            }
            if let percent, !percent.fits(inside, of: whole) {
                add(.percentContradictsCounts, .contradiction, stated(.percentInside, row), sum)
            }
        } else if let percent, let persons = Int(exactly: whole), !percent.isOfWholeNumber(outOf: persons) {
            let exact = percent.value * whole / 100
            add(
                .percentOfNoWholeNumber, .doubt, stated(.percentInside, row),
                "\(FindingNumber.number(percent.value)) % x \(persons) = \(FindingNumber.number(exact))")
        }
        return found
    }

    private func name(_ role: ActionColumns.Role) -> String {
        list.columns.first { $0.role == role.rawValue }?.name ?? role.rawValue
    }

    private func stated(_ role: ActionColumns.Role, _ row: ActionList.Row) -> String {
        "\(name(role)) \(row.text(role))"
    }
}
