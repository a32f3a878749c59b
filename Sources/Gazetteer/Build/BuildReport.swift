/// What became of the rows of the inputs.
public struct BuildReport: Sendable, Hashable {
    /// Why a row was left out.
    public enum Reason: String, Sendable, CaseIterable {
        case noPosition = "no position"
        case badPosition = "coordinates are not numbers or out of range"
        case noStreet = "no street name"
        case noCommune = "no commune code"
        case duplicate = "repeats another row"
        case fields = "wrong number of fields"
    }

    /// A row that was left out; lines are counted from 1, the header is line 1.
    public struct Dropped: Sendable, Hashable {
        /// The input.
        public let path: String
        /// The line, from 1.
        public let line: Int
        /// Why it was left out.
        public let reason: Reason
    }

    /// Rows read, without headers and empty lines.
    public internal(set) var rowsRead = 0
    /// Rows that became addresses.
    public internal(set) var rowsKept = 0
    /// Rows left out, by reason.
    public internal(set) var dropped: [Reason: Int] = [:]
    /// The first rows left out for each reason but duplicates, at most 100 of each.
    public internal(set) var examples: [Dropped] = []
    /// Street names from which a cadastral number was taken ("7S1 Place du Carrousel").
    public internal(set) var cadastralNames = 0
    /// Communes written.
    public internal(set) var communes = 0
    /// Streets, places and localities written.
    public internal(set) var streets = 0
    /// Addresses written.
    public internal(set) var addresses = 0
    /// Size of the file.
    public internal(set) var bytes = 0

    mutating func drop(_ reason: Reason, _ path: String, _ line: Int) {
        let count = dropped[reason, default: 0]
        dropped[reason] = count + 1
        if count < 100 { examples.append(Dropped(path: path, line: line, reason: reason)) }
    }
}
