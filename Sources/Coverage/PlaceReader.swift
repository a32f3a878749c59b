import Gazetteer
import Geodesy
import Interchange
import Planar
import Tables
import Verdicts

/// Reads the rows of a table of places one after another.
struct PlaceReader {
    let table: PlaceTable
    let columns: [(role: String, name: String)]
    let options: PlaceOptions
    private let position: RowPlan.CoordinateColumns?
    let address: RowPlan.AddressColumns?
    private let column: [String: Int]
    private let checker: CoordinateChecker
    private let toDegrees: Projector?
    var projectors: [Territory: Projector] = [:]
    var addresses: Gazetteer?
    var scratch = MatchScratch()
    private var categories: [String: String] = [:]
    private let wanted: Set<String>?

    init(_ table: PlaceTable, _ options: PlaceOptions) throws {
        self.table = table
        self.options = options
        wanted = options.categories.map { Set($0.map(ColumnNames.fold)) }
        let names = ColumnNames(
            table.header,
            sample: table.rows.prefix(ColumnNames.sampleRows).map { row in
                table.header.indices.map { column in row.text(column) }
            })
        position = table.pointCRS == nil ? try Self.position(names, options) : nil
        let plan: RowPlan?
        if let named = options.address, try Self.find(named, in: names, options) != nil {
            plan = try RowPlan.addresses(in: names, named: named)
        } else {
            plan = try RowPlan.addresses(in: names)
        }
        address = if case .addresses(let columns)? = plan { columns } else { nil }
        if position == nil, table.pointCRS == nil, address == nil {
            throw ColumnError.noAddressColumns(header: table.header)
        }
        var column: [String: Int] = [:]
        for (role, named, known) in options.names {
            column[role] = try named.flatMap { try Self.find([$0], in: names, options)?[0] } ?? names.first(known)
        }
        self.column = column
        let declared = position?.crs ?? table.pointCRS ?? .wgs84
        checker = try CoordinateChecker(declared: declared)
        toDegrees = declared == .wgs84 ? nil : try Projector(from: declared, to: .wgs84)
        let found: [(String, Int?)] =
            [("x", position?.x), ("y", position?.y)] + (address?.text ?? []).map { ("address", $0) }
            + options.names.map { ($0.role, column[$0.role]) }
        columns = found.compactMap { role, index in index.map { (role, table.header[$0]) } }
    }

    /// Columns that look like a part of the address and are not read, where places are located by it.
    var unread: [UnreadColumn] {
        position == nil && table.pointCRS == nil ? (address?.unread ?? []).filter { !$0.kind.isPosition } : []
    }

    var knownCategories: [String] { categories.values.sorted(by: ColumnNames.order) }

    var hasCategories: Bool { column["category"] != nil }

    private static func position(
        _ names: ColumnNames, _ options: PlaceOptions
    ) throws -> RowPlan.CoordinateColumns? {
        if let named = options.position, let found = try find([named.x, named.y], in: names, options) {
            return .init(x: found[0], y: found[1], crs: options.crs ?? .wgs84)
        }
        if case .coordinates(let columns)? = try RowPlan.positions(in: names, crs: options.crs) { return columns }
        return nil
    }

    /// The columns that the user named; nil when one is missing that need not be there.
    private static func find(_ named: [String], in names: ColumnNames, _ options: PlaceOptions) throws -> [Int]? {
        do {
            return try named.map { try names.column(named: $0) }
        } catch {
            if options.requiresNamed { throw error }
            return nil
        }
    }

    mutating func read(
        _ row: PlaceTable.Row, into places: inout Places, _ gazetteer: () throws -> Gazetteer?
    ) throws {
        var item = Places.Item()
        (item.line, item.unit) = (row.line, table.unit)
        item.id = row.text(column["id"])
        item.name = row.text(column["name"])
        let category = row.text(column["category"])
        item.category = categories[ColumnNames.fold(category), default: category]
        categories[ColumnNames.fold(category)] = item.category
        if let wanted, !wanted.contains(ColumnNames.fold(category)) {
            places.otherCategories += 1
            return
        }
        let isDated = readDates(row, &item, &places.dateFaults)

        let given = point(row)
        let sanity = given.map(checker.check)
        let fault = row.isOtherGeometry ? Places.notAPoint : sanity.flatMap { $0.isFine ? nil : $0.code }
        if let fault { places.coordinateFaults.append(.init(line: row.line, code: fault)) }
        var reason: Verdict.Reason?
        if let given, fault == nil {
            let degrees = toDegrees.map { $0.project(given) } ?? given
            if let degrees { (item.longitude, item.latitude) = (degrees.x, degrees.y) }
            item.radius = options.radii[.unknown]
            if degrees == nil { reason = .coordinatesInvalid }
        } else {
            reason = try locate(row, &item, gazetteer)
            if reason == .addressEmpty, fault != nil { reason = .coordinatesInvalid }
        }
        if reason == nil {
            reason = try project(&item, given: fault == nil ? given : nil) ? nil : .coordinatesInvalid
        }
        let label = item.name.isEmpty ? item.id : item.name
        if let date = options.date {
            let isOpen = item.opens.map { $0 <= date } ?? true && item.closes.map { $0 > date } ?? true
            if !isOpen || !isDated {
                let left = Places.LeftOut(line: row.line, label: label, category: item.category)
                if isOpen { places.undated.append(left) } else { places.notOpen.append(left) }
                return
            }
        }
        if let reason {
            places.notLocated.append(
                .init(
                    line: row.line, label: label, category: item.category, reason: reason, coordinateFault: fault))
        } else {
            places.items.append(item)
        }
    }

    /// Reads both dates; false when one stands there and is none.
    private func readDates(
        _ row: PlaceTable.Row, _ item: inout Places.Item, _ faults: inout [Places.DateFault]
    ) -> Bool {
        var isDated = true
        func note(_ role: String, isBeforeOpening: Bool) {
            faults.append(
                .init(
                    line: row.line, column: table.header[column[role]!], text: row.text(column[role]),
                    isBeforeOpening: isBeforeOpening))
        }
        func day(_ role: String) -> CalendarDay? {
            let text = row.text(column[role])
            guard !text.isEmpty else { return nil }
            if let day = CalendarDay(text) { return day }
            note(role, isBeforeOpening: false)
            isDated = false
            return nil
        }
        item.opens = day("opens")
        item.closes = day("closes")
        if let opens = item.opens, let closes = item.closes, closes < opens { note("closes", isBeforeOpening: true) }
        return isDated
    }

    /// The coordinates of a row, NaN for what is no number; nil when it has none.
    private func point(_ row: PlaceTable.Row) -> Point? {
        guard let position else { return row.point }
        if position.notation != .numbers { return position.point { row.text($0) } }
        let x = row.text(position.x), y = row.text(position.y)
        if x.isEmpty, y.isEmpty { return nil }
        func number(_ text: String) -> Double { parseDouble(text, decimalComma: table.decimalComma) ?? .nan }
        return Point(x: number(x), y: number(y))
    }

    /// Puts the place in metres; false when it is in no French territory.
    mutating func project(_ item: inout Places.Item, given: Point?) throws -> Bool {
        guard let territory = Territory.containing(longitude: item.longitude, latitude: item.latitude) else {
            return false
        }
        item.territory = territory
        if let given, checker.declared == territory.metricCRS {
            item.position = given
            return true
        }
        let projector = try projectors[territory] ?? Projector(from: .wgs84, to: territory.metricCRS)
        projectors[territory] = projector
        guard let position = projector.project(Point(x: item.longitude, y: item.latitude)) else { return false }
        item.position = position
        return true
    }
}
