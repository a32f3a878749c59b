import Communes
import Tables

/// Columns of postcodes, INSEE codes and towns under headings that do not say so, told by the table of communes.
extension RowPlan.AddressColumns {
    /// Takes the columns whose cells are codes or names of communes, and agree with the town of their rows.
    ///
    /// Returns the columns that are postcodes, INSEE codes or towns by their cells and are not taken: nobody knows whose they are.
    mutating func findCommunes(_ names: ColumnNames) -> [UnreadColumn] {
        var doubtful: [UnreadColumn] = []
        if citycode == nil, postcode == nil || city == nil {
            let used = Set(RowPlan.addresses(self).columns)
            for column in names.header.indices where !used.contains(column) && names.mayHoldCodes(column) {
                if let kind = takeCodes(column, names) {
                    doubtful.append(UnreadColumn(kind: kind, column: column, name: names.header[column]))
                }
            }
        }
        if citycode == nil, city == nil {
            let used = Set(RowPlan.addresses(self).columns)
            for column in names.header.indices where !used.contains(column) && names.mayHoldTowns(column) {
                guard isTown(column, names) else { continue }
                let agreement = agreement(names) { row in
                    Self.town(row[column]).map { [CommuneTable.key(of: $0)] } ?? []
                }
                if let agreement, agreement >= Self.agreed {
                    if city == nil { city = column }
                } else if agreement == nil, !hasTown, text.allSatisfy({ !names.namesTowns($0) }) {
                    doubtful.append(UnreadColumn(kind: .town, column: column, name: names.header[column]))
                }
            }
        }
        return doubtful.filter { column in
            switch column.kind {
            case .postcode, .citycode: postcode == nil && citycode == nil
            default: !hasTown
            }
        }
    }

    /// From this share of the rows on, a column agrees with the towns.
    private static let agreed = 0.7
    /// From this share of the cells on, a column holds postcodes, INSEE codes or towns.
    private static let known = 0.8, surelyKnown = 0.95

    /// Takes a column of codes as postcodes or INSEE codes; gives what it looks like when it is neither taken nor without meaning.
    private mutating func takeCodes(_ column: Int, _ names: ColumnNames) -> UnreadColumn.Kind? {
        let cells = names.sample.compactMap { $0.indices.contains(column) ? Self.code($0[column]) : nil }
        guard !cells.isEmpty else { return nil }
        func share(_ isSo: (String) -> Bool) -> Double { Double(cells.count(where: isSo)) / Double(cells.count) }
        let posted = postcode == nil ? share(CommuneTable.hasPostcode) : 0
        let coded = share { !CommuneTable.communes(code: $0).isEmpty }
        let asPostcode = posted >= Self.known ? agreement(names, of: column, CommuneTable.communes(postcode:)) : nil
        let asCode = coded >= Self.known ? agreement(names, of: column, CommuneTable.communes(code:)) : nil
        let isCode = (asCode ?? 0) > (asPostcode ?? 0)
        if let best = isCode ? asCode : asPostcode, best >= Self.agreed {
            if isCode { citycode = column } else { postcode = column }
            return nil
        }
        if posted >= Self.known {
            if asPostcode == nil, !hasTown, names.allowsCodes(column) {
                postcode = column
                return nil
            }
            return .postcode
        }
        guard coded >= Self.surelyKnown else { return nil }
        // A year has four characters, and as a code would be a commune's.
        let isWhole = names.sample.allSatisfy {
            !$0.indices.contains(column) || $0[column].isEmpty || $0[column].trimmed.utf8.count == 5
        }
        return names.saysINSEE(column) || !hasTown && isWhole ? .citycode : nil
    }

    /// The share of the rows whose town is among the communes of a code; nil where no row has both.
    private func agreement(
        _ names: ColumnNames, of column: Int, _ communes: (String) -> [CommuneTable.Commune]
    ) -> Double? {
        agreement(names) { row in
            guard let code = Self.code(row[column]) else { return [] }
            return Set(communes(code).flatMap { [CommuneTable.key(of: $0.name), $0.code] + $0.postcodes })
        }
    }

    /// The share of the rows in which a set has the key of the town, the postcode or the INSEE code; nil where no row has any.
    private func agreement(_ names: ColumnNames, _ keys: ([String]) -> Set<String>) -> Double? {
        var rows = 0, agreeing = 0
        for row in names.sample where row.count == names.header.count {
            let found = keys(row)
            var stated: [String] = []
            if let city, let town = Self.town(row[city]) { stated.append(CommuneTable.key(of: town)) }
            if let citycode, let code = Self.code(row[citycode]) { stated.append(code) }
            if let postcode, let code = Self.code(row[postcode]) {
                stated.append(code)
                stated += CommuneTable.communes(postcode: code).map { CommuneTable.key(of: $0.name) }
            }
            if found.isEmpty || stated.isEmpty { continue }
            rows += 1
            if stated.contains(where: found.contains) { agreeing += 1 }
        }
        return rows == 0 ? nil : Double(agreeing) / Double(rows)
    }

    private func isTown(_ column: Int, _ names: ColumnNames) -> Bool {
        let towns = names.sample.compactMap { $0.indices.contains(column) ? Self.town($0[column]) : nil }
        let found = towns.count { !CommuneTable.communes(named: $0).isEmpty }
        return !towns.isEmpty && Double(found) >= Self.surelyKnown * Double(towns.count)
    }

    private static func town(_ cell: String) -> String? { CellText.town(cell).town }

    private static func code(_ cell: String) -> String? {
        let code = CellText.code(cell)
        return code.isEmpty ? nil : code.uppercased()
    }
}
