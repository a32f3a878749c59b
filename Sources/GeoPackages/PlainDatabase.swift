import Foundation
internal import GRDB
public import Interchange

/// A SQLite database of somebody else, cut down to its plain tables before another program opens it.
///
/// A schema can hold programs: a virtual table may stand for a file or for a database elsewhere, and a view, a trigger or a computed
/// column calls functions of whoever reads it. Only what tables store is data.
public enum PlainDatabase {
    /// The kinds of virtual tables that keep nothing but an index of other tables of the same file.
    private static let indexes: Set = [
        "rtree", "rtree_i32", "fts3", "fts4", "fts5", "virtualspatialindex", "virtualelementary", "virtualknn",
        "virtualknn2",
    ]

    /// The bytes of the database without views, triggers and indexes that somebody made.
    ///
    /// - Parameter name: the name to say in errors.
    /// - Throws: ``InterchangeError`` of kind badData for a damaged database, and for one with a virtual table that is no index, or
    ///   with a computed column.
    public static func bytes(of bytes: [UInt8], name: String) throws(InterchangeError) -> [UInt8] {
        do {
            let queue = try SQLiteImage.open(bytes, isWritable: true)
            try queue.inDatabase { db in
                try db.execute(sql: "PRAGMA writable_schema = ON")
                let rows = try Row.fetchAll(db, sql: "SELECT rowid, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
                for row in rows {
                    let statement = SQLiteStatement(row["sql"] ?? "")
                    switch statement {
                    case .table: break
                    case .virtualTable(let module) where indexes.contains(module.lowercased()): break
                    case .virtualTable(let module):
                        throw InterchangeError(
                            .badData,
                            "the table \(row["name"] ?? "") of the database stands for something else (\(module))",
                            file: name, notes: ["save its rows as GeoPackage or GeoJSON"])
                    case .other:
                        try db.execute(sql: "DELETE FROM sqlite_master WHERE rowid = ?", arguments: [row["rowid"]])
                    }
                }
                let computed = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT m.name, x.name FROM sqlite_master m, pragma_table_xinfo(m.name) x
                        WHERE m.type = 'table' AND m.rootpage > 0 AND x.hidden > 1
                        """)
                if let computed {
                    throw InterchangeError(
                        .badData, "the column \(computed[1] ?? "") of the table \(computed[0] ?? "") is computed",
                        file: name,
                        notes: ["save its rows as GeoPackage or GeoJSON"])
                }
            }
            return try SQLiteImage.bytes(of: queue)
        } catch {
            if let error = error as? InterchangeError { throw error }
            let message = (error as? DatabaseError)?.message ?? "\(error)"
            throw InterchangeError(.badData, "the database cannot be read: \(message)", file: name)
        }
    }
}

/// What a statement of a schema makes. Its text counts: the column of types beside it may lie.
enum SQLiteStatement: Equatable {
    /// A table with rows of its own.
    case table
    /// A table that a module makes up.
    case virtualTable(module: String)
    /// A view, a trigger, an index, or what is not understood.
    case other

    init(_ text: String) {
        var words = SQLiteWords(text)
        self = .other
        guard words.next() == "create", let kind = words.next() else { return }
        if kind == "table" {
            self = .table
        } else if kind == "virtual" {
            self = .virtualTable(module: "not understood")
            guard words.next() == "table", var name = words.next() else { return }
            // An unquoted `if` begins `if not exists`.
            if name == "if" {
                guard words.next() == "not", words.next() == "exists", let after = words.next() else { return }
                name = after
            }
            var next = words.next()
            if next == "." { (_, next) = (words.next(), words.next()) }
            if next == "using", let module = words.next() {
                self = .virtualTable(module: module.replacing("\u{0}", with: ""))
            }
        }
    }
}

/// The words of a statement: names in lower case and without quotes, other characters one by one; comments are left out.
private struct SQLiteWords {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func next() -> String? {
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.hasPrefix("--") {
                rest = rest.drop { $0 != "\n" }
            } else if rest.hasPrefix("/*") {
                rest = rest.range(of: "*/").map { rest[$0.upperBound...] } ?? ""
            } else {
                break
            }
        }
        guard let first = rest.first else { return nil }
        if let quote: Character = ["\"": "\"", "'": "'", "`": "`", "[": "]"][first] {
            rest = rest.dropFirst()
            var name = ""
            while let character = rest.popFirst() {
                if character == quote {
                    if rest.first != quote || quote == "]" { break }
                    rest = rest.dropFirst()
                }
                name.append(character)
            }
            // A quoted name is no word of the language.
            return "\u{0}" + name.lowercased()
        }
        guard first.isLetter || first == "_" else {
            rest = rest.dropFirst()
            return String(first)
        }
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
        rest = rest[word.endIndex...]
        return word.lowercased()
    }
}
