/// What a location is made of.
public enum Place: Sendable, Hashable {
    /// An address of the base, by its row in the gazetteer.
    case address(UInt32)
    /// A point computed between neighbours; degrees WGS84, radius in metres.
    case interpolated(longitude: Double, latitude: Double, radius: Double)
    /// Every address of a street, by its number in the gazetteer.
    case street(UInt32)
    /// Every address of a locality (lieu-dit), by its number among the streets.
    case locality(UInt32)
    /// Every address of a commune, by its number in the gazetteer.
    case commune(UInt32)
}

/// A place and its share of a location; the weights of a match add up to 1.
public struct WeightedPlace: Sendable, Hashable {
    /// The place.
    public let place: Place
    /// Its share, from 0 to 1.
    public let weight: Double

    /// A place with its weight, from 0 to 1.
    public init(place: Place, weight: Double) {
        self.place = place
        self.weight = weight
    }
}

extension Gazetteer {
    /// Calls `body` with each point of a place: the entrance, the computed point, or every address.
    ///
    /// Longitude and latitude are degrees WGS84; `radius` is in metres and given for computed points only: for others
    /// it follows from the position type. A number with several positions gives its best one only. A place that is not
    /// of this gazetteer has no points. Linear in the number of addresses.
    public func forEachPoint(
        of place: Place, _ body: (_ lon: Double, _ lat: Double, _ positionType: PositionType, _ radius: Double?) -> Void
    ) {
        switch place {
        case .interpolated(let lon, let lat, let radius):
            body(lon, lat, .interpolated, radius)
        case .address(let row):
            let commune = directory.commune(ofAddress: Int(row))
            guard let page = page(commune) else { return }
            let index = Int(row) - directory.firstAddress(commune)
            guard index >= 0, index < page.addressCount else { return }
            let point = page.point(index)
            body(point.lon, point.lat, page.positionType(index), nil)
        case .street(let number), .locality(let number):
            let commune = directory.commune(ofStreet: Int(number))
            guard let page = page(commune) else { return }
            let street = Int(number) - directory.firstStreet(commune)
            guard street >= 0, street < page.streetCount else { return }
            let locality = page.streetLocality(street)
            if page.streetKind(street) == .locality {
                each(page, 0..<page.addressCount, body) { page.localityIndex($0) == locality }
            } else {
                each(page, page.addressRange(street), body) { _ in true }
            }
        case .commune(let commune):
            guard let page = page(Int(commune)) else { return }
            for street in 0..<page.streetCount where page.streetKind(street) != .locality {
                each(page, page.addressRange(street), body) { _ in true }
            }
        }
    }

    /// The best position of each number of a range of addresses.
    private func each(
        _ page: Page, _ range: Range<Int>,
        _ body: (_ lon: Double, _ lat: Double, _ positionType: PositionType, _ radius: Double?) -> Void,
        where keep: (Int) -> Bool
    ) {
        forEachNumber(
            page, range,
            { row in
                let point = page.point(row)
                body(point.lon, point.lat, page.positionType(row), nil)
            }, where: keep)
    }
}
