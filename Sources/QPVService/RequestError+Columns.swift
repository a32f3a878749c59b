import Interchange
import QPVKit

extension RequestError {
    /// The columns of a table do not fit.
    ///
    /// - Parameters:
    ///   - place: where the headings are.
    ///   - remedies: what names other columns.
    static func columns(_ fault: ColumnError, at place: FilePlace, remedies: [Remedy]) -> RequestError {
        if case .unknownCRS = fault { return .usage(.columns(fault)) }
        return .badData(.columns(fault), at: place, remedies: remedies)
    }

    /// Runs a step that chooses columns of a table, and states of its faults where the headings are and what helps.
    ///
    /// - Throws: ``RequestError`` instead of `ColumnError` and `StatisticsError`; what else the step throws.
    static func choosingColumns<Value>(
        at place: FilePlace, remedies: [Remedy], _ step: () throws -> Value
    ) throws -> Value {
        do {
            return try step()
        } catch let fault as ColumnError {
            throw columns(fault, at: place, remedies: remedies)
        } catch let fault as StatisticsError {
            throw usage(.statistics(fault), file: place.file)
        }
    }
}

extension [RequestError.Remedy] {
    /// What names the columns that say where rows are.
    ///
    /// - Parameter takesPositions: whether the request can do with coordinates.
    static func row(takesPositions: Bool) -> [RequestError.Remedy] {
        takesPositions ? [.nameAddressColumns, .nameCoordinateColumns] : [.nameAddressColumns]
    }
}
