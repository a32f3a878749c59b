package import Interchange

extension ColumnNames {
    /// Names for columns to append to a header: one that the file already has gets the first free number.
    package static func free(_ names: [String], after header: [String]) -> [String] {
        var taken = Set(header)
        return names.map { name in
            let free = taken.contains(name) ? (2...).lazy.map { "\(name)_\($0)" }.first { !taken.contains($0) }! : name
            taken.insert(free)
            return free
        }
    }
}

extension CSVWriter {
    /// Writes a file's header as it stands, byte order mark and all, with new names behind it.
    package mutating func appendHeader(of reader: any TableReader, then names: [String]) {
        appendByteOrderMark()
        if reader.header.raw.isEmpty {
            // A file without a header line has names all the same.
            for name in reader.header.names { append(name) }
        } else {
            append(raw: reader.header.raw)
        }
        for name in names { append(name) }
        endRecord()
    }

    /// Writes a row's own cells unchanged, then new ones under their columns; cells that a row has too many come last.
    ///
    /// - Parameter width: how many columns the header has.
    package mutating func append(
        _ record: borrowing TableRow, width: Int, appending: (inout CSVWriter) throws -> Void
    ) rethrows {
        if record.count <= width {
            append(raw: record.raw)
            appendEmpty(width - record.count)
            try appending(&self)
        } else {
            for column in 0..<width { append(encoded: record.cell(column)) }
            try appending(&self)
            for column in width..<record.count { append(encoded: record.cell(column)) }
        }
        endRecord()
    }
}
