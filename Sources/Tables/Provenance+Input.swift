public import Interchange
public import Provenance

extension Provenance {
    /// States the input.
    ///
    /// - Parameters:
    ///   - rows: how many it has; nil where that is not to be told.
    ///   - name: what it is stated as.
    ///   - sha256: of its bytes; empty for a stream, which was read but once.
    public mutating func state(
        input reader: any TableReader, rows: Int?, as name: String = "input", sha256: String = ""
    ) {
        var input: JSONObject = ["file": .string(reader.name)]
        if !sha256.isEmpty { input["sha256"] = .string(sha256) }
        if let sheet = reader.sheet {
            input["sheet"] = .string(sheet.name)
            input["header_row"] = JSONValue(sheet.headerRow)
        } else if reader.headerLine > 1 {
            input["header_line"] = JSONValue(reader.headerLine)
        }
        if !reader.notes.isEmpty { input["notes"] = .array(reader.notes.map { .string($0.text) }) }
        input["dialect"] = .string(reader.dialect.description)
        if let rows { input["rows"] = JSONValue(rows) }
        state(name, .object(input))
    }
}
