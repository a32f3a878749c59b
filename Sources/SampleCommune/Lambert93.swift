import Foundation

/// Longitude and latitude in degrees (RGF93) from metres of Lambert-93 (EPSG:2154), and back.
///
/// Lambert conformal conic with two standard parallels on the GRS80 ellipsoid: Snyder, "Map projections: a working
/// manual", 1987, pages 107 to 109, formulae 15-1 to 15-11. Exact to less than a tenth of a millimetre.
enum Lambert93 {
    private static let a = 6_378_137.0
    private static let e: Double = {
        let f = 1 / 298.257222101
        return (2 * f - f * f).squareRoot()
    }()
    private static let degree = Double.pi / 180
    private static let longitude0 = 3 * degree
    private static let n: Double = {
        (log(m(44 * degree)) - log(m(49 * degree))) / (log(t(44 * degree)) - log(t(49 * degree)))
    }()
    private static let scale: Double = a * m(44 * degree) / (n * pow(t(44 * degree), n))
    private static let rho0: Double = scale * pow(t(46.5 * degree), n)

    /// Formula 14-15.
    private static func m(_ latitude: Double) -> Double {
        let s = e * sin(latitude)
        return cos(latitude) / (1 - s * s).squareRoot()
    }

    /// Formula 15-9.
    private static func t(_ latitude: Double) -> Double {
        let s = e * sin(latitude)
        return tan(Double.pi / 4 - latitude / 2) / pow((1 - s) / (1 + s), e / 2)
    }

    static func project(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
        let rho = scale * pow(t(latitude * degree), n)
        let theta = n * (longitude * degree - longitude0)
        return (700_000 + rho * sin(theta), 6_600_000 + rho0 - rho * cos(theta))
    }

    static func unproject(x: Double, y: Double) -> (longitude: Double, latitude: Double) {
        let east = x - 700_000
        let south = rho0 - (y - 6_600_000)
        let rho = (east * east + south * south).squareRoot()
        let theta = atan2(east, south)
        let small = pow(rho / scale, 1 / n)
        var latitude = Double.pi / 2 - 2 * atan(small)
        for _ in 0..<8 {  // formula 7-9; each round gains about two and a half digits
            let s = e * sin(latitude)
            latitude = Double.pi / 2 - 2 * atan(small * pow((1 - s) / (1 + s), e / 2))
        }
        return ((theta / n + longitude0) / degree, latitude / degree)
    }
}
