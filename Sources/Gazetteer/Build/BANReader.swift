import Foundation
import Interchange

/// Reads BAN files and hands each good row to the spool of its commune.
struct BANReader {
    let path: String
    let columns: BANColumns
    private var record = [UInt8]()

    /// Reads one input whole.
    ///
    /// - Throws: ``InterchangeError`` when the file cannot be read; ``GazetteerError`` when it is empty or lacks a column.
    static func read(_ path: String, into spool: inout CommuneSpool, report: inout BuildReport) throws {
        let source = try ByteSource(path: path)
        var lines = FieldReader(source)
        guard let header = try lines.header() else { throw GazetteerError.empty(paths: [path]) }
        var reader = BANReader(path: path, columns: try BANColumns(header: header, path: path))
        while try lines.next() {
            if lines.fields.count == 1, lines.fields[0].isEmpty { continue }
            report.rowsRead += 1
            if lines.fields.count < header.count {
                report.drop(.fields, path, lines.line)
                continue
            }
            lines.withFields { all, fields in
                if let reason = reader.take(all, fields, &spool, &report) { report.drop(reason, path, lines.line) }
            }
        }
    }

    private init(path: String, columns: BANColumns) {
        self.path = path
        self.columns = columns
    }

    /// Packs a row; the reason when it is left out.
    private mutating func take(
        _ all: UnsafeBufferPointer<UInt8>, _ fields: [Range<Int>], _ spool: inout CommuneSpool,
        _ report: inout BuildReport
    ) -> BuildReport.Reason? {
        func field(_ column: Int) -> UnsafeBufferPointer<UInt8> {
            guard column >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
            var range = fields[column]
            while let first = range.first, all[first] <= 0x20 { range.removeFirst() }
            while let last = range.last, all[last] <= 0x20 { range.removeLast() }
            if range.count == 2, all[range.lowerBound] == 0x4E, all[range.lowerBound + 1] == 0x41 { range = 0..<0 }
            return UnsafeBufferPointer(rebasing: all[range])
        }
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
        if number == 0 || number >= 90_000 { number = Format.Address.noNumber }
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
            let kept = bytes.prefix(1000)
            fixed(UInt16(kept.count))
            record.append(contentsOf: kept)
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
        spool.append(record, commune: code)
        return nil
    }
}
