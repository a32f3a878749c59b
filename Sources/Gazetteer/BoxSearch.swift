public import Planar

extension Gazetteer {
    /// Calls `body` with every address in a box (x longitude, y latitude, degrees WGS84; its sides belong to it), by commune, street,
    /// number and suffix.
    ///
    /// A number with several positions is one address, at its best position. Rows without a number are given too. Linear in
    /// the number of communes (a box each) and in the addresses of those whose box meets this one: microseconds a
    /// thousand. A commune whose part of the file is damaged has no addresses.
    public func forEachAddress(in box: Box, _ body: (AddressEntry) -> Void) {
        search(box) { page, street, row in body(entry(page, row, street: street)) }
    }

    /// Calls `body` with the position of every address in a box, in degrees; see ``forEachAddress(in:_:)``.
    public func forEachPosition(in box: Box, _ body: (_ position: Point) -> Void) {
        search(box) { page, _, row in
            let point = page.point(row)
            body(Point(x: point.lon, y: point.lat))
        }
    }

    /// Calls `body` with every address of a street, by number and suffix, each at its best position.
    public func forEachAddress(ofStreet id: UInt32, _ body: (AddressEntry) -> Void) {
        let commune = directory.commune(ofStreet: Int(id))
        guard let page = page(commune) else { return }
        let street = Int(id) - directory.firstStreet(commune)
        guard street < page.streetCount, page.streetKind(street) != .locality else { return }
        forEachNumber(page, street) { body(entry(page, $0, street: street)) }
    }

    /// The identifier of an address in the BAN; empty for one that is not of this gazetteer.
    public func banID(of address: AddressEntry) -> String {
        let commune = directory.commune(ofAddress: Int(address.id))
        guard let page = page(commune) else { return "" }
        let row = Int(address.id) - directory.firstAddress(commune)
        let street = Int(address.street) - directory.firstStreet(commune)
        guard row >= 0, row < page.addressCount, street >= 0, street < page.streetCount else { return "" }
        return banID(page, row, street: street)
    }

    func banID(_ page: Page, _ row: Int, street: Int) -> String {
        page.exception(row)
            ?? String(
                decoding: BANValue.identifier(
                    code: directory.code(page.commune).utf8, street: page.streetID(street).utf8,
                    number: page.number(row), suffix: page.suffix(page.suffixIndex(row))), as: UTF8.self)
    }

    private func search(_ box: Box, _ body: (_ page: Page, _ street: Int, _ row: Int) -> Void) {
        // In the file's whole numbers; a hair is added, since a box in degrees has no whole sides.
        let (west, south) = ((box.minX * 1e7).rounded(.down), (box.minY * 1e7).rounded(.down))
        let (east, north) = ((box.maxX * 1e7).rounded(.up), (box.maxY * 1e7).rounded(.up))
        guard !box.isEmpty else { return }
        for commune in 0..<directory.communeCount {
            let own = directory.box(commune)
            guard Double(own.west) <= east, Double(own.east) >= west, Double(own.south) <= north,
                Double(own.north) >= south, !checksPages || isSound(commune), let page = page(commune)
            else { continue }
            for street in 0..<page.streetCount where page.streetKind(street) != .locality {
                forEachNumber(page, street) { row in
                    let (lon, lat) = page.degrees(row)
                    guard Double(lon) >= west, Double(lon) <= east, Double(lat) >= south, Double(lat) <= north else {
                        return
                    }
                    body(page, street, row)
                }
            }
        }
    }

    /// The best position of each number of a street; every row that has none.
    private func forEachNumber(_ page: Page, _ street: Int, _ body: (_ row: Int) -> Void) {
        forEachNumber(page, page.addressRange(street), body) { _ in true }
    }

    /// The best position of each number of a range of rows; every row that has none.
    func forEachNumber(_ page: Page, _ range: Range<Int>, _ body: (_ row: Int) -> Void, where keep: (Int) -> Bool) {
        var last = (number: -1, suffix: -1)
        for row in range where keep(row) {
            let key = (number: page.number(row), suffix: page.suffixIndex(row))
            if key == last, key.number != Format.Address.noNumber { continue }
            last = key
            body(row)
        }
    }
}
