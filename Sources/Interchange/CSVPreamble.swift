/// What stands above the headings of a CSV: Excel's line `sep=;`, a title, the date of an export.
///
/// The headings are the first record, among the first 50, that has at least half as many filled cells as the fullest of them, as in a
/// sheet of a workbook. A record below the first is taken for them only when it looks like names: filled cells of its own
/// words, none a number or a date, no two alike; and when each record above it has one filled cell, or a cell with a figure.
struct CSVPreamble: Equatable {
    /// The separator that a line `sep=` states.
    var separator: UInt8?
    /// How many bytes that line takes, with its line end.
    var separatorBytes = 0

    /// How many records are looked at.
    static let sampleRows = 50

    /// Reads the line `sep=;` at the start of a text.
    init(_ sample: ArraySlice<UInt8>) {
        let mark = Array("sep=".utf8)
        let head = sample.prefix(8).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        var at = head.starts(with: mark) ? 0 : -1
        if at < 0, head.first == quote, head.dropFirst().starts(with: mark) { at = 1 }
        guard at >= 0, head.count > at + 4 else { return }
        let separator = head[at + 4]
        var end = sample.startIndex + at + 5
        if at == 1, end < sample.endIndex, sample[end] == quote { end += 1 }
        let isAlone = end == sample.endIndex || sample[end] == 0x0D || sample[end] == 0x0A
        guard separator != 0, separator != 0x0D, separator != 0x0A, isAlone else { return }
        self.separator = separator
        if end < sample.endIndex, sample[end] == 0x0D { end += 1 }
        if end < sample.endIndex, sample[end] == 0x0A { end += 1 }
        separatorBytes = end - sample.startIndex
    }

    /// How many of the first records, blank ones not counted, stand above the headings.
    ///
    /// - Parameter records: the cells of the first records, blank ones left out.
    static func rowsAbove(_ records: [[String]]) -> Int {
        func filled(_ record: [String]) -> Int { record.count { !$0.isEmpty } }
        let fullest = records.map(filled).max() ?? 0
        guard fullest >= 2 else { return 0 }
        let found = records.firstIndex { 2 * filled($0) >= fullest && filled($0) >= 2 }
        guard let found, found > 0, isHeadings(records[found]) else { return 0 }
        // Two names and more above are headings of which some are empty: what follows is data, perhaps a person's.
        let titles = records[..<found].allSatisfy { record in
            filled(record) <= 1 || record.contains { cell in cell.contains { $0.isNumber } }
        }
        return titles ? found : 0
    }

    private static func isHeadings(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        guard CSVHeader.objection(to: cells) == nil, Set(filled).count == filled.count else { return false }
        return filled.allSatisfy { cell in
            cell.contains { $0.isLetter || $0 == "°" || $0 == "%" } && cell.utf8.count <= 80
                && !(cell.first!.isNumber && cell.contains(" "))
        }
    }
}
