package import Gazetteer
import Interchange
public import Provenance
public import Tables
import Verdicts

/// A landlord's list: one row an address expression, with the dwellings and the money of the row.
///
/// Dwellings and money belong to rows, and are never divided over the addresses that a row names.
public struct ResidenceList: Sendable {
    /// A row.
    public struct Row: Sendable {
        /// The line of the file, from 1.
        public var line: Int
        /// The address expression as written.
        public var text: String
        /// The commune as written; empty when the list has none.
        public var commune: String
        /// The number of dwellings.
        public var dwellings: CellNumber
        /// Euros.
        public var amount: CellNumber
        /// The year as written; empty when not stated.
        public var year: String
        /// What is done; empty when not stated.
        public var action: String
        /// What is the same for all rows of one residence: its expression and commune, without case, accents and punctuation.
        public var key: String
        package var query: AddressQuery
        /// Whether a cell, or a column that was not read, leaves open what the address is: then no verdict is sure.
        package var isDoubtful: Bool
    }

    /// Where it comes from.
    public let source: SourceFile
    /// The rows, in the order of the file.
    public let rows: [Row]
    /// Cells of dwellings and money that hold no number.
    public let faults: [CellFault]
    /// The names of the columns read, by role: for the report and for messages.
    public let columns: [(role: String, name: String)]
    /// Columns that look like a part of the address and are not read.
    package let unread: [UnreadColumn]
    /// Whether one of them may hold a part of the address, and nobody left it out on purpose: then no row is sure.
    package let isIncomplete: Bool
    package let table: SmallTable
    /// Whether it has such a column.
    let hasDwellings: Bool, hasAmount: Bool, hasYear: Bool, hasCommune: Bool

    /// Reads a list.
    ///
    /// - Throws: `InterchangeError` when it cannot be read; ``TableError`` when a column named is not there;
    ///   ``ColumnError`` when no column holds an address.
    public init(path: String, columns named: ResidenceColumns = .init()) throws {
        table = try SmallTable(path: path).withoutBlankRows()
        source = table.source
        let header = table.header.names
        let names = ColumnNames(header, sample: table.rows.prefix(ColumnNames.sampleRows).map(\.cells))
        let plan =
            if let address = named.address { try RowPlan.addresses(in: names, named: address) } else {
                try RowPlan.addresses(in: names)
            }
        guard case .addresses(var place)? = plan, !place.text.isEmpty else {
            throw ColumnError.noAddressColumns(header: header)
        }
        // With --address-columns the commune's column is found all the same.
        place.city = try place.city ?? names.column(for: .city)
        if place.hasTown { place.unread.removeAll { $0.kind == .town } }
        unread = place.unread.filter { !$0.kind.isPosition }
        isIncomplete = place.isIncomplete
        let city = place.city
        let dwellings = try table.column(named: named.dwellings, else: ResidenceColumns.dwellingNames)
        let amount = try table.column(named: named.amount, else: ResidenceColumns.amountNames)
        let year = try table.column(named: named.year, else: ResidenceColumns.yearNames)
        let action = try table.column(named: named.action, else: ResidenceColumns.actionNames)
        (hasDwellings, hasAmount, hasYear, hasCommune) = (dwellings != nil, amount != nil, year != nil, city != nil)
        columns =
            place.text.map { ("address", header[$0]) }
            + [("commune", city), ("dwellings", dwellings), ("amount", amount), ("year", year), ("action", action)]
            .compactMap { role, column in column.map { (role, header[$0]) } }

        var rows: [Row] = []
        var faults: [CellFault] = []
        for record in table.rows {
            func text(_ column: Int?) -> String { column.map(record.text) ?? "" }
            func number(_ column: Int?) -> CellNumber {
                guard let column else { return .empty }
                let cell = CellNumber(record.text(column))
                if let fault = CellFault(cell, text: text(column), column: header[column], line: record.line) {
                    faults.append(fault)
                }
                return cell
            }
            let reading = place.read(record.text)
            let expression = reading.query.text ?? ""
            rows.append(
                Row(
                    line: record.line, text: expression, commune: text(city), dwellings: number(dwellings),
                    amount: number(amount), year: text(year), action: text(action),
                    key: ColumnNames.fold(expression) + "|" + ColumnNames.fold(text(city)), query: reading.query,
                    isDoubtful: reading.isDoubtful || place.isIncomplete))
        }
        self.rows = rows
        self.faults = faults
    }

    /// How many residences the rows are about: rows with the same expression in the same commune are one.
    public var residences: Int { Set(rows.map(\.key)).count }
}
