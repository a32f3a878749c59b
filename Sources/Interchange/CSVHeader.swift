/// The names of a CSV file's columns.
public struct CSVHeader: Sendable, Hashable {
    /// What a reader does with the first record.
    public enum Rule: Sendable, Hashable {
        /// The first record is the header; it is an error if it looks like data.
        case required
        /// The first record is the header, whatever it looks like.
        case assumed
        /// There is no header: the columns are named `column_1`, `column_2` …
        case absent
    }

    /// The names in order, as they stand in the file (spaces kept), as text.
    public let names: [String]
    /// The header's bytes as they are in the file, without line end or byte order mark; empty when there is none.
    public let raw: [UInt8]

    /// Names that more than one column bears, in order of first appearance; the empty name is not counted.
    public var duplicates: [String] {
        var seen: [String: Int] = [:]
        for name in names { seen[name, default: 0] += 1 }
        var given: Set<String> = []
        return names.filter { $0 != "" && seen[$0]! > 1 && given.insert($0).inserted }
    }

    /// Why these cells are not likely to be names of columns, or nil when they may be.
    ///
    /// Every filled cell a number; an e-mail address; a number with three decimals or more, as a coordinate has; or a French
    /// postcode beside a cell that begins with a number and goes on with words. A year or a code among names is no
    /// objection.
    static func objection(to cells: [String]) -> String? {
        let cells = cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let filled = cells.filter { $0 != "" }
        if filled.isEmpty { return "every name is empty" }
        if filled.allSatisfy({ parseDouble($0, decimalComma: true) != nil }) { return "every cell is a number" }
        if filled.contains(where: isMail) { return "there is an e-mail address in it" }
        if filled.contains(where: isCoordinate) { return "there is a coordinate in it" }
        if filled.contains(where: isPostcode) && filled.contains(where: isNumberedStreet) {
            return "there is a postal address in it"
        }
        return nil
    }

    private static func isMail(_ cell: String) -> Bool {
        let parts = cell.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0] != "" && parts[1].contains(".") && !cell.contains(" ")
    }

    private static func isCoordinate(_ cell: String) -> Bool {
        guard parseDouble(cell, decimalComma: true) != nil,
            let mark = cell.utf8.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
        else { return false }
        return cell.utf8.distance(from: mark, to: cell.utf8.endIndex) > 3
    }

    private static func isPostcode(_ cell: String) -> Bool {
        cell.utf8.count == 5 && cell.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 } && !cell.hasPrefix("00")
    }

    private static func isNumberedStreet(_ cell: String) -> Bool {
        guard let space = cell.firstIndex(of: " "), let number = Int(cell[..<space]), number > 0 else { return false }
        return cell[space...].contains { $0.isLetter } && cell[space...].count > 6
    }
}
