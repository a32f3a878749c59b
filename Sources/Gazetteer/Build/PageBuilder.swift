/// Builds the page of one commune from its rows.
struct PageBuilder {
    private struct Street {
        var name: String
        var rows: [BuildRow]
        var id: String
        var kind = StreetKind.street
        var old = 0
        var locality = 0
    }

    /// Strings of a list, numbered from 1 in the order in which they are given.
    private struct StringList {
        var strings: [String] = []
        var places: [String: Int] = [:]

        mutating func place(_ text: String) -> Int {
            if text.isEmpty { return 0 }
            if let place = places[text] { return place }
            guard strings.count < 65_535 else { return 0 }
            strings.append(text)
            places[text] = strings.count
            return strings.count
        }
    }

    private var pool = ByteWriter()
    private var words = WordList()
    private(set) var summary = CommuneSummary()
    private(set) var duplicates = 0

    /// Builds a page; the bytes are the same whatever the order of the rows.
    mutating func build(code: String, _ buffer: [UInt8]) -> [UInt8] {
        pool.bytes.removeAll(keepingCapacity: true)
        duplicates = 0
        summary = CommuneSummary()
        summary.code = code
        return buffer.withUnsafeBytes { all in
            var rows: [BuildRow] = []
            var offset = 0
            while offset < all.count {
                let row = BuildRow(all, offset)
                rows.append(row)
                offset += row.record.count
            }
            rows.sort(by: BuildRow.before)
            return write(streets(rows), rows)
        }
    }

    /// Groups sorted rows to streets: same name and old commune, and same identifier of the street unless the name
    /// lost a cadastral number.
    private mutating func streets(_ rows: [BuildRow]) -> [Street] {
        var streets: [Street] = []
        for (index, row) in rows.enumerated() {
            if index > 0 {
                let last = rows[index - 1]
                let sameName =
                    BuildRow.compare(last.text(.street), row.text(.street)) == 0
                    && BuildRow.compare(last.text(.oldCode), row.text(.oldCode)) == 0
                if sameName, row.stripped || BuildRow.compare(last.text(.idStreet), row.text(.idStreet)) == 0 {
                    if BuildRow.compare(last.record, row.record) == 0 {
                        duplicates += 1
                    } else {
                        streets[streets.count - 1].rows.append(row)
                    }
                    continue
                }
            }
            streets.append(Street(name: row.string(.street), rows: [row], id: row.string(.idStreet)))
        }
        return streets
    }

    private func mostFrequent(_ counts: [String: Int]) -> String {
        counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }

