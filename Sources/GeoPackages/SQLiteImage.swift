import Foundation
internal import GRDB
internal import GRDBSQLite

/// A SQLite database as the bytes of its file: read from memory and made in memory, so that no file stands beside another.
///
/// A database opened where it lies makes SQLite look for, and write, `-wal`, `-shm` and `-journal` files there: not with a
/// user's input. An output made in memory goes through ``OutputFile`` like any other.
enum SQLiteImage {
    /// Opens the bytes of a file, for reading only unless told; the bytes given are never changed.
    static func open(_ bytes: [UInt8], isWritable: Bool = false) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.inDatabase { db in
            guard let copy = sqlite3_malloc64(UInt64(max(bytes.count, 1))) else {
                throw DatabaseError(resultCode: .SQLITE_NOMEM)
            }
            let image = copy.assumingMemoryBound(to: UInt8.self)
            bytes.withUnsafeBufferPointer { image.update(from: $0.baseAddress!, count: $0.count) }
            // A file in WAL mode asks for files beside it that memory has not; its main part is whole without them.
            if bytes.count > 19 { (image[18], image[19]) = (1, 1) }
            let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | (isWritable ? 0 : SQLITE_DESERIALIZE_READONLY))
            let code = sqlite3_deserialize(
                db.sqliteConnection, "main", image, Int64(bytes.count), Int64(bytes.count), flags)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
            db.clearSchemaCache()
            // Nothing in the file's own schema is run but what was asked for.
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            // No value is longer than the file that holds it.
            sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, Int32(clamping: max(bytes.count, 1 << 16)))
        }
        return queue
    }

    /// The bytes of a database made in memory.
    static func bytes(of queue: DatabaseQueue) throws -> [UInt8] {
        try queue.inDatabase { db in
            var size: Int64 = 0
            guard let image = sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
                throw DatabaseError(resultCode: .SQLITE_NOMEM)
            }
            defer { sqlite3_free(image) }
            return Array(UnsafeBufferPointer(start: image, count: Int(size)))
        }
    }
}
