import Disclosure
import Gazetteer
import Interchange
import Perimeters
import Tables
import Verdicts

/// What all workers share.
struct StatisticsLabels: Sendable {
    let groups: [LabelTable]
    let perimeters = LabelTable(columns: "the column of codes")
    let communes = LabelTable(columns: "the column of communes")
}

/// Reads what a batch of rows says; a worker belongs to one task at a time.
final class StatisticsWorker {
    private let columns: StatisticsColumns
    private let options: StatisticsOptions
    private let labels: StatisticsLabels
    private let audits: (first: AuditWorker?, second: AuditWorker?)
    /// The columns that say where a row is, as they are read, -1 for one that is not there.
    private let places: (first: [Int], second: [Int])
    private var cells = CSVCells()
    private var key: [UInt8] = []
    private var groupCaches: [ByteTable<Int32>]
    private var verdictCache = ByteTable<Place>()
    private var secondCache = ByteTable<Place>()
    private var communeCache = ByteTable<Int32>()
    /// The column of an audited file that says why.
    private var reasonColumn: Int?
    private var sexCache = ByteTable<Sex.Reading>(limit: 1 << 10)
    private var ageCache = ByteTable<AgeReading>(limit: 1 << 12)
    private var birthCache = ByteTable<AgeReading>(limit: 1 << 12)
    private var bandCache = ByteTable<AgeReading>(limit: 1 << 10)

    /// What is known of where a row is.
    private struct Place {
        var outcome: Outcome
        var perimeter: Int32 = -1
        var isUnreadable = false
    }

    init(
        _ columns: StatisticsColumns, _ options: StatisticsOptions, _ labels: StatisticsLabels,
        audits: (first: AuditWorker?, second: AuditWorker?)
    ) {
        self.columns = columns
        self.options = options
        self.labels = labels
        self.audits = audits
        groupCaches = labels.groups.map { _ in ByteTable() }
        func place(_ source: StatisticsColumns.VerdictSource?) -> [Int] {
            guard case .columns(let own)? = source else { return [] }
            return [own.verdict, own[.quality] ?? -1, own[.code] ?? -1, own[VerdictField.name] ?? -1]
        }
        if case .columns(let own) = columns.verdict { reasonColumn = own[.reason] }
        places = (place(columns.verdict), place(columns.second))
    }

    func read(_ batch: RowBatch) throws -> StatisticsBatch {
        var result = StatisticsBatch()
        result.rows.reserveCapacity(batch.count)
        result.groups.reserveCapacity(batch.count * labels.groups.count)
        try audits.first?.begin(batch)
        try audits.second?.begin(batch)
        for index in 0..<batch.count {
            try batch.withRecord(index, using: &cells) { record in
                let first = try audits.first?.finding(index, record, of: batch)
                let second = try audits.second?.finding(index, record, of: batch)
                try read(record, first, second, into: &result)
            }
        }
        result.read = batch.count
        return result
    }

