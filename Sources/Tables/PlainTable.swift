package import Interchange

extension OutputBuffer {
    /// A CSV of a heading and rows of values: comma, UTF-8, LF; what a value is not is an empty cell, and no text is a formula.
    package static func table(_ columns: [String], _ rows: [[JSONValue]]) -> OutputBuffer {
        var writer = CSVWriter(dialect: CSVDialect())
        for name in columns { writer.append(name) }
        writer.endRecord()
        for row in rows {
            for value in row { writer.append(text: value.text) }
            writer.endRecord()
        }
        return writer.output
    }
}
