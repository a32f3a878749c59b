import Synchronization

/// The names of groups with their ranks, shared by all workers.
///
/// The ranks depend on which worker was first; what is reported is sorted by name, so nothing else does.
final class LabelTable: Sendable {
    private struct State {
        var ranks: [[String]: Int] = [:]
        var labels: [[String]] = []
    }

    /// The most groups that one grouping may have.
    static let limit = 20_000

    private let state = Mutex(State())
    private let columns: String

    /// - Parameter columns: what the grouping is by, for the error.
    init(columns: String) { self.columns = columns }

    /// The rank of a name.
    ///
    /// - Throws: ``StatisticsError`` when there are too many.
    func rank(of label: [String]) throws -> Int {
        try state.withLock { state in
            if let rank = state.ranks[label] { return rank }
            guard state.labels.count < Self.limit else {
                throw StatisticsError.tooManyGroups(columns: columns, limit: Self.limit)
            }
            state.ranks[label] = state.labels.count
            state.labels.append(label)
            return state.labels.count - 1
        }
    }

    /// All names, by rank.
    var labels: [[String]] { state.withLock { $0.labels } }
}

/// What keeps statistics from being made.
public enum StatisticsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A grouping has more groups than a table can show, such as an identifier has.
    case tooManyGroups(columns: String, limit: Int)
    /// Ages can be had from birth dates only, and no day is stated.
    case noDay(column: String)
    /// Both an identifier and a value.
    case idAndValue
    /// The values of a column add up to more than whole numbers are counted to.
    case sumTooLarge(column: String)

    /// What is wrong, without `error:` before it.
    public var description: String {
        switch self {
        case .tooManyGroups(let columns, let limit):
            "\(columns) has more than \(limit) groups: is it an identifier?"
        case .noDay(let column):
            "the column \"\(column)\" holds birth dates, and no day is stated on which ages count"
        case .idAndValue: "an identifier counts persons once, a value sums a column: only one of them can be asked"
        case .sumTooLarge(let column): "the values of the column \"\(column)\" are too large to be added up"
        }
    }
}