    private func read(
        _ record: TableRow, _ first: Finding?, _ second: Finding?, into result: inout StatisticsBatch
    ) throws {
        var row = StatisticsRow()
        row.line = Int32(clamping: record.line)
        var faults: [StatisticsFault] = []
        row.sex = sex(record)
        let band = band(record, &faults)
        // An age that is stated and lies in no band is a person's, so it is told apart from one that is not stated.
        let isOdd = faults.contains { $0 != .totalRow && $0 != .ageAndBirthDateDisagree }
        row.band = UInt8(band ?? options.bands.bands.count + (isOdd ? 1 : 0))
        let start = result.groups.count
        var isCounted = false
        defer { if !isCounted { result.groups.removeLast(result.groups.count - start) } }
        var isTotal = row.sex == .total || faults.contains(.totalRow)
        for grouping in labels.groups.indices {
            guard let rank = try group(record, grouping) else {
                isTotal = true
                break
            }
            result.groups.append(rank)
        }
        if let reasonColumn, !isTotal {
            isTotal = record.cell(reasonColumn).elementsEqual(Verdict.Reason.totalRow.rawValue.utf8)
        }
        if isTotal || first?.verdict.reason == .totalRow {
            result.faults.count(.totalRow, line: record.line)
            return
        }
        if row.sex == .unreadable { faults.append(.sexUnreadable) }
        if let column = columns.value {
            switch amount(record, column) {
            case .success(let amount): row.amount = amount
            case .failure(let fault):
                result.faults.count(fault, line: record.line)
                return
            }
        }
        let place = try place(record, columns.verdict, places.first, first, audits.first, &verdictCache)
        (row.outcome, row.perimeter) = (place.outcome, place.perimeter)
        if place.isUnreadable { faults.append(.verdictUnreadable) }
        if let source = columns.second {
            let other = try self.place(record, source, places.second, second, audits.second, &secondCache)
            if other.isUnreadable { faults.append(.verdictUnreadable) }
            row.move = Move(
                from: place.outcome, to: other.outcome, samePerimeter: place.perimeter == other.perimeter)
        }
        row.commune = try commune(record, first)
        if let column = columns.id {
            let cell = trimmed(record.cell(column))
            if cell.isEmpty { faults.append(.idEmpty) } else { row.id = max(hash64(cell), 1) }
        }
        if let seed = options.appliedDisclosure.seed {
            let own = columns.id.flatMap { row.id == 0 ? nil : trimmed(record.cell($0)) } ?? ownBytes(record)
            row.key = DisclosureControl.recordKey(seed, Array(own))
        }
        for fault in faults { result.faults.count(fault, line: record.line) }
        result.rows.append(row)
        isCounted = true
    }

    /// The bytes of a row without the verdicts appended to it: an audited row is the same record as the raw one.
    private func ownBytes(_ record: TableRow) -> UnsafeBufferPointer<UInt8> {
        guard case .columns(let cells) = columns.verdict, cells.verdict > 0, cells.verdict < record.count else {
            return record.raw
        }
        let verdict = record.cell(cells.verdict)
        guard let base = record.raw.baseAddress, let place = verdict.baseAddress, place > base,
            place <= base + record.raw.count
        else { return record.raw }
        return UnsafeBufferPointer(start: base, count: place - base - 1)
    }

    private func sex(_ record: TableRow) -> Sex.Reading {
        guard let column = columns.sex else { return .missing }
        return sexCache.value(record.cell(column)) { Sex.Reading(record.text(column)) }
    }

    /// The band of a row; nil when it is not known.
    private func band(_ record: TableRow, _ faults: inout [StatisticsFault]) -> Int? {
        var birth = AgeReading.missing, age = AgeReading.missing
        if let column = columns.birth, let day = options.at {
            birth =
                AgeReading(plainBirth: record.cell(column), on: day)
                ?? birthCache.value(record.cell(column)) { AgeReading(birth: record.text(column), on: day) }
        }
        if let column = columns.age {
            age = ageCache.value(record.cell(column)) { AgeReading(age: record.text(column)) }
        }
        if case .age(let years) = birth, case .age(let stated) = age, abs(years - stated) > 1 {
            faults.append(.ageAndBirthDateDisagree)
        }
        for case .fault(let fault) in [birth, age] { faults.append(fault) }
        for case .age(let years) in [birth, age] {
            let band = options.bands.index(of: years)
            if band == nil { faults.append(.ageInNoBand) }
            return band
        }
        guard let column = columns.band else { return nil }
        switch bandCache.value(record.cell(column), make: { AgeReading(band: record.text(column)) }) {
        case .range(let low, let high):
            let band = options.bands.index(from: low, to: high)
            if band == nil { faults.append(.bandStraddles) }
            return band
        case .age(let years):
            let band = options.bands.index(of: years)
            if band == nil { faults.append(.ageInNoBand) }
            return band
        case .total: faults.append(.totalRow)
        case .fault(let fault): faults.append(fault)
        case .missing: break
        }
        return nil
    }

