/// Builds the page of one commune from its rows.
struct PageBuilder {
    private var pool = ByteWriter()
    private var addresses = ByteWriter()
    private var table = ByteWriter()
    private var suffixes = StringList()
    private var localities = StringList()
    private var olds = StringList()
    private var postcodes: [UInt32] = []
    private var exceptions: [(index: Int, id: String)] = []
    private var words = WordList()

    /// What the global sections must know of the commune.
    private(set) var summary = CommuneSummary()
    /// Rows that repeated another.
    private(set) var duplicates = 0

    /// Builds a page from packed rows (``BuildRow``); the bytes are the same whatever the order of the rows.
    static func build(code: String, _ rows: [UInt8]) -> (page: [UInt8], summary: CommuneSummary, duplicates: Int) {
        var builder = PageBuilder()
        builder.summary.code = code
        let page = rows.withUnsafeBytes { builder.build($0) }
        return (page, builder.summary, builder.duplicates)
    }

    private mutating func build(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var rows: [BuildRow] = []
        var offset = 0
        while offset < bytes.count {
            let row = BuildRow(bytes, offset)
            rows.append(row)
            offset += row.record.count
        }
        rows.sort(by: BuildRow.before)
        summarise(rows)
        var (streets, duplicates) = StreetRows.group(rows)
        self.duplicates = duplicates
        streets += localities(beside: streets)
        var streetWords: [[[UInt8]]] = []
        var firstWord = 0
        for street in streets {
            words.read(street.name)
            let name = StreetName.split(words)
            write(street, name, firstWord: firstWord)
            firstWord += name.words.count
            streetWords.append(name.words)
        }
        return page(PageWords(streetWords), streetCount: streets.count)
    }

    /// Names, postcodes and the mean of the rows.
    private mutating func summarise(_ rows: [BuildRow]) {
        var (names, routings, codes) = (Tally<String>(), Tally<String>(), Tally<UInt32>())
        for row in rows {
            names.add(row.string(.name))
            routings.add(row.string(.routing))
            codes.add(row.postcode)
        }
        postcodes = codes.sorted
        summary.name = names.first ?? ""
        if summary.name.isEmpty { summary.name = routings.first ?? "" }
        summary.routings = routings.counts.keys.filter { !$0.isEmpty }.sorted()
        summary.postcodes = postcodes.filter { $0 != 0 }.map { ($0, codes.counts[$0]!) }
    }

    /// The localities that addresses name beside their street, but those that are streets themselves.
    private mutating func localities(beside streets: [StreetRows]) -> [StreetRows] {
        var rows: [String: [BuildRow]] = [:]
        for street in streets {
            for row in street.rows where !row.text(.locality).isEmpty {
                let name = row.string(.locality)
                if localities.place(name) > 0 { rows[name, default: []].append(row) }
            }
        }
        let named = Set(streets.map { folded($0.name) })
        return localities.places.sorted { $0.key < $1.key }.filter { !named.contains(folded($0.key)) }.map {
            StreetRows(locality: $0.key, place: $0.value, rows: rows[$0.key] ?? [])
        }
    }

    private mutating func folded(_ name: String) -> [UInt8] {
        words.read(name)
        var key: [UInt8] = []
        for index in words.words.indices where !words.words[index].has(.stop) {
            words.with(index) { key.append(contentsOf: $0) }
            key.append(0x20)
        }
        return key
    }

    /// Adds a street to the table, and its addresses unless it is a locality, whose addresses belong to streets.
    private mutating func write(
        _ street: StreetRows, _ name: (words: [[UInt8]], stops: UInt32, type: UInt8), firstWord: Int
    ) {
        let first = summary.addresses
        if street.kind != .locality { for row in street.rows { write(row, of: street) } }
        let middle = street.middle
        table.u32(pool.bytes.count)
        pool.text(street.name)
        table.u16(street.name.utf8.count)
        table.u8(name.type)
        table.u8(street.kind.rawValue)
        table.u32(firstWord)
        table.u16(name.words.count)
        table.u16(postcodes.firstIndex(of: street.postcode) ?? 0)
        table.u32(first)
        table.u32(summary.addresses - first)
        table.u32(pool.bytes.count)
        pool.text(street.id)
        table.u16(street.id.utf8.count)
        table.u16(olds.place(street.oldCommune))
        table.i32(middle?.longitude ?? 0)
        table.i32(middle?.latitude ?? 0)
        table.u16(street.locality)
        table.u16(0)
        table.u32(Int(name.stops))
    }

    private mutating func write(_ row: BuildRow, of street: StreetRows) {
        let postcode = min(postcodes.firstIndex(of: row.postcode) ?? 255, 255)
        addresses.i32(row.longitude)
        addresses.i32(row.latitude)
        // The nought of a place is no number.
        let isPlace = street.kind == .place && row.number == 0
        let number = isPlace ? Format.Address.noNumber : row.number
        addresses.u32(number | Int(row.position & 15) << 20 | postcode << 24)
        addresses.u16(suffixes.place(row.string(.suffix)))
        addresses.u16(localities.place(row.string(.locality)))
        let id = row.string(.id)
        if !id.isEmpty {
            exceptions.append((summary.addresses, id))
        } else if isPlace || !(row.text(.idStreet).elementsEqual(street.id.utf8)) {
            let full = BANValue.identifier(
                code: summary.code.utf8, street: row.text(.idStreet), number: row.number, suffix: row.text(.suffix))
            exceptions.append((summary.addresses, String(decoding: full, as: UTF8.self)))
        }
        summary.add(longitude: row.longitude, latitude: row.latitude)
    }

    /// The page: counts, addresses, streets, words, lists, and the pool of their texts.
    private mutating func page(_ words: PageWords, streetCount: Int) -> [UInt8] {
        let lists = lists()
        let starts = words.place(in: &pool)
        var page = ByteWriter()
        for count in [
            streetCount, summary.addresses, words.count, words.postingCount, words.streetWordCount,
            suffixes.strings.count, localities.strings.count, olds.strings.count, postcodes.count, exceptions.count,
            pool.bytes.count, 0,
        ] { page.u32(count) }
        page.bytes.append(contentsOf: addresses.bytes)
        page.bytes.append(contentsOf: table.bytes)
        words.write(to: &page, starts: starts)
        page.bytes.append(contentsOf: lists.bytes)
        page.bytes.append(contentsOf: pool.bytes)
        page.align(8)

        summary.olds = olds.strings.map(Self.nameAndCode)
        summary.streets = streetCount
        summary.words = zip(words.texts, words.streets).map { ($0, $1.count) }
        summary.checksum = Checksum.of(page.bytes)
        summary.pageLength = page.bytes.count
        return page.bytes
    }

    /// The tables of the lists of strings; their texts go to the pool.
    private mutating func lists() -> ByteWriter {
        var lists = ByteWriter()
        func add(_ text: String, _ pool: inout ByteWriter) {
            lists.u32(pool.bytes.count)
            lists.u32(text.utf8.count)
            pool.text(text)
        }
        for text in suffixes.strings + localities.strings { add(text, &pool) }
        for (name, code) in olds.strings.map(Self.nameAndCode) {
            add(name, &pool)
            for place in 0..<8 { lists.u8(code.utf8.dropFirst(place).first ?? 0) }
        }
        for code in postcodes { lists.u32(Int(code)) }
        for (index, id) in exceptions {
            lists.u32(index)
            add(id, &pool)
        }
        return lists
    }

    /// Splits what ``StreetRows/oldCommune`` put together.
    private static func nameAndCode(_ text: String) -> (name: String, code: String) {
        let parts = text.split(separator: "\u{0}", omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
}
