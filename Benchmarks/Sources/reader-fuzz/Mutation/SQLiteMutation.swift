import Seeded

/// Changes rows, tables and the schema of a SQLite database through SQL, so that its pages stay sound.
enum SQLiteMutation {
    /// False when SQLite does not read the bytes.
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        guard let image = SQLiteFile(bytes), !image.tables.isEmpty else { return false }
        for _ in 0..<random.few(upTo: 10) { edit(image, &random) }
        guard let changed = image.bytes else { return false }
        bytes = changed
        return true
    }

    private static func edit(_ file: SQLiteFile, _ random: inout SplitMix) {
        // Rows of the user's tables lead deeper than those of the tables that describe them.
        let own = file.tables.filter { !$0.hasPrefix("gpkg_") && !$0.hasPrefix("rtree") && !$0.hasPrefix("sqlite_") }
        let table = random.oneIn(3) || own.isEmpty ? random.pick(file.tables) : random.pick(own)
        let name = quoted(table)
        let columns = file.columns(of: table)
        guard !columns.isEmpty else { return }
        let column = quoted(random.pick(columns))
        let row = "rowid = (SELECT rowid FROM \(name) ORDER BY rowid LIMIT 1 OFFSET \(random.below(6)))"
        switch random.below(24) {
        case 0: file.run("DELETE FROM \(name) WHERE \(row)")
        case 1:
            let others = columns.dropFirst().map(quoted).joined(separator: ", ")
            file.run("INSERT INTO \(name) (\(others)) SELECT \(others) FROM \(name) WHERE \(row)")
        case 2: schema(file, name, column, &random)
        case 3...7: changeBlob(file, name, columns, row, &random)
        default: file.run("UPDATE \(name) SET \(column) = \(value(&random)) WHERE \(row)")
        }
    }

    private static func value(_ random: inout SplitMix) -> String {
        switch random.below(6) {
        case 0: return "NULL"
        case 1, 2:
            let number = random.pick(Bait.numbers)
            return Double(number).map { $0.isFinite } ?? false ? number : "9e999"
        case 3: return "x'" + (0..<random.below(40)).map { _ in hex(UInt8(random.below(256))) }.joined() + "'"
        default: return "'" + Bait.text(&random).filter { $0 != "\u{0}" }.replacing("'", with: "''") + "'"
        }
    }

    private static func schema(_ file: SQLiteFile, _ name: String, _ column: String, _ random: inout SplitMix) {
        let text = value(&random)
        file.run(
            random.pick([
                "ALTER TABLE \(name) ADD COLUMN \"\(random.below(9)) x\"\"y\" TEXT DEFAULT \(text)",
                "ALTER TABLE \(name) RENAME COLUMN \(column) TO \"other\"",
                "ALTER TABLE \(name) RENAME TO \"a\"\"b'c\"",
                "CREATE VIEW \"v\(random.below(9))\" AS SELECT * FROM \(name)",
                "CREATE INDEX \"i\(random.below(99))\" ON \(name) (\(column))",
                "CREATE TABLE \"t\(random.below(99))\" (a, b AS (a + 1))",
                "UPDATE gpkg_geometry_columns SET column_name = \(text)",
                "UPDATE gpkg_contents SET table_name = \(text)",
                "UPDATE gpkg_spatial_ref_sys SET definition = \(text)",
                "UPDATE sqlite_master SET rootpage = \(random.below(30)) WHERE name = '\(random.pick(file.tables))'",
                "UPDATE sqlite_master SET sql = replace(sql, 'TEXT', \(text))",
                "UPDATE sqlite_master SET type = 'view' WHERE name = '\(random.pick(file.tables))'",
                "PRAGMA user_version = \(random.below(20000))",
            ]))
    }

    /// Changes a geometry: its header, a count, a type or a coordinate.
    private static func changeBlob(
        _ file: SQLiteFile, _ name: String, _ columns: [String], _ row: String, _ random: inout SplitMix
    ) {
        for column in columns {
            let found = file.texts(
                "SELECT hex(\(quoted(column))) FROM \(name) WHERE \(row) AND typeof(\(quoted(column))) = 'blob'")
            guard let digits = found.first.map({ Array($0.utf8) }), digits.count > 40 else { continue }
            var blob = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
            }
            switch random.below(6) {
            case 0: blob[random.below(8)] = UInt8(random.below(256))
            case 1: ByteMutation.apply(&blob, &random)
            case 2:
                let at = random.below(blob.count)
                blob.set(at, bytes: 4, Bait.integer(bits: 32, near: blob.number(at, bytes: 4), &random))
            default:
                // Coordinates stand at a multiple of 8 behind header, counts and types.
                let at = blob.count - 8 * (1 + random.below(blob.count / 8))
                let value = Double(bitPattern: blob.number(at, bytes: 8))
                blob.set(at, bytes: 8, (Double(Bait.number(near: "\(value)", &random)) ?? .nan).bitPattern)
            }
            file.run("UPDATE \(name) SET \(quoted(column)) = x'\(blob.map(hex).joined())' WHERE \(row)")
            return
        }
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    private static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
