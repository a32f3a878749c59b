/// What a cell of a table holds, as its format stores it. Its text, as a CSV has it, is ``TableRow/cell(_:)``.
///
/// A CSV has texts only.
public enum CellValue: Sendable, Hashable {
    /// Nothing.
    case empty
    /// A text.
    case text
    /// A number with all its digits; 0.786 for a share that is shown as `78,6 %`.
    case number(Double)
    /// A day, or a moment of it: days since 1 January 1970, hours as a fraction.
    case date(Double)
    /// A time of day, or how long something takes, in days.
    case time(Double)
    /// True or false.
    case boolean(Bool)
    /// An error of Excel, such as `#N/A`.
    case error
}

/// The cells of the rows of a batch, where the format stores them one by one: where each lies in the bytes, and its value.
///
/// Numbers have an array of their own, since most cells are texts.
struct TypedCells: Sendable {
    private enum Kind: UInt8 { case empty, text, number, date, time, no, yes, error }

    /// Where a row begins in the arrays.
    private struct Start {
        let cell: Int32
        let number: Int32
    }

    private var entries: [CSVCells.Entry] = []
    private var unescaped: [UInt8] = []
    private var kinds: [Kind] = []
    private var numbers: [Double] = []
    private var starts: [Start] = []

    /// Begins the next row.
    mutating func beginRow() { starts.append(Start(cell: Int32(kinds.count), number: Int32(numbers.count))) }

    /// Appends a cell to the row: its text, and where it lies in the bytes of the row, with its quotes.
    mutating func append(_ value: CellValue, _ text: UnsafeBufferPointer<UInt8>, at place: Range<Int>) {
        if place.count == text.count {
            entries.append(.init(from: place.lowerBound, to: place.upperBound))
        } else if place.count == text.count + 2 {
            entries.append(.init(from: place.lowerBound + 1, to: place.upperBound - 1))
        } else {
            entries.append(.init(start: ~Int32(unescaped.count), length: Int32(text.count)))
            unescaped.append(contentsOf: text)
        }
        switch value {
        case .empty: kinds.append(.empty)
        case .text: kinds.append(.text)
        case .number(let number): append(.number, number)
        case .date(let days): append(.date, days)
        case .time(let days): append(.time, days)
        case .boolean(let isTrue): kinds.append(isTrue ? .yes : .no)
        case .error: kinds.append(.error)
        }
    }

    /// Appends a cell without text.
    mutating func appendEmpty(at place: Int) { append(.empty, .init(start: nil, count: 0), at: place..<place) }

    private mutating func append(_ kind: Kind, _ number: Double) {
        kinds.append(kind)
        numbers.append(number)
    }

    /// Gives the places of the cells of a row, and the bytes of those that do not lie in the row as they are; the pointers die
    /// with `body`.
    func withEntries<R>(
        _ row: Int,
        _ body: (UnsafePointer<CSVCells.Entry>, _ count: Int, _ unescaped: UnsafePointer<UInt8>?) throws -> R
    ) rethrows -> R {
        let start = Int(starts[row].cell)
        let end = row + 1 < starts.count ? Int(starts[row + 1].cell) : kinds.count
        return try entries.withUnsafeBufferPointer { entries in
            try unescaped.withUnsafeBufferPointer { unescaped in
                try body(entries.baseAddress! + start, end - start, unescaped.baseAddress)
            }
        }
    }

    /// The value of a cell. Linear in the cells before it in its row.
    func value(_ row: Int, _ column: Int) -> CellValue {
        let first = Int(starts[row].cell)
        func number() -> Double {
            let before = kinds[first..<first + column].count { [.number, .date, .time].contains($0) }
            return numbers[Int(starts[row].number) + before]
        }
        switch kinds[first + column] {
        case .empty: return .empty
        case .text: return .text
        case .number: return .number(number())
        case .date: return .date(number())
        case .time: return .time(number())
        case .no: return .boolean(false)
        case .yes: return .boolean(true)
        case .error: return .error
        }
    }
}
