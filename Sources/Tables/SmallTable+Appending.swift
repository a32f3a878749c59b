import Interchange

extension SmallTable {
    /// The table with columns behind its own: each row's cells as they stand, then new ones; a name that the header has gets
    /// the first free number, and cells that a row has too many come last.
    ///
    /// - Parameter cells: the new cells of the row of an index, one a name.
    package func appending(_ names: [String], cells: (Int) -> [String]) -> [UInt8] {
        var writer = CSVWriter(dialect: dialect)
        let width = header.names.count
        writer.appendByteOrderMark()
        if header.raw.isEmpty {
            for name in header.names { writer.append(name) }
        } else {
            writer.append(raw: header.raw)
        }
        for name in ColumnNames.free(names, after: header.names) { writer.append(name) }
        writer.endRecord()
        for (index, row) in rows.enumerated() {
            if row.cells.count <= width {
                writer.append(raw: row.raw)
                writer.appendEmpty(width - row.cells.count)
            } else {
                for cell in row.cells.prefix(width) { writer.append(cell) }
            }
            for cell in cells(index) { writer.append(text: cell) }
            for cell in row.cells.dropFirst(width) { writer.append(cell) }
            writer.endRecord()
        }
        return writer.output.bytes
    }
}
