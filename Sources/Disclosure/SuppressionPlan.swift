/// Which cells are hidden, and the witnesses that say why that is enough.
struct SuppressionPlan {
    private var search: WitnessSearch
    private let primaries: [Int]
    private let effort: Int
    /// The tables that protect, none in places given up.
    private(set) var witnesses: [Witness?] = []
    /// By cell, how many witnesses change it: those that convince a reader who knows which are small, and all.
    private var firm: [Int32]
    private var all: [Int32]
    private var needsFirm: [Bool]
    /// Which cells need a witness of their own: small counts, and whatever else stays hidden come what may.
    private var isBound: [Bool]

    /// What is hidden.
    var hidden: [Bool] { search.hidden }
    /// The small counts without a witness that convinces a reader who knows which are small.
    var weak: [Int] { primaries.filter { firm[$0] == 0 } }
    /// What hiding the others loses.
    var loss: Int {
        search.counts.indices.reduce(0) { sum, cell in
            guard search.hidden[cell], !isPrimary(cell) else { return sum }
            return sum + search.loss(ofHiding: cell)
        }
    }

    /// The best of a few plans, each from another order of the small counts; only one for a large system.
    static func best(for system: CountSystem, threshold: Int) -> SuppressionPlan {
        let primaries = system.cells.indices.filter { system.cells[$0].isSmall(below: threshold) }
        let tries = max(1, min(4, 400 / max(1, primaries.count)))
        var best: SuppressionPlan?
        for turn in 0..<tries {
            var order = primaries
            if turn % 2 == 1 { order.reverse() }
            if turn >= 2 { order.sort { (-system.cells[$0].count, $0) < (-system.cells[$1].count, $1) } }
            if turn == 3 { order.reverse() }
            let plan = SuppressionPlan(system, threshold: threshold, order: order)
            let isBetter = best.map { (plan.weak.count, plan.loss) < ($0.weak.count, $0.loss) } ?? true
            if isBetter { best = plan }
        }
        return best!
    }

    private init(_ system: CountSystem, threshold: Int, order: [Int]) {
        search = WitnessSearch(system, threshold: threshold)
        primaries = order.sorted()
        effort = max(200, min(4_000, 400_000 / max(1, order.count)))
        firm = [Int32](repeating: 0, count: system.cells.count)
        all = firm
        needsFirm = search.hidden
        isBound = search.isSmall
        for cell in order where firm[cell] == 0 {
            if let witness = search.witness(for: cell, .knowsWhich, .init(steps: effort))
                ?? search.witness(for: cell, .knowsWhich, .init(steps: effort, urgency: 14))
            {
                take(witness)
            } else {
                needsFirm[cell] = false
            }
        }
        for cell in order where all[cell] == 0 {
            take(
                search.witness(for: cell, .knowsNot, .init(steps: effort))
                    ?? search.witness(for: cell, .knowsNot, .init(steps: 20 * effort, urgency: 14)) ?? double(cell))
        }
        for cell in order where firm[cell] > 0 { needsFirm[cell] = true }
        showAgain()
    }

    /// Hides what details need, and nothing more of the rest; nil when that does not do.
    ///
    /// A small count that nothing protects has all of its table hidden first. What is hidden of the rest has a witness here too, so that no
    /// detail tells it.
    ///
    /// - Parameter around: what of the rest is hidden anyway; of the details, anything.
    init?(detailsOf system: CountSystem, threshold: Int, around: [Bool]) {
        search = WitnessSearch(system, threshold: threshold)
        primaries = system.cells.indices.filter { system.cells[$0].isSmall(below: threshold) }
        effort = max(200, min(4_000, 400_000 / max(1, primaries.count)))
        firm = [Int32](repeating: 0, count: system.cells.count)
        all = firm
        needsFirm = search.hidden
        isBound = search.isSmall
        for cell in system.cells.indices where system.cells[cell].detail == 0 {
            search.hidden[cell] = around[cell]
            search.isFixed[cell] = !around[cell]
            isBound[cell] = around[cell]
            // Shown already, and a small count of the details as well.
            if search.isSmall[cell], !around[cell] { return nil }
        }
        let bound = system.cells.indices.filter { isBound[$0] }
        let tables = Dictionary(grouping: system.cells.indices) { system.cells[$0].detail }
        for cell in primaries where firm[cell] == 0 {
            guard let witness = search.witness(for: cell, .knowsWhich, .init(steps: effort, urgency: 14)) else {
                needsFirm[cell] = false
                continue
            }
            take(witness)
        }
        for cell in bound where all[cell] == 0 {
            var witness = search.witness(for: cell, .knowsNot, .init(steps: effort, urgency: 14))
            let table = system.cells[cell].detail
            if witness == nil {
                if table > 0 { for other in tables[table]! { search.hidden[other] = true } }
                witness = search.witness(for: cell, .knowsNot, .init(steps: 4 * effort, urgency: 14))
            }
            guard let witness else { return nil }
            take(witness)
        }
        for cell in primaries where firm[cell] > 0 { needsFirm[cell] = true }
        for cell in system.cells.indices where all[cell] == 0 && !isBound[cell] { search.hidden[cell] = false }
        showAgain()
    }

