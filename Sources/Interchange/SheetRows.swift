/// Rows of a sheet as they become lines of a CSV, and the row of the headings among them.
///
/// The headings are the first row, among the first 50 that are filled, that has at least half as many filled cells as the fullest of
/// them: what stands above is a title. Rows below have as many cells as there are headings, more only where more is filled.
final class SheetRows {
    /// A filled cell.
    struct Cell {
        /// From 0.
        let column: Int
        let range: Range<Int>
    }

    /// The lines.
    private(set) var csv = OutputBuffer(capacity: 1 << 16)
    /// The row of the headings, from 1; nil when there is none.
    private(set) var foundHeader: Int?
    private(set) var notes: [String] = []

    /// The most bytes of CSV: a sheet of gaps could be made to give any number.
    private static let byteLimit = 1 << 30
    private static let sampleRows = 50

    private let wantedHeader: Int?
    private var sample: [(row: Int, bytes: [UInt8], cells: [Cell])] = []
    private var line = 1
    private var width = 0
    private var writer = CSVWriter(dialect: .frenchExcel)

    init(headerRow: Int?) { wantedHeader = headerRow }

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
                "the headings are in row \(sample[place].row) of the sheet; \(above) (--header-row says otherwise)")
        }
        sample = []
    }

    private func begin(_ row: Int, _ bytes: [UInt8], _ cells: [Cell]) throws(InterchangeError) {
        foundHeader = row
        width = (cells.last?.column ?? 0) + 1
        try write(row, bytes, cells)
    }

    private func write(_ row: Int, _ bytes: [UInt8], _ cells: [Cell]) throws(InterchangeError) {
        while line < row {
            csv.append("\r\n")
            line += 1
        }
        writer.removeAll()
        var column = 0
        bytes.withUnsafeBufferPointer { bytes in
            for cell in cells {
                if cell.column > column { writer.appendEmpty(cell.column - column) }
                writer.append(utf8: UnsafeBufferPointer(rebasing: bytes[cell.range]))
                column = cell.column + 1
            }
        }
        if column < width { writer.appendEmpty(width - column) }
        writer.endRecord()
        writer.output.withUnsafeBytes { csv.append($0) }
        line += 1
        guard csv.count <= Self.byteLimit else {
            throw InterchangeError(.badData, "the sheet gives more than \(Self.byteLimit >> 20) MiB of text")
        }
    }
}
