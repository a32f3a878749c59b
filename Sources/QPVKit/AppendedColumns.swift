import Interchange

extension ColumnNames {
    /// Names for columns to append to a header: one that the file already has gets the first free number.
    static func free(_ names: [String], after header: [String]) -> [String] {
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
    mutating func appendHeader(of reader: CSVReader, then names: [String]) {
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
}