    /// Gives each hidden cell a witness without zeros: those of readers who do not know that zeros are shown may have some.
    ///
    /// - Parameter isLast: whether all that hangs together with a cell may be hidden where nothing else does.
    /// - Returns: whether each has one.
    mutating func coverWithoutZeros(isLast: Bool) -> Bool {
        search.showsZeros = true
        var isCovered = [Bool](repeating: false, count: search.counts.count)
        func cover(_ witness: Witness) {
            guard witness.changes.allSatisfy({ search.counts[$0.cell] + $0.by > 0 }) else { return }
            for change in witness.changes { isCovered[change.cell] = true }
        }
        for case let witness? in witnesses { cover(witness) }
        for cell in search.counts.indices where search.hidden[cell] && !isCovered[cell] {
            let found =
                search.witness(for: cell, .knowsNot, in: .hiddenBut(-1), .init(steps: effort, urgency: 14))
                ?? search.witness(for: cell, .knowsNot, .init(steps: effort))
                ?? search.witness(for: cell, .knowsNot, .init(steps: 4 * effort, urgency: 14))
                ?? (isLast ? double(cell) : nil)
            guard let found else { return false }
            take(found)
            cover(found)
        }
        return true
    }

    private func isPrimary(_ cell: Int) -> Bool { search.isSmall[cell] }

    private func isCovered(_ cell: Int) -> Bool { needsFirm[cell] ? firm[cell] > 0 : all[cell] > 0 }

    private mutating func take(_ witness: Witness) {
        witnesses.append(witness)
        count(witness, 1)
        for change in witness.changes { search.hidden[change.cell] = true }
    }

    private mutating func count(_ witness: Witness, _ by: Int32) {
        for change in witness.changes {
            all[change.cell] += by
            if witness.reader == .knowsWhich { firm[change.cell] += by }
        }
    }

    /// The last resort: everything that hangs together with a cell hidden. Twice every count adds up as well.
    private func double(_ cell: Int) -> Witness {
        var changes = [Witness.Change(cell: cell, by: search.counts[cell])]
        var seen: Set<Int> = [cell]
        var seenSums: Set<Int> = []
        var at = 0
        while at < changes.count {
            for sum in search.graph.sums(ofCell: changes[at].cell) where seenSums.insert(Int(sum.index)).inserted {
                for member in search.graph.members(ofSum: Int(sum.index)) {
                    let other = Int(member.index)
                    guard search.counts[other] > 0, seen.insert(other).inserted else { continue }
                    changes.append(.init(cell: other, by: search.counts[other]))
                }
            }
            at += 1
        }
        return Witness(reader: .knowsNot, changes: changes)
    }

    /// Shows again, the dearest first, each count that the small ones can do without.
    private mutating func showAgain() {
        var users: [Int: [Int]] = [:]
        for (number, witness) in witnesses.enumerated() {
            for change in witness!.changes where !isBound[change.cell] {
                users[change.cell, default: []].append(number)
            }
        }
        let others = users.keys.sorted { (-search.loss(ofHiding: $0), $0) < (-search.loss(ofHiding: $1), $1) }
        var left = 20 * effort
        for cell in others where left > 0 {
            let dropped = (users[cell] ?? []).filter { witnesses[$0] != nil }
            guard dropped.count <= 16 else { continue }
            let old = dropped.map { witnesses[$0]! }
            for witness in old { count(witness, -1) }
            var replacements: [Witness] = []
            var works = true
            for change in old.flatMap(\.changes) where isBound[change.cell] && !isCovered(change.cell) {
                let reader: Witness.Reader = needsFirm[change.cell] ? .knowsWhich : .knowsNot
                left -= 1
                guard
                    let other = search.witness(
                        for: change.cell, reader, in: .hiddenBut(cell), .init(steps: effort / 4))
                else {
                    works = false
                    break
                }
                replacements.append(other)
                count(other, 1)
            }
            guard works else {
                for witness in replacements { count(witness, -1) }
                for witness in old { count(witness, 1) }
                continue
            }
            for number in dropped { witnesses[number] = nil }
            for witness in replacements {
                for change in witness.changes where !isBound[change.cell] {
                    users[change.cell, default: []].append(witnesses.count)
                }
                witnesses.append(witness)
            }
            search.hidden[cell] = false
            for change in old.flatMap(\.changes) where all[change.cell] == 0 && !isBound[change.cell] {
                search.hidden[change.cell] = false
            }
        }
    }
}
