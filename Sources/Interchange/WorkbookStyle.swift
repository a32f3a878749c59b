/// How a cell of a workbook looks.
public struct WorkbookStyle: Sendable, Hashable {
    /// A line along an edge of a cell.
    public enum Edge: Sendable, Hashable {
        /// Above.
        case top
        /// Below.
        case bottom
    }

    /// The number format as Excel stores it, in its English form: `#,##0`, `0.0%`; nil for the general one.
    public var numberFormat: String?
    /// Whether the letters are bold.
    public var isBold = false
    /// Whether the letters are italic.
    public var isItalic = false
    /// The size of the letters in points.
    public var size = 11.0
    /// The colour of the letters, 0xRRGGBB.
    public var color: UInt32 = 0
    /// The colour of the cell, 0xRRGGBB; nil for none.
    public var fill: UInt32?
    /// Whether the content is set to the right.
    public var isRight = false
    /// Whether a long text goes on in more lines.
    public var isWrapped = false
    /// Thin lines along the cell.
    public var edges: Set<Edge> = []

    /// An ordinary cell.
    public init(numberFormat: String? = nil) { self.numberFormat = numberFormat }
}
