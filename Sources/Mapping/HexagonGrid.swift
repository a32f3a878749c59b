public import Planar

/// A grid of equal hexagons in the metric system of a territory.
///
/// Centres lie in rows from West to East, `spacing` apart; every other row is moved by half of that. The centre of row 0 and
/// column 0 is the origin of the system, so the grid does not depend on what is counted. Grids here are conformal: on the
/// ground cells of Lambert-93 differ by up to 0.8 % in area over France.
public struct HexagonGrid: Sendable, Hashable {
    /// A cell by its row, counted northwards, and its column, counted eastwards.
    public struct Cell: Sendable, Hashable, Comparable {
        /// The row.
        public var row: Int
        /// The column.
        public var column: Int

        /// States a cell.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }

        /// From South to North, then from West to East.
        public static func < (a: Cell, b: Cell) -> Bool { (a.row, a.column) < (b.row, b.column) }
    }

    /// The distances between centres that make sense, in metres.
    public static let spacings = 10.0...100_000.0

    /// From the centre of a cell to those of its six neighbours, in metres.
    public let spacing: Double

    /// States a grid.
    ///
    /// - Precondition: `spacing` lies in ``spacings``.
    public init(spacing: Double) {
        precondition(Self.spacings.contains(spacing), "a spacing of some metres to some kilometres")
        self.spacing = spacing
    }

    private var rowHeight: Double { spacing * 3.0.squareRoot() / 2 }

    /// The cell of a point: that of the nearest centre, on a border that further South, then West. O(1).
    public func cell(of point: Point) -> Cell {
        let low = Int((point.y / rowHeight).rounded(.down))
        var nearest = Cell(row: low, column: 0), least = Double.infinity
        for row in low...low + 1 {
            let place = point.x / spacing - (row & 1 == 1 ? 0.5 : 0)
            let west = Int(place.rounded(.down))
            for column in west...west + 1 {
                let centre = self.centre(Cell(row: row, column: column))
                let (dx, dy) = (point.x - centre.x, point.y - centre.y)
                if dx * dx + dy * dy < least {
                    least = dx * dx + dy * dy
                    nearest = Cell(row: row, column: column)
                }
            }
        }
        return nearest
    }

    /// The centre of a cell, in metres.
    public func centre(_ cell: Cell) -> Point {
        Point(
            x: (Double(cell.column) + (cell.row & 1 == 1 ? 0.5 : 0)) * spacing, y: Double(cell.row) * rowHeight)
    }

    /// The border of a cell in metres, closed and counter-clockwise; neighbours share their corners to the last bit or nearly.
    public func ring(_ cell: Cell) -> [Point] {
        let centre = self.centre(cell), (half, radius) = (spacing / 2, spacing / 3.0.squareRoot())
        let corners = [
            (half, -radius / 2), (half, radius / 2), (0, radius), (-half, radius / 2), (-half, -radius / 2),
            (0, -radius),
        ]
        let ring = corners.map { Point(x: centre.x + $0.0, y: centre.y + $0.1) }
        return ring + [ring[0]]
    }
}
