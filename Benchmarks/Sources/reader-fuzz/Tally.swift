/// What became of the files of one reader.
struct Tally {
    private(set) var files = 0
    private(set) var counts: [FuzzedReader.Reach: Int] = [:]
    private var gists: [String: Int] = [:]
    private var slowest = (seconds: 0.0, number: 0)
    private var seconds = 0.0
    private var growth = 0
    /// A sentence for each file that ended a process or took too much.
    private(set) var faults: [String] = []

    mutating func add(_ outcome: Outcome) {
        files += 1
        counts[outcome.reach, default: 0] += 1
        if !outcome.gist.isEmpty { gists[outcome.gist, default: 0] += 1 }
        seconds += outcome.seconds
        if outcome.seconds > slowest.seconds { slowest = (outcome.seconds, outcome.number) }
        growth = max(growth, outcome.growth)
    }

    mutating func add(fault: String) { faults.append(fault) }

    mutating func countFile() { files += 1 }

    static let heading =
        "| reader | files | accepted | content refused | not read | mean, ms | slowest, s | growth, MB | faults |\n"
        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|"

    /// A row of the table under ``heading``.
    func row(_ name: String) -> String {
        let shares = FuzzedReader.Reach.allCases.map { reach in
            "\(Double(1000 * (counts[reach] ?? 0) / max(files, 1)) / 10) %"
        }
        let mean = "\((10_000 * seconds / Double(max(files, 1))).rounded() / 10)"
        let slow = "\((slowest.seconds * 1000).rounded() / 1000) (\(slowest.number))"
        return "| "
            + ([name, "\(files)"] + shares + [mean, slow, "\(growth >> 20)", "\(faults.count)"]).joined(
                separator: " | ")
            + " |"
    }

    /// The most frequent reasons of refusal.
    func reasons(_ count: Int) -> [String] {
        gists.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map { "\($0.value) × \($0.key)" }
    }

    static func + (a: Tally, b: Tally) -> Tally {
        var sum = a
        sum.files += b.files
        sum.counts.merge(b.counts, uniquingKeysWith: +)
        sum.gists.merge(b.gists, uniquingKeysWith: +)
        sum.seconds += b.seconds
        sum.slowest = a.slowest.seconds < b.slowest.seconds ? b.slowest : a.slowest
        sum.growth = max(a.growth, b.growth)
        sum.faults += b.faults
        return sum
    }
}
