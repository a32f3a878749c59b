import Seeded

/// A CSV as cells of bytes, read and written without a reader of qpv.
struct PlainTable {
    var rows: [[[UInt8]]] = [[]]
    private(set) var delimiter: UInt8
    private var newline: [UInt8] = [0x0A]
    private var quotesAll = false

    init(_ bytes: [UInt8]) {
        let head = bytes.prefix { $0 != 0x0A }
        let delimiters = Array(";,\t|".utf8)
        delimiter = delimiters.max { a, b in head.count { $0 == a } < head.count { $0 == b } }!
        var cell: [UInt8] = []
        var isQuoted = false
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == 0x22 {
                if isQuoted, place < bytes.count, bytes[place] == 0x22 {
                    cell.append(byte)
                    place += 1
                } else {
                    isQuoted.toggle()
                }
            } else if isQuoted || byte != delimiter && byte != 0x0A {
                if isQuoted || byte != 0x0D { cell.append(byte) }
            } else {
                rows[rows.count - 1].append(cell)
                cell = []
                if byte == 0x0A { rows.append([]) }
            }
        }
        if cell.isEmpty, rows.last!.isEmpty { rows.removeLast() } else { rows[rows.count - 1].append(cell) }
    }

    /// Chooses another delimiter, line end and use of quotes.
    mutating func redress(_ random: inout SplitMix) {
        delimiter = random.pick(Array(";,\t|".utf8))
        newline = random.pick([[0x0A], [0x0D, 0x0A], [0x0D]])
        quotesAll = random.oneIn(3)
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            for (rank, cell) in row.enumerated() {
                if rank > 0 { bytes.append(delimiter) }
                let isQuoted = quotesAll || cell.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
                if !isQuoted {
                    bytes += cell
                    continue
                }
                bytes.append(0x22)
                for byte in cell { bytes += byte == 0x22 ? [byte, byte] : [byte] }
                bytes.append(0x22)
            }
            bytes += newline
        }
        return bytes
    }
}
