/// Finds the dialect of a CSV file from its first bytes.
///
/// The separator is the one under which most records have as many cells as the first one, quotes being respected; between
/// two that do about as well, the one that gives more cells. A file in which no separator does so has one column.
struct CSVSniffer {
    /// The first bytes, after any byte order mark.
    private let sample: ArraySlice<UInt8>
    /// Whether the sample is the whole file.
    private let isWhole: Bool
    private let hasMark: Bool

    /// Files that users take for tables, by their first bytes.
    private static let otherFormats: [(signature: [UInt8], what: String)] = [
        (Array("PK\u{3}\u{4}".utf8), "a spreadsheet (XLSX, ODS) or a zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old spreadsheet (XLS)"), (Array("%PDF".utf8), "a PDF"),
    ]

    /// What stands above the headings.
    let preamble: CSVPreamble

    /// Fails on a spreadsheet. The sample is no UTF-16.
    init(sample: [UInt8], isWhole: Bool, name: String) throws(InterchangeError) {
        for format in Self.otherFormats where sample.starts(with: format.signature) {
            throw InterchangeError(
                .badData, "the file is \(format.what), not CSV: save it as “CSV UTF-8”", file: name)
        }
        hasMark = sample.starts(with: [0xEF, 0xBB, 0xBF])
        let text = sample.dropFirst(hasMark ? 3 : 0)
        preamble = CSVPreamble(text)
        self.sample = text.dropFirst(preamble.separatorBytes)
        self.isWhole = isWhole
    }

    /// The dialect, with what the user stated put first.
    func dialect(_ stated: CSVDialect.Override) -> CSVDialect {
        var dialect = CSVDialect()
        dialect.encoding = stated.encoding ?? encoding
        if hasMark && dialect.encoding == .utf8 { dialect.encoding = .utf8WithBOM }
        dialect.newline = stated.newline ?? newline
        dialect.delimiter = stated.delimiter ?? preamble.separator ?? delimiter(dialect.newline)
        dialect.decimalComma = stated.decimalComma ?? usesDecimalComma(dialect)
        return dialect
    }

    /// How many records stand above the headings, blank ones not counted; 0 as a rule.
    func rowsAbove(_ dialect: CSVDialect) -> Int { CSVPreamble.rowsAbove(firstRecords(dialect.delimiter, dialect)) }

    private func firstRecords(_ delimiter: UInt8, _ dialect: CSVDialect) -> [[String]] {
        var records: [[String]] = []
        forEachRecord(delimiter, dialect.newline) { cells in
            if records.count == CSVPreamble.sampleRows || cells.count == 1 && cells[0].isEmpty { return }
            records.append(
                cells.map { cell in
                    let bare = cell.first == quote ? cell.dropFirst().dropLast() : cell
                    let text = bare.withUnsafeBufferPointer { dialect.encoding.string($0) }
                    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                })
        }
        return records
    }

