public import Gazetteer
package import Geodesy
public import Interchange
public import Perimeters
package import Planar
import Tables
import Threads
public import Verdicts

/// Gives every row of a CSV its nearest places: the row's own cells unchanged, then the new columns.
///
/// Order is kept, every row comes out, and neither the bytes of the output nor the memory used depend on how many threads work or how
/// long the file is. Distances are straight lines in metres of the metric CRS of the row's territory; places of other territories are
/// none.
public struct NearestPlaces: Sendable {
    /// The perimeters, of which the nearest is told too; an empty atlas for none.
    public let atlas: Atlas
    /// The places.
    public let places: Places
    /// How many places a row gets.
    public let count: Int
    /// The addresses known; needed by ``RowPlan/addresses(_:)``.
    public let gazetteer: Gazetteer?
    /// Radii and the least score.
    public let options: Examiner.Options
    private let indices: [Territory: (index: PointIndex, items: [Int])]

    /// How many rows came out, and of how many nothing could be said.
    public struct Summary: Sendable, Equatable {
        /// All rows.
        public internal(set) var rows = 0
        /// Rows without a place of their own, by reason.
        public internal(set) var notLocated: [Verdict.Reason: Int] = [:]
        /// Rows with a place that is not their own but that of their street, or between their neighbours, by reason.
        public internal(set) var approximate: [Verdict.Reason: Int] = [:]
        /// Rows in a territory that has none of the places.
        public internal(set) var withoutPlace = 0
    }

    /// What stands in `nearest_reason` of a row in a territory that has none of the places.
    public static let withoutPlace = "territory_without_place"

    /// Indexes the places. O(n log n).
    public init(
        atlas: Atlas, places: Places, count: Int, gazetteer: Gazetteer?, options: Examiner.Options = .init()
    ) {
        self.atlas = atlas
        self.places = places
        self.count = count
        self.gazetteer = gazetteer
        self.options = options
        let byTerritory = Dictionary(grouping: places.items.indices) { places.items[$0].territory }
        indices = byTerritory.mapValues { items in
            (PointIndex(items.map { places.items[$0].position }), items)
        }
    }

    /// The nearest places to a position in metres of a territory's CRS, nearest first, by line of the file where they are equally
    /// near. O(log n + count).
    package func nearest(to position: Point, in territory: Territory) -> [(item: Int, distance: Double)] {
        guard let (index, items) = indices[territory] else { return [] }
        return index.nearest(count, to: position).map { (items[$0.index], $0.distance) }
    }

    /// The names of the columns appended to a header; a name that the file already has gets the first free number.
    public func columnNames(after header: [String]) -> [String] {
        let ofPlaces = (1...count).flatMap { rank in
            ["id", "name", "category", "distance_m", "direction", "bearing"].map { "nearest_\(rank)_\($0)" }
        }
        return ColumnNames.free(
            ofPlaces + ["nearest_perimeter_code", "nearest_perimeter_distance_m", "nearest_reason"], after: header)
    }

    /// Runs over a file.
    ///
    /// - Parameters:
    ///   - reader: the file, its header read.
    ///   - plan: which columns say where the rows are.
    ///   - threads: how many batches are under way at once.
    ///   - write: takes the output's bytes, in order.
    ///   - progress: told the rows done so far, after each batch.
    /// - Throws: errors of reading, writing and projecting; what was written until then is to be thrown away.
    public func run(
        _ reader: any TableReader, plan: RowPlan, threads: Int, write: (OutputBuffer) throws -> Void,
        progress: (Int) -> Void = { _ in }
    ) async throws -> Summary {
        let width = reader.header.names.count
        let dialect = reader.dialect
        let workers = WorkerPool { try NearestWorker(self, plan: plan, width: width, dialect: dialect) }
        var writer = CSVWriter(dialect: dialect)
        writer.appendHeader(of: reader, then: columnNames(after: reader.header.names))
        try write(writer.output)
        var summary = Summary()
        try await orderedPipeline(width: threads) {
            try reader.nextBatch()
        } transform: { batch in
            try workers.withWorker { try $0.run(batch) }
        } emit: { result in
            try write(result.bytes)
            summary.add(result.summary)
            progress(summary.rows)
        }
        return summary
    }
}

extension NearestPlaces.Summary {
    package mutating func add(_ other: Self) {
        rows += other.rows
        withoutPlace += other.withoutPlace
        notLocated.merge(other.notLocated, uniquingKeysWith: +)
        approximate.merge(other.approximate, uniquingKeysWith: +)
    }
}
