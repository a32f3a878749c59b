import Disclosure

/// The counts that tables show or that follow from them, and which are sums of which.
struct Nodes: Sendable {
    private struct Place: Sendable {
        let scope: Publication.Scope
        let counts: GroupCounts
        let hasDetail: Bool
    }

    private let bands: Int
    private let hasSexes: Bool
    private let hasBands: Bool
    private var places: [Place] = []
    private var ranks: [Publication.Scope: Int] = [:]
    private let moves: [CountSystem.Cell]
    /// Which groupings are finer than which.
    private let finer: [(coarse: Int, fine: Int, columns: [Int])]
    private let groups: [[StatisticsCounts.Group]]
    /// Counts from 1 to below this are small; 0 where none is hidden.
    private let threshold: Int

    /// - Parameter details: which kinds of groups have their ages and sexes among the counts.
    init(
        _ counts: StatisticsCounts, _ columns: StatisticsColumns, _ options: StatisticsOptions,
        details: Publication.Details
    ) {
        threshold = options.appliedDisclosure.threshold ?? 0
        bands = options.bands.bands.count
        hasSexes = columns.sex != nil
        hasBands = columns.hasAges
        moves = counts.moves ?? []
        groups = counts.groups
        var finer: [(Int, Int, [Int])] = []
        for (coarse, some) in columns.by.enumerated() {
            for (fine, more) in columns.by.enumerated() where Set(some).isStrictSubset(of: more) {
                finer.append((coarse, fine, some.map { more.firstIndex(of: $0)! }))
            }
        }
        self.finer = finer
        add(.all, counts.total, true)
        for (grouping, groups) in counts.groups.enumerated() {
            for (rank, group) in groups.enumerated() {
                add(.group(grouping, rank), group.counts, details.contains(.groups))
            }
        }
        for (rank, group) in counts.communes.enumerated() {
            add(.commune(rank), group.counts, details.contains(.communes))
        }
        for (rank, group) in counts.perimeters.enumerated() {
            add(.perimeter(rank), group.counts, details.contains(.perimeters))
        }
    }

    private mutating func add(_ scope: Publication.Scope, _ counts: GroupCounts, _ hasDetail: Bool) {
        ranks[scope] = places.count
        places.append(Place(scope: scope, counts: counts, hasDetail: hasDetail && (hasSexes || hasBands)))
    }

    private static let classes = ShareClass.allCases.count

    /// How many counts a scope has: three sexes and all, bands, unknown and all, the classes.
    private var stride: Int { 4 * (bands + 2) * Self.classes }

    func index(_ scope: Publication.Scope, _ sex: Sex?, _ band: Int?, _ kind: ShareClass) -> Int {
        index(ranks[scope]!, sex?.rawValue ?? 3, band ?? bands + 1, kind.rawValue)
    }

    func index(_ move: Move) -> Int { places.count * stride + Int(move.rawValue) }

    private func index(_ place: Int, _ sex: Int, _ band: Int, _ kind: Int) -> Int {
        place * stride + (sex * (bands + 2) + band) * Self.classes + kind
    }

    /// Puts the counts into a system and states what adds up; gives the cell of each, -1 for those that are zero.
    func fill(_ system: inout CountSystem) -> [Int32] {
        var values = Array(
            repeating: CountSystem.Cell(count: 0, isSensitive: false), count: places.count * stride + moves.count)
        for (place, scope) in places.enumerated() {
            for sex in sexes(scope) {
                for band in bands(scope) {
                    for kind in classes(scope) {
                        var cell = scope.counts.cell(
                            Sex(rawValue: sex), band > bands ? nil : band, ShareClass(rawValue: kind)!)
                        if scope.scope != .all, sex < 3 || band <= bands { cell.detail = place }
                        values[index(place, sex, band, kind)] = cell
                    }
                    if scope.scope == .all || (sex == 3 && band > bands) { protectParts(place, sex, band, &values) }
                }
            }
        }
        for (rank, move) in moves.enumerated() { values[places.count * stride + rank] = move }
        let sums = sums(values)
        var same = Links(count: values.count)
        for sum in sums where sum.parts.count == 1 { same.join(sum.total, sum.parts[0]) }
        joinEqualScopes(&same)
        var isSensitive = [Bool](repeating: false, count: values.count)
        var details = values.map(\.detail)
        for node in values.indices {
            let root = same.root(node)
            isSensitive[root] = isSensitive[root] || values[node].isSensitive
            details[root] = min(details[root], values[node].detail)
        }
        var cells = [Int32](repeating: -1, count: values.count)
        for node in values.indices where values[node].count > 0 {
            let root = same.root(node)
            if cells[root] < 0 {
                var cell = values[root]
                (cell.isSensitive, cell.detail) = (isSensitive[root], details[root])
                cells[root] = Int32(system.add(cell))
            }
            cells[node] = cells[root]
        }
        var stated: Set<[Int32]> = []
        for sum in sums where sum.parts.count > 1 {
            let parts = sum.parts.map { cells[$0] }.sorted()
            if stated.insert([cells[sum.total]] + parts).inserted {
                system.state(total: Int(cells[sum.total]), is: parts.map(Int.init))
            }
        }
        return cells
    }

