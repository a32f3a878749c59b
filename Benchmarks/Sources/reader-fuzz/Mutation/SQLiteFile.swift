import GRDBSQLite

/// A SQLite database in memory that is changed. A statement that fails changes nothing.
final class SQLiteFile {
    private var connection: OpaquePointer?
    /// The names of its tables.
    private(set) var tables: [String] = []

    init?(_ bytes: [UInt8]) {
        guard sqlite3_open(":memory:", &connection) == SQLITE_OK,
            let copy = sqlite3_malloc64(UInt64(max(bytes.count, 1)))
        else { return nil }
        copy.copyMemory(from: bytes, byteCount: bytes.count)
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
        let image = copy.assumingMemoryBound(to: UInt8.self)
        guard sqlite3_deserialize(connection, "main", image, Int64(bytes.count), Int64(bytes.count), flags) == SQLITE_OK
        else { return nil }
        run("PRAGMA writable_schema = ON")
        tables = texts("SELECT name FROM sqlite_master WHERE type = 'table'")
    }

    deinit { sqlite3_close_v2(connection) }

    func run(_ sql: String) { sqlite3_exec(connection, sql, nil, nil, nil) }

    func columns(of table: String) -> [String] {
        texts("SELECT name FROM pragma_table_info('\(table.replacing("'", with: "''"))')")
    }

    /// The first column of the rows of a query.
    func texts(_ sql: String) -> [String] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
        defer { sqlite3_finalize(statement) }
        var texts: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW, texts.count < 1000 {
            if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
        }
        return texts
    }

    var bytes: [UInt8]? {
        var size: Int64 = 0
        guard let image = sqlite3_serialize(connection, "main", &size, 0) else { return nil }
        defer { sqlite3_free(image) }
        return Array(UnsafeBufferPointer(start: image, count: Int(size)))
    }
}
