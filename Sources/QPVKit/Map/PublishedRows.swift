import Geodesy

/// The rows of an audited file as a map may publish them: all counts that it prints are one system, so that none gives away
/// another that is not shown.
///
/// The system is the total of rows; for each layer of perimeters what adds up to it; and, where positions were wanted, the cells of
/// the grid and the rows that are in none, which add up to it too. See <doc:Disclosure>.
public struct PublishedRows: Sendable {
    /// What may be shown of the counts of one layer of perimeters; see ``AuditedRows/LayerCounts``.
    struct LayerCounts: Sendable {
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
    struct GridCell: Sendable {
        let territory: Territory
        let cell: HexagonGrid.Cell
        let count: PublishedCount
    }

    /// The rows counted.
    let rows: AuditedRows
    /// The least count that is shown; 1 shows all.
    let threshold: Int
    /// All rows of the file.
    public let total: PublishedCount
    /// Those of each layer; nil for one that the file has no verdict on.
    let layers: [LayerCounts?]
    /// The cells of the grid, from territory to territory, South to North.
    let cells: [GridCell]
    let withoutPosition: PublishedCount
    let withoutOnePosition: PublishedCount
    let badPositions: PublishedCount
    /// How many cells are kept back, and how many rows they hold together; nil where that would tell a count that is not shown.
    let rest: (cells: Int, rows: Int?)

    /// Protects the counts of an audited file.
    ///
    /// - Parameter threshold: the least count that is shown; 1 shows all.
    /// - Throws: ``DisclosureError`` when the threshold is 2.
    /// - Complexity: that of ``DisclosureControl/publish(_:)``.
    public init(_ rows: AuditedRows, threshold: Int) throws(DisclosureError) {
        (self.rows, self.threshold) = (rows, threshold)
        var system = CountSystem()
        let total = system.add(.init(count: rows.rows))
        // Rows that are not located are the same on all layers, and those without a position: one cell where they are as many.
        var notLocated: [Int: Int] = [:]
        let layers = rows.layers.map { $0.map { LayerIndices($0, total: total, &notLocated, &system) } }

        let places = Territory.allCases.flatMap { territory in
            (rows.cells[territory] ?? [:]).sorted { $0.key < $1.key }.map { (territory, cell: $0.key, count: $0.value) }
        }
        let cells = places.map { system.add(.init(count: $0.count)) }
        let nowhere = [
            notLocated[rows.withoutPosition] ?? system.add(.init(count: rows.withoutPosition, isSensitive: false)),
            system.add(.init(count: rows.withoutOnePosition, isSensitive: false)),
            system.add(.init(count: rows.badPositions, isSensitive: false)),
        ]
        if rows.options.grid != nil { system.state(total: total, is: cells + nowhere) }

        let control: DisclosureControl = threshold > 1 ? .suppression(threshold: threshold) : .none
        let published = try control.publish(system)
        self.total = published[total]
        self.layers = layers.map { $0?.counts(published) }
        self.cells = zip(places, cells).map {
            GridCell(territory: $0.0, cell: $0.cell, count: published[$1])
        }
        (withoutPosition, withoutOnePosition) = (published[nowhere[0]], published[nowhere[1]])
        badPositions = published[nowhere[2]]
        let hidden = zip(places, self.cells).filter { $1.count.value == nil }.map(\.0.count)
        // A reader can take what is shown from the total where all of that is shown: then, and only then, the rest tells nothing.
        let isRestKnown = ([total] + nowhere).allSatisfy { published[$0].value != nil }
        rest = (hidden.count, isRestKnown ? hidden.reduce(0, +) : nil)
    }
}

extension PublishedRows {
    /// Where the counts of a layer stand in the system.
    private struct LayerIndices {
        let inside: [Int], uncertain: [Int]
        let insideOthers: Int, uncertainOthers: Int, uncertainAnywhere: Int
        let allInside: Int, allUncertain: Int
        let outside: Int, notLocated: Int, unreadable: Int

        init(
            _ counts: AuditedRows.LayerCounts, total: Int, _ notLocated: inout [Int: Int], _ system: inout CountSystem
        ) {
            func add(_ count: Int, isSensitive: Bool = true) -> Int {
                system.add(.init(count: count, isSensitive: isSensitive))
            }
            inside = counts.inside.map { add($0) }
            insideOthers = add(counts.insideOthers)
            allInside = add(counts.inside.reduce(counts.insideOthers, +))
            system.state(total: allInside, is: inside + [insideOthers])
            uncertain = counts.uncertain.map { add($0) }
            uncertainOthers = add(counts.uncertainOthers)
            uncertainAnywhere = add(counts.uncertainAnywhere, isSensitive: false)
            let unknown = counts.uncertainOthers + counts.uncertainAnywhere
            allUncertain = add(counts.uncertain.reduce(unknown, +), isSensitive: false)
            system.state(total: allUncertain, is: uncertain + [uncertainOthers, uncertainAnywhere])
            outside = add(counts.outside)
            let unlocated = notLocated[counts.notLocated] ?? add(counts.notLocated, isSensitive: false)
            notLocated[counts.notLocated] = unlocated
            self.notLocated = unlocated
            unreadable = add(counts.unreadable, isSensitive: false)
            system.state(total: total, is: [allInside, allUncertain, outside, unlocated, unreadable])
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
