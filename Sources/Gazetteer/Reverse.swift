import Foundation

/// What of the base lies nearest to a position.
public struct Nearest: Sendable, Hashable {
    /// The nearest address that has a number; nil when the base has none.
    public let address: AddressEntry?
    /// From the position to that address, in metres; 0 when there is none.
    public let addressDistance: Double
    /// The street or place that has the nearest row, with or without a number.
    ///
    /// The base holds addresses, not the lines of streets: a street without addresses is not found, and a long one counts
    /// from its nearest address.
    public let street: StreetEntry
    /// From the position to the nearest row of that street, in metres.
    public let streetDistance: Double
}

extension Gazetteer {
    /// The address and the street nearest to a position, given in degrees WGS84; nil for what is no position.
    ///
    /// Distances are metres on the plane that touches the ellipsoid at the position: right to 0.1 % within 10 km, and
    /// only an order of magnitude beyond 100 km. Of equal distances the first row of the base answers. Linear in the
    /// number of communes (a box each) and in the addresses of the few communes whose box is near: about a
    /// millisecond in the whole country. A commune whose part of the file is damaged has no addresses.
    public func nearest(longitude: Double, latitude: Double) -> Nearest? {
        guard abs(longitude) <= 180, abs(latitude) <= 90 else { return nil }
        let plane = TangentPlane(longitude: longitude, latitude: latitude)
        var address = Closest()
        var street = Closest()
        func read(_ commune: Int) {
            guard !checksPages || isSound(commune), let page = page(commune) else { return }
            for row in 0..<page.addressCount {
                let square = plane.square(to: page.degrees(row))
                if square <= street.square { street.take(square, commune, row) }
                if square <= address.square, page.number(row) != Format.Address.noNumber {
                    address.take(square, commune, row)
                }
            }
        }
        // One commune whose box is nearest gives a bound; few boxes are within it.
        let squares = (0..<directory.communeCount).map { plane.square(to: directory.box($0)) }
        guard let first = squares.indices.min(by: { squares[$0] < squares[$1] }) else { return nil }
        read(first)
        var near = squares.indices.filter { squares[$0] <= address.square && $0 != first }
        near.sort { (squares[$0], $0) < (squares[$1], $1) }
        // The address is never nearer than the street's row.
        for commune in near where squares[commune] <= address.square { read(commune) }
        guard let (page, number) = self.street(of: street) else { return nil }
        return Nearest(
            address: self.street(of: address).map { entry($0.page, address.row, street: $0.street) },
            addressDistance: address.commune < 0 ? 0 : address.square.squareRoot(), street: entry(page, number),
            streetDistance: street.square.squareRoot())
    }

    private func street(of row: Closest) -> (page: Page, street: Int)? {
        guard let page = page(row.commune),
            let street = (0..<page.streetCount).first(where: { page.addressRange($0).contains(row.row) })
        else { return nil }
        return (page, street)
    }
}

/// The row nearest so far.
private struct Closest {
    /// The square of the distance, in square metres.
    var square = Double.infinity
    var commune = -1
    var row = -1

    mutating func take(_ square: Double, _ commune: Int, _ row: Int) {
        if (square, commune, row) < (self.square, self.commune, self.row) {
            (self.square, self.commune, self.row) = (square, commune, row)
        }
    }
}

/// Metres around a position, on the plane that touches the WGS84 ellipsoid there.
///
/// Source: the radii of curvature of the meridian and of the prime vertical, as in any textbook of geodesy.
struct TangentPlane {
    private let x, y: Double
    /// Metres for 1e-7 degree of longitude and of latitude.
    private let east, north: Double

    /// A plane at a position in degrees.
    init(longitude: Double, latitude: Double) {
        (x, y) = (longitude * 1e7, latitude * 1e7)
        let (sine, cosine) = (sin(latitude * .pi / 180), cos(latitude * .pi / 180))
        let squash = 1 - 0.006_694_379_990_14 * sine * sine
        let vertical = 6_378_137 / squash.squareRoot()
        east = vertical * cosine * .pi / 180e7
        north = vertical * (1 - 0.006_694_379_990_14) / squash * .pi / 180e7
    }

    /// The square of the distance to a point in 1e-7 degree.
    @inline(__always) func square(to point: (lon: Int32, lat: Int32)) -> Double {
        let (dx, dy) = ((Double(point.lon) - x) * east, (Double(point.lat) - y) * north)
        return dx * dx + dy * dy
    }

    /// The square of the distance to the nearest point of a box; 0 inside.
    func square(to box: Directory.Extent) -> Double {
        let dx = max(max(Double(box.west) - x, x - Double(box.east)), 0) * east
        let dy = max(max(Double(box.south) - y, y - Double(box.north)), 0) * north
        return dx * dx + dy * dy
    }
}