    /// UTF-8 unless more bytes contradict it than sequences confirm it.
    private var encoding: TextEncoding {
        if hasMark { return .utf8WithBOM }
        var confirmed = 0
        var contradicted = 0
        sample.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var i = 0
            while i < bytes.count {
                if base[i] < 0x80 {
                    i += 1
                    continue
                }
                let length = UTF8Check.sequenceLength(base + i, bytes.count - i)
                // A sequence that the end of the sample cuts says nothing.
                if length == 0, !isWhole, bytes.count - i < 4 { break }
                if length == 0 { contradicted += 1 } else { confirmed += 1 }
                i += max(length, 1)
            }
        }
        return contradicted > confirmed / 10 ? .windows1252 : .utf8
    }

    /// The commonest line end outside quotes; CR only where there is no LF at all.
    private var newline: CSVDialect.Newline {
        var lf = 0
        var crlf = 0
        var cr = 0
        var previous: UInt8 = 0x0A
        var isQuoted = false
        for byte in sample {
            if isQuoted {
                if byte == quote { isQuoted = false }
            } else if byte == quote {
                // Reopens after a doubled quote too, which comes to the same.
                isQuoted =
                    previous == quote || previous == 0x0A || previous == 0x0D
                    || CSVDialect.delimiters.contains(previous)
            } else if byte == 0x0A {
                if previous == 0x0D { crlf += 1 } else { lf += 1 }
            } else if previous == 0x0D {
                cr += 1
            }
            previous = byte
        }
        if lf + crlf > 0 { return crlf > lf ? .crlf : .lf }
        return cr > 0 || previous == 0x0D ? .cr : .lf
    }

    private func delimiter(_ newline: CSVDialect.Newline) -> UInt8 {
        var best: Candidate?
        var titled = CSVDialect()
        (titled.encoding, titled.newline) = (encoding, newline)
        // The comma comes last: where it is the decimal mark of another candidate's cells it separates nothing.
        for delimiter in CSVDialect.delimiters.filter({ $0 != UInt8(ascii: ",") }) + [UInt8(ascii: ",")] {
            var candidate = Candidate(delimiter, self, newline)
            // A title in the first line, as long as three columns or more stand below it.
            if candidate.cells == 1 || candidate.share < 0.5 {
                // One record is no table below a title: it may as well be a cell with another separator in it.
                let records = firstRecords(delimiter, titled), above = CSVPreamble.rowsAbove(records)
                if above > 0, records.count - above > 1 {
                    let below = Candidate(delimiter, self, newline, above: above)
                    if below.cells > 2,
                        below.share > max(candidate.share, 0.8) || candidate.cells == 1 && below.share > 0.8
                    {
                        candidate = below
                    }
                }
            }
            guard candidate.cells > 1 else { continue }
            if let best, !candidate.beats(best) { continue }
            best = candidate
        }
        if let best, best.share >= 0.5 || best.cells > 2 { return best.delimiter }
        // One column: a separator that the text does not hold, so that cells can be appended to raw records.
        return CSVDialect.delimiters.first { !sample.contains($0) } ?? best?.delimiter ?? UInt8(ascii: ";")
    }

    /// How well a separator explains the sample; blank lines do not count.
    private struct Candidate {
        let delimiter: UInt8
        /// The cells of the first record.
        var cells = 0
        /// The share of records that have as many, with quotes only where they belong.
        var share = 0.0
        /// Whether half of the records or more have a cell that is a number with a decimal comma.
        var hasDecimalCommas = false

        /// - Parameter above: how many records stand above the headings.
        init(_ delimiter: UInt8, _ sniffer: CSVSniffer, _ newline: CSVDialect.Newline, above: Int = 0) {
            self.delimiter = delimiter
            var skipped = above
            var records = 0
            var alike = 0
            var decimals = 0
            sniffer.forEachRecord(delimiter, newline) { record in
                if record.count == 1 && record[0].isEmpty { return }
                if skipped > 0 {
                    skipped -= 1
                    return
                }
                records += 1
                if records == 1 { cells = record.count }
                if record.count == cells && record.allSatisfy(hasQuotesInPlace) { alike += 1 }
                if record.contains(where: { decimalMark(of: $0) == UInt8(ascii: ",") }) { decimals += 1 }
            }
            share = records == 0 ? 0 : Double(alike) / Double(records)
            hasDecimalCommas = 2 * decimals >= records && decimals > 0
        }

        func beats(_ other: Candidate) -> Bool {
            if delimiter == UInt8(ascii: ","), other.hasDecimalCommas, other.share > 0.5 { return false }
            if abs(share - other.share) > 0.1 { return share > other.share }
            return cells > other.cells
        }
    }

    private func usesDecimalComma(_ dialect: CSVDialect) -> Bool {
        var commas = 0
        var points = 0
        forEachRecord(dialect.delimiter, dialect.newline) { cells in
            for cell in cells {
                switch decimalMark(of: cell) {
                case UInt8(ascii: ","): commas += 1
                case UInt8(ascii: "."): points += 1
                default: break
                }
            }
        }
        return commas > points
    }

    /// Splits the sample plainly; the last record is given only if it is whole, or alone.
    private func forEachRecord(
        _ delimiter: UInt8, _ newline: CSVDialect.Newline, _ body: ([ArraySlice<UInt8>]) -> Void
    ) {
        let terminator: UInt8 = newline == .cr ? 0x0D : 0x0A
        var cells: [ArraySlice<UInt8>] = []
        var start = sample.startIndex
        var isQuoted = false
        var isEmpty = true
        for index in sample.indices {
            let byte = sample[index]
            if isQuoted {
                if byte == quote { isQuoted = false }
            } else if byte == quote {
                isQuoted = index == start || sample[index - 1] == quote
            } else if byte == delimiter || byte == terminator {
                cells.append(sample[start..<index])
                start = index + 1
                if byte == terminator {
                    if cells[cells.count - 1].last == 0x0D { cells[cells.count - 1].removeLast() }
                    body(cells)
                    isEmpty = false
                    cells.removeAll(keepingCapacity: true)
                }
            }
        }
        if start == sample.endIndex && cells.isEmpty { return }
        if isWhole || isEmpty { body(cells + [sample[start...]]) }
    }
}
