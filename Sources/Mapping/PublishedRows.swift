public import Disclosure
import Geodesy

/// The rows of an audited file as a map may publish them: all counts that it prints are one system, so that none gives away
/// another that is not shown.
///
/// The system is the total of rows; what adds up to it in the first layer of perimeters that the file has a verdict on; and, where
/// positions were wanted, the cells of the grid and the rows that are in none, which add up to it too. Other layers share ground with
/// the first (a group and its members, two vintages of one outline), in ways that no sum states: their counts are given only where
/// every count is. See <doc:Disclosure>.
public struct PublishedRows: Sendable {
    /// What may be shown of the counts of one layer of perimeters; see ``AuditedRows/LayerCounts``.
    package struct LayerCounts: Sendable {
        /// By the perimeter's index.
        let inside: [PublishedCount]
        let uncertain: [PublishedCount]
        let insideOthers: PublishedCount
        let uncertainOthers: PublishedCount
        let uncertainAnywhere: PublishedCount
        /// All inside, all uncertain.
        let allInside: PublishedCount
        let allUncertain: PublishedCount
        let outside: PublishedCount
        let notLocated: PublishedCount
        let unreadable: PublishedCount

        /// How many figures of perimeters are kept back.
        var withheld: Int { (inside + uncertain).count { $0.value == nil } }
    }

    /// A cell of the grid that has rows.
    package struct GridCell: Sendable {
        let territory: Territory
        let cell: HexagonGrid.Cell
        let count: PublishedCount
    }

    /// The rows counted.
    package let rows: AuditedRows
    /// The least count that is shown; 1 shows all.
    package let threshold: Int
    /// All rows of the file.
    public let total: PublishedCount
    /// Those of each layer; nil for one that the file has no verdict on, and for one beside ``onlyLayer``.
    package let layers: [LayerCounts?]
    /// The layer whose counts are given where those of others are kept back; nil where none are.
    let onlyLayer: Int?
    /// The cells of the grid, from territory to territory, South to North.
    package let cells: [GridCell]
    let withoutPosition: PublishedCount
    let withoutOnePosition: PublishedCount
    let badPositions: PublishedCount
    /// Whether cells are kept back. How many there are is not for a reader: each has one row at least.
    let hidesCells: Bool
    /// How many rows the cells that are kept back hold together; nil where that would tell a count that is not shown.
    package let rest: Int?

    /// Protects the counts of an audited file.
    ///
    /// What sums up a layer or the file is shown rather than the figure of a perimeter or a cell, as far as the two can be had.
    ///
    /// - Parameter threshold: the least count that is shown; 1 shows all.
    /// - Throws: ``DisclosureError`` when the threshold is 2.
    /// - Complexity: that of ``DisclosureControl/publish(_:)``.
    public init(_ rows: AuditedRows, threshold: Int) throws(DisclosureError) {
        (self.rows, self.threshold) = (rows, threshold)
        let (indices, published) = try Self.protected(rows, threshold: threshold)
        total = published[indices.total]
        layers = indices.layers.map { $0?.counts(published) }
        let counted = rows.layers.indices.filter { rows.layers[$0] != nil }
        onlyLayer = threshold > 1 && counted.count > 1 ? counted[0] : nil
        cells = zip(indices.places, indices.cells).map {
            GridCell(territory: $0.territory, cell: $0.cell, count: published[$1])
        }
        withoutPosition = published[indices.withoutPosition]
        withoutOnePosition = published[indices.withoutOnePosition]
        badPositions = published[indices.badPositions]
        let hidden = indices.cells.filter { published[$0].value == nil }
        hidesCells = !hidden.isEmpty
        // A reader can take what is shown from the total where all of that is shown: then, and only then, the rest tells nothing.
        let known = [total, withoutPosition, withoutOnePosition, badPositions]
        rest =
            known.allSatisfy { $0.value != nil } ? hidden.reduce(0) { $0 + indices.system.cells[$1].count } : nil
    }

    private static func protected(
        _ rows: AuditedRows, threshold: Int
    ) throws(DisclosureError) -> (Indices, [PublishedCount]) {
        guard threshold > 1 else {
            let all = Indices(rows, layers: rows.layers, hasDetails: false)
            return (all, try DisclosureControl.none.publish(all.system))
        }
        let first = rows.layers.firstIndex { $0 != nil }
        let layers = rows.layers.enumerated().map { i, counts in i == first ? counts : nil }
        let plain = Indices(rows, layers: layers, hasDetails: false)
        let detailed = Indices(rows, layers: layers, hasDetails: true)
        let suppression = try Suppression(of: detailed.system, threshold: threshold)
        // Where the sums shown leave a small count without full protection, they are hidden too.
        if suppression.isDetailShown, suppression.weak.isEmpty { return (detailed, suppression.published) }
        return (plain, try Suppression(of: plain.system, threshold: threshold).published)
    }
}

