import QPVKit

/// A reader who wants to find what is hidden, for tests: a complete search of whole numbers by narrowing of bounds, which shares nothing
/// with the library but the tables.
struct Attacker {
    let system: CountSystem
    let hidden: [Bool]
    private var lows: [Int]
    private var highs: [Int]
    private let cellSums: [[Int]]

    /// A reader who knows what is shown and all sums; and, of what is hidden, either only that it is not negative, or also which counts
    /// are from 1 to below the threshold and that the rest are not.
    ///
    /// Values above twice the truth and the threshold are not tried: what is then called derivable may in truth not be, never the other
    /// way round.
    init(_ system: CountSystem, hidden: [Bool], threshold: Int, knowsWhich: Bool) {
        self.system = system
        self.hidden = hidden
        let counts = system.cells.map(\.count)
        lows = counts
        highs = counts
        for cell in counts.indices where hidden[cell] {
            let isSmall = counts[cell] > 0 && counts[cell] < threshold
            lows[cell] = !knowsWhich ? 0 : isSmall ? 1 : counts[cell] == 0 ? 0 : threshold
            highs[cell] =
                !knowsWhich ? 2 * counts[cell] + threshold : isSmall ? threshold - 1 : 2 * counts[cell] + threshold
            if knowsWhich, counts[cell] == 0 { highs[cell] = 0 }
        }
        var cellSums = [[Int]](repeating: [], count: counts.count)
        for (number, sum) in system.sums.enumerated() {
            for cell in [sum.total] + sum.parts { cellSums[cell].append(number) }
        }
        self.cellSums = cellSums
    }

    /// Whether only the truth is possible in a cell.
    func derives(_ cell: Int) -> Bool {
        let count = system.cells[cell].count
        var above = self
        above.lows[cell] = max(lows[cell], count + 1)
        if above.isPossible(from: cell) { return false }
        var below = self
        below.highs[cell] = min(highs[cell], count - 1)
        return !below.isPossible(from: cell)
    }

    private mutating func isPossible(from cell: Int) -> Bool {
        guard lows[cell] <= highs[cell], narrow(from: [cell]) else { return false }
        guard
            let open = lows.indices.filter({ lows[$0] < highs[$0] }).min(by: {
                highs[$0] - lows[$0] < highs[$1] - lows[$1]
            })
        else { return true }
        let count = system.cells[open].count
        for value in (lows[open]...highs[open]).sorted(by: { abs($0 - count) < abs($1 - count) }) {
            var next = self
            next.lows[open] = value
            next.highs[open] = value
            if next.isPossible(from: open) { return true }
        }
        return false
    }

    private mutating func narrow(from cells: [Int]) -> Bool {
        var waiting = cells
        while let cell = waiting.popLast() {
            for number in cellSums[cell] {
                let sum = system.sums[number]
                let members = [(sum.total, -1)] + sum.parts.map { ($0, 1) }
                let least = members.reduce(0) { $0 + ($1.1 > 0 ? lows[$1.0] : -highs[$1.0]) }
                let most = members.reduce(0) { $0 + ($1.1 > 0 ? highs[$1.0] : -lows[$1.0]) }
                if least > 0 || most < 0 { return false }
                for (member, sign) in members {
                    let restLeast = least - (sign > 0 ? lows[member] : -highs[member])
                    let restMost = most - (sign > 0 ? highs[member] : -lows[member])
                    let (low, high) = sign > 0 ? (-restMost, -restLeast) : (restLeast, restMost)
                    guard low > lows[member] || high < highs[member] else { continue }
                    lows[member] = max(lows[member], low)
                    highs[member] = min(highs[member], high)
                    if lows[member] > highs[member] { return false }
                    waiting.append(member)
                }
            }
        }
        return true
    }
}