    /// The rank of the group of a row; nil when it is the total of others.
    private func group(_ record: TableRow, _ grouping: Int) throws -> Int32? {
        let own = columns.by[grouping]
        let rank = try gathered(record, own) { key in
            try groupCaches[grouping].value(key) {
                let texts = own.map { Self.label(record.text($0)) }
                if texts.contains(where: { AgeReading.isTotal(ColumnNames.fold($0)) }) { return -1 }
                return Int32(try labels.groups[grouping].rank(of: texts))
            }
        }
        return rank < 0 ? nil : rank
    }

    private func place(
        _ record: TableRow, _ source: StatisticsColumns.VerdictSource, _ own: [Int], _ finding: Finding?,
        _ audit: AuditWorker?, _ cache: inout ByteTable<Place>
    ) throws -> Place {
        switch source {
        case .plan:
            guard let verdict = finding?.verdict, let audit else { return Place(outcome: .notLocated) }
            var place = Place(outcome: Outcome(verdict.decision, isSure: verdict.quality == .sure))
            if let index = verdict.perimeter {
                let perimeter = audit.examiner.atlas.perimeters[index]
                place.perimeter = Int32(try labels.perimeters.rank(of: [perimeter.code, perimeter.name]))
            }
            return place
        case .columns:
            return try gathered(record, own) { key in
                try cache.value(key) {
                    let texts = own.map { $0 < 0 ? "" : record.text($0).trimmed }
                    guard let decision = Verdict.Decision(rawValue: texts[0]) else {
                        return Place(outcome: .notLocated, isUnreadable: true)
                    }
                    var place = Place(outcome: Outcome(decision, isSure: texts[1] == "1"))
                    if decision == .inside {
                        place.perimeter = Int32(try labels.perimeters.rank(of: [texts[2], texts[3]]))
                    }
                    return place
                }
            }
        }
    }

    private func commune(_ record: TableRow, _ finding: Finding?) throws -> Int32 {
        if let city = finding?.match?.city, !city.isEmpty { return Int32(try labels.communes.rank(of: [city])) }
        for column in columns.communes where !record.cell(column).isEmpty {
            return try communeCache.value(record.cell(column)) {
                Int32(try labels.communes.rank(of: [Self.label(record.text(column))]))
            }
        }
        return columns.communes.isEmpty && finding?.match == nil ? -1 : Int32(try labels.communes.rank(of: [""]))
    }

    private func amount(_ record: TableRow, _ column: Int) -> Result<Int, StatisticsFault> {
        let number: Double
        switch CellNumber(record.text(column)) {
        case .empty: return .failure(.valueEmpty)
        case .notStated: return .failure(.valueNotStated)
        case .unreadable: return .failure(.valueUnreadable)
        case .number(nil, _): return .failure(.valueOnlyPercent)
        case .number(let value?, _): number = value
        }
        if number < 0 { return .failure(.valueNegative) }
        let scaled = options.unit == .euros ? (number * 100).rounded() : number
        guard scaled < 1e15, scaled == scaled.rounded() else { return .failure(.valueNotWhole) }
        return .success(Int(scaled))
    }

    /// Gives the bytes of some cells, one behind the other with a mark between.
    private func gathered<R>(
        _ record: TableRow, _ own: [Int], _ body: (UnsafeBufferPointer<UInt8>) throws -> R
    ) rethrows -> R {
        if own.count == 1 { return try body(record.cell(own[0])) }
        key.removeAll(keepingCapacity: true)
        for column in own {
            key.append(contentsOf: record.cell(column))
            key.append(0x1F)
        }
        return try key.withUnsafeBufferPointer(body)
    }

    /// A text with single spaces.
    private static func label(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var slice = cell[...]
        while let first = slice.first, first == 32 || first == 9 { slice.removeFirst() }
        while let last = slice.last, last == 32 || last == 9 { slice.removeLast() }
        return UnsafeBufferPointer(rebasing: slice)
    }
}

extension StatisticsFault: Error {}
