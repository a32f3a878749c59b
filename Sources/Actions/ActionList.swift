package import Gazetteer
import Interchange
public import Provenance
public import Tables

/// A table of subsidised actions as it was read.
public struct ActionList: Sendable {
    /// A column of money; each is its own, and never added to another.
    public struct MoneyColumn: Sendable, Equatable {
        /// Its name in the file.
        public var name: String
        /// Whether it is the total cost, and not what one funder gives.
        public var isCost: Bool
        package let column: Int
        package let percent: Int?
    }

    /// A row.
    public struct Row: Sendable {
        /// The line of the file, from 1.
        public var line: Int
        /// The texts of its columns, by role; those that are not in the file or empty are missing.
        public var texts: [ActionColumns.Role: String]
        /// The cells of money, one a column of money.
        public var money: [CellNumber]
        /// The percentages of the total cost stated beside them, nil where none is.
        public var moneyPercents: [StatedPercentage?]
        package var venue: AddressQuery?

        /// The text of a role, empty when there is none.
        public func text(_ role: ActionColumns.Role) -> String { texts[role] ?? "" }

        /// The number of a role; nil when none is stated.
        public func number(_ role: ActionColumns.Role) -> Double? { texts[role].flatMap { CellNumber($0).value } }

        /// Whether it states a venue.
        public var hasVenue: Bool { venue != nil }

        /// What a reader calls the action: its number, else its title.
        public var label: String { text(.id).isEmpty ? text(.title) : text(.id) }
    }

    /// Where it comes from.
    public let source: SourceFile
    /// The rows, in the order of the file.
    public let rows: [Row]
    /// The columns of money: the total cost first, where there is one.
    public let money: [MoneyColumn]
    /// The names of the columns read, by role.
    public let columns: [(role: String, name: String)]
    /// Columns that look like shares in percent, and are not read.
    public let unread: [UnreadColumn]
    /// Cells of numbers that hold something else; empty ones are none of them.
    public let faults: [CellFault]
    package let table: SmallTable
    /// The roles that the file has a column for.
    let roles: Set<ActionColumns.Role>

    /// Reads a table.
    ///
    /// - Throws: `InterchangeError` when it cannot be read; ``TableError`` when a column named is not there, or no column states a
    ///   scope.
    public init(path: String, columns named: ActionColumns = .init()) throws {
        let table = try SmallTable(path: path).withoutBlankRows()
        self.table = table
        source = table.source
        let header = table.header.names
        var places: [ActionColumns.Role: Int] = [:]
        for role in ActionColumns.Role.allCases {
            places[role] = try table.column(named: named.named[role], else: role.names)
        }
        if places[.percentInside] == nil { places[.percentInside] = ColumnNames(header).shareInPerimeters }
        guard places[.scope] != nil || places[.target] != nil else {
            throw table.error(
                "no column states a scope: looked for "
                    + (ActionColumns.Role.scope.names + ActionColumns.Role.target.names).joined(separator: ", ")
                    + "; the file has " + header.joined(separator: ", "), table.headerLine, remedy: .nameScopeColumn)
        }
        let folded = header.map(ColumnNames.fold)
        var money: [MoneyColumn] = []
        func percentColumn(_ name: String) throws -> Int? {
            try table.column(named: named.fundingPercents[name], else: ActionColumns.percentNames(of: name))
        }
        if let cost = places[.cost] {
            money.append(MoneyColumn(name: header[cost], isCost: true, column: cost, percent: nil))
        }
        let funding =
            try named.funding?.map { try table.column(named: $0, else: [])! }
            ?? header.indices.filter { ActionColumns.isFunding(folded[$0]) }
        for column in funding where column != places[.cost] {
            money.append(
                MoneyColumn(
                    name: header[column], isCost: false, column: column, percent: try percentColumn(header[column]))
            )
        }
        self.money = money
        let used = Set(places.values).union(money.flatMap { [$0.column, $0.percent].compactMap { $0 } })
        unread = ColumnNames(header).lookalikes(besides: used).filter { $0.kind == .share }
        roles = Set(places.keys)
        columns =
            ActionColumns.Role.allCases.compactMap { role in places[role].map { (role.rawValue, header[$0]) } }
            + money.filter { !$0.isCost }.map { ("funding", $0.name) }

        var faults: [CellFault] = []
        rows = table.rows.map { record in
            func check(_ cell: CellNumber, _ column: Int) {
                let fault = CellFault(cell, text: record.text(column), column: header[column], line: record.line)
                if let fault, fault.kind != .empty { faults.append(fault) }
            }
            var row = Row(line: record.line, texts: [:], money: [], moneyPercents: [])
            for (role, column) in places where !record.text(column).isEmpty { row.texts[role] = record.text(column) }
            for role in Self.counts {
                if let column = places[role] { check(CellNumber(record.text(column)), column) }
            }
            if let column = places[.percentInside] {
                let cell = CellNumber(record.text(column))
                if StatedPercentage(cell) == nil { check(cell, column) }
            }
            for column in money {
                let cell = CellNumber(record.text(column.column))
                check(cell, column.column)
                row.money.append(cell)
                let beside = column.percent.map { CellNumber(record.text($0)) }
                row.moneyPercents.append(
                    beside.flatMap { StatedPercentage($0) } ?? cell.percent.map { StatedPercentage($0) })
            }
            if let address = row.texts[.venueAddress] {
                var query = AddressQuery(text: address)
                query.postcode = row.texts[.venuePostcode]
                query.city = row.texts[.venueCity]
                row.venue = query
            }
            return row
        }
        self.faults = faults
    }

    private static let counts: [ActionColumns.Role] = [.beneficiaries, .beneficiariesInside, .men, .women, .tableTotal]
}