    /// Makes the parts of a small count as sensitive as it is, where they cannot be shown beside it.
    private func protectParts(_ place: Int, _ sex: Int, _ band: Int, _ values: inout [CountSystem.Cell]) {
        for whole in [ShareClass.inside, .all] {
            let cell = values[index(place, sex, band, whole.rawValue)]
            guard cell.isSensitive, cell.count > 0, cell.count < threshold else { continue }
            let parts = ShareClass.allCases.filter { $0.whole == whole }
                .map { index(place, sex, band, $0.rawValue) }
            if whole.showsParts(parts.map { values[$0].count }, threshold: threshold) { continue }
            for part in parts { values[part].isSensitive = true }
        }
    }

    /// Whether a count is in the system, or is zero and would be.
    func isCounted(_ scope: Publication.Scope, _ sex: Sex?, _ band: Int?, _ kind: ShareClass) -> Bool {
        guard let rank = ranks[scope] else { return false }
        return isCounted(places[rank], sex?.rawValue ?? 3, band ?? bands + 1, kind.rawValue)
    }

    private func isCounted(_ place: Place, _ sex: Int, _ band: Int, _ kind: Int) -> Bool {
        sexes(place).contains(sex) && bands(place).contains(band) && classes(place).contains(kind)
    }

    private func sexes(_ place: Place) -> [Int] { place.hasDetail && hasSexes ? [0, 1, 2, 3] : [3] }

    private func bands(_ place: Place) -> [Int] { place.hasDetail && hasBands ? Array(0...bands + 1) : [bands + 1] }

    /// What is counted of a scope: every class, but of a perimeter only those inside. Much of it is in no table, such as the sure among the
    /// women of a group, and yet adds up: who knows that all women are sure and how many of a group are sure knows its women.
    private func classes(_ place: Place) -> [Int] {
        let classes: [ShareClass] =
            switch place.scope {
            case .perimeter: [.insideSure, .insideProbable, .inside]
            case .all, .group, .commune: ShareClass.allCases
            }
        return classes.map(\.rawValue)
    }

    /// All sums with the parts that are not zero.
    private func sums(_ values: [CountSystem.Cell]) -> [CountSystem.Sum] {
        var sums: [CountSystem.Sum] = []
        func add(_ total: Int, _ parts: [Int]) {
            guard values[total].count > 0 else { return }
            sums.append(CountSystem.Sum(total: total, parts: parts.filter { values[$0].count > 0 }))
        }
        for (rank, place) in places.enumerated() {
            let sexes = sexes(place), bands = bands(place)
            for kind in classes(place) {
                for band in bands where sexes.count > 1 {
                    add(index(rank, 3, band, kind), (0..<3).map { index(rank, $0, band, kind) })
                }
                for sex in sexes where bands.count > 1 {
                    add(
                        index(rank, sex, self.bands + 1, kind), (0...self.bands).map { index(rank, sex, $0, kind) })
                }
            }
            for sex in sexes {
                for band in bands {
                    let classes = Set(classes(place))
                    for sum in ShareClass.sums
                    where classes.isSuperset(of: sum.parts.map(\.rawValue)) && classes.contains(sum.total.rawValue) {
                        add(
                            index(rank, sex, band, sum.total.rawValue),
                            sum.parts.map { index(rank, sex, band, $0.rawValue) })
                    }
                }
            }
        }
        for (total, parts) in partitions { addUp(total, parts, values, &sums) }
        if !moves.isEmpty {
            for kind in [ShareClass.inside, .outside, .uncertain, .notLocated] {
                add(index(.all, nil, nil, kind), Move.allCases.filter { $0.from == kind }.map(index))
            }
        }
        return sums
    }