    private mutating func write(_ found: [Street], _ rows: [BuildRow]) -> [UInt8] {
        var streets = found
        var suffixes = StringList()
        var localities = StringList()
        var olds = StringList()
        var postcodes: [UInt32] = []
        var postcodeCounts: [UInt32: Int] = [:]
        var names: [String: Int] = [:]
        var routings: [String: Int] = [:]
        for row in rows {
            names[row.string(.name), default: 0] += 1
            routings[row.string(.routing), default: 0] += 1
            postcodeCounts[row.postcode, default: 0] += 1
        }
        postcodes = postcodeCounts.keys.sorted { (postcodeCounts[$1]!, $0) < (postcodeCounts[$0]!, $1) }
        func postcodePlace(_ code: UInt32) -> Int { min(postcodes.firstIndex(of: code) ?? 255, 255) }

        var addresses = ByteWriter()
        var streetTable = ByteWriter()
        var exceptions: [(index: Int, id: String)] = []
        var addressCount = 0
        var streetWords: [[[UInt8]]] = []
        var stops: [UInt32] = []
        var types: [UInt8] = []
        var sumX = 0.0
        var sumY = 0.0
        for street in streets {
            for row in street.rows {
                _ = localities.place(row.string(.locality))
            }
        }
        // Localities with addresses of several streets become entries of their own.
        let named = Set(streets.map { folded($0.name) })
        var withLocality: [String: [BuildRow]] = [:]
        for street in streets {
            for row in street.rows where !row.text(.locality).isEmpty {
                withLocality[row.string(.locality), default: []].append(row)
            }
        }
        for (name, place) in localities.places.sorted(by: { $0.key < $1.key }) where !named.contains(folded(name)) {
            streets.append(
                Street(name: name, rows: withLocality[name] ?? [], id: "", kind: .locality, old: 0, locality: place))
        }

        var firsts: [Int] = []
        var wordsBefore = 0
        for index in streets.indices {
            let street = streets[index]
            firsts.append(addressCount)
            let (list, stop, type) = split(street.name)
            streetWords.append(list)
            stops.append(stop)
            types.append(type)
            var x = 0
            var y = 0
            for row in street.rows { (x, y) = (x + Int(row.longitude), y + Int(row.latitude)) }
            let count = max(street.rows.count, 1)
            let (meanX, meanY) = (x / count, y / count)
            // The address nearest to the mean stands for the street.
            let middle = street.rows.min { a, b in
                let da = (Int(a.longitude) - meanX, Int(a.latitude) - meanY)
                let db = (Int(b.longitude) - meanX, Int(b.latitude) - meanY)
                return da.0 * da.0 / 2 + da.1 * da.1 < db.0 * db.0 / 2 + db.1 * db.1
            }
            var kind = street.kind
            if kind == .street {
                if street.rows.allSatisfy({ $0.number == Format.Address.noNumber }) { kind = .place }
                var oldCounts: [String: Int] = [:]
                for row in street.rows.sorted(by: BuildRow.withinStreet) {
                    addresses.i32(row.longitude)
                    addresses.i32(row.latitude)
                    addresses.u32(row.number | Int(row.position & 15) << 20 | postcodePlace(row.postcode) << 24)
                    addresses.u16(suffixes.place(row.string(.suffix)))
                    addresses.u16(localities.place(row.string(.locality)))
                    sumX += Double(row.longitude)
                    sumY += Double(row.latitude)
                    let id = row.string(.id)
                    if !id.isEmpty {
                        exceptions.append((addressCount, id))
                    } else if !(row.text(.idStreet).elementsEqual(street.id.utf8)) {
                        let full = BANValue.identifier(
                            code: summary.code.utf8, street: row.text(.idStreet), number: row.number,
                            suffix: row.text(.suffix))
                        exceptions.append((addressCount, String(decoding: full, as: UTF8.self)))
                    }
                    let old = row.string(.oldName)
                    if !old.isEmpty { oldCounts[old + "\u{0}" + row.string(.oldCode), default: 0] += 1 }
                    addressCount += 1
                }
                let old = mostFrequent(oldCounts)
                streets[index].old = olds.place(old)
            } else {
                var counts: [String: Int] = [:]
                for row in street.rows where !row.text(.oldName).isEmpty {
                    counts[row.string(.oldName) + "\u{0}" + row.string(.oldCode), default: 0] += 1
                }
                streets[index].old = olds.place(mostFrequent(counts))
            }
            streets[index].kind = kind
            var streetPostcodes: [UInt32: Int] = [:]
            for row in street.rows { streetPostcodes[row.postcode, default: 0] += 1 }
            let postcode = streetPostcodes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
            let own = kind == .locality ? 0 : addressCount - firsts[index]
            streetTable.u32(pool.bytes.count)
            pool.text(street.name)
            streetTable.u16(street.name.utf8.count)
            streetTable.u8(type)
            streetTable.u8(kind.rawValue)
            streetTable.u32(wordsBefore)
            wordsBefore += list.count
            streetTable.u16(list.count)
            streetTable.u16(postcodes.firstIndex(of: postcode) ?? 0)
            streetTable.u32(firsts[index])
            streetTable.u32(own)
            streetTable.u32(pool.bytes.count)
            pool.text(street.id)
            streetTable.u16(street.id.utf8.count)
            streetTable.u16(streets[index].old)
            streetTable.i32(middle?.longitude ?? 0)
            streetTable.i32(middle?.latitude ?? 0)
            streetTable.u16(street.locality)
            streetTable.u16(0)
            streetTable.u32(Int(stop))
        }

        // The words of the commune, by hash, with their streets.
        var wordStreets: [[UInt8]: [Int]] = [:]
        for (street, list) in streetWords.enumerated() {
            for word in Set(list) { wordStreets[word, default: []].append(street) }
        }
        func hash(_ word: [UInt8]) -> UInt32 { word.withUnsafeBufferPointer { WordHash.of($0) } }
        let sorted = wordStreets.keys.map { (hash($0), $0) }.sorted {
            $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1)
        }
        var numbers: [[UInt8]: Int] = [:]
        for (index, word) in sorted.enumerated() { numbers[word.1] = index }

