import Disclosure
import Tables

/// Adds up batches in their order.
struct StatisticsCounter {
    private let columns: StatisticsColumns
    private let bands: Int
    private(set) var rows = 0
    /// The sum of all amounts. No count is larger, so that none overflows while this one does not.
    private var sum = 0
    private var total: Tally
    private var groups: [Tally]
    private var perimeters: Tally
    private var communes: Tally
    private var moves: [CountSystem.Cell]
    private var persons: Persons
    /// Who is in which group: the rank of the person, then that of the group.
    private var memberships: [Set<UInt64>]
    private var faults = StatisticsFaults()
    private var hasWords = false
    private var hasCodes = false

    init(_ columns: StatisticsColumns, _ options: StatisticsOptions) {
        self.columns = columns
        bands = options.bands.bands.count
        let hasKeys = options.appliedDisclosure.seed != nil
        let empty = Tally(bands: bands, hasKeys: hasKeys)
        (total, perimeters, communes) = (empty, empty, empty)
        persons = Persons(hasKeys: hasKeys)
        groups = columns.by.map { _ in empty }
        memberships = columns.by.map { _ in [] }
        moves = Move.allCases.map { _ in CountSystem.Cell(count: 0) }
    }

    /// The most that amounts may add up to: the whole numbers that a table can show exactly.
    private static let mostSum = 1 << 53

    /// - Throws: ``StatisticsError/sumTooLarge(column:)``.
    mutating func add(_ batch: StatisticsBatch) throws(StatisticsError) {
        rows += batch.read
        faults.add(batch.faults)
        for (index, row) in batch.rows.enumerated() {
            switch row.sex {
            case .codeOne, .codeTwo: hasCodes = true
            case .missing, .total: break
            case .women, .men, .unreadable: hasWords = true
            }
            sum += row.amount
            if sum > Self.mostSum, let column = columns.value {
                throw .sumTooLarge(column: columns.header[column])
            }
            let first = index * groups.count
            if row.id != 0 {
                let person = persons.add(row, bands: bands, &faults)
                for grouping in groups.indices {
                    memberships[grouping].insert(
                        UInt64(person) << 32 | UInt64(batch.groups[first + grouping]))
                }
                continue
            }
            count(row, ranks: batch.groups[first..<first + groups.count])
        }
    }

    private mutating func count(_ row: StatisticsRow, ranks: ArraySlice<Int32>) {
        func add(_ tally: inout Tally, _ group: Int32) {
            guard group >= 0 else { return }
            tally.add(
                group: Int(group), sex: row.sex, band: Int(row.band), outcome: row.outcome, amount: row.amount,
                key: row.key)
        }
        add(&total, 0)
        add(&perimeters, row.perimeter)
        add(&communes, row.commune)
        for (grouping, rank) in ranks.enumerated() { add(&groups[grouping], rank) }
        if let move = row.move {
            moves[Int(move.rawValue)].count += row.amount
            moves[Int(move.rawValue)].key &+= row.key
        }
    }

    /// The counts, sorted by the names of the groups.
    mutating func finished(_ labels: StatisticsLabels) -> StatisticsCounts {
        for (rank, person) in persons.persons.enumerated() { count(row(person, rank), ranks: []) }
        for (grouping, pairs) in memberships.enumerated() {
            for pair in pairs {
                let rank = Int(pair >> 32)
                let row = row(persons.persons[rank], rank)
                groups[grouping].add(
                    group: Int(pair & 0xFFFF_FFFF), sex: row.sex, band: Int(row.band), outcome: row.outcome, amount: 1,
                    key: row.key)
            }
        }
        let codesAreSexes = hasCodes && !hasWords
        func named(_ tally: Tally, _ labels: [[String]], folded: Bool = false) -> [StatisticsCounts.Group] {
            let all = labels.enumerated().map { rank, label in
                StatisticsCounts.Group(label: label, counts: tally.group(rank, codesAreSexes: codesAreSexes))
            }
            return (folded ? Self.merged(all) : all).filter { $0.counts.cell(nil, nil, .all).count > 0 }
                .sorted { Self.precedes($0.label, $1.label) }
        }
        return StatisticsCounts(
            rows: rows, total: total.group(0, codesAreSexes: codesAreSexes),
            groups: zip(groups, labels.groups).map { named($0, $1.labels) },
            perimeters: named(perimeters, labels.perimeters.labels),
            communes: named(communes, labels.communes.labels, folded: true),
            moves: columns.second == nil ? nil : moves, persons: columns.id == nil ? nil : persons.persons.count,
            faults: faults, sexCodes: hasCodes ? codesAreSexes : nil)
    }

    private func row(_ person: Persons.Person, _ rank: Int) -> StatisticsRow {
        var row = StatisticsRow()
        row.key = persons.keys.isEmpty ? 0 : persons.keys[rank]
        (row.perimeter, row.commune, row.outcome) = (person.perimeter, person.commune, person.outcome)
        (row.sex, row.band, row.move) = (person.sex, person.band, person.move)
        return row
    }

    /// Groups whose names differ in case, accents and punctuation only are one, under the name that most have.
    private static func merged(_ groups: [StatisticsCounts.Group]) -> [StatisticsCounts.Group] {
        let byName = Dictionary(grouping: groups) { $0.label.map(ColumnNames.fold) }
        return byName.values.map { same in
            var same = same
            same.sort { a, b in
                let counts = [a, b].map { $0.counts.cell(nil, nil, .all).count }
                return counts[0] != counts[1] ? counts[0] > counts[1] : precedes(a.label, b.label)
            }
            var first = same[0]
            for other in same.dropFirst() { first.counts.add(other.counts) }
            return first
        }
    }

    /// By the folded names, then the names; what has none comes last.
    private static func precedes(_ a: [String], _ b: [String]) -> Bool {
        for (a, b) in zip(a, b) where a != b {
            if a.isEmpty != b.isEmpty { return b.isEmpty }
            let folded = (ColumnNames.fold(a), ColumnNames.fold(b))
            return folded.0 != folded.1 ? folded.0 < folded.1 : a < b
        }
        return false
    }
}

/// The counts of a file.
public struct StatisticsCounts: Sendable {
    /// A group with its name, one text for each column that makes it.
    package struct Group: Sendable {
        package var label: [String]
        package var counts: GroupCounts
    }

    /// Rows read, those left out too.
    public let rows: Int
    package let total: GroupCounts
    /// For each grouping, sorted by name.
    package let groups: [[Group]]
    /// Those inside each perimeter; the label is its code and its name.
    package let perimeters: [Group]
    package let communes: [Group]
    /// By ``Move``; nil without a second address.
    let moves: [CountSystem.Cell]?
    /// Persons that were counted once; nil without identifiers.
    package let persons: Int?
    /// What is wrong with cells.
    public let faults: StatisticsFaults
    /// Whether the codes 1 and 2 were read as men and women; nil when there are none.
    let sexCodes: Bool?
}