    /// Scopes that are divided into others.
    private var partitions: [(total: Int, parts: [Int])] {
        func ranks(_ scopes: some Sequence<Publication.Scope>) -> [Int] { scopes.map { self.ranks[$0]! } }
        var found = groups.enumerated().map { grouping, groups in
            (0, ranks(groups.indices.map { .group(grouping, $0) }))
        }
        for kind in [0, 1] {
            let parts = places.indices.filter { place in
                switch places[place].scope {
                case .commune: kind == 0
                case .perimeter: kind == 1
                default: false
                }
            }
            found.append((0, parts))
        }
        for link in finer {
            let members = Dictionary(grouping: groups[link.fine].indices) { rank in
                link.columns.map { groups[link.fine][rank].label[$0] }
            }
            for (rank, group) in groups[link.coarse].enumerated() {
                found.append(
                    (
                        self.ranks[.group(link.coarse, rank)]!,
                        ranks((members[group.label] ?? []).map { .group(link.fine, $0) })
                    ))
            }
        }
        return found.filter { !$0.1.isEmpty }
    }

    /// States each count of a scope as the sum over its parts, where it is: a person can be in several groups.
    private func addUp(
        _ total: Int, _ parts: [Int], _ values: [CountSystem.Cell], _ sums: inout [CountSystem.Sum]
    ) {
        let shape = places[parts[0]]
        for sex in sexes(shape) {
            for band in bands(shape) {
                for kind in classes(shape) {
                    let whole = index(total, sex, band, kind)
                    let all = parts.map { index($0, sex, band, kind) }.filter { values[$0].count > 0 }
                    let sum = all.reduce(0) { $0 + values[$1].count }
                    guard values[whole].count > 0, values[whole].count == sum else { continue }
                    sums.append(CountSystem.Sum(total: whole, parts: all))
                }
            }
        }
    }

    /// Scopes of different kinds with the same counts everywhere are taken for the same records: what holds of one such cell may hold of
    /// both, so this hides too much at worst.
    private func joinEqualScopes(_ same: inout Links) {
        var known: [GroupCounts: [(first: Int, kinds: Set<Int>)]] = [:]
        for (rank, place) in places.enumerated() where place.counts.cell(nil, nil, .all).count > 0 {
            let kind = place.scope.kind
            // Two groups of one kind are never the same records.
            guard let cluster = known[place.counts]?.firstIndex(where: { !$0.kinds.contains(kind) }) else {
                known[place.counts, default: []].append((rank, [kind]))
                continue
            }
            known[place.counts]![cluster].kinds.insert(kind)
            let other = known[place.counts]![cluster].first
            for sex in sexes(place) {
                for band in bands(place) {
                    // One of both may have no ages and sexes.
                    for kind in classes(place) where isCounted(places[other], sex, band, kind) {
                        same.join(index(rank, sex, band, kind), index(other, sex, band, kind))
                    }
                }
            }
        }
    }
}

extension Publication.Scope {
    /// What its groups are: those of one kind have no record in common, unless persons are in several.
    fileprivate var kind: Int {
        switch self {
        case .all: -3
        case .commune: -2
        case .perimeter: -1
        case .group(let grouping, _): grouping
        }
    }
}

/// Which nodes are one.
private struct Links {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

    mutating func root(_ node: Int) -> Int {
        var node = node
        while parents[node] != node {
            parents[node] = parents[Int(parents[node])]
            node = Int(parents[node])
        }
        return node
    }

    mutating func join(_ a: Int, _ b: Int) {
        let roots = (root(a), root(b))
        if roots.0 != roots.1 { parents[max(roots.0, roots.1)] = Int32(min(roots.0, roots.1)) }
    }
}
