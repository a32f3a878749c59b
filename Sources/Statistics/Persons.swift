/// Persons by the hashes of their identifiers, each with what is believed of it.
///
/// The first row that is decided says where a person is, else the first that is uncertain; the first that is stated gives the sex
/// and the age. Two identifiers share a hash of 64 bits with a probability of n²/2⁶⁵: 3 in 100 million for a million.
/// Memory: 28 to 40 bytes a person.
package struct Persons {
    package struct Person {
        var perimeter: Int32
        var commune: Int32
        var outcome: Outcome
        var sex: Sex.Reading
        var band: UInt8
        var move: Move?
        /// Which contradictions were counted.
        var reported: UInt8 = 0
    }

    package private(set) var persons: [Person] = []
    private var hashes: [UInt64] = []
    /// The keys for noise; empty when there is none.
    package private(set) var keys: [UInt64] = []
    /// Ranks plus 1; 0 for none.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    private let hasKeys: Bool

    package init(hasKeys: Bool) { self.hasKeys = hasKeys }

    /// Takes a row and gives the rank of its person.
    package mutating func add(_ row: StatisticsRow, bands: Int, _ faults: inout StatisticsFaults) -> Int {
        var slot = Int(truncatingIfNeeded: row.id) & (slots.count - 1)
        while slots[slot] != 0 {
            let rank = Int(slots[slot]) - 1
            if hashes[rank] == row.id {
                merge(row, bands, rank, &faults)
                return rank
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        persons.append(
            Person(
                perimeter: row.perimeter, commune: row.commune, outcome: row.outcome, sex: row.sex, band: row.band,
                move: row.move))
        hashes.append(row.id)
        if hasKeys { keys.append(row.key) }
        slots[slot] = UInt32(persons.count)
        if persons.count * 2 > slots.count { grow() }
        return persons.count - 1
    }

    private mutating func merge(_ row: StatisticsRow, _ bands: Int, _ rank: Int, _ faults: inout StatisticsFaults) {
        func report(_ fault: StatisticsFault, _ bit: UInt8) {
            guard persons[rank].reported & bit == 0 else { return }
            persons[rank].reported |= bit
            faults.count(fault, line: Int(row.line))
        }
        let known = persons[rank]
        if row.outcome.rank < known.outcome.rank {
            persons[rank].outcome = row.outcome
            persons[rank].perimeter = row.perimeter
            persons[rank].commune = row.commune
            persons[rank].move = row.move
        } else if row.outcome.rank == 0,
            row.outcome.isInside != known.outcome.isInside || row.perimeter != known.perimeter
        {
            report(.idTwoVerdicts, 1)
        }
        if row.sex == .unreadable, known.sex == .missing { persons[rank].sex = .unreadable }
        if Int(row.band) > bands, Int(known.band) == bands { persons[rank].band = row.band }
        if row.sex.isStated {
            if !known.sex.isStated {
                persons[rank].sex = row.sex
            } else if known.sex != row.sex {
                report(.idTwoSexes, 2)
            }
        }
        if Int(row.band) < bands {
            if Int(known.band) >= bands {
                persons[rank].band = row.band
            } else if known.band != row.band {
                report(.idTwoBands, 4)
            }
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (rank, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(rank + 1)
        }
    }
}

extension Sex.Reading {
    fileprivate var isStated: Bool { self != .missing && self != .unreadable }
}
