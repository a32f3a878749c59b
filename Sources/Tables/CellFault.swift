/// A cell of a column of numbers that holds none.
public struct CellFault: Sendable, Equatable {
    /// Why it counts as nothing.
    public enum Kind: String, Sendable, CaseIterable {
        /// Nothing stands there.
        case empty
        /// It says that it is not known: `NC`.
        case notStated = "not_stated"
        /// It cannot be read as a number.
        case unreadable
    }

    /// Why it counts as nothing.
    public var kind: Kind
    /// The name of the column.
    public var column: String
    /// The line of the file, from 1.
    public var line: Int
    /// The cell's original text.
    public var text: String

    /// The fault of a cell; nil when it holds a number that is no percentage.
    package init?(_ cell: CellNumber, text: String, column: String, line: Int) {
        switch cell {
        case .number(.some, _): return nil
        case .empty: kind = .empty
        case .notStated: kind = .notStated
        case .number(nil, _), .unreadable: kind = .unreadable
        }
        (self.column, self.line, self.text) = (column, line, text)
    }
}