        var page = ByteWriter()
        let streetWordCount = streetWords.reduce(0) { $0 + $1.count }
        let postingCount = wordStreets.values.reduce(0) { $0 + $1.count }
        // Lists of strings, and the texts of the words, one after the other at the end of the pool.
        var lists = ByteWriter()
        for list in [suffixes.strings, localities.strings] {
            for text in list {
                lists.u32(pool.bytes.count)
                lists.u32(text.utf8.count)
                pool.text(text)
            }
        }
        for text in olds.strings {
            let parts = text.split(separator: "\u{0}", omittingEmptySubsequences: false)
            lists.u32(pool.bytes.count)
            lists.u32(parts[0].utf8.count)
            pool.text(String(parts[0]))
            var code = Array((parts.count > 1 ? parts[1] : "").utf8.prefix(8))
            while code.count < 8 { code.append(0) }
            for byte in code { lists.u8(byte) }
        }
        for code in postcodes { lists.u32(Int(code)) }
        for (index, id) in exceptions {
            lists.u32(index)
            lists.u32(pool.bytes.count)
            lists.u32(id.utf8.count)
            pool.text(id)
        }
        var texts = ByteWriter()
        for (_, word) in sorted {
            texts.u32(pool.bytes.count)
            pool.bytes.append(contentsOf: word)
        }
        texts.u32(pool.bytes.count)

        for count in [
            streets.count, addressCount, sorted.count, postingCount, streetWordCount, suffixes.strings.count,
            localities.strings.count, olds.strings.count, postcodes.count, exceptions.count, pool.bytes.count, 0,
        ] { page.u32(count) }
        page.bytes.append(contentsOf: addresses.bytes)
        page.bytes.append(contentsOf: streetTable.bytes)
        for (hash, _) in sorted { page.u32(Int(hash)) }
        for (_, word) in sorted { page.u32(Int(word.withUnsafeBufferPointer { WordHash.signature($0) })) }
        for (_, word) in sorted { page.u32(Int(word.withUnsafeBufferPointer { Phonetic.key($0) })) }
        page.bytes.append(contentsOf: texts.bytes)
        var start = 0
        for (_, word) in sorted {
            page.u32(start)
            start += wordStreets[word]!.count
        }
        page.u32(start)
        for (_, word) in sorted { for street in wordStreets[word]! { page.u32(street) } }
        for list in streetWords { for word in list { page.u32(numbers[word]!) } }
        page.bytes.append(contentsOf: lists.bytes)
        page.bytes.append(contentsOf: pool.bytes)
        page.align(8)

        summary.name = mostFrequent(names)
        if summary.name.isEmpty { summary.name = mostFrequent(routings) }
        summary.routings = routings.keys.filter { !$0.isEmpty }.sorted()
        summary.olds = olds.strings.map { text in
            let parts = text.split(separator: "\u{0}", omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        summary.postcodes = postcodes.filter { $0 != 0 }.map { ($0, postcodeCounts[$0]!) }
        summary.addresses = addressCount
        summary.streets = streets.count
        summary.longitude = Int32(sumX / Double(max(addressCount, 1)))
        summary.latitude = Int32(sumY / Double(max(addressCount, 1)))
        summary.words = sorted.map { ($0.1, wordStreets[$0.1]!.count) }
        summary.checksum = Checksum.of(page.bytes)
        summary.pageLength = page.bytes.count
        return page.bytes
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

    /// The words by which a street is found, a hash of its articles, and its type.
    private mutating func split(_ name: String) -> ([[UInt8]], UInt32, UInt8) {
        words.read(name)
        return StreetName.split(words)
    }
}
