/// A table of a report.
public struct ReportTable: Sendable {
    /// A stable name for files and programs, in ASCII: `by_action`.
    public var name: String
    /// The caption.
    public var title: String
    /// What each column is.
    public var columns: [Column]
    /// The rows; each has as many cells as there are columns.
    public var rows: [Row] = []
    /// Remarks under the table.
    public var notes: [String] = []

    /// A table without rows.
    public init(name: String, title: String, columns: [Column]) {
        self.name = name
        self.title = title
        self.columns = columns
    }

    /// A column.
    public struct Column: Sendable {
        /// A stable name for programs, in ASCII: `share_inside`.
        public var name: String
        /// The heading.
        public var title: String
        /// A heading over this one and its neighbours of the same group; empty for none.
        public var group: String

        /// A column.
        public init(_ name: String, _ title: String, group: String = "") {
            self.name = name
            self.title = title
            self.group = group
        }
    }

    /// A row.
    public struct Row: Sendable {
        /// What a row is to the others.
        public enum Role: Sendable {
            /// One among many.
            case body
            /// The sum of some.
            case subtotal
            /// The sum of all.
            case total
        }

        /// What it is to the others.
        public var role: Role
        /// The cells, one a column.
        public var cells: [ReportCell]
        /// The page that the first cell leads to, relative to this one; empty for none.
        package var link = ""

        /// A row.
        public init(_ cells: [ReportCell], role: Role = .body) {
            self.cells = cells
            self.role = role
        }
    }
}

/// The value of a cell.
public enum ReportCell: Sendable, Equatable {
    /// Nothing is to stand there.
    case empty
    /// Text.
    case text(String)
    /// A count.
    case count(Int)
    /// A share, 0 to 1; shown in per cent.
    case share(Double)
    /// A difference of shares, -1 to 1; shown in points, with its sign.
    case points(Double)
    /// A measure with its decimals.
    case number(Double, decimals: Int)
    /// A difference of counts or measures, shown with its sign.
    case difference(Double, decimals: Int)
    /// Euros.
    case euros(Double)
    /// Not shown, so that nobody can be recognised.
    case suppressed
    /// Not known.
    case unknown
}
