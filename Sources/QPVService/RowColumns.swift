public import Geodesy
package import QPVKit

/// Which columns of a table say where its rows are.
public enum RowColumns: Sendable, Equatable {
    /// Those that are called so: of an address when there are any, else of a position.
    case found
    /// Those of an address: these, in reading order, or those that are called so when nil.
    case addresses([String]?)
    /// Two columns of coordinates in a system; the same column twice where its cells hold both.
    case position(x: String, y: String, crs: CRS)
    /// The columns of coordinates that are called so, in a system; nil is longitude and latitude, x and y in Lambert-93.
    case coordinates(CRS?)

    /// Finds the columns.
    ///
    /// - Throws: `ColumnError` when they are not there, or a name stands twice.
    package func plan(_ names: ColumnNames) throws(ColumnError) -> RowPlan {
        switch self {
        case .found: return try .found(in: names)
        case .addresses(let named?): return try .addresses(in: names, named: named)
        case .addresses(nil):
            guard let plan = try RowPlan.addresses(in: names) else { throw .noAddressColumns(header: names.header) }
            return plan
        case .position(let x, let y, let crs):
            var columns = RowPlan.CoordinateColumns(
                x: try names.column(named: x), y: try names.column(named: y), crs: crs)
            if columns.x == columns.y {
                columns.notation = .pair
            } else if names.isSexagesimal(columns.x) || names.isSexagesimal(columns.y) {
                columns.notation = .sexagesimal
            }
            return .coordinates(columns)
        case .coordinates(let crs): return try .coordinates(in: names, crs: crs)
        }
    }
}
