import Disclosure

/// Counts of one group after another, each by sex, age band and outcome.
struct Tally: Sendable {
    /// How a group's counts lie: sexes as read; bands, then ages that are not stated, then ages in no band; outcomes.
    let bands: Int
    let hasKeys: Bool
    private(set) var counts: [Int] = []
    private(set) var keys: [UInt64] = []

    static let sexes = 6

    /// How many counts a group has.
    var stride: Int { Self.sexes * slots * Outcome.allCases.count }

    private var slots: Int { bands + 2 }

    init(bands: Int, hasKeys: Bool) {
        self.bands = bands
        self.hasKeys = hasKeys
    }

    mutating func add(
        group: Int, sex: Sex.Reading, band: Int, outcome: Outcome, amount: Int, key: UInt64
    ) {
        let needed = (group + 1) * stride
        if counts.count < needed {
            counts.append(contentsOf: repeatElement(0, count: needed - counts.count))
            if hasKeys { keys.append(contentsOf: repeatElement(0, count: needed - keys.count)) }
        }
        let slot = sex.rawValue < Self.sexes ? Int(sex.rawValue) : Int(Sex.Reading.missing.rawValue)
        let place = group * stride + (slot * slots + band) * Outcome.allCases.count + outcome.rawValue
        counts[place] += amount
        if hasKeys { keys[place] &+= key }
    }

    /// The counts of a group by sex, the codes 1 and 2 read as men and women, or as unknown.
    func group(_ rank: Int, codesAreSexes: Bool) -> GroupCounts {
        var group = GroupCounts(bands: bands)
        guard counts.count >= (rank + 1) * stride else { return group }
        for sex in 0..<Self.sexes {
            let target: Sex =
                switch Sex.Reading(rawValue: UInt8(sex))! {
                case .women: .women
                case .men: .men
                case .codeOne: codesAreSexes ? .men : .unknown
                case .codeTwo: codesAreSexes ? .women : .unknown
                default: .unknown
                }
            for slot in 0..<slots {
                let band = min(slot, bands)
                for outcome in Outcome.allCases {
                    let place = rank * stride + (sex * slots + slot) * Outcome.allCases.count + outcome.rawValue
                    // Also a code among words: it is not read, but it is stated.
                    let isOddSex = target == .unknown && Sex.Reading(rawValue: UInt8(sex)) != .missing
                    if isOddSex || slot > bands {
                        group.addOther(sex: target, band: band, outcome: outcome, count: counts[place])
                    }
                    group.add(
                        sex: target, band: band, outcome: outcome, count: counts[place],
                        key: hasKeys ? keys[place] : 0)
                }
            }
        }
        return group
    }
}

/// The counts of one group by sex, age band and outcome.
package struct GroupCounts: Sendable, Hashable {
    /// How many bands there are besides the unknown one, which is the last.
    let bands: Int
    private(set) var counts: [Int]
    private(set) var keys: [UInt64]
    /// Of the counts of unknown sex or age, those of a sex that is stated and is neither of two, and of an age that is stated and lies in
    /// no band.
    private var others: [Int]

    init(bands: Int) {
        self.bands = bands
        counts = Array(repeating: 0, count: 3 * (bands + 1) * Outcome.allCases.count)
        others = counts
        keys = Array(repeating: 0, count: counts.count)
    }

    private func place(_ sex: Int, _ band: Int, _ outcome: Outcome) -> Int {
        (sex * (bands + 1) + band) * Outcome.allCases.count + outcome.rawValue
    }

    mutating func add(sex: Sex, band: Int, outcome: Outcome, count: Int, key: UInt64) {
        let place = place(sex.rawValue, band, outcome)
        counts[place] += count
        keys[place] &+= key
    }

    mutating func addOther(sex: Sex, band: Int, outcome: Outcome, count: Int) {
        others[place(sex.rawValue, band, outcome)] += count
    }

    mutating func add(_ other: GroupCounts) {
        for i in others.indices { others[i] += other.others[i] }
        for i in counts.indices {
            counts[i] += other.counts[i]
            keys[i] &+= other.keys[i]
        }
    }

    /// The count of a class over all sexes and bands.
    package func count(_ kind: ShareClass) -> Int { cell(nil, nil, kind).count }

    /// The count of a class; nil counts all sexes, all bands.
    func cell(_ sex: Sex?, _ band: Int?, _ kind: ShareClass) -> CountSystem.Cell {
        // A sex or an age that is stated is a person's, whatever it is.
        var isStated = sex != .unknown && band != bands
        var cell = CountSystem.Cell(count: 0, isSensitive: false)
        for sex in sex.map({ [$0.rawValue] }) ?? [0, 1, 2] {
            for band in band.map({ $0...$0 }) ?? 0...bands {
                for outcome in kind.outcomes {
                    let place = place(sex, band, outcome)
                    cell.count += counts[place]
                    isStated = isStated || others[place] > 0
                    cell.key &+= keys[place]
                }
            }
        }
        cell.isSensitive = kind.isSensitive && isStated
        return cell
    }
}
