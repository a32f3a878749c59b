/// Builds the global sections from the summaries of the communes.
struct SectionBuilder {
    private var strings = ByteWriter()
    private var places: [String: Int] = [:]
    private var words = WordList()

    /// A word of the whole base with the communes that have it.
    struct WordCommunes {
        var communes: [UInt32] = []
        var streets = 0
    }

    private mutating func place(_ text: String) -> Int {
        if let place = places[text] { return place }
        let place = strings.bytes.count
        strings.text(text)
        places[text] = place
        return place
    }

    /// The sections but the pages, in the order of the file.
    mutating func sections(
        _ communes: [CommuneSummary], _ global: [[UInt8]: WordCommunes], meta: [UInt8]
    ) -> [(Format.Section, [UInt8])] {
        var table = ByteWriter()
        var names:
            [(hash: UInt64, commune: Int, text: String, signature: UInt32, words: Int, kind: CommuneNameKind, old: Int)] =
                []
        var postcodes: [(code: UInt32, commune: Int, addresses: Int)] = []
        var firstStreet = 0
        var firstAddress = 0
        for (index, commune) in communes.enumerated() {
            var code = Array(commune.code.utf8.prefix(5))
            while code.count < 8 { code.append(0) }
            for byte in code { table.u8(byte) }
            table.u64(UInt64(commune.pageOffset))
            table.u64(commune.checksum)
            table.u32(commune.pageLength)
            table.u32(place(commune.name))
            table.u32(commune.addresses)
            table.u32(commune.streets)
            table.u32(firstStreet)
            table.u32(firstAddress)
            table.i32(commune.longitude)
            table.i32(commune.latitude)
            table.u16(commune.name.utf8.count)
            table.u16(commune.arrondissement)
            table.u32(place(commune.city))
            table.u16(commune.city.utf8.count)
            table.u16(0)
            table.u32(Int(commune.postcodes.first?.code ?? 0))
            for edge in [commune.west, commune.south, commune.east, commune.north] { table.i32(edge) }
            table.u64(0)
            firstStreet += commune.streets
            firstAddress += commune.addresses
            for postcode in commune.postcodes { postcodes.append((postcode.code, index, postcode.addresses)) }
            var seen: Set<UInt64> = []
            var all: [(String, CommuneNameKind, Int)] = [(commune.name, .official, 0)]
            if commune.city != commune.name {
                all.append((commune.city, .city, 0))
                all.append(("\(commune.city) \(commune.arrondissement)", .official, 0))
            }
            all += commune.routings.map { ($0, CommuneNameKind.routing, 0) }
            all += commune.olds.enumerated().map { ($1.name, CommuneNameKind.old, $0 + 1) }
            for (name, kind, old) in all {
                words.read(name)
                let (hash, signature, count) = CommuneName.key(words, 0..<words.words.count)
                if count > 0, seen.insert(hash).inserted {
                    names.append(
                        (hash, index, CommuneName.text(words, 0..<words.words.count), signature, count, kind, old))
                }
            }
        }
        names.sort { ($0.hash, $0.commune) < ($1.hash, $1.commune) }
        var nameTable = ByteWriter()
        for name in names {
            nameTable.u64(name.hash)
            nameTable.u32(place(name.text))
            nameTable.u32(name.commune)
            nameTable.u32(Int(name.signature))
            nameTable.u16(name.text.utf8.count)
            nameTable.u16(name.kind.rawValue)
            nameTable.u16(name.words)
            nameTable.u16(name.old)
            nameTable.u32(0)
        }
        postcodes.sort { ($0.code, $0.commune) < ($1.code, $1.commune) }
        var postcodeTable = ByteWriter()
        for postcode in postcodes {
            postcodeTable.u32(Int(postcode.code))
            postcodeTable.u32(postcode.commune)
            postcodeTable.u32(postcode.addresses)
        }
        var wordTable = ByteWriter()
        var postings = ByteWriter()
        for word in PageWords.sorted(global.keys) {
            let entry = global[word]!
            wordTable.u32(Int(PageWords.hash(word)))
            wordTable.u32(Int(PageWords.signature(word)))
            wordTable.u32(strings.bytes.count)
            wordTable.u32(postings.bytes.count / 4)
            wordTable.u32(entry.communes.count)
            wordTable.u16(word.count)
            wordTable.u16(min(entry.streets, 65_535))
            strings.bytes.append(contentsOf: word)
            for commune in entry.communes { postings.u32(Int(commune)) }
        }
        return [
            (.communes, table.bytes), (.strings, strings.bytes), (.names, nameTable.bytes),
            (.postcodes, postcodeTable.bytes), (.words, wordTable.bytes), (.postings, postings.bytes), (.meta, meta),
        ]
    }
}
