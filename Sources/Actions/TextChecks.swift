/// Whether sums written out in a text, such as `138+2150+226=2514`, agree with themselves and with the number of persons stated.
struct TextChecks {
    let list: ActionList

    func check(_ row: ActionList.Row) -> [Inconsistency] {
        Self.sums(in: row.text(.detail)).flatMap { parts, result -> [Inconsistency] in
            let sum = parts.reduce(0, +)
            let written = parts.map(FindingNumber.number).joined(separator: " + ")
            var found: [Inconsistency] = []
            func add(_ stated: String, _ severity: Inconsistency.Severity) {
                found.append(
                    list.inconsistency(
                        .textPartsDiffer, severity, in: row, stated: stated,
                        follows: "\(written) = \(FindingNumber.number(sum))"))
            }
            if let result, result != sum { add("\(written) = \(FindingNumber.number(result))", .contradiction) }
            if let persons = row.number(.beneficiaries), persons != sum {
                let name = list.columns.first { $0.role == ActionColumns.Role.beneficiaries.rawValue }?.name ?? ""
                // The parts may be of something else than the persons.
                add("\(name) \(FindingNumber.number(persons))", .doubt)
            }
            return found
        }
    }

    /// Whole numbers with plus signs between, and what stands behind an equals sign after them.
    static func sums(in text: String) -> [(parts: [Double], result: Double?)] {
        var sums: [(parts: [Double], result: Double?)] = []
        var parts: [Double] = []
        var isEnd = false
        var rest = Substring(text)
        func close() {
            if parts.count > 1 { sums.append((parts, nil)) }
            parts = []
        }
        var expectsNumber = true
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if let digits = Optional(rest.prefix { $0.isASCII && $0.isNumber }), !digits.isEmpty {
                rest = rest.dropFirst(digits.count)
                if isEnd, parts.count > 1 {
                    sums.append((parts, Double(digits)))
                    parts = []
                } else {
                    if !expectsNumber { close() }
                    if let number = Double(digits) { parts.append(number) }
                }
                (isEnd, expectsNumber) = (false, false)
            } else if first == "+", !parts.isEmpty, !expectsNumber {
                rest.removeFirst()
                expectsNumber = true
            } else if first == "=", parts.count > 1, !expectsNumber {
                rest.removeFirst()
                (isEnd, expectsNumber) = (true, true)
            } else {
                rest.removeFirst()
                close()
                (isEnd, expectsNumber) = (false, true)
            }
        }
        close()
        return sums
    }
}
