extension Gazetteer {
    /// Every commune, by INSEE code.
    public var communes: [CommuneEntry] { (0..<directory.communeCount).map(entry) }

    /// The communes of this name, whatever its case, accents and articles: official, old, or of the post.
    ///
    /// "Paris" gives its arrondissements. Sorted by INSEE code.
    public func communes(named name: String) -> [CommuneEntry] {
        var words = WordList()
        words.read(name)
        let (hash, _, count) = CommuneName.key(words, 0..<words.words.count)
        guard count > 0 else { return [] }
        return Set(directory.entries(nameHash: hash).map { directory.nameCommune($0) }).sorted().map(entry)
    }

    /// The communes with this INSEE code; 75056, 69123 and 13055 give the arrondissements.
    public func communes(citycode: String) -> [CommuneEntry] {
        guard citycode.utf8.count == 5 else { return [] }
        return directory.communes(code: CommuneFinder.prefix(Array(citycode.utf8))).map(entry)
    }

    /// The communes with this postcode, sorted by INSEE code.
    public func communes(postcode: String) -> [CommuneEntry] {
        guard let code = UInt32(postcode) else { return [] }
        return directory.entries(postcode: code).map { entry(directory.postcodeCommune($0)) }
    }

    /// Whether a commune of the base has this postcode.
    public func hasPostcode(_ postcode: String) -> Bool {
        UInt32(postcode).map { !directory.entries(postcode: $0).isEmpty } ?? false
    }

    /// Whether the base has addresses of the commune with this INSEE code.
    public func hasCommune(_ citycode: String) -> Bool { !communes(citycode: citycode).isEmpty }

    /// Whether one of some communes took in the former commune with this INSEE code. Linear in their former communes.
    public func hasFormerCommune(_ citycode: String, in communes: [CommuneEntry]) -> Bool {
        communes.contains { commune in
            guard let page = page(Int(commune.id)) else { return false }
            return (1..<page.oldCommuneCount + 1).contains { page.oldCommune($0).code == citycode }
        }
    }

    /// The streets, places and localities of a commune, sorted by name.
    public func streets(inCommune citycode: String) -> [StreetEntry] {
        communes(citycode: citycode).flatMap { commune -> [StreetEntry] in
            guard let page = page(Int(commune.id)) else { return [] }
            return (0..<page.streetCount).map { entry(page, $0) }
        }
    }

    /// Calls `body` with every address of a commune, by street, number and suffix, best position first.
    public func forEachAddress(inCommune citycode: String, _ body: (AddressEntry) -> Void) {
        for commune in communes(citycode: citycode) { forEachAddress(commune: Int(commune.id), body) }
    }

    /// Calls `body` with every address of the base.
    public func forEachAddress(_ body: (AddressEntry) -> Void) {
        for commune in 0..<directory.communeCount { forEachAddress(commune: commune, body) }
    }

    /// The street, place or locality with this number; nil when there is none.
    public func street(_ id: UInt32) -> StreetEntry? {
        let commune = directory.commune(ofStreet: Int(id))
        guard let page = page(commune), Int(id) - directory.firstStreet(commune) < page.streetCount else { return nil }
        return entry(page, Int(id) - directory.firstStreet(commune))
    }

    /// The address of this row; nil when there is none. Linear in the number of streets of its commune.
    public func address(_ row: UInt32) -> AddressEntry? {
        let commune = directory.commune(ofAddress: Int(row))
        guard let page = page(commune) else { return nil }
        let index = Int(row) - directory.firstAddress(commune)
        guard index >= 0, index < page.addressCount else { return nil }
        let street = (0..<page.streetCount).first { page.addressRange($0).contains(index) }
        return entry(page, index, street: street ?? 0)
    }

    private func forEachAddress(commune: Int, _ body: (AddressEntry) -> Void) {
        guard let page = page(commune) else { return }
        for street in 0..<page.streetCount where page.streetKind(street) != .locality {
            for index in page.addressRange(street) { body(entry(page, index, street: street)) }
        }
    }

    private func entry(_ commune: Int) -> CommuneEntry {
        let point = directory.point(commune)
        return CommuneEntry(
            id: UInt32(commune), citycode: directory.code(commune), name: directory.name(commune),
            city: directory.city(commune), postcode: Postcode.text(directory.postcode(commune)),
            streets: directory.streetCount(commune), addresses: directory.addressCount(commune), longitude: point.lon,
            latitude: point.lat)
    }

    func entry(_ page: Page, _ street: Int) -> StreetEntry {
        let point = page.streetPoint(street)
        let id = page.streetID(street)
        let code = directory.code(page.commune)
        return StreetEntry(
            id: UInt32(directory.firstStreet(page.commune) + street), banID: id.isEmpty ? "" : "\(code)_\(id)",
            name: page.streetName(street), postcode: Postcode.text(page.streetPostcode(street)), citycode: code,
            oldCity: page.oldCommune(page.streetOld(street)).name, isLocality: page.streetKind(street) != .street,
            addresses: page.addressRange(street).count, longitude: point.lon, latitude: point.lat)
    }

    func entry(_ page: Page, _ index: Int, street: Int) -> AddressEntry {
        let point = page.point(index)
        let number = page.number(index)
        return AddressEntry(
            id: UInt32(directory.firstAddress(page.commune) + index),
            street: UInt32(directory.firstStreet(page.commune) + street),
            number: number == Format.Address.noNumber ? 0 : number,
            suffix: String(decoding: page.suffix(page.suffixIndex(index)), as: UTF8.self),
            postcode: Postcode.text(page.addressPostcode(index)), longitude: point.lon, latitude: point.lat,
            positionType: page.positionType(index))
    }
}
