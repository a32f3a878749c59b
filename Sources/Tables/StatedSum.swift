/// A sum of what cells state, with how many of them state nothing: those are missing from it, never zeros in it.
public struct StatedSum: Sendable, Equatable {
    /// The sum of the cells that hold a number.
    public private(set) var value = 0.0
    /// Number of cells with a number.
    public private(set) var cells = 0
    /// How many are empty, or say that it is not known.
    public private(set) var silent = 0
    /// How many hold something that is no number.
    public private(set) var unreadable = 0

    /// An empty sum: no cell has been added yet.
    public init() {}

    /// Adds a cell; a percentage alone is no amount.
    public mutating func add(_ cell: CellNumber) {
        switch cell {
        case .number(let number?, _):
            value += number
            cells += 1
        case .empty, .notStated: silent += 1
        case .number(nil, _), .unreadable: unreadable += 1
        }
    }

    /// Adds another sum.
    public mutating func add(_ other: StatedSum) {
        value += other.value
        cells += other.cells
        silent += other.silent
        unreadable += other.unreadable
    }

    /// Whether something was asked and nothing stated.
    public var isUnknown: Bool { cells == 0 && silent + unreadable > 0 }
}
