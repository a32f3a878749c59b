import Geodesy
import Interchange
package import Planar
import Tables

extension RowPlan.CoordinateColumns {
    /// The position of a row whose cells are no plain numbers; NaN where there is none.
    ///
    /// Two numbers of one cell are latitude and longitude, as portals write them, or longitude and latitude where only that is a
    /// place in France.
    func pair(of record: borrowing TableRow) -> CSVNumberPair {
        let row = copy record
        let point = point { row.text($0) }
        return CSVNumberPair(
            x: point?.x ?? .nan, y: point?.y ?? .nan, cellCount: Int32(record.count), xText: .none, yText: .none)
    }

    /// The same of the texts of a row; nil where they are empty.
    package func point(_ cell: (Int) -> String) -> Point? {
        let first = cell(x)
        if notation != .pair {
            let second = cell(y)
            if first.isEmpty, second.isEmpty { return nil }
            return Point(
                x: CoordinateText.degrees(first) ?? .nan, y: CoordinateText.degrees(second) ?? .nan)
        }
        if first.isEmpty { return nil }
        guard let found = CoordinateText.pair(first) else { return Point(x: .nan, y: .nan) }
        let isAsWritten =
            found.xFirst
            || Territory.containing(longitude: found.y, latitude: found.x) == nil
                && Territory.containing(longitude: found.x, latitude: found.y) != nil
        return isAsWritten ? Point(x: found.x, y: found.y) : Point(x: found.y, y: found.x)
    }
}
