/// A reader of published figures who tries every set of persons, for tests.
///
/// Persons are of a few kinds, and a figure counts all persons of some kinds: it is a set of bits, one a kind. The reader knows which
/// kinds each figure counts, the figures that are shown, and that zeros are always shown, so that a hidden figure is 1 at least. It knows
/// nothing of how the program chooses what to hide.
struct FigureAttacker {
    /// The kinds that a figure counts.
    typealias Figure = UInt32

    /// What is published.
    struct Figures {
        /// The figures shown.
        var shown: [Figure: Int] = [:]
        /// The figures hidden.
        var hidden: Set<Figure> = []
    }

    /// A set of persons by their kinds.
    typealias Persons = [Int]

    private let truth: Persons
    private let shown: [(figure: Figure, count: Int)]
    private let hidden: [Figure]
    private let most: [Int]

    /// A reader of the figures of persons.
    ///
    /// Of each kind twice as many persons as there are, and some more, are tried at most: what is then called derivable may in truth not be,
    /// never the other way round.
    init(_ figures: Figures, of truth: Persons) {
        self.truth = truth
        shown = figures.shown.map { ($0.key, $0.value) }.sorted { $0.0.nonzeroBitCount < $1.0.nonzeroBitCount }
        hidden = Array(figures.hidden)
        most = truth.indices.map { kind in
            figures.shown.filter { $0.key & (1 << kind) != 0 }.reduce(2 * truth[kind] + 4) { min($0, $1.value) }
        }
    }

    /// How many persons a figure counts.
    static func count(_ figure: Figure, _ persons: Persons) -> Int {
        persons.indices.reduce(0) { figure & (1 << $1) == 0 ? $0 : $0 + persons[$1] }
    }

    /// Hands over each set of persons of whom the same is published, those near the truth first, until it is told to stop.
    ///
    /// - Returns: whether it was told to stop.
    func forEachSet(_ body: (Persons) -> Bool) -> Bool {
        var persons = truth.map { _ in 0 }
        return search(0, &persons, body)
    }

    private func search(_ kind: Int, _ persons: inout Persons, _ body: (Persons) -> Bool) -> Bool {
        if kind == truth.count {
            guard hidden.allSatisfy({ Self.count($0, persons) > 0 }) else { return false }
            return body(persons)
        }
        for number in (0...most[kind]).sorted(by: { abs($0 - truth[kind]) < abs($1 - truth[kind]) }) {
            persons[kind] = number
            let isPossible = shown.allSatisfy { figure, count in
                guard figure & (1 << kind) != 0 else { return true }
                var least = 0, greatest = 0
                for other in truth.indices where figure & (1 << other) != 0 {
                    least += other <= kind ? persons[other] : 0
                    greatest += other <= kind ? persons[other] : most[other]
                }
                return least <= count && count <= greatest
            }
            if isPossible, search(kind + 1, &persons, body) { return true }
        }
        persons[kind] = 0
        return false
    }

    /// The hidden figures of which only the truth is possible.
    ///
    /// - Parameter targets: the figures that are looked for, all hidden.
    func derived(_ targets: Set<Figure>) -> Set<Figure> {
        var left = targets
        for target in targets where left.contains(target) {
            _ = forEachSet { persons in
                left = left.filter { Self.count($0, persons) == Self.count($0, truth) }
                return !left.contains(target)
            }
        }
        return left
    }
}

extension FigureAttacker {
    /// Two publications, of which a reader knows that one person came or went between them, or nobody.
    struct Comparison {
        var earlier: Figures
        var later: Figures
        let truth: (earlier: Persons, later: Persons)

        /// The hidden figures of either that only have their true value in every pair of sets that one person tells apart.
        func derived(earlier targets: Set<Figure>, later laterTargets: Set<Figure>) -> Int {
            var left = (targets, laterTargets)
            for change in changes {
                var both = earlier
                let isPossible = later.shown.allSatisfy { figure, count in
                    let before = count - FigureAttacker.count(figure, change)
                    return before >= 0 && (both.shown.updateValue(before, forKey: figure) ?? before) == before
                }
                guard isPossible else { continue }
                let attacker = FigureAttacker(both, of: truth.earlier)
                _ = attacker.forEachSet { persons in
                    let after = zip(persons, change).map(+)
                    guard after.allSatisfy({ $0 >= 0 }),
                        later.hidden.allSatisfy({ FigureAttacker.count($0, after) > 0 })
                    else { return false }
                    left.0 = left.0.filter {
                        FigureAttacker.count($0, persons) == FigureAttacker.count($0, truth.earlier)
                    }
                    left.1 = left.1.filter {
                        FigureAttacker.count($0, after) == FigureAttacker.count($0, truth.later)
                    }
                    return left.0.isEmpty && left.1.isEmpty
                }
                if left.0.isEmpty, left.1.isEmpty { break }
            }
            return left.0.count + left.1.count
        }

        /// Nobody, or one person of some kind, came or went.
        private var changes: [Persons] {
            let nobody = truth.earlier.map { _ in 0 }
            return [nobody]
                + nobody.indices.flatMap { kind in
                    [1, -1].map { by in
                        var change = nobody
                        change[kind] = by
                        return change
                    }
                }
        }
    }
}
