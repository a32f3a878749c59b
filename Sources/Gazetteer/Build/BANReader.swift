import Foundation
import Interchange

/// Reads a BAN file and hands each good row to the spool of its commune.
struct BANReader {
    private let path: String
    private let columns: BANColumns
    private let encoding: TextEncoding
    private var record = [UInt8]()

    /// Reads one input whole.
    ///
    /// - Throws: ``InterchangeError`` when the file cannot be read or is no CSV; ``GazetteerError`` when it lacks a column.
    static func read(_ path: String, into spool: inout CommuneSpool, report: inout BuildReport) throws {
        let file = try CSVReader(path: path)
        var reader = BANReader(
            path: path, columns: try BANColumns(header: file.header.names, path: path), encoding: file.dialect.encoding)
        let expected = file.header.names.count
        var cells = CSVCells()
        while let batch = try file.nextBatch() {
            try batch.forEachRecord(using: &cells) { row in
                report.rowsRead += 1
                let reason = row.count < expected ? .fields : try reader.take(row, &spool, &report)
                if let reason { report.drop(reason, path, row.line) }
            }
        }
    }

    private init(path: String, columns: BANColumns, encoding: TextEncoding) {
        self.path = path
        self.columns = columns
        self.encoding = encoding
    }

    /// A cell without the spaces around it; `NA`, as R writes it, is empty.
    private static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var range = cell.indices
        while let first = range.first, cell[first] <= 0x20 { range.removeFirst() }
        while let last = range.last, cell[last] <= 0x20 { range.removeLast() }
        if range.count == 2, cell[range.lowerBound] == 0x4E, cell[range.lowerBound + 1] == 0x41 { range = 0..<0 }
        return UnsafeBufferPointer(rebasing: cell[range])
    }

    /// Packs a row; the reason when it is left out.
    private mutating func take(
        _ row: TableRow, _ spool: inout CommuneSpool, _ report: inout BuildReport
    ) throws(InterchangeError) -> BuildReport.Reason? {
        func field(_ column: Int) -> UnsafeBufferPointer<UInt8> { Self.trimmed(row.cell(column)) }
        let code = field(columns.code)
        guard code.count == 5, !code.contains(0) else { return .noCommune }
        var street = field(columns.street)
        if street.isEmpty { street = field(columns.locality) }
        guard !street.isEmpty else { return .noStreet }
        let lon = field(columns.longitude)
        let lat = field(columns.latitude)
        if lon.isEmpty || lat.isEmpty { return .noPosition }
        guard let x = BANValue.degrees(lon), let y = BANValue.degrees(lat), x.magnitude <= 1_800_000_000,
            y.magnitude <= 900_000_000, x != 0 || y != 0
        else { return .badPosition }
        var number = BANValue.integer(field(columns.number))
        var suffix = field(columns.suffix)
        // A nought that is written is a number.
        let isNone = number == 0 && field(columns.number).first != 0x30
        if isNone || number >= 90_000 { number = Format.Address.noNumber }
        let (name, stripped) = BANValue.withoutCadastralNumber(street, number: number, suffix: suffix)
        if number == Format.Address.noNumber { suffix = UnsafeBufferPointer(rebasing: suffix[..<0]) }
        if stripped { report.cadastralNames += 1 }
        let id = field(columns.id)
        let (idStreet, regular) = BANValue.streetPart(id, code: code, number: number, suffix: suffix)
        let position = PositionType(ban: field(columns.position))

        record.removeAll(keepingCapacity: true)
        func fixed<T: FixedWidthInteger>(_ value: T) {
            withUnsafeBytes(of: value.littleEndian) { record.append(contentsOf: $0) }
        }
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            let start = record.count
            fixed(UInt16(0))
            if encoding == .windows1252 {
                record.append(contentsOf: encoding.string(bytes).utf8.prefix(1000))
            } else {
                record.append(contentsOf: bytes.prefix(1000))
            }
            let length = UInt16(record.count - start - 2)
            record.withUnsafeMutableBytes {
                $0.storeBytes(of: length.littleEndian, toByteOffset: start, as: UInt16.self)
            }
        }
        fixed(UInt32(0))
        fixed(UInt32(number))
        fixed(x)
        fixed(y)
        fixed(UInt32(max(0, BANValue.integer(field(columns.postcode)))))
        record.append(position.rawValue)
        record.append(stripped ? 1 : 0)
        text(name)
        text(field(columns.oldCode))
        text(idStreet)
        text(suffix)
        text(field(columns.locality))
        text(field(columns.oldName))
        text(field(columns.name))
        text(field(columns.routing))
        text(regular ? UnsafeBufferPointer(rebasing: id[..<0]) : id)
        let length = UInt32(record.count)
        record.withUnsafeMutableBytes { $0.storeBytes(of: length.littleEndian, as: UInt32.self) }
        try spool.append(record, commune: code)
        return nil
    }
}
