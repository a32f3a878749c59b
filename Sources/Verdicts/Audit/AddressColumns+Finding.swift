import Tables

extension RowPlan.AddressColumns {
    /// The columns of an address, found by their headings, and where these say nothing by what they hold; nil when there are
    /// none.
    ///
    /// A whole address goes before a street with its parts. A number column beside whole addresses is read only where these
    /// have no numbers of their own.
    ///
    /// - Throws: ``ColumnError`` when a name stands twice.
    init?(found names: ColumnNames) throws(ColumnError) {
        let numbers = names.likely(for: .housenumber)
        let street = try names.column(for: .street)
        // Remarks that few rows have are no address beside streets that all rows have.
        if let whole = try names.column(for: .address), street.map({ !names.isSparse(whole, beside: $0) }) ?? true {
            text = [whole]
            if names.lacksNumbers(whole) { take(numbers.filter { names.isHouseNumber($0) }, names, before: whole) }
        } else if let street {
            text = [street]
            take(numbers, names, before: street)
            let at = text.count - 1
            var parts: [Int] = []
            if let suffix = try names.column(for: .suffix) { parts.append(suffix) }
            if let type = try names.column(for: .streetType) {
                parts.append(type)
                types = [type]
            }
            text.insert(contentsOf: parts, at: at)
        } else if let likely = names.addressByContent {
            text = [likely]
        } else {
            return nil
        }
        complements = names.likely(for: .complement).filter { !text.contains($0) }
        postcode = try names.column(for: .postcode)
        city = try names.column(for: .city)
        citycode = try names.column(for: .citycode)
        if postcode == nil, citycode == nil, city.map({ !names.saysDistrict($0) }) ?? true {
            district = names.likely(for: .city).first { $0 != city && names.saysDistrict($0) }
        }
        if !hasTown { postcode = names.postcodeByContent }
        if !hasTown { city = names.townByContent }
        let doubtful = findCommunes(names)
        findUnread(names)
        unread += doubtful.filter { column in !unread.contains { $0.column == column.column } }
        if numbers.isEmpty, let first = text.first, names.lacksNumbers(first), first > 0,
            names.mayHoldNumbers(first - 1, before: first), !unread.contains(where: { $0.column == first - 1 })
        {
            unread.append(UnreadColumn(kind: .housenumber, column: first - 1, name: names.header[first - 1]))
        }
    }

    /// Puts the columns of numbers in front of the street: one, or the two of odd and even sides.
    private mutating func take(_ found: [Int], _ names: ColumnNames, before street: Int) {
        guard let first = found.first else { return }
        let sides = found.filter(names.isOfOneSide)
        let taken = sides.count > 1 ? sides.sorted() : [first]
        numbers = Set(taken)
        text = taken + [street]
        numberYields = taken.contains(where: names.isBareNumber)
    }

    /// Columns that look like a part which no column was taken for.
    mutating func findUnread(_ names: ColumnNames) {
        let used = Set(RowPlan.addresses(self).columns)
        let lacksNumbers = numbers.isEmpty && text.allSatisfy { names.lacksNumbers($0) }
        unread = names.lookalikes(besides: used).filter { column in
            switch column.kind {
            case .housenumber: lacksNumbers
            case .postcode: postcode == nil && citycode == nil
            case .citycode: postcode == nil && citycode == nil
            case .town: !hasTown
            case .otherAddress: !isNamed
            case .coordinate, .gridCoordinate: true
            case .birth, .sex, .share: false
            }
        }
    }
}
