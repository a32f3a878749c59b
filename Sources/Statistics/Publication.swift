package import Disclosure
import Reports

/// What is published of the counts of a file: all tables as one system of counts, so that what one hides no other tells.
///
/// A group that holds the same records as another one, or as all, is the same cells; so is a sum with one part that is not zero.
/// Counts of zero are published as they are.
package struct Publication: Sendable {
    /// A set of records that tables show.
    package enum Scope: Hashable, Sendable {
        case all
        /// The rank of a grouping and of a group in it.
        case group(Int, Int)
        case commune(Int)
        case perimeter(Int)
    }

    /// What is published of each cell of the system.
    package let published: [PublishedCount]
    /// Whether ages and sexes of groups are published: not where there is no protecting the persons in them without hiding totals.
    let hasDetail: Bool
    private let bands: Int
    private let nodes: Nodes
    private let cells: [Int32]

    package init(_ counts: StatisticsCounts, _ columns: StatisticsColumns, _ options: StatisticsOptions)
        throws(DisclosureError)
    {
        var options = options
        bands = options.bands.bands.count
        var nodes = Nodes(counts, columns, options)
        var system = CountSystem()
        var cells = nodes.fill(&system)
        var published = try options.appliedDisclosure.publish(system)
        let details = system.cells.indices.filter { system.cells[$0].detail > 0 }
        if options.hasDetail, !details.isEmpty, details.allSatisfy({ published[$0].value == nil }) {
            options.hasDetail = false
            nodes = Nodes(counts, columns, options)
            system = CountSystem()
            cells = nodes.fill(&system)
            published = try options.appliedDisclosure.publish(system)
        }
        hasDetail = options.hasDetail
        (self.nodes, self.cells, self.published) = (nodes, cells, published)
    }

    /// What is published of a count; nil counts all sexes, all bands.
    package func count(_ scope: Scope, _ kind: ShareClass, sex: Sex? = nil, band: Int? = nil) -> PublishedCount {
        published(nodes.index(scope, sex, band, kind))
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
