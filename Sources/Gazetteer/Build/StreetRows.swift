/// The rows of one street, place or locality of a commune.
struct StreetRows {
    let name: String
    private(set) var rows: [BuildRow]
    /// The part of the identifiers of its addresses that names it; empty for localities.
    let id: String
    let kind: StreetKind
    /// The place of a locality in the page's list; 0 for streets.
    let locality: Int

    /// A locality: the rows that name it beside the name of their street.
    init(locality name: String, place: Int, rows: [BuildRow]) {
        (self.name, self.rows, locality) = (name, rows, place)
        (id, kind) = ("", .locality)
    }

    /// A street; a place when none of its rows has a number.
    private init(_ rows: [BuildRow]) {
        name = rows[0].string(.street)
        id = rows[0].string(.idStreet)
        locality = 0
        // Some files give places the number 0.
        kind = rows.allSatisfy { [0, Format.Address.noNumber].contains(Int($0.number)) } ? .place : .street
        self.rows = rows.sorted(by: BuildRow.withinStreet)
    }

    /// Groups rows sorted by ``BuildRow/before(_:_:)`` to streets: same name and old commune, and same identifier of the
    /// street unless the name lost a cadastral number. Rows that repeat another are counted and left out.
    static func group(_ rows: [BuildRow]) -> (streets: [StreetRows], duplicates: Int) {
        var groups: [[BuildRow]] = []
        var duplicates = 0
        for (index, row) in rows.enumerated() {
            guard index > 0, continues(rows[index - 1], row) else {
                groups.append([row])
                continue
            }
            if BuildRow.compare(rows[index - 1].record, row.record) == 0 {
                duplicates += 1
            } else {
                groups[groups.count - 1].append(row)
            }
        }
        return (groups.map { StreetRows($0) }, duplicates)
    }

    private static func continues(_ last: BuildRow, _ row: BuildRow) -> Bool {
        func same(_ text: BuildRow.Text) -> Bool { BuildRow.compare(last.text(text), row.text(text)) == 0 }
        return same(.street) && same(.oldCode) && (row.stripped || same(.idStreet))
    }

    /// The address nearest to the mean of all, which stands for the street.
    var middle: BuildRow? {
        let count = max(rows.count, 1)
        let meanX = rows.reduce(0) { $0 + Int($1.longitude) } / count
        let meanY = rows.reduce(0) { $0 + Int($1.latitude) } / count
        // In France a degree of longitude is about 0.7 of one of latitude: half of its square.
        func distance(_ row: BuildRow) -> Int {
            let (x, y) = (Int(row.longitude) - meanX, Int(row.latitude) - meanY)
            return x * x / 2 + y * y
        }
        return rows.min { distance($0) < distance($1) }
    }

    /// The most frequent postcode; 0 for none.
    var postcode: UInt32 {
        var tally = Tally<UInt32>()
        for row in rows { tally.add(row.postcode) }
        return tally.first ?? 0
    }

    /// The most frequent old commune, name and code with a zero between; empty for none.
    var oldCommune: String {
        var tally = Tally<String>()
        for row in rows where !row.text(.oldName).isEmpty {
            tally.add(row.string(.oldName) + "\u{0}" + row.string(.oldCode))
        }
        return tally.first ?? ""
    }
}
