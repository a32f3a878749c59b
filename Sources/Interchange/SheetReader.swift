/// Reads the cells of a sheet (ECMA-376, part 1, 18.3) and hands its rows on: the text and the value of each filled cell.
final class SheetReader: XMLStream.Listener {
    private enum Kind { case number, shared, inline, text, boolean, error, date }

    private let strings: SharedStrings
    private let formats: [SpreadsheetFormat]
    private let usesDatesFrom1904: Bool
    private let rows: SheetRows

    private var row = 0
    private var line: [UInt8] = []
    private var cells: [SheetRows.Cell] = []
    private var isInOrder = true
    private var column = -1
    private var kind = Kind.number
    private var format = SpreadsheetFormat.number
    private var value: [UInt8] = []
    private var hasValue = false
    private var hasFormula = false
    private var isCollecting = false
    private var isInPhonetic = false
    private var number = OutputBuffer()

    private var hiddenRows = 0
    private var formulasWithoutValue = 0
    private var merged: [String] = []

    init(strings: SharedStrings, formats: [SpreadsheetFormat], usesDatesFrom1904: Bool, rows: SheetRows) {
        self.strings = strings
        self.formats = formats
        self.usesDatesFrom1904 = usesDatesFrom1904
        self.rows = rows
    }

    func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLStream.Attributes) throws(InterchangeError) {
        if isEqual(name, "c") {
            try beginCell(attributes)
        } else if isEqual(name, "v") {
            isCollecting = true
            hasValue = true
        } else if isEqual(name, "t") {
            isCollecting = kind == .inline && !isInPhonetic
            hasValue = hasValue || isCollecting
        } else if isEqual(name, "f") {
            hasFormula = true
        } else if isEqual(name, "rPh") {
            isInPhonetic = true
        } else if isEqual(name, "row") {
            let next = attributes["r"].flatMap { Int($0) } ?? row + 1
            guard next > row, next <= WorkbookWriter.limits.rows else {
                throw InterchangeError(.badData, "row \(next) of the sheet stands behind row \(row)")
            }
            row = next
            column = -1
            if ["1", "true"].contains(attributes["hidden"] ?? "") { hiddenRows += 1 }
        } else if isEqual(name, "mergeCell"), let range = attributes["ref"] {
            merged.append(range)
        }
    }

    func end(_ name: UnsafePointer<CChar>) throws(InterchangeError) {
        if isEqual(name, "v") || isEqual(name, "t") {
            isCollecting = false
        } else if isEqual(name, "rPh") {
            isInPhonetic = false
        } else if isEqual(name, "c") {
            try endCell()
        } else if isEqual(name, "row") {
            try endRow()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isCollecting { value.append(contentsOf: bytes) }
    }

    /// What a user should know of the sheet; to be asked at its end.
    func notes(_ headerRow: Int) -> [TableNote] {
        var notes: [TableNote] = []
        if hiddenRows > 0 {
            let (are, were) = hiddenRows == 1 ? ("row is", "was") : ("rows are", "were")
            notes.append("\(hiddenRows) \(are) hidden in the sheet, perhaps by a filter, and \(were) read too")
        }
        if formulasWithoutValue > 0 {
            let (have, are) = formulasWithoutValue == 1 ? ("formula has", "is") : ("formulas have", "are")
            notes.append(
                "\(formulasWithoutValue) \(have) no value stored and \(are) read as empty: open the workbook in Excel and save it"
            )
        }
        let below = merged.filter { (SheetReference(range: $0)?.rows.upperBound ?? .max) >= headerRow }
        for range in below.prefix(5) { notes.append("cells \(range) are merged: only the first of them has the value") }
        if below.count > 5 { notes.append("so are \(below.count - 5) more ranges") }
        return notes
    }

    private func beginCell(_ attributes: XMLStream.Attributes) throws(InterchangeError) {
        column += 1
        if let place = attributes.raw("r"), let found = SheetReference.column(place) {
            if found < column { isInOrder = false }
            column = found
        }
        guard column < WorkbookWriter.limits.columns else {
            throw InterchangeError(.badData, "row \(row) of the sheet has more columns than Excel has")
        }
        kind = .number
        if let type = attributes.raw("t") {
            if isEqual(type, "s") {
                kind = .shared
            } else if isEqual(type, "str") {
                kind = .text
            } else if isEqual(type, "inlineStr") {
                kind = .inline
            } else if isEqual(type, "b") {
                kind = .boolean
            } else if isEqual(type, "e") {
                kind = .error
            } else if isEqual(type, "d") {
                kind = .date
            }
        }
        let style = attributes["s"].flatMap { Int($0) } ?? 0
        format = formats.indices.contains(style) ? formats[style] : .number
        value.removeAll(keepingCapacity: true)
        hasValue = false
        hasFormula = false
    }

    private func endCell() throws(InterchangeError) {
        if hasFormula, value.isEmpty, kind != .text { formulasWithoutValue += 1 }
        guard hasValue else { return }
        let start = line.count
        var content = CellValue.text
        switch kind {
        case .number:
            guard let parsed = value.withUnsafeBufferPointer({ parseDouble($0) }) else {
                // Not a number, whatever the file says: shown as it stands.
                SheetText.append(value[...], to: &line)
                break
            }
            number.removeAll()
            format.append(parsed, datesFrom1904: usesDatesFrom1904, to: &number)
            number.withUnsafeBytes { line.append(contentsOf: $0) }
            content = format.value(parsed, datesFrom1904: usesDatesFrom1904)
        case .shared:
            let index = Int(String(decoding: value, as: UTF8.self))
            guard let index, strings.withText(index, { SheetText.append($0, to: &line) }) != nil else {
                throw InterchangeError(.badData, "row \(row) of the sheet points to a text that the workbook lacks")
            }
        case .boolean:
            let isTrue = value == [UInt8(ascii: "1")]
            line.append(contentsOf: (isTrue ? "VRAI" : "FAUX").utf8)
            content = .boolean(isTrue)
        case .date:
            let midnight = Array("T00:00:00".utf8)
            let text = value.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "Z") }
            SheetText.append(text.suffix(9).elementsEqual(midnight) ? text.dropLast(9) : value[...], to: &line)
        case .error:
            SheetText.append(value[...], to: &line)
            content = .error
        case .inline, .text: SheetText.append(value[...], to: &line)
        }
        guard line.count > start else { return }
        try rows.count(text: line.count - start)
        cells.append(.init(column: column, range: start..<line.count, value: content))
    }

    private func endRow() throws(InterchangeError) {
        if !isInOrder { cells.sort { $0.column < $1.column } }
        if !cells.isEmpty {
            guard zip(cells, cells.dropFirst()).allSatisfy({ $0.column < $1.column }) else {
                throw InterchangeError(.badData, "row \(row) of the sheet has a cell twice")
            }
            try rows.add(row: row, line, cells)
        }
        line.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        isInOrder = true
    }
}
