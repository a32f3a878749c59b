package import Disclosure
import Reports

/// What is published of the counts of a file: all tables as one system of counts, so that what one hides no other tells.
///
/// A group that holds the same records as another one, or as all, is the same cells; so is a sum with one part that is not zero.
/// Counts of zero are published as they are, so a reader takes every hidden count to be 1 at least.
package struct Publication: Sendable {
    /// A set of records that tables show.
    package enum Scope: Hashable, Sendable {
        case all
        /// The rank of a grouping and of a group in it.
        case group(Int, Int)
        case commune(Int)
        case perimeter(Int)
    }

    /// The kinds of groups that have tables of ages and sexes.
    package struct Details: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        static let groups = Details(rawValue: 1)
        static let communes = Details(rawValue: 2)
        static let perimeters = Details(rawValue: 4)
    }

    /// What is published of each cell of the system.
    package let published: [PublishedCount]
    /// The kinds of groups whose ages and sexes are published: none where nothing protects the persons in them. The other tables are
    /// the same with and without them.
    package let details: Details
    /// Whether ages and sexes that were asked for are not published.
    let lacksDetails: Bool
    private let bands: Int
    private let threshold: Int
    private let nodes: Nodes
    private let cells: [Int32]

    package init(_ counts: StatisticsCounts, _ columns: StatisticsColumns, _ options: StatisticsOptions)
        throws(DisclosureError)
    {
        bands = options.bands.bands.count
        let control = options.appliedDisclosure
        threshold = control.threshold ?? 0
        let main = Nodes(counts, columns, options, details: [])
        var system = CountSystem(lacksZeros: true)
        var best = (nodes: main, cells: main.fill(&system), published: try control.publish(system), details: Details())
        var available: Details = []
        if options.hasDetail, columns.hasAges || columns.sex != nil {
            if !counts.groups.isEmpty { available.insert(.groups) }
            if !counts.communes.isEmpty { available.insert(.communes) }
            if !counts.perimeters.isEmpty { available.insert(.perimeters) }
        }
        var tried: Details?
        for wanted in [
            available, available.subtracting(.communes), available.intersection(.perimeters),
            available.intersection(.groups),
        ]
        where !wanted.isEmpty && wanted != tried {
            tried = wanted
            let nodes = Nodes(counts, columns, options, details: wanted)
            var system = CountSystem(lacksZeros: true)
            let cells = nodes.fill(&system)
            guard let kept = Self.kept(best.published, best.cells, in: cells, system),
                let published = try control.publish(system, keeping: kept)
            else { continue }
            best = (nodes, cells, published, wanted)
            break
        }
        details = best.details
        lacksDetails = best.details != available
        (nodes, cells, published) = (best.nodes, best.cells, best.published)
    }

    /// What is published of the main cells, by the cells of a system with details too; nil when the details make one cell of two of which
    /// one is hidden, so that they would tell it.
    private static func kept(
        _ published: [PublishedCount], _ main: [Int32], in cells: [Int32], _ system: CountSystem
    ) -> [PublishedCount?]? {
        var kept = [PublishedCount?](repeating: nil, count: system.cells.count)
        for node in main.indices where main[node] >= 0 {
            let count = published[Int(main[node])], cell = Int(cells[node])
            if let other = kept[cell], (other.value == nil) != (count.value == nil) { return nil }
            kept[cell] = count
        }
        return kept
    }

    /// What is published of a count; nil counts all sexes, all bands. A count that was not made, such as one of the ages of a group without
    /// such a table, is hidden.
    package func count(_ scope: Scope, _ kind: ShareClass, sex: Sex? = nil, band: Int? = nil) -> PublishedCount {
        guard nodes.isCounted(scope, sex, band, kind) else { return .suppressedWithOthers }
        if let whole = kind.whole, published(nodes.index(scope, sex, band, whole)).value == nil {
            let parts = ShareClass.allCases.filter { $0.whole == whole }
                .map { published(nodes.index(scope, sex, band, $0)).value }
            guard whole.showsParts(parts, threshold: threshold) else { return .suppressedWithOthers }
        }
        return published(nodes.index(scope, sex, band, kind))
    }

    /// What is published of a move.
    package func count(_ move: Move) -> PublishedCount { published(nodes.index(move)) }

    private func published(_ node: Int) -> PublishedCount {
        cells[node] < 0 ? .shown(0) : published[Int(cells[node])]
    }

    /// The share inside among those decided; nil when there are none.
    package func share(_ scope: Scope, sex: Sex? = nil, band: Int? = nil) -> PublishedShare {
        PublishedShare(
            count(scope, .inside, sex: sex, band: band), of: count(scope, .decided, sex: sex, band: band),
            others: [count(scope, .outside, sex: sex, band: band)])
    }

    /// The least share among all: only those that are surely inside.
    func lower(_ scope: Scope, sex: Sex? = nil, band: Int? = nil) -> PublishedShare {
        PublishedShare(
            count(scope, .insideSure, sex: sex, band: band), of: count(scope, .all, sex: sex, band: band), others: [])
    }

    /// The largest share among all: everybody not known to be outside.
    func upper(_ scope: Scope, sex: Sex? = nil, band: Int? = nil) -> PublishedShare {
        let all = count(scope, .all, sex: sex, band: band), outside = count(scope, .outside, sex: sex, band: band)
        guard let whole = all.value, let out = outside.value else { return .suppressed }
        return PublishedShare(.shown(max(whole - out, 0)), of: all, others: [])
    }
}

/// What is published of a share: it is hidden when its numerator, its denominator or what is left is.
package enum PublishedShare: Sendable, Equatable {
    case shown(Double)
    case suppressed
    /// The denominator is zero.
    case undefined

    init(_ part: PublishedCount, of whole: PublishedCount, others: [PublishedCount]) {
        guard let part = part.value, let whole = whole.value, others.allSatisfy({ $0.value != nil }) else {
            self = .suppressed
            return
        }
        // Noise can make a part larger than its whole.
        self = whole <= 0 ? .undefined : .shown(min(max(Double(part) / Double(whole), 0), 1))
    }

    var value: Double? { if case .shown(let share) = self { share } else { nil } }

    var cell: ReportCell {
        switch self {
        case .shown(let share): .share(share)
        case .suppressed: .suppressed
        case .undefined: .unknown
        }
    }
}
