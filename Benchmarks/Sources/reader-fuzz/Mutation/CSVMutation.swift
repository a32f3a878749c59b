import Seeded

/// Changes cells, rows, headings and the dialect of a CSV, so that it stays one.
enum CSVMutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) -> Bool {
        guard !bytes.isEmpty, !bytes.contains(0) else { return false }
        var table = PlainTable(bytes)
        guard !table.rows.isEmpty else { return false }
        for _ in 0..<random.few(upTo: 20) { edit(&table, &random) }
        let isRedressed = random.oneIn(5)
        if isRedressed { table.redress(&random) }
        bytes = table.bytes
        if isRedressed { dress(&bytes, table.delimiter, &random) }
        return true
    }

    private static func edit(_ table: inout PlainTable, _ random: inout SplitMix) {
        guard !table.rows.isEmpty else { return table.rows = [[Array("a".utf8)]] }
        let row = random.below(table.rows.count)
        switch random.below(20) {
        case 0: table.rows.insert(table.rows[row], at: random.below(table.rows.count))
        case 1 where row > 0: table.rows.remove(at: row)
        case 2: table.rows.swapAt(row, max(row, 1) % table.rows.count)
        case 3 where row > 0: table.rows[row] = Array(table.rows[row].prefix(random.below(20)))
        case 4 where row > 0: table.rows[row].append(Array(Bait.text(&random).utf8))
        case 5: table.rows.insert([], at: row)
        case 6 where random.oneIn(10): table.rows += Array(repeating: table.rows[row], count: random.few(upTo: 3000))
        case 7 where random.oneIn(3): editColumns(&table, &random)
        default:
            // The headings are changed less often than cells: by them a reader knows what it reads.
            let row = row == 0 && !random.oneIn(6) ? random.below(table.rows.count) : row
            guard !table.rows[row].isEmpty else { return }
            let column = random.below(table.rows[row].count)
            let old = String(decoding: table.rows[row][column], as: UTF8.self)
            table.rows[row][column] = cell(old, table, column, &random)
        }
    }

    private static func cell(
        _ old: String, _ table: PlainTable, _ column: Int, _ random: inout SplitMix
    ) -> [UInt8] {
        switch random.below(8) {
        case 0, 1: return random.pick(table.rows).dropFirst(column).first ?? []
        case 2: return random.pick(random.pick(table.rows.filter { !$0.isEmpty }))
        case 3:
            var bytes = Array(old.utf8)
            ByteMutation.apply(&bytes, &random)
            return bytes.filter { $0 != 0 }
        default: break
        }
        let number = old.replacing(",", with: ".")
        if Double(number) != nil {
            let new = random.oneIn(3) ? random.pick(Bait.frenchNumbers) : Bait.number(near: number, &random)
            return Array((old.contains(",") ? new.replacing(".", with: ",") : new).utf8)
        }
        let isDate = old.count == 10 && old.filter { $0 == "/" || $0 == "-" }.count == 2
        return Array((isDate ? random.pick(Bait.dates) : Bait.text(&random)).utf8.filter { $0 != 0 })
    }

    private static func editColumns(_ table: inout PlainTable, _ random: inout SplitMix) {
        let width = table.rows[0].count
        let (first, second) = (random.below(width), random.below(width))
        let name = Array(random.pick(Self.headings).utf8)
        let kind = random.below(4)
        for row in table.rows.indices where first < table.rows[row].count && second < table.rows[row].count {
            switch kind {
            case 0: table.rows[row].remove(at: first)
            case 1: table.rows[row].insert(table.rows[row][first], at: second)
            case 2: table.rows[row].swapAt(first, second)
            default: if row == 0 { table.rows[row][first] = name }
            }
        }
    }

    /// Headings that mean something to one reader or another.
    private static let headings = [
        "adresse", "commune", "code_postal", "longitude", "latitude", "lon", "lat", "x", "y", "coordonnees", "wkt",
        "geo_point_2d", "code_qp_2024", "qpv_verdict", "sexe", "age", "date_naissance", "insee_com", "numero", "nom",
        "total", "date_ouverture", "id", "", "categorie", "nb_logements", "montant", "annee", "part_qpv",
    ]

    /// Puts the text into another encoding, or something in front of it.
    private static func dress(_ bytes: inout [UInt8], _ delimiter: UInt8, _ random: inout SplitMix) {
        switch random.below(9) {
        case 0: bytes = [0xEF, 0xBB, 0xBF] + bytes
        case 1: bytes = UTF16Form.bytes(bytes, isLittle: true)
        case 2: bytes = UTF16Form.bytes(bytes, isLittle: false)
        case 3: bytes = Array("sep=".utf8) + [delimiter, 0x0A] + bytes
        case 4: bytes = Array("Liste au 31/12/2024\n\n".utf8) + bytes
        case 5: bytes = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
        case 6: bytes = GzipMutation.stored(bytes)
        default: break
        }
    }
}