extension PublishedRows {
    /// Where each count stands in the system.
    private struct Indices {
        let system: CountSystem
        let total: Int
        let layers: [LayerIndices?]
        let places: [(territory: Territory, cell: HexagonGrid.Cell)]
        private(set) var cells: [Int] = []
        let withoutPosition: Int, withoutOnePosition: Int, badPositions: Int

        /// - Parameters:
        ///   - layers: the counts of the layers; nil for one that gets none.
        ///   - hasDetails: whether perimeters and cells are details, which hide nothing of the rest.
        init(_ rows: AuditedRows, layers counts: [AuditedRows.LayerCounts?], hasDetails: Bool) {
            var system = CountSystem(showsZeros: true)
            let total = system.add(.init(count: rows.rows))
            self.total = total
            let tables = hasDetails ? (2, 3) : (0, 0)
            layers = counts.map { $0.map { LayerIndices($0, total: total, tables, &system) } }
            let counted = Territory.allCases.flatMap { territory in
                (rows.cells[territory] ?? [:]).sorted { $0.key < $1.key }.map {
                    (territory, cell: $0.key, count: $0.value)
                }
            }
            places = counted.map { ($0.0, $0.cell) }
            cells = counted.map { system.add(.init(count: $0.count, detail: hasDetails ? 1 : 0)) }
            func add(_ count: Int) -> Int { system.add(.init(count: count, isSensitive: false)) }
            // The rows that are not located are one cell with those without a position where they are the same rows.
            let isSame = rows.options.needsPositions && rows.lacksPositionsOfUnlocatedOnly
            let notLocated = isSame ? layers.lazy.compactMap { $0?.notLocated }.first : nil
            withoutPosition = notLocated ?? add(rows.withoutPosition)
            (withoutOnePosition, badPositions) = (add(rows.withoutOnePosition), add(rows.badPositions))
            if rows.options.grid != nil {
                system.state(total: total, is: cells + [withoutPosition, withoutOnePosition, badPositions])
            }
            self.system = system
        }
    }

    /// Where the counts of a layer stand in the system.
    private struct LayerIndices {
        let inside: [Int], uncertain: [Int]
        let insideOthers: Int, uncertainOthers: Int, uncertainAnywhere: Int
        let allInside: Int, allUncertain: Int
        let outside: Int, notLocated: Int, unreadable: Int

        /// - Parameter tables: the details that the figures of perimeters are: those inside, and the uncertain ones.
        init(
            _ counts: AuditedRows.LayerCounts, total: Int, _ tables: (inside: Int, uncertain: Int),
            _ system: inout CountSystem
        ) {
            func add(_ count: Int, isSensitive: Bool = true, _ detail: Int = 0) -> Int {
                system.add(.init(count: count, isSensitive: isSensitive, detail: detail))
            }
            inside = counts.inside.map { add($0, tables.inside) }
            insideOthers = add(counts.insideOthers, tables.inside)
            allInside = add(counts.inside.reduce(counts.insideOthers, +))
            system.state(total: allInside, is: inside + [insideOthers])
            uncertain = counts.uncertain.map { add($0, tables.uncertain) }
            uncertainOthers = add(counts.uncertainOthers, tables.uncertain)
            uncertainAnywhere = add(counts.uncertainAnywhere, isSensitive: false, tables.uncertain)
            let unknown = counts.uncertainOthers + counts.uncertainAnywhere
            allUncertain = add(counts.uncertain.reduce(unknown, +), isSensitive: false)
            system.state(total: allUncertain, is: uncertain + [uncertainOthers, uncertainAnywhere])
            outside = add(counts.outside)
            notLocated = add(counts.notLocated, isSensitive: false)
            unreadable = add(counts.unreadable, isSensitive: false)
            system.state(total: total, is: [allInside, allUncertain, outside, notLocated, unreadable])
        }

        func counts(_ published: [PublishedCount]) -> LayerCounts {
            LayerCounts(
                inside: inside.map { published[$0] }, uncertain: uncertain.map { published[$0] },
                insideOthers: published[insideOthers], uncertainOthers: published[uncertainOthers],
                uncertainAnywhere: published[uncertainAnywhere], allInside: published[allInside],
                allUncertain: published[allUncertain], outside: published[outside], notLocated: published[notLocated],
                unreadable: published[unreadable])
        }
    }
}
