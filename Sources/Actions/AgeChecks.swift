import Provenance
import Tables
import Verdicts

/// Whether the age table of an action agrees with itself and with the list.
struct AgeChecks {
    let ages: AgeTable

    /// - Parameter row: the action's row in the list; nil when it has none.
    func check(_ action: AgeTable.Action, _ row: ActionList.Row?) -> [Inconsistency] {
        var found: [Inconsistency] = []
        func add(
            _ code: Inconsistency.Code, _ severity: Inconsistency.Severity, _ line: Int, _ stated: String,
            _ follows: String
        ) {
            found.append(
                Inconsistency(
                    code: code, severity: severity, file: ages.source.path, line: line,
                    action: row?.label ?? action.key, stated: stated, follows: follows))
        }
        guard let row else {
            add(.actionMissing, .doubt, action.line, action.key, "")
            return found
        }
        for band in action.bands + [action.total].compactMap({ $0 }) {
            if let men = band.men, let women = band.women, let total = band.total, men + women != total {
                let isAbove = men + women > total
                add(
                    isAbove ? .partExceedsWhole : .sexesBelowTotal, isAbove ? .contradiction : .doubt, band.line,
                    "\(band.name): \(FindingNumber.number(total))",
                    "\(FindingNumber.number(men)) + \(FindingNumber.number(women))")
            }
            guard let percent = band.percent else { continue }
            if !(0...100).contains(percent.value) {
                add(
                    .percentOutOfRange, .contradiction, band.line,
                    "\(band.name): \(FindingNumber.number(percent.value)) %", "")
            }
            if let total = band.total, let persons = Int(exactly: total), persons > 0,
                !percent.isOfWholeNumber(outOf: persons)
            {
                add(
                    .percentOfNoWholeNumber, .doubt, band.line,
                    "\(band.name): \(FindingNumber.number(percent.value)) %",
                    "x \(persons) = \(FindingNumber.number(percent.value * total / 100))")
            }
        }
        let rates = action.bands.filter { ($0.total ?? 0) > 0 }.map(\.percent)
        if rates.count >= 3, let first = rates[0], !(first.value == 0 || first.value == 100),
            rates.allSatisfy({ $0 == first })
        {
            add(
                .samePercentOnBands, .doubt, action.bands[0].line,
                "\(rates.count) x \(FindingNumber.number(first.value)) %", "")
        }
        guard let total = action.total else { return found }
        for (name, part) in [("men", \AgeTable.Band.men), ("women", \.women), ("total", \.total)] {
            let parts = action.bands.map { $0[keyPath: part] }
            guard let stated = total[keyPath: part], !parts.isEmpty else { continue }
            let sum = parts.reduce(0) { $0 + ($1 ?? 0) }
            // Where a band states nothing the sum is the least that it can be.
            let isWhole = parts.allSatisfy { $0 != nil }
            if isWhole ? sum != stated : sum > stated {
                let written = parts.map { $0.map(FindingNumber.number) ?? "?" }.joined(separator: " + ")
                let follows = parts.count > 1 ? "\(written) = \(FindingNumber.number(sum))" : written
                add(
                    .bandsContradictTotal, .contradiction, total.line, "\(name) \(FindingNumber.number(stated))",
                    follows)
            }
        }
        if let percent = total.percent, let mean = Self.weighted(action.bands),
            !mean.overlaps(percent.bounds)
        {
            add(
                .weightedPercentDiffers, .contradiction, total.line, "\(FindingNumber.number(percent.value)) %",
                "\(FindingNumber.number(mean.lowerBound)) - \(FindingNumber.number(mean.upperBound)) %")
        }
        if let listed = row.number(.tableTotal) ?? row.number(.beneficiaries), let sum = total.total, listed != sum {
            add(.ageTableDiffers, .contradiction, total.line, FindingNumber.number(sum), FindingNumber.number(listed))
        }
        let listed = row.texts[.percentInside].flatMap { StatedPercentage(CellNumber($0)) }
        if let listed, let percent = total.percent, listed != percent {
            add(
                .ageTableDiffers, .contradiction, total.line, "\(FindingNumber.number(percent.value)) %",
                "\(FindingNumber.number(listed.value)) %")
        }
        return found
    }

    /// From what to what the weighted mean of the bands' percentages may lie; nil when a band with persons states none.
    static func weighted(_ bands: [AgeTable.Band]) -> ClosedRange<Double>? {
        var low = 0.0, high = 0.0, whole = 0.0
        for band in bands {
            guard let persons = band.total else { return nil }
            if persons == 0 { continue }
            guard let bounds = band.percent?.bounds else { return nil }
            whole += persons
            low += persons * max(0, bounds.lowerBound)
            high += persons * min(100, bounds.upperBound)
        }
        return whole > 0 && whole.isFinite && low <= high ? low / whole...high / whole : nil
    }
}
