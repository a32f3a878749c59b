/// Rows of a sheet as they become batches of a table, and the row of the headings among them.
///
/// The headings are the first row, among the first 50 that are filled, that has at least half as many filled cells as the fullest of
/// them: what stands above is a title. Rows below have as many cells as there are headings, more only where more is filled.
final class SheetRows {
    /// A filled cell.
    struct Cell {
        /// From 0.
        let column: Int
        let range: Range<Int>
        let value: CellValue
    }

    /// The headings.
    private(set) var header: CSVHeader?
    /// The rows below them.
    private(set) var batches: [RowBatch] = []
    /// The row of the headings, from 1; nil when there is none.
    private(set) var foundHeader: Int?
    private(set) var notes: [TableNote] = []

    /// The most bytes of the texts of filled cells, and the most of these.
    private let limits = ReadingLimits.current
    private let textLimit: Int
    /// About how many bytes a batch has.
    private static let batchBytes = 1 << 18
    private static let sampleRows = 50

    private let wantedHeader: Int?
    private var sample: [(row: Int, bytes: [UInt8], cells: [Cell])] = []
    private var width = 0
    private var writer = CSVWriter(dialect: .frenchExcel)
    private var byteCount = 0
    private var cellCount = 0
    private var textCount = 0
    private var rowCount = 0
    /// The batch that is being filled.
    private var bytes: [UInt8] = []
    private var bounds: [RowBatch.Bounds] = []
    private var typed = TypedCells()
    /// The row written last.
    private var lastRow = 0
    /// The rows with filled cells right of the headings.
    private var rowsWider: [Int] = []

    /// - Parameter byteCount: the size of the sheet's part, four times which its texts may have.
    init(headerRow: Int?, byteCount: Int) {
        wantedHeader = headerRow
        textLimit = max(limits[.text], 4 * byteCount)
    }

    /// Counts a filled cell before its row is taken.
    func count(text bytes: Int) throws(InterchangeError) {
        cellCount += 1
        textCount += bytes
        if cellCount > limits[.cells] {
            throw ReadingLimits.exceeded(.cells, "the sheet has too many filled cells", file: nil)
        }
        if textCount > textLimit {
            throw ReadingLimits.exceeded(.text, "the cells of the sheet hold too much text", file: nil)
        }
    }

    /// Takes a row that has filled cells, in order of columns; rows come in order.
    func add(row: Int, _ bytes: [UInt8], _ cells: [Cell]) throws(InterchangeError) {
        if foundHeader != nil { return try write(row, bytes, cells) }
        if let wantedHeader {
            if row == wantedHeader { try begin(row, bytes, cells) }
            return
        }
        sample.append((row, bytes, cells))
        if sample.count == Self.sampleRows { try decide() }
    }

    /// Ends the sheet.
    func finish() throws(InterchangeError) {
        if foundHeader == nil, wantedHeader == nil { try decide() }
        endBatch()
        if let first = rowsWider.first {
            let rows = rowsWider.count == 1 ? "row \(first)" : "\(rowsWider.count) rows, first row \(first)"
            notes.append("cells stand right of the table in \(rows): they are kept, and not read")
        }
    }

    private func decide() throws(InterchangeError) {
        let fullest = sample.map(\.cells.count).max() ?? 0
        guard
            let place = sample.firstIndex(where: { 2 * $0.cells.count >= fullest && $0.cells.count >= min(fullest, 2) })
        else { return }
        for (rank, row) in sample[place...].enumerated() {
            if rank == 0 { try begin(row.row, row.bytes, row.cells) } else { try write(row.row, row.bytes, row.cells) }
        }
        if place > 0 {
            let above = place == 1 ? "the row above it was left out" : "the \(place) filled rows above it were left out"
            notes.append(
                TableNote(
                    "the headings are in row \(sample[place].row) of the sheet; \(above)", remedy: .chooseHeaderRow))
        }
        sample = []
    }

    private func begin(_ row: Int, _ text: [UInt8], _ cells: [Cell]) throws(InterchangeError) {
        foundHeader = row
        width = (cells.last?.column ?? 0) + 1
        var names = [String](repeating: "", count: width)
        for cell in cells { names[cell.column] = String(decoding: text[cell.range], as: UTF8.self) }
        try write(row, text, cells)
        var raw = bytes
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if raw.starts(with: mark) {
            // What a CSV left in its first heading when it was pasted.
            raw.removeFirst(mark.count)
            names[0] = String(names[0].unicodeScalars.dropFirst())
        }
        header = CSVHeader(names: names, raw: raw)
        (bytes, bounds, typed, rowCount) = ([], [], TypedCells(), 0)
    }

    private func write(_ row: Int, _ text: [UInt8], _ cells: [Cell]) throws(InterchangeError) {
        if width == 1, header != nil {
            // As in a CSV of one column, an empty row is one with an empty cell.
            while lastRow + 1 < row { endRow(lastRow + 1) { $0.appendEmpty(at: 0) } }
        }
        if header != nil, (cells.last?.column ?? 0) >= width { rowsWider.append(row) }
        byteCount += 2 * max(row - lastRow - 1, 0)
        writer.removeAll()
        endRow(row) { typed in
            text.withUnsafeBufferPointer { text in
                var cells = cells[...]
                for column in 0..<max(width, (cells.last?.column ?? 0) + 1) {
                    let place = writer.output.count + (column == 0 ? 0 : 1)
                    if let cell = cells.first, cell.column == column {
                        cells.removeFirst()
                        let text = UnsafeBufferPointer(rebasing: text[cell.range])
                        writer.append(utf8: text)
                        typed.append(cell.value, text, at: place..<writer.output.count)
                    } else {
                        writer.appendEmpty()
                        typed.appendEmpty(at: place)
                    }
                }
            }
            writer.output.withUnsafeBytes { bytes.append(contentsOf: $0) }
            writer.endRecord()
        }
        guard byteCount <= 4 * textLimit else {
            throw ReadingLimits.exceeded(.text, "the rows of the sheet are too long", file: nil)
        }
        if bytes.count >= Self.batchBytes, header != nil { endBatch() }
    }

    /// Adds a row to the batch: `body` appends its bytes and its cells.
    private func endRow(_ row: Int, _ body: (inout TypedCells) -> Void) {
        let start = bytes.count
        typed.beginRow()
        body(&typed)
        bounds.append(.init(start: UInt32(start), end: UInt32(bytes.count), line: row))
        byteCount += bytes.count - start + 2
        rowCount += 1
        lastRow = row
    }

    private func endBatch() {
        guard !bounds.isEmpty else { return }
        bytes.append(contentsOf: [UInt8](repeating: 0, count: RowBatch.padding))
        batches.append(
            RowBatch(
                bytes: bytes, bounds: bounds, firstRecord: rowCount - bounds.count, dialect: .frenchExcel,
                typed: typed))
        (bytes, bounds, typed) = ([], [], TypedCells())
    }
}
