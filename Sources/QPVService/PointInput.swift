import Interchange
import QPVKit

/// A CSV of weighted points, such as dwellings or inhabitants.
public struct PointInput: Sendable {
    /// The path; not standard input, since it is read once for each layer.
    public var path: String
    /// The column of weights; nil for points that weigh the same.
    public var weight: String?
    /// The columns of the positions; those of addresses are refused.
    public var columns: RowColumns

    /// States a file of points.
    public init(_ path: String, weight: String? = nil, columns: RowColumns = .coordinates(nil)) {
        (self.path, self.weight, self.columns) = (path, weight, columns)
    }

    /// Reads the points in the perimeters of an atlas.
    ///
    /// - Throws: ``RequestError`` for columns that are not there; `InterchangeError`.
    func read(in atlas: Atlas, _ context: RunContext) throws -> Population {
        let reader = try CSVReader(path: path)
        context.note(.tableRead(name: reader.name, dialect: reader.dialect))
        return try RequestError.choosingColumns(
            at: FilePlace(reader.name, line: 1), remedies: .row(takesPositions: true)
        ) {
            guard
                case .coordinates(let position) = try columns.plan(
                    ColumnNames(reader.header.names, sample: reader.firstRows(ColumnNames.sampleRows)))
            else {
                throw ColumnError.noCoordinateColumns(header: reader.header.names)
            }
            return try Population(pointsOf: reader, at: position, weight: weight, in: atlas)
        }
    }
}
