/// The plain twin of the CSV reader: one byte at a time over the whole file, with nothing clever.
struct PlainCSV {
    struct Record: Equatable {
        var cells: [[UInt8]] = []
        var raw: [UInt8] = []
        var line = 1
    }

    var records: [Record] = []
    /// The line of the quote that is never closed.
    var unclosedLine: Int?

    init(_ bytes: [UInt8], delimiter: UInt8, terminator: UInt8) {
        let quote = UInt8(ascii: "\"")
        var line = 1
        var record = Record()
        var cell: [UInt8] = []
        var index = 0
        var hasBytes = false
        func trimmed(_ raw: [UInt8]) -> [UInt8] {
            terminator == 0x0A && raw.last == 0x0D ? Array(raw.dropLast()) : raw
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == quote && cell.isEmpty && (record.raw.isEmpty || record.raw.last == delimiter) {
                // A quoted part, up to its closing quote.
                let opening = line
                record.raw.append(byte)
                index += 1
                var isClosed = false
                while index < bytes.count {
                    record.raw.append(bytes[index])
                    if bytes[index] == quote {
                        if index + 1 < bytes.count && bytes[index + 1] == quote {
                            record.raw.append(quote)
                            cell.append(quote)
                            index += 2
                            continue
                        }
                        isClosed = true
                        index += 1
                        break
                    }
                    if bytes[index] == terminator { line += 1 }
                    cell.append(bytes[index])
                    index += 1
                }
                if !isClosed {
                    unclosedLine = opening
                    return
                }
                hasBytes = true
                // What follows up to the separator belongs to the cell as it is, quotes included.
                while index < bytes.count, bytes[index] != delimiter, bytes[index] != terminator {
                    cell.append(bytes[index])
                    record.raw.append(bytes[index])
                    index += 1
                }
                continue
            }
            index += 1
            if byte == terminator {
                let isCut = trimmed(record.raw).count < record.raw.count
                record.raw = trimmed(record.raw)
                if isCut { cell.removeLast() }
                record.cells.append(cell)
                records.append(record)
                line += 1
                record = Record(line: line)
                cell = []
                hasBytes = false
            } else if byte == delimiter {
                record.raw.append(byte)
                record.cells.append(cell)
                cell = []
                hasBytes = true
            } else {
                record.raw.append(byte)
                cell.append(byte)
                hasBytes = true
            }
        }
        if hasBytes {
            let isCut = trimmed(record.raw).count < record.raw.count
            record.raw = trimmed(record.raw)
            if isCut { cell.removeLast() }
            record.cells.append(cell)
            records.append(record)
        }
    }
}
